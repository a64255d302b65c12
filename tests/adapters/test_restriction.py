"""Nobody's file shows what somebody's restriction covers."""

from sos_audit.adapters.load_report import LoadReport
from sos_audit.adapters.restriction import Gate, RestrictionScan, Withheld


def test_a_document_about_a_restricted_person_is_withheld_whatever_came_first():
    scan = RestrictionScan()
    scan.document("D1", ["C1", "C2"], restricted=False)
    scan.person("C2")
    assert scan.result().of_document("D1", ["C1"]) is Withheld.SUBJECT


def test_one_copy_marked_restricted_withholds_every_copy():
    scan = RestrictionScan()
    scan.document("D1", ["C1"], restricted=False)
    scan.document("D1", ["C1"], restricted=True)
    assert scan.result().of_document("D1", ["C1"]) is Withheld.DOCUMENT


def test_everything_else_may_be_shown():
    scan = RestrictionScan()
    scan.person("C2")
    scan.document("D1", ["C1"], restricted=False)
    assert scan.result().of_document("D1", ["C1"]) is None


def test_a_restricted_persons_name_is_taken_away():
    scan = RestrictionScan()
    scan.person("C2")
    restriction = scan.result()
    assert restriction.name("C2", "Sam") is None
    assert restriction.name("P1", "Pat") == "Pat"


def test_what_is_met_twice_is_counted_once():
    scan = RestrictionScan()
    scan.person("C2")
    report = LoadReport()
    gate = Gate(scan.result(), report)
    assert not gate.admits_document("D1", ["C1", "C2"], status=None)
    assert not gate.admits_document("D1", ["C1", "C2"], status=None)
    assert not gate.admits_case("C2")
    assert gate.admits_case("C1")
    assert report.withheld == {"restricted_subject": 1, "restricted_case": 1}


def test_deleted_and_draft_documents_are_left_out_and_counted():
    report = LoadReport()
    gate = Gate(RestrictionScan().result(), report)
    statuses = ["Draft", "deleted ", "CANCELLED", "complete", None]
    shown = [
        gate.admits_document(f"D{at}", ["C1"], status=status) for at, status in enumerate(statuses)
    ]
    assert shown == [False, False, False, True, True]
    assert report.withheld == {"status_draft": 1, "status_deleted": 1, "status_cancelled": 1}


def test_a_subject_of_whom_nothing_is_known_is_warned_about():
    report = LoadReport()
    gate = Gate(RestrictionScan().result(), report, known=frozenset({"C1"}))
    assert gate.admits_document("D1", ["C1"], status=None)
    assert report.warnings == []
    assert gate.admits_document("D2", ["C1", "C2"], status=None)
    assert [(warning.file, warning.hint) for warning in report.warnings] == [
        ("documents", "export every person, restricted ones too")
    ]


def test_a_subject_whose_record_was_refused_closes_the_document():
    report = LoadReport()
    gate = Gate(RestrictionScan().result(), report, known=frozenset({"C1"}), shut=True)
    assert not gate.admits_document("D1", {"C1", "C9"}, status=None)
    assert report.withheld == {"subject_not_readable": 1}
