"""Examples are statements or small case files, written as a practice lead would."""

import datetime as dt

import pytest

from sos_audit.casefile import Child, Entity, Person, StatementKind, Supply
from sos_audit.errors import RulePackError
from sos_audit.findings import Outcome
from sos_audit.rulepacks import load_examples
from sos_audit.rulepacks.examples import ExampleStatement
from tests.rulepacks.packs import EXAMPLES, shown, small_pack

STATEMENT = """\
criterion: danger.exists
examples:
  - name: said
    expect: met
    kind: danger_statement
    child: {name: Levi, age: 5}
    people: [{name: Trish, role: great aunt}]
    statement: Trish is worried.
"""


def loaded(tmp_path, text):
    return load_examples(small_pack(tmp_path, **{"danger/exists.examples.yaml": text}))


def mistakes(tmp_path, text):
    with pytest.raises(RulePackError) as caught:
        loaded(tmp_path, text)
    return shown(caught.value.problems, tmp_path)


def one(tmp_path, body):
    """The case of an example with this body, indented below `case:`."""
    text = "criterion: danger.exists\nexamples:\n  - name: x\n    expect: met\n"
    text += f"    as_at: 2026-04-01\n    case:\n{body}"
    return loaded(tmp_path, text)[0].asked


def test_an_example_knows_where_it_stands(tmp_path):
    found = [(e.name, e.expect, e.line) for e in loaded(tmp_path, EXAMPLES)]
    assert found == [
        ("there", Outcome.MET, 3),
        ("not there", Outcome.GAP, 11),
        ("not supplied", Outcome.NOT_ASSESSABLE, 15),
    ]


def test_a_statement_has_its_child_and_people(tmp_path):
    assert loaded(tmp_path, STATEMENT)[0].asked == ExampleStatement(
        "Trish is worried.",
        StatementKind.DANGER_STATEMENT,
        Child("child", "Levi"),
        (Person("person 1", "Trish", "great_aunt"),),
    )


def test_a_case_is_judged_by_its_day(tmp_path):
    assert one(tmp_path, "      {opened: 2026-01-05}\n").as_at == dt.date(2026, 4, 1)


def test_answers_stand_below_their_questions_and_are_found_there(tmp_path):
    asked = one(
        tmp_path,
        "      documents:\n"
        "        - kind: assessment\n"
        "          text: Visited at home.\n"
        "          answers:\n"
        "            - {kind: scale, question: How safe?, text: Mum 6.}\n"
        "            - {text: Back on Monday.}\n",
    )
    document = asked.family.cases[0].documents[0]
    assert document.text == "Visited at home.\n\nHow safe?\nMum 6.\n\nBack on Monday."
    assert [answer.span.of(document.text) for answer in document.answers] == [
        "Mum 6.",
        "Back on Monday.",
    ]


def test_what_is_not_supplied_is_left_out_of_the_coverage(tmp_path):
    coverage = one(tmp_path, "      not_supplied: [visit]\n").family.cases[0].coverage
    assert [entity for entity in Entity if coverage[entity] is Supply.NOT_SUPPLIED] == ["visit"]


def test_siblings_follow_the_child(tmp_path):
    asked = one(tmp_path, "      siblings: [{child: {name: Ivy}}]\n")
    assert [case.child.name for case in asked.family.cases] == [None, "Ivy"]


@pytest.mark.parametrize(
    ("remove", "add", "message"),
    [
        ("    statement: Trish is worried.\n", "", "write either statement or case"),
        ("    kind: danger_statement\n", "", "a statement needs its kind"),
        ("", "    as_at: 2026-04-01\n", "a statement has no date; as_at goes with a case"),
    ],
)
def test_half_an_example_is_refused_with_its_line(tmp_path, remove, add, message):
    text = STATEMENT.replace(remove, "") if remove else STATEMENT + add
    assert mistakes(tmp_path, text) == [
        f"small/danger/exists.examples.yaml:3 examples.0: {message}"
    ]


def test_a_case_without_a_day_is_refused(tmp_path):
    text = EXAMPLES.replace("    as_at: 2026-04-01\n    case: {documents: []}", "    case: {}")
    assert mistakes(tmp_path, text) == [
        (
            "small/danger/exists.examples.yaml:11 examples.1: a case needs as_at, "
            "the day it is judged by"
        )
    ]


def test_a_misspelt_setting_is_named(tmp_path):
    text = STATEMENT.replace("expect: met", "expects: met")
    assert mistakes(tmp_path, text) == [
        "small/danger/exists.examples.yaml:3 examples.0.expect: is missing",
        (
            "small/danger/exists.examples.yaml:4 examples.0.expects: there is no such setting "
            "(did you mean expect?)"
        ),
    ]


def test_an_outcome_that_nobody_gives_is_refused(tmp_path):
    problems = mistakes(tmp_path, STATEMENT.replace("expect: met", "expect: failed"))
    assert problems[0].startswith(
        "small/danger/exists.examples.yaml:4 examples.0.expect: 'failed' is not known ("
    )
