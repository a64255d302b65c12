"""Whatever a parser does to itself, the run only hears of a refused file."""

import time

import pytest

from sos_audit.adapters.text.sandbox import MIB, Bounds, in_sandbox
from sos_audit.errors import RefusedInput


def answers(task, content=b"", **settings):
    name = f"tests.adapters.text.sandbox_tasks:{task}"
    return in_sandbox(name, [content], file="f.docx", **settings)


def test_answers_come_back_in_order():
    assert list(answers("echo", "Zoë".encode(), options=["a", "b"])) == ["Zoë", "a", "b"]


@pytest.mark.parametrize(
    ("task", "message"),
    [
        ("refuse", "f.docx: not today (tomorrow)"),
        ("fail", "f.docx: its parser came to a sudden end (save it again, or as CSV)"),
        ("die", "f.docx: its parser came to a sudden end (save it again, or as CSV)"),
        ("missing", "f.docx: its parser came to a sudden end (save it again, or as CSV)"),
    ],
)
def test_whatever_goes_wrong_refuses_the_file(task, message):
    with pytest.raises(RefusedInput) as caught:
        list(answers(task))
    assert str(caught.value) == message


def test_a_parser_that_eats_memory_is_ended():
    with pytest.raises(RefusedInput, match="needs more than 256 MiB of memory to parse"):
        list(answers("eat", bounds=Bounds(memory=256 * MIB)))


@pytest.mark.parametrize("task", ["think", "sleep"])
def test_a_parser_that_takes_too_long_is_ended(task):
    started = time.monotonic()
    with pytest.raises(RefusedInput, match="takes longer than 1 seconds to parse"):
        list(answers(task, bounds=Bounds(seconds=1)))
    assert time.monotonic() - started < 10


def test_an_endless_answer_is_not_held_in_memory():
    with pytest.raises(RefusedInput, match="sudden end"):
        list(answers("talk", bounds=Bounds(answer=1000)))


def test_a_reader_who_stops_ends_the_child():
    reading = answers("think")
    assert next(reading) == 1
    reading.close()


def test_time_of_the_reader_does_not_count():
    reading = answers("echo", options=["a"] * 3, bounds=Bounds(seconds=2))
    assert [time.sleep(0.6) or answer for answer in reading] == ["", "a", "a", "a"]
