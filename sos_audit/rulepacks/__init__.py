"""Rule packs: criteria, word lists and weights as data, with an authority's overlays."""

from sos_audit.rulepacks.examples import Example, load_examples
from sos_audit.rulepacks.loading import load_pack
from sos_audit.rulepacks.model import Applicability, Auto, Axis, Criterion, Due, RulePack, Severity

__all__ = [
    "Applicability",
    "Auto",
    "Axis",
    "Criterion",
    "Due",
    "Example",
    "RulePack",
    "Severity",
    "load_examples",
    "load_pack",
]
