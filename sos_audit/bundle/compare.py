"""What is new since the previous bundle."""

from collections.abc import Mapping
from dataclasses import replace

from sos_audit.bundle.bundle import Bundle
from sos_audit.bundle.v1 import Change, Finding
from sos_audit.errors import ConfigurationError


def compare(bundle: Bundle, previous: Bundle) -> Bundle:
    """Mark every finding as new, the same, or the same on other evidence.

    Raises:
        ConfigurationError: if nothing identifies a child in both bundles.
    """
    _check_comparable(bundle, previous)
    before = {finding.fingerprint: finding for finding in previous.findings}
    marked = (replace(f, change=_change(f, before)) for f in bundle.findings)
    return replace(bundle, findings=tuple(marked))


def _change(finding: Finding, before: Mapping[str, Finding]) -> Change:
    """A finding with another outcome than before is a new one: what was found may be lost."""
    former = before.get(finding.fingerprint)
    if former is None or former.outcome is not finding.outcome:
        return Change.NEW
    is_same = former.evidence_hash == finding.evidence_hash
    return Change.SAME if is_same else Change.EVIDENCE_CHANGED


def _check_comparable(bundle: Bundle, previous: Bundle) -> None:
    now, then = bundle.manifest, previous.manifest
    if now.stable_child_key is None or then.stable_child_key is None:
        raise ConfigurationError(
            "The bundles cannot be compared: the mapping declares no stable key for a child"
        )
    if (now.authority, now.stable_child_key) != (then.authority, then.stable_child_key):
        raise ConfigurationError(
            "The bundles cannot be compared: "
            f"the previous one is of {then.authority} by {then.stable_child_key}, "
            f"this one of {now.authority} by {now.stable_child_key}"
        )
