"""Labels and findings are paired one to one, as many as can be."""

from typing import NamedTuple

import pytest

from sos_audit.agreement import Hits
from sos_audit.evaluate.validation.spans import overlap, paired


class At(NamedTuple):
    """A span."""

    start: int
    end: int


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [((0, 5), (4, 9), True), ((0, 5), (5, 9), False), ((0, 9), (3, 4), True)],
)
def test_spans_overlap_when_they_share_a_character(one, other, shared):
    assert overlap(At(*one), At(*other)) is shared


def test_a_finding_counts_for_one_label_only():
    assert paired([At(0, 4), At(5, 9)], [At(0, 9)], overlap) == Hits(right=1, missed=1)


def test_a_label_counts_for_one_finding_only():
    assert paired([At(0, 9)], [At(0, 4), At(5, 9)], overlap) == Hits(right=1, wrong=1)


def test_a_label_gives_way_to_one_that_has_no_other_finding():
    labels, found = [At(0, 9), At(0, 3)], [At(0, 3), At(4, 9)]
    assert paired(labels, found, overlap) == Hits(right=2)
