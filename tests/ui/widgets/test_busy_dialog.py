"""Work that everything else waits for."""

from collections.abc import Iterator
from threading import Event, get_ident

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.ui.background import Jobs
from mengzhan.ui.widgets.busy_dialog import BusyDialog, wait_for
from tests.ui.props import Stage


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    owner = Jobs()
    yield owner
    owner.stop()


def test_the_result_of_short_work_comes_back_without_a_dialog(jobs: Jobs) -> None:
    assert wait_for(jobs, lambda _progress: get_ident(), "撤销") != get_ident()
    assert not any(
        isinstance(w, BusyDialog) for w in QApplication.topLevelWidgets() if w.isVisible()
    )


def test_what_the_work_raises_comes_back(jobs: Jobs) -> None:
    with pytest.raises(ZeroDivisionError):
        wait_for(jobs, lambda _progress: 1 / 0, "撤销")


def shown() -> BusyDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, BusyDialog)
    return dialog


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_long_work_says_how_far_it_is_and_only_escape_stops_it(
    stage: Stage, jobs: Jobs, key: Qt.Key
) -> None:
    under, told, go_on, said = QPushButton(), Event(), Event(), []
    stage.show(under)

    def work(progress: Progress) -> str:
        progress.step(3, 10, Message("退了 {n} 条", {"n": 3}))
        told.set()
        while not go_on.is_set():
            progress.check()
        return "done"

    def look() -> None:
        if not isinstance(QApplication.activeModalWidget(), BusyDialog):
            QTimer.singleShot(20, look)
            return
        dialog = shown()
        said.append(dialog.bar.text())
        QTest.keyClick(dialog, key)
        if key == Qt.Key.Key_Return:
            go_on.set()

    QTimer.singleShot(0, look)
    if key == Qt.Key.Key_Escape:
        with pytest.raises(Cancelled):
            wait_for(jobs, work, "撤销", under.window())
    else:
        assert wait_for(jobs, work, "撤销", under.window()) == "done"
    assert told.is_set()
    assert said == ["退了 3 条"]
