import pytest

from mengzhan.sheets.filling.cellwrite import Content
from mengzhan.sheets.filling.markup import Markup
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.filling.sheetmap import SheetMap, place, span
from mengzhan.sheets.grid import Span
from tests.sheets.forms import worksheet


def mapped(inside: str, *wanted: int) -> SheetMap:
    return SheetMap(Markup.read(worksheet(inside)), "表", wanted)


def test_rows_are_all_noted_and_cells_of_those_asked_for() -> None:
    sheet = mapped(
        '<sheetData><row r="2"><c r="B2" s="4"/></row><row><c/><c s=""/></row></sheetData>', 2
    )
    assert [row.number for row in sheet.rows] == [1, 2]
    assert [[cell.column for cell in row.cells] for row in sheet.rows] == [[], [0, 1]]
    assert sheet.row(3) is None
    assert (sheet.row_index(0), sheet.row_index(2), sheet.row_index(9)) == (0, 1, 2)


def test_what_stands_around_the_rows_is_noted() -> None:
    sheet = mapped(
        '<cols><col min="2" max="3" style="5"/><col min="4" max="4"/></cols><sheetData/>'
        '<mergeCells><mergeCell ref="A1:B3"/></mergeCells>'
    )
    assert sheet.merged == [Span(0, 0, 2, 1)]
    assert [sheet.column_style(column) for column in range(4)] == [None, 5, 5, None]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<c><v>5</v></c>", Content(None, "5")),
        ('<c t="n"><v>5</v></c>', Content(None, "5")),
        ('<c t="s"><v>5</v></c>', Content("s", "5")),
        ('<c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>', Content("inlineStr", "_x000D_")),
        (
            '<c t="inlineStr"><is><t>甲</t><rPh><t>jia</t></rPh></is></c>',
            Content("inlineStr", "甲"),
        ),
        ("<c/>", Content(None, "")),
    ],
)
def test_content_is_read_back(cell: str, expected: Content) -> None:
    row = mapped(f'<sheetData><row r="1">{cell}</row></sheetData>', 0).row(0)
    assert row is not None
    assert row.cells[0].content == expected


@pytest.mark.parametrize(
    ("formula", "stale"),
    [
        ("A1+1", True),
        ("表1[2024]+A1!B2", True),
        ("SUM('一 二'!A1)", True),
        ("[1]表!A1", False),
        ("'[1]表 (一)'!A1", False),
        ("SUM('[2]O''Neil'!A1:B2)", False),
        ("[3]!名称", False),
    ],
)
def test_results_from_other_files_are_not_stale(formula: str, stale: bool) -> None:
    sheet = mapped(f'<sheetData><row r="1"><c t="n"><f>{formula}</f><v>1</v></c></row></sheetData>')
    assert bool(sheet.stale) is stale


def test_places_and_ranges() -> None:
    assert place("$XFD$1048576") == (1048575, 16383)
    assert span("b3") == Span(2, 1, 2, 1)
    assert span("D4:B3") == Span(2, 1, 3, 3)
    for wrong in ("", "A0", "A", "1", "A1:", "Ａ1", "A1B"):
        with pytest.raises(FormRefused):
            place(wrong)
