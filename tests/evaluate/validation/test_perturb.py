"""Perturbations change what they name and nothing else."""

import pytest

from sos_audit.adapters.text import readable
from sos_audit.casefile import Answer, Document, DocumentKind, Family, Span
from sos_audit.evaluate.validation.gold import read_gold
from sos_audit.evaluate.validation.names import ORIGINS
from sos_audit.evaluate.validation.perturb import (
    as_html,
    as_rtf,
    mistyped,
    perturbations,
    sentence_case,
    straight,
    typographic,
)
from sos_audit.evaluate.validation.rewriting import around, rewritten
from tests.evaluate.validation.examples import case, statement, written

WAYS = {way.name: way for way in perturbations()}


def perturbed(name, text, **fields):
    """The text of a statement after the perturbation of that name."""
    return WAYS[name].statement(statement(text=text, **fields)).text


@pytest.mark.parametrize("origin", ORIGINS)
def test_people_get_names_of_the_origin_and_keep_them_throughout(origin):
    text = "Tess and Mrs Okoro saw it. Tess's mum did not; Okoro rang Joe Okoro."
    people = [{"name": "Mrs Okoro", "role": "teacher"}, {"name": "Joe Okoro", "role": "uncle"}]
    changed = WAYS[f"{origin} names"].statement(
        statement(text=text, child={"name": "Tess"}, people=people)
    )
    tess, okoro, joe = changed.child.name, *reversed(changed.people[1].name.split())
    assert {tess, joe} <= {*ORIGINS[origin].women, *ORIGINS[origin].men}
    assert okoro in ORIGINS[origin].surnames
    assert changed.people[0].name == f"Mrs {okoro}"
    assert changed.text == (
        f"{tess} and Mrs {okoro} saw it. {tess}'s mum did not; {okoro} rang {joe} {okoro}."
    )


def test_a_role_tells_whose_given_names_to_take():
    people = [{"name": "Kim", "role": "grandmother"}, {"name": "Les", "role": "father"}]
    kim, les = WAYS["Welsh names"].statement(statement(people=people)).people
    assert kim.name in ORIGINS["Welsh"].women
    assert les.name in ORIGINS["Welsh"].men


def test_names_that_are_words_too_stay():
    text = "Grace will say grace; Will may not."
    people = [{"name": "Grace"}, {"name": "Will"}]
    assert perturbed("Irish names", text, people=people) == text


def test_every_list_has_as_many_names_and_no_name_twice():
    for names in ORIGINS.values():
        for pool in names:
            assert len(set(pool)) == len(pool) == 8


def test_marks_become_straight_or_typographic():
    assert straight("“It’s Mum’s,” she said") == "\"It's Mum's,\" she said"
    assert typographic("\"It's Mum's,\" she said ('no')") == "“It’s Mum’s,” she said (‘no’)"


def test_sentence_case_keeps_names_and_starts_of_sentences():
    text = "The Social Worker saw Ella. MUM said I Was there\nand Dad"
    assert sentence_case(text, {"Ella"}) == (
        "The social worker saw Ella. Mum said I was there\nAnd dad"
    )
    assert perturbed("sentence case", text, child={"name": "Ella Doe"}) == sentence_case(
        text, {"Ella", "Doe"}
    )


def test_typing_errors_are_rare_and_the_same_for_the_same_seed():
    text = "Grandmother collects everybody from school every Wednesday afternoon. " * 40
    slipped = mistyped(text, 1)
    assert slipped == mistyped(text, 1)
    assert slipped != mistyped(text, 2)
    changed = sum(a != b for a, b in zip(text.split(), slipped.split(), strict=True))
    assert 5 <= changed <= 40


def test_short_words_and_numbers_are_never_mistyped():
    text = "no he 0161 496 0000 is it " * 100
    assert mistyped(text, 1) == text


@pytest.mark.parametrize("text", ["a < b & c\nZoë’s “word” {x} \\ 😀", "one line"])
def test_mark_up_reads_as_the_text_it_was_made_from(text):
    assert readable(as_html(text), "html").text == text
    assert readable(as_rtf(text), "rtf").text == text


def test_white_space_around_a_text_stays():
    assert around(" \n words \n", str.upper) == " \n WORDS \n"
    assert around(" \n", str.upper) == " \n"


def test_answers_of_a_document_move_with_their_text():
    text = "Question?\nNan helps.\n\nNext?\nNan rings."
    answers = (Answer(Span(10, 20), "Question?"), Answer(Span(28, 38), "Next?"))
    document = Document("D1", DocumentKind.CASE_NOTE, None, None, text, answers)
    changed = rewritten(document, lambda piece: piece.replace("Nan", "Grandmother"))
    assert [a.span.of(changed.text) for a in changed.answers] == [
        "Grandmother helps.",
        "Grandmother rings.",
    ]


def test_the_order_of_documents_changes_and_nothing_else(tmp_path):
    documents = [{"id": f"D{at}", "kind": "case_note", "text": f"Note {at}."} for at in range(9)]
    line = case(gold={"outcomes": {}}, documents=documents)
    family = Family((read_gold(written(tmp_path, "cases.jsonl", line)).cases[0].case,))
    before = family.cases[0].documents
    backwards = WAYS["documents reversed"].family(family).cases[0].documents
    shuffled = WAYS["documents shuffled"].family(family).cases[0].documents
    assert backwards == before[::-1]
    assert shuffled != before
    assert sorted(shuffled, key=lambda d: d.id) == list(before)
