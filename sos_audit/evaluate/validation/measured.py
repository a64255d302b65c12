"""The criteria that macro-F1 is taken over: one fixed list, which demotion does not shorten."""

from sos_audit.findings import Outcome

NARRATIVE = (
    "harm.act_and_impact",
    "harm.detail",
    "harm.attributed",
    "danger.who_worried",
    "danger.future",
    "danger.child_impact",
    "danger.grounded",
    "danger.behavioural",
    "strength.specific",
    "safety.demonstrated",
    "safety.not_attendance",
    "scale.anchored",
    "scale.several_voices",
    "scale.reasons",
    "scale.one_step_up",
    "goal.parent_doing",
    "goal.child_experience",
    "goal.professionals_see",
    "goal.presence",
    "goal.duration",
    "goal.what_not_how",
    "steps.owned_dated",
    "plan.everyday_rules",
    "plan.triggers",
    "plan.named_contacts",
    "child.verbatim",
    "family.own_words",
)
"""Every narrative criterion that is labelled for single statements."""

OUTCOMES = tuple(Outcome)
"""The labels in the order that tables show them; what a pack does not ask stands apart."""

NOT_ASKED = "not_asked"
"""Stands where an outcome would, for a criterion that the pack does not ask."""
