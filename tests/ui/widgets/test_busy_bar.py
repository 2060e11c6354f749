from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.ui.background import Jobs
from mengzhan.ui.widgets.busy_bar import BusyBar
from tests.ui.props import Stage


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    owner = Jobs()
    yield owner
    owner.stop()


def test_short_work_shows_nothing(stage: Stage, qtbot: QtBot, jobs: Jobs) -> None:
    bar, seen = BusyBar(jobs), []
    stage.show(bar)
    bar.hide()
    bar.follow(jobs.run(lambda _p: 1, lambda result, _error: seen.append(result)), "读取")
    qtbot.waitUntil(lambda: seen == [1])
    assert bar.isHidden()
    assert not bar._timer.isActive()


def test_long_work_appears_and_can_be_taken_back(stage: Stage, qtbot: QtBot, jobs: Jobs) -> None:
    bar, told, errors = BusyBar(jobs), Event(), []
    stage.show(bar)
    bar.hide()

    def work(progress: Progress) -> None:
        progress.step(3, 10, Message("读了 {n} 行", {"n": 3}))
        told.set()
        while True:
            progress.check()

    bar.follow(jobs.run(work, lambda _result, error: errors.append(error)), "读取")
    assert bar.isHidden()
    qtbot.waitUntil(bar.isVisible)
    assert bar.text() == "读了 3 行"
    (button,) = bar.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert bar.isHidden()
