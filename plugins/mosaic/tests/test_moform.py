"""A form template gives wording, section and order; one that could do harm is refused."""

import pytest
from sos_audit_mosaic.adapter import MosaicAdapter
from sos_audit_mosaic.moform import fields_in, read_template

from sos_audit.adapters.protocol import FormField, starter_of
from sos_audit.errors import NothingReadable

TEMPLATE = """\
<?xml version="1.0" encoding="{encoding}"?>
<Template xmlns="urn:invented">
  <TemplateMetaData><TemplateUserCode>CFA</TemplateUserCode>
    <Title>Assessment</Title></TemplateMetaData>
  <Model>
    <Question><QuestionUserCode>q2</QuestionUserCode>
      <QuestionText>What next?</QuestionText></Question>
    <Question QuestionUserCode="q1" QuestionText="What are we worried about?"/>
    <Question><QuestionUserCode>q3</QuestionUserCode></Question>
  </Model>
  <Views><View>
    <Section title="Danger statements">
      <Input questionUserCode="q1"/>
      <Subsection><Title>Plan</Title><Input questionUserCode="q2"/></Subsection>
    </Section>
  </View></Views>
</Template>
"""

EXPECTED = [
    FormField("q1", "What are we worried about?", "Danger statements", "Assessment"),
    FormField("q2", "What next?", "Plan", "Assessment"),
    FormField("q3", None, None, "Assessment"),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_questions_come_in_the_order_of_the_form(tmp_path, encoding):
    path = tmp_path / "cfa.moform"
    path.write_bytes(TEMPLATE.format(encoding=encoding).encode(encoding))
    assert read_template(path) == EXPECTED


def test_templates_beside_the_tables_are_part_of_the_starter(tmp_path):
    (tmp_path / "b.MOFORM").write_text(TEMPLATE.format(encoding="utf-8"), "utf-8")
    (tmp_path / "other.xml").write_text("<x/>", "utf-8")
    assert list(starter_of(MosaicAdapter(), tmp_path).fields) == EXPECTED
    assert list(fields_in(tmp_path / "export.zip")) == []


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<x>&b;</x>'


@pytest.mark.parametrize(
    "content",
    [
        BOMB.encode(),
        BOMB.encode("utf-16"),
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        b"<?xml version='1.0' encoding='cp037'?>" + BOMB.encode("cp037"),
    ],
)
def test_a_document_type_is_refused_in_any_encoding(tmp_path, content):
    path = tmp_path / "bad.moform"
    path.write_bytes(content)
    with pytest.raises(NothingReadable, match=r"bad\.moform .*(document type|not XML)"):
        read_template(path)


@pytest.mark.parametrize("content", [b"", b"<x>", b"PK\x03\x04", b"<x>" * 500 + b"</x>" * 500])
def test_what_is_no_template_is_named(tmp_path, content):
    (tmp_path / "bad.moform").write_bytes(content)
    with pytest.raises(NothingReadable, match=r"bad\.moform"):
        list(fields_in(tmp_path))
