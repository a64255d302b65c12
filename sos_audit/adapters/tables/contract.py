"""What an adapter can read: tables and columns by name, with the other names they go by."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ColumnContract:
    """A column; a row without a value in a required one is refused."""

    name: str
    required: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableContract:
    """A table; an export without a required one cannot be read."""

    name: str
    required: bool = False
    columns: tuple[ColumnContract, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contract:
    """All tables that an adapter understands."""

    tables: tuple[TableContract, ...] = ()
