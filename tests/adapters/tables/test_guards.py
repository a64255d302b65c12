"""Archives built to harm are refused before anything in them is used."""

import dataclasses
import io
import os
import stat
import warnings
import zipfile

import pytest

from sos_audit.adapters.tables.guards import (
    ARCHIVE_LIMITS,
    Limits,
    check_inflation,
    check_member,
    check_members,
)
from sos_audit.errors import RefusedInput
from tests.adapters.tables.exports import zip_of


def archive_of(members):
    return zipfile.ZipFile(io.BytesIO(zip_of(members)))


@pytest.mark.parametrize(
    "name", ["../t.csv", "a/../../t.csv", "/t.csv", "..\\t.csv", "\\t.csv", "C:t.csv"]
)
def test_a_name_that_leads_out_of_the_archive_is_refused(name):
    member = zipfile.ZipInfo("t.csv")
    member.filename = name
    with pytest.raises(RefusedInput, match="leads out of the archive"):
        check_member(member, "x.zip")


def test_a_link_is_refused():
    member = zipfile.ZipInfo("t.csv")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(RefusedInput, match="the member is a link"):
        check_member(member, "x.zip")


def test_an_encrypted_member_is_refused():
    member = zipfile.ZipInfo("t.csv")
    member.flag_bits = 1
    with pytest.raises(RefusedInput, match="encrypted"):
        check_member(member, "x.zip")


def test_two_members_of_one_name_are_refused():
    held = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(held, "w") as archive:
        archive.writestr("t.csv", "1")
        archive.writestr("t.csv", "2")
    with pytest.raises(RefusedInput, match="two members of the same name"):
        check_members(zipfile.ZipFile(held), ARCHIVE_LIMITS, "x.zip")


def test_a_bomb_is_refused_by_its_ratio():
    archive = archive_of({"t.csv": b"0" * 2**25})
    with pytest.raises(RefusedInput, match="inflates to more than 200 times its size"):
        check_inflation(archive, archive.infolist(), ARCHIVE_LIMITS, "x.zip")


def test_members_are_refused_by_their_size_together():
    limits = Limits(members=9, inflated=2**20)
    archive = archive_of({"a.csv": os.urandom(600_000), "b.csv": os.urandom(600_000)})
    with pytest.raises(RefusedInput, match="inflates to more than 1 MiB"):
        check_inflation(archive, archive.infolist(), limits, "x.zip")
    check_inflation(
        archive, archive.infolist(), dataclasses.replace(limits, inflated=2**21), "x.zip"
    )
