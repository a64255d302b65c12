"""YAML is read as written: nothing guessed, nothing repeated, nothing hidden."""

import pytest

from sos_audit.adapters.mapping.strict_yaml import SIZE_LIMIT, parse_yaml, read_yaml
from sos_audit.errors import ConfigurationError


def problems(text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        parse_yaml(text, "m.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_words_and_codes_stay_what_they_are():
    source = parse_yaml("a: on\nb: NO\nc: 0123\nd: 2026-01-02\ne: 10\nf: true\ng: 0.5\nh:\n", "m")
    assert source.value == {
        "a": "on",
        "b": "NO",
        "c": "0123",
        "d": "2026-01-02",
        "e": 10,
        "f": True,
        "g": 0.5,
        "h": None,
    }


def test_a_number_as_a_key_is_text():
    assert parse_yaml("1187: x\n007: y", "m").value == {"1187": "x", "007": "y"}


def test_every_line_is_remembered():
    source = parse_yaml("a:\n  - b: 1\n    c: 2\n", "m")
    assert source.lines["a", 0, "c"] == 3


def test_all_repeated_keys_are_named_at_once():
    assert problems("a: 1\nb: 2\na: 3\nb: 4\n") == [
        "m.yaml:3 'a' stands here a second time (keep one of them)",
        "m.yaml:4 'b' stands here a second time (keep one of them)",
    ]


def test_anchors_and_aliases_are_refused_before_they_can_multiply():
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    assert problems(bomb)[0] == (
        "m.yaml:1 anchors and aliases (& and *) are not read (write the value out)"
    )


def test_bottomless_nesting_is_refused():
    assert problems("[" * 40 + "]" * 40) == ["m.yaml:1 nested too deeply"]


def test_a_syntax_mistake_names_its_line():
    assert problems("a: 1\nb: [1\n")[0].startswith("m.yaml:3 ")


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_bytes(b"#" * (SIZE_LIMIT + 1))
    with pytest.raises(ConfigurationError, match="at most 2000000"):
        read_yaml(path)


def test_a_file_that_is_not_utf8_is_refused(tmp_path):
    path = tmp_path / "m.yaml"
    path.write_bytes("a: Zoë".encode("cp1252"))
    with pytest.raises(ConfigurationError, match="save it as UTF-8"):
        read_yaml(path)


def test_a_missing_file_is_a_configuration_error(tmp_path):
    with pytest.raises(ConfigurationError, match="No such file"):
        read_yaml(tmp_path / "none.yaml")
