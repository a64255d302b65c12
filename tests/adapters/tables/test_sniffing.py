"""The delimiter is the declared one, or the one that divides the first lines most evenly."""

import pytest

from sos_audit.adapters.tables.sniffing import delimiter_of


@pytest.mark.parametrize(
    ("head", "delimiter"),
    [
        ("id,text\n1,a;b;c\n", ","),
        ("id;text\n1;a, b, c\n", ";"),
        ("id\ttext\n", "\t"),
        ("id|text|date\n1|a, b|c\n", "|"),
        ('id;"worries, in words"\n1;"a\nb, c"\n', ";"),
        ("sep=|\r\nid,text|date\r\n", "|"),
        ("id\n1\n", ","),
        ("", ","),
        ('id;text\n1;"cut off, at, the, end', ";"),
    ],
)
def test_the_delimiter_is_found(head, delimiter):
    assert delimiter_of(head) == delimiter
