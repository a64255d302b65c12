"""A file that writes the month first is refused by the column that proves it."""

import pytest

from sos_audit.adapters.tables.month_first import WITHOUT_A_DATE, MonthFirst
from sos_audit.errors import ConfigurationError


def seen(*values):
    watch = MonthFirst(["SEEN_ON"])
    for number, value in enumerate(values, 2):
        watch.see(number, [value])
    return watch


def test_a_day_above_12_in_second_place_names_the_column():
    with pytest.raises(ConfigurationError) as caught:
        seen("02/03/2026", None, "02/13/2026 10:00").check("visits.csv")
    assert str(caught.value) == (
        "visits.csv writes dates as month/day/year\n"
        "  row 4, column 'SEEN_ON': a day above 12 in second place (export dates as yyyy-mm-dd)"
    )


@pytest.mark.parametrize(
    "values",
    [
        [],
        ["02/03/2026"],
        ["02/13/2026", "13/02/2026"],
        ["13/02/2026", "02/13/2026"],
        ["02/13/2026 was when mum said"],
        ["02/99/2026"],
        [*["x"] * WITHOUT_A_DATE, "02/13/2026"],
    ],
)
def test_anything_less_proves_nothing(values):
    seen(*values).check("visits.csv")


def test_a_proof_outlasts_values_that_are_no_dates():
    with pytest.raises(ConfigurationError):
        seen("02/13/2026", *["x"] * WITHOUT_A_DATE).check("visits.csv")
