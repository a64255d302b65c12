"""Lines are found by place, whatever their length."""

from sos_audit.adapters import line_index
from sos_audit.adapters.line_index import index_lines, numbered_lines, read_line
from sos_audit.adapters.load_report import LoadReport
from tests.adapters.interchange_lines import case, write


def test_every_line_has_its_number_and_place(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"one\ntwo\n\nfour")
    assert list(numbered_lines(path)) == [
        (1, 0, b"one\n"),
        (2, 4, b"two\n"),
        (3, 8, b"\n"),
        (4, 9, b"four"),
    ]


def test_an_indexed_line_is_read_again_by_its_place(tmp_path):
    path = write(tmp_path / "a.jsonl", [case("C2"), case("C1")])
    index = index_lines(path, LoadReport())
    with path.open("rb") as file:
        assert b'"C1"' in read_line(file, index.lines[0])


def test_an_overlong_line_is_refused_and_the_next_one_read(tmp_path, monkeypatch):
    monkeypatch.setattr(line_index, "LINE_LIMIT", 400)
    lines = [case("C1", team="x" * 5_000), case("C2")]
    report = LoadReport()
    index = index_lines(write(tmp_path / "a.jsonl", lines), report)
    assert [line.child for line in index.lines] == ["C2"]
    assert [(r.row, r.reason) for r in report.refusals] == [
        (2, "the line is longer than 400 bytes")
    ]
