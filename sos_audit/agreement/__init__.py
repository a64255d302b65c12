"""Statistics of agreement and of accuracy, in pure Python, tested against published examples.

What cannot be computed is None, never 0: a coefficient of no data, or of data that leave nothing
to agree on beyond chance.
"""

from sos_audit.agreement.alpha import interval, krippendorff_alpha, nominal, ordinal
from sos_audit.agreement.chance import (
    cohen_kappa,
    gwet_ac,
    gwet_ac_of_units,
    identity,
    linear,
    percent_agreement,
    quadratic,
)
from sos_audit.agreement.hits import Hits, mean_f1
from sos_audit.agreement.intervals import (
    Interval,
    bootstrap_interval,
    bootstrap_intervals,
    wilson_interval,
)
from sos_audit.agreement.ranks import spearman

__all__ = [
    "Hits",
    "Interval",
    "bootstrap_interval",
    "bootstrap_intervals",
    "cohen_kappa",
    "gwet_ac",
    "gwet_ac_of_units",
    "identity",
    "interval",
    "krippendorff_alpha",
    "linear",
    "mean_f1",
    "nominal",
    "ordinal",
    "percent_agreement",
    "quadratic",
    "spearman",
    "wilson_interval",
]
