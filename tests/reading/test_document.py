"""Whatever stands in a text, it is read, and everything found lies in it."""

import sys
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sos_audit.casefile import Span, StatementKind
from tests.reading.shipped import LEXICON, READER, document

KINDS = st.sampled_from([None, *StatementKind])

PIECES = st.sampled_from(
    "Ella Zoë İpek Mum Dad Nan SW he she they I we said says worried that if could would hurt "
    "hit drinks will school 0 4 6 7 10 6/10 4-5 ½ 3 May 12/3/2026 weeks because so out of ten "
    "for until not no nobody n/a TBC as above Danger statement: Safety goal Scale What are we "
    "worried about? . ! ? , ; : - – • * ( ) [ ] < > / | & % ' ’ ‘ \" “ ” … 🙂 👩‍👧 é İ ß ǆ ﬁ ٣ ² "
    "1. 2) a) e.g. Mr Dr J. o'clock n't 's".split()
)
SPACES = st.sampled_from(
    [" ", " ", " ", "  ", "\n", "\n\n", "\t", "", "\u2028", "\u00a0", "\u200b", "\r"]
)
LISTED = st.sampled_from(sorted({word for words in LEXICON.lists.values() for word in words}))
SENTENCES = st.lists(st.tuples(PIECES | LISTED | st.text(max_size=4), SPACES), max_size=60)
TEXTS = SENTENCES.map(lambda parts: "".join(piece + space for piece, space in parts))


def _spans(reading):
    """Every place that a reading points to."""
    for statement in reading.statements:
        yield statement.span
        yield from (element.span for element in statement.elements)
        yield from (quote.span for quote in statement.quotes)
        yield from _scale_spans(statement.scales)
    yield from _scale_spans(reading.scales)
    yield from (quote.span for quote in reading.quotes)
    yield from reading.tools


def _scale_spans(scales):
    for scale in scales:
        yield scale.span
        if scale.reason is not None:
            yield scale.reason


@settings(max_examples=150)
@given(TEXTS, KINDS)
@example("İ" * 40 + " said 6/10", StatementKind.SCALE)
@example("Mum\u2028said \u2028“I\u2028am”", StatementKind.CHILD_VOICE)
@example("9" * 500 + "/10", StatementKind.SCALE)
@example("", StatementKind.SAFETY_GOAL)
@example("'" * 50, StatementKind.DANGER_STATEMENT)
def test_every_span_lies_in_the_text_and_is_not_empty(text, kind):
    for span in _spans(READER.read(document(text, kind))):
        assert 0 <= span.start < span.end <= len(text)


@settings(max_examples=80)
@given(TEXTS, TEXTS, TEXTS, st.sampled_from(list(StatementKind)))
def test_what_an_answer_holds_lies_in_the_answer(before, text, after, kind):
    answer = Span(len(before), len(before) + len(text))
    reading = READER.read(document(before + text + after, kind, answer))
    for statement in reading.statements:
        if statement.from_mapping:
            assert answer.contains(statement.span)
            parts = [*statement.elements, *statement.scales, *statement.quotes]
            assert all(statement.span.contains(part.span) for part in parts)


@settings(max_examples=80)
@given(TEXTS, KINDS)
def test_a_text_reads_the_same_every_time(text, kind):
    assert READER.read(document(text, kind)) == READER.read(document(text, kind))


@settings(max_examples=80)
@given(TEXTS, st.sampled_from(list(StatementKind)))
def test_a_filler_is_never_a_statement_that_is_there(text, kind):
    for statement in READER.read(document(text, kind)).statements:
        assert not (statement.present and statement.placeholder)


@settings(max_examples=80)
@given(TEXTS, KINDS)
def test_scores_and_quotes_come_in_the_order_of_the_text(text, kind):
    reading = READER.read(document(text, kind))
    for found in (reading.scales, reading.quotes):
        assert all(one.span <= other.span for one, other in pairwise(found))


@settings(max_examples=80)
@given(TEXTS)
def test_a_score_is_a_finite_number_within_its_range(text):
    for scale in READER.read(document(text, StatementKind.SCALE)).scales:
        assert scale.low <= scale.value <= scale.high < float("inf")


def _work(text, kind):
    """How many calls it takes to read a text: the same on every machine."""
    calls = 0

    def count(_frame, event, _argument):
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        READER.read(document(text, kind))
    finally:
        sys.setprofile(before)
    return calls


TIMES = 60
LINEAR = 2.2
"""Twice the text may take twice the work, and a little for what is done once."""


@pytest.mark.parametrize(
    "piece",
    [
        "Mum is worried that if Dad drinks again, as on 3 May, Ella (6) could be hurt. ",
        "Mum and Nan and Ella could be hurt and Dad ",
        "1. Mum will visit Ella.\n2) Dad could hurt her.\n",
        "What are we worried about?\nMum drinks.\nDanger statement\nElla could be hurt.\n",
        "6 7 8 ",
        "(((( Ella ",
        "[insert ",
        "' ‘ \" ",
        "- – • ",
        "e.g. J. D. ",
        "   \n\n  ",
        "a",
        'Mum said "I am tired of it". ',
        'Mum said "I am tired ',
        "Mum 6/10, Dad 7/10; SW 4 because of it. ",
        "She said he said they said that she ",
    ],
)
@pytest.mark.parametrize("kind", [None, StatementKind.DANGER_STATEMENT, StatementKind.SCALE])
def test_twice_the_text_takes_twice_the_work(piece, kind):
    assert _work(piece * TIMES * 2, kind) <= LINEAR * _work(piece * TIMES, kind) + 1000
