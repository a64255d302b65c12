"""Which scaling counts now."""

from sos_audit.checks.occasions import latest_occasion, occasions
from tests.checks.example_case import document, inquiry


def scaled(kind, date):
    return document(kind, date, answers=[("scale", "Mum 6.")])


def test_a_document_with_scores_is_an_occasion():
    held = occasions(inquiry(scaled("review", "2026-02-09"), document(text="Mum was out.")).reading)
    assert [occasion.document.kind for occasion in held] == ["review"]


def test_a_later_note_does_not_displace_a_decision():
    reading = inquiry(scaled("review", "2026-02-09"), scaled("case_note", "2026-03-02")).reading
    assert latest_occasion(reading).document.kind == "review"


def test_without_a_decision_the_latest_document_counts():
    reading = inquiry(scaled("case_note", "2026-02-09"), scaled("letter", "2026-03-02")).reading
    assert latest_occasion(reading).document.kind == "letter"


def test_without_a_score_there_is_none():
    assert latest_occasion(inquiry(document(text="Mum was out.")).reading) is None
