"""The quick pass over a worksheet: what it finds, and what makes it ask for the slow reader."""

import pytest

from mengzhan.sheets.grid import Span
from mengzhan.sheets.reading.limits import Limits
from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.reading.sheetscan import SheetFacts, SheetScan, merged_range
from tests.sheets.makers import row_xml, sheet_xml

LIMITS = Limits(cells=1000)


def scanned(xml: str, step: int = 1 << 20, limits: Limits = LIMITS) -> SheetFacts:
    scan = SheetScan(limits)
    data = xml.encode()
    for place in range(0, len(data), step):
        scan.feed(data[place : place + step])
    return scan.close()


def test_merged_ranges() -> None:
    assert merged_range(b"B2:$D$4") == Span(1, 1, 3, 3)
    assert merged_range(b"D4:B2") == Span(1, 1, 3, 3)
    assert merged_range(b"B2") is None
    assert merged_range(b"A0:B2") is None
    assert merged_range(b"#REF!") is None


CELL = '<c r="{}"><v>1</v></c>'
NEAR = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("rows", "far"),
    [
        (NEAR, False),
        (NEAR + f'<row r="40">{CELL.format("Y40")}</row>', False),
        (NEAR + f'<row r="41">{CELL.format("Y41")}</row>', True),
        (f'<row r="1">{CELL.format("ALL1")}</row>', False),
        (f'<row r="1">{CELL.format("ALM1")}</row>', True),
        (f'<row r="1">{CELL.format("A900")}</row>', True),
        (f"<row r='1'>{CELL.format('ALM1')}</row>".replace('"', "'"), True),
        ('<x:row r="1"><x:c r="ALM1"/></x:row>', True),
        ('<row r="1"><c s="1" r="ALM1"/></row>', True),
        ('<row r="1"><c r = "ALM1"/></row>', True),
        ('<row r="1"><c\nr="ALM1"/></row>', True),
        ("<row><c/><c/></row>" * 20, False),
        ("<row><c/></row>" * 30 + f"<row>{'<c/>' * 30}</row>", True),
    ],
)
def test_far(rows: str, far: bool) -> None:
    assert scanned(sheet_xml(rows)).far is far


@pytest.mark.parametrize("step", [1, 7, 64, 1 << 20])
def test_pieces_cut_anywhere_give_the_same(step: int) -> None:
    rows = (
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><v>1</v></c></row>'
        "<row r='3' hidden='true'><c t='e' r='C3'><v>#N/A</v></c></row>"
    )
    before = '<cols><col min="2" max="3" hidden="1"/><col min="9" max="9"/></cols>'
    after = '<mergeCells count="2"><mergeCell ref="A1:B2"/><mergeCell ref="C1:C3"/></mergeCells>'
    facts = scanned(sheet_xml(rows, before, after), step)
    assert facts == SheetFacts(
        far=False,
        merged=[Span(0, 0, 1, 1), Span(0, 2, 2, 2)],
        hidden_rows={0, 2},
        hidden_columns={1, 2},
        errors={(1, 0): "#DIV/0!", (2, 2): "#N/A"},
    )


def test_hidden_rows_without_numbers_are_counted() -> None:
    assert scanned(sheet_xml('<row/><row hidden="1"/><row/>')).hidden_rows == {1}


@pytest.mark.parametrize("number", [0, 1_048_577])
def test_row_numbers_that_no_sheet_has(number: int) -> None:
    with pytest.raises(BookRefused, match="损坏"):
        scanned(sheet_xml(row_xml(number, "x")))


def test_too_many_merges() -> None:
    ranges = '<mergeCell ref="A1:B1"/>' * 11
    after = f"<mergeCells>{ranges}</mergeCells>"
    with pytest.raises(BookRefused, match="最多能读 10 处"):
        scanned(sheet_xml(NEAR, after=after), limits=Limits(merges=10))
