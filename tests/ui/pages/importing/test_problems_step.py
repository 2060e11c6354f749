"""Step 2: a digit takes the right value, typing corrects, rows are skipped, alone or all alike."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.importing.standings import PROBLEMS, REPEATS, WRITE
from tests import people, rosters
from tests.ui.pages.importing.conftest import Bring, column, go_on, press
from tests.ui.props import Ime, focused

OUTCOME = 3
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(bring: Bring, broken: Path, qtbot: QtBot) -> ImportPage:
    made = bring(broken)
    press(Qt.Key.Key_1)
    go_on(made, qtbot)
    assert made.step == PROBLEMS
    return made


def outcomes(page: ImportPage) -> list[str]:
    return column(page.problems.table, OUTCOME)


def test_each_problem_stands_at_its_cell_with_its_reason(page: ImportPage) -> None:
    assert column(page.problems.table, 0) == [
        "第 4 行 C 列",
        "第 5 行 C 列",
        "第 6 行 C 列",
        "第 7 行 B 列",
    ]
    card = page.problems.card
    assert card.heading.text() == "第 4 行 C 列"
    assert people.name(1) in card.stands.text()
    assert people.id_number(1).replace("0", "O", 1) in card.stands.text()
    assert "只能是数字" in card.reason.text()


def test_a_digit_takes_the_value_that_was_probably_meant(page: ImportPage) -> None:
    assert page.problems.card.suggestions[0].words() == people.id_number(1)
    press(Qt.Key.Key_1)
    assert outcomes(page)[0] == f"改为 {people.id_number(1)}"
    assert page.problems.table.current == 1
    assert page.bar.heads[PROBLEMS].words.text() == "还有 3 处"


def test_enter_types_another_value_in_place(page: ImportPage) -> None:
    page.problems.table.go(1)
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), people.id_number(2))
    press(Qt.Key.Key_Return)
    assert outcomes(page)[1] == f"改为 {people.id_number(2)}"
    assert page.problems.table.hasFocus()


def test_a_value_that_is_wrong_again_says_why_and_stays(page: ImportPage) -> None:
    press(Qt.Key.Key_Return)
    QTest.keyClicks(focused(), people.id_number(1)[:-1])
    press(Qt.Key.Key_Return)
    assert page.problems.table.current == 0
    assert "17位" in page.problems.card.reason.text()
    assert page.problems.card.typed.text() == people.id_number(1)[:-1]


def test_a_name_is_written_with_an_input_method(page: ImportPage, ime: Ime) -> None:
    page.problems.table.go(3)
    press(Qt.Key.Key_Return)
    ime.compose(focused(), "sa")
    press(Qt.Key.Key_Return)
    assert outcomes(page)[3].startswith("请填写"), "Enter belongs to the input method"
    ime.commit(focused(), "萨仁")
    press(Qt.Key.Key_Return)
    assert outcomes(page)[3] == "改为 萨仁"


@pytest.mark.parametrize(
    ("act", "first", "second"),
    [
        (lambda: press(Qt.Key.Key_Delete), "留空", ""),
        (lambda: press(Qt.Key.Key_0), "跳过这一行", ""),
        (lambda: press(Qt.Key.Key_Delete, SHIFT), "留空", "留空"),
        (lambda: press(Qt.Key.Key_0, CTRL), "跳过这一行", "跳过这一行"),
    ],
)
def test_cells_are_left_out_and_rows_skipped_alone_or_all_alike(
    page: ImportPage, act: Callable[[], None], first: str, second: str
) -> None:
    page.problems.table.go(1)
    assert "同类 2 处都留空" in page.problems.card.empty_all_button.text()
    act()
    assert outcomes(page)[1] == first
    if second:
        assert outcomes(page)[2] == second
    else:
        assert outcomes(page)[2].startswith("现在是17位")


def test_what_was_done_can_be_put_back(page: ImportPage) -> None:
    press(Qt.Key.Key_Delete)
    page.problems.table.go(0)
    press(Qt.Key.Key_Backspace)
    assert outcomes(page)[0].startswith("证件号只能是数字")
    assert page.bar.heads[PROBLEMS].words.text() == "还有 4 处"


def test_after_the_last_problem_enter_goes_on(page: ImportPage, qtbot: QtBot) -> None:
    for _ in range(4):
        press(Qt.Key.Key_0)
    assert QApplication.focusWidget() is page.next_button
    press(Qt.Key.Key_Return)
    assert page.step == REPEATS


def test_rows_with_open_problems_do_not_stop_the_others(page: ImportPage, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    go_on(page, qtbot)
    assert page.step == WRITE
    assert page.writing.figures["out"].text() == "4"
    assert page.writing.figures["new"].text() == "5"


def test_warnings_and_repairs_are_opened_to_their_rows(page: ImportPage) -> None:
    press(Qt.Key.Key_F8)
    assert "请选常住地。" in column(page.problems.groups, 2)
    assert column(page.problems.lines.table, 0) == [str(rosters.row_of(n)) for n in range(10)]
    press(Qt.Key.Key_F9)
    assert column(page.problems.groups, 1)[0] == "就业状态"
    assert column(page.problems.groups, 2)[0] == "文字改成代码"
    assert column(page.problems.lines.table, 1) == ["无业", "灵活就业", "单位就业"]
    assert column(page.problems.lines.table, 0)[0].startswith("4 行：3、6、9")


def test_without_problems_it_says_so(bring: Bring, tmp_path: Path, qtbot: QtBot) -> None:
    page = bring(rosters.write(tmp_path / "x.xlsx", 1))
    press(Qt.Key.Key_1)
    go_on(page, qtbot)
    assert page.step == PROBLEMS, "there are repairs and warnings to see"
    assert "请选常住地。" in column(page.problems.groups, 2)
    assert QApplication.focusWidget() is page.next_button
    press(Qt.Key.Key_F7)
    assert page.problems.empty.isVisible()
    assert page.problems.empty.sentence() == "没有要改的。"
