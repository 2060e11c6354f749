import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets import toast
from mengzhan.ui.widgets.toast import Toast
from tests.ui.props import Stage


def test_it_speaks_without_taking_the_focus(stage: Stage, qtbot: QtBot) -> None:
    line = QLineEdit()
    window = stage.show(line)
    line.setFocus()
    message = Toast(window)
    message.say("已登记 苏和", undo=True)
    assert message.isVisible()
    assert line.hasFocus()
    assert window.rect().contains(message.geometry())


@pytest.mark.parametrize("width", [520, 911, 1366])
def test_a_long_message_stands_whole_over_its_page_and_over_nothing_else(
    stage: Stage, width: int
) -> None:
    bar, page = QLineEdit(), QWidget()
    page.setMinimumHeight(300)
    stage.show(bar, page, width=width)
    message = Toast(page)
    name = "科尔沁右翼前旗乌兰毛都草原文化旅游与畜牧产品综合开发有限责任公司（筹）"
    message.say(f"已记：阿拉坦其其格图雅·乌兰巴特尔额尔敦 → {name} · 录用已到岗", undo=True)
    QApplication.processEvents()
    assert page.geometry().contains(message.geometry())
    (words,) = message.findChildren(QLabel)
    assert words.height() >= words.heightForWidth(words.width())
    message.say("已保存")
    one_line = message.height()
    assert message.width() < 200
    message.say("已保存 已保存 已保存 已保存", undo=True)
    assert message.height() <= one_line + theme().size(40)


def test_what_was_done_can_be_undone(stage: Stage, qtbot: QtBot) -> None:
    message = Toast(stage.show(QLineEdit()))
    message.say("已删除", undo=True)
    (button,) = message.findChildren(QPushButton)
    with qtbot.waitSignal(message.undone):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert message.isHidden()


def test_there_is_no_way_back_where_there_is_none(stage: Stage) -> None:
    message = Toast(stage.show(QLineEdit()))
    message.say("已备份")
    (button,) = message.findChildren(QPushButton)
    assert button.isHidden()


def test_it_goes_by_itself_and_follows_the_window(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "SHOWN_MS", 50)
    window = stage.show(QLineEdit())
    message = Toast(window)
    message.say("已保存")
    window.resize(400, 300)
    assert window.rect().contains(message.geometry())
    qtbot.waitUntil(message.isHidden)
