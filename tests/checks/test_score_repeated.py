"""It is scaled again, so that change can be seen."""

from sos_audit.findings import Outcome
from tests.checks.example_case import ask, document, inquiry


def scaled(date, text="Mum 4."):
    return document("review", date, answers=[("scale", text)])


def repeated(*documents):
    return ask("score_repeated", inquiry(*documents, as_at="2026-06-01"))


def test_two_occasions_meet_it():
    answer = repeated(scaled("2026-02-02"), scaled("2026-04-06", "Mum 6."))
    assert (answer.outcome, answer.message) == (
        Outcome.MET,
        "scaled on 2 separate occasions",
    )


def test_once_is_a_gap():
    assert repeated(scaled("2026-02-02")).outcome is Outcome.GAP


def test_two_documents_of_one_week_are_one_occasion():
    answer = repeated(scaled("2026-02-02"), scaled("2026-02-06", "Mum 6."))
    assert answer.outcome is Outcome.GAP


def test_the_same_number_without_a_reason_is_partly():
    assert repeated(scaled("2026-02-02"), scaled("2026-04-06")).outcome is Outcome.PARTLY


def test_the_same_number_with_a_reason_is_met():
    again = scaled("2026-04-06", "Mum 4 because nothing has changed.")
    assert repeated(scaled("2026-02-02"), again).outcome is Outcome.MET


def test_an_undated_document_is_no_occasion():
    assert repeated(scaled("2026-02-02"), scaled(None, "Mum 6.")).outcome is Outcome.GAP
