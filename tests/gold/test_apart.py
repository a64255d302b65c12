"""Detectors and rules are not written from the texts that judge them.

A run of five words in common is taken for copying. In rule examples, which are running text about
the same matters, it takes seven: five ordinary words meet there by chance.
"""

import pytest

from tests.gold.texts import GOLD, ROOT, all_cases, all_statements, cases, runs, statements, words

MODULES = sorted([*ROOT.glob("sos_audit/reading/**/*.py"), *ROOT.glob("sos_audit/checks/**/*.py")])
RULES = sorted(p for p in ROOT.glob("rules/**/*") if p.suffix in {".yaml", ".txt"})
EXAMPLES = [path for path in RULES if path.name.endswith(".examples.yaml")]
WORDS_AND_CRITERIA = [path for path in RULES if path not in EXAMPLES]

METHOD = (
    "what are we worried about",
    "where we want to be",
    "where are we now 0 to 10",
    "where are we 0 10",
    "what the child will experience and",
    "what will the child experience how",
    "how long it must be seen",
    "what would make it one higher",
)
"""Headings and questions of the method's own forms, which anybody's texts and rules must share."""


def gold_runs(texts, length):
    return {run for text in texts for run in runs(text, length)}


def gold_texts(rows, files):
    return [r["text"] for r in rows] + [d["text"] for f in files for d in f["documents"]]


EVERYTHING = gold_texts(all_statements(), all_cases())
FIVE = gold_runs(EVERYTHING, 5) - gold_runs(METHOD, 5)
SEVEN = gold_runs(EVERYTHING, 7) - gold_runs(METHOD, 7)
TEST_FIVE = gold_runs(gold_texts(statements("test"), cases("test")), 5) - gold_runs(METHOD, 5)


def copied(path, gold, length):
    """The runs that a file shares; a word list is read entry by entry."""
    text = path.read_text(encoding="utf-8")
    parts = text.splitlines() if path.suffix == ".txt" else [text]
    return {" ".join(run) for part in parts for run in runs(part, length) & gold}


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_repeats_a_test_text(path):
    assert copied(path, TEST_FIVE, 5) == set()


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_module_repeats_any_gold_text(path):
    assert copied(path, FIVE, 5) == set()


@pytest.mark.parametrize("path", WORDS_AND_CRITERIA, ids=name)
def test_no_word_list_or_criterion_repeats_a_gold_text(path):
    assert copied(path, FIVE, 5) == set()


@pytest.mark.parametrize("path", EXAMPLES, ids=name)
def test_no_rule_example_repeats_a_gold_text(path):
    assert copied(path, SEVEN, 7) == set()


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.md")), ids=name)
def test_no_page_about_the_gold_gives_a_test_text_away(path):
    assert copied(path, TEST_FIVE, 5) == set()


def test_there_is_something_to_compare():
    assert MODULES
    assert WORDS_AND_CRITERIA
    assert EXAMPLES


def test_a_copied_line_is_found(tmp_path):
    line = words(statements("dev")[0]["text"])[:6]
    module = tmp_path / "module.py"
    module.write_text(f'EXAMPLE = "{" ".join(line)}"\n', encoding="utf-8")
    assert copied(module, FIVE, 5) == {" ".join(line[:5]), " ".join(line[1:])}


def test_a_word_list_is_read_entry_by_entry(tmp_path):
    line = words(statements("dev")[0]["text"])[:6]
    listed = tmp_path / "list.txt"
    listed.write_text("\n".join(line), encoding="utf-8")
    assert copied(listed, FIVE, 5) == set()
