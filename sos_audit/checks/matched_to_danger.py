"""Does each danger have its own goal, and its own scale?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sos_audit.casefile import StatementKind
from sos_audit.checks.answers import (
    Answer,
    CheckKind,
    Settings,
    first_of,
    looked_in,
    whole,
)
from sos_audit.checks.occasions import latest_occasion
from sos_audit.checks.topics import shared_topics
from sos_audit.findings import Outcome
from sos_audit.reading.case import PlacedStatement
from sos_audit.reading.model import Statement

if TYPE_CHECKING:
    from sos_audit.checks.answers import Inquiry
    from sos_audit.reading.case import CaseReading


class MatchedToDanger(Settings):
    """`partners` are the kinds each danger needs one of; `by_topic` asks that they belong together.

    Without `by_topic` counting is enough: as many partners as dangers.
    """

    danger: tuple[StatementKind, ...]
    partners: tuple[StatementKind, ...]
    by_topic: bool = False


class _Pairing(NamedTuple):
    danger: PlacedStatement
    partners: tuple[PlacedStatement | None, ...]

    @property
    def complete(self) -> bool:
        return all(partner is not None for partner in self.partners)


def ask(settings: MatchedToDanger, inquiry: Inquiry) -> Answer:
    """Met when every danger has its partners, partly when some have."""
    reading = inquiry.reading
    dangers = reading.current(*settings.danger)
    pools = [_pool(kind, reading) for kind in settings.partners]
    slot = "+".join(settings.partners)
    searched = looked_in(reading.documents)
    if not dangers or not all(pools):
        return _without(dangers, pools, searched_in=reading, slot=slot)
    pairings = _pair(settings, dangers, pools)
    complete = [p for p in pairings if p.complete]
    orphans = [p.danger for p in pairings if not p.complete]
    outcome = Outcome.MET if not orphans else Outcome.PARTLY if complete else Outcome.GAP
    evidence = [whole(danger, "nothing found that belongs to it") for danger in orphans] + [
        whole(placed)
        for pairing in complete
        for placed in (pairing.danger, *pairing.partners)
        if placed is not None
    ]
    return Answer(
        outcome,
        f"{len(complete)} of {len(pairings)} dangers matched",
        first_of(evidence),
        searched,
        slot,
    )


def _pool(kind: StatementKind, reading: CaseReading) -> list[PlacedStatement]:
    """The statements in force of a kind; for scales also scores that stand in free text."""
    current = reading.current(kind)
    if current or kind is not StatementKind.SCALE:
        return current
    occasion = latest_occasion(reading)
    if occasion is None:
        return []
    span = occasion.scores[0].scale.span
    scores = tuple(placed.scale for placed in occasion.scores)
    statement = Statement(
        kind, span, present=True, placeholder=False, from_mapping=False, scales=scores
    )
    return [PlacedStatement(occasion.document, statement)]


def _without(
    dangers: list[PlacedStatement],
    pools: list[list[PlacedStatement]],
    *,
    searched_in: CaseReading,
    slot: str,
) -> Answer:
    searched = looked_in(searched_in.documents)
    if not dangers and any(pools):
        held = first_of(whole(p) for pool in pools for p in pool)
        return Answer(Outcome.PARTLY, "no danger statement to match with", held, searched, slot)
    evidence = first_of(whole(danger) for danger in dangers)
    return Answer(Outcome.GAP, "nothing found to match with", evidence, searched, slot)


def _pair(
    settings: MatchedToDanger,
    dangers: list[PlacedStatement],
    pools: list[list[PlacedStatement]],
) -> list[_Pairing]:
    remaining = [list(pool) for pool in pools]
    in_step = [len(pool) == len(dangers) for pool in pools]
    return [
        _Pairing(
            danger,
            tuple(
                _take(danger, pool, in_order=not settings.by_topic or even)
                for pool, even in zip(remaining, in_step, strict=True)
            ),
        )
        for danger in dangers
    ]


def _take(
    danger: PlacedStatement, pool: list[PlacedStatement], *, in_order: bool
) -> PlacedStatement | None:
    """Take the partner of the same row, else the next in order, else the nearest in topic.

    Order is enough where there are as many partners as dangers: they were written as a set.
    """
    if not pool:
        return None
    row = _row(danger)
    same_row = [p for p in pool if row is not None and _row(p) == row]
    if same_row or in_order:
        chosen = same_row[0] if same_row else pool[0]
    else:
        chosen = max(pool, key=lambda p: shared_topics(_text(danger), _text(p)))
        if not shared_topics(_text(danger), _text(chosen)):
            return None
    pool.remove(chosen)
    return chosen


def _row(placed: PlacedStatement) -> str | None:
    """The form row a statement was answered in, when its form has rows."""
    for answer in placed.document.answers:
        if answer.span.contains(placed.statement.span):
            return answer.row
    return None


def _text(placed: PlacedStatement) -> str:
    return placed.statement.span.of(placed.document.text)


KIND = CheckKind("matched_to_danger", MatchedToDanger, ask)
