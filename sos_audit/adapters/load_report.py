"""What was read of an export, what was refused and what was withheld; never any cell's text."""

from collections import Counter
from dataclasses import asdict, dataclass, field

KEPT_REFUSALS = 1_000
"""Refusals kept with their place; beyond them only the counts go on."""


@dataclass(frozen=True, slots=True)
class TableLoad:
    """How one file or sheet was read into a table.

    `columns` are those of the contract that it has; `unmatched_columns` are its own names that the
    contract does not know, left out where the header may be a row of data.
    """

    name: str
    file: str
    encoding: str
    rows_in: int
    rows_read: int
    rows_refused: int
    duplicates: int = 0
    repaired: int = 0
    columns: tuple[str, ...] = ()
    missing_columns: tuple[str, ...] = ()
    unmatched_columns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """No row may be lost on the way."""
        if self.rows_in != self.rows_read + self.rows_refused:
            raise AssertionError(
                f"{self.rows_in} rows in, {self.rows_read} read, {self.rows_refused} refused"
            )


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """Rows refused for one reason: where, why, and what to do about it."""

    file: str
    row: int
    reason: str
    table: str = ""
    column: str = ""
    hint: str = ""
    rows: int = 1


@dataclass(frozen=True, slots=True, order=True)
class FileNote:
    """Something about a whole file."""

    file: str
    reason: str
    hint: str = ""


@dataclass(slots=True)
class LoadReport:
    """Collects how an export was read, for the bundle and for whoever puts the export right.

    `unmapped` counts the question codes, note types and the like that the mapping does not know;
    `wordings` has what the export itself calls some of them.
    """

    tables: list[TableLoad] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    refused_files: list[FileNote] = field(default_factory=list)
    warnings: list[FileNote] = field(default_factory=list)
    withheld: Counter[str] = field(default_factory=Counter)
    unmapped: Counter[str] = field(default_factory=Counter)
    wordings: dict[str, str] = field(default_factory=dict)
    missing_tables: list[str] = field(default_factory=list)
    unreadable: Counter[tuple[str, str, str]] = field(default_factory=Counter)

    def add_table(self, load: TableLoad) -> None:
        """Count a table that has been read."""
        self.tables.append(load)

    def refuse(self, refusal: Refusal) -> None:
        """Count refused rows by table and reason; keep the place of the first thousand."""
        self.refused[refusal.table, refusal.reason] += refusal.rows
        if len(self.refusals) < KEPT_REFUSALS:
            self.refusals.append(refusal)

    def refuse_file(self, file: str, reason: str, hint: str = "") -> None:
        """Note a whole file that was refused; the run is then incomplete."""
        self.refused_files.append(FileNote(file, reason, hint))

    def warn(self, file: str, reason: str, hint: str = "") -> None:
        """Note something that did not stop the file from being read."""
        note = FileNote(file, reason, hint)
        if note not in self.warnings:
            self.warnings.append(note)

    def withhold(self, reason: str, count: int = 1) -> None:
        """Count records left out on purpose, such as restricted ones, by reason alone."""
        self.withheld[reason] += count

    def missing_table(self, name: str) -> None:
        """Note an optional table that the export does not have."""
        if name not in self.missing_tables:
            self.missing_tables.append(name)

    def unmap(self, what: str, code: str, wording: str | None = None) -> None:
        """Count a code or wording that the mapping does not know; its record is kept."""
        label = f"{what} {code[:80]}"
        self.unmapped[label] += 1
        if wording:
            self.wordings.setdefault(label, wording[:80])

    def unread(self, table: str, column: str, reason: str) -> None:
        """Count a value that is not what its column holds; its row is kept without it."""
        self.unreadable[table, column, reason] += 1

    @property
    def rows_in(self) -> int:
        """Rows of all tables read."""
        return sum(table.rows_in for table in self.tables)

    @property
    def rows_refused(self) -> int:
        """Rows refused, by the table layer or by an adapter."""
        return self.refused.total()

    @property
    def refused_share(self) -> float:
        """The share of rows refused, between 0 and 1."""
        return min(1.0, self.rows_refused / self.rows_in) if self.rows_in else 0.0

    def as_record(self) -> dict[str, object]:
        """The report as plain data, in an order that does not depend on the order of reading."""
        return {
            "rows_in": self.rows_in,
            "rows_refused": self.rows_refused,
            "tables": [asdict(t) for t in sorted(self.tables, key=lambda t: (t.name, t.file))],
            "refused": [
                {"table": table, "reason": reason, "rows": rows}
                for (table, reason), rows in sorted(self.refused.items())
            ],
            "refusals": [asdict(refusal) for refusal in sorted(self.refusals)],
            "refused_files": [asdict(note) for note in sorted(self.refused_files)],
            "warnings": [asdict(note) for note in sorted(self.warnings)],
            "withheld": dict(sorted(self.withheld.items())),
            "unmapped": dict(sorted(self.unmapped.items())),
            "missing_tables": sorted(self.missing_tables),
            "unreadable": [
                {"table": table, "column": column, "reason": reason, "values": values}
                for (table, column, reason), values in sorted(self.unreadable.items())
            ],
        }
