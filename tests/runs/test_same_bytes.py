"""Same inputs, same bytes: whatever the row order and the number of workers."""

from tests.runs.shapes import as_casefile, demo_lines, files_of, finish

NOT_PROMISED = ("run.json",)


def _same(one, other):
    assert other.result.folder.name == one.result.folder.name
    assert files_of(other.result.folder, but=NOT_PROMISED) == files_of(
        one.result.folder, but=NOT_PROMISED
    )
    assert files_of(other.out / "html") == files_of(one.out / "html")


def test_a_second_run_gives_the_same_bytes(runs, tmp_path):
    _same(runs["mosaic"], finish(runs["mosaic"].shape, tmp_path / "again"))


def test_rows_in_another_order_give_the_same_bytes(finished, tmp_path):
    shuffled = finished.shape.shuffled(tmp_path / "export", 1)
    _same(finished, finish(shuffled, tmp_path / "out"))


def test_two_workers_give_the_same_bytes_as_one(finished, tmp_path):
    shuffled = finished.shape.shuffled(tmp_path / "export", 2)
    _same(finished, finish(shuffled, tmp_path / "out", jobs=2))


def test_only_the_record_of_the_run_itself_may_differ(finished):
    assert sorted(files_of(finished.result.folder)) == [
        "cases.jsonl",
        "criteria.jsonl",
        "findings.jsonl",
        "load_report.json",
        "manifest.json",
        "run.json",
        "summary.json",
    ]


def test_the_order_of_records_within_a_case_file_changes_no_finding(runs, tmp_path):
    header, cases = demo_lines()
    for case in cases:
        for part, records in case.items():
            if isinstance(records, list):
                case[part] = records[::-1]
    turned = as_casefile(tmp_path, header, cases).run(tmp_path / "out")
    for name in ("cases.jsonl", "findings.jsonl", "summary.json"):
        expected = (runs["casefile"].result.folder / name).read_bytes()
        assert (turned.folder / name).read_bytes() == expected, name


def test_ids_that_the_system_issues_anew_change_no_finding(runs, tmp_path):
    header, cases = demo_lines()
    for case in cases:
        for document in case["documents"]:
            document["id"] = f"reissued-{document['id'][::-1]}"
            if document["version_of"]:
                document["version_of"] = f"reissued-{document['version_of'][::-1]}"
    renamed = as_casefile(tmp_path, header, cases).run(tmp_path / "out")
    expected = (runs["casefile"].result.folder / "findings.jsonl").read_bytes()
    assert (renamed.folder / "findings.jsonl").read_bytes() == expected
