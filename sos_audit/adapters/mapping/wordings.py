"""Words that say what a step, note, form or visit is, in English children's services.

Used for guesses alone; what counts is what the mapping says.
"""

from __future__ import annotations

from sos_audit.adapters.mapping.guessing import Vocabulary
from sos_audit.casefile import DocumentKind

_MORE = {
    "assessment": ("child and family assessment", "single assessment", "core assessment", "caf"),
    "assessment_and_planning": ("mapping", "signs of safety assessment and planning"),
    "conference": (
        "child protection conference",
        "initial child protection conference",
        "review child protection conference",
    ),
    "review": ("looked after review", "child in need review"),
    "core_group": ("core group meeting", "core group minutes"),
    "plan": ("child in need plan", "child protection plan", "care plan", "my plan"),
    "supervision": ("case supervision", "management oversight", "manager's decision"),
    "direct_work": ("three houses", "wizards and fairies", "work with the child"),
    "network_meeting": ("family network meeting", "family group conference"),
    "home_visit": ("visit", "statutory visit", "child protection visit", "child in need visit"),
    "case_note": ("note", "telephone call", "telephone contact", "email", "contact"),
    "referral": ("contact and referral", "initial contact"),
}

_EVENTS = {
    "referral": ("referral",),
    "strategy_discussion": ("strategy discussion", "strategy meeting"),
    "assessment_start": ("assessment start", "child and family assessment"),
    "assessment_end": ("assessment end",),
    "icpc": ("icpc", "initial child protection conference", "initial cp conference"),
    "rcpc": ("rcpc", "review child protection conference", "review cp conference"),
    "core_group": ("core group", "core group meeting"),
    "cin_review": ("cin review", "child in need review", "child in need meeting"),
    "cla_review": ("cla review", "lac review", "looked after review", "child looked after review"),
    "network_meeting": ("network meeting", "family network meeting"),
    "supervision": ("supervision", "case supervision"),
}

_VISITS = {
    "cp": ("cp", "cp visit", "child protection visit", "child protection"),
    "cin": ("cin", "cin visit", "child in need visit", "child in need"),
    "cla": ("cla", "cla visit", "lac visit", "looked after visit", "child looked after"),
    "assessment": ("assessment", "assessment visit"),
}

_CASES = {
    "ref": ("referral", "ref"),
    "eh": ("early help", "eh"),
    "asm": ("assessment", "asm"),
    "cin": ("child in need", "cin"),
    "cp": ("child protection", "child protection plan", "cp", "cpp"),
    "plo": ("pre proceedings", "pre-proceedings", "public law outline", "plo"),
    "cla": ("looked after", "child looked after", "children looked after", "lac", "cla"),
}

DOCUMENTS = Vocabulary(
    {
        str(kind): (kind.replace("_", " "), f"{kind.replace('_', ' ')} form", *_MORE.get(kind, ()))
        for kind in DocumentKind
        if kind is not DocumentKind.OTHER
    }
)
EVENTS = Vocabulary(_EVENTS)
VISITS = Vocabulary(_VISITS)
CASES = Vocabulary(_CASES)
