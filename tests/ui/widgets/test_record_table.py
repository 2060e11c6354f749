from array import array
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.model.kinds import KINDS
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.record_table import RecordTable
from mengzhan.ui.widgets.table_model import Row, columns_of
from tests.ui.props import Stage

COLUMNS = columns_of(KINDS["person"])
SHOWN = ("name", "phone", "registered_on")


class Herd:
    def __init__(self, count: int) -> None:
        self.count = count
        self.fetched = 0

    def ids(self, sort_column: str, descending: bool) -> "array[int]":
        numbers = range(self.count)
        return array("q", reversed(numbers) if descending else numbers)

    def rows(self, ids: Sequence[int]) -> list[Row]:
        self.fetched += len(ids)
        return [{"rowid": n, "name": f"苏和{n}"} for n in ids]


Maker = Callable[[Herd], RecordTable]


class Drawer:
    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    def get(self, name: str) -> Any:
        return self.kept.get(name)

    def put(self, name: str, value: Any) -> None:
        self.kept[name] = value


@pytest.fixture
def drawer() -> Drawer:
    return Drawer()


@pytest.fixture
def show(stage: Stage, drawer: Drawer) -> Maker:
    def make(source: Herd) -> RecordTable:
        table = RecordTable(
            "person",
            source,
            COLUMNS,
            empty=("还没有人员。按 Ctrl+N 登记第一个。", "登记"),
            shown=SHOWN,
            settings=drawer,
        )
        stage.show(table, width=900, height=600)
        table.view.setFocus()
        return table

    return make


def test_a_million_rows_scroll(show: Maker, qtbot: QtBot) -> None:
    herd = Herd(1_000_000)
    table = show(herd)
    assert table.count_text() == "共 1,000,000 条"
    assert herd.fetched <= 512
    QTest.keyClick(table.view, Qt.Key.Key_End)
    assert table.current()["name"] == "苏和999999"
    table.view.verticalScrollBar().setValue(500_000)
    table.grab()
    assert herd.fetched <= 4 * 512
    QTest.keyClick(table.view, Qt.Key.Key_Home)
    assert table.current()["name"] == "苏和0"


def test_enter_opens_the_current_line(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(20))
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args[0]["name"] == "苏和1"


def test_space_selects_and_shift_extends(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(20))
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    for _ in range(2):
        QTest.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert table.model.marked_ids() == [0, 1, 2, 3]
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert table.model.marked_ids() == [0, 1, 2]


def test_ctrl_a_selects_all_of_them(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(700))
    with qtbot.waitSignal(table.marked) as marked:
        QTest.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert marked.args == [700]


def test_a_letter_goes_to_the_search_box(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(20))
    with qtbot.waitSignal(table.typed) as typed:
        QTest.keyClick(table.view, Qt.Key.Key_S)
    assert typed.args == ["s"]


def test_a_click_on_the_header_sorts(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(20))
    across = table.view.horizontalHeader()
    for _ in range(2):
        QTest.mouseClick(across.viewport(), Qt.MouseButton.LeftButton, pos=across.rect().center())
    assert (table.model.record(0) or {})["name"] == "苏和19"


def test_an_empty_list_says_what_to_do(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(0))
    assert table.is_empty
    assert table.empty.sentence() == "还没有人员。按 Ctrl+N 登记第一个。"
    with qtbot.waitSignal(table.empty_acted):
        QTest.mouseClick(table.empty.button, Qt.MouseButton.LeftButton)


def test_columns_are_chosen_and_remembered(show: Maker, drawer: Drawer) -> None:
    table = show(Herd(20))
    assert table.shown_columns() == list(SHOWN)
    action = next(a for a in table.columns_menu().actions() if a.text() == "学历")
    action.setChecked(True)
    assert "education" in table.shown_columns()
    assert "education" in show(Herd(20)).shown_columns()
    for name in table.shown_columns():
        table.show_column(name, False)
    assert len(table.shown_columns()) == 1


def test_widths_are_remembered(show: Maker) -> None:
    show(Herd(20)).view.setColumnWidth(0, 228)
    assert show(Herd(20)).view.columnWidth(0) == 228


def test_columns_share_the_width_and_the_last_wait_for_more(
    show: Maker, drawer: Drawer, qtbot: QtBot
) -> None:
    table = show(Herd(20))
    assert table.seen_columns() == list(SHOWN)
    table.window().resize(330, 600)
    qtbot.waitUntil(lambda: table.seen_columns() != list(SHOWN))
    assert table.seen_columns() == list(SHOWN)[: len(table.seen_columns())]
    qtbot.waitUntil(lambda: not table.view.horizontalScrollBar().isVisible())
    assert table.shown_columns() == list(SHOWN)
    assert drawer.get("table.person.widths") is None
    table.window().resize(900, 600)
    qtbot.waitUntil(lambda: table.seen_columns() == list(SHOWN))


def test_columns_that_somebody_chose_stay(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(20))
    table.show_column("education", True)
    table.window().resize(330, 600)
    qtbot.waitUntil(table.view.horizontalScrollBar().isVisible)
    assert table.seen_columns() == table.shown_columns()


def test_rows_are_of_one_height_and_grow_with_the_type(show: Maker) -> None:
    table = show(Herd(20))
    assert table.view.rowHeight(3) == 38
    theme().apply("light", 1.5)
    assert table.view.rowHeight(3) == 57


def test_larger_type_reaches_a_million_rows_at_once(show: Maker) -> None:
    table = show(Herd(1_000_000))
    theme().apply("light", 1.3)
    assert table.view.rowHeight(999_999) == round(38 * 1.3)
    assert table.view.verticalHeader().length() == 1_000_000 * round(38 * 1.3)


def test_after_a_reload_the_same_record_is_current(show: Maker, qtbot: QtBot) -> None:
    table = show(Herd(20))
    for _ in range(4):
        QTest.keyClick(table.view, Qt.Key.Key_Down)
    table.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert table.current()["name"] == "苏和4"
