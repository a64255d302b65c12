"""An invented bundle: two teams, three children, and one of every outcome. Nobody here is real."""

import datetime as dt

from sos_audit.bundle import (
    CriterionInfo,
    HashedFile,
    LoadReport,
    Manifest,
    Quotes,
    Recorder,
    RulePack,
    RunInfo,
    assemble,
)
from sos_audit.bundle.v1 import NotLoaded, Refusal, RefusedRow, TableRead
from sos_audit.casefile import Document, DocumentKind
from sos_audit.findings import (
    CaseAudit,
    DomainFidelity,
    Evidence,
    Finding,
    Outcome,
    ScalePoint,
    Searched,
)

AUTHORITY = "E09000000"

_MAP = (
    "Ms Khan (social worker) and Nan Pat are worried that if Craig goes on shouting and throwing "
    "things when he has been drinking, Ella could be hit by something. Ella told me 'I hide "
    "<script>under</script> the bed when the door bangs'. Craig says he only threw the plate "
    "once.\n"
    "Nan Pat took Ella to her house on 3 May when Craig came home drunk, and Ella slept all night. "
    "10 = Ella is safe enough that we close; 0 = she cannot stay at home. Mum 6, Nan 5."
)
_CORE_GROUP = (
    "Nan and school were told about the worries and both asked what they should look out for. "
    "Craig has gone to Nan's twice when a row started. Mum now scales 7."
)
_PLAN = "Mum to engage with services. Professionals to monitor."


def criteria():
    return tuple(
        CriterionInfo(
            id=id_,
            domain=id_.partition(".")[0] if domain is None else domain,
            title=title,
            question=f"Does the record show this: {title[0].lower()}{title[1:]}?",
            why=why,
            source=source,
            axis=axis,
            auto=auto,
            weight=1.0,
            severity=severity,
            gap_wording="Not found in the records supplied.",
            question_to_ask=ask,
        )
        for id_, domain, title, why, source, axis, auto, severity, ask in _CRITERIA
    )


_CRITERIA = (
    (
        "map.exists",
        "map",
        "A dated map for this child",
        "Assessment is a loop: a map that is never opened again cannot steer the work.",
        "S04, S05",
        "presence",
        "A",
        "major",
        "Where is the family's current map kept, and who has seen it?",
    ),
    (
        "danger.exists",
        "danger",
        "A danger statement before conference",
        "The danger statement is the reason the service is in the family's life.",
        "S01, S02",
        "presence",
        "B",
        "critical",
        "What do we say could happen to this child if nothing changes, and does the family know?",
    ),
    (
        "danger.who_worried",
        "danger",
        "The danger statement says who is worried",
        "A worry with names is one that a family can answer.",
        "S01, S24",
        "quality",
        "B",
        "major",
        "Who, by name, holds this worry?",
    ),
    (
        "danger.child_impact",
        "danger",
        "What the danger would mean for the child",
        "Impact keeps the child in the middle of the statement.",
        "S01, S20",
        "quality",
        "B",
        "major",
        "What would it be like for this child, now and later?",
    ),
    (
        "danger.dispute",
        "danger",
        "Where the family disagrees, it says so",
        "A recorded dispute shows that the family was heard.",
        "S24",
        "participation",
        "B",
        "minor",
        "What do the parents say about the worry?",
    ),
    (
        "strength.protective",
        "working_well",
        "A time when someone kept the child safe",
        "Existing safety is an act at a time of danger, not a quality.",
        "S03, S18",
        "quality",
        "B",
        "major",
        "When did someone act so that the child was safe, and what did they do?",
    ),
    (
        "scale.several_voices",
        "scaling",
        "Several people score separately",
        "The spread between scores is where the conversation starts.",
        "S13, S14",
        "participation",
        "B",
        "major",
        "Where would the child, each parent and the network put themselves?",
    ),
    (
        "goal.child_experience",
        "goals",
        "The goal says what the child will live through",
        "A goal seen with the child's eyes can be recognised when it is reached.",
        "S01, S21",
        "quality",
        "B",
        "major",
        "What will the child notice when the goal is reached?",
    ),
    (
        "plan.exists",
        "safety_plan",
        "The family's own safety plan where there is danger",
        "A danger with no plan is carried by the child.",
        "S25, S27",
        "presence",
        "A",
        "critical",
        "What has the family agreed to do, day to day, about this danger?",
    ),
    (
        "net.informed",
        "network",
        "The network knows the dangers and the goals",
        "People can only help with what they have been told.",
        "S27, S30",
        "linkage",
        "B",
        "major",
        "Who in the network has been told the worries, and when?",
    ),
    (
        "child.verbatim",
        "child_voice",
        "The child's own words",
        "The child's words change plans; summaries of them seldom do.",
        "S36",
        "participation",
        "B",
        "major",
        "What has the child said, in their own words?",
    ),
    (
        "child.used_in_plan",
        "child_voice",
        "The child's views change the plan",
        "A voice in a silo changes nothing.",
        "S35",
        "linkage",
        "C",
        "major",
        "Can you point to something in the plan that is there because the child said so?",
    ),
    (
        "stat.visits",
        "timeliness",
        "Visits at the frequency of the plan",
        "Statutory visits are the floor under everything else.",
        "S101",
        "recency",
        "A",
        "major",
        "What stood in the way of the visits that are not on the record?",
    ),
    (
        "rec.prompt",
        "recording",
        "Written up soon after it happened",
        "Late notes are remembered notes.",
        "S101",
        "recency",
        "A",
        "minor",
        "Is there something that stops notes being written up on time?",
    ),
    (
        "close.audit",
        "closure",
        "A closure record with sign-off",
        "Closing is a decision, and somebody takes it.",
        "S45",
        "presence",
        "A",
        "minor",
        "Who decided to close, and on what grounds?",
    ),
)

DOCUMENTS = {
    "map": Document(
        "D1",
        DocumentKind.ASSESSMENT_AND_PLANNING,
        "Assessment and planning form",
        dt.date(2026, 2, 3),
        _MAP,
    ),
    "core": Document("D2", DocumentKind.CORE_GROUP, None, dt.date(2026, 5, 18), _CORE_GROUP),
    "plan": Document(
        "D3", DocumentKind.PLAN, "Child protection plan", dt.date(2026, 10, 30), _PLAN
    ),
}

_LOOKED = (Searched("documents", 3, dt.date(2026, 2, 3), dt.date(2026, 10, 30)),)


def quote(document, words, note=None):
    """Evidence for words that really are in one of the example's documents."""
    source = DOCUMENTS[document]
    start = source.text.index(words)
    return Evidence(
        document_kind=source.kind,
        title=source.label,
        date=source.date,
        quote=words,
        start=start,
        end=start + len(words),
        document_id=source.id,
        note=note,
    )


def _met(criterion, *evidence, message="Found.", outcome=Outcome.MET):
    return Finding(criterion, outcome, message, evidence=evidence)


def _gap(criterion, message, slot=""):
    return Finding(criterion, Outcome.GAP, message, slot=slot, searched=_LOOKED)


def _other(criterion, outcome, message):
    return Finding(criterion, outcome, message)


_VISIT = Evidence("visit", "Visit", dt.date(2026, 9, 2), "", note="the last visit recorded")

_ELLA = (
    _met("map.exists", quote("map", "Ms Khan (social worker)")),
    _met("danger.exists", quote("map", "if Craig goes on shouting and throwing things")),
    _met("danger.who_worried", quote("map", "Ms Khan (social worker) and Nan Pat are worried")),
    _met(
        "danger.child_impact",
        quote("map", "Ella could be hit by something"),
        message="What could happen at the time is there; what it means in the long run was not "
        "found in the records supplied.",
        outcome=Outcome.PARTLY,
    ),
    _met("danger.dispute", quote("map", "Craig says he only threw the plate once.")),
    _met("strength.protective", quote("map", "Nan Pat took Ella to her house on 3 May")),
    _met("scale.several_voices", quote("map", "Mum 6, Nan 5"), quote("core", "Mum now scales 7")),
    _gap("goal.child_experience", "No goal says what the child will live through."),
    _gap("plan.exists", "No safety plan of the family's own."),
    _met("net.informed", quote("core", "Nan and school were told about the worries")),
    _met("child.verbatim", quote("map", "'I hide <script>under</script> the bed")),
    _other("child.used_in_plan", Outcome.UNCLEAR, "A question for a reader."),
    Finding(
        "stat.visits",
        Outcome.GAP,
        "A gap of 41 days where the plan says every 10 working days.",
        slot="2026-09-02",
        evidence=(_VISIT,),
        searched=(Searched("visits", 12, dt.date(2026, 2, 5), dt.date(2026, 9, 2)),),
    ),
    _other("rec.prompt", Outcome.NOT_ASSESSABLE, "The export carries no date of writing up."),
    _other("close.audit", Outcome.NOT_APPLICABLE, "The case is open."),
)

_NOAH = (
    _met("map.exists", quote("map", "Ms Khan (social worker)")),
    _gap("danger.exists", "No danger statement before the conference of 12 March 2026."),
    _other("danger.who_worried", Outcome.NOT_ASSESSABLE, "There is no danger statement to read."),
    _other("danger.child_impact", Outcome.FAILED, "The check stopped on an error."),
    _other("danger.dispute", Outcome.UNCLEAR, "The only passage was edited after the as-at date."),
    _gap("strength.protective", "No time when someone kept the child safe."),
    _gap("plan.exists", "No safety plan of the family's own."),
    _met("child.verbatim", quote("map", "'I hide <script>under</script> the bed")),
)

_SAM = (
    _met("map.exists", quote("plan", "Mum to engage with services.")),
    _met("net.informed", quote("core", "Nan and school were told about the worries")),
    _other("goal.child_experience", Outcome.NOT_APPLICABLE, "The case opened ten days ago."),
)


def _point(date, value, rater, name=None, *, low=None, high=None, higher_is_safer=True):
    low, high = (value if low is None else low), (value if high is None else high)
    return ScalePoint(date, value, low, high, rater, name, higher_is_safer)


_SCALES = (
    _point(dt.date(2026, 2, 3), 6, "mother", "Jo"),
    _point(dt.date(2026, 2, 3), 5, "network", "Nan Pat"),
    _point(dt.date(2026, 2, 3), 4, "social_worker"),
    _point(dt.date(2026, 5, 18), 7, "mother", "Jo"),
    _point(dt.date(2026, 5, 18), 5.5, "social_worker", low=5, high=6),
    _point(dt.date(2026, 10, 30), 7, "mother", "Jo"),
    _point(dt.date(2026, 10, 30), 6, "network", "Nan Pat"),
    _point(dt.date(2026, 10, 30), 5, "child"),
    _point(None, 3, "unknown", higher_is_safer=None),
)


def audits():
    return (
        CaseAudit(
            "C2",
            "North 2",
            "cp",
            dt.date(2026, 1, 5),
            _ELLA,
            (
                DomainFidelity("map", 100, 1, 1, 0, 0),
                DomainFidelity("danger", 88, 4, 4, 0, 0),
                DomainFidelity("working_well", 100, 1, 1, 0, 0),
                DomainFidelity("scaling", 100, 1, 1, 0, 0),
                DomainFidelity("goals", 0, 1, 1, 0, 0),
                DomainFidelity("safety_plan", 0, 1, 1, 0, 0),
                DomainFidelity("network", 100, 1, 1, 0, 0),
                DomainFidelity("child_voice", 100, 1, 2, 1, 0),
                DomainFidelity("timeliness", 0, 1, 1, 0, 0),
                DomainFidelity("recording", None, 0, 1, 0, 0),
            ),
            _SCALES,
            ("plan.exists",),
        ),
        CaseAudit(
            "C10",
            "North 2",
            "cp",
            dt.date(2026, 3, 1),
            _NOAH,
            (
                DomainFidelity("map", 100, 1, 1, 0, 0),
                DomainFidelity("danger", 0, 1, 4, 1, 1),
                DomainFidelity("safety_plan", 0, 1, 1, 0, 0),
            ),
            critical=("danger.exists", "plan.exists"),
        ),
        CaseAudit("S/3", "Südwest & Co", "cin", None, _SAM),
    )


def manifest(quotes=Quotes.FULL):
    return Manifest(
        authority=AUTHORITY,
        system="an invented system",
        as_at=dt.date(2026, 11, 1),
        extract_date=dt.date(2026, 11, 1),
        export=(HashedFile(name="forms.csv", sha256="a" * 64),),
        mapping=HashedFile(name="mapping.yaml", sha256="b" * 64),
        stable_child_key="child_id",
        pack=RulePack(id="signs_of_safety", version="1.0", sha256="c" * 64),
        versions={"sos-audit": "0.1.0"},
        quotes=quotes,
        coverage={"document": "supplied", "visit": "supplied", "review": "not_supplied"},
    )


def load_report():
    return LoadReport(
        tables=(
            TableRead(name="forms", rows=120, refused=2),
            TableRead(name="visits", rows=48),
        ),
        refusals=(Refusal(table="forms", reason="date cannot be read", count=2),),
        withheld={"adoption record": 1, "staff related to family": 2},
        not_loaded=(NotLoaded(plugin="sos-audit-other", reason="needs another API version"),),
    )


def run_info(host="alpha"):
    return RunInfo(
        started=dt.datetime(2026, 11, 2, 7, 30, tzinfo=dt.UTC),
        finished=dt.datetime(2026, 11, 2, 7, 41, tzinfo=dt.UTC),
        host=host,
        user="auditor",
        jobs=4,
        timings={"read": 1.5},
        refused=(RefusedRow(file="forms.csv", row=17, column="date", reason="not a date"),),
    )


def records(quotes=Quotes.FULL, documents=None):
    recorder = Recorder(AUTHORITY, {c.id: c for c in criteria()}, quotes)
    given = tuple(DOCUMENTS.values()) if documents is None else documents
    return [recorder.record(audit, given) for audit in audits()]


def bundle(quotes=Quotes.FULL):
    overall = (
        DomainFidelity("map", 100, 3, 3, 0, 0),
        DomainFidelity("danger", 64, 5, 8, 1, 1),
        DomainFidelity("working_well", 50, 2, 2, 0, 0),
        DomainFidelity("scaling", 100, 1, 1, 0, 0),
        DomainFidelity("goals", 0, 1, 2, 0, 0),
        DomainFidelity("safety_plan", 0, 2, 2, 0, 0),
        DomainFidelity("network", 100, 2, 2, 0, 0),
        DomainFidelity("child_voice", 100, 2, 3, 1, 0),
        DomainFidelity("timeliness", 0, 1, 1, 0, 0),
    )
    return assemble(manifest(quotes), criteria(), records(quotes), load_report(), overall)
