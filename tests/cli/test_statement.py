"""`sos-audit statement`: the contract of JSON Lines, and one statement in plain words."""

import json

import pytest

DANGER = "Pat is worried that if Dad drinks again, as on 3 May, Ella could be hurt."

LINES = [
    {
        "id": "x1",
        "kind": "danger_statement",
        "text": DANGER,
        "child": {"name": "Ella", "age": 6},
        "people": [{"name": "Pat", "role": "grandmother"}],
    },
    {"id": "x2", "kind": "scale", "text": "Mum 6/10 because Nan is there. Zoë’s SW 4/10."},
    {
        "id": "x3",
        "kind": "child_voice",
        "text": "Ella said “I like it when Dad’s 🙂 in”.",
        "child": {"name": "Ella"},
    },
    {"id": "x4", "kind": "safety_goal", "text": "N/A"},
    {"id": "x5", "kind": "case_note", "text": ""},
]


def _jsonl(lines):
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def _answers(called):
    return [json.loads(line) for line in called.out.splitlines()]


@pytest.fixture
def answered(sos_audit):
    """The answers to the lines above."""
    called = sos_audit("statement", "--jsonl", "-", stdin=_jsonl(LINES))
    assert (called.code, called.err) == (0, "")
    return _answers(called)


def test_every_line_is_answered_in_the_same_order(answered):
    assert [(answer["id"], answer["kind"]) for answer in answered] == [
        ("x1", "danger_statement"),
        ("x2", "scale"),
        ("x3", "child_voice"),
        ("x4", "safety_goal"),
        ("x5", "case_note"),
    ]


def test_the_keys_are_those_of_the_contract(answered):
    for answer in answered:
        assert list(answer) == [
            "id", "kind", "present", "placeholder", "outcomes", "elements", "scales", "quotes"
        ]  # fmt: skip
        for element in answer["elements"]:
            assert list(element) == ["element", "text", "start", "end"]
        for scale in answer["scales"]:
            assert list(scale) == ["value", "low", "high", "rater", "start", "end"]
        for quote in answer["quotes"]:
            assert list(quote) == ["speaker", "verbatim", "start", "end"]


def test_every_span_is_exact(answered):
    texts = {line["id"]: line["text"] for line in LINES}
    spans = 0
    for answer in answered:
        text = texts[answer["id"]]
        for element in answer["elements"]:
            assert text[element["start"] : element["end"]] == element["text"]
        for span in (*answer["elements"], *answer["scales"], *answer["quotes"]):
            assert 0 <= span["start"] < span["end"] <= len(text)
            spans += 1
    assert spans >= 8


def test_a_danger_statement_is_taken_apart(answered):
    danger = answered[0]
    assert (danger["present"], danger["placeholder"]) == (True, False)
    assert {"element": "who_is_worried", "text": "Pat", "start": 0, "end": 3} in danger["elements"]
    assert danger["outcomes"]["danger.who_worried"] == "met"


def test_scores_come_with_who_gave_them(answered):
    first, second = answered[1]["scales"]
    assert first == {
        "value": 6, "low": 6, "high": 6, "rater": "mother", "start": 4, "end": 8
    }  # fmt: skip
    assert (second["value"], second["rater"]) == (4, "social_worker")


def test_a_childs_words_are_quoted(answered):
    (quote,) = answered[2]["quotes"]
    assert (quote["speaker"], quote["verbatim"]) == ("child", True)
    assert LINES[2]["text"][quote["start"] : quote["end"]] == "I like it when Dad’s 🙂 in"


def test_a_filler_is_no_statement(answered):
    assert (answered[3]["present"], answered[3]["placeholder"]) == (False, True)
    assert set(answered[3]["outcomes"].values()) == {"gap"}


def test_a_file_is_read_as_standard_input_is(sos_audit, answered, tmp_path):
    (tmp_path / "x.jsonl").write_bytes(b"\xef\xbb\xbf" + _jsonl(LINES))
    assert _answers(sos_audit("statement", "--jsonl", "x.jsonl")) == answered


def test_the_same_lines_in_another_order_give_the_same_answers(sos_audit, answered):
    called = sos_audit("statement", "--jsonl", "-", stdin=_jsonl(LINES[::-1]))
    assert _answers(called) == answered[::-1]


BROKEN = [
    (b"{", None, "Invalid JSON"),
    (b"[1]", None, "Input should be an object"),
    (b"null", None, "Input should be an object"),
    (b'{"id":"b","kind":"poem","text":"x"}', "b", "kind: Input should be 'harm_statement'"),
    (b'{"id":"b","kind":"scale"}', "b", "text: Field required"),
    (b'{"id":7,"kind":"scale","text":"x"}', 7, "id: Input should be a valid string"),
    (b'{"id":"b","kind":"scale","text":"\xff"}', None, "Invalid JSON"),
]


@pytest.mark.parametrize(("line", "name", "error"), BROKEN)
def test_a_broken_line_is_answered_with_an_error_and_the_others_are_assessed(
    sos_audit, line, name, error
):
    good = _jsonl(LINES[:1])
    called = sos_audit("statement", "--jsonl", "-", stdin=good + b"\n" + line + b"\n" + good)
    assert called.code == 3
    first, broken, last = _answers(called)
    assert first == last
    assert list(broken) == ["id", "error"]
    assert broken["id"] == name
    assert error in broken["error"]
    assert called.err.startswith("line 3: ")


def test_the_error_does_not_repeat_the_text(sos_audit):
    line = b'{"id":"b","kind":"scale","text":["ZEBRAFINCH"]}\n'
    called = sos_audit("statement", "--jsonl", "-", stdin=line)
    assert "ZEBRAFINCH" not in called.out + called.err


def test_a_statement_that_fails_never_ends_the_others(sos_audit, monkeypatch):
    def fail(_rules, _statement):
        raise ZeroDivisionError

    monkeypatch.setattr("sos_audit.cli.statement.assess", fail)
    called = sos_audit("statement", "--jsonl", "-", stdin=_jsonl(LINES))
    assert called.code == 3
    assert _answers(called)[0] == {"id": "x1", "error": "not assessed (ZeroDivisionError)"}
    assert len(_answers(called)) == len(LINES)


def test_fields_that_labellers_add_are_ignored(sos_audit, answered):
    labelled = LINES[0] | {"outcomes": {}, "split": "dev", "must_not_flag": []}
    called = sos_audit("statement", "--jsonl", "-", stdin=_jsonl([labelled]))
    assert _answers(called) == answered[:1]


def test_a_file_that_is_not_there_is_named(sos_audit):
    called = sos_audit("statement", "--jsonl", "nowhere.jsonl")
    assert called.code == 2
    assert "nowhere.jsonl does not exist" in called.err


def test_one_statement_is_explained_in_plain_words(sos_audit):
    called = sos_audit("statement", "danger_statement", DANGER)
    assert called.code == 0
    assert (
        "Does each danger statement say who is worried, by name or role?\n"
        "  there: found in all 1\n"
        "    “Pat”\n"
    ) in called.out


def test_what_is_not_found_comes_with_a_question_to_ask(sos_audit):
    called = sos_audit("statement", "danger_statement", "Ella could be hurt if Dad drinks.")
    assert "  not found: " in called.out
    assert "  Ask: What has already happened that makes you worried?\n" in called.out


def test_the_text_may_come_from_standard_input(sos_audit):
    typed = sos_audit("statement", "danger_statement", stdin=DANGER.encode())
    assert typed == sos_audit("statement", "danger_statement", DANGER)


def test_a_filler_is_said_to_be_one(sos_audit):
    called = sos_audit("statement", "safety_goal", "N/A")
    assert called == (
        0, "No safety goal found in this text: it reads like a filler.\n", ""
    )  # fmt: skip


def test_a_kind_that_no_criterion_asks_of_alone_says_so(sos_audit):
    called = sos_audit("statement", "case_note", "T/C from school.")
    assert called.out == "No criterion of this pack can be asked of one case note alone.\n"


def test_without_a_kind_the_kinds_are_listed(sos_audit):
    called = sos_audit("statement")
    assert called.code == 2
    assert "say which kind of statement: harm_statement, danger_statement" in called.err
