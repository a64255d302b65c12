"""A sentence of the record is shown once, with everything quoted from it marked."""

from sos_audit.bundle.v1 import Evidence
from sos_audit.reports.html.passages import distinct, passage, sentence

TEXT = "Nan said no. Ella could be hit by Craig."
SENTENCE_START = TEXT.index("Ella")


def _evidence(words, document=0):
    start = TEXT.index(words)
    return Evidence(
        document=document,
        kind="map",
        title="Map",
        date=None,
        start=start,
        end=start + len(words),
        quote=words,
        before=TEXT[SENTENCE_START:start],
        after=TEXT[start + len(words) :],
    )


def _shown(found):
    return "".join(f"[{s.words}]" if s.is_marked else s.words for s in found.segments)


def test_two_quotes_of_one_sentence_are_marked_in_it():
    assert _shown(passage([_evidence("Craig"), _evidence("Ella")])) == (
        "[Ella] could be hit by [Craig]."
    )


def test_quotes_that_overlap_become_one_mark():
    assert _shown(passage([_evidence("Ella could"), _evidence("could be hit")])) == (
        "[Ella could be hit] by Craig."
    )


def test_a_quote_without_its_sentence_stands_alone():
    short = Evidence(document=0, kind="map", title="Map", date=None, start=13, end=17, quote="Ella")

    assert _shown(passage([short])) == "[Ella]"


def test_evidence_without_words_has_nothing_to_mark():
    field = Evidence(document=None, kind="visit", title="Visit", date=None)

    assert passage([field]).segments == ()
    assert sentence(field) is None


def test_the_same_words_in_two_documents_are_two_sentences():
    assert sentence(_evidence("Ella")) == sentence(_evidence("Craig"))
    assert sentence(_evidence("Ella")) != sentence(_evidence("Ella", document=1))


def test_further_passages_leave_out_what_is_shown():
    elsewhere = _evidence("Craig", document=1)

    found = distinct([_evidence("Craig"), elsewhere, elsewhere], shown=[_evidence("Ella")])

    assert [_shown(other) for other in found] == ["Ella could be hit by [Craig]."]


def test_fields_without_words_are_all_kept():
    field = Evidence(document=None, kind="visit", title="Visit", date=None)

    assert len(distinct([field, field], shown=())) == 2
