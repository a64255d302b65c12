"""An export is opened whatever it comes in; what cannot be read is named and the rest is read."""

import zipfile

import pytest

from sos_audit.adapters.load_report import FileNote, LoadReport
from sos_audit.adapters.tables import open_tables
from sos_audit.errors import NothingReadable
from tests.adapters.tables.exports import opened, zip_of
from tests.adapters.tables.workbooks import packed

CSV = "ID\n7\n"
TABLE = [("ID",), ("7",)]


def workbook():
    return packed({"DM_VISITS": [["ID"], [7]]})


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path):
    (tmp_path / "b.csv").write_text(CSV)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.TSV").write_text("ID\tX\n7\t8\n")
    (tmp_path / "book.xlsx").write_bytes(workbook())
    (tmp_path / "c.zip").write_bytes(zip_of({"d/e.csv": CSV, "f.xlsx": workbook()}))
    tables, report = opened(tmp_path)
    assert tables == {
        ("b.csv", "b"): TABLE,
        ("book.xlsx", "DM_VISITS"): TABLE,
        ("c.zip/d/e.csv", "e"): TABLE,
        ("c.zip/f.xlsx", "DM_VISITS"): TABLE,
        ("in/a.TSV", "a"): [("ID", "X"), ("7", "8")],
    }
    assert list(tables) == sorted(tables)
    assert report == LoadReport()


@pytest.mark.parametrize("name", ["one.csv", "one.txt"])
def test_a_single_file_is_an_export(tmp_path, name):
    (tmp_path / name).write_text(CSV)
    tables, _ = opened(tmp_path / name)
    assert tables == {(name, "one"): TABLE}


def test_tables_may_be_read_after_all_have_been_opened(tmp_path):
    (tmp_path / "x.zip").write_bytes(zip_of({"a.csv": CSV, "b.csv": CSV}))
    tables = list(open_tables(tmp_path / "x.zip", LoadReport()))
    assert [len(list(table.rows)) for table in tables] == [1, 1]


def test_harmful_and_damaged_members_are_named_and_the_rest_is_read(tmp_path):
    damaged = bytearray(zip_of({"t.csv": CSV * 100}))
    damaged[45] ^= 0xFF
    members = {
        "../up.csv": CSV,
        "bomb.csv": b"0" * 2**25,
        "good.csv": CSV,
        "inner.zip": zip_of({"x.csv": CSV}),
        "old.xlsx": b"\xd0\xcf\x11\xe0old",
        "wrong.csv": zip_of({"x": ""}),
        "notes.docx": b"PK",
        "__MACOSX/good.csv": b"junk",
        "~$book.xlsx": b"junk",
        "empty.csv": b"",
    }
    (tmp_path / "x.zip").write_bytes(zip_of(members))
    (tmp_path / "y.zip").write_bytes(damaged)
    (tmp_path / "z.zip").write_bytes(b"PK\x03\x04 no archive")
    tables, report = opened(tmp_path)
    assert tables == {("x.zip/good.csv", "good"): TABLE}
    assert [(note.file, note.reason) for note in report.refused_files] == [
        ("x.zip/../up.csv", "the member's name leads out of the archive"),
        ("x.zip/bomb.csv", "inflates to more than 200 times its size"),
        ("x.zip/inner.zip", "a ZIP inside a ZIP"),
        ("x.zip/old.xlsx", "an old or password-protected workbook"),
        ("x.zip/wrong.csv", "not what its name says: .csv"),
        ("y.zip/t.csv", "damaged or not readable"),
        ("z.zip", "damaged or not readable"),
    ]
    assert report.warnings == [
        FileNote("x.zip/empty.csv", "an empty table"),
        FileNote("x.zip/notes.docx", "not a table, left unread"),
    ]


def test_a_link_in_a_zip_is_never_followed(tmp_path):
    link = zipfile.ZipInfo("passwd.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.csv", CSV)
    tables, report = opened(tmp_path / "x.zip")
    assert list(tables) == [("x.zip/a.csv", "a")]
    assert report.refused_files == [FileNote("x.zip/passwd.csv", "the member is a link")]


def test_links_in_a_folder_are_never_followed(tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.csv").write_text(CSV)
    inside = tmp_path / "export"
    inside.mkdir()
    (inside / "b.csv").write_text(CSV)
    (inside / "linked.csv").symlink_to(outside / "a.csv")
    (inside / "folder").symlink_to(outside)
    tables, report = opened(inside)
    assert list(tables) == [("b.csv", "b")]
    assert [note.file for note in report.refused_files] == ["folder", "linked.csv"]


@pytest.mark.parametrize("name", ["absent", "empty", "letter.pdf"])
def test_an_export_without_a_table_is_an_error(tmp_path, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.pdf").write_bytes(b"%PDF")
    with pytest.raises(NothingReadable, match=f"no table in {name}"):
        opened(tmp_path / name)
