"""A pack that can be loaded may still ask in vain, blame or prove nothing."""

import pytest

from sos_audit.rulepacks.lint import lint
from tests.rulepacks.packs import (
    EXAMPLES,
    EXISTS,
    FUTURE,
    KINDS,
    OVERLAY,
    PACK,
    SHIPPED,
    overlay,
    shown,
    small_pack,
)


def linted(tmp_path, **files):
    return shown(lint(small_pack(tmp_path, **files), KINDS), tmp_path)


def test_a_pack_in_order_has_nothing_to_say(tmp_path):
    assert linted(tmp_path) == []


def test_the_shipped_pack_is_in_order():
    assert [str(problem) for problem in lint(SHIPPED, KINDS)] == []


def test_what_cannot_be_loaded_is_named_as_loading_names_it(tmp_path):
    text = EXISTS.replace("revision: 1", "revision: 0")
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/danger/exists.yaml:2 revision: Input should be greater than or equal to 1"
    ]


def test_a_criterion_without_examples(tmp_path):
    assert linted(tmp_path, **{"danger/future.yaml": FUTURE}) == [
        "small/danger/future.yaml:1 id: has no examples (write future.examples.yaml beside it)"
    ]


def test_examples_that_do_not_show_a_gap(tmp_path):
    text = EXAMPLES.replace("expect: gap", "expect: partly")
    assert linted(tmp_path, **{"danger/exists.examples.yaml": text}) == [
        "small/danger/exists.examples.yaml no example of danger.exists is gap"
    ]


def test_a_known_miss_proves_nothing(tmp_path):
    text = EXAMPLES.replace("expect: gap", "expect: gap\n    known_miss: true")
    assert linted(tmp_path, **{"danger/exists.examples.yaml": text}) == [
        "small/danger/exists.examples.yaml no example of danger.exists is gap"
    ]


def test_examples_of_one_name(tmp_path):
    text = EXAMPLES.replace("name: not there", "name: there")
    assert linted(tmp_path, **{"danger/exists.examples.yaml": text}) == [
        "small/danger/exists.examples.yaml:3 two examples are called 'there'",
        "small/danger/exists.examples.yaml:11 two examples are called 'there'",
    ]


def test_examples_of_no_criterion(tmp_path):
    text = EXAMPLES.replace("danger.exists", "danger.exist")
    problems = linted(tmp_path, **{"danger/other.examples.yaml": text})
    assert problems[0] == (
        "small/danger/other.examples.yaml:3 there is no criterion 'danger.exist' "
        "(did you mean danger.exists?)"
    )


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ("The danger statement was not done.", "not done"),
        ("The worker failed to write one.", "failed"),
        ("The worker did not write one.", "did not"),
    ],
)
def test_a_gap_that_blames(tmp_path, gap, said):
    text = EXISTS.replace("No danger statement was found in the records supplied.", gap)
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        (
            f"small/danger/exists.yaml:16 gap: {said!r} speaks of people, not records "
            "(a gap says what was not found in the records supplied)"
        )
    ]


def test_a_gap_that_does_not_say_where_it_looked(tmp_path):
    text = EXISTS.replace("was found in the records supplied", "exists")
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/danger/exists.yaml:16 gap: does not say what was not found in the records supplied"
    ]


def test_an_ask_that_is_no_question(tmp_path):
    text = EXISTS.replace("will happen?", "will happen.")
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/danger/exists.yaml:17 ask: is no question (end it with a question mark)"
    ]


def test_an_empty_source(tmp_path):
    text = EXISTS.replace("[S01]", "[S01, '']")
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/danger/exists.yaml:7 sources.1: names no source"
    ]


def test_a_domain_that_the_pack_does_not_name(tmp_path):
    text = PACK.replace("[danger, goals]", "[dangers, goals]")
    assert linted(tmp_path, **{"pack.yaml": text}) == [
        (
            "small/danger/exists.yaml:3 domain: 'danger' is not a domain of the pack, so it is not "
            "scored (did you mean dangers?)"
        )
    ]


def test_a_domain_in_which_nothing_weighs(tmp_path):
    text = EXISTS.replace("weight: 3", "weight: 0")
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        "small/pack.yaml:5 domains: nothing in 'danger' has a weight"
    ]


def test_a_kind_that_no_text_can_hold(tmp_path):
    text = EXISTS.replace("[danger_statement]", "[danger_statement, bottom_line]")
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        (
            "small/danger/exists.yaml:15 check.statement.1: no text can hold a bottom_line: it is "
            "not read and has no headings (add words/heading_bottom_line.txt)"
        )
    ]


def asks_for(tmp_path, check):
    text = EXISTS.replace("  kind: statement_exists\n", f"  kind: element_present\n  {check}\n")
    return linted(tmp_path, **{"danger/exists.yaml": text})


def test_an_element_that_is_never_read_in_the_kind(tmp_path):
    assert asks_for(tmp_path, "any_of: [future_harm, duration]") == [
        "small/danger/exists.yaml:15 check.any_of.1: duration is never read in a danger_statement"
    ]


def test_a_check_that_looks_for_nothing(tmp_path):
    assert asks_for(tmp_path, "all_of: []") == [
        "small/danger/exists.yaml:13 check: looks for no element"
    ]


def test_a_phrase_with_a_capital(tmp_path):
    text = EXISTS.replace(
        "  kind: statement_exists\n  statement: [danger_statement]\n",
        "  kind: documented\n  phrases: [Family feedback]\n",
    )
    assert linted(tmp_path, **{"danger/exists.yaml": text}) == [
        (
            "small/danger/exists.yaml:15 check.phrases.0: 'Family feedback' never matches: texts "
            "are compared in small letters (write 'family feedback')"
        )
    ]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("could\nmight\ncould\n", "3 'could' stands here a second time (the first is in line 1)"),
        (
            "May\n",
            "1 'May' is compared in small letters with plain quotes and dashes (write 'may')",
        ),
        (
            "won’t\n",
            "1 'won’t' is compared in small letters with plain quotes and dashes (write \"won't\")",
        ),
        (
            "may well+\n",
            "1 'may well+' never matches (only the first word takes a + for its other forms)",
        ),
        ("may # month\n", "1 'may # month' holds a comment (give a comment a line of its own)"),
    ],
)
def test_a_word_that_is_written_wrongly(tmp_path, words, problem):
    assert linted(tmp_path, **{"words/modal.txt": words}) == [f"small/words/modal.txt:{problem}"]


def test_a_word_that_stands_for_two_sorts_of_people(tmp_path):
    words = {"words/people_family.txt": "nan\naunt\n", "words/people_carer.txt": "guardian\nnan\n"}
    assert linted(tmp_path, **words) == [
        "small/words/people_family.txt:1 'nan' stands in people_carer.txt too (keep one of them)"
    ]


def test_a_list_of_an_overlay_that_is_never_looked_up(tmp_path):
    problems = lint(overlay(tmp_path, **{"words/modals.txt": "shall\n"}), KINDS)
    assert shown(problems, tmp_path) == [
        "ours/words/modals.txt no list of this name is ever looked up (did you mean modal?)"
    ]


def test_an_overlay_is_checked_with_the_pack_it_extends(tmp_path):
    text = OVERLAY + "domains: [goals]\n"
    assert shown(lint(overlay(tmp_path, text), KINDS), tmp_path) == [
        (
            "small/danger/exists.yaml:3 domain: 'danger' is not a domain of the pack, so it is not "
            "scored (name it in pack.yaml)"
        )
    ]
