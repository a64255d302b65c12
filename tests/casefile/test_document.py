"""What a document is called on screen."""

from sos_audit.casefile import Document, DocumentKind


def test_a_document_is_called_by_its_title():
    assert Document("D1", DocumentKind.LETTER, "To Dad", None, "").label == "To Dad"


def test_without_a_title_it_is_called_by_its_kind_and_never_by_its_id():
    assert Document("D1", DocumentKind.CASE_NOTE, None, None, "").label == "case note"
