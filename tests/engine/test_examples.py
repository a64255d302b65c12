"""Each criterion is proven by examples, and answers them as a careful reader would."""

import pytest

from sos_audit.checks import CHECKS, CheckKind
from sos_audit.engine import Trial, Verdict, try_examples
from sos_audit.findings import Outcome
from sos_audit.resources import data_path
from sos_audit.rulepacks import load_examples
from sos_audit.rulepacks.examples import Example, ExampleCase, ExampleStatement
from tests.checks.example_case import PACK

EXAMPLES = load_examples(data_path("rules", "signs_of_safety"))
TRIALS = try_examples(PACK, EXAMPLES, CHECKS)


def test_the_criteria_with_examples_are_all_criteria():
    assert {e.criterion for e in EXAMPLES} == {c.id for c in PACK.criteria}


@pytest.mark.parametrize("expect", [Outcome.MET, Outcome.GAP, Outcome.NOT_ASSESSABLE])
def test_every_criterion_shows_what_is_there_what_is_not_and_what_cannot_be_judged(expect):
    shown = {e.criterion for e in EXAMPLES if e.expect is expect and not e.known_miss}
    assert shown == {c.id for c in PACK.criteria}


@pytest.mark.parametrize(
    "trial", TRIALS, ids=[f"{t.example.criterion}-{t.example.name}" for t in TRIALS]
)
def test_a_criterion_answers_as_a_careful_reader_would(trial):
    assert trial.passed, str(trial)


def trial(expect, reached, *, known_miss=False):
    example = Example(
        criterion="danger.future",
        name="a worry without a what",
        expect=expect,
        known_miss=known_miss,
        asked=EXAMPLES[0].asked,
        file="future.examples.yaml",
        line=12,
    )
    return Trial(example, reached)


def test_less_found_than_a_reader_finds_is_a_false_negative():
    assert str(trial(Outcome.MET, Outcome.GAP)) == (
        "future.examples.yaml:12 danger.future: false negative against 'a worry without a what': "
        "a careful reader says met, the check says gap"
    )


def test_more_found_than_a_reader_finds_is_a_false_positive():
    assert str(trial(Outcome.PARTLY, Outcome.MET)) == (
        "future.examples.yaml:12 danger.future: false positive against 'a worry without a what': "
        "a careful reader says partly, the check says met"
    )


def test_an_outcome_of_another_sort_is_another_answer():
    assert trial(Outcome.NOT_ASSESSABLE, Outcome.GAP).verdict is Verdict.OTHER_ANSWER


def test_a_known_miss_passes_while_it_is_missed():
    missed = trial(Outcome.MET, Outcome.GAP, known_miss=True)
    assert (missed.verdict, missed.passed) == (Verdict.KNOWN_MISS, True)


def test_a_known_miss_that_is_reached_is_no_longer_missed():
    reached = trial(Outcome.MET, Outcome.MET, known_miss=True)
    assert not reached.passed
    assert str(reached) == (
        "future.examples.yaml:12 danger.future: no longer missed: 'a worry without a what' "
        "(take known_miss away)"
    )


def test_a_criterion_not_asked_of_the_kind_is_not_applicable():
    goal = next(e for e in EXAMPLES if e.criterion == "goal.duration")
    assert isinstance(goal.asked, ExampleStatement)
    asked = Example("danger.future", "x", Outcome.MET, False, goal.asked, "x.yaml", 1)
    assert try_examples(PACK, [asked], CHECKS)[0].reached is Outcome.NOT_APPLICABLE


def test_a_check_that_crashes_on_an_example_is_failed():
    def crash(_settings, _inquiry):
        raise ZeroDivisionError

    broken = {name: CheckKind(name, kind.settings, crash) for name, kind in CHECKS.items()}
    case = next(e for e in EXAMPLES if isinstance(e.asked, ExampleCase) and e.expect == "met")
    assert try_examples(PACK, [case], broken)[0].reached is Outcome.FAILED
