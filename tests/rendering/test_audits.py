"""Every shape of the tables gives the audit of the interchange form."""

import pytest

from sos_audit.adapters.discovery import discover
from sos_audit.resources import data_path
from sos_audit.runs import RunRequest, run
from tests.rendering.families import read_families
from tests.rendering.mosaic import mosaic_mapping, render_mosaic
from tests.rendering.mosaic_shapes import SHAPES
from tests.rendering.table import write_tables

DEMO = data_path("demo", "casefile", "families.jsonl")
FAMILIES = read_families(DEMO)


class Unwatched:
    def stage(self, name): ...

    def audited(self, case_files): ...


def outcomes(export, out, adapter, mapping=None):
    request = RunRequest(
        export=export,
        pack=data_path("rules", "signs_of_safety"),
        out=out,
        adapter=adapter,
        mapping=mapping,
    )
    findings = run(request, discover(), Unwatched()).bundle.findings
    return {(finding.child_id, finding.criterion): finding.outcome for finding in findings}


@pytest.fixture(scope="module")
def interchange(tmp_path_factory):
    return outcomes(DEMO, tmp_path_factory.mktemp("interchange"), "casefile")


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_mosaic_in_every_shape_gives_the_audit_of_the_interchange_form(
    interchange, tmp_path, shape
):
    write_tables(tmp_path / "export", shape(render_mosaic(FAMILIES)), mosaic_mapping(FAMILIES))
    found = outcomes(
        tmp_path / "export", tmp_path / "out", "mosaic", tmp_path / "export" / "mapping.yaml"
    )
    assert found == interchange
