"""Every quote stands where its evidence says, in the readable text and in the raw text."""

import pytest

from sos_audit.adapters.text import readable
from sos_audit.checks import CHECKS, settings_by_kind
from sos_audit.engine import CaseFindings, audit_family
from sos_audit.rulepacks import load_pack
from sos_audit.runs.families import in_families
from tests.runs.shapes import PACK, SHAPES

FEWEST_QUOTES = 400


@pytest.fixture(scope="module", params=SHAPES, ids=lambda shape: shape.name)
def audited(request, tmp_path_factory):
    """The findings of every case file of a shape, with the file as it was read."""
    cases = request.param.read(tmp_path_factory.mktemp("spool"))
    pack = load_pack(PACK, settings_by_kind())
    families = list(in_families(cases))
    as_at = max(d.date for case in cases for d in case.documents if d.date)
    found = [case for f in families for case in audit_family(f, pack, CHECKS, as_at)]
    assert all(isinstance(case, CaseFindings) for case in found)
    return found


def _quoted(audited):
    """Every piece of evidence with words, and the document they are said to stand in."""
    for case in audited:
        documents = {document.id: document for document in case.reading.case.documents}
        for finding in case.findings:
            for piece in finding.evidence:
                if piece.start is not None:
                    yield piece, documents[piece.document_id]


def test_there_are_quotes_to_look_at(audited):
    assert sum(1 for _ in _quoted(audited)) > FEWEST_QUOTES


def test_the_quote_is_what_the_readable_text_holds_there(audited):
    for piece, document in _quoted(audited):
        assert document.text[piece.start : piece.end] == piece.quote
        assert piece.quote.strip()


def test_the_raw_text_of_a_quote_reads_as_the_quote(audited):
    for piece, document in _quoted(audited):
        if document.raw is None:
            continue
        start, end = document.source_map.raw_span(piece.start, piece.end)
        assert readable(document.raw[start:end], document.format).text == piece.quote


def test_no_words_are_quoted_without_their_place(audited):
    for case in audited:
        for finding in case.findings:
            for piece in finding.evidence:
                assert piece.quote == "" or piece.start is not None


def test_the_bundle_keeps_the_quote_and_its_place(finished, tmp_path):
    cases = {case.child.id: case for case in finished.shape.read(tmp_path)}
    bundle = finished.bundle
    kept = {case.child_id: case for case in bundle.cases}
    quoted = 0
    for finding in bundle.findings:
        texts = {(d.kind, d.label, d.date, d.text) for d in cases[finding.child_id].documents}
        for piece in finding.evidence:
            if piece.quote is None or piece.start is None:
                continue
            shown = kept[finding.child_id].documents[piece.document]
            assert any(
                text[piece.start : piece.end] == piece.quote
                for kind, title, date, text in texts
                if (kind, title, date) == (shown.kind, shown.title, shown.date)
            )
            quoted += 1
    assert quoted > FEWEST_QUOTES
