"""A form is put together the same way whatever order its rows stand in."""

import datetime as dt
import itertools

from sos_audit.adapters.forms import AnswerRow, assemble, parts_of
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import parse_mapping
from sos_audit.casefile import ScaleDeclaration

MAPPING = parse_mapping("""\
mapping: sos_audit.mapping.v1
authority: E09000000
system: any
stable_child_key: null
restricted: declared
questions:
  - {code: D, text: Danger statement, kind: danger_statement}
  - {code: G, text: Safety goal, kind: safety_goal, format: html}
  - {code: S, text: Scale, kind: scale, scale: {low: 0, high: 10, higher_is_safer: true}}
  - {code: T, text: Turned, kind: scale, scale: {low: 0, high: 10, higher_is_safer: false}}
""")


def form(*rows, report=None):
    return assemble(rows, MAPPING, report or LoadReport())


def test_answers_come_in_the_mappings_order_each_under_its_question():
    made = form(AnswerRow("G", None, "<p>Calm &amp; safe</p>"), AnswerRow("D", None, "Worry."))
    assert made.text == "Danger statement\nWorry.\n\nSafety goal\nCalm & safe"
    assert [answer.span.of(made.text) for answer in made.answers] == ["Worry.", "Calm & safe"]
    assert [answer.kind for answer in made.answers] == ["danger_statement", "safety_goal"]


def test_rows_in_any_order_make_the_same_form():
    rows = [
        AnswerRow("D", None, "One.", row="9"),
        AnswerRow("D", None, "Two.", row="10"),
        AnswerRow("G", None, "Goal.", row="10"),
        AnswerRow("X", "Unknown?", "Yes."),
        AnswerRow(None, "Another?", "No."),
    ]
    made = {form(*order) for order in itertools.permutations(rows)}
    assert len(made) == 1
    assert [(a.code, a.row) for a in made.pop().answers] == [
        ("D", "1"),
        ("D", "2"),
        ("G", None),
        (None, None),
        ("X", None),
    ]


def test_a_row_that_stands_twice_counts_once():
    row = AnswerRow("D", None, "One.", row="9")
    assert len(form(row, row).answers) == 1


def test_empty_answers_are_left_out():
    assert form(AnswerRow("D", None, "  \n"), AnswerRow("G", None, "<p>&nbsp;</p>")).text == ""


def test_a_bare_number_or_date_is_written_out():
    made = form(
        AnswerRow("S", None, "", number=6.5),
        AnswerRow("X", "Shared on", "", date=dt.date(2026, 2, 1)),
    )
    assert made.text == "Scale\n6.5\n\nShared on\n01/02/2026"
    assert (made.answers[0].number, made.answers[1].date) == (6.5, dt.date(2026, 2, 1))


def test_a_scale_answered_with_a_number_alone_is_that_number():
    made = form(AnswerRow("S", None, "6"), AnswerRow("D", None, "6"))
    assert [answer.number for answer in made.answers] == [None, 6.0]


def test_the_scale_is_the_one_declared_and_none_if_two_disagree():
    assert form(AnswerRow("S", None, "6")).scale == ScaleDeclaration(0, 10, higher_is_safer=True)
    assert form(AnswerRow("S", None, "6"), AnswerRow("T", None, "3")).scale is None
    assert form(AnswerRow("D", None, "Words.")).scale is None


def test_unknown_questions_are_kept_and_counted():
    report = LoadReport()
    made = form(AnswerRow("X", None, "Words."), report=report)
    assert (made.text, made.answers[0].kind) == ("Words.", None)
    assert report.unmapped == {"question X": 1}


ONE, TWO = AnswerRow("D", None, "One."), AnswerRow("G", None, "Two.")


def test_a_row_given_once_for_each_child_is_about_all_of_them():
    (part,) = parts_of([(frozenset({"1"}), ONE), (frozenset({"2"}), ONE)])
    assert (part.suffix, part.subjects, part.rows) == ("", ("1", "2"), (ONE,))


def test_what_is_about_one_child_is_a_part_of_its_own():
    parts = parts_of([(frozenset({"1", "2"}), ONE), (frozenset({"2"}), TWO)])
    assert [(p.suffix, p.subjects) for p in parts] == [("", ("1", "2")), (":2", ("2",))]


def test_a_form_about_one_child_alone_is_no_part():
    (part,) = parts_of([(frozenset({"2"}), ONE)])
    assert part.suffix == ""
