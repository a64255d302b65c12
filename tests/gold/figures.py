"""What the gold texts are worth as a ruler, in numbers; pure functions of the labelled rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz

from sos_audit.agreement import cohen_kappa, gwet_ac, percent_agreement, spearman
from tests.gold.texts import OUTCOMES, words

ENOUGH = 20
TOO_NEAR = 0.8
STRETCH = 500
MANY_NUMBERS = 4


class Agreement(NamedTuple):
    """How often two readers said the same of one criterion, and how far above chance."""

    n: int
    percent: float | None
    kappa: float | None
    ac1: float | None


class Neighbours(NamedTuple):
    """How like a text its most similar neighbour of the same kind is, from 0 to 1."""

    mean: float
    highest: float
    pair: tuple[str, str]


def counts(rows: list[dict]) -> dict[str, Counter]:
    """How often each outcome was decided, by criterion in order of its id."""
    found: dict[str, Counter] = defaultdict(Counter)
    for row in rows:
        for criterion, outcome in row["outcomes"].items():
            found[criterion][outcome] += 1
    return dict(sorted(found.items()))


def shortfalls(rows: list[dict]) -> set[tuple[str, str]]:
    """The criteria with fewer than enough `met`, or fewer than enough `gap`."""
    return {
        (criterion, outcome)
        for criterion, found in counts(rows).items()
        for outcome in ("met", "gap")
        if found[outcome] < ENOUGH
    }


def agreement(rows: list[dict]) -> dict[str, Agreement]:
    """The two readers' agreement by criterion, before anything was decided between them."""
    tables: dict[str, Counter] = defaultdict(Counter)
    for row in rows:
        first, second = (row["labels"][reader]["outcomes"] for reader in "ab")
        for criterion, outcome in first.items():
            tables[criterion][outcome, second[criterion]] += 1
    return {criterion: _agreement(table) for criterion, table in sorted(tables.items())}


def agreement_overall(rows: list[dict]) -> Agreement:
    """The same over all criteria together."""
    return _agreement(
        Counter(
            (outcome, row["labels"]["b"]["outcomes"][criterion])
            for row in rows
            for criterion, outcome in row["labels"]["a"]["outcomes"].items()
        )
    )


def flag_agreement(rows: list[dict], flag: str) -> Agreement:
    """The same for `present` or `placeholder`."""
    return _agreement(Counter((row["labels"]["a"][flag], row["labels"]["b"][flag]) for row in rows))


def length_and_quality(rows: list[dict]) -> float | None:
    """Spearman's correlation of a text's number of words with its share of criteria met."""
    asked = [row for row in rows if row["outcomes"]]
    return spearman(
        [len(words(row["text"])) for row in asked],
        [sum(o == "met" for o in row["outcomes"].values()) / len(row["outcomes"]) for row in asked],
    )


def by_kind(rows: list[dict]) -> dict[str, list[dict]]:
    """The rows of each kind, in order of the kind's name."""
    kinds: dict[str, list[dict]] = defaultdict(list)
    for row in rows:
        kinds[row["kind"]].append(row)
    return dict(sorted(kinds.items()))


def neighbours(rows: list[dict]) -> Neighbours:
    """How near each text lies to its nearest neighbour; rows of one kind."""
    nearest: dict[str, float] = defaultdict(float)
    highest, pair = 0.0, ("", "")
    for one, other in combinations(rows, 2):
        likeness = fuzz.ratio(one["text"], other["text"]) / 100
        nearest[one["id"]] = max(nearest[one["id"]], likeness)
        nearest[other["id"]] = max(nearest[other["id"]], likeness)
        if likeness > highest:
            highest, pair = likeness, (one["id"], other["id"])
    return Neighbours(sum(nearest.values()) / len(nearest), highest, pair)


def type_token_ratio(rows: list[dict]) -> float:
    """Different words over all words, the mean over stretches of equal length."""
    running = [word for row in rows for word in words(row["text"])]
    stretches = [running[at : at + STRETCH] for at in range(0, len(running), STRETCH)]
    full = [stretch for stretch in stretches if len(stretch) == STRETCH] or stretches
    return sum(len(set(stretch)) / len(stretch) for stretch in full) / len(full)


def hard(row: dict) -> set[str]:
    """Outward signs that a text is hard to read: a count of these, not a judgement of each text."""
    signs = {
        "not an instance": not row["present"],
        "form text left in": row["placeholder"],
        "readers disagreed": _disagreed(row),
        "met and gap in one text": {"met", "gap"} <= set(row["outcomes"].values()),
        "not exact words": any(not quote["verbatim"] for quote in row["quotes"]),
        "a professional quoted": any(
            quote["speaker"] in {"professional", "social_worker"} for quote in row["quotes"]
        ),
        "several numbers": sum(c.isdigit() for c in row["text"]) >= MANY_NUMBERS
        and row["kind"] == "scale",
    }
    return {sign for sign, shown in signs.items() if shown}


def outcomes_of_cases(cases: list[dict]) -> Counter:
    """How often each outcome was given over all criteria of whole case files."""
    return Counter(outcome for case in cases for outcome in case["gold"]["outcomes"].values())


def share(found: Counter) -> str:
    """Outcomes as a row of a table, in the fixed order."""
    return " | ".join(str(found[outcome]) for outcome in OUTCOMES)


def _agreement(table: Counter) -> Agreement:
    return Agreement(table.total(), percent_agreement(table), cohen_kappa(table), gwet_ac(table))


def _disagreed(row: dict) -> bool:
    first, second = row["labels"]["a"], row["labels"]["b"]
    return second is not None and first != second
