"""Taking back what is large: beside the screen, with a cancel that leaves everything as it was."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mengzhan.model.progress import Progress
from mengzhan.rules.operations import add, together
from mengzhan.store.session import Session
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.recent import LOOKED_INTO, RecentDialog
from mengzhan.ui.shell.window import MainWindow
from mengzhan.ui.workspace import Workspace
from tests import people

Open = Callable[..., MainWindow]
Keys = Callable[[str], None]

COUNT = LOOKED_INTO + 5


@pytest.fixture
def imported(session: Session) -> str:
    made = (add("person", people.person_values(n), session.new_id()) for n in range(COUNT))
    return session.run(together(*made), "import person").action


def test_an_import_goes_back_and_comes_again_off_the_screen(
    open_window: Open,
    keys: Keys,
    imported: str,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from threading import current_thread, main_thread

    window, threads = open_window(), []
    run = session.run

    def noted(*words: object) -> object:
        threads.append(current_thread())
        return run(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "run", noted)
    keys("Ctrl+Z")
    assert session.read().count("person") == 0
    assert window.toast.text().startswith("已撤销：导入人员")
    keys("Ctrl+Y")
    assert session.read().count("person") == COUNT
    assert len(threads) == 2
    assert main_thread() not in threads


def test_an_undo_that_is_stopped_leaves_everything(
    open_window: Open,
    workspace: Workspace,
    imported: str,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = open_window()
    step = Progress.step

    def until_escape(progress: Progress, done: int, total: int, words: object) -> None:
        """Hold the writing until somebody presses Escape."""
        if str(words).startswith("正在写入"):
            while True:
                progress.check()
        step(progress, done, total, words)  # type: ignore[arg-type]

    def escape() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, escape)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)

    monkeypatch.setattr(Progress, "step", until_escape)
    QTimer.singleShot(0, escape)
    window.taking_back.take_back(imported, "undo")
    assert window.toast.text() == "已停下，什么也没有改"
    assert session.read().count("person") == COUNT
    monkeypatch.undo()
    window.taking_back.take_back(imported, "undo")
    assert session.read().count("person") == 0


def test_the_list_of_recent_actions_does_not_look_into_an_import(
    imported: str, session: Session, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mengzhan.ui.shell.recent.plan_undo", lambda *_: pytest.fail("looked"))
    dialog = RecentDialog(session)
    assert "整批改回" in dialog.explained.text()
    assert dialog.button.isEnabled()
    session.store.close()
