"""Text with delimiters: encodings, delimiters, quotes, and that text stays text."""

import pytest

from mengzhan.sheets.reading.delimited import encoding_of, rows_of
from mengzhan.sheets.reading.refusal import BookRefused

LINE = "姓名,证件号,备注\n巴特尔,152525199001011237,圐圙㐂𠮷\n"


def refused(data: bytes) -> BookRefused:
    with pytest.raises(BookRefused) as caught:
        list(rows_of(data))
    return caught.value


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8-sig"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("gb18030", "gb18030"),
    ],
)
def test_encodings(encoding: str, found: str) -> None:
    data = LINE.encode(encoding)
    assert encoding_of(data) == found
    assert list(rows_of(data))[1] == ["巴特尔", "152525199001011237", "圐圙㐂𠮷"]


def test_utf_16_of_the_other_order() -> None:
    assert list(rows_of(b"\xfe\xff" + "甲,乙".encode("utf-16-be"))) == [["甲", "乙"]]


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|", "，"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    rows = [["姓名", "地址"], ["巴特尔", "1.5"], ["那日苏", "x"]]
    data = "\n".join(delimiter.join(row) for row in rows).encode()
    assert list(rows_of(data)) == rows


def test_commas_within_cells_do_not_win_over_tabs() -> None:
    data = "姓名\t备注\n巴特尔\t会焊工, 会开车, 会做饭\n那日苏\t无\n".encode()
    assert list(rows_of(data))[1] == ["巴特尔", "会焊工, 会开车, 会做饭"]


def test_one_column_is_one_column() -> None:
    assert list(rows_of("姓名\n巴特尔\n".encode())) == [["姓名"], ["巴特尔"]]


def test_quotes_line_breaks_and_line_ends() -> None:
    data = 'a,"1\r\n2"\r\n"说""好""",b\rc,d\ne,5" 管'.encode()
    expected = [["a", "1\r\n2"], ['说"好"', "b"], ["c", "d"], ["e", '5" 管']]
    assert list(rows_of(data)) == expected


def test_numbers_stay_as_they_are_written() -> None:
    row = ["007", "152525199001011237", "1.59E+10", "1990.10", "+86 159", "１５"]
    assert list(rows_of(",".join(row).encode())) == [row]


def test_the_line_of_a_quote_that_never_ends() -> None:
    refusal = refused('姓名,备注\n巴特尔,"没有完\n'.encode())
    assert (refusal.code, refusal.params) == ("BOOK_QUOTES", {"line": 2})


def test_the_line_of_a_quote_that_ends_too_early() -> None:
    refusal = refused('姓名,备注\n"巴特尔"先生,x\n'.encode())
    assert (refusal.code, refusal.params) == ("BOOK_QUOTES", {"line": 2})


def test_what_is_no_text() -> None:
    assert refused(b"a,\x01b").code == "BOOK_NOT_A_TABLE"
    assert refused(b"a,\x81\x20\xff").code == "BOOK_ENCODING"
    assert refused(b"\xff\xfea").code == "BOOK_ENCODING"
    assert refused(b"x" * 1_000_001).code == "BOOK_LONG_LINE"


def test_the_end_mark_of_old_programs_is_no_cell() -> None:
    assert list(rows_of(b"a,b\r\n\x1a")) == [["a", "b"]]


def test_a_line_that_names_the_delimiter_is_no_row() -> None:
    assert list(rows_of(b"sep=;\r\na,5;b\r\n")) == [["a,5", "b"]]
