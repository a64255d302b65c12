"""A broken plugin harms nothing but itself, and is listed with its reason."""

from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from sos_audit import __version__
from sos_audit.adapters.discovery import NotLoaded, discover
from sos_audit.adapters.hookspec import hookimpl
from sos_audit.adapters.protocol import API_VERSION, Claim
from sos_audit.errors import ConfigurationError, PluginError
from tests.adapters.interchange_lines import write


class Good:
    """An adapter that claims what it is told to."""

    api_version = API_VERSION

    def __init__(self, name="good", *, claim=None, error=None):
        self.name = name
        self._claim = claim
        self._error = error

    def claims(self, export):
        if self._error:
            raise self._error
        return self._claim

    def contract(self):
        return None

    def read(self, export, context):
        return None


def module(*adapters):
    """A plugin's module that brings these adapters."""
    return SimpleNamespace(sos_audit_adapters=hookimpl(lambda: list(adapters)))


def misnamed():
    """A hook under a name that nobody calls."""
    return []


class Point:
    """An entry point of an installed distribution, without installing one."""

    def __init__(self, name, plugin, distribution="plugin"):
        self.name = name
        self.dist = SimpleNamespace(name=distribution, version="1.2")
        self._plugin = plugin

    def load(self):
        if isinstance(self._plugin, BaseException):
            raise self._plugin
        return self._plugin


def test_the_built_in_adapters_are_always_there():
    found = discover([])
    assert found.names == ("casefile", "tabular")
    assert found.by_name("tabular")[1:] == ("sos-audit", __version__)


def test_a_plugin_is_loaded_with_its_distribution_for_the_manifest():
    found = discover([Point("good", module(Good()))])
    assert found.by_name("good")[1:] == ("plugin", "1.2")
    assert found.not_loaded == ()


@pytest.mark.parametrize(
    ("plugin", "reason"),
    [
        (ImportError("no module named x"), "ImportError: no module named x"),
        (RuntimeError(), "RuntimeError"),
        (SystemExit(1), "ImportError: it ended the program when imported"),
        (SimpleNamespace(), "LookupError: it does not implement the hook sos_audit_adapters"),
        (
            SimpleNamespace(sos_audit_adapters=hookimpl(lambda surprise: [])),
            "PluginValidationError",
        ),
        (
            SimpleNamespace(sos_audit_adapter=hookimpl(misnamed)),
            "PluginValidationError: unknown hook 'sos_audit_adapter'",
        ),
        (
            SimpleNamespace(sos_audit_adapters=hookimpl(lambda: 1 / 0)),
            "ZeroDivisionError: division by zero",
        ),
        (SimpleNamespace(sos_audit_adapters=hookimpl(lambda: 7)), "TypeError"),
    ],
)
def test_a_saboteur_is_listed_and_the_others_are_loaded(plugin, reason):
    found = discover([Point("bad", plugin, "a-bad-one"), Point("good", module(Good()))])
    assert found.names == ("casefile", "tabular", "good")
    (bad,) = found.not_loaded
    assert (bad.name, bad.distribution) == ("bad", "a-bad-one")
    assert bad.reason.startswith(reason)


def test_an_adapter_for_another_version_of_the_protocol_is_not_loaded():
    old = Good("old")
    old.api_version = 0
    found = discover([Point("p", module(old, Good()))])
    assert found.names == ("casefile", "tabular", "good")
    assert found.not_loaded == (
        NotLoaded(
            "old", "plugin", "it was written for version 0 of the adapter protocol, this is 1"
        ),
    )


def test_something_that_is_no_adapter_is_not_loaded():
    half = SimpleNamespace(name="half", api_version=API_VERSION)
    (bad,) = discover([Point("p", module(half))]).not_loaded
    assert bad == NotLoaded("half", "plugin", "it does not have everything that an adapter needs")


def test_an_adapter_that_fails_to_say_its_name_is_not_loaded():
    class Nameless(Good):
        name = property(lambda self: 1 / 0, lambda self, value: None)

    (bad,) = discover([Point("p", module(Nameless()))]).not_loaded
    assert bad == NotLoaded("p", "plugin", "ZeroDivisionError: division by zero")


def test_a_name_that_is_taken_stays_with_the_first():
    points = [
        Point("z", module(Good("tabular")), "z"),
        Point("b", module(Good()), "b"),
        Point("a", module(Good()), "a"),
    ]
    found = discover(points)
    assert found.by_name("good").distribution == "a"
    assert found.not_loaded == (
        NotLoaded("good", "b", "a already has an adapter of this name"),
        NotLoaded("tabular", "z", "sos-audit already has an adapter of this name"),
    )


def test_a_distribution_that_is_not_allowed_is_not_even_imported():
    found = discover([Point("p", AssertionError("imported"), "other")], allowed={"mine"})
    assert found.not_loaded == (NotLoaded("p", "other", "not allowed by the configuration"),)


def test_an_adapter_is_found_by_name_or_the_reason_given():
    found = discover([Point("bad", ImportError("no luck"), "a-bad-one")])
    with pytest.raises(PluginError, match="no luck"):
        found.by_name("bad")
    with pytest.raises(ConfigurationError, match="there is: casefile, tabular"):
        found.by_name("mosaic")


def test_exactly_one_adapter_must_recognise_an_export(tmp_path):
    export = write(tmp_path / "a.jsonl", [])
    assert discover([]).for_export(export).loaded.adapter.name == "casefile"
    greedy = discover([Point("p", module(Good("greedy", claim=Claim("anything"))))])
    with pytest.raises(ConfigurationError) as caught:
        greedy.for_export(export)
    assert [str(problem) for problem in caught.value.problems] == [
        "casefile: a.jsonl begins with the schema sos_audit.casefile.v1 (--adapter casefile)",
        "greedy: anything (--adapter greedy)",
    ]


def test_an_export_that_nobody_recognises_names_everybody_asked(tmp_path):
    points = [
        Point("p", module(Good("shaky", error=OSError("disk")))),
        Point("q", ImportError("no luck"), "z"),
    ]
    with pytest.raises(ConfigurationError, match="asked: casefile, tabular, shaky") as caught:
        discover(points).for_export(tmp_path)
    assert [str(problem) for problem in caught.value.problems] == [
        "shaky could not look: OSError: disk",
        "q (z) was not loaded: ImportError: no luck",
    ]


def test_installed_entry_points_are_of_the_projects_group():
    missing = EntryPoint("gone", "no_such_module_at_all", "sos_audit")
    (bad,) = discover([missing]).not_loaded
    assert (bad.name, bad.distribution) == ("gone", "unknown")
    assert bad.reason.startswith("ModuleNotFoundError")
