"""XML events without what makes XML dangerous: no DOCTYPE, so no entities, and bounded depth."""

from collections.abc import Iterator
from typing import IO, NamedTuple
from xml.parsers import expat

from sos_audit.errors import RefusedInput

PIECE = 64 * 1024
DEEPEST = 200
"""No export or document nests its elements deeper."""

LONGEST_TEXT = 32 * 2**20
"""Characters in one element's text; more is refused."""


class Event(NamedTuple):
    """The start or end of an element, or a piece of text between."""

    kind: str
    value: str
    attributes: dict[str, str] = {}  # noqa: RUF012 - shared by events that have none, never changed


def xml_events(content: IO[bytes], most: int) -> Iterator[Event]:
    """The events of a document in which names keep their prefix; `most` bytes may be read.

    Raises:
        RefusedInput: when it is not well-formed, too deep or too large, or declares a DOCTYPE.
    """
    events: list[Event] = []
    parser = _parser(events)
    size = 0
    try:
        while piece := content.read(PIECE):
            size += len(piece)
            if size > most:
                raise RefusedInput(f"XML of more than {most // 2**20} MiB")
            parser.Parse(piece)
            yield from events
            events.clear()
        parser.Parse(b"", True)  # noqa: FBT003 - the end of the document, by position only
    except (expat.ExpatError, LookupError, ValueError):
        raise RefusedInput("XML that is not well-formed", hint="export it again") from None
    yield from events


def _parser(events: list[Event]) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise RefusedInput(f"XML nested deeper than {DEEPEST}")
        events.append(Event("start", name, attributes))

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.append(Event("end", name))

    def doctype(*_: object) -> None:
        raise RefusedInput("XML with a DOCTYPE", hint="export without one")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: events.append(Event("text", text))
    parser.StartDoctypeDeclHandler = doctype
    return parser
