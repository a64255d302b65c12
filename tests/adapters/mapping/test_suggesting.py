"""What a mapping lacks is offered as lines that can be copied into it."""

import pytest

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import blank_mapping, parse_mapping, suggest
from sos_audit.adapters.protocol import ReadContext
from sos_audit.adapters.tabular import TabularAdapter
from sos_audit.errors import MappingError
from sos_audit.resources import data_path

HEAD = """\
mapping: sos_audit.mapping.v1
authority: E09000000
system: any
stable_child_key: null
restricted: declared
"""


def test_the_most_frequent_comes_first_in_each_section():
    unmapped = {
        "question HARM": 2,
        "question What are we worried about?": 9,
        "note type CP01": 4,
        "step type with a form 1187": 1,
    }
    assert suggest(unmapped) == (
        "note_types:\n"
        '  "CP01": case_note  # 4 times\n'
        "questions:\n"
        '  - {text: "What are we worried about?", kind: null}  # 9 times\n'
        '  - {code: "HARM", kind: null}  # 2 times\n'
        "step_types:\n"
        '  "1187": {document: other}  # 1 times\n'
    )


def test_nothing_unmapped_needs_no_lines():
    assert suggest({}) == ""


def test_a_mapping_grows_from_nothing_until_nothing_is_unmapped(tmp_path):
    def unmapped_with(mapping):
        report = LoadReport()
        context = ReadContext(mapping, tmp_path, report)
        list(TabularAdapter().read(data_path("demo", "tabular"), context).case_files)
        return report.unmapped

    first = unmapped_with(blank_mapping("tabular"))
    assert len(first) > 30
    grown = HEAD + suggest(first).replace("CHANGE-ME", "cp")
    assert not unmapped_with(parse_mapping(grown))


def test_a_meaning_that_only_a_person_knows_must_be_written():
    with pytest.raises(MappingError, match="'CHANGE-ME' is not known here"):
        parse_mapping(HEAD + suggest({"visit type Home": 1}))
