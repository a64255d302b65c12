"""What a column holds, by its name: an id, a name, a date, a code to keep, or words."""

from __future__ import annotations

import re
from enum import Enum

from sos_audit.adapters.tables import normalise


class Holds(Enum):
    """What is to be done with the values of a column."""

    PERSON = "the id of a person or worker"
    RECORD = "the id of a form, note, step or the like"
    NAME = "a person's name"
    TEAM = "the name of a team"
    DATE = "a date"
    KEPT = "a code or flag, kept"
    WORDS = "words"


_PEOPLE = frozenset(
    "person_id other_person_id subject_person_id subject_compound_id handler_row_identifier"
    " child_id worker_id assignee_id created_by system_user_id family_id".split()
)

_CODES = frozenset(
    "workflow_step_type_id personal_rel_type_id question_id mapping_id question_lookup_id"
    " organisation_id responsible_team_id question_code question_user_code question form_name type"
    " kind note_type note_type_description status state step_status sex gender ethnicity disability"
    " first_language full_ethnicity_code context_flag restricted interpreter interpreter_required"
    " case_type visit_type seen seen_alone seen_alone_flag completed_flag ai_drafted role"
    " author_role subject_type_code prof_rel_type_code family_category is_mother"
    " cin_abuse_category_code number_answer cin cla cp lac_review_participation_code".split()
)

_NAMES = frozenset("name full_name first_name first_names last_name last_names author".split())

_DATE = re.compile(
    r".*_(?:date|datetime|on)|(?:.*_)?date(?:_.*)?|dob|from|to|opened|recorded_at|edited_at"
)


def holds(table: str, column: str) -> Holds:
    """What a column of a contract holds; words where nothing else is known, for those are read."""
    name, of_table = normalise(column), normalise(table)
    place = (of_table, name)
    if place in _PLACES:
        return _PLACES[place]
    for known, what in ((_PEOPLE, Holds.PERSON), (_CODES, Holds.KEPT), (_NAMES, Holds.NAME)):
        if name in known:
            return what
    return next((what for pattern, what in _PATTERNS if pattern.fullmatch(name)), Holds.WORDS)


_PLACES = {
    ("workers", "id"): Holds.PERSON,
    ("workflow_step_types", "description"): Holds.KEPT,
    ("personal_rel_types", "description"): Holds.KEPT,
    ("question_lookups", "answer"): Holds.KEPT,
    ("organisations", "name"): Holds.TEAM,
    ("persons", "team"): Holds.TEAM,
}

_PATTERNS = (
    (re.compile(r"is_.*"), Holds.KEPT),
    (_DATE, Holds.DATE),
    (re.compile(r"id|.*_id|root_case_note|version_of"), Holds.RECORD),
)
