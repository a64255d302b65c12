"""The shipped pack reads what is labelled, and a crash is an outcome."""

from dataclasses import replace

from sos_audit.evaluate.validation import reader
from sos_audit.evaluate.validation.reader import PackReader
from sos_audit.findings import Outcome
from sos_audit.rulepacks import Auto
from tests.checks.example_case import PACK
from tests.evaluate.validation.examples import statement


def test_a_statement_is_read_as_the_command_line_reads_it():
    read = PackReader(PACK).statement(statement(text="Nan Pat is worried that Ella will fall."))
    assert read.outcomes["danger.who_worried"] is Outcome.MET
    assert read.present
    assert "who_is_worried" in {element.element for element in read.elements}


def test_a_crash_fails_every_criterion_of_that_text(monkeypatch):
    def crash(*_):
        raise RuntimeError

    monkeypatch.setattr(reader, "assess", crash)
    read = PackReader(PACK).statement(statement())
    assert read.failed
    assert set(read.outcomes.values()) == {Outcome.FAILED}


def test_prompts_are_not_asked_unless_demoted_criteria_are_wanted():
    demoted = replace(
        PACK,
        criteria=tuple(
            replace(c, auto=Auto.PROMPT) if c.id == "danger.future" else c for c in PACK.criteria
        ),
    )
    assert "danger.future" not in PackReader(demoted).asks
    asked = PackReader(demoted, demoted=True)
    assert "danger.future" in asked.asks
    assert "danger.future" in asked.statement(statement()).outcomes
