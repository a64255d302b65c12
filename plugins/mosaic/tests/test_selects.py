"""The SELECT list asks for what the adapter reads and for nothing else."""

import re
from importlib.resources import files

from sos_audit_mosaic.contract import CONTRACT, RAW_ANSWERS

SQL = files("sos_audit_mosaic").joinpath("selects.sql").read_text("utf-8")

SELECTS = {
    table: set(re.findall(r"\w+", re.sub(r"--.*", "", columns)))
    for columns, table in re.findall(r"^SELECT (.*?)FROM (\w+);", SQL, re.DOTALL | re.MULTILINE)
}


def test_every_table_has_a_select_of_known_columns():
    for table in CONTRACT.tables:
        if table.name != RAW_ANSWERS:
            known = {name for c in table.columns for name in (c.name, *c.aliases)}
            assert SELECTS[table.name] <= known, table.name


def test_every_needed_column_is_asked_for():
    for table in CONTRACT.tables:
        if table.name != RAW_ANSWERS:
            needed = {column.name for column in table.columns if column.required}
            assert needed <= SELECTS[table.name], table.name


def test_what_is_not_to_be_sent_is_not_asked_for():
    withheld = set(re.findall(r"[A-Z_0-9]{3,}", " ".join(re.findall(r"not to be sent: (.*)", SQL))))
    assert {"NHS_ID", "UPN_ID"} <= withheld
    assert not SELECTS["DM_PERSONS"] & withheld
