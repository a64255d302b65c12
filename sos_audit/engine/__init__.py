"""The engine: asks every criterion of a case file, or of one statement."""

from sos_audit.engine.cases import CaseFailure, CaseFindings, audit_family
from sos_audit.engine.examples import Trial, Verdict, try_examples
from sos_audit.engine.statement import StatementAudit, assess_statement, criteria_of, outcomes

__all__ = [
    "CaseFailure",
    "CaseFindings",
    "StatementAudit",
    "Trial",
    "Verdict",
    "assess_statement",
    "audit_family",
    "criteria_of",
    "outcomes",
    "try_examples",
]
