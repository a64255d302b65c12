"""A mapping's mistakes come all at once, each with its line and what to write instead."""

import pytest

from sos_audit.adapters.mapping import load_mapping, parse_mapping
from sos_audit.errors import MappingError

HEAD = """\
mapping: sos_audit.mapping.v1
authority: E09000000
system: mosaic
stable_child_key: person_id
restricted: declared
"""


def problems(text: str) -> list[str]:
    with pytest.raises(MappingError) as caught:
        parse_mapping(text, "m.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_the_smallest_mapping():
    mapping = parse_mapping(HEAD)
    assert (mapping.authority, mapping.system) == ("E09000000", "mosaic")
    assert mapping.stable_child_key == "person_id"
    assert mapping.declares_restriction
    assert mapping.extract_date is None


def test_a_missing_restriction_statement_says_what_to_write():
    text = HEAD.replace("restricted: declared\n", "")
    assert problems(text) == [
        (
            "m.yaml:1 restricted: is missing "
            "(write declared if the export marks restricted records, or none_in_this_export "
            "if somebody made sure that it holds none)"
        )
    ]


def test_all_mistakes_are_named_in_the_order_of_lines():
    text = HEAD + (
        "visit_tipes: {}\n"
        "questions:\n"
        "  - code: 12\n"
        "    kind: worry\n"
        "  - text: Anything else?\n"
        "visit_types: {7: cpp}\n"
    )
    assert problems(text) == [
        "m.yaml:6 visit_tipes: there is no such setting (did you mean visit_types?)",
        "m.yaml:8 questions.0.code: must be text (put it in quotes)",
        (
            "m.yaml:10 questions.1.kind: is missing "
            "(a kind of statement, or null for a question that holds none)"
        ),
        (
            "m.yaml:11 visit_types.7: 'cpp' is not known here "
            "(write 'cp', 'cin', 'cla' or 'assessment')"
        ),
    ]


@pytest.mark.parametrize(
    ("question", "complaint"),
    [
        ("{kind: worry}", "write code, text or pattern"),
        ("{kind: worry, code: a, pattern: b}", "write either pattern, or code and text"),
        ("{kind: worry, pattern: '*'}", "a pattern of * alone would match every question"),
    ],
)
def test_a_question_must_be_found_in_one_way(question, complaint):
    assert problems(f"{HEAD}questions:\n  - {question}\n") == [f"m.yaml:7 questions.0: {complaint}"]


def test_a_scale_upside_down_is_told_about_its_direction():
    text = HEAD + (
        "questions:\n"
        "  - code: s\n"
        "    kind: scale\n"
        "    scale: {low: 10, high: 0, higher_is_safer: true}\n"
    )
    assert problems(text) == [
        (
            "m.yaml:9 questions.0.scale: "
            "low must be below high; use higher_is_safer for the direction"
        )
    ]


def test_a_question_mapped_twice_is_a_mistake():
    text = HEAD + "questions:\n  - {code: a, kind: worry}\n  - {code: a, kind: scale}\n"
    assert problems(text) == [
        "m.yaml:8 questions.1: this question is mapped twice (keep one entry)"
    ]


def test_a_relation_misspelt_inside_is_found():
    text = HEAD + "relationships:\n  Mum: {relation: mother, professionl: true}\n  Dad: 3\n"
    assert problems(text) == [
        (
            "m.yaml:7 relationships.Mum.professionl: there is no such setting "
            "(did you mean professional?)"
        ),
        "m.yaml:8 relationships.Dad: cannot be read (write the settings below it, as name: value)",
    ]


@pytest.mark.parametrize("text", ["", "- 1", "words"])
def test_something_else_altogether_says_how_to_begin(text):
    assert problems(text) == [
        "m.yaml:1 this is not a mapping (begin with: mapping: sos_audit.mapping.v1)"
    ]


def test_mistakes_of_form_are_mapping_errors_too(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(MappingError, match="a second time"):
        load_mapping(path)
