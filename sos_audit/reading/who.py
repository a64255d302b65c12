"""Who is who in one case: bare names and initials resolved to the child, family and workers."""

from sos_audit.casefile import CaseFile, Person, Voice
from sos_audit.reading.fold import fold
from sos_audit.reading.lexicon import Lexicon
from sos_audit.reading.mentions import role_of
from sos_audit.reading.tokens import tokenize

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "pc", "auntie", "aunty", "uncle"})


class Who:
    """Looks up a name as a document writes it; a name nobody in the record bears stays unknown."""

    def __init__(self, voices: dict[str, Voice]) -> None:
        self._voices = voices

    @classmethod
    def of(cls, case: CaseFile, lexicon: Lexicon) -> "Who":
        """The people of a case file, the child first; a name two people bear is the child's."""
        voices: dict[str, Voice] = {}
        for worker in case.workers:
            _enter(voices, worker.name, Voice.SOCIAL_WORKER)
        for person in case.people:
            _enter(
                voices,
                person.name,
                voice_of_relation(person.relation, lexicon, professional=person.professional),
            )
        _enter(voices, case.child.name, Voice.CHILD)
        return cls(voices)

    @staticmethod
    def of_person(person: Person) -> frozenset[str]:
        """The ways a document may name one person: whole name, first name, relation."""
        words = [word for word in fold(person.name or "").split() if word not in _TITLES]
        return frozenset({" ".join(words), *words[:1]} - {""})

    def voice(self, name: str) -> Voice | None:
        """The voice a name belongs to, by whole name, surname with title, or first name."""
        words = [word for word in fold(name).split() if word not in _TITLES]
        for key in (" ".join(words), *words[:1], *words[-1:]):
            if key in self._voices:
                return self._voices[key]
        return None


def voice_of_relation(relation: str | None, lexicon: Lexicon, *, professional: bool) -> Voice:
    """The voice of somebody by what they are to the child, as a record or a person writes it.

    The last role word decides: a "step father" is a carer, a "friend of mother" a friend.
    """
    words = lexicon.tag(tokenize((relation or "").replace("_", " ")))
    if professional and not any(role_of(word) is Voice.SOCIAL_WORKER for word in words):
        return Voice.PROFESSIONAL
    if any(word.text in {"step", "partner", "foster", "carer", "guardian"} for word in words):
        return Voice.CARER
    voices = [voice for word in words if (voice := role_of(word)) is not None]
    return voices[0] if voices else Voice.UNKNOWN


def _enter(voices: dict[str, Voice], name: str | None, voice: Voice) -> None:
    words = [word for word in fold(name or "").split() if word not in _TITLES]
    if not words:
        return
    for key in {" ".join(words), words[0], words[-1]}:
        if key == words[-1] and len(words) > 1 and voices.get(key) is not None:
            continue
        voices[key] = voice
