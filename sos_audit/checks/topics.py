"""What a statement is about: its telling words, without names, so that two can be compared."""

from __future__ import annotations

from sos_audit.reading.tokens import tokenize

_STEM = 5
_SHORTEST = 4
_COMMON = frozenset(
    "that this with from they them their there then when what will would could have been were "
    "more most some very also each every other about after before again because being does done "
    "make made need needs week weeks month months days time times able know knows keep keeps "
    "worried worry concerned happen happens child children parents mother father safe safety "
    "social worker".split()
)


def topic_of(text: str) -> frozenset[str]:
    """The stems of the telling words of a text; capitalised words are left out, names with them."""
    words = (token.text for token in tokenize(text) if token.is_word and not token.capital)
    return frozenset(
        word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in _COMMON
    )


def shared_topics(first: str, second: str) -> int:
    """How many topic words two texts have in common."""
    return len(topic_of(first) & topic_of(second))
