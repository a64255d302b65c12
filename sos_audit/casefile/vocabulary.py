"""The closed lists of the common model: every word here is part of the interchange format."""

from enum import StrEnum


class StatementKind(StrEnum):
    """What a passage of narrative is; `worry` and `working_well` are undivided columns."""

    HARM_STATEMENT = "harm_statement"
    DANGER_STATEMENT = "danger_statement"
    COMPLICATING_FACTOR = "complicating_factor"
    WORRY = "worry"
    EXISTING_STRENGTH = "existing_strength"
    EXISTING_SAFETY = "existing_safety"
    WORKING_WELL = "working_well"
    SCALE = "scale"
    SAFETY_GOAL = "safety_goal"
    NEXT_STEP = "next_step"
    BOTTOM_LINE = "bottom_line"
    SAFETY_PLAN = "safety_plan"
    NETWORK = "network"
    CHILD_VOICE = "child_voice"
    FAMILY_VOICE = "family_voice"
    TRAJECTORY = "trajectory"
    WORDS_AND_PICTURES = "words_and_pictures"
    CASE_NOTE = "case_note"


class Element(StrEnum):
    """A part of a statement that can be pointed at with a span."""

    WHO_IS_WORRIED = "who_is_worried"
    PAST_FACT = "past_fact"
    FUTURE_HARM = "future_harm"
    CHILD_IMPACT = "child_impact"
    CAREGIVER = "caregiver"
    ACT = "act"
    SOURCE = "source"
    WHEN = "when"
    LABEL = "label"
    DISPUTE = "dispute"
    CARER_BEHAVIOUR = "carer_behaviour"
    CHILD_EXPERIENCE = "child_experience"
    PROFESSIONALS_SEE = "professionals_see"
    DURATION = "duration"
    SERVICE = "service"
    NETWORK_PERSON = "network_person"
    ABSENCE = "absence"
    SCORE = "score"
    RATER = "rater"
    ANCHOR_LOW = "anchor_low"
    ANCHOR_HIGH = "anchor_high"
    REASON = "reason"
    STEP_UP = "step_up"
    STRENGTH = "strength"
    OCCASION = "occasion"
    PROTECTIVE_ACT = "protective_act"
    QUOTE = "quote"
    REPORTED_SPEECH = "reported_speech"
    OBSERVATION = "observation"
    TOOL = "tool"
    SEEN_ALONE = "seen_alone"
    RULE = "rule"
    TRIGGER = "trigger"
    CONTACT = "contact"
    OWNER = "owner"
    DUE = "due"
    REVIEWED = "reviewed"


class Voice(StrEnum):
    """Who gives a score or whose words are quoted; a free role and name may stand beside it."""

    CHILD = "child"
    MOTHER = "mother"
    FATHER = "father"
    CARER = "carer"
    FAMILY = "family"
    NETWORK = "network"
    SOCIAL_WORKER = "social_worker"
    PROFESSIONAL = "professional"
    CONFERENCE = "conference"
    UNKNOWN = "unknown"

    @property
    def is_family(self) -> bool:
        """Whether the voice belongs to the child's family or its own network."""
        return self in FAMILY_VOICES


FAMILY_VOICES = frozenset({Voice.MOTHER, Voice.FATHER, Voice.CARER, Voice.FAMILY, Voice.NETWORK})


class Entity(StrEnum):
    """A part of the record that an export may or may not carry; the unit of coverage."""

    DOCUMENT = "document"
    ANSWER = "answer"
    PERSON = "person"
    WORKER = "worker"
    EPISODE = "episode"
    EVENT = "event"
    VISIT = "visit"
    ASSESSMENT = "assessment"
    PLAN = "plan"
    REVIEW = "review"


class Supply(StrEnum):
    """Whether an export carries an entity: *not supplied* is never *not recorded*."""

    SUPPLIED = "supplied"
    SUPPLIED_EMPTY = "supplied_empty"
    NOT_SUPPLIED = "not_supplied"


class CaseType(StrEnum):
    """How the child is known to the service (`criteria.md` section 7)."""

    REFERRAL = "ref"
    EARLY_HELP = "eh"
    ASSESSMENT = "asm"
    CHILD_IN_NEED = "cin"
    CHILD_PROTECTION = "cp"
    PRE_PROCEEDINGS = "plo"
    LOOKED_AFTER = "cla"


class DocumentKind(StrEnum):
    """What sort of document carries the narrative."""

    ASSESSMENT_AND_PLANNING = "assessment_and_planning"
    ASSESSMENT = "assessment"
    CONFERENCE = "conference"
    REVIEW = "review"
    CORE_GROUP = "core_group"
    PLAN = "plan"
    SAFETY_PLAN = "safety_plan"
    SUPERVISION = "supervision"
    DIRECT_WORK = "direct_work"
    WORDS_AND_PICTURES = "words_and_pictures"
    NETWORK_MEETING = "network_meeting"
    GENOGRAM = "genogram"
    CHRONOLOGY = "chronology"
    LETTER = "letter"
    REPORT = "report"
    MINUTES = "minutes"
    REFERRAL = "referral"
    CASE_NOTE = "case_note"
    HOME_VISIT = "home_visit"
    OTHER = "other"


class TextFormat(StrEnum):
    """How a document's raw text is written before it is made readable."""

    PLAIN = "plain"
    HTML = "html"
    RTF = "rtf"
