import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.rail import Rail, RailItem
from tests.ui.props import Stage

ITEMS = [
    RailItem("today", "今日", "今"),
    RailItem("person", "人员", "人", "登记"),
    RailItem("vacancy", "岗位", "岗", "登记"),
    RailItem("send", "报送", "报", "上报"),
]


@pytest.fixture
def rail(stage: Stage) -> Rail:
    made = Rail("蒙站", "某嘎查就业服务站", ITEMS)
    stage.show(made)
    return made


def test_arrows_walk_and_enter_goes(qtbot: QtBot, rail: Rail) -> None:
    rail.pages.setFocus()
    QTest.keyClick(rail.pages, Qt.Key.Key_Down)
    QTest.keyClick(rail.pages, Qt.Key.Key_Down)
    assert rail.pages.current == "today"
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(rail.pages, Qt.Key.Key_Return)
    assert chosen.args == ["vacancy"]


def test_a_click_goes_there(qtbot: QtBot, rail: Rail) -> None:
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.mouseClick(rail.pages, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    assert chosen.args == ["today"]


def test_counts_come_and_go(rail: Rail) -> None:
    rail.pages.set_count("today", 14, "amber")
    rail.pages.set_count("person", 20_000, "plain")
    assert (rail.pages.count("today"), rail.pages.count("person")) == ("14", "999+")
    rail.pages.set_count("today", 0, "plain")
    assert rail.pages.count("today") == ""
    rail.grab()


def test_in_a_low_window_the_page_pointed_at_stays_in_sight(stage: Stage) -> None:
    rail = Rail("蒙站", "站", [RailItem(str(n), f"第 {n} 页", "页") for n in range(30)])
    window = stage.show(rail, height=300)
    rail.pages.setFocus()
    for _ in range(25):
        QTest.keyClick(rail.pages, Qt.Key.Key_Down)
    assert window.height() == 300
    assert rail.pages.visibleRegion().contains(QPoint(5, 25 * 33 + 16))


def test_a_narrow_window_folds_it(rail: Rail) -> None:
    rail.fold_for(1366)
    wide = rail.width()
    assert rail.pages.words_shown() == ["今日", "人员", "岗位", "报送"]
    rail.fold_for(911)
    assert rail.pages.words_shown() == ["今", "人", "岗", "报"]
    assert rail.width() < wide / 2
    rail.grab()


def test_a_name_that_does_not_fit_the_folded_rail_is_one_letter(stage: Stage) -> None:
    rail = Rail("Mengzhan", "a station", ITEMS)
    stage.show(rail)
    rail.set_folded(True)
    assert rail.program_words() == "M"
    rail.set_folded(False)
    assert rail.program_words() == "Mengzhan"
