"""Records are closed, immutable, and can travel between processes."""

import dataclasses
import pickle

import pytest
from pydantic import ValidationError

from sos_audit.bundle import v1
from tests.bundle import example

RECORDS = [
    kind
    for kind in vars(v1).values()
    if isinstance(kind, type) and issubclass(kind, v1.Record) and kind is not v1.Record
]


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_record_is_frozen_closed_and_small(kind):
    with pytest.raises(ValidationError):
        kind.from_json(b'{"grade": "good"}')
    assert kind.__dataclass_params__.frozen
    assert "__dict__" not in dir(kind)


def test_a_record_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        example.manifest().authority = "E08000000"


def test_records_travel_between_processes():
    records = example.records()

    assert pickle.loads(pickle.dumps(records)) == records


def test_a_manifest_names_its_schema():
    assert example.manifest().plain()["schema"] == "sos_audit.bundle.v1"


def test_no_record_but_the_circumstances_of_a_run_has_a_place_for_them():
    private = {"host", "user", "started", "finished", "jobs", "row", "timings", "id", "document_id"}
    with_them = {
        kind.__name__
        for kind in RECORDS
        if private & {field.name for field in dataclasses.fields(kind)}
    }

    # The ids are those of criteria and packs, which an authority keeps in its own files.
    assert with_them == {"RunInfo", "RefusedRow", "CriterionInfo", "RulePack"}
