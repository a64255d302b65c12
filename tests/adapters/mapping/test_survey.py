"""A survey counts what forms ask, once for each document."""

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import Survey, blank_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.adapters.tabular import TabularAdapter

HEADER = "person_id,form_id,form_name,question,answer,subject_person_id\n"


def survey(tmp_path, rows):
    export = tmp_path / "export"
    export.mkdir()
    (export / "form_answers.csv").write_text(HEADER + rows, encoding="utf-8")
    seen = Survey(
        blank_mapping("tabular").__class__(
            blank_mapping("tabular").model.model_copy(update={"restricted": "none_in_this_export"})
        )
    )
    context = ReadContext(seen._mapping, tmp_path, LoadReport())
    list(seen.watch(TabularAdapter().read(export, context).case_files))
    return seen


def test_a_form_about_two_children_counts_once(tmp_path):
    (asked,) = survey(tmp_path, 'C1,F1,Review,Worry?,Words.,"C1,C2"\n').questions
    assert (asked.text, asked.times, asked.examples) == ("Worry?", 1, ["Words."])
    assert dict(asked.forms) == {"Review": 1}


def test_three_different_answers_are_kept_without_mark_up(tmp_path):
    rows = "".join(f"C1,F{n},Review,Worry?,<p>Words {n}.</p>,C1\n" for n in (1, 1, 2, 3, 4))
    (asked,) = survey(tmp_path, rows).questions
    assert asked.examples == ["Words 1.", "Words 2.", "Words 3."]


def test_the_most_frequent_comes_first_and_numbers_are_counted(tmp_path):
    rows = "C1,F1,R,Number?,6,C1\nC1,F2,R,Number?,7/10,C1\nC1,F2,R,Text?,Words.,C1\n"
    first, second = survey(tmp_path, rows).questions
    assert (first.label, first.is_numeric) == ("Number?", True)
    assert (second.label, second.is_numeric) == ("Text?", False)


def test_a_long_answer_is_cut(tmp_path):
    (asked,) = survey(tmp_path, f"C1,F1,R,Text?,{'word ' * 200},C1\n").questions
    assert len(asked.examples[0]) <= 240
