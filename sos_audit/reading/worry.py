"""Who is worried: the people behind a worry, and not the passive that hides them."""

from collections.abc import Iterator

from sos_audit.casefile import Element, Voice
from sos_audit.reading.mentions import Mention
from sos_audit.reading.model import ElementSpan
from sos_audit.reading.passage import Passage
from sos_audit.reading.subjects import Clause, list_from, subject_before

_COMPLEMENTS = frozenset({"that", "about", "for", "if", "what", "how", ",", ":"})
_BY = frozenset({"by", "from", "of"})
_SHARING = frozenset(
    {"raised", "shared", "voiced", "expressed", "reported", "held", "come", "came", "are", "is"}
)
_LABEL_MARKS = frozenset({":", "-", "|"})
_HEADING = frozenset({"who", "worried", "worry", "worries", "is", "by"})


def read_worriers(passage: Passage) -> Iterator[ElementSpan]:
    """Each person, role or agency that the passage says is worried, once.

    An agency, a bare "we" or an unsigned "I" is vague: nobody to go and talk to.
    """
    seen: set[tuple[int, int]] = set()
    for index, clause in enumerate(passage.sentences):
        for mention in _worriers(passage, index, clause):
            if mention.span not in seen:
                seen.add(mention.span)
                yield ElementSpan(
                    Element.WHO_IS_WORRIED,
                    mention.span,
                    mention.voice,
                    mention.name,
                    vague=_is_vague(mention),
                )


def _is_vague(mention: Mention) -> bool:
    collective = mention.agency and mention.name is None
    return collective or (mention.voice is Voice.UNKNOWN and mention.name is None)


def _worriers(passage: Passage, index: int, clause: Clause) -> Iterator[Mention]:
    yield from _labelled(clause)
    yield from _signed(clause)
    for at, token in enumerate(clause.tokens):
        if _is_worry(clause, at):
            people = _holders(clause, at)
        elif token.has("opinion", "speech"):
            people = _sayers(clause, at)
        else:
            continue
        for mention in people:
            yield from _resolved(passage, index, mention)


def _holders(clause: Clause, at: int) -> tuple[Mention, ...]:
    subject = subject_before(clause, at)
    if subject.negated:
        return ()
    return subject.mentions or tuple(_people_after(clause, at))


def _sayers(clause: Clause, at: int) -> tuple[Mention, ...]:
    """Those who say or think that something could happen; "so say Gran and Ms Lowe" too."""
    subject = subject_before(clause, at)
    if subject.negated:
        return ()
    if subject.mentions:
        return subject.mentions if _looks_forward(clause, at) else ()
    named = tuple(list_from(clause, at + 1))
    looks_back = any(t.has("modal") for t in clause.tokens[:at])
    return named if named and looks_back and clause.tokens[at].has("speech") else ()


def _labelled(clause: Clause) -> Iterator[Mention]:
    """ "HV - weight dropped", "Who is worried: Nan, Mr Ikande", "Worried | Nain |"."""
    start = 0
    while start < len(clause.tokens) and clause.tokens[start].text in _HEADING | _LABEL_MARKS:
        start += 1
    listed = list(list_from(clause, start))
    if not listed:
        return
    last = listed[-1].last
    headed = any(token.text.startswith("worr") for token in clause.tokens[:start])
    marked = last < len(clause.tokens) and clause.tokens[last].text in _LABEL_MARKS
    if headed or (marked and start == 0):
        yield from (m for m in listed if m.voice is not Voice.UNKNOWN or m.name)


def _signed(clause: Clause) -> Iterator[Mention]:
    """Words in quotation marks with their author behind a dash: '"..." - Dr Whitcombe'."""
    for at in range(1, len(clause.tokens) - 1):
        if clause.tokens[at].text == "-" and clause.tokens[at - 1].text in {'"', "'"}:
            yield from list_from(clause, at + 1)


def _resolved(passage: Passage, index: int, mention: Mention) -> Iterator[Mention]:
    if mention.nobody:
        return
    if mention.pronoun:
        antecedent = passage.antecedent(index, mention.first)
        if antecedent is not None:
            yield antecedent
        return
    yield mention


def _is_worry(clause: Clause, at: int) -> bool:
    token = clause.tokens[at]
    if token.has("worry", "worry_noun"):
        following = clause.tokens[at + 1 : at + 2]
        return not (at == 0 and any(t.text in _LABEL_MARKS for t in following))
    return token.has("worry_fear") and _has_complement(clause, at)


def _has_complement(clause: Clause, at: int) -> bool:
    following = clause.tokens[at + 1 : at + 2]
    if not following or any(t.text in _COMPLEMENTS or t.text == "of" for t in following):
        return True
    return clause.mention_starting(at + 1) is not None and _looks_forward(clause, at)


def _looks_forward(clause: Clause, at: int) -> bool:
    return any(token.has("modal", "worry") for token in clause.tokens[at + 1 : at + 16])


def _people_after(clause: Clause, at: int) -> Iterator[Mention]:
    """ "Worries raised by Nan", "it worries Nan that"."""
    after = at + 1
    while after < len(clause.tokens) and clause.tokens[after].text in _SHARING:
        after += 1
    if after >= len(clause.tokens):
        return
    if clause.tokens[after].text in _BY:
        yield from list_from(clause, after + 1)
    elif after == at + 1 and clause.tokens[at].text.endswith("s") and at:
        yield from list_from(clause, after)
