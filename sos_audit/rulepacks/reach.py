"""Which elements a statement of a kind can hold, so that a criterion cannot ask in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sos_audit.casefile import Element, StatementKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_WORRY = frozenset(
    {
        Element.WHO_IS_WORRIED,
        Element.FUTURE_HARM,
        Element.CHILD_IMPACT,
        Element.PAST_FACT,
        Element.LABEL,
        Element.ACT,
    }
)

ELEMENTS: Mapping[StatementKind, frozenset[Element]] = {
    StatementKind.DANGER_STATEMENT: _WORRY,
    StatementKind.WORRY: _WORRY,
    StatementKind.HARM_STATEMENT: frozenset(
        {
            Element.CAREGIVER,
            Element.CHILD_IMPACT,
            Element.WHEN,
            Element.SOURCE,
            Element.LABEL,
            Element.ACT,
        }
    ),
    StatementKind.SAFETY_GOAL: frozenset(
        {
            Element.CARER_BEHAVIOUR,
            Element.CHILD_EXPERIENCE,
            Element.PROFESSIONALS_SEE,
            Element.DURATION,
            Element.SERVICE,
            Element.ABSENCE,
        }
    ),
    StatementKind.SCALE: frozenset({Element.ANCHOR_LOW, Element.ANCHOR_HIGH, Element.STEP_UP}),
    StatementKind.CHILD_VOICE: frozenset({Element.TOOL, Element.OBSERVATION}),
    StatementKind.EXISTING_STRENGTH: frozenset({Element.STRENGTH, Element.SERVICE}),
    StatementKind.EXISTING_SAFETY: frozenset(
        {Element.PROTECTIVE_ACT, Element.OCCASION, Element.CHILD_EXPERIENCE, Element.SERVICE}
    ),
    StatementKind.SAFETY_PLAN: frozenset({Element.RULE, Element.TRIGGER, Element.CONTACT}),
    StatementKind.NEXT_STEP: frozenset({Element.OWNER, Element.DUE}),
}
"""What the readers in `sos_audit.reading` yield for each kind; a test holds the two together."""

HEADING = "heading_"
"""How the names of word lists with a kind's headings begin."""


def can_be_found(kind: StatementKind, lists: Collection[str]) -> bool:
    """Whether a text alone can hold a statement of the kind: it is read, or has headings."""
    return kind in ELEMENTS or f"{HEADING}{kind}" in lists


def can_hold(element: Element, kinds: Collection[StatementKind]) -> bool:
    """Whether a statement of any of the kinds can hold the element."""
    return any(element in ELEMENTS.get(kind, ()) for kind in kinds)
