"""Damage bytes at random, the same way for the same seed."""

TOKENS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"\r", b"\n", b"\r\n", b",", b";", b"\t",
    b"|", b"PK\x03\x04", b"<!DOCTYPE a>", b"<a>", b"</a>", b"&a;", b"]]>", b"{\\rtf1", b"\\'",
    b"{", b"}", b"[", b"]", b"\\bin99999 ", b"\\uc9", b"\xe2\x80", b"\xd8\x00", b"_x000D_", b"sep=",
    b"\\u-1?", b"-1", b"99999999999", b"1e309", b"NULL", b"\xf0\x9f\x98\x80",
)  # fmt: skip
LONGEST = 64 * 1024


def mutated(content, chance):
    """Some damage: bytes changed, pieces removed, doubled, moved, or words of a format put in."""
    held = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        start = chance.randrange(len(held) + 1)
        end = min(len(held), start + chance.choice([1, 2, 16, 256]))
        match chance.randrange(5):
            case 0:
                held[start:end] = chance.randbytes(end - start)
            case 1:
                del held[start:end]
            case 2:
                held[start:start] = held[start:end] * chance.choice([1, 2, 50])
            case 3:
                held[start:start] = chance.choice(TOKENS) * chance.choice([1, 1, 1, 300])
            case 4:
                held[start:end] = reversed(held[start:end])
        del held[LONGEST:]
    return bytes(held)
