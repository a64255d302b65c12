"""Names and the invented ones that stand for them, the same wherever a name occurs."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sos_audit.disclosure.key import Key

PARTICLES = frozenset(
    "a al ap ab ar bin bint bte da de del della den der di do dos du el ferch la le mac mc ibn"
    " ni nic o oge san st te ten ter ul ur van von y".split()
)
"""Parts of names that are everyday words or say nothing alone; they are kept as they are."""

TITLES = frozenset("mr mrs ms miss mx dr prof rev sir lady dame master fr sr pc dc wpc".split())

_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
WORD = re.compile(rf"{_WORD}(?:['’\u02bc]{_WORD})*")
"""A word, with the apostrophes inside it: O’Brien, D'Souza, Ella's."""

_POSSESSIVE = re.compile(r"['’\u02bc][sS]$")


def plain(name: str) -> str:
    """A name as it is looked up: without case, accents and apostrophes: Siobhán, SIOBHAN."""
    spread = unicodedata.normalize("NFKD", name.translate(_STROKES)).casefold()
    return re.sub(r"['’\u02bc\u0300-\u036f]", "", spread)


_STROKES = str.maketrans("łŁøØđĐħĦıß", "lLoOdDhHis")


def parts_of(name: str) -> Iterator[str]:
    """The words of a name that identify: particles, titles and single letters do not."""
    for word in WORD.findall(re.sub(r"[-\u2010\u2011–]", " ", name)):
        bare = without_possessive(word)
        if len(plain(bare)) > 1 and plain(bare) not in PARTICLES | TITLES:
            yield bare


def _called(name: str) -> Iterator[str]:
    """The ways to say a name with a short form in brackets: Jakub Wrona and Kuba Wrona."""
    full = re.sub(r"\([^)]*\)", " ", name)
    yield full
    for short in re.findall(r"\(([^)]*)\)", name):
        yield f"{short} {full.split()[-1] if full.split() else ''}"


def without_possessive(word: str) -> str:
    """The word without a closing 's."""
    return _POSSESSIVE.sub("", word)


class NameBook:
    """Every name that structured fields hold, by its words; told of all before it is asked."""

    def __init__(self, key: Key, ordinary: Iterable[str] = ()) -> None:
        """`ordinary` words are taken for a name only when they are written as one."""
        self._key = key
        self._ordinary = set(map(plain, ordinary)) | _ORDINARY
        self._words: dict[str, str] = {}
        self._taken: set[str] = set()
        self._initials: dict[str, set[str]] = {}

    def add(self, name: str | None) -> None:
        """Learn a name from a structured field."""
        for word in parts_of(name or ""):
            self._stand_in(plain(word))
        for variant in _called(name or ""):
            self._learn_initials([plain(word) for word in parts_of(variant)])

    def _learn_initials(self, words: list[str]) -> None:
        if 2 <= len(words) <= 3:
            old = "".join(word[0] for word in words)
            new = "".join(self._words[word][0] for word in words)
            self._initials.setdefault(old.upper(), set()).add(new)

    def initial(self, letter: str) -> str:
        """A letter to stand for the initial before a surname."""
        return self._stand_in(f"initial {letter}")[0]

    def take_for_ordinary(self, words: Iterable[str]) -> None:
        """Learn words that are mostly written small: written so, they are no names."""
        self._ordinary.update(words)

    def holds(self, word: str) -> bool:
        """Whether a word, as it is looked up, is one of the names."""
        return word in self._words

    def knows(self, word: str) -> bool:
        """Whether a word of running text is one of the names."""
        bare = without_possessive(word)
        found = plain(bare)
        if found not in self._words:
            return False
        return bare[0].isupper() or (len(found) > 2 and found not in self._ordinary)

    def stand_in(self, word: str) -> str:
        """The invented name, written as the name was: KUBA, Kuba's."""
        bare = without_possessive(word)
        found = self._stand_in(plain(bare))
        if len(bare) > 1 and bare.isupper():
            found = found.upper()
        elif bare[0].islower():
            found = found.lower()
        return found + word[len(bare) :]

    def initials(self, letters: str) -> str | None:
        """What stands for initials, if they are one person's and no common abbreviation."""
        found = self._initials.get(letters, set())
        return next(iter(found)) if len(found) == 1 and letters not in _ABBREVIATIONS else None

    def name(self, name: str) -> str:
        """A whole name from a structured field."""
        return WORD.sub(lambda found: self._in_name(found.group()), name)

    def _in_name(self, word: str) -> str:
        bare = plain(without_possessive(word))
        if bare in PARTICLES or bare in TITLES:
            return word
        return self.stand_in(word)

    def _stand_in(self, word: str) -> str:
        """The invented name for a word; a second try where another word has it already."""
        attempt = 0
        while word not in self._words:
            invented = _invented(self._key.number(f"name {attempt}", word, 10**9))
            if invented not in self._taken:
                self._words[word] = invented
                self._taken.add(invented)
            attempt += 1
        return self._words[word]


def _invented(number: int) -> str:
    """A name that can be spoken and is nobody's: three syllables of a number."""
    syllables = []
    for onsets in (_FIRST, _ONSETS, _ONSETS):
        number, onset = divmod(number, len(onsets))
        number, vowel = divmod(number, len(_VOWELS))
        syllables.append(onsets[onset] + _VOWELS[vowel])
    return ("".join(syllables) + _ENDS[number % len(_ENDS)]).capitalize()


_FIRST = "j k kl kr l r v vr z".split()
"""No two of their first letters make an abbreviation that means something in a case file."""

_ONSETS = "b br d dr f g gl j k kl l m n p pl r t tr v z".split()
_VOWELS = "a e i o u ai oa".split()
_ENDS = "n r l x k m".split()

_ABBREVIATIONS = frozenset(
    "SW CP GP HV MW CIN CLA LAC EH FM MGM PGM MGF PGF SOS DS HS SG TM PC DC IRO LA ICPC RCPC AM PM"
    " UK EU IT TV DV DA MH AE ED NFA DOB NHS ID OK PE RE TA HT DSL SEN CAF FGC MASH SGO"
    " ICO".split()
)

_ORDINARY = frozenset(
    "will may mark grace hope joy rose faith summer dean bill frank young brown white king"
    " green black gray grey long short little bell wood hill field lane park wells banks"
    " rivers day june april august dawn eve iris ivy lily daisy jasmine holly heather poppy"
    " amber ruby pearl crystal star sky reed stone bishop cook baker carter mason miller"
    " parker porter turner walker taylor smith fisher hunter gardener page price rich sharp"
    " small strong wise best love moss marsh art pat sue rob jack drew guy miles victor chance"
    " chase grant miss child power case read".split()
)
"""Names that are words as well: written small they are the word."""
