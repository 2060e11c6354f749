"""A roster on its way into a station, and the page of its import."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.sheets.importing.intake import Import, load
from mengzhan.ui.pages.importing.findings import Findings
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.workspace import Workspace
from tests import people, rosters

Show = Callable[..., QWidget]
Read = Callable[[Path], Import]
Bring = Callable[..., ImportPage]


@pytest.fixture
def read(workspace: Workspace) -> Read:
    """``read(path)`` reads a file as people; unsure columns are taken as proposed."""

    def make(path: Path) -> Import:
        task = Import(workspace.session, load(path), workspace.session.catalogue["person"])
        for column in task.unsure:
            task.choose(column.index, column.path)
        return task

    return make


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Ten people: three broken ID numbers, one row that repeats another, one without a name."""
    first = rosters.usual(0)
    return rosters.write(
        tmp_path / "花名册.xlsx",
        10,
        {
            (1, "身份证号"): people.id_number(1).replace("0", "O", 1),
            (2, "身份证号"): people.id_number(2)[:-1],
            (3, "身份证号"): people.id_number(3)[:-1],
            (4, "姓名"): None,
            (8, "姓名"): first["姓名"],
            (8, "身份证号"): first["身份证号"],
            (8, "联系电话"): people.phone(77),
        },
        foot=("填表人：萨仁",),
    )


@pytest.fixture
def found(read: Read, broken: Path) -> Findings:
    task = read(broken)
    return Findings(task, task.plan())


@pytest.fixture
def bring(workspace: Workspace, show: Show, qtbot: QtBot) -> Bring:
    """``bring(path)`` opens the page of an import on a file and waits until it was read."""

    def make(path: Path, kind: str = "person") -> ImportPage:
        page = ImportPage(workspace, workspace.session.catalogue[kind])
        show(page)
        page.open(path)
        qtbot.waitUntil(lambda: not page.course.is_busy)
        return page

    return make


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key on whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def go_on(page: ImportPage, qtbot: QtBot) -> None:
    """Ctrl+Enter, and wait for what it began; buttons put there show with the next events."""
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.course.is_busy)
    QApplication.processEvents()


def column(table: QWidget, at: int) -> list[str]:
    """Return what stands in a column of a ``LinesTable``."""
    model = table.lines  # type: ignore[attr-defined]
    return [model.index(row, at).data() for row in range(model.rowCount())]
