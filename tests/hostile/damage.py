"""What is done to a good export: each function changes a folder of tables and says what to read.

Small cases could be kept as files, but then the good part of each would have to be kept in step.
"""

import csv
import itertools
import shutil
import stat
import zipfile
from pathlib import Path

from tests.adapters.tables.workbooks import packed, parts_of

FIXTURES = Path(__file__).parents[2] / "fixtures" / "hostile"
MIB = 2**20
DAMAGE = {}
"""Every case by its name."""


def damage(function):
    """Make a function a case of its own name."""
    DAMAGE[function.__name__] = function
    return function


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def note(folder, note_id, text):
    """A row of case notes, ready to be added."""
    header, first, *_ = rows_of(folder / "case_notes.csv")
    values = dict.fromkeys(header, "") | {"person_id": first[1], "date": "01/06/2026"}
    return list((values | {"note_id": note_id, "text": text, "type": first[3]}).values())


@damage
def external_entity(folder):
    doctype = '<!DOCTYPE rows [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = "<rows><row><note_id>&x;</note_id></row></rows>"
    (folder / "more_notes.xml").write_text(f'<?xml version="1.0"?>{doctype}{body}')


@damage
def recursive_entities(folder):
    names = "abcdefghij"
    entities = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in itertools.pairwise(names)
    )
    doctype = f'<!DOCTYPE rows [<!ENTITY a "lol">{entities}]>'
    (folder / "more_notes.xml").write_text(
        f"{doctype}<rows><row><note_id>&j;</note_id></row></rows>"
    )


@damage
def deep_xml(folder):
    (folder / "more_notes.xml").write_text("<a>" * 1_000_000)


@damage
def deep_json(folder):
    (folder / "more_notes.json").write_text("[" * 5_000_000)


@damage
def zip_bomb(folder):
    with (
        zipfile.ZipFile(folder / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("case_notes.csv", "w", force_zip64=True) as member,
    ):
        for _ in range(256):
            member.write(bytes(MIB))


@damage
def workbook_bomb(folder):
    """A gigabyte of spaces in one cell, in a file of some kilobytes."""
    shutil.copy(FIXTURES / "bomb.xlsx", folder)


@damage
def zip_of_gigabytes_at_once(folder):
    """bzip2, of which some bytes become a gigabyte in one step."""
    shutil.copy(FIXTURES / "bomb.xlsx", folder / "more.zip")


@damage
def workbook_of_spaces(folder):
    """A quarter of a gigabyte in one cell of an otherwise good workbook of 256 KiB."""
    write_bomb(folder / "bomb.xlsx", zipfile.ZIP_DEFLATED, 250)


def write_bomb(path, packing, size):
    """A workbook whose one cell holds so many MiB of spaces."""
    parts = parts_of({"case_notes": [["note_id"]]})
    before, after = parts.pop("xl/worksheets/s1.xml").split("note_id")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
        sheet = zipfile.ZipInfo("xl/worksheets/s1.xml")
        sheet.compress_type = packing
        with archive.open(sheet, "w", force_zip64=True) as member:
            member.write(before.encode())
            for _ in range(size):
                member.write(b" " * MIB)
            member.write(after.encode())


@damage
def zip_with_ways_out(folder):
    link = zipfile.ZipInfo("link.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("../../outside.csv", "note_id\n1\n")
        archive.writestr(link, "/etc/passwd")


@damage
def link_in_the_folder(folder):
    (folder / "more.csv").symlink_to("/etc/passwd")


@damage
def utf16(folder):
    """All tables as `bcp -w` writes them, one of them without a mark."""
    for path in folder.glob("*.csv"):
        encoding = "utf-16-le" if path.stem == "persons" else "utf-16"
        path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))


@damage
def half_a_character(folder):
    """UTF-16 that was cut off in the middle of a character."""
    path = folder / "visits.csv"
    path.write_bytes((path.read_text(encoding="utf-8") + "C101,é").encode("utf-16")[:-1])


@damage
def rows_broken_by_newlines(folder):
    path = folder / "case_notes.csv"
    header, *rows = rows_of(path)
    text = header.index("text")
    broken = [[cell.replace(",", ";") for cell in row] for row in rows]
    for row in broken:
        row[text] = " ".join(row[text].split()).replace(". ", ".\r\n").replace('"', "'")
    lines = [",".join(row) for row in (header, *broken)]
    path.write_text("\r\n".join(lines), encoding="utf-8", newline="")


@damage
def nul_bytes(folder):
    with (folder / "case_notes.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([note(folder, f"X{at}", "a\0b") for at in range(9)])


@damage
def duplicate_ids(folder):
    """Two different notes under one id, and a child twice."""
    extra = [note(folder, "X1", "One."), note(folder, "X1", "Another.")]
    with (folder / "case_notes.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(extra)
    header, *rows = rows_of(folder / "persons.csv")
    write(folder / "persons.csv", [header, *rows, [rows[0][0], "Somebody Else", *rows[0][2:]]])


@damage
def missing_table(folder):
    use_mosaic(folder)
    (folder / "DM_PERSONS.csv").unlink()


@damage
def missing_column(folder):
    header, *rows = rows_of(folder / "case_notes.csv")
    write(folder / "case_notes.csv", [["unknown", *header[1:]], *rows])


@damage
def circular_family(folder):
    """A mother who is her child's child, and a child of herself."""
    use_mosaic(folder)
    path = folder / "DM_PERSONAL_RELATIONSHIPS.csv"
    header, *rows = rows_of(path)
    one, other = header.index("PERSON_ID"), header.index("OTHER_PERSON_ID")
    turned = []
    for row in rows:
        back, same = list(row), list(row)
        back[one], back[other] = row[other], row[one]
        same[other] = row[one]
        turned += [row, back, same]
    write(path, [header, *turned])


@damage
def long_note(folder):
    with (folder / "case_notes.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(note(folder, "X1", "Mum said so. " * 800_000))


@damage
def many_notes(folder):
    first = note(folder, "X", "Seen at home.")
    at = rows_of(folder / "case_notes.csv")[0].index("note_id")
    with (folder / "case_notes.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([*first[:at], f"X{n}", *first[at + 1 :]] for n in range(200_000))


@damage
def unknown_kinds(folder):
    change_mapping(folder, "kind: harm_statement", "kind: harm_statment")


@damage
def repeated_keys(folder):
    change_mapping(folder, "system: tabular", "system: tabular\nsystem: tabular")


@damage
def yaml_aliases(folder):
    change_mapping(folder, "system: tabular", "system: &a tabular\nauthority: *a")


@damage
def web_page_as_csv(folder):
    page = "<!DOCTYPE html>\n<html><body><table><tr><td>note_id</td></tr></table></body></html>"
    (folder / "more_notes.csv").write_text(page)


@damage
def workbook_as_csv(folder):
    (folder / "more_notes.csv").write_bytes(packed({"case_notes": [["note_id"], ["1"]]}))


@damage
def month_first(folder):
    path = folder / "visits.csv"
    header, *rows = rows_of(path)
    at = header.index("date")
    for row in rows:
        day, month, year = row[at].split("/")
        row[at] = f"{month}/{day}/{year}"
    write(path, [header, *rows])


@damage
def empty_folder(folder):
    for path in folder.glob("*.csv"):
        path.unlink()


def use_mosaic(folder):
    shutil.rmtree(folder)
    shutil.copytree(FIXTURES.parent / "demo" / "mosaic", folder)


def change_mapping(folder, old, new):
    path = folder / "mapping.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
