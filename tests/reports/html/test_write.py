"""The pages: safe to open from a disk, for their owner alone, readable by everybody."""

import dataclasses
import itertools
import os
import re
import stat
from html.parser import HTMLParser

import pytest

from sos_audit.bundle import Quotes, assemble
from sos_audit.errors import ConfigurationError
from sos_audit.reports.html import write_html
from tests.bundle import example

VOID = {"meta", "link", "br", "img", "input", "hr"}


class _Outline(HTMLParser):
    """Collects headings, ids, links and landmarks, and notices tags that do not match."""

    def __init__(self):
        super().__init__()
        self.headings, self.ids, self.links, self.landmarks, self.open = [], [], [], [], []
        self.mismatched = []

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if tag in {"header", "nav", "main", "footer"}:
            self.landmarks.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.mismatched.append(tag)


def _outline(path):
    outline = _Outline()
    outline.feed(path.read_text(encoding="utf-8"))
    return outline


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return write_html(example.bundle(), tmp_path_factory.mktemp("site") / "html").parent


def _pages(folder):
    return sorted(folder.rglob("*.html"))


def _text(folder):
    return "".join(page.read_text(encoding="utf-8") for page in _pages(folder))


def test_there_is_a_folder_for_each_team_and_a_page_for_each_child(site):
    folders = {
        path.name: [page.name for page in _pages(path)] for path in site.iterdir() if path.is_dir()
    }

    assert folders == {
        "north-2": ["C10.html", "C2.html", "index.html"],
        "sudwest-co": ["index.html", "s-3-71840e3e.html"],
    }


def test_two_runs_write_the_same_bytes(site, tmp_path):
    again = write_html(example.bundle(), tmp_path / "html").parent

    assert {p.relative_to(site): p.read_bytes() for p in _pages(site)} == {
        p.relative_to(again): p.read_bytes() for p in _pages(again)
    }


def test_no_page_has_a_script_or_loads_anything(site):
    text = _text(site)

    assert "<script" not in text
    assert not re.search(r"https?://|\bsrc=|@import|url\(|\son\w+=", text)
    assert text.count("default-src 'none'") == len(_pages(site))


def test_mark_up_in_a_quote_is_shown_and_not_obeyed(site):
    page = next(site.rglob("C2.html")).read_text(encoding="utf-8")

    assert "I hide &lt;script&gt;under&lt;/script&gt; the bed" in page


def test_every_page_has_one_h1_and_skips_no_level(site):
    for page in _pages(site):
        levels = _outline(page).headings
        assert levels.count(1) == 1, page.name
        assert levels[0] == 1, page.name
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), page.name


def test_every_page_has_its_landmarks_a_language_and_a_way_past_the_header(site):
    for page in _pages(site):
        outline = _outline(page)
        assert {"header", "main", "footer"} <= set(outline.landmarks)
        assert outline.links[0] == "#main"
        assert '<html lang="en-GB">' in page.read_text(encoding="utf-8")


def test_every_link_leads_somewhere(site):
    for page in _pages(site):
        for link in _outline(page).links:
            path, _, fragment = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), link
            assert not fragment or fragment in _outline(target).ids, link


def test_tags_match_and_ids_are_unique(site):
    for page in _pages(site):
        outline = _outline(page)
        assert (outline.mismatched, outline.open) == ([], []), page.name
        assert len(outline.ids) == len(set(outline.ids)), page.name


def test_every_table_has_a_caption_and_scopes(site):
    for page in _pages(site):
        text = page.read_text(encoding="utf-8")
        assert text.count("<table") == text.count("<caption")
        assert "<th>" not in text


def test_the_indexes_hold_no_names_and_no_words_of_the_record(site):
    for page in site.rglob("index.html"):
        text = page.read_text(encoding="utf-8")
        for word in ("Ella", "Craig", "Nan Pat", "Ms Khan", "Jo"):
            assert not re.search(rf"\b{word}\b", text), page


def test_every_gap_reads_not_found_in_the_records_supplied(site):
    page = next(site.rglob("C10.html")).read_text(encoding="utf-8")

    assert (
        page.count("<strong>Not found in the records supplied</strong>: looked in 3 documents") == 3
    )
    assert "not done" not in page


def test_a_bundle_without_quotes_makes_pages_without_words_of_the_record(tmp_path):
    text = _text(write_html(example.bundle(Quotes.NONE), tmp_path / "html").parent)

    for words in ("shouting and throwing", "threw the plate", "under the bed", "<blockquote"):
        assert words not in text


def test_short_quotes_stand_without_their_sentence(tmp_path):
    text = _text(write_html(example.bundle(Quotes.SHORT), tmp_path / "html").parent)

    assert "<blockquote><mark>Ella could be hit by something</mark></blockquote>" in text


def test_a_child_who_left_the_bundle_leaves_the_pages(tmp_path):
    bundle = example.bundle()
    folder = write_html(bundle, tmp_path / "html").parent
    fewer = tuple(case for case in bundle.cases if case.child_id != "C10")
    findings = tuple(f for f in bundle.findings if f.child_id != "C10")

    write_html(dataclasses.replace(bundle, cases=fewer, findings=findings), folder)

    assert not list(folder.rglob("C10.html"))
    assert {path.name for path in tmp_path.iterdir()} == {"html"}


def test_a_folder_with_anything_else_in_it_is_refused(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    with pytest.raises(ConfigurationError, match="holds something other than pages of sos-audit"):
        write_html(example.bundle(), tmp_path)

    assert (tmp_path / "thesis.txt").exists()


def test_a_failure_leaves_the_former_pages(tmp_path):
    bundle = example.bundle()
    folder = write_html(bundle, tmp_path / "html").parent
    before = _text(folder)

    with pytest.raises(KeyError):
        write_html(dataclasses.replace(bundle, criteria=()), folder)

    assert _text(folder) == before


@pytest.mark.skipif(os.name != "posix", reason="the system has no file modes")
def test_only_the_owner_can_read_the_pages(site):
    modes = {stat.S_IMODE(path.stat().st_mode) for path in (site, *site.rglob("*"))}

    assert modes == {0o700, 0o600}


def test_an_export_without_a_case_makes_pages_that_say_so(tmp_path):
    bundle = assemble(example.manifest(), example.criteria(), [], example.load_report())

    front = write_html(bundle, tmp_path / "html")

    assert "An audit of 0 case files" in front.read_text(encoding="utf-8")
