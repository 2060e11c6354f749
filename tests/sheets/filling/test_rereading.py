import pytest

from mengzhan.sheets.filling.cellwrite import Content
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.rereading import check_reading
from tests.sheets.forms import parts, rebuilt, small_book, worksheet

BLANK = small_book(worksheet('<sheetData><row r="1"><c r="A1"/></row></sheetData>'))
PART = "xl/s.xml"
ROW = '<sheetData><row r="1">{}</row></sheetData>'
EXPECTED = {"表": {(0, 0): Content("inlineStr", "甲")}}


def check(cell: str, changed: frozenset[str] = frozenset({PART})) -> None:
    check_reading(BLANK, rebuilt(BLANK, {PART: worksheet(ROW.format(cell))}), changed, EXPECTED)


def test_what_was_written_is_found() -> None:
    check('<c r="A1" t="inlineStr"><is><t>甲</t></is></c>')


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="inlineStr"><is><t>乙</t></is></c>',
        '<c r="A1" t="str"><v>甲</v></c>',
        '<c r="B1" t="inlineStr"><is><t>甲</t></is></c>',
        '<c r="A1"/>',
        "",
    ],
)
def test_what_differs_is_not_handed_out(cell: str) -> None:
    with pytest.raises(FormRefused) as caught:
        check(cell)
    assert caught.value.code == "form.not_as_written"


def test_a_part_that_changed_by_mistake_is_found() -> None:
    with pytest.raises(FormRefused) as caught:
        check('<c r="A1" t="inlineStr"><is><t>甲</t></is></c>', frozenset())
    assert caught.value.code == "form.not_as_written"


def test_a_workbook_that_opened_before_must_open_after() -> None:
    broken = parts(BLANK)["xl/workbook.xml"].replace(b"<sheets>", b"<calcPr calcId='x'/><sheets>")
    data = rebuilt(BLANK, {"xl/workbook.xml": broken})
    with pytest.raises(FormRefused) as caught:
        check_reading(BLANK, data, frozenset({"xl/workbook.xml"}), {})
    assert caught.value.detail == "openpyxl"
    check_reading(data, data, frozenset(), {})
