"""Flips are counted by criterion and perturbation, and rates by group without small numbers."""

import pytest

from sos_audit.evaluate.validation.cases import read_cases
from sos_audit.evaluate.validation.gold import Gold, read_gold
from sos_audit.evaluate.validation.groups import group_rates, rates
from sos_audit.evaluate.validation.reader import StatementRead
from sos_audit.evaluate.validation.robustness import measure_robustness, shown_flips
from sos_audit.evaluate.validation.robustness_tables import robustness_tables
from sos_audit.evaluate.validation.statements import Judged, read_statements
from sos_audit.findings import Outcome
from tests.evaluate.validation.examples import GAP, MET, PARTLY, Told, case, statement, written

FUTURE = "danger.future"


class Shouting(Told):
    """A reader that finds nothing in small letters."""

    def statement(self, statement):
        return StatementRead({FUTURE: GAP if statement.text.islower() else MET})


def measured(*statements):
    """Robustness of the shouting reader."""
    gold, reader = Gold(list(statements)), Shouting()
    return measure_robustness(gold, reader, read_statements(gold.statements, reader), [])


def test_a_flip_is_counted_where_it_happens():
    found = measured(statement("a", text="Nan Pat"), statement("b", text="all small"))
    flips = {flips.perturbation: flips for flips in found.flips}
    assert [name for name in flips if flips[name].flipped] == [
        "sentence case",
        "lower case",
        "upper case",
    ]
    assert flips["lower case"].by_criterion == {FUTURE: (2, 1)}
    assert flips["lower case"].share == 0.5


def test_flips_of_the_test_half_are_listed_only_when_they_may_be_shown():
    found = measured(
        statement("a", text="Nan Pat", split="test"), statement("b", text="Nan Pat", split="dev")
    )
    hidden = shown_flips(found, 5, show_test=False)
    assert {flip.change.id for flip in hidden} == {"b"}
    assert {flip.change.id for flip in shown_flips(found, 5, show_test=True)} == {"a", "b"}


def test_whole_files_are_compared_too(tmp_path):
    gold = read_gold(written(tmp_path, "cases.jsonl", case(gold={"outcomes": {}})))
    told = Told({"c1": {FUTURE: MET}})
    found = measure_robustness(gold, told, [], read_cases(gold, told))
    assert {(flips.scope, flips.n, len(flips.flipped)) for flips in found.flips} == {
        ("whole files", 1, 0)
    }
    assert "documents reversed" in {flips.perturbation for flips in found.flips}


def test_rates_by_origin_of_names_are_of_the_renamed_texts():
    found = measured(*(statement(f"s{at}", text="Nan Pat") for at in range(6)))
    welsh = next(r for r in found.origins if r.group == "Welsh")
    assert (welsh.texts, welsh.counts[MET], welsh.share(MET)) == (6, 6, 1.0)


def test_of_few_texts_nothing_is_shown():
    assert rates("age", "0 to 4", 5, [MET] * 50).texts is None


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((10, 10, 10), (10, 10, 10)),
        ((10, 0, 20), (10, 0, 20)),
        ((10, 5, 20), (None, None, 20)),
        ((5, 5, 20), (None, None, 20)),
    ],
)
def test_small_counts_are_hidden_and_cannot_be_worked_out(counts, shown):
    said = [o for o, count in zip((MET, PARTLY, GAP), counts, strict=True) for _ in range(count)]
    found = rates("age", "0 to 4", 6, said)
    assert tuple(found.counts[o] for o in (MET, PARTLY, GAP)) == shown


def aged(age, count, said=MET):
    """Judged statements of children of an age."""
    for at in range(count):
        gold = statement(f"{age}-{at}", child={"age": age}, outcomes={FUTURE: MET})
        yield Judged(gold, StatementRead({FUTURE: said}))


def test_groups_stand_by_age_with_their_agreement():
    judged = [*aged(12, 6, GAP), *aged(3, 6), *aged(7, 8)]
    found = list(group_rates(judged, []))
    assert [(r.group, r.texts, r.agreement) for r in found] == [
        ("0 to 4", 6, 1.0),
        ("5 to 10", 8, 1.0),
        ("11 to 15", 6, 0.0),
    ]


def test_a_single_small_group_takes_the_next_smallest_with_it():
    found = list(group_rates([*aged(3, 2), *aged(7, 8), *aged(12, 9)], []))
    assert [r.texts for r in found] == [None, None, 9]


def test_files_are_grouped_by_language_and_disability(tmp_path):
    def child(at):
        return {
            "name": "Ella",
            "dob": "2020-03-02",
            "first_language": "en" if at < 6 else "so",
            "disability": "autism" if at < 6 else None,
        }

    lines = [case(f"c{at}", gold={"outcomes": {}}, child=child(at)) for at in range(12)]
    gold = read_gold(written(tmp_path, "cases.jsonl", *lines))
    judged = read_cases(gold, Told({f"c{at}": {} for at in range(12)}))
    assert [(r.by, r.group, r.texts) for r in group_rates([], judged)] == [
        ("files by age", "5 to 10", 12),
        ("files by first language", "English", 6),
        ("files by first language", "another", 6),
        ("files by disability", "none recorded", 6),
        ("files by disability", "recorded", 6),
    ]


def test_tables_say_how_far_groups_lie_apart():
    found = measured(*(statement(f"s{at}", text="Nan Pat") for at in range(6)))
    titles = {table.title: table for table in robustness_tables(found, [])}
    by_origin = titles["Outcome rates: statements by origin of names"]
    assert by_origin.note.startswith("Met lies 0.0 points apart.")
    assert by_origin.rows[0] == ("English", "6", "6 (100.0 %)", "0 (0.0 %)", "0 (0.0 %)", "–")
    assert titles["Robustness: flips by criterion"].rows == (
        (FUTURE, "lower case", "statements", "6", "6", "100.0 %"),
    )


def test_outcomes_that_are_not_shown_do_not_count_towards_the_share():
    found = rates("age", "0 to 4", 6, [MET] * 6 + [GAP] * 6 + [Outcome.UNCLEAR] * 6)
    assert found.share(MET) == 0.5
