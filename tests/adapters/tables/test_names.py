"""Tables and columns are recognised by name, whatever an authority's tools add to it."""

import pytest

from sos_audit.adapters.tables import (
    ColumnContract,
    TableContract,
    match_columns,
    match_table,
    normalise,
)

PERSONS = TableContract("DM_PERSONS")
WORKERS = TableContract("DM_WORKERS", aliases=("staff",))


@pytest.mark.parametrize(
    "name",
    [
        "DM_PERSONS",
        "dm_persons",
        "Persons",
        " DM PERSONS ",
        "dbo.DM_PERSONS",
        "moLive.dbo.DM_PERSONS",
        "[dbo].[DM_PERSONS]",
        "raw.mosaic_fw_dm_persons",
        "HDM.Child_Social.DM_PERSONS",
    ],
)
def test_case_spaces_schemas_and_family_prefixes_do_not_matter(name):
    assert normalise(name) == "persons"
    assert match_table(name, [WORKERS, PERSONS]) is PERSONS


@pytest.mark.parametrize("name", ["##SSD_person", "ssd_person", "ssd_development.ssd_person"])
def test_temporary_tables_of_the_standard_dataset_are_recognised(name):
    assert normalise(name) == "person"


def test_an_alias_names_the_same_table():
    assert match_table("Staff", [PERSONS, WORKERS]) is WORKERS


def test_the_raw_table_is_not_taken_for_the_reporting_table():
    assert match_table("MO_PERSONS", [PERSONS]) is None


def test_an_exact_name_goes_before_one_without_its_prefix():
    raw = TableContract("MO_PERSONS")
    assert match_table("MO_PERSONS", [PERSONS, raw]) is raw
    assert match_table("PERSONS", [PERSONS, raw]) is PERSONS


def test_dots_within_a_column_name_are_kept():
    assert normalise("form.case.name") == "form.case.name"


def test_columns_are_found_by_name_or_alias_in_any_order():
    contract = TableContract(
        "DM_VISITS",
        columns=(
            ColumnContract("VISIT_ID", required=True),
            ColumnContract("ACTUAL_DATE", aliases=("ACTUAL_DATETIME", "Date of visit")),
            ColumnContract("PERSON_ID", required=True),
        ),
    )
    match = match_columns(("date of visit", "Actual Datetime", "visit_id", "NOTES"), contract)
    assert dict(match.positions) == {"VISIT_ID": (2,), "ACTUAL_DATE": (1,)}
    assert match.missing == ("PERSON_ID",)
    assert match.unmatched == ("date of visit", "NOTES")


def test_every_place_of_a_repeated_column_is_given():
    contract = TableContract("t", columns=(ColumnContract("ID"),))
    assert dict(match_columns(("ID", "x", "id"), contract).positions) == {"ID": (0, 2)}
