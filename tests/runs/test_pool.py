"""Work spread over processes comes back in the order in which it was handed out."""

import datetime as dt

import pytest

from sos_audit.bundle.v1 import Quotes
from sos_audit.runs.audit_work import WorkOrder
from sos_audit.runs.families import in_families
from sos_audit.runs.pool import audit_all
from tests.adapters.interchange_lines import case, write
from tests.runs.shapes import PACK, Shape

CHILDREN = [f"C{number:02}" for number in range(20)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_stays(tmp_path, jobs):
    export = Shape("casefile", write(tmp_path / "x.jsonl", map(case, CHILDREN)), None)
    families = in_families(export.read(tmp_path))
    order = WorkOrder(PACK, "E09000000", dt.date(2026, 10, 30), Quotes.FULL)
    results = audit_all(families, order, jobs)
    assert [record.case.child_id for r in results for record in r.records] == CHILDREN
