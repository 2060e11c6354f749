import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.filling.fixedcells import fixed_cells
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.grid import Cell, Sheet, Span

FACTS = {"unit": "巴彦嘎查就业服务站", "person": "其其格", "day": "2026-11-26"}


def filled(
    rows: list[list[Cell]],
    merged: tuple[Span, ...] = (),
    table: range | None = None,
    kind: str = "person",
) -> dict[tuple[int, int], str]:
    form = FormSheet(Sheet("表", rows, list(merged)))
    cells = fixed_cells(form, FACTS, table, KINDS[kind])
    return {(one.row, one.column): one.text for one in cells if one.text}


def test_the_free_cell_beside_a_label_is_filled() -> None:
    rows: list[list[Cell]] = [
        ["填报单位：", None, "填 报 人", None],
        ["填报时间", None, None, None],
    ]
    assert filled(rows) == {(0, 1): FACTS["unit"], (0, 3): "其其格", (1, 1): "2026-11-26"}


def test_a_cell_that_holds_something_is_left_alone() -> None:
    assert filled([["填报单位：", "望京社区", "填报人：", "萨仁"]]) == {}


def test_a_wide_label_takes_the_answer_into_its_own_cell() -> None:
    rows: list[list[Cell]] = [["填报单位（盖章）：", None, None, None, None]]
    assert filled(rows, (Span(0, 0, 0, 3),)) == {(0, 0): f"填报单位（盖章）：{FACTS['unit']}"}


def test_a_line_of_several_labels_keeps_what_is_not_known() -> None:
    line = "单位负责人：        填报人：        联系电话：        填报时间：    年  月  日"
    text = filled([[line]])[0, 0]
    assert "填报人：其其格" in text
    assert text.endswith("填报时间：2026-11-26")
    assert "单位负责人：  " in text
    assert "联系电话：  " in text


def test_inside_the_table_nothing_is_a_fact_of_the_sender() -> None:
    rows: list[list[Cell]] = [["姓名", "单位", None], ["苏和", None, None]]
    assert filled(rows, table=range(2)) == {}


@pytest.mark.parametrize("label", ["审核人：", "站长：", "备注："])
def test_what_is_not_known_is_never_guessed(label: str) -> None:
    assert filled([[label, None]]) == {}


@pytest.mark.parametrize(
    ("kind", "table", "places"),
    [
        ("person", range(5, 9), {(0, 1), (0, 3), (1, 1)}),
        ("vacancy", range(5, 9), {(1, 1)}),
        ("employer", range(5, 9), {(1, 1)}),
        ("person", None, {(1, 1)}),
    ],
)
def test_what_may_be_an_employers_is_not_the_senders(
    kind: str, table: range | None, places: set[tuple[int, int]]
) -> None:
    rows: list[list[Cell]] = [["单位名称", None, "经办人", None], ["填报单位", None, None, None]]
    assert set(filled(rows, table=table, kind=kind)) == places
