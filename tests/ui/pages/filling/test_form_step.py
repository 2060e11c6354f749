"""What the first step shows of a form, and what can be changed there."""

from array import array
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.pages.filling.fill_standings import FORM
from tests import people
from tests.sheets import blanks
from tests.ui.pages.filling.conftest import Open, column, press, wait

MATERIAL = Path(__file__).parents[3] / "sheets" / "material" / "forms"


def material(start: str) -> Path:
    return next(MATERIAL.glob(f"*/{start}*.xlsx"))


def test_each_column_with_what_it_holds_how_sure_and_a_value(
    open_form: Open, tmp_path: Path
) -> None:
    table = open_form(blanks.roster(tmp_path / "表.xlsx")).form.table
    assert column(table, 0) == list("ABCDEF")
    assert column(table, 1) == list(blanks.HEADERS)
    assert column(table, 2) == ["序号", "姓名", "证件号", "性别", "电话", "留空"]
    assert column(table, 3) == ["有把握"] * 5 + ["登记册没有"]
    assert column(table, 4)[0:2] == ["1", people.name(1)]


def test_what_the_form_does_itself_and_what_is_given_is_left_alone(
    open_form: Open, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [
        ["序号", "姓名", "身份证号", "合计"],
        [1, None, None, "=1+1"],
        [2, None, None, "=1+1"],
    ]
    table = open_form(blanks.write(tmp_path / "表.xlsx", rows, framed="A1:D3")).form.table
    assert column(table, 2) == ["上级已填", "姓名", "证件号", "表里自己算"]
    assert column(table, 3) == ["不动", "有把握", "有把握", "不动"]


def test_a_number_of_a_digit_each_is_one_line(open_form: Open) -> None:
    page = open_form(material("G3"))
    line = column(page.form.table, 1).index("公民身份号码 1–18")
    assert column(page.form.table, 0)[line] == "F–W"
    assert column(page.form.table, 2)[line] == "证件号，一格一位"
    number = people.id_number(1)
    assert column(page.form.table, 4)[line] == f"{number[:4]}{'*' * 12}{number[-2:]}"
    page.toggle_masks()
    assert column(page.form.table, 4)[line] == number
    page.form.answer(page.form.table.lines.lines[line].head.index, "")
    assert not [c for c in page.course.task.form.sure if c.path.startswith("id_number")]  # type: ignore[union-attr]


def test_a_table_of_counts_says_which_columns_it_counts(open_form: Open) -> None:
    page = open_form(material("F4"))
    told = dict(zip(column(page.form.table, 1), column(page.form.table, 2), strict=True))
    assert told["男（登记求职人数）"] == told["女（已就业人数）"] == "数人数"
    assert told["合计（已就业人数）"] == "表里自己算"
    assert told["岗位推荐次数"] == "留空"
    assert "按登记册里的 5 条数人数" in page.form.people.told.text()


def test_a_form_about_one_person_takes_the_line_where_one_stands(
    open_form: Open, tmp_path: Path, town: "array[int]"
) -> None:
    page = open_form(blanks.card(tmp_path / "表.xlsx"), current=town[2])
    assert people.name(3) in page.form.people.told.text()
    assert column(page.form.table, 0) == ["B2", "D2", "B3", "D3", "B4", "D4"]
    assert column(page.form.table, 4)[0] == people.name(3)


def test_without_a_line_a_form_about_one_person_waits(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_form(blanks.card(tmp_path / "表.xlsx"))
    assert "一次只填一条" in page.form.people.told.text()
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait(page, qtbot)
    assert page.step == FORM
    assert "一次只填一条" in page.told.text()


def test_whom_the_form_names_and_who_is_not_found(open_form: Open, tmp_path: Path) -> None:
    panel = open_form(blanks.named_list(tmp_path / "表.xlsx", [1, 8, 2])).form.people
    assert "点了 3 条的名，找到 2 条" in panel.told.text()
    assert panel.unfound.text() == f"第 4 行 {people.name(8)}：登记册里没有这个人，不填"
    assert not panel.box.isVisible()


def test_what_is_filled_above_and_below_and_what_nobody_here_knows(
    open_form: Open, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [
        ["填报单位：", None, "联系电话：", None],
        ["姓名", "性别", "民族", "学历"],
        [None] * 4,
    ]
    page = open_form(blanks.write(tmp_path / "表.xlsx", rows, framed="A2:D3"))
    assert page.form.around_words.text().splitlines() == [
        "填报单位： 巴彦嘎查就业服务站",
        "联系电话：蒙站不知道，留空",
    ]


def test_the_selected_ones_first_then_the_filter_then_all(
    open_form: Open, tmp_path: Path, town: "array[int]", qtbot: QtBot
) -> None:
    page = open_form(
        blanks.roster(tmp_path / "表.xlsx"), marked=town[1:3], shown=lambda: town[:4], filtered=True
    )
    box = page.form.people.box
    offered = [box.itemText(at) for at in range(box.count())]
    assert offered == ["选中的 2 条", "列表里筛出的 4 条", "全部人员 5 条"]
    assert column(page.form.table, 4)[1] == people.name(2)
    press(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is box
    press(Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    wait(page, qtbot)
    assert column(page.form.table, 4)[1] == people.name(1)
    assert "表里 4 空行，够用" in page.form.people.told.text()


def test_a_form_about_something_else_is_filled_with_that(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    header = ["序号", "岗位名称", "招聘人数", "工作地点", "薪酬待遇", "有效期至"]
    page = open_form(blanks.roster(tmp_path / "表.xlsx", header))
    assert page.form.kinds.currentText() == "用岗位填"
    assert "看表头填的是岗位" in page.form.told.text()
    at = page.form.kinds.findText("用人员填")
    page.form.kinds.activated.emit(at)
    wait(page, qtbot)
    assert page.course.task is not None
    assert page.course.task.kind.name == "person"


def test_another_sheet_of_the_form(open_form: Open, tmp_path: Path, qtbot: QtBot) -> None:
    from openpyxl import load_workbook

    path = blanks.roster(tmp_path / "表.xlsx")
    book = load_workbook(path)
    other = book.create_sheet("第二张")
    for row in (["序号", "姓名", "学历"], [1, None, None]):
        other.append(row)
    book.save(path)
    page = open_form(path)
    assert page.form.sheets.isVisible()
    page.form.sheets.activated.emit(1)
    wait(page, qtbot)
    assert column(page.form.table, 1) == ["序号", "姓名", "学历"]


@pytest.mark.parametrize("start", ["F1", "F2", "F3", "F5", "G1", "G5"])
def test_no_question_is_asked_that_only_puzzles(open_form: Open, start: str) -> None:
    page = open_form(material(start))
    asked = [column.header for column in page.course.task.form.unsure]  # type: ignore[union-attr]
    assert len(asked) <= 2, asked
