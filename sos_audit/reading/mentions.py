"""Who a sentence talks about: roles, names, initials and pronouns, with no list of known names.

Names are found by how they are written and where they stand, never by a dictionary of names: a
dictionary would read Tomos and Oluwaseun worse than Tom and Sam.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sos_audit.casefile import Span, Voice
from sos_audit.reading.tokens import Token, span_of

_ROLE_VOICES = {
    "people_child": Voice.CHILD,
    "people_mother": Voice.MOTHER,
    "people_father": Voice.FATHER,
    "people_carer": Voice.CARER,
    "people_family": Voice.FAMILY,
    "people_network": Voice.NETWORK,
    "people_social_worker": Voice.SOCIAL_WORKER,
    "people_professional": Voice.PROFESSIONAL,
    "people_conference": Voice.CONFERENCE,
    "people_nobody": Voice.UNKNOWN,
}
_NEVER_NAMES = ("not_names", "service", "procedure", "label", "tool", "instruction")
EVERYONE = "everyone"
"""The name of a mention that stands for all present."""
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "pc", "auntie", "aunty", "uncle", "sister"})
_PRONOUNS = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "you"})
_SELF = frozenset({"i", "we", "im", "ive"})
_WRITER = frozenset({"me", "my", "mine"})


class Mention(NamedTuple):
    """A person as a sentence names them; `first` and `last` index its tokens, half-open."""

    first: int
    last: int
    span: Span
    voice: Voice
    name: str | None = None
    pronoun: bool = False
    nobody: bool = False
    agency: bool = False
    first_person: str | None = None
    """The word itself where the writer or speaker is meant: I, we, me."""

    @property
    def is_we(self) -> bool:
        """Whether it is a bare "we"."""
        return self.first_person == "we"

    @property
    def could_be_child(self) -> bool:
        """A child, or a bare name that only the case can resolve."""
        return self.voice is Voice.CHILD or self.is_bare_name

    @property
    def could_be_carer(self) -> bool:
        """Somebody of the family or network, or a bare name that only the case can resolve."""
        return self.voice.is_family or self.is_bare_name

    @property
    def is_bare_name(self) -> bool:
        """A name with nothing beside it to tell who it is."""
        return self.name is not None and self.voice is Voice.UNKNOWN and not self.nobody


def find_mentions(tokens: Sequence[Token]) -> list[Mention]:
    """The people a sentence mentions, in order, a name and the role beside it as one."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention = _mention_at(tokens, at)
        if mention is None:
            at += 1
        else:
            found.append(mention)
            at = mention.last
    return found


def _mention_at(tokens: Sequence[Token], at: int) -> Mention | None:
    token = tokens[at]
    if token.text in _PRONOUNS:
        return _mention(tokens, at, at + 1, Voice.UNKNOWN, pronoun=True)
    if token.text in _SELF | _WRITER:
        return _speaker_at(tokens, at)
    return _person_at(tokens, at)


def _speaker_at(tokens: Sequence[Token], at: int) -> Mention:
    """ "I", and "I (Sam Ode, the duty worker)" who has said who that is."""
    after = _parenthesis(tokens, at + 1)
    if after is not None:
        voice, name = _voice_inside(tokens, at + 1, after), _name_inside(tokens, at + 1, after)
        if voice is not Voice.UNKNOWN or name is not None:
            return _mention(tokens, at, after, voice, name=name)
    return _mention(tokens, at, at + 1, Voice.UNKNOWN)._replace(first_person=tokens[at].text)


def _person_at(tokens: Sequence[Token], at: int) -> Mention | None:
    """A titled name, everyone, a role or a plain name."""
    token = tokens[at]
    titled = token.text in _TITLES and at + 1 < len(tokens) and tokens[at + 1].capital
    if titled:
        return _named(tokens, at, _name_end(tokens, at + 1))
    if token.has("people_everyone"):
        return _mention(tokens, at, at + 1, Voice.UNKNOWN, name=EVERYONE)
    role = role_of(token)
    if role is not None:
        return _role_mention(tokens, at, role)
    return _named(tokens, at, _name_end(tokens, at)) if looks_like_name(tokens, at) else None


def role_of(token: Token) -> Voice | None:
    """The voice of a role word, or None."""
    return next((voice for tag, voice in _ROLE_VOICES.items() if tag in token.tags), None)


def _role_mention(tokens: Sequence[Token], at: int, role: Voice) -> Mention:
    end = _run_end(tokens, at)
    nobody = tokens[at].has("people_nobody")
    name_end = _name_end(tokens, end) if _starts_plain_name(tokens, end) else end
    apposed = _apposed_name(tokens, end) if name_end == end else None
    if apposed is not None:
        name = _text(tokens, end + 1, apposed - 1)
        return _mention(tokens, at, apposed, role, name=name)
    after = _parenthesis(tokens, name_end)
    name = _text(tokens, end, name_end) or (after and _name_inside(tokens, name_end, after)) or None
    if name and nobody:
        nobody = False
    return _mention(tokens, at, after or name_end, role, name=name, nobody=nobody)


def _named(tokens: Sequence[Token], at: int, end: int) -> Mention:
    after = _parenthesis(tokens, end) or _apposition(tokens, end)
    voice = _voice_inside(tokens, end, after) if after else Voice.UNKNOWN
    last = after if after and (voice is not Voice.UNKNOWN or _is_age(tokens, end, after)) else end
    if voice is Voice.UNKNOWN and last != end:
        voice = Voice.CHILD
    return _mention(tokens, at, last, voice, name=_text(tokens, at, end))


def looks_like_name(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word that no list knows, or initials; stricter at a sentence's start."""
    token = tokens[at]
    if not token.capital or not token.is_word or token.has(*_NEVER_NAMES):
        return False
    if token.acronym and not all(t.acronym or not t.capital for t in tokens):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        following is not None
        and following.has("service", "procedure")
        and not following.has("everyday")
    ):
        return False
    if at == 0 or tokens[at - 1].text in {'"', "'", "-", "*", "•", ":", "("}:
        return not token.tags
    return not token.has("people_nobody", "everyday", "headings")


def _starts_plain_name(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    return tokens[at].text in _TITLES or (
        looks_like_name(tokens, at) and role_of(tokens[at]) is None
    )


def _name_end(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and _continues_name(tokens, end):
        end += 1
    return max(end, at + 1)


def _continues_name(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == "." and at and len(tokens[at - 1].text) <= 1:
        return at + 1 < len(tokens) and tokens[at + 1].capital
    if token.text in _TITLES:
        return True
    return (
        token.capital and token.is_word and not token.has(*_NEVER_NAMES) and role_of(token) is None
    )


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a role phrase such as "social worker" or "maternal grandmother"."""
    end = at + 1
    while end < len(tokens) and not tokens[end].tags.isdisjoint(
        tokens[at].tags & _ROLE_VOICES.keys()
    ):
        end += 1
    return end


def _parenthesis(tokens: Sequence[Token], at: int) -> int | None:
    """The end of a short bracket that begins here."""
    if at >= len(tokens) or tokens[at].text != "(":
        return None
    for end in range(at + 1, min(at + 9, len(tokens))):
        if tokens[end].text == ")":
            return end + 1
    return None


def _apposition(tokens: Sequence[Token], at: int) -> int | None:
    """The end of ", the health visitor," after a name."""
    if at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    start = at + 1
    while start < len(tokens) and tokens[start].text in {"the", "his", "her", "their", "a", "from"}:
        start += 1
    if start >= len(tokens) or role_of(tokens[start]) is None or start - at > 3:
        return None
    end = _run_end(tokens, start)
    if end < len(tokens) and tokens[end].text == "," and start > at + 1:
        return end + 1
    return None


def _apposed_name(tokens: Sequence[Token], at: int) -> int | None:
    """The end of ", Nadia Shah," after a role."""
    if at + 2 >= len(tokens) or tokens[at].text != "," or not _starts_plain_name(tokens, at + 1):
        return None
    end = _name_end(tokens, at + 1)
    closed = end < len(tokens) and tokens[end].text == "," and end > at + 1
    listed = end + 1 < len(tokens) and (
        tokens[end + 1].capital
        or role_of(tokens[end + 1]) is not None
        or tokens[end + 1].text == "and"
    )
    return end + 1 if closed and not listed else None


def _voice_inside(tokens: Sequence[Token], start: int, end: int) -> Voice:
    voices = (role_of(token) for token in tokens[start:end])
    return next((voice for voice in voices if voice is not None), Voice.UNKNOWN)


def _is_age(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a bracket holds only an age: "(6)", "(6 yrs)", "(aged 6)"."""
    inside = [t for t in tokens[start + 1 : end - 1] if not t.has("age_words")]
    return len(inside) == 1 and inside[0].is_number and float(inside[0].text) < 18


def _name_inside(tokens: Sequence[Token], start: int, end: int) -> str | None:
    for at in range(start + 1, end - 1):
        if looks_like_name(tokens, at) and role_of(tokens[at]) is None:
            return _text(tokens, at, _name_end(tokens, at))
    return None


def _text(tokens: Sequence[Token], start: int, end: int) -> str | None:
    held = [token.text for token in tokens[start:end] if token.text != "."]
    return " ".join(held) or None


def _mention(
    tokens: Sequence[Token],
    first: int,
    last: int,
    voice: Voice,
    *,
    name: str | None = None,
    pronoun: bool = False,
    nobody: bool = False,
) -> Mention:
    agency = all(token.has("people_agency") for token in tokens[first:last])
    return Mention(first, last, span_of(tokens[first:last]), voice, name, pronoun, nobody, agency)
