"""Small case files to ask a check of."""

import datetime as dt
from dataclasses import replace

from sos_audit.checks import CHECKS, Inquiry, settings_by_kind
from sos_audit.reading.case import read_case
from sos_audit.reading.document import DocumentReader
from sos_audit.resources import data_path
from sos_audit.rulepacks import load_pack
from sos_audit.rulepacks.example_case import family_of
from sos_audit.rulepacks.example_schema import CaseExample

PACK = load_pack(data_path("rules", "signs_of_safety"), settings_by_kind())

DANGER = "Mrs Tuck is worried that Marley will swallow the tablets."
GOAL = "Abena locks the tablets in the tin every evening."


def document(kind="assessment", date="2026-02-09", **written):
    """A document; answers are (kind, text) pairs."""
    answers = written.pop("answers", ())
    return {
        "kind": kind,
        "date": date,
        "answers": [{"kind": kind_, "text": text} for kind_, text in answers],
        **written,
    }


def inquiry(*documents, as_at="2026-04-01", **written):
    """A case file of these documents, ready to be asked, beside its siblings."""
    family = family_of(CaseExample.model_validate({"documents": documents, **written}))
    day, reader = dt.date.fromisoformat(as_at), DocumentReader(PACK.lexicon)
    own, *siblings = (read_case(case, day, reader) for case in family.cases)
    return Inquiry(replace(own, siblings=tuple(siblings)), PACK.deadlines)


def ask(kind, asked, **settings):
    """The answer of a kind of check, with the settings as a pack would write them."""
    check = CHECKS[kind]
    return check.ask(check.settings.model_validate(settings), asked)


def quotes(answer):
    """The words that an answer points to."""
    return [evidence.quote for evidence in answer.evidence]
