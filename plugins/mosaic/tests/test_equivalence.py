"""The same families give the same documents from Mosaic as from the interchange form."""

import random
import zipfile
from dataclasses import replace

import pytest
from sos_audit_mosaic.adapter import MosaicAdapter

from sos_audit.adapters.casefile_adapter import CaseFileAdapter
from sos_audit.resources import data_path
from tests.rendering.comparison import documents_by_child
from tests.rendering.families import read_families
from tests.rendering.mosaic import mosaic_mapping, render_mosaic
from tests.rendering.mosaic_shapes import SHAPES, with_short_visits
from tests.rendering.reading import read_export, read_tables

DEMO = data_path("demo", "casefile", "families.jsonl")
FAMILIES = read_families(DEMO)


@pytest.fixture(scope="module")
def interchange(tmp_path_factory):
    return read_export(CaseFileAdapter(), DEMO, tmp_path_factory.mktemp("interchange"))


@pytest.fixture(scope="module")
def mosaic(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mosaic")
    tables = render_mosaic(FAMILIES)
    return read_tables(MosaicAdapter(), tables, mosaic_mapping(FAMILIES), folder)


def test_the_documents_of_every_child_are_the_same(interchange, mosaic):
    assert documents_by_child(mosaic.cases) == documents_by_child(interchange.cases)


@pytest.mark.parametrize(
    "field", ["child", "case_type", "status", "opened", "team", "visits", "reviews_held"]
)
def test_what_the_tables_carry_of_the_record_is_the_same(interchange, mosaic, field):
    for ours, theirs in zip(mosaic.cases, sorted_by_child(interchange.cases), strict=True):
        assert carried(ours, field) == carried(theirs, field)


def sorted_by_child(cases):
    return sorted(cases, key=lambda case: case.child.id)


def carried(case, field):
    if field == "visits":
        return sorted(case.visits, key=repr)
    if field == "reviews_held":
        return [(review.kind, review.date) for review in case.reviews]
    return getattr(case, field)


def test_children_of_one_family_are_read_together(interchange, mosaic):
    ours = {case.child.id: case.family_id for case in mosaic.cases}
    theirs = {case.child.id: case.family_id for case in interchange.cases}
    for one, other in ((a, b) for a in ours for b in ours):
        assert (ours[one] == ours[other]) == (theirs[one] == theirs[other])


def test_the_same_is_withheld(interchange, mosaic):
    assert mosaic.report.withheld == interchange.report.withheld


def test_nothing_is_refused_unmapped_or_unreadable(mosaic):
    assert not mosaic.report.refused
    assert not mosaic.report.unmapped
    assert not mosaic.report.unreadable


def test_rows_in_another_order_change_nothing(mosaic, tmp_path):
    tables = render_mosaic(FAMILIES)
    for table in tables:
        random.Random(7).shuffle(table.rows)
    shuffled = read_tables(MosaicAdapter(), tables, mosaic_mapping(FAMILIES), tmp_path)
    assert [without_place(case) for case in shuffled.cases] == [
        without_place(case) for case in mosaic.cases
    ]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_of_the_tables_gives_the_same_case_files(mosaic, tmp_path, shape):
    tables = shape(render_mosaic(FAMILIES))
    read = read_tables(MosaicAdapter(), tables, mosaic_mapping(FAMILIES), tmp_path)
    assert MosaicAdapter().claims(tmp_path / "export")
    for ours, theirs in zip(read.cases, mosaic.cases, strict=True):
        assert without_dates(ours) == without_dates(theirs)
    assert read.report.withheld == mosaic.report.withheld
    assert not read.report.unmapped


def without_dates(case):
    """The application keeps a date as a date, and shows it in its own way."""
    documents = [d for d in case.documents if all(a.date is None for a in d.answers)]
    dated = [
        (d.id, d.kind, [(a.code, a.date, a.date or a.span.of(d.text)) for a in d.answers])
        for d in case.documents
        if d not in documents
    ]
    return replace(case, provenance=None, documents=(*documents, *dated))


def test_both_shapes_of_visits_say_the_same(mosaic, tmp_path):
    tables = with_short_visits(render_mosaic(FAMILIES))
    read = read_tables(MosaicAdapter(), tables, mosaic_mapping(FAMILIES), tmp_path)
    for ours, theirs in zip(read.cases, mosaic.cases, strict=True):
        assert [(v.date, v.kind, v.seen_alone) for v in ours.visits] == [
            (v.date, v.kind, v.seen_alone) for v in theirs.visits
        ]


def test_a_zip_of_the_tables_is_the_same_export(mosaic, tmp_path):
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for table in render_mosaic(FAMILIES):
            zipped.writestr(f"{table.name}.csv", table.as_bytes())
    assert MosaicAdapter().claims(archive)
    read = read_export(MosaicAdapter(), archive, tmp_path, mosaic_mapping(FAMILIES))
    assert [without_place(case) for case in read.cases] == [
        without_place(case) for case in mosaic.cases
    ]


def without_place(case):
    return replace(case, provenance=None)


def test_the_shipped_export_is_the_rendered_one():
    for table in render_mosaic(FAMILIES):
        assert data_path("demo", "mosaic", f"{table.name}.csv").read_bytes() == table.as_bytes()
    assert data_path("demo", "mosaic", "mapping.yaml").read_text("utf-8") == mosaic_mapping(
        FAMILIES
    )
