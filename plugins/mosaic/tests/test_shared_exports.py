"""A public export of the data mart's own columns loads; an invented look-alike always does."""

import os
from pathlib import Path

import pytest
from sos_audit_mosaic.adapter import MosaicAdapter
from sos_audit_mosaic.contract import PERSONS
from sos_audit_mosaic.renamed import as_known

from plugins.mosaic.tests.small_export import MAPPING
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import parse_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.adapters.table_export import TableExport
from sos_audit.adapters.tables import Contract

ROOT = Path(__file__).resolve().parents[3]
FOLDERS = (os.environ.get("SOS_AUDIT_SHARED_EXPORTS"), ROOT.parent / "shared" / "exports")
PUBLIC = next(
    (Path(found) / "hackney_mosaic" for found in FOLDERS if found and Path(found).is_dir()), None
)

COLUMNS = (
    "person_id,ssda903_id,nhs_id,scn_id,upn_id,former_upn_id,full_name,title,first_name,last_name,"
    "date_of_birth,date_of_death,gender,restricted,person_id_legacy,full_ethnicity_code,"
    "country_of_birth_code,is_child_legacy,is_adult_legacy,nationality,religion,marital_status,"
    "first_language,fluency_in_english,email_address,context_flag,scra_id,interpreter_required,"
    "from_dm_person,pronoun,gender_assigned_at_birth"
)
PEOPLE = (
    (
        "901,1,2,3,4,5,Invented One,Ms,Invented,One,1999-05-12T08:10:37Z,,F,N,7,B.B2,SI,N,Y,,,,"
        "Welsh,N,a@example.com,A,1,N,N,,"
    ),
    (
        "902,1,2,3,4,5,Invented Two,,Invented,Two,2019-02-03T22:18:44Z,,M,Y,7,E.E2,CY,Y,N,,,,,N,"
        "b@example.com,C,3,Y,N,,"
    ),
)


def persons_in(folder, spool):
    """The persons of an export that has no steps, as the adapter's own contract reads them."""
    contract = Contract(
        tuple(table for table in MosaicAdapter().contract().tables if table.name == PERSONS)
    )
    report = LoadReport()
    context = ReadContext(parse_mapping(MAPPING), spool, report)
    with TableExport.load(folder, contract, context, as_known) as tables:
        rows = [
            (
                row.id("PERSON_ID"),
                row.text("FULL_NAME"),
                row.date("DATE_OF_BIRTH"),
                row.restricted("RESTRICTED"),
                row.text("CONTEXT_FLAG"),
            )
            for row in tables.rows(PERSONS)
        ]
    return rows, report


@pytest.mark.shared_exports
@pytest.mark.skipif(PUBLIC is None or not PUBLIC.is_dir(), reason="no shared exports here")
def test_the_public_tables_load(tmp_path):
    rows, report = persons_in(PUBLIC, tmp_path)
    lines = (PUBLIC / "dm_persons.csv").read_text("utf-8").strip().splitlines()
    assert len(rows) == len(lines) - 1
    assert not report.refused
    assert not report.unreadable
    assert all(number and name for number, name, *_ in rows)
    assert sum(born is not None for _, _, born, *_ in rows) > len(rows) // 2
    assert {flag for *_, flag in rows} <= {"A", "C", None}


def test_an_invented_look_alike_loads(tmp_path):
    (tmp_path / "export").mkdir()
    text = "\n".join((COLUMNS, *PEOPLE)) + "\n"
    (tmp_path / "export" / "dm_persons.csv").write_text(text, encoding="utf-8")
    rows, report = persons_in(tmp_path / "export", tmp_path)
    assert sorted((r[0], r[1], str(r[2]), r[3], r[4]) for r in rows) == [
        ("901", "Invented One", "1999-05-12", False, "A"),
        ("902", "Invented Two", "2019-02-03", True, "C"),
    ]
    assert not report.refused
    assert not report.unreadable
