"""Tables of two readers beside each other, with the careful readers' own agreement."""

from __future__ import annotations

from sos_audit.evaluate.validation.measured import NARRATIVE
from sos_audit.evaluate.validation.table import UNKNOWN, Table, figure, share

_HALF = {"dev": "development half", "test": "test half"}


def comparison(ours, baseline):
    """The summary of both, then the criteria of statements and of whole files."""
    half = _HALF[ours.split]
    yield _summary(half, ours, baseline)
    yield _statements(half, ours.statements, baseline.statements)
    yield _cases(half, ours.cases, baseline.cases)


def _summary(half, ours, baseline):
    mine, theirs, readers = ours.statements, baseline.statements, ours.statements.readers
    files, base_files = ours.cases, baseline.cases
    rows = [
        ("statements: macro-F1 of met", mine.macro_met, theirs.macro_met, None),
        ("statements: macro-F1 of gap", mine.macro_gap, theirs.macro_gap, None),
        ("statements: agreement", *_three("percent", mine, theirs, readers)),
        ("statements: kappa", *_three("kappa", mine, theirs, readers)),
        ("statements: AC1", *_three("ac1", mine, theirs, readers)),
        ("statements: present or not", mine.present_agreement, theirs.present_agreement, None),
        ("whole files: agreement", files.overall.percent, base_files.overall.percent, None),
        ("whole files: AC1", files.overall.ac1, base_files.overall.ac1, None),
        ("whole files: flagged gaps right", files.gap_precision, base_files.gap_precision, None),
        ("whole files: Spearman with grades", files.pooled.rho, base_files.pooled.rho, None),
    ]
    spread = (
        f"{mine.n} statements of {mine.families} families, {files.n} whole files of "
        f"{files.families} families. Macro-F1 is over {len(NARRATIVE)} criteria. "
        f"Readers: {readers.n if readers else 0} outcomes were labelled twice."
    )
    return Table(
        f"Summary, {half}",
        ("measure", ours.reader, baseline.reader, "readers"),
        tuple(
            (name, *(UNKNOWN if f is None else figure(f) for f in found)) for name, *found in rows
        ),
        spread,
    )


def _cell(of):
    return UNKNOWN if of is None else figure(of)


def _three(name, mine, theirs, readers):
    return (
        getattr(mine.overall, name),
        getattr(theirs.overall, name),
        None if readers is None else getattr(readers, name),
    )


def _statements(half, ours, baseline):
    base = {c.criterion: c for c in baseline.criteria}
    columns = (
        "criterion",
        "n",
        "met F1",
        "baseline",
        "gap F1",
        "baseline",
        "AC1",
        "baseline",
        "readers' AC1",
    )
    return Table(f"Statements, {half}", columns, tuple(_row(c, base) for c in ours.criteria))


def _row(mine, base):
    theirs = base[mine.criterion]
    readers = mine.readers.ac1 if mine.readers else None
    return (
        mine.criterion,
        str(mine.n),
        _f1(mine, mine.met),
        share(theirs.met.f1.value),
        _f1(mine, mine.gap),
        share(theirs.gap.f1.value),
        share(mine.agreement.ac1.value) if mine.asked else UNKNOWN,
        share(theirs.agreement.ac1.value),
        UNKNOWN if readers is None else share(readers.value),
    )


def _f1(criterion, of):
    return figure(of.f1) if criterion.asked else "not asked"


def _cases(half, ours, baseline):
    base = {c.criterion: c for c in baseline.criteria}
    rows = []
    for mine in ours.criteria:
        theirs = base[mine.criterion]
        agreed = share(theirs.agreement.percent.value) if theirs.asked else "not asked"
        rows.append(
            (
                mine.criterion,
                str(mine.n),
                figure(mine.agreement.percent) if mine.asked else "not asked",
                agreed,
                share(mine.gap.precision.value),
                share(mine.gap.recall.value),
            )
        )
    columns = ("criterion", "files", "agreement", "baseline", "gap: precision", "gap: recall")
    return Table(f"Whole files, {half}", columns, tuple(rows))
