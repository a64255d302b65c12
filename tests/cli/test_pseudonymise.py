"""A pseudonymised export holds nobody's name and audits to the same outcomes."""

import re
import stat
from collections import Counter

import pytest
from click.testing import CliRunner

from sos_audit.adapters.discovery import discover
from sos_audit.cli import group
from sos_audit.errors import ConfigurationError
from sos_audit.resources import data_path
from sos_audit.runs import RunRequest, run
from tests.rendering.families import read_families

FAMILIES = read_families(data_path("demo", "casefile", "families.jsonl"))
KEY = "1f" * 32


class Unwatched:
    def stage(self, name): ...

    def audited(self, case_files): ...


def pseudonymise(*arguments):
    return CliRunner().invoke(group, ["pseudonymise", *map(str, arguments)], catch_exceptions=False)


def outcomes(export, out, adapter):
    mapping = export / "mapping.yaml"
    request = RunRequest(
        export=export,
        pack=data_path("rules", "signs_of_safety"),
        out=out,
        adapter=adapter,
        mapping=mapping if mapping.exists() else None,
    )
    findings = run(request, discover(), Unwatched()).bundle.findings
    return Counter((finding.criterion, finding.outcome) for finding in findings)


@pytest.fixture(scope="module", params=["casefile", "tabular", "mosaic"])
def written(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "key").write_text(KEY, encoding="ascii")
    export = data_path("demo", request.param)
    mapping = export / "mapping.yaml"
    options = ["--mapping", mapping] if mapping.exists() else []
    done = pseudonymise(export, "--out", folder / "out", "--key-file", folder / "key", *options)
    return request.param, export, folder, done


def test_it_audits_to_the_same_outcomes(written, tmp_path):
    adapter, export, folder, _ = written
    assert outcomes(folder / "out", tmp_path / "a", adapter) == outcomes(
        export, tmp_path / "b", adapter
    )


def test_nobodys_name_or_id_is_in_it(written):
    adapter, _, folder, _ = written
    text = "\n".join(path.read_text("utf-8") for path in (folder / "out").iterdir())
    words = set(re.findall(r"[^\W\d_]+", text))
    people = [p for case in FAMILIES.cases for p in (case.child, *case.people, *case.workers)]
    names = {
        word
        for person in people
        for word in re.findall(r"[^\W\d_]{3,}", person.name or "")
        if word[0].isupper()
    }
    assert names & words <= MISSED[adapter]
    ids = {case.child_id for case in FAMILIES.cases} | {
        p.id for c in FAMILIES.cases for p in c.people
    }
    assert not ids & set(re.findall(r"[A-Z]+[\w-]*\d+", text))


MISSED = {"casefile": set(), "mosaic": set(), "tabular": {"Shade", "Tobi"}}
"""The plain tables hold no relatives: a name that narrative also writes
small, or writes only in quotation marks, is missed."""


def test_it_says_that_it_is_not_anonymous_and_names_nobody(written):
    *_, done = written
    assert done.exit_code == 0
    assert "pseudonymised, not anonymous" in done.output
    assert "that may be names: replaced too" in done.output
    assert "Wrona" not in done.output


def test_the_words_of_the_restricted_are_left_out(written):
    _, _, folder, done = written
    assert "left out (restricted" in done.output
    text = "\n".join(path.read_text("utf-8") for path in (folder / "out").iterdir())
    assert "[left out]" in text


def test_the_folder_is_for_its_owner_alone(written):
    _, _, folder, _ = written
    assert stat.S_IMODE((folder / "out").stat().st_mode) == 0o700


def test_the_same_key_gives_the_same_bytes(written, tmp_path):
    _, export, folder, _ = written
    mapping = export / "mapping.yaml"
    options = ["--mapping", mapping] if mapping.exists() else []
    pseudonymise(export, "--out", tmp_path / "again", "--key-file", folder / "key", *options)
    for path in (folder / "out").iterdir():
        assert (tmp_path / "again" / path.name).read_bytes() == path.read_bytes()


def test_a_key_is_made_for_its_owner_alone_and_used_again(tmp_path):
    export = data_path("demo", "casefile")
    for out in ("one", "two"):
        pseudonymise(export, "--out", tmp_path / out, "--key-file", tmp_path / "key")
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600
    one, two = (tmp_path / out / "families.jsonl" for out in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_without_a_key_file_no_two_are_the_same(tmp_path):
    export = data_path("demo", "casefile")
    for out in ("one", "two"):
        pseudonymise(export, "--out", tmp_path / out)
    one, two = (tmp_path / out / "families.jsonl" for out in ("one", "two"))
    assert one.read_bytes() != two.read_bytes()


def test_a_key_beside_what_it_protects_is_refused(tmp_path):
    with pytest.raises(ConfigurationError, match="keep the key apart"):
        pseudonymise(
            data_path("demo", "casefile"), "--out", tmp_path, "--key-file", tmp_path / "key"
        )


def test_a_key_that_is_none_is_refused(tmp_path):
    (tmp_path / "key").write_text("secret", encoding="ascii")
    with pytest.raises(ConfigurationError, match="holds no key"):
        pseudonymise(
            data_path("demo", "casefile"), "--out", tmp_path / "o", "--key-file", tmp_path / "key"
        )


def test_a_folder_that_is_in_use_is_refused(tmp_path):
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    with pytest.raises(ConfigurationError, match="not empty"):
        pseudonymise(data_path("demo", "casefile"), "--out", tmp_path)
