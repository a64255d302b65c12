"""A whole measurement: what was measured, of what, and every figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sos_audit.evaluate.validation.cases import measure_cases, read_cases
from sos_audit.evaluate.validation.figures import Bootstrap
from sos_audit.evaluate.validation.misses import worst_misses
from sos_audit.evaluate.validation.robustness import measure_robustness, shown_flips
from sos_audit.evaluate.validation.statements import measure_statements, read_statements

if TYPE_CHECKING:
    from sos_audit.evaluate.validation.cases import CaseFigures
    from sos_audit.evaluate.validation.gold import Gold
    from sos_audit.evaluate.validation.gold_v1 import Split
    from sos_audit.evaluate.validation.misses import Miss
    from sos_audit.evaluate.validation.reader import Reader
    from sos_audit.evaluate.validation.robustness import Robustness, ShownFlip
    from sos_audit.evaluate.validation.statements import StatementFigures


@dataclass(frozen=True, slots=True)
class Report:
    """Everything measured of one reader on one set of labelled texts."""

    reader: str
    gold: str
    split: Split | None
    refused: int
    statements: StatementFigures | None
    cases: CaseFigures | None
    misses: tuple[Miss, ...] = ()
    robustness: Robustness | None = None
    shown_flips: tuple[ShownFlip, ...] = ()


def measure(
    gold: Gold,
    reader: Reader,
    *,
    name: str,
    split: Split | None = None,
    misses: int = 0,
    show_test: bool = False,
    robust: bool = False,
    bootstrap: Bootstrap | None = None,
) -> Report:
    """Read everything labelled and compare; the test half's words are shown on request only."""
    bootstrap = bootstrap or Bootstrap()
    statements = read_statements(gold.statements, reader)
    cases = read_cases(gold, reader)
    robustness = measure_robustness(gold, reader, statements, cases) if robust else None
    return Report(
        reader=reader.name,
        gold=name,
        split=split,
        refused=len({(problem.file, problem.line) for problem in gold.problems}),
        statements=measure_statements(statements, reader, bootstrap) if statements else None,
        cases=measure_cases(cases, reader, bootstrap) if cases else None,
        misses=tuple(worst_misses(statements, misses, show_test=show_test)),
        robustness=robustness,
        shown_flips=tuple(shown_flips(robustness, misses, show_test=show_test)),
    )
