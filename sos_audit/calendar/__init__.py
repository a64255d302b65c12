"""Working days, bank holidays and deadlines of England and Wales, without a network.

Bank holidays are computed by rule, with a table for the days that were moved or proclaimed
once.  Deadlines are configuration: the numbers here are defaults, each with its source.
"""

from sos_audit.calendar.bank_holidays import bank_holidays, is_bank_holiday
from sos_audit.calendar.deadlines import Basis, Deadlines, Limit
from sos_audit.calendar.working_days import (
    add_months,
    add_working_days,
    is_working_day,
    working_days_between,
)

__all__ = [
    "Basis",
    "Deadlines",
    "Limit",
    "add_months",
    "add_working_days",
    "bank_holidays",
    "is_bank_holiday",
    "is_working_day",
    "working_days_between",
]
