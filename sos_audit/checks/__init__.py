"""The kinds of question that a rule pack can ask, one module a kind."""

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

from sos_audit.checks import (
    documented,
    element_balance,
    element_present,
    in_time,
    matched_to_danger,
    no_fillers,
    quoted_words,
    score_reasons,
    score_repeated,
    score_voices,
    scored,
    seen_alone,
    shared_in_time,
    sibling_copy,
    statement_exists,
    views_of_each,
    visit_interval,
)
from sos_audit.checks.answers import Answer, CheckKind, Inquiry

__all__ = ["CHECKS", "Answer", "CheckKind", "Inquiry", "settings_by_kind"]

CHECKS: Mapping[str, CheckKind] = MappingProxyType(
    {
        module.KIND.name: module.KIND
        for module in (
            documented,
            element_balance,
            element_present,
            in_time,
            matched_to_danger,
            no_fillers,
            quoted_words,
            score_reasons,
            score_repeated,
            score_voices,
            scored,
            seen_alone,
            shared_in_time,
            sibling_copy,
            statement_exists,
            views_of_each,
            visit_interval,
        )
    }
)


def settings_by_kind() -> dict[str, type[BaseModel]]:
    """The settings model of each kind, as `load_pack` takes them."""
    return {name: kind.settings for name, kind in CHECKS.items()}
