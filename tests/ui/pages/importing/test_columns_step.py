"""Step 1: only unsure columns are asked about; digits answer; the whole file has its values."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.pages.importing.standings import COLUMNS, PROBLEMS
from tests import people, rosters
from tests.ui.pages.importing.conftest import Bring, column, go_on, press

MEANING, SURENESS = 3, 4


def test_what_was_found_and_left_out_is_said(bring: Bring, broken: Path) -> None:
    page = bring(broken)
    told = page.columns.told.text()
    assert "工作表“花名册”，表头第 2 行，记录 10 行" in told
    assert "标题 1 行（第 1 行）" in told
    assert "说明 1 行（第 13 行）" in told
    assert column(page.columns.table, 1) == list(rosters.HEADERS)
    assert column(page.columns.table, MEANING)[7] == "不导入"
    assert column(page.columns.table, SURENESS)[7] == "没有这一项"


def test_the_focus_stands_on_the_unsure_column_and_a_digit_answers(
    bring: Bring, broken: Path
) -> None:
    page = bring(broken)
    assert page.columns.table.current == rosters.HEADERS.index("学历专业")
    assert page.bar.heads[COLUMNS].words.text() == "1 列要定"
    press(Qt.Key.Key_1)
    assert column(page.columns.table, MEANING)[6] == "专业"
    assert column(page.columns.table, SURENESS)[6] == "你定的"
    assert QApplication.focusWidget() is page.next_button
    assert page.bar.heads[COLUMNS].words.text() == "导入 6 列"


def test_an_unsure_column_is_never_passed_over(bring: Bring, broken: Path, qtbot: QtBot) -> None:
    page = bring(broken)
    page.next_button.setFocus()
    go_on(page, qtbot)
    assert page.step == COLUMNS
    assert "还有 1 列要定" in page.told.text()
    press(Qt.Key.Key_0)
    go_on(page, qtbot)
    assert page.step == PROBLEMS
    assert page.course.task is not None
    assert not page.course.task.columns[6].taken


def test_any_column_is_picked_from_all_fields(bring: Bring, broken: Path) -> None:
    page = bring(broken)
    press(Qt.Key.Key_1)
    page.columns.table.setFocus()
    page.columns.table.go(7)
    press(Qt.Key.Key_Return)
    picker = page.columns.question.picker
    assert picker is not None
    assert QApplication.focusWidget() is picker.line
    for key in (Qt.Key.Key_B, Qt.Key.Key_Z):
        press(key)
    press(Qt.Key.Key_Return)
    assert column(page.columns.table, MEANING)[7] == "备注"


def test_a_column_that_loses_its_field_is_named(bring: Bring, broken: Path) -> None:
    page = bring(broken)
    page.columns.question.answered.emit(0, "phone")
    assert "“联系电话”不再导入" in page.told.text()
    assert column(page.columns.table, MEANING)[3] == "不导入"


def test_values_for_the_whole_file_are_asked_and_never_prefilled(
    bring: Bring, broken: Path, qtbot: QtBot
) -> None:
    page = bring(broken)
    assert list(page.columns.constants.editors) == ["residence", "key_groups", "consent"]
    assert all(e.value() in (None, []) for e in page.columns.constants.editors.values())
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_F6)
    page.columns.constants.editors["consent"].setFocus()
    press(Qt.Key.Key_1)
    go_on(page, qtbot)
    assert page.course.plan is not None
    assert page.course.plan.at(rosters.row_of(0)).row.values["consent"] is True


def test_numbers_are_covered_until_they_are_lifted(bring: Bring, broken: Path) -> None:
    page = bring(broken)
    whole = people.id_number(0)
    assert whole not in column(page.columns.table, 2)[2]
    press(Qt.Key.Key_F2)
    assert whole in column(page.columns.table, 2)[2]
    page.workspace.hidden.emit()
    assert whole not in column(page.columns.table, 2)[2]


def test_another_sheet_of_the_file_can_be_chosen(bring: Bring, broken: Path, qtbot: QtBot) -> None:
    book = load_workbook(broken)
    other = book.copy_worksheet(book.active)
    other.title = "上月"
    other.delete_rows(6, 6)
    book.save(broken)
    page = bring(broken)
    sheets = page.columns.sheets
    assert [sheets.itemText(at) for at in range(sheets.count())] == [
        "花名册（10 行）",
        "上月（4 行）",
    ]
    sheets.setCurrentIndex(1)
    sheets.activated.emit(1)
    assert "工作表“上月”" in page.columns.told.text()
    assert page.columns.table.current == rosters.HEADERS.index("学历专业")


def test_long_proposals_fit_beside_the_columns_of_a_low_window(
    bring: Bring, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("姓名,身份证号,是否低保\n某某,1,否\n某人,2,是\n", "utf-8")
    page = bring(path)
    page.window().resize(847, 460)
    page.columns.table.go(2)
    QApplication.processEvents()
    question = page.columns.question
    assert any("…" in button.shown() for button in question.buttons)
    inside = question.parentWidget()
    assert inside is not None
    edge = inside.parentWidget()
    assert edge is not None
    for part in (*question.buttons, question.picker):
        assert part is not None
        assert part.mapTo(inside, QPoint(part.width(), 0)).x() <= edge.width()


def test_months_without_a_date_say_why_they_are_left(bring: Bring, tmp_path: Path) -> None:
    path = tmp_path / "回访.csv"
    rows = [f"{people.name(1)},{people.id_number(1)},已联系,在家务农"]
    path.write_text("\n".join(["姓名,身份证号,1月回访情况,2月回访情况", *rows]), "utf-8")
    page = bring(path)
    assert column(page.columns.table, MEANING)[2:] == ["不导入（没有日期）"] * 2
    page.columns.table.go(2)
    assert "只有月份不算日期" in page.columns.question.hint.text()
