"""A report as JSON, `sos_audit.validation.v1`: a versioned copy of the figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sos_audit.evaluate.validation.measured import NARRATIVE

if TYPE_CHECKING:
    from sos_audit.agreement import Hits
    from sos_audit.evaluate.validation.cases import CaseFigures, Ranking
    from sos_audit.evaluate.validation.figures import (
        Agreement,
        CriterionFigures,
        Figure,
        Retrieval,
    )
    from sos_audit.evaluate.validation.groups import Rates
    from sos_audit.evaluate.validation.misses import Miss
    from sos_audit.evaluate.validation.report import Report
    from sos_audit.evaluate.validation.robustness import Flips
    from sos_audit.evaluate.validation.statements import StatementFigures

SCHEMA = "sos_audit.validation.v1"


def as_record(report: Report) -> dict[str, Any]:
    """The whole report; what was not measured is null."""
    return {
        "schema": SCHEMA,
        "reader": report.reader,
        "gold": report.gold,
        "split": report.split,
        "refused": report.refused,
        "statements": None if report.statements is None else _statements(report.statements),
        "cases": None if report.cases is None else _cases(report.cases),
        "misses": [_miss(miss) for miss in report.misses],
        "robustness": _robustness(report),
    }


def _statements(of: StatementFigures) -> dict[str, Any]:
    return {
        "n": of.n,
        "families": of.families,
        "macro_f1": {
            "met": _figure(of.macro_met),
            "gap": _figure(of.macro_gap),
            "criteria": list(NARRATIVE),
            "labelled": of.labelled,
        },
        "overall": _agreement(of.overall),
        "readers": _agreement(of.readers),
        "criteria": {c.criterion: _criterion(c) for c in of.criteria},
        "must_not_flag": {"labelled": of.must_not_flag, "flagged": of.wrongly_flagged},
        "present": {"agreement": _figure(of.present_agreement), "absent": _hits(of.present)},
        "elements": {str(name): _hits(hits) for name, hits in of.elements.items()},
        "scales": {name: _hits(hits) for name, hits in of.scales.items()},
        "quotes": {name: _hits(hits) for name, hits in of.quotes.items()},
        "failed": of.failed,
    }


def _cases(of: CaseFigures) -> dict[str, Any]:
    return {
        "n": of.n,
        "families": of.families,
        "overall": _agreement(of.overall),
        "criteria": {c.criterion: _criterion(c) for c in of.criteria},
        "flagged_gaps": {
            "n": of.flagged,
            "gap": _figure(of.gap_precision),
            "gap_or_partly": _figure(of.gap_or_partly),
        },
        "must_not_flag": {"labelled": of.must_not_flag, "flagged": of.wrongly_flagged},
        "spearman": {
            "pooled": _ranking(of.pooled),
            "domains": {name: _ranking(ranking) for name, ranking in of.domains.items()},
            "without_fidelity": of.ungraded,
        },
    }


def _criterion(of: CriterionFigures) -> dict[str, Any]:
    confusion: dict[str, dict[str, int]] = {}
    for (gold, got), count in sorted(of.confusion.items()):
        confusion.setdefault(gold, {})[got] = count
    return {
        "asked": of.asked,
        "n": of.n,
        "families": of.families,
        "prevalence": {str(outcome): count for outcome, count in sorted(of.prevalence.items())},
        "met": _retrieval(of.met),
        "gap": _retrieval(of.gap),
        "agreement": _agreement(of.agreement),
        "readers": _agreement(of.readers),
        "confusion": confusion,
    }


def _retrieval(of: Retrieval) -> dict[str, Any]:
    return {
        "right": of.hits.right,
        "wrong": of.hits.wrong,
        "missed": of.hits.missed,
        "precision": _figure(of.precision),
        "recall": _figure(of.recall),
        "f1": _figure(of.f1),
    }


def _agreement(of: Agreement | None) -> dict[str, Any] | None:
    if of is None:
        return None
    return {
        "n": of.n,
        "percent": _figure(of.percent),
        "kappa": _figure(of.kappa),
        "ac1": _figure(of.ac1),
    }


def _hits(of: Hits) -> dict[str, Any]:
    return {
        "right": of.right,
        "wrong": of.wrong,
        "missed": of.missed,
        "precision": _rounded(of.precision),
        "recall": _rounded(of.recall),
        "f1": _rounded(of.f1),
    }


def _ranking(of: Ranking) -> dict[str, Any]:
    return {"n": of.n, "rho": _figure(of.rho)}


def _figure(of: Figure) -> dict[str, float | None]:
    low, high = of.interval or (None, None)
    return {"value": _rounded(of.value), "low": _rounded(low), "high": _rounded(high)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _miss(of: Miss) -> dict[str, Any]:
    return {
        "id": of.id,
        "criterion": of.criterion,
        "readers": str(of.gold),
        "said": str(of.got),
        "must_not_flag": of.must_not_flag,
        "text": of.text,
    }


def _robustness(report: Report) -> dict[str, Any] | None:
    of = report.robustness
    if of is None:
        return None
    return {
        "flips": [_flips(flips) for flips in of.flips],
        "shown": [
            {
                "perturbation": flip.perturbation,
                "id": flip.change.id,
                "criterion": flip.change.criterion,
                "before": str(flip.change.before),
                "after": None if flip.change.after is None else str(flip.change.after),
            }
            for flip in report.shown_flips
        ],
        "rates": [_rates(rates) for rates in (*of.origins, *of.groups)],
    }


def _flips(of: Flips) -> dict[str, Any]:
    return {
        "perturbation": of.perturbation,
        "of": of.scope,
        "outcomes": of.n,
        "flipped": len(of.flipped),
        "share": _rounded(of.share),
        "criteria": {
            criterion: {"outcomes": n, "flipped": flipped}
            for criterion, (n, flipped) in of.by_criterion.items()
        },
    }


def _rates(of: Rates) -> dict[str, Any]:
    """A group's rates; null where a number is too small to be shown."""
    return {
        "by": of.by,
        "group": of.group,
        "texts": of.texts,
        "outcomes": {str(outcome): count for outcome, count in of.counts.items()},
        "agreement": _rounded(of.agreement),
    }
