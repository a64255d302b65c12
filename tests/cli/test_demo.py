"""`sos-audit demo`: the whole thing on invented families."""

from sos_audit.adapters.discovery import Adapters, discover


def test_it_ends_well_and_says_where_to_look(sos_audit, tmp_path):
    called = sos_audit("demo")
    assert called.code == 0
    assert called.out.startswith("Auditing invented families, read through the mosaic plugin.\n")
    assert "11 children and 164 documents, as at 30 Oct 2026" in called.out
    assert "  pages   sos-audit-demo/html/index.html\n" in called.out
    page = (tmp_path / "sos-audit-demo" / "html" / "index.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")


def test_without_a_vendors_plugin_it_reads_the_interchange_form(sos_audit, monkeypatch, tmp_path):
    built_in = Adapters(tuple(a for a in discover().loaded if a.distribution == "sos-audit"))
    monkeypatch.setattr("sos_audit.cli.demo.discover", lambda: built_in)
    called = sos_audit("demo", "--out", "here")
    assert called.code == 0
    assert called.out.startswith(
        "Auditing invented families in the interchange form (no vendor plugin is installed).\n"
    )
    assert "11 children and 164 documents" in called.out
    assert (tmp_path / "here" / "html" / "index.html").is_file()
