"""The built-in adapter of interchange files: a header line, then a case file a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from sos_audit.adapters.interchange import case_file_from_v1, header_from_v1
from sos_audit.adapters.line_index import index_lines, numbered_lines, read_line
from sos_audit.adapters.load_report import Refusal, TableLoad
from sos_audit.adapters.protocol import API_VERSION, Claim, ExportReading
from sos_audit.adapters.restriction import Gate
from sos_audit.adapters.tables.contract import Contract
from sos_audit.casefile import Provenance
from sos_audit.casefile.v1 import SCHEMA, CaseFileV1, HeaderV1
from sos_audit.errors import ConfigurationError, NothingReadable, Problem, RefusedInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sos_audit.adapters.line_index import Line
    from sos_audit.adapters.protocol import ReadContext
    from sos_audit.casefile import CaseFile, ExportHeader
    from sos_audit.casefile.v1 import DocumentV1


class CaseFileAdapter:
    """Reads a `.jsonl` file in the interchange form, or a folder that holds one."""

    name = "casefile"
    api_version = API_VERSION

    def claims(self, export: Path) -> Claim | None:
        """Say so when the first line names the interchange form."""
        files = _interchange_files(export)
        if not files:
            return None
        return Claim(f"{files[0].name} begins with the schema {SCHEMA}")

    def contract(self) -> Contract:
        """No tables: the interchange form has a schema of its own."""
        return Contract(())

    def read(self, export: Path, context: ReadContext) -> ExportReading:
        """Read the file, in the order of families and children.

        Raises:
            NothingReadable: when there is no interchange file.
            ConfigurationError: when the header cannot be used, or a folder holds two files.
        """
        files = _interchange_files(export)
        if not files:
            raise NothingReadable(f"{export} holds no file in the interchange form {SCHEMA}")
        if len(files) > 1:
            raise ConfigurationError(
                f"{export} holds more than one interchange file: name one",
                [Problem(file.name) for file in files],
            )
        header = _read_header(files[0])
        return ExportReading(header, _read_case_files(files[0], header, context))


def _interchange_files(export: Path) -> list[Path]:
    candidates = sorted(export.glob("*.jsonl")) if export.is_dir() else [export]
    return [path for path in candidates if path.suffix == ".jsonl" and _names_schema(path)]


def _names_schema(path: Path) -> bool:
    with path.open("rb") as file:
        return SCHEMA.encode() in file.readline(4096)


def _read_header(path: Path) -> ExportHeader:
    first = next((raw for _, _, raw in numbered_lines(path)), b"").removeprefix(b"\xef\xbb\xbf")
    try:
        return header_from_v1(HeaderV1.model_validate_json(first))
    except ValidationError as error:
        problems = [
            Problem(f"{place}: {message}", path.name, 1) for place, message in _mistakes(error)
        ]
        raise ConfigurationError(f"The header of {path.name} cannot be used", problems) from None


def _read_case_files(path: Path, header: ExportHeader, context: ReadContext) -> Iterator[CaseFile]:
    report = context.report
    refused_before = report.rows_refused
    index = index_lines(path, report)
    known = frozenset(line.child for line in index.lines)
    gate = Gate(index.restriction, report, known, shut=report.rows_refused > refused_before)
    with path.open("rb") as file:
        for line in index.lines:
            if not gate.admits_case(line.child):
                continue
            try:
                yield _case_file(read_line(file, line), path.name, line, header, gate)
            except RefusedInput as error:
                report.refuse(Refusal(path.name, line.row, error.reason, column=error.column or ""))
    refused = report.rows_refused - refused_before
    read = index.total - refused
    report.add_table(TableLoad(SCHEMA, path.name, "utf-8", index.total, read, refused))


def _case_file(raw: bytes, file: str, line: Line, header: ExportHeader, gate: Gate) -> CaseFile:
    def admits(document: DocumentV1) -> bool:
        subjects = {line.child, *document.subjects}
        return gate.admits_document(document.id, subjects, status=document.status)

    try:
        return case_file_from_v1(
            CaseFileV1.model_validate_json(raw),
            header.coverage,
            provenance=Provenance(file, line.row),
            admits=admits,
            shown_name=gate.restriction.name,
        )
    except ValidationError as error:
        place, message = _mistakes(error)[0]
        raise RefusedInput(message, column=place) from None


def _mistakes(error: ValidationError) -> list[tuple[str, str]]:
    """Where and what, without the value: it may be narrative."""
    details = error.errors(include_url=False, include_input=False)
    return [(".".join(map(str, item["loc"])) or "line", item["msg"]) for item in details]
