"""Statements are measured as a careful reader would count."""

import pytest

from sos_audit.agreement import Hits
from sos_audit.casefile import Element, Voice
from sos_audit.evaluate.validation.figures import Bootstrap
from sos_audit.evaluate.validation.measured import NARRATIVE
from sos_audit.evaluate.validation.reader import (
    ReadElement,
    ReadQuote,
    ReadScale,
    StatementRead,
)
from sos_audit.evaluate.validation.statements import measure_statements, read_statements
from sos_audit.findings import Outcome
from tests.evaluate.validation.examples import GAP, MET, PARTLY, Told, statement

FUTURE = "danger.future"


def measured(*texts, asks=(FUTURE,), resamples=0):
    """Figures of texts, each (labels, what is said)."""
    golds = [statement(f"s{at}", **labels) for at, (labels, _) in enumerate(texts)]
    told = Told({f"s{at}": said for at, (_, said) in enumerate(texts)}, frozenset(asks))
    return measure_statements(read_statements(golds, told), told, Bootstrap(resamples))


def outcomes(*pairs):
    """Texts that carry one criterion each: (labelled, said)."""
    return [({"outcomes": {FUTURE: gold}}, {FUTURE: said}) for gold, said in pairs]


def test_met_and_gap_are_counted_apart_and_partly_is_neither():
    figures = measured(*outcomes((MET, MET), (MET, PARTLY), (PARTLY, MET), (GAP, GAP), (GAP, MET)))
    criterion = figures.criteria[0]
    assert criterion.met.hits == Hits(right=1, wrong=2, missed=1)
    assert criterion.gap.hits == Hits(right=1, wrong=0, missed=1)
    assert criterion.prevalence == {MET: 2, PARTLY: 1, GAP: 2}


def test_unclear_and_not_applicable_are_outcomes_of_their_own():
    unclear, no = Outcome.UNCLEAR, Outcome.NOT_APPLICABLE
    criterion = measured(*outcomes((unclear, unclear), (no, GAP), (MET, no))).criteria[0]
    assert criterion.agreement.percent.value == pytest.approx(1 / 3)
    assert criterion.confusion == {
        ("unclear", "unclear"): 1,
        ("not_applicable", "gap"): 1,
        ("met", "not_applicable"): 1,
    }


def test_a_criterion_that_is_not_asked_counts_zero_in_the_macro():
    both = {FUTURE: MET, "danger.grounded": MET}
    figures = measured(({"outcomes": both}, {FUTURE: MET}))
    assert [c.asked for c in figures.criteria] == [True, False]
    assert figures.macro_met.value == 0.5
    assert figures.labelled == 2


def test_a_criterion_that_is_not_asked_counts_zero_even_where_it_is_never_met():
    both = {FUTURE: GAP, "danger.grounded": GAP}
    figures = measured(({"outcomes": both}, {FUTURE: GAP}))
    assert figures.macro_met.value == 0.0


def test_the_macro_is_over_the_fixed_list_alone():
    assert "local.own" not in NARRATIVE
    figures = measured(
        ({"outcomes": {FUTURE: MET, "local.own": MET}}, {FUTURE: MET, "local.own": GAP}),
        asks=(FUTURE, "local.own"),
    )
    assert figures.macro_met.value == 1.0
    assert [c.criterion for c in figures.criteria] == [FUTURE, "local.own"]


def test_the_list_is_as_long_as_it_was_agreed():
    assert len(NARRATIVE) == len(set(NARRATIVE)) == 27


def test_what_must_not_be_flagged_and_is_a_gap_is_counted():
    labels = {"outcomes": {FUTURE: MET}, "must_not_flag": [FUTURE, "danger.grounded"]}
    figures = measured((labels, {FUTURE: GAP}), (labels, {FUTURE: PARTLY}))
    assert (figures.must_not_flag, figures.wrongly_flagged) == (4, 1)


def test_telling_that_nothing_is_there_is_what_presence_is_measured_by():
    figures = measured(
        ({"present": False}, StatementRead({}, present=False)),
        ({"present": False}, StatementRead({}, present=True)),
        ({"present": True}, StatementRead({}, present=False)),
        ({}, StatementRead({}, present=False)),
    )
    assert figures.present == Hits(right=1, wrong=1, missed=1)
    assert figures.present_agreement.value == pytest.approx(1 / 3)


def test_elements_are_found_where_their_spans_overlap():
    span = {"element": "past_fact", "start": 0, "end": 10}
    found = (
        ReadElement(Element.PAST_FACT, 9, 20),
        ReadElement(Element.PAST_FACT, 10, 20),
        ReadElement(Element.LABEL, 0, 3),
    )
    figures = measured(({"elements": [span]}, StatementRead({}, elements=found)))
    assert figures.elements == {"label": Hits(wrong=1), "past_fact": Hits(right=1, wrong=1)}


def test_a_sort_of_label_that_is_absent_is_not_measured():
    found = (ReadElement(Element.LABEL, 0, 3),)
    assert measured(({}, StatementRead({}, elements=found))).elements == {}


def test_scores_are_measured_by_value_and_by_whose_they_are():
    label = {"value": 6, "rater": "mother", "start": 0, "end": 4}
    found = (ReadScale(6.0, Voice.FATHER, 0, 1),)
    figures = measured(({"scales": [label]}, StatementRead({}, scales=found)))
    assert figures.scales == {"value": Hits(right=1), "value and rater": Hits(wrong=1, missed=1)}


def test_quotes_are_measured_by_place_speaker_and_exactness():
    label = {"speaker": "child", "verbatim": True, "start": 0, "end": 4}
    found = (ReadQuote(Voice.CHILD, False, 2, 6),)
    figures = measured(({"quotes": [label]}, StatementRead({}, quotes=found)))
    assert {name: hits.right for name, hits in figures.quotes.items()} == {
        "place": 1,
        "place and speaker": 1,
        "place and verbatim": 0,
        "place, speaker and verbatim": 0,
    }


def test_the_readers_agreement_is_over_what_both_labelled():
    labels = {"a": {FUTURE: MET, "danger.grounded": MET}, "b": {"outcomes": {FUTURE: GAP}}}
    figures = measured(({"outcomes": {FUTURE: MET}, "labels": labels}, {FUTURE: MET}))
    assert figures.readers.n == 1
    assert figures.readers.percent.value == 0.0
    assert figures.criteria[0].readers == figures.readers


def test_a_text_read_once_has_no_readers_agreement():
    labels = {"a": {FUTURE: MET}, "b": None}
    figures = measured(({"outcomes": {FUTURE: MET}, "labels": labels}, {FUTURE: MET}))
    assert figures.readers is None


def test_families_are_drawn_again_for_intervals():
    labels = {"outcomes": {FUTURE: MET}, "family": "F"}
    one_family = measured((labels, {FUTURE: MET}), (labels, {FUTURE: GAP}), resamples=50)
    assert one_family.families == 1
    assert one_family.macro_met.interval is None
    two = measured(*outcomes((MET, MET), (MET, GAP)), resamples=50)
    assert two.macro_met.interval == (0.0, 1.0)
