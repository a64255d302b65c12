"""A case note copied to several children is one document; a deleted one is none."""

from plugins.mosaic.tests.small_export import one_child


def notes(case):
    return [(d.id, d.subjects) for d in case.documents if d.id.startswith("note:")]


def test_copies_are_one_document_about_all_children(tmp_path):
    export = one_child()
    export.child("2")
    export.child("3")
    export.note("500", "1")
    export.note("501", "2", copy_of_case_note_id="500")
    export.note("502", "3", copy_of_case_note_id="501")
    for case in export.read(tmp_path).cases:
        assert notes(case) == [("note:500", ("1", "2", "3"))]


def test_the_root_of_a_group_note_joins_its_notes(tmp_path):
    export = one_child()
    export.child("2")
    export.note("500", "1", root_case_note="500")
    export.note("501", "2", root_case_note="500")
    for case in export.read(tmp_path).cases:
        assert notes(case) == [("note:500", ("1", "2"))]


def test_a_copy_edited_since_is_a_note_of_its_own(tmp_path):
    export = one_child()
    export.child("2")
    export.note("500", "1")
    export.note("501", "2", "Text, and more.", copy_of_case_note_id="500")
    first, second = export.read(tmp_path).cases
    assert notes(first) == [("note:500", ("1",))]
    assert notes(second) == [("note:501", ("2",))]


def test_copies_of_a_note_that_was_not_exported_are_still_one(tmp_path):
    export = one_child()
    export.child("2")
    export.note("501", "1", copy_of_case_note_id="400")
    export.note("502", "2", copy_of_case_note_id="400")
    for case in export.read(tmp_path).cases:
        assert notes(case) == [("note:501", ("1", "2"))]


def test_copies_in_a_circle_end(tmp_path):
    export = one_child()
    export.note("500", copy_of_case_note_id="501")
    export.note("501", copy_of_case_note_id="500")
    (case,) = export.read(tmp_path).cases
    assert notes(case) == [("note:500", ("1",))]


def test_deleted_and_draft_notes_are_left_out_and_counted(tmp_path):
    export = one_child()
    for at, state in enumerate(("Deleted", "Draft", "Timed out", "Complete"), 500):
        export.note(str(at), state=state)
    reading = export.read(tmp_path)
    assert [note for note, _ in notes(reading.cases[0])] == ["note:502", "note:503"]
    assert reading.report.withheld == {"status_deleted": 1, "status_draft": 1}


def test_rich_text_is_made_readable_and_leads_back(tmp_path):
    export = one_child()
    export.note("500", note="<p>Mum &amp; Gran</p><p>agreed.</p>", note_type="RICH")
    document = export.read(tmp_path).cases[0].documents[-1]
    assert (document.kind, document.text) == ("letter", "Mum & Gran\n\nagreed.")
    start, end = document.source_map.raw_span(6, 10)
    assert document.raw[start:end] == "Gran"


def test_the_author_is_found_through_the_system_user(tmp_path):
    export = one_child()
    export.note("500", created_by="gmensah", created_on="07/02/2026", last_updated_on="09/02/2026")
    export.add(
        "workers", id="W1", first_names="Grace", last_names="Mensah", system_user_id="gmensah"
    )
    export.add(
        "DM_PROF_RELATIONSHIPS", PERSON_ID="1", WORKER_ID="W1", PROF_REL_TYPE_CODE="REL.ALLOC"
    )
    document = export.read(tmp_path).cases[0].documents[-1]
    assert document.author == ("Grace Mensah", "social worker")
    assert document.recorded_at.isoformat() == "2026-02-07"
    assert document.edited_at.isoformat() == "2026-02-09"


def test_a_note_added_later_is_a_document_of_its_own_that_says_to_what(tmp_path):
    export = one_child()
    export.note("1", title="Visit")
    export.note("2", note="More.", note_type="", root_case_note="1", effective_date="09/02/2026")
    (case,) = export.read(tmp_path).cases
    found = [(d.title, d.kind, d.text) for d in case.documents if d.id.startswith("note")]
    assert found == [
        ("Visit", "home_visit", "A note."),
        ("Added to: Visit", "home_visit", "More."),
    ]
