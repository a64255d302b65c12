"""The table of what can be read agrees with the readers."""

import ast
import inspect
import sys
from pathlib import Path

import pytest

from sos_audit.casefile import Element, StatementKind
from sos_audit.reading.statements import _READERS
from sos_audit.rulepacks.reach import ELEMENTS, can_be_found, can_hold

_IN_THE_SAME_MODULE = {"_tools": {Element.TOOL, Element.OBSERVATION}}


def _elements_of(reader):
    """The elements that a reader's module, and the modules it reads with, make spans of."""
    if reader.__name__ in _IN_THE_SAME_MODULE:
        return _IN_THE_SAME_MODULE[reader.__name__]
    module = sys.modules[reader.__module__]
    named = _named_in(module)
    for name, value in vars(module).items():
        if inspect.isfunction(value) and value.__module__ != module.__name__ and _is_finder(name):
            named |= _named_in(sys.modules[value.__module__])
    return named


def _is_finder(name):
    return name.startswith("find_")


def _named_in(module):
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    return {
        Element[node.attr]
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Element"
    }


def _read_for(kind):
    """`read_behaviour` and `read_facts` share a module, of which harm uses the one alone."""
    found = set().union(*(_elements_of(reader) for reader in _READERS[kind]))
    used = {reader.__name__ for reader in _READERS[kind]}
    return found - ({Element.PAST_FACT} if "read_facts" not in used else set())


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
