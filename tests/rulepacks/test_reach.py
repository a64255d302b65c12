"""The table of what can be read agrees with the readers."""

import inspect

import pytest

from sos_audit.casefile import Element, StatementKind
from sos_audit.reading.statements import _READERS
from sos_audit.rulepacks.reach import ELEMENTS, can_be_found, can_hold


def _functions_from(reader):
    """A reader and every function of the reading package that it calls, however deep."""
    found, waiting = set(), [reader]
    while waiting:
        function = waiting.pop()
        if function in found:
            continue
        found.add(function)
        named = {*function.__code__.co_names, *_names_inside(function.__code__)}
        called = (function.__globals__.get(name) for name in named)
        waiting += [
            f for f in called if inspect.isfunction(f) and f.__module__.startswith("sos_audit.")
        ]
    return found


def _names_inside(code):
    """The names used by generators and comprehensions inside a function."""
    inner = [constant for constant in code.co_consts if inspect.iscode(constant)]
    return {name for part in inner for name in (*part.co_names, *_names_inside(part))}


def _read_for(kind):
    """The elements that are named in the readers of a kind."""
    used = set().union(*(_functions_from(reader) for reader in _READERS[kind]))
    names = {n for f in used for n in (*f.__code__.co_names, *_names_inside(f.__code__))}
    return {element for element in Element if element.name in names}


@pytest.mark.parametrize("kind", _READERS)
def test_the_table_names_what_the_readers_of_a_kind_make(kind):
    assert ELEMENTS[kind] == _read_for(kind)


def test_the_table_has_every_kind_that_is_read():
    assert set(ELEMENTS) == set(_READERS)


def test_a_kind_with_headings_alone_can_be_found():
    assert can_be_found(StatementKind.BOTTOM_LINE, {"heading_bottom_line"})
    assert not can_be_found(StatementKind.BOTTOM_LINE, {"heading_network"})


def test_an_element_can_be_held_by_any_of_the_kinds():
    kinds = [StatementKind.DANGER_STATEMENT, StatementKind.SAFETY_GOAL]
    assert can_hold(Element.DURATION, kinds)
    assert not can_hold(Element.DURATION, kinds[:1])
