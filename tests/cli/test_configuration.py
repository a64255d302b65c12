"""The settings file: what it may hold, and where its mistakes are."""

import pytest

from sos_audit.bundle import Quotes
from sos_audit.cli.configuration import Configuration, load_configuration
from sos_audit.errors import ConfigurationError


def _written(tmp_path, text):
    path = tmp_path / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_is_as_usual():
    assert load_configuration(None) == Configuration()
    assert Configuration().max_refused == 0.01
    assert Configuration().quotes is Quotes.FULL
    assert Configuration().plugins is None


def test_paths_are_taken_from_the_files_own_folder(tmp_path):
    settings = load_configuration(_written(tmp_path, "mapping: m.yaml\nout: /var/audit\n"))
    assert settings.mapping == tmp_path / "m.yaml"
    assert str(settings.out) == "/var/audit"
    assert settings.pack is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("jobs: 0\n", "settings.yaml:1 jobs: "),
        ("out: x\nmax_refused: 2\n", "settings.yaml:2 max_refused: "),
        ("out: x\n\npigeon: 1\n", "settings.yaml:3 pigeon: "),
        ("out: x\nout: y\n", "settings.yaml:2 'out' stands here a second time"),
        ("- a\n", "settings.yaml:1 "),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, text, place):
    with pytest.raises(ConfigurationError) as caught:
        load_configuration(_written(tmp_path, text))
    assert place in str(caught.value)


def test_all_mistakes_are_named_at_once(tmp_path):
    with pytest.raises(ConfigurationError) as caught:
        load_configuration(_written(tmp_path, "jobs: 0\nmax_refused: 2\n"))
    assert [problem.line for problem in caught.value.problems] == [1, 2]


def test_an_empty_file_is_the_defaults(tmp_path):
    assert load_configuration(_written(tmp_path, "# nothing yet\n")) == Configuration()
