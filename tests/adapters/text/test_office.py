"""Attached documents give their text or say why they do not; none of them harms the run."""

import io
import zipfile

import pytest

from sos_audit.adapters.text.office import office_text
from sos_audit.errors import RefusedInput

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx_of(body, head=""):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return held.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def text_of(content, suffix=".docx"):
    shown = office_text([content], suffix, file="plan" + suffix)
    assert shown.source_map.length == len(shown.text)
    return shown.text


def pdf_of(words):
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    fonts = b"<</Font<</F1 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources %s>>" % fonts,
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n"
    for at, content in enumerate(objects, 1):
        body += b"%d 0 obj%s\nendobj\n" % (at, content)
    return body + b"trailer<</Root 1 0 R>>\n%%EOF"


def test_paragraphs_breaks_and_tables_of_a_docx_are_read():
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("Worries", "Goals"))
    body = (
        paragraph("What are we worried about?")
        + "<w:p><w:r><w:t>Mum</w:t><w:br/><w:t>said</w:t><w:tab/><w:t>so.</w:t>"
        "<w:delText>gone</w:delText><w:instrText>PAGE</w:instrText></w:r></w:p>"
        f"<w:tbl><w:tr>{row}</w:tr></w:tbl>" + paragraph("A &amp; B")
    )
    assert text_of(docx_of(body)) == (
        "What are we worried about?\nMum\nsaid\tso.\nWorries  | Goals\nA & B"
    )


ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE d SYSTEM "file:///etc/passwd">'


@pytest.mark.parametrize(
    ("content", "suffix", "reason"),
    [
        (docx_of("&b;", ENTITIES), ".docx", "XML with a DOCTYPE"),
        (docx_of("", EXTERNAL), ".docx", "XML with a DOCTYPE"),
        (docx_of("<w:p>" * 300), ".docx", "XML nested deeper than 200"),
        (docx_of("<w:p>"), ".docx", "XML that is not well-formed"),
        (docx_of(" " * (65 * 2**20)), ".docx", "XML of more than 64 MiB"),
        (b"PK", ".docx", "not a DOCX that can be read"),
        (b"", ".docx", "not a DOCX that can be read"),
        (b"x", ".odt", "no text is read from .odt files"),
    ],
)
def test_harmful_and_damaged_documents_are_refused(content, suffix, reason):
    with pytest.raises(RefusedInput, match=reason):
        text_of(content, suffix)


def test_a_pdf_gives_its_text_layer_or_says_what_is_missing():
    try:
        assert text_of(pdf_of("Mum said so."), ".pdf") == "Mum said so."
    except RefusedInput as refusal:
        assert refusal.reason == "a PDF, whose text needs pypdfium2"  # noqa: PT017


@pytest.mark.parametrize("content", [pdf_of(""), b"%PDF-1.4 nothing", b""])
def test_a_pdf_without_text_is_refused(content):
    with pytest.raises(RefusedInput, match="a PDF"):
        text_of(content, ".pdf")
