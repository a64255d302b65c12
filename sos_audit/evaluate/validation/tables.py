"""A report as tables of text, whatever they are then written as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.evaluate.validation.measured import NARRATIVE, NOT_ASKED, OUTCOMES
from sos_audit.evaluate.validation.robustness_tables import robustness_tables
from sos_audit.evaluate.validation.table import UNKNOWN, Table, figure, share
from sos_audit.findings import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sos_audit.agreement import Hits
    from sos_audit.evaluate.validation.cases import CaseFigures
    from sos_audit.evaluate.validation.figures import Agreement, CriterionFigures
    from sos_audit.evaluate.validation.misses import Miss
    from sos_audit.evaluate.validation.report import Report
    from sos_audit.evaluate.validation.statements import StatementFigures

_SHARES = "Wilson's 95 % intervals for shares; for F1, kappa and AC1 families drawn again."


def tables_of(report: Report) -> list[Table]:
    """All tables of a report, the shortest answer first."""
    found = [_summary(report)]
    if report.misses:
        found.append(_misses(report.misses))
    if report.statements is not None:
        found += _of_statements(report.statements)
    if report.cases is not None:
        found += _of_cases(report.cases)
    if report.robustness is not None:
        found += robustness_tables(report.robustness, report.shown_flips)
    return found


def _summary(report: Report) -> Table:
    half = f", {report.split} half" if report.split else ""
    return Table(
        f"{report.reader} on {report.gold}{half}",
        ("measure", "figure", "n"),
        tuple(_summary_rows(report)),
        f"{report.refused} lines refused." if report.refused else "",
    )


def _summary_rows(report: Report) -> Iterator[tuple[str, str, str]]:
    if (of := report.statements) is not None:
        criteria = f"{of.labelled} of {len(NARRATIVE)} criteria"
        yield "statements: macro-F1 of met", figure(of.macro_met), criteria
        yield "statements: macro-F1 of gap", figure(of.macro_gap), criteria
        yield from _agreement_rows("statements", of.overall)
        if of.readers is not None:
            yield from _agreement_rows("readers among themselves", of.readers)
        yield "present or not", figure(of.present_agreement), f"{of.n} texts"
        yield "flagged though it must not be", str(of.wrongly_flagged), str(of.must_not_flag)
        yield "texts that could not be read", str(of.failed), f"{of.n} texts"
    if (cases := report.cases) is not None:
        yield from _agreement_rows("whole files", cases.overall)
        yield "whole files: flagged gaps right", figure(cases.gap_precision), str(cases.flagged)
        yield "whole files: gap or partly", figure(cases.gap_or_partly), str(cases.flagged)
        yield "whole files: rank correlation", figure(cases.pooled.rho), str(cases.pooled.n)
        must_not = str(cases.wrongly_flagged), str(cases.must_not_flag)
        yield "whole files: flagged though it must not be", *must_not


def _agreement_rows(name: str, of: Agreement) -> Iterator[tuple[str, str, str]]:
    n = f"{of.n} outcomes"
    yield f"{name}: agreement", figure(of.percent), n
    yield f"{name}: kappa", figure(of.kappa), n
    yield f"{name}: AC1", figure(of.ac1), n


def _of_statements(of: StatementFigures) -> Iterator[Table]:
    yield retrieval_table("Statements: met", of.criteria, Outcome.MET)
    yield retrieval_table("Statements: gap", of.criteria, Outcome.GAP)
    yield _agreement_table("Statements: agreement", of.criteria, readers=True)
    yield _hits_table("Elements", "element", of.elements, "Spans that overlap, paired one to one.")
    scores = {"text holds none": of.present}
    scores |= {f"score by {name}": hits for name, hits in of.scales.items()}
    scores |= {f"quote by {name}": hits for name, hits in of.quotes.items()}
    yield _hits_table("Presence, scores and quotes", "what", scores)
    yield _confusion_table("Statements: outcomes", of.criteria)


def _of_cases(of: CaseFigures) -> Iterator[Table]:
    yield _agreement_table("Whole files: agreement", of.criteria, readers=False)
    yield retrieval_table("Whole files: gap", of.criteria, Outcome.GAP)
    rows = [(domain, str(r.n), figure(r.rho)) for domain, r in of.domains.items()]
    rows.append(("all domains", str(of.pooled.n), figure(of.pooled.rho)))
    yield Table(
        "Whole files: fidelity beside careful readers' grades",
        ("domain", "files", "Spearman"),
        tuple(rows),
        f"{of.ungraded} grades have no fidelity beside them: nothing was assessable.",
    )
    yield _confusion_table("Whole files: outcomes", of.criteria)


def retrieval_table(title: str, criteria: Iterable[CriterionFigures], outcome: Outcome) -> Table:
    """Precision, recall and F1 of one outcome, a criterion a row."""
    rows = []
    for c in criteria:
        of = c.retrieval(outcome)
        found = (figure(of.precision), figure(of.recall), figure(of.f1))
        labelled = c.prevalence.get(outcome, 0)
        prevalence = f"{labelled} ({labelled / c.n:.0%})" if c.n else "0"
        rows.append((c.criterion, str(c.n), prevalence, *(found if c.asked else _NOT_ASKED)))
    columns = ("criterion", "n", str(outcome), "precision", "recall", "F1")
    return Table(title, columns, tuple(rows), _SHARES)


_NOT_ASKED = ("not asked", "not asked", "0.00")


def _agreement_table(title: str, criteria: Iterable[CriterionFigures], *, readers: bool) -> Table:
    columns = ["criterion", "n", "agreement", "kappa", "AC1"]
    columns += ["read twice", "readers", "readers' kappa", "readers' AC1"] if readers else []
    return Table(
        title,
        tuple(columns),
        tuple(
            (c.criterion, *_agreement_cells(c, asked=c.asked), *_readers_cells(c, readers))
            for c in criteria
        ),
        _SHARES,
    )


def _agreement_cells(c: CriterionFigures, *, asked: bool) -> tuple[str, ...]:
    of = c.agreement
    if not asked:
        return str(of.n), "not asked", UNKNOWN, UNKNOWN
    return str(of.n), figure(of.percent), figure(of.kappa), figure(of.ac1)


def _readers_cells(c: CriterionFigures, wanted: bool) -> tuple[str, ...]:  # noqa: FBT001
    if not wanted:
        return ()
    of = c.readers
    if of is None:
        return "0", UNKNOWN, UNKNOWN, UNKNOWN
    return str(of.n), share(of.percent.value), share(of.kappa.value), share(of.ac1.value)


def _confusion_table(title: str, criteria: Sequence[CriterionFigures]) -> Table:
    used = {got for c in criteria for _, got in c.confusion}
    columns = [str(o) for o in OUTCOMES if o in used or o in _ALWAYS]
    columns += [NOT_ASKED] if NOT_ASKED in used else []
    rows = []
    for c in criteria:
        for gold in OUTCOMES:
            counts = [c.confusion.get((str(gold), got), 0) for got in columns]
            if any(counts):
                cells = (str(count) if count else "·" for count in counts)
                rows.append((c.criterion, str(gold), *cells))
    headings = tuple(column.replace("_", " ") for column in columns)
    note = "Down: what careful readers say; across: what was said."
    return Table(title, ("criterion", "readers", *headings), tuple(rows), note)


_ALWAYS = frozenset(
    {Outcome.MET, Outcome.PARTLY, Outcome.GAP, Outcome.UNCLEAR, Outcome.NOT_APPLICABLE}
)


def _hits_table(title: str, first: str, lots: Mapping[str, Hits], note: str = "") -> Table:
    return Table(
        title,
        (first, "there", "found", "precision", "recall", "F1"),
        tuple(
            (
                str(name).replace("_", " "),
                str(of.there),
                str(of.found),
                share(of.precision),
                share(of.recall),
                share(of.f1),
            )
            for name, of in lots.items()
        ),
        note,
    )


def _misses(misses: Iterable[Miss]) -> Table:
    return Table(
        "Worst misses",
        ("text", "criterion", "readers", "said", "words"),
        tuple(
            (
                m.id,
                m.criterion,
                str(m.gold),
                f"{m.got}{'!' * m.must_not_flag}",
                " ".join(m.text.split()),
            )
            for m in misses
        ),
        "! marks what must not be flagged.",
    )
