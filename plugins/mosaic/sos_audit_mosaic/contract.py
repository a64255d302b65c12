"""Mosaic's reporting tables, with the columns that are read and the names they also go by."""

from __future__ import annotations

from sos_audit.adapters.tables import ColumnContract, Contract, TableContract

PERSONS = "DM_PERSONS"
STEPS = "DM_WORKFLOW_STEPS"
STEPS_PEOPLE = "DM_WORKFLOW_STEPS_PEOPLE_VW"
STEP_TYPES = "DM_WORKFLOW_STEP_TYPES"
SUBJECTS = "DM_SUBGROUP_SUBJECTS"
ANSWERS = "DM_CACHED_FORM_ANSWERS"
QUESTIONS = "DM_CACHED_FORM_QUESTIONS"
RAW_FORMS = "MO_FORMS"
RAW_ANSWERS = "MO_FORM_ANSWERS"
RAW_ROWS = "MO_FORM_ANSWER_ROWS"
RAW_QUESTIONS = "MO_QUESTIONS"
RAW_LOOKUPS = "MO_QUESTION_LOOKUPS"
NOTES = "CASE_NOTES"
NOTE_TYPES = "DM_CASE_NOTE_TYPES"
VISITS = "DM_VISITS"
REGISTRATIONS = "DM_REGISTRATIONS"
CATEGORIES = "DM_REGISTRATION_CATEGORIES"
REFERRALS = "DM_CIN_REFERRALS"
RELATIONSHIPS = "DM_PERSONAL_RELATIONSHIPS"
RELATIONSHIP_TYPES = "DM_PERSONAL_REL_TYPES"
PROFESSIONALS = "DM_PROF_RELATIONSHIPS"
WORKERS = "DM_WORKERS"
ORGANISATIONS = "DM_ORGANISATIONS"


def _table(
    name: str,
    required: str,
    optional: str = "",
    *,
    aliases: tuple[str, ...] = (),
    must_be_there: bool = False,
) -> TableContract:
    """A table from its columns' names; `NAME=OTHER` gives a column another name as well."""
    columns = [_column(words, required=True) for words in required.split()]
    columns += [_column(words, required=False) for words in optional.split()]
    return TableContract(name, required=must_be_there, columns=tuple(columns), aliases=aliases)


def _column(words: str, *, required: bool) -> ColumnContract:
    name, *aliases = words.split("=")
    return ColumnContract(name, required=required, aliases=tuple(aliases))


_STEP = (
    "SUBGROUP_ID STEP_STATUS INCOMING_ON STARTED_ON COMPLETED_ON RESPONSIBLE_TEAM_ID"
    " ASSIGNEE_ID IS_SECTION_47_ENQUIRY IS_CONTINUOUS_ASSESSMENT STRATEGY_DISCUSSION_DATE"
    " CP_CONFERENCE_ACTUAL_DATE ICPC_DATE LAC_REVIEW_DATE LAC_REVIEW_PARTICIPATION_CODE"
)
"""What is read of a step, from either of the two tables that hold steps."""

CONTRACT = Contract(
    (
        _table(
            PERSONS,
            "PERSON_ID",
            "FULL_NAME FIRST_NAME LAST_NAME DATE_OF_BIRTH GENDER RESTRICTED FULL_ETHNICITY_CODE"
            " FIRST_LANGUAGE CONTEXT_FLAG INTERPRETER_REQUIRED",
            must_be_there=True,
        ),
        _table(STEPS, "WORKFLOW_STEP_ID WORKFLOW_STEP_TYPE_ID", _STEP),
        _table(
            STEPS_PEOPLE,
            "WORKFLOW_STEP_ID WORKFLOW_STEP_TYPE_ID PERSON_ID",
            _STEP,
            aliases=("DM_WORKFLOW_STEPS_PEOPLE",),
        ),
        _table(STEP_TYPES, "WORKFLOW_STEP_TYPE_ID", "DESCRIPTION"),
        _table(
            SUBJECTS,
            "SUBGROUP_ID SUBJECT_COMPOUND_ID",
            "SUBJECT_TYPE_CODE",
        ),
        _table(
            ANSWERS,
            "FORM_ID WORKFLOW_STEP_ID",
            "FORM_ANSWER_ROW_ID MAPPING_ID QUESTION_USER_CODE TEXT_ANSWER DATE_ANSWER"
            " NUMBER_ANSWER SUBJECT_PERSON_ID SUBGROUP_ID",
        ),
        _table(QUESTIONS, "MAPPING_ID QUESTION_USER_CODE"),
        _table(RAW_FORMS, "FORM_ID WORKFLOW_STEP_ID", "SUBGROUP_ID"),
        _table(
            RAW_ANSWERS,
            "FORM_ID QUESTION_ID",
            "FORM_ANSWER_ROW_ID TEXT_ANSWER DATE_ANSWER NUMBER_ANSWER QUESTION_LOOKUP_ID",
        ),
        _table(RAW_ROWS, "FORM_ANSWER_ROW_ID", "HANDLER_ROW_IDENTIFIER"),
        _table(RAW_QUESTIONS, "QUESTION_ID QUESTION_USER_CODE"),
        _table(RAW_LOOKUPS, "QUESTION_LOOKUP_ID ANSWER"),
        _table(
            NOTES,
            "ID=CASE_NOTE_ID PERSON_ID",
            "NOTE_TYPE TITLE EFFECTIVE_DATE CREATED_ON LAST_UPDATED_ON CREATED_BY NOTE"
            " ROOT_CASE_NOTE COPY_OF_CASE_NOTE_ID STATE",
        ),
        _table(NOTE_TYPES, "NOTE_TYPE", "NOTE_TYPE_DESCRIPTION"),
        _table(
            VISITS,
            "PERSON_ID",
            "VISIT_TYPE ACTUAL_DATE=ACTUAL_DATETIME PLANNED_DATETIME SEEN_ALONE_FLAG"
            " COMPLETED_FLAG REASON_VISIT_NOT_MADE CIN CLA CP",
        ),
        _table(
            REGISTRATIONS,
            "REGISTRATION_ID PERSON_ID",
            "IS_CHILD_PROTECTION_PLAN IS_TEMPORARY_CHILD_PROTECTION REGISTRATION_START_DATE"
            " DEREGISTRATION_DATE",
        ),
        _table(
            CATEGORIES,
            "REGISTRATION_ID CIN_ABUSE_CATEGORY_CODE",
            "CATEGORY_START_DATE CATEGORY_END_DATE",
        ),
        _table(REFERRALS, "PERSON_ID", "REFERRAL_DATE NFA_DATE CLOSURE_DATE"),
        _table(
            RELATIONSHIPS,
            "PERSON_ID OTHER_PERSON_ID",
            "IS_MOTHER FAMILY_CATEGORY PERSONAL_REL_TYPE_ID",
        ),
        _table(RELATIONSHIP_TYPES, "PERSONAL_REL_TYPE_ID DESCRIPTION"),
        _table(PROFESSIONALS, "PERSON_ID WORKER_ID", "PROF_REL_TYPE_CODE START_DATE END_DATE"),
        _table(
            WORKERS,
            "WORKER_ID=ID",
            "FULL_NAME FIRST_NAMES LAST_NAMES SYSTEM_USER_ID",
            aliases=("WORKERS",),
        ),
        _table(ORGANISATIONS, "ORGANISATION_ID=ID NAME"),
    )
)
