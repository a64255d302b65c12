"""Write an export again with pseudonyms, in the shape it has, so that a fault can be shown."""

from sos_audit.adapters.pseudonymising.admission import LEFT_OUT, Admitted
from sos_audit.adapters.pseudonymising.interchange import pseudonymise_interchange
from sos_audit.adapters.pseudonymising.result import Result
from sos_audit.adapters.pseudonymising.tables import pseudonymise_tables

__all__ = ["LEFT_OUT", "Admitted", "Result", "pseudonymise_interchange", "pseudonymise_tables"]
