"""What a zipped workbook must hold to; the many shapes of harm are in test_hostile."""

import io

import pytest

from mengzhan.sheets.reading.guard import check_zip
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused
from tests.sheets.makers import LEDGER, parts, sheet_xml, with_strings, zipped

SHEET = "xl/worksheets/sheet1.xml"


def refused(changes: dict[str, str | bytes], limits: Limits | None = None) -> BookRefused:
    with pytest.raises(BookRefused) as caught:
        check_zip(io.BytesIO(zipped(parts() | changes)), limits or Limits())
    return caught.value


def test_an_honest_workbook_passes_with_the_facts_of_its_sheets() -> None:
    hidden = sheet_xml('<row r="1" hidden="1"/>')
    facts = check_zip(io.BytesIO(zipped(parts(sheet_xml(LEDGER), hidden))), Limits())
    assert list(facts) == [SHEET, "xl/worksheets/sheet2.xml"]
    assert facts["xl/worksheets/sheet2.xml"].hidden_rows == {0}


@pytest.mark.parametrize(
    "before",
    [
        "<!DOCTYPE a>",
        "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>",
        "<!-- a --><?b?><!-- > --><!DOCTYPE a>",
        "\ufeff<!DOCTYPE a>",
        " " * 65_536,
        "<!--" + "a" * 65_536 + "-->",
        "<![CDATA[x]]>",
    ],
)
def test_declarations_before_the_root(before: str) -> None:
    assert refused({SHEET: before + "<worksheet/>"}).code == "BOOK_UNSAFE"


@pytest.mark.parametrize("before", ["", "\ufeff", "<?xml version='1.0'?>\n<!-- <!DOCTYPE a> -->\n"])
def test_remarks_before_the_root(before: str) -> None:
    contents = parts() | {SHEET: before + sheet_xml(LEDGER).partition("\n")[2]}
    assert list(check_zip(io.BytesIO(zipped(contents)), Limits())) == [SHEET]


def test_words_of_a_cell_are_no_declaration() -> None:
    text = LEDGER.replace("巴特尔", "&lt;!DOCTYPE a&gt;<![CDATA[<!DOCTYPE]]>")
    assert check_zip(io.BytesIO(zipped(parts(sheet_xml(text)))), Limits())


def test_a_sheet_in_wide_characters_is_left_to_the_slow_reader() -> None:
    contents = parts() | {SHEET: sheet_xml(LEDGER).encode("utf-16")}
    assert check_zip(io.BytesIO(zipped(contents)), Limits())[SHEET].far


@pytest.mark.parametrize(
    ("limits", "code", "detail"),
    [
        (Limits(members=4), "BOOK_UNSAFE", "member count"),
        (Limits(unpacked_bytes=1000), "BOOK_BOMB", "unpacked size"),
        (Limits(sheets=0), "BOOK_TOO_MANY_SHEETS", ""),
    ],
)
def test_limits(limits: Limits, code: str, detail: str) -> None:
    refusal = refused({}, limits)
    assert (refusal.code, refusal.detail) == (code, detail)


def test_ratio_counts_for_what_is_large() -> None:
    assert refused({"xl/a.xml": b" " * 2_000_000}).detail == "ratio"
    assert check_zip(io.BytesIO(zipped(parts() | {"xl/a.bin": b"\1" * 900_000})), Limits())


def test_shared_strings_are_counted() -> None:
    contents = with_strings("<si/>" * 11, sheet_xml(LEDGER))
    with pytest.raises(BookRefused, match="最多能读 10 个"):
        check_zip(io.BytesIO(zipped(contents)), Limits(cells=10))
