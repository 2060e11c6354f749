"""Which part holds which sheet."""

import io

import pytest

from mengzhan.sheets.reading.sheetparts import parts_by_sheet
from tests.sheets.makers import LEDGER, parts, sheet_xml, zipped


def found(contents: dict[str, str | bytes]) -> dict[str, str]:
    return parts_by_sheet(io.BytesIO(zipped(contents)))


TWO = parts(sheet_xml(LEDGER), sheet_xml(LEDGER), names=["人员 &amp; 单位", "岗位"])
EXPECTED = {"人员 & 单位": "xl/worksheets/sheet1.xml", "岗位": "xl/worksheets/sheet2.xml"}


def test_sheets_are_followed_to_their_parts() -> None:
    assert found(TWO) == EXPECTED


def test_absolute_targets_and_a_workbook_elsewhere() -> None:
    moved = {name.replace("xl/workbook.xml", "xl/b.xml"): data for name, data in TWO.items()}
    moved["xl/_rels/b.xml.rels"] = str(moved.pop("xl/_rels/workbook.xml.rels")).replace(
        'Target="', 'Target="/xl/'
    )
    moved["_rels/.rels"] = str(moved["_rels/.rels"]).replace("workbook", "b")
    assert found(moved) == EXPECTED


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("words", ["", "<a", "<a/>"])
def test_what_cannot_be_followed_is_left_out(name: str, words: str) -> None:
    assert found(TWO | {name: words}) == {}
    assert parts_by_sheet(io.BytesIO(b"no zip")) == {}
