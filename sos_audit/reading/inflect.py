"""Regular English verb forms, so that a word list names each verb once."""

_VOWELS = frozenset("aeiou")
_NEVER_DOUBLED = frozenset("wxy")


def forms(lemma: str) -> tuple[str, ...]:
    """The base form, third person, past and -ing form of a regular verb."""
    return (lemma, _third(lemma), _past(lemma), _ing(lemma))


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + "s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if _ends_in_consonant_y(lemma):
        return lemma[:-1] + "ied"
    return _stem(lemma) + "ed"


def _ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _stem(lemma) + "ing"


def _stem(lemma: str) -> str:
    return lemma + lemma[-1] if _doubles(lemma) else lemma


def _doubles(lemma: str) -> bool:
    """Short consonant-vowel-consonant words double their last letter (hit, stop, not: open)."""
    if len(lemma) < 3 or lemma[-1] in _NEVER_DOUBLED | _VOWELS:
        return False
    return lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS and _vowel_groups(lemma) == 1


def _vowel_groups(lemma: str) -> int:
    groups, inside = 0, False
    for letter in lemma:
        is_vowel = letter in _VOWELS or letter == "y"
        groups += is_vowel and not inside
        inside = is_vowel
    return groups


def _ends_in_consonant_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in _VOWELS
