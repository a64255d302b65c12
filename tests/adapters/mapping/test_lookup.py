"""The mapping answers what it says, and None for everything else."""

import datetime as dt

import pytest

from sos_audit.adapters.mapping import parse_mapping
from sos_audit.adapters.mapping.lookup import Wildcard, fold
from sos_audit.casefile import (
    CaseType,
    DocumentKind,
    ScaleDeclaration,
    StatementKind,
    TextFormat,
)

MAPPING = parse_mapping("""\
mapping: sos_audit.mapping.v1
authority: E09000000
system: mosaic
stable_child_key: null
restricted: none_in_this_export
extract_date: 2026-10-30
questions:
  - {code: Q1, text: What are we worried about?, kind: worry}
  - {text: "Anything else?", kind: null}
  - {pattern: "How safe * child*?", kind: scale, scale: {low: 0, high: 10, higher_is_safer: true}}
  - {code: Q2, kind: safety_goal, format: html}
forms: [{name: Child and Family Assessment, kind: assessment}]
note_types: {CP01: home_visit, EM: {document: letter, format: plain}}
note_format: html
step_types:
  1187: {document: conference, event: icpc, case_type: cp}
visit_types: {CPV: cp}
relationships: {Mum: mother, Teacher: {relation: teacher, professional: true}}
worker_roles: {REL.ALLOC: social worker}
case_types: {Child protection: cp}
teams: {12: North}
yes: ["a) Yes"]
""")


def test_a_question_is_found_by_its_code_first():
    question = MAPPING.question("q1", "Anything else?")
    assert question is not None
    assert question.kind is StatementKind.WORRY
    assert (question.position, question.text) == (0, "What are we worried about?")


@pytest.mark.parametrize(
    "wording",
    ["what are we  WORRIED about?", "What are we worried about? ", "What are we worried about?:"],
)
def test_wording_matches_whatever_the_case_and_spacing(wording):
    assert MAPPING.question(None, wording) == MAPPING.question("Q1")


def test_a_wording_in_the_place_of_a_code_is_looked_up_too():
    assert MAPPING.question("What are we worried about?") == MAPPING.question("Q1")


def test_a_pattern_matches_any_words_at_its_star():
    question = MAPPING.question(None, "How safe is the child tonight?")
    assert question is not None
    assert question.scale == ScaleDeclaration(0, 10, higher_is_safer=True)


def test_a_known_question_may_hold_no_statement():
    question = MAPPING.question(None, "Anything else?")
    assert question is not None
    assert question.kind is None


def test_an_unknown_question_is_not_guessed():
    assert MAPPING.question("Q9", "How safe tonight?") is None


def test_how_text_is_written_is_declared_by_question_and_note_type():
    question = MAPPING.question("Q2")
    assert question is not None
    assert question.format is TextFormat.HTML
    assert MAPPING.note("cp01") == (DocumentKind.HOME_VISIT, TextFormat.HTML)
    assert MAPPING.note("EM") == (DocumentKind.LETTER, TextFormat.PLAIN)
    assert MAPPING.note("XX") == (None, TextFormat.HTML)


def test_the_other_words():
    step = MAPPING.step("1187")
    assert step is not None
    assert (step.document, step.event, step.case_type) == ("conference", "icpc", "cp")
    assert MAPPING.form_kind("child and family assessment") is DocumentKind.ASSESSMENT
    assert MAPPING.visit_kind("cpv") == "cp"
    assert MAPPING.worker_role("REL.ALLOC") == "social worker"
    assert MAPPING.case_type("child protection") is CaseType.CHILD_PROTECTION
    assert MAPPING.team("12") == "North"
    assert MAPPING.extract_date == dt.date(2026, 10, 30)
    assert MAPPING.yes == ("a) Yes",)


def test_a_relationship_may_be_professional():
    mum, teacher = MAPPING.relation("mum"), MAPPING.relation("Teacher")
    assert mum is not None
    assert teacher is not None
    assert (mum.relation, mum.professional) == ("mother", False)
    assert (teacher.relation, teacher.professional) == ("teacher", True)


@pytest.mark.parametrize(
    ("pattern", "wording", "fits"),
    [
        ("a*c", "abc", True),
        ("a*c", "ac", True),
        ("ab*bc", "abc", False),
        ("*safe*", "how safe is it", True),
        ("safe", "how safe", False),
        ("a*b*c", "a c b", False),
    ],
)
def test_wildcards(pattern, wording, fits):
    assert Wildcard.of(pattern).matches(fold(wording)) is fits


def test_matching_stays_fast_on_text_made_to_be_slow():
    assert not Wildcard.of("a*" * 200 + "b").matches("a" * 100_000)
