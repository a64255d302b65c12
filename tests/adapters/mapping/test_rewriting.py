"""Lines are added to a mapping's text; all that stands there stays."""

from sos_audit.adapters.mapping.rewriting import Line, with_entries
from sos_audit.adapters.mapping.strict_yaml import parse_yaml

ONE = [Line("- {code: n, kind: null}", "new")]


def test_an_entry_goes_to_the_end_of_its_section_and_comments_stay():
    text = """\
# head
questions: # ours
  - code: a   # first
    kind: null
  # after the last

# about notes
note_types:
    A: case_note
"""
    added = with_entries(text, {"questions": ONE, "note_types": [Line('"B": letter')]})
    assert (
        added
        == """\
# head
questions: # ours
  - code: a   # first
    kind: null
  - {code: n, kind: null}  # new
  # after the last

# about notes
note_types:
    A: case_note
    "B": letter
"""
    )


def test_an_empty_section_is_filled_and_keeps_its_remark():
    assert with_entries("questions: [] # none yet\nyes: [si]\n", {"questions": ONE}) == (
        "questions:  # none yet\n  - {code: n, kind: null}  # new\nyes: [si]\n"
    )


def test_a_section_on_one_line_grows_inside_its_brackets():
    text = "a: 1\nnote_types: {A: letter} # x\n"
    grown = with_entries(text, {"note_types": [Line('"B": report'), Line('"C": plan')]})
    assert parse_yaml(grown, "f").value == {
        "a": 1,
        "note_types": {"A": "letter", "B": "report", "C": "plan"},
    }
    assert "# x" in grown


def test_a_section_that_is_not_there_is_added_at_the_end():
    assert with_entries("a: 1", {"questions": ONE}) == (
        "a: 1\n\nquestions:\n  - {code: n, kind: null}  # new\n"
    )


def test_a_last_value_over_several_lines_is_not_cut():
    text = """\
questions:
- code: a
  text: >-
    two
    lines
  kind: null
b:
- text: |
    x
"""
    grown = with_entries(text, {"questions": ONE, "b": [Line("- text: y")]})
    assert parse_yaml(grown, "f").value == {
        "questions": [
            {"code": "a", "text": "two lines", "kind": None},
            {"code": "n", "kind": None},
        ],
        "b": [{"text": "x\n"}, {"text": "y"}],
    }


def test_nothing_to_add_changes_nothing():
    assert with_entries("a: 1  # x\n", {"questions": []}) == "a: 1  # x\n"
