"""What a mapping lacks is offered as lines that can be copied into it."""

import pytest

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import (
    Asked,
    Survey,
    Vocabulary,
    blank_mapping,
    blank_text,
    entries,
    parse_mapping,
    suggestions,
    with_entries,
)
from sos_audit.adapters.protocol import FormField, ReadContext
from sos_audit.adapters.tabular import TabularAdapter
from sos_audit.errors import MappingError
from sos_audit.resources import data_path

HEADINGS = Vocabulary(
    {"danger_statement": ["danger statement"], "scale": ["safety scale"], "": ["attendees"]}
)


def lines(questions=(), fields=(), unmapped=None, wordings=None):
    found = suggestions(questions, fields, HEADINGS)
    sections = entries(found, unmapped or {}, wordings or {})
    return {name: [str(line) for line in added] for name, added in sections.items()}


def test_a_sure_guess_is_the_kind_and_says_that_it_is_a_guess():
    assert lines([Asked("q1", "Danger statement", times=9)]) == {
        "questions": [
            (
                '- {code: "q1", text: "Danger statement", kind: danger_statement}'
                "  # 9 times; a guess, 100 % sure"
            )
        ]
    }


def test_a_doubtful_guess_is_only_a_remark():
    asked = Asked(None, "Which danger statement did you hear about first?", times=1)
    (line,) = lines([asked])["questions"]
    assert line.startswith(
        '- {text: "Which danger statement did you hear about first?", kind: null}'
    )
    assert "once; perhaps danger_statement" in line


def test_a_known_heading_of_no_statement_is_no_statement():
    assert lines([Asked(None, "Attendees", times=2)])["questions"] == [
        '- {text: "Attendees", kind: null}  # 2 times'
    ]


def test_numbers_alone_are_perhaps_a_scale():
    assert lines([Asked("zzq", None, times=10, numbers=9)])["questions"] == [
        '- {code: "zzq", kind: null}  # 10 times; perhaps scale, 60 % sure'
    ]


def test_templates_give_wording_section_and_order():
    asked = [Asked("b", None, times=9), Asked("a", None, times=1)]
    fields = [FormField("A", "Anything else?", "Danger statement"), FormField("n", "New")]
    assert [line.split("  #")[0] for line in lines(asked, fields)["questions"]] == [
        '- {code: "a", text: "Anything else?", kind: danger_statement}',
        '- {code: "n", text: "New", kind: null}',
        '- {code: "b", kind: null}',
    ]


def test_the_most_frequent_comes_first_in_each_section():
    unmapped = {"note type CP01": 4, "note type HV": 9, "step type with a form 1187": 1}
    wordings = {"note type HV": "Home visit", "step type with a form 1187": "Core group"}
    assert lines((), (), unmapped, wordings) == {
        "note_types": [
            '"HV": home_visit  # Home visit: 9 times; a guess, 100 % sure',
            '"CP01": case_note  # 4 times',
        ],
        "step_types": ['"1187": {document: core_group}  # Core group: once; a guess, 100 % sure'],
    }


def test_a_step_met_with_and_without_a_form_stands_once():
    unmapped = {"step type with a form 7": 1, "step type without a form 7": 3}
    assert len(lines((), (), unmapped)["step_types"]) == 1


def test_nothing_unmapped_needs_no_lines():
    assert lines() == {}


def test_a_mapping_grows_from_nothing_until_nothing_is_unmapped(tmp_path):
    def survey(mapping):
        report = LoadReport()
        seen = Survey(mapping)
        context = ReadContext(mapping, tmp_path, report)
        list(seen.watch(TabularAdapter().read(data_path("demo", "tabular"), context).case_files))
        return seen, report

    seen, report = survey(blank_mapping("tabular"))
    assert len(report.unmapped) > 30
    found = suggestions(seen.unmapped, (), HEADINGS)
    grown = with_entries(blank_text("tabular"), entries(found, report.unmapped, report.wordings))
    assert not survey(parse_mapping(grown.replace("CHANGE-ME", "cp")))[1].unmapped


def test_no_answer_stands_in_the_lines():
    asked = Asked("q", None, times=1, examples=["ZEBRAFINCH"])
    assert "ZEBRAFINCH" not in str(lines([asked]))


def test_a_meaning_that_only_a_person_knows_must_be_written():
    added = entries((), {"visit type Other": 1}, {})
    with pytest.raises(MappingError, match="'CHANGE-ME' is not known here"):
        parse_mapping(with_entries(blank_text("any"), added))
