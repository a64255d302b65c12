"""What the distribution ships works as it stands."""

from importlib.metadata import entry_points
from importlib.resources import files

from sos_audit.adapters.discovery import discover
from sos_audit.adapters.mapping import parse_mapping


def test_the_starter_mapping_is_a_mapping():
    mapping = parse_mapping(files("sos_audit_mosaic").joinpath("starter.yaml").read_text("utf-8"))
    assert mapping.system == "mosaic"
    assert mapping.relation("Mother").relation == "mother"
    assert not mapping.model.questions


def test_the_installed_distribution_is_found():
    found = discover(entry_points(group="sos_audit", name="mosaic")).by_name("mosaic")
    assert (found.distribution, found.version) == ("sos-audit-mosaic", "0.1.0")
