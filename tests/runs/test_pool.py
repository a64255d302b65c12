"""Work spread over processes comes back in the order in which it was handed out."""

import datetime as dt

import pytest

from sos_audit.bundle.v1 import Quotes
from sos_audit.checks import settings_by_kind
from sos_audit.errors import RulePackError
from sos_audit.rulepacks import load_pack
from sos_audit.runs.audit_work import FamilyAuditor, WorkOrder, digest_of
from sos_audit.runs.families import in_families
from sos_audit.runs.pool import audit_all
from tests.adapters.interchange_lines import case, write
from tests.runs.shapes import PACK, Shape

CHILDREN = [f"C{number:02}" for number in range(20)]


def _order(sha256):
    return WorkOrder(PACK, sha256, "E09000000", dt.date(2026, 10, 30), Quotes.FULL)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_stays(tmp_path, jobs):
    export = Shape("casefile", write(tmp_path / "x.jsonl", map(case, CHILDREN)), None)
    families = in_families(export.read(tmp_path))
    pack = load_pack(PACK, settings_by_kind())
    results = audit_all(families, _order(digest_of(pack.hashes)), pack, jobs)
    assert [record.case.child_id for r in results for record in r.records] == CHILDREN


def test_a_worker_refuses_a_pack_that_has_changed_since_the_run_began():
    with pytest.raises(RulePackError, match="was changed while the run went on: run again"):
        FamilyAuditor.loading(_order("the hash of another pack"))
