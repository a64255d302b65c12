"""Who is who in one case: bare names and initials resolved to the child, family and workers."""

from sos_audit.casefile import CaseFile, Person, Voice
from sos_audit.reading.fold import fold

_RELATION_VOICES = {
    "mother": Voice.MOTHER,
    "father": Voice.FATHER,
    "step_mother": Voice.CARER,
    "step_father": Voice.CARER,
    "partner": Voice.CARER,
    "carer": Voice.CARER,
    "friend": Voice.NETWORK,
    "neighbour": Voice.NETWORK,
}
_PROFESSIONAL_RELATIONS = frozenset(
    "teacher health_visitor school_nurse gp police_officer support_worker professional school "
    "social_worker nurse doctor".split()
)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "pc", "auntie", "aunty", "uncle"})


class Who:
    """Looks up a name as a document writes it; a name nobody in the record bears stays unknown."""

    def __init__(self, voices: dict[str, Voice]) -> None:
        self._voices = voices

    @classmethod
    def of(cls, case: CaseFile) -> "Who":
        """The people of a case file, the child first; a name two people bear is the child's."""
        voices: dict[str, Voice] = {}
        for worker in case.workers:
            _enter(voices, worker.name, Voice.SOCIAL_WORKER)
        for person in case.people:
            _enter(voices, person.name, voice_of_relation(person.relation, person.professional))
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


def voice_of_relation(relation: str | None, professional: bool = False) -> Voice:
    """The voice of somebody by relation to the child."""
    if professional or relation in _PROFESSIONAL_RELATIONS:
        worker = relation == "social_worker"
        return Voice.SOCIAL_WORKER if worker else Voice.PROFESSIONAL
    if relation is None:
        return Voice.UNKNOWN
    return _RELATION_VOICES.get(relation, Voice.FAMILY)


def _enter(voices: dict[str, Voice], name: str | None, voice: Voice) -> None:
    words = [word for word in fold(name or "").split() if word not in _TITLES]
    if not words:
        return
    for key in {" ".join(words), words[0], words[-1]}:
        if key == words[-1] and len(words) > 1 and voices.get(key) is not None:
            continue
        voices[key] = voice
