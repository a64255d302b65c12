"""One statement of a kind: is there one, and which elements, scores and quotes does it hold."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sos_audit.casefile import Element, Span, StatementKind, Voice
from sos_audit.reading.facts import read_behaviour, read_facts
from sos_audit.reading.future import read_future
from sos_audit.reading.goals import read_goal
from sos_audit.reading.harm import read_harm
from sos_audit.reading.lexicon import Lexicon
from sos_audit.reading.model import ElementSpan, ScaleValue, Statement
from sos_audit.reading.passage import Passage
from sos_audit.reading.placeholders import is_placeholder
from sos_audit.reading.plans import read_plan, read_steps
from sos_audit.reading.quotes import read_quotes
from sos_audit.reading.scale_parts import read_scale_parts
from sos_audit.reading.scales import read_scales
from sos_audit.reading.strengths import read_existing_safety, read_strengths
from sos_audit.reading.tokens import span_of
from sos_audit.reading.worry import read_worriers

_Reader = Callable[[Passage], Iterator[ElementSpan]]


def _tools(passage: Passage) -> Iterator[ElementSpan]:
    """Direct-work tools and observations that the passage names."""
    speechless = any(token.has("no_speech") for token in passage.tokens)
    for clause in passage.sentences:
        for tag, element in (("tool", Element.TOOL), ("observation", Element.OBSERVATION)):
            held = [token for token in clause.tokens if token.has(tag)]
            if held:
                who = "no speech" if speechless and element is Element.OBSERVATION else None
                yield ElementSpan(element, span_of(held[:1]), who=who)


_WORRY_READERS: tuple[_Reader, ...] = (read_worriers, read_future, read_facts, read_behaviour)

_READERS: Mapping[StatementKind, tuple[_Reader, ...]] = {
    StatementKind.DANGER_STATEMENT: _WORRY_READERS,
    StatementKind.WORRY: _WORRY_READERS,
    StatementKind.HARM_STATEMENT: (read_harm, read_behaviour),
    StatementKind.SAFETY_GOAL: (read_goal,),
    StatementKind.SCALE: (read_scale_parts,),
    StatementKind.CHILD_VOICE: (_tools,),
    StatementKind.EXISTING_STRENGTH: (read_strengths,),
    StatementKind.EXISTING_SAFETY: (read_existing_safety,),
    StatementKind.SAFETY_PLAN: (read_plan,),
    StatementKind.NEXT_STEP: (read_steps,),
}

_SPEAKERS: Mapping[StatementKind, Voice] = {
    StatementKind.CHILD_VOICE: Voice.CHILD,
    StatementKind.FAMILY_VOICE: Voice.FAMILY,
}


def read_statement(
    text: str, span: Span, kind: StatementKind, lexicon: Lexicon, *, from_mapping: bool
) -> Statement:
    """Read ``text[span.start:span.end]`` as a statement of the given kind."""
    if is_placeholder(text, span, lexicon):
        return Statement(kind, span, present=False, placeholder=True, from_mapping=from_mapping)
    passage = Passage.read(text, span, lexicon)
    elements = tuple(e for reader in _READERS.get(kind, ()) for e in reader(passage))
    scales = tuple(read_scales(passage, in_scale=kind is StatementKind.SCALE))
    quotes = tuple(read_quotes(passage, speaker=_SPEAKERS.get(kind)))
    present = _is_present(kind, passage, elements, scales)
    return Statement(
        kind,
        span,
        present=present,
        placeholder=False,
        from_mapping=from_mapping,
        elements=elements,
        scales=scales,
        quotes=quotes,
    )


def _is_present(
    kind: StatementKind,
    passage: Passage,
    elements: Sequence[ElementSpan],
    scales: Sequence[ScaleValue],
) -> bool:
    """Whether the kind is there: a scale needs a score, kinds whose parts we read need a part."""
    if any(token.has("false_friend") for token in passage.tokens) or _denies(passage):
        return False
    if kind is StatementKind.SCALE:
        return bool(scales)
    if kind in _NEEDS_PARTS:
        return bool(elements or scales)
    return any(token.is_word for token in passage.tokens)


_NEEDS_PARTS = frozenset(
    {StatementKind.DANGER_STATEMENT, StatementKind.HARM_STATEMENT, StatementKind.SAFETY_GOAL}
)


def _denies(passage: Passage) -> bool:
    """ "No one worries", "no harm found": the text says that there is none."""
    opening = passage.sentences[0].tokens[:3] if passage.sentences else ()
    return any(token.has("denial") for token in opening)
