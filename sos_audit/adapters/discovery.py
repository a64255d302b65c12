"""Find the adapters that are installed, so that a broken one harms nothing but itself."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, NamedTuple

import pluggy

from sos_audit import __version__
from sos_audit.adapters import hookspec
from sos_audit.adapters.casefile_adapter import CaseFileAdapter
from sos_audit.adapters.protocol import API_VERSION, Adapter
from sos_audit.adapters.tabular import TabularAdapter
from sos_audit.errors import ConfigurationError, PluginError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from importlib.metadata import EntryPoint
    from pathlib import Path

    from sos_audit.adapters.protocol import Claim


class Loaded(NamedTuple):
    """An adapter ready to use, and the distribution it came with, for the manifest."""

    adapter: Adapter
    distribution: str
    version: str


class NotLoaded(NamedTuple):
    """An adapter or a whole distribution that could not be used, and why."""

    name: str
    distribution: str
    reason: str


class Claimant(NamedTuple):
    """An adapter that recognises an export, and what it recognised."""

    loaded: Loaded
    claim: Claim


@dataclass(frozen=True, slots=True)
class Adapters:
    """Everything that was found; a value to pass on, not a registry to change."""

    loaded: tuple[Loaded, ...]
    not_loaded: tuple[NotLoaded, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the adapters that can be used."""
        return tuple(found.adapter.name for found in self.loaded)

    def by_name(self, name: str) -> Loaded:
        """The adapter of that name.

        Raises:
            PluginError: when it could not be loaded, with the reason.
            ConfigurationError: when there is none.
        """
        for found in self.loaded:
            if found.adapter.name == name:
                return found
        broken = [_as_problem(other) for other in self.not_loaded if name in other[:2]]
        if broken:
            raise PluginError(f"The adapter {name!r} could not be loaded", broken)
        raise ConfigurationError(
            f"No adapter is called {name!r}; there is: {', '.join(self.names)}"
        )

    def for_export(self, export: Path) -> Claimant:
        """The one adapter that recognises the export.

        Raises:
            ConfigurationError: when none does, or more than one.
        """
        failures: list[Problem] = []
        found = list(_asked(self.loaded, export, failures))
        if len(found) == 1:
            return found[0]
        if found:
            claims = [
                Problem(
                    f"{loaded.adapter.name}: {claim.reason}",
                    hint=f"--adapter {loaded.adapter.name}",
                )
                for loaded, claim in found
            ]
            raise ConfigurationError(f"More than one adapter recognises {export}: name one", claims)
        raise ConfigurationError(
            f"No adapter recognises {export}; asked: {', '.join(self.names)}",
            [*failures, *map(_as_problem, self.not_loaded)],
        )


def discover(
    found: Iterable[EntryPoint] | None = None, *, allowed: Collection[str] | None = None
) -> Adapters:
    """Load the built-in adapters and those of every installed distribution, each in isolation.

    `found` stands in for the installed entry points; `allowed` names the distributions that may
    be loaded, and None allows all. A distribution that is not allowed is not even imported.
    """
    points = entry_points(group=hookspec.PROJECT) if found is None else found
    loaded = _built_in()
    not_loaded: list[NotLoaded] = []
    for point in sorted(points, key=_order):
        _load(point, allowed, loaded, not_loaded)
    return Adapters(tuple(loaded), tuple(not_loaded))


def _built_in() -> list[Loaded]:
    adapters: tuple[Adapter, ...] = (CaseFileAdapter(), TabularAdapter())
    return [Loaded(adapter, "sos-audit", __version__) for adapter in adapters]


def _order(point: EntryPoint) -> tuple[str, str]:
    return _distribution(point)[0], point.name


def _distribution(point: EntryPoint) -> tuple[str, str]:
    dist = point.dist
    return ("unknown", "unknown") if dist is None else (dist.name, dist.version)


def _load(
    point: EntryPoint,
    allowed: Collection[str] | None,
    loaded: list[Loaded],
    not_loaded: list[NotLoaded],
) -> None:
    """Add what one entry point brings to one of the two lists."""
    distribution, version = _distribution(point)
    if allowed is not None and distribution not in allowed:
        not_loaded.append(NotLoaded(point.name, distribution, "not allowed by the configuration"))
        return
    try:
        adapters = _registered(point)
    except Exception as error:  # noqa: BLE001 - whatever a plugin does wrong is its own affair
        not_loaded.append(NotLoaded(point.name, distribution, _reason(error)))
        return
    for adapter in adapters:
        try:
            name, reason = str(getattr(adapter, "name", point.name)), _unusable(adapter, loaded)
        except Exception as error:  # noqa: BLE001 - an adapter's properties are its own code
            name, reason = point.name, _reason(error)
        if reason is None:
            loaded.append(Loaded(adapter, distribution, version))
        else:
            not_loaded.append(NotLoaded(name, distribution, reason))


def _registered(point: EntryPoint) -> list[Adapter]:
    """Import one plugin and ask it for its adapters; a manager of its own keeps it apart."""
    manager = pluggy.PluginManager(hookspec.PROJECT)
    manager.add_hookspecs(hookspec)
    try:
        plugin = point.load()
    except SystemExit as error:
        raise ImportError("it ended the program when imported") from error
    manager.register(plugin, point.name)
    manager.check_pending()
    answers: list[list[Adapter]] = manager.hook.sos_audit_adapters()
    if not answers:
        raise LookupError("it does not implement the hook sos_audit_adapters")
    return [adapter for answer in answers for adapter in answer]


def _unusable(adapter: object, loaded: Iterable[Loaded]) -> str | None:
    """Why an adapter cannot be used, if it cannot."""
    version = getattr(adapter, "api_version", None)
    if version != API_VERSION:
        return (
            f"it was written for version {version} of the adapter protocol, this is {API_VERSION}"
        )
    if not isinstance(adapter, Adapter):
        return "it does not have everything that an adapter needs"
    same = [other.distribution for other in loaded if other.adapter.name == adapter.name]
    return f"{same[0]} already has an adapter of this name" if same else None


def _asked(loaded: Iterable[Loaded], export: Path, failures: list[Problem]) -> Iterable[Claimant]:
    for found in loaded:
        try:
            claim = found.adapter.claims(export)
        except Exception as error:  # noqa: BLE001 - one adapter's failure must not hide another's claim
            failures.append(Problem(f"{found.adapter.name} could not look: {_reason(error)}"))
            continue
        if claim is not None:
            yield Claimant(found, claim)


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": ")


def _as_problem(other: NotLoaded) -> Problem:
    return Problem(f"{other.name} ({other.distribution}) was not loaded: {other.reason}")
