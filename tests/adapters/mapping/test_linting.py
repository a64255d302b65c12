"""A mapping is compared with the export it is for; what would make findings wrong comes first."""

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import Asked, lint, parse_mapping
from sos_audit.adapters.mapping.strict_yaml import parse_yaml

HEAD = """\
mapping: sos_audit.mapping.v1
authority: E09000000
system: any
stable_child_key: person_id
restricted: {restricted}
"""


def complaints(text, asked=(), withheld=(), occurring=(), restricted="declared"):
    text = HEAD.format(restricted=restricted) + text
    report, inventory = LoadReport(), LoadReport()
    for reason in withheld:
        report.withhold(reason)
    for what, code in occurring:
        inventory.unmap(what, code)
    source, mapping = parse_yaml(text, "m.yaml"), parse_mapping(text)
    return [
        (found.serious, str(found.problem))
        for found in lint(source, mapping, asked, report, inventory)
    ]


USED = [Asked("a", None, times=1), Asked("A ", None, times=1)]


def test_one_code_with_two_kinds_is_an_error_at_its_line():
    text = "questions:\n- {code: a, kind: worry}\n- {code: A, kind: safety_goal}\n"
    serious = [message for is_serious, message in complaints(text, USED) if is_serious]
    assert serious == [
        (
            "m.yaml:8 questions.1: the same code as in entry 1, there worry, here safety_goal "
            "(keep one entry; case and spacing make no difference)"
        )
    ]


def test_a_scale_on_a_text_is_an_error():
    text = (
        "questions:\n- {code: a, kind: worry, scale: {low: 0, high: 10, higher_is_safer: true}}\n"
    )
    (found,) = complaints(text, USED)
    assert found == (
        True,
        (
            "m.yaml:7 questions.0.scale: a scale is declared, but the kind is worry "
            "(write kind: scale, or take the declaration away)"
        ),
    )


def test_a_scale_without_range_is_a_warning():
    ((serious, message),) = complaints("questions:\n- {code: a, kind: scale}\n", USED)
    assert not serious
    assert "without its range and direction" in message


def test_a_pattern_that_contradicts_a_wording_is_a_warning():
    text = "questions:\n- {text: My worry, kind: worry}\n- {pattern: '*worry*', kind: null}\n"
    asked = [Asked(None, "My worry", times=1), Asked(None, "Any worry?", times=1)]
    ((serious, message),) = complaints(text, asked)
    assert not serious
    assert "fits the text of entry 1 as well, which is worry and not None" in message


def test_a_statement_of_no_restriction_that_the_export_belies_is_an_error():
    text = "questions: []\n"
    found = complaints(text, withheld=["restricted_case"], restricted="none_in_this_export")
    assert found == [
        (
            True,
            (
                "m.yaml:5 restricted: says that the export holds no restricted record, "
                "but it marks 1 "
                "(write restricted: declared)"
            ),
        )
    ]
    assert not complaints(text, withheld=["status_draft"], restricted="none_in_this_export")


def test_what_is_mapped_and_never_occurs_is_a_warning():
    text = (
        "questions:\n- {code: a, kind: worry}\n- {code: gone, kind: worry}\n"
        "note_types: {N: letter, M: letter}\n"
    )
    assert complaints(text, USED, occurring=[("note type", "m")]) == [
        (False, "m.yaml:8 questions.1: 'gone' does not occur in this export"),
        (False, "m.yaml:9 note_types.N: 'N' does not occur in this export"),
    ]


def test_examples_left_in_the_head_are_warned_of():
    text = HEAD.format(restricted="declared").replace("E09000000", "E00000000")
    text = text.replace("person_id", "null")
    source, mapping = parse_yaml(text, "m.yaml"), parse_mapping(text)
    found = lint(source, mapping, (), LoadReport(), LoadReport())
    assert [c.problem.line for c in found] == [2, 4]
    assert not any(c.serious for c in found)
