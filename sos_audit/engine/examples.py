"""Trying a pack's examples: each criterion should answer as a careful reader would."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sos_audit.engine.cases import audit_family
from sos_audit.engine.statement import assess_statement, outcomes
from sos_audit.findings import Outcome
from sos_audit.rulepacks.examples import ExampleCase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sos_audit.checks import CheckKind
    from sos_audit.rulepacks import Example, RulePack
    from sos_audit.rulepacks.examples import ExampleStatement

_WORTH = {Outcome.GAP: 0, Outcome.PARTLY: 1, Outcome.MET: 2}


class Verdict(StrEnum):
    """How an example went; the last three are for somebody to put right."""

    AS_EXPECTED = "as expected"
    KNOWN_MISS = "known miss"
    NO_LONGER_MISSED = "no longer missed"
    FALSE_NEGATIVE = "false negative against"
    FALSE_POSITIVE = "false positive against"
    OTHER_ANSWER = "another answer to"


_PASSES = frozenset({Verdict.AS_EXPECTED, Verdict.KNOWN_MISS})


@dataclass(frozen=True, slots=True)
class Trial:
    """An example, the outcome that the check reached, and what to make of it."""

    example: Example
    reached: Outcome

    @property
    def verdict(self) -> Verdict:
        """A negative is less found than a careful reader finds, a positive is more."""
        expect, reached = self.example.expect, self.reached
        if expect is reached:
            missed = self.example.known_miss
            return Verdict.NO_LONGER_MISSED if missed else Verdict.AS_EXPECTED
        if self.example.known_miss:
            return Verdict.KNOWN_MISS
        if expect not in _WORTH or reached not in _WORTH:
            return Verdict.OTHER_ANSWER
        less = _WORTH[reached] < _WORTH[expect]
        return Verdict.FALSE_NEGATIVE if less else Verdict.FALSE_POSITIVE

    @property
    def passed(self) -> bool:
        """Whether nobody has to do anything."""
        return self.verdict in _PASSES

    def __str__(self) -> str:
        """Say where the example stands, what was expected and what came."""
        example = self.example
        place = f"{example.file}:{example.line} {example.criterion}"
        if self.verdict is Verdict.NO_LONGER_MISSED:
            return f"{place}: no longer missed: {example.name!r} (take known_miss away)"
        return f"{place}: {self.verdict} {example.name!r}: {self._difference}"

    @property
    def _difference(self) -> str:
        return f"a careful reader says {self.example.expect}, the check says {self.reached}"


def try_examples(
    pack: RulePack, examples: Iterable[Example], checks: Mapping[str, CheckKind]
) -> list[Trial]:
    """Ask each example's criterion of its statement or case file."""
    return [Trial(example, _reached(pack, example, checks)) for example in examples]


def _reached(pack: RulePack, example: Example, checks: Mapping[str, CheckKind]) -> Outcome:
    """A criterion that is not asked of the example's kind of statement is not applicable."""
    asked = example.asked
    if isinstance(asked, ExampleCase):
        return _in_case(pack, example.criterion, asked, checks)
    return _in_statement(pack, example.criterion, asked)


def _in_case(
    pack: RulePack, criterion: str, asked: ExampleCase, checks: Mapping[str, CheckKind]
) -> Outcome:
    found = audit_family(asked.family, pack, checks, asked.as_at)[0].findings
    by_criterion = {finding.criterion: finding.outcome for finding in found}
    return by_criterion.get(criterion, Outcome.NOT_APPLICABLE)


def _in_statement(pack: RulePack, criterion: str, asked: ExampleStatement) -> Outcome:
    try:
        audit = assess_statement(
            pack, asked.kind, asked.text, child=asked.child, people=asked.people
        )
    except Exception:  # noqa: BLE001 - a crash is the outcome, as it is in a case file
        return Outcome.FAILED
    return outcomes(audit).get(criterion, Outcome.NOT_APPLICABLE)
