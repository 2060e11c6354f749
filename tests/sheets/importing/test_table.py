"""Finding the table: titles, headers of several rows, totals, notes, groups, pages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Cell, Span
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.mapping import map_columns
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.importing.table import Table, find_table
from tests.sheets.importing.test_rows import TODAY
from tests.sheets.imports import Rows, sheet
from tests.sheets.test_plaintext import CELLS

WORDS = HeaderWords(KINDS["person"], KINDS)
HEAD: list[Cell] = ["序号", "姓名", "性别", "身份证号", "联系电话"]


def person(number: int, name: str = "乌云") -> list[Cell]:
    return [number, name, "女", f"15019919900307{number:04}", f"1990000{number:04}"]


def found(rows: Rows, *merged: Span) -> Table:
    table = find_table(sheet(rows, merged), WORDS)
    assert table is not None
    return table


def why(table: Table) -> dict[int, str]:
    """Row, counted from 0, -> why it is no record; blank ones are left out."""
    return {skipped.row: skipped.why for skipped in table.skipped if skipped.why != "blank"}


def test_titles_stand_over_and_totals_and_notes_under_the_records() -> None:
    table = found([
        ["2026年人员台账", "", "", "", ""],
        ["填报单位：巴彦嘎查", "", "", "2026年11月", ""],
        HEAD, person(1), person(2),
        ["合计", 2, "", "", ""],
        ["注：本表一式两份", "", "", "", ""],
        ["填表人：苏和", "", "", "审核人：萨仁", ""],
    ])  # fmt: skip
    assert (table.header_top, table.header_bottom, table.records) == (2, 2, (3, 4))
    assert why(table) == {0: "title", 1: "title", 2: "header", 5: "total", 6: "note", 7: "note"}
    assert table.year == 2026
    assert table.above[0] == "2026年人员台账"


def test_two_rows_of_header_with_merged_cells() -> None:
    table = found(
        [
            ["序号", "姓名", "证件", "", "推送政策", ""],
            ["", "", "身份证号", "联系电话", "社保补贴", "稳岗返还"],
            [1, "乌云", "150199199003070014", "19900000001", "√", ""],
        ],
        Span(0, 0, 1, 0), Span(0, 1, 1, 1), Span(0, 2, 0, 3), Span(0, 4, 0, 5),
    )  # fmt: skip
    assert (table.header_top, table.header_bottom, table.records) == (0, 1, (2,))
    assert table.headers[0] == ("序号",)
    assert table.headers[4:] == (("推送政策", "社保补贴"), ("推送政策", "稳岗返还"))


def test_a_header_on_every_page_and_a_row_of_column_numbers() -> None:
    table = found([HEAD, [1, 2, 3, 4, 5], person(1), ["本页小计", 1, "", "", ""], HEAD, person(2)])
    assert table.records == (2, 5)
    assert why(table) == {0: "header", 1: "numbering", 3: "total", 4: "header"}


def test_lines_over_groups_are_kept_with_their_records() -> None:
    rows: Rows = [
        HEAD,
        ["一组", "", "", "", ""],
        person(1),
        ["二组", "", "", "", ""],
        person(2),
        person(3),
    ]
    table = found(rows)
    assert table.records == (2, 4, 5)
    assert {row: table.sections[row] for row in table.records} == {2: "一组", 4: "二组", 5: "二组"}


def test_somebody_of_whom_only_the_name_is_known_is_a_record() -> None:
    table = found([HEAD, person(1), ["", "萨仁", "", "", ""], person(2)])
    assert table.records == (1, 2, 3)
    assert table.sections == {}


def test_a_row_that_begins_with_equal_words_is_a_record() -> None:
    head = ["特长", "技能", "证照", "备注", "姓名", "身份证号"]
    rows: Rows = [head, ["无", "无", "无", "无", "乌云", "150199199003070014"]]
    assert found(rows).records == (1,)


def test_words_broken_into_lines_or_spaced_out_are_one_header() -> None:
    table = found([["姓 名", "性\n别", "身份证\n号 码"], ["乌云", "女", "150199199003070014"]])
    assert table.headers == (("姓名",), ("性别",), ("身份证号码",))


@pytest.mark.parametrize("rows", [[], [[]], [[None]], [["姓名"]], [["通知", "请于月底前报送"]]])
def test_where_there_is_no_table(rows: Rows) -> None:
    assert find_table(sheet(rows), WORDS) is None


SOME = st.sampled_from(
    ["姓名", "身份证号", "合计", "备注：", "一组", "2026年", "1", "女", "联系电话", "同上"]
)
GRIDS = st.lists(st.lists(CELLS | SOME, max_size=6), max_size=12)
SPANS = st.builds(
    lambda top, left, down, right: Span(top, left, top + down, left + right),
    *(st.integers(0, 5) for _ in range(4)),
)


@settings(max_examples=150)
@given(GRIDS, st.lists(SPANS, max_size=4), st.sampled_from(sorted(KINDS)))
def test_no_grid_stops_the_finding(grid: Rows, merged: list[Span], kind: str) -> None:
    words = HeaderWords(KINDS[kind], KINDS)
    table = find_table(sheet([[None] * 2, *grid], merged), words)
    if table is None:
        return
    rows = {*table.records, *(skipped.row for skipped in table.skipped)}
    # every row is accounted for, save blank ones above the header
    assert rows >= {*range(table.header_top, table.sheet.height)}
    reader = RowReader(table, map_columns(table, words), words, TODAY, "150102001001")
    for row in table.records:
        reader.read(row)
