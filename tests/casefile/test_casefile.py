"""A record as it stood on a day, in one order; and what is read together."""

import datetime as dt
from dataclasses import replace

import pytest

from sos_audit.casefile import (
    Assessment,
    CaseFile,
    CaseType,
    Child,
    Document,
    DocumentKind,
    Entity,
    Episode,
    Event,
    Person,
    Plan,
    Review,
    Supply,
    Visit,
    Worker,
    families_of,
)

BEFORE, DAY, AFTER = dt.date(2026, 2, 1), dt.date(2026, 3, 1), dt.date(2026, 4, 1)

EMPTY = CaseFile(
    Child("C1"),
    None,
    CaseType.CHILD_PROTECTION,
    "open",
    BEFORE,
    None,
    restricted=False,
    coverage={Entity.VISIT: Supply.SUPPLIED_EMPTY, Entity.PLAN: Supply.NOT_SUPPLIED},
)


def document(date, **dates):
    return Document("D1", DocumentKind.CASE_NOTE, None, date, "Some words.", **dates)


@pytest.mark.parametrize(
    ("part", "dated"),
    [
        ("episodes", lambda day: Episode("cp", day)),
        ("events", lambda day: Event("rcpc", day)),
        ("visits", lambda day: Visit(day, "cp")),
        ("assessments", lambda day: Assessment(day, None)),
        ("plans", lambda day: Plan("cp", day)),
        ("reviews", lambda day: Review("cp", day)),
        ("workers", lambda day: Worker("W1", "Ade", "social worker", day)),
        ("documents", document),
    ],
)
def test_what_is_dated_later_is_left_out(part, dated):
    case = replace(EMPTY, **{part: (dated(BEFORE), dated(DAY), dated(AFTER))})
    assert getattr(case.as_at(DAY), part) == (dated(BEFORE), dated(DAY))


@pytest.mark.parametrize(
    ("part", "undated"),
    [
        ("episodes", Episode("cp", None)),
        ("events", Event("rcpc", None)),
        ("assessments", Assessment(None, None)),
        ("plans", Plan("cp", None)),
        ("reviews", Review("cp", None)),
        ("workers", Worker("W1", "Ade", None)),
        ("documents", document(None)),
    ],
)
def test_what_has_no_date_stays(part, undated):
    case = replace(EMPTY, **{part: (undated,)})
    assert getattr(case.as_at(DAY), part) == (undated,)


def test_a_document_counts_from_when_it_was_recorded():
    typed_up_later = document(BEFORE, recorded_at=AFTER)
    about_a_later_day = document(AFTER, recorded_at=BEFORE)
    edited_later = document(BEFORE, edited_at=AFTER)
    case = replace(EMPTY, documents=(typed_up_later, about_a_later_day, edited_later))
    assert case.as_at(DAY).documents == (about_a_later_day, edited_later)


def test_an_end_that_was_still_to_come_had_not_come():
    case = replace(
        EMPTY,
        episodes=(Episode("cp", BEFORE, AFTER, "neglect"), Episode("s47", BEFORE, DAY)),
        plans=(Plan("cp", BEFORE, AFTER),),
        workers=(Worker("W1", "Ade", "social worker", BEFORE, AFTER),),
    )
    standing = case.as_at(DAY)
    assert standing.episodes == (
        Episode("cp", BEFORE, None, "neglect"),
        Episode("s47", BEFORE, DAY),
    )
    assert standing.plans == (Plan("cp", BEFORE, None),)
    assert standing.workers == (Worker("W1", "Ade", "social worker", BEFORE, None),)


def test_an_assessment_that_ended_later_was_under_way():
    case = replace(EMPTY, assessments=(Assessment(BEFORE, AFTER, AFTER, "cin"),))
    assert case.as_at(DAY).assessments == (Assessment(BEFORE, None),)


def test_an_assessment_that_was_authorised_later_had_its_outcome():
    case = replace(EMPTY, assessments=(Assessment(BEFORE, DAY, AFTER, "cin"),))
    assert case.as_at(DAY).assessments == (Assessment(BEFORE, DAY, None, "cin"),)


def test_the_order_of_records_does_not_matter():
    records = {
        "people": (Person("P1", "Dad", "father"), Person("P2", "Mum", "mother")),
        "visits": (Visit(BEFORE, "cp"), Visit(BEFORE, "cin"), Visit(DAY, "cp")),
        "events": (Event("icpc", BEFORE), Event("rcpc", DAY), Event("core_group", None)),
        "workers": (Worker("W1", "Ade", None, BEFORE), Worker("W2", "Bo", None)),
    }
    turned = {part: values[::-1] for part, values in records.items()}
    assert replace(EMPTY, **records).as_at(DAY) == replace(EMPTY, **turned).as_at(DAY)


def test_visits_come_in_order_of_their_dates():
    case = replace(EMPTY, visits=(Visit(DAY, "cp"), Visit(BEFORE, "cp")))
    assert [visit.date for visit in case.as_at(DAY).visits] == [BEFORE, DAY]


def test_people_with_other_ids_come_in_the_same_order():
    def named(*ids):
        people = zip(ids, ("Nan", "Mum"), ("grandmother", "mother"), strict=True)
        case = replace(EMPTY, people=tuple(Person(*person) for person in people))
        return [person.name for person in case.as_at(DAY).people]

    assert named("1", "2") == named("9", "2") == ["Nan", "Mum"]


@pytest.mark.parametrize(
    ("start", "end", "is_open"),
    [
        (BEFORE, None, True),
        (BEFORE, AFTER, True),
        (DAY, None, True),
        (None, None, True),
        (BEFORE, DAY, False),
        (AFTER, None, False),
    ],
)
def test_an_episode_is_open_from_its_start_to_the_day_before_its_end(start, end, is_open):
    assert Episode("cp", start, end).open_on(DAY) is is_open


@pytest.mark.parametrize(("status", "is_open"), [("open", True), (None, True), ("closed", False)])
def test_a_case_is_open_unless_the_record_says_otherwise(status, is_open):
    assert replace(EMPTY, status=status).is_open is is_open


def test_an_empty_table_was_supplied_and_a_missing_one_was_not():
    assert EMPTY.supplies(Entity.VISIT)
    assert not EMPTY.supplies(Entity.PLAN)
    assert not EMPTY.supplies(Entity.EVENT)


def _children(count):
    return [replace(EMPTY, child=Child(f"C{number:03}")) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (40, [40]), (41, [40, 1]), (85, [40, 40, 5])]
)
def test_at_most_forty_children_are_read_together(count, sizes):
    assert [len(family.cases) for family in families_of(_children(count))] == sizes


def test_a_large_family_is_split_in_order_of_child_id_whatever_order_it_came_in():
    children = _children(41)
    (first, second) = families_of(children[::-1])
    assert [case.child.id for case in second.cases] == ["C040"]
    assert families_of(children) == [first, second]
