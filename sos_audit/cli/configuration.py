"""The settings file of scheduled runs: what would otherwise be typed each night."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sos_audit.adapters.mapping.strict_yaml import read_yaml
from sos_audit.bundle.v1 import Quotes
from sos_audit.errors import ConfigurationError

if TYPE_CHECKING:
    from sos_audit.adapters.mapping.strict_yaml import Source
    from sos_audit.errors import Problem


class Configuration(BaseModel):
    """Settings of a run; paths are taken from the file's own folder.

    `plugins` names the distributions that may be loaded and must be: any other is left out, and a
    named one that cannot be loaded makes the run incomplete. Without it all are loaded.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    adapter: str | None = None
    mapping: Path | None = None
    pack: Path | None = None
    out: Path | None = None
    quotes: Quotes = Quotes.FULL
    jobs: int = Field(default=1, ge=1, le=64)
    max_refused: float = Field(default=0.01, ge=0, le=1)
    plugins: tuple[str, ...] | None = None


def load_configuration(path: Path | None) -> Configuration:
    """Read a settings file; no file is the defaults.

    Raises:
        ConfigurationError: with file and line of every mistake.
    """
    if path is None:
        return Configuration()
    source = read_yaml(path)
    try:
        settings = Configuration.model_validate({} if source.value is None else source.value)
    except ValidationError as error:
        raise ConfigurationError(
            f"{path} cannot be used as it is written", _problems(source, error)
        ) from None
    return settings.model_copy(
        update={
            name: path.parent / value
            for name in ("mapping", "pack", "out")
            if (value := getattr(settings, name)) is not None
        }
    )


def _problems(source: Source, error: ValidationError) -> list[Problem]:
    return [
        source.problem(details["loc"], details["msg"])
        for details in error.errors(include_url=False)
    ]
