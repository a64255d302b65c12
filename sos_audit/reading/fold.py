"""Folding for comparison, one character to one character, so that offsets stay true."""

_TYPOGRAPHIC = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u201f": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
    }
)


def fold(text: str) -> str:
    """Lower case with plain quotes and dashes; the length never changes."""
    plain = text.translate(_TYPOGRAPHIC)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(_lower(character) for character in plain)


def _lower(character: str) -> str:
    lowered = character.lower()
    return lowered if len(lowered) == 1 else character
