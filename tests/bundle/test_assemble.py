"""The counts over all case files leave nothing out."""

import dataclasses

from sos_audit.bundle import assemble
from sos_audit.findings import Outcome
from tests.bundle import example


def test_the_order_of_the_records_does_not_matter():
    manifest, criteria, report = example.manifest(), example.criteria(), example.load_report()

    one = assemble(manifest, criteria, example.records(), report)
    other = assemble(manifest, criteria, example.records()[::-1], report)

    assert one == other
    assert [case.child_id for case in one.cases] == ["C10", "C2", "S/3"]


def test_every_outcome_is_counted_and_an_absent_one_is_nought():
    summary = example.bundle().summary

    assert summary.outcomes == {
        Outcome.MET: 12,
        Outcome.PARTLY: 1,
        Outcome.GAP: 6,
        Outcome.UNCLEAR: 2,
        Outcome.NOT_APPLICABLE: 2,
        Outcome.NOT_ASSESSABLE: 2,
        Outcome.FAILED: 1,
    }
    assert (summary.critical_gaps, summary.children_with_critical_gaps) == (3, 2)
    assert all(set(domain.outcomes) == set(Outcome) for domain in summary.domains)


def test_a_domain_without_a_score_still_says_how_much_was_assessable():
    recording = next(d for d in example.bundle().summary.domains if d.domain == "recording")

    assert recording.fidelity.percent is None
    assert (recording.fidelity.assessable, recording.fidelity.asked) == (0, 1)


def test_the_order_in_which_tables_were_read_does_not_matter():
    report = example.load_report()
    backwards = dataclasses.replace(report, tables=report.tables[::-1])

    found = assemble(example.manifest(), example.criteria(), [], backwards)

    assert [table.name for table in found.load_report.tables] == ["forms", "visits"]
