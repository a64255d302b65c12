"""`sos-audit pseudonymise`: an export that can be shown to whoever mends a fault."""

from __future__ import annotations

import datetime as dt
import re
import secrets
from typing import TYPE_CHECKING

import click

from sos_audit.adapters.discovery import discover
from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.mapping import load_mapping
from sos_audit.adapters.protocol import ReadContext
from sos_audit.adapters.pseudonymising import (
    Admitted,
    pseudonymise_interchange,
    pseudonymise_tables,
)
from sos_audit.bundle.storage import folder_in_the_making, private_folder, write_private
from sos_audit.checks import settings_by_kind
from sos_audit.cli.options import ANY_PATH, EXISTING, pack_path
from sos_audit.cli.surveying import choose, needs_mapping, spool_folder, starter_mapping
from sos_audit.disclosure import Key
from sos_audit.disclosure.key import LENGTH
from sos_audit.errors import ConfigurationError
from sos_audit.rulepacks import load_pack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sos_audit.adapters.discovery import Loaded
    from sos_audit.adapters.pseudonymising import Result

_NO_NAMES = ("everyday", "not_names", "condition", "experience", "instrument")


@click.command("pseudonymise")
@click.argument("export", type=ANY_PATH)
@click.option("--out", type=ANY_PATH, required=True, help="A new folder to write into.")
@click.option(
    "--key-file",
    type=ANY_PATH,
    help="The key to use again later; made if it is not there.  [default: a key that is forgotten]",
)
@click.option("--mapping", type=EXISTING, help="The authority's mapping file, to write beside it.")
@click.option("--adapter", help="The adapter to read it with.  [default: the one that claims it]")
@click.option("--keep-unknown", is_flag=True, help="Keep capitalised words that may be names.")
def command(
    *,
    export: Path,
    out: Path,
    key_file: Path | None,
    mapping: Path | None,
    adapter: str | None,
    keep_unknown: bool,
) -> None:
    """Write EXPORT again with invented names, other ids and moved dates.

    Names from structured fields are replaced wherever they occur, also in narrative; so are phone
    numbers, e-mail addresses, postcodes, NHS numbers and dates. All dates of an export move by one
    number of whole weeks, so that everything is as old as it was. The words of restricted, deleted
    and draft documents are left out.

    The result is pseudonymised, not anonymous: it is still personal data, and somebody who knows a
    family may recognise it. Read it before you send it, and send it as you would send the record.
    """
    loaded, _ = choose(discover(), export, adapter)
    if out.exists() and any(out.iterdir()):
        raise ConfigurationError(f"{out} is not empty: name a new folder")
    key = _key(key_file, out)
    admitted = _admitted(loaded, export, mapping, out)
    with folder_in_the_making(out) as folder:
        result = _written(loaded, export, folder, key, admitted, keep_unknown=keep_unknown)
        if mapping is not None:
            text = _moved_extract_date(mapping.read_text("utf-8-sig"), key)
            (folder / "mapping.yaml").write_text(text, encoding="utf-8", newline="\n")
    for line in _lines(result, out, keep_unknown=keep_unknown):
        click.echo(line)


def _written(
    loaded: Loaded,
    export: Path,
    folder: Path,
    key: Key,
    admitted: Admitted,
    *,
    keep_unknown: bool,
) -> Result:
    ordinary = tuple(_ordinary())
    if needs_mapping(loaded):
        return pseudonymise_tables(
            loaded.adapter,
            export,
            folder,
            key,
            admitted=admitted,
            ordinary=ordinary,
            keep_unknown=keep_unknown,
        )
    file = export if export.is_file() else next(iter(sorted(export.glob("*.jsonl"))))
    return pseudonymise_interchange(
        file, folder, key, admitted=admitted, ordinary=ordinary, keep_unknown=keep_unknown
    )


def _key(file: Path | None, out: Path) -> Key:
    """The key of a file, or a new one that is kept only if a file is named."""
    if file is not None and out.absolute() in file.absolute().parents:
        raise ConfigurationError(f"{file} lies in {out}: keep the key apart from what it protects")
    if file is None:
        return Key(secrets.token_bytes(LENGTH))
    if not file.exists():
        write_private(file, [secrets.token_hex(LENGTH).encode("ascii")])
    try:
        secret = bytes.fromhex(file.read_text("ascii").strip())
    except ValueError:
        secret = b""
    if len(secret) < LENGTH:
        raise ConfigurationError(f"{file} holds no key: {LENGTH * 2} hexadecimal digits are needed")
    return Key(secret)


def _admitted(loaded: Loaded, export: Path, mapping: Path | None, out: Path) -> Admitted:
    """What a run would show, found in the way that a run finds it."""
    used = load_mapping(mapping) if mapping else starter_mapping(loaded, export)
    near = private_folder(out.absolute().parent)
    with spool_folder(near) as spool:
        reading = loaded.adapter.read(export, ReadContext(used, spool, LoadReport()))
        return Admitted(reading.case_files)


def _ordinary() -> Iterator[str]:
    """Words of the shipped pack that are no names, one by one."""
    lists = load_pack(pack_path(None), settings_by_kind()).lexicon.lists
    for name, phrases in lists.items():
        if name in _NO_NAMES or name.startswith("heading_"):
            for phrase in phrases:
                yield from re.findall(r"[^\W\d_]+", phrase)


def _moved_extract_date(text: str, key: Key) -> str:
    """The mapping with its extract date moved as all others are."""

    def moved(found: re.Match[str]) -> str:
        day = dt.date.fromisoformat(found.group(2)) + dt.timedelta(weeks=key.weeks)
        return f"{found.group(1)}{day.isoformat()}"

    pattern = r"^(extract_date:\s*['\"]?)(\d{4}-\d{2}-\d{2})"
    return re.sub(pattern, moved, text, flags=re.MULTILINE)


def _lines(result: Result, out: Path, *, keep_unknown: bool) -> Iterator[str]:
    for table, rows in sorted(result.rows.items()):
        yield f"{table}: {rows} written"
    for table, rows in sorted(result.left_out.items()):
        yield f"{table}: the words of {rows} left out (restricted, deleted, draft or of no child)"
    for file in result.unread:
        yield f"{file}: not written, nothing reads it"
    for place, words in sorted(result.unknown.items()):
        done = "kept" if keep_unknown else "replaced too"
        yield (
            f"{place}: {result.texts[place]} texts hold {words} capitalised words that no field "
            f"knows and that may be names: {done}"
        )
    yield (
        f"{out} is pseudonymised, not anonymous: it is still personal data. "
        "Read it before you send it."
    )
