"""A secret from which every pseudonym follows; without it none can be led back."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

LENGTH = 32
"""Bytes of a key."""


@dataclass(frozen=True, slots=True)
class Key:
    """The secret; it never shows in a message."""

    secret: bytes = field(repr=False)

    def number(self, purpose: str, value: str, below: int) -> int:
        """A number that depends on the key, what it is for, and the value."""
        message = f"{purpose}\x1f{value}".encode()
        digest = hmac.new(self.secret, message, hashlib.sha256).digest()
        return int.from_bytes(digest[:12], "big") % below

    def person_id(self, value: str) -> str:
        """The id of a person or worker: of digits if it was, so that it still reads as one."""
        if value.isdigit():
            return str(10**11 + self.number("id", value, 9 * 10**11))
        return f"x{self.number('id', value, 16**12):012x}"

    def record_id(self, value: str) -> str:
        """The id of a form, note or step: numbers keep their order, for the newest one counts."""
        if value.isdigit():
            return str(int(value) + 10**6 + self.number("records", "", 9 * 10**6))
        return f"r{self.number('record', value, 16**12):012x}"

    def team(self, value: str) -> str:
        """The name of a team."""
        return f"Team {self.number('team', value.casefold(), 9000) + 1000}"

    @property
    def weeks(self) -> int:
        """By how many weeks dates move: back, so that none lies in the future, and half a year."""
        return -(26 + self.number("weeks", "", 130))
