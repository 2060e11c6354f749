"""Step 4: figures before, words after, the rows left out as a workbook, and everything back."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.importing.standings import WRITE
from mengzhan.ui.pages.undo_choice import UndoChoice
from tests import people, rosters
from tests.ui.pages.importing.conftest import Bring, go_on, press

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(bring: Bring, broken: Path, qtbot: QtBot) -> ImportPage:
    made = bring(broken)
    press(Qt.Key.Key_1)
    while made.step < WRITE:
        go_on(made, qtbot)
    return made


def test_the_figures_stand_there_before_anything_is_written(
    page: ImportPage, session: Session
) -> None:
    figures = {name: words.text() for name, words in page.writing.figures.items()}
    assert figures == {
        "new": "5",
        "change": "0",
        "join": "0",
        "same": "0",
        "made": "0",
        "contact": "0",
        "skip": "0",
        "wait": "1",
        "out": "4",
    }
    seldom = {name for name, words in page.writing.figures.items() if not words.isVisible()}
    assert seldom == {"join", "made", "contact"}
    assert "还什么都没有写" in page.writing.counts.heading.text()
    assert page.next_button.words() == "写入 5 条"
    assert "不导入的列：序号、政治面貌" in page.writing.notes.text()
    assert "提醒" in page.writing.notes.text()
    assert session.read().count("person") == 0


def test_the_result_counts_only_what_went_in(
    page: ImportPage, session: Session, qtbot: QtBot
) -> None:
    go_on(page, qtbot)
    assert session.read().count("person") == 5
    assert page.writing.result.text() == (
        "已写入：新增 5 条，更新 0 条，共 5 条记录。5 行没有导入。"
    )
    assert page.next_button.words() == "打开列表"
    assert QApplication.focusWidget() is page.next_button


def test_rows_left_out_come_back_as_a_workbook(
    page: ImportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on(page, qtbot)
    target = tmp_path / "没有导入的.xlsx"
    page.ask_target = lambda: target  # type: ignore[method-assign]
    press(Qt.Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: "存成" in page.writing.result.text())
    assert "5 行存成 没有导入的.xlsx" in page.writing.result.text()
    sheet = load_workbook(target).active
    rows = [row[-1].value for row in sheet.iter_rows(min_row=3)]
    assert rows == [rosters.row_of(number) for number in (1, 2, 3, 4, 8)]


def test_the_whole_import_is_taken_back(page: ImportPage, session: Session, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    press(Qt.Key.Key_U, CTRL)
    assert session.read().count("person") == 0
    assert "和导入前一样" in page.writing.result.text()
    assert not page.writing.undo_button.isVisible()
    with qtbot.waitSignal(page.closed):
        press(Qt.Key.Key_Return)


def test_what_was_edited_since_is_listed_before(
    page: ImportPage, session: Session, qtbot: QtBot
) -> None:
    go_on(page, qtbot)
    reader = session.read()
    record = reader.newest("person", 1)[0]
    session.run(edit(record, {"phone": people.phone(99)}), "edit person")
    shown: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, UndoChoice):
            QTimer.singleShot(20, look)
            return
        shown.extend(dialog.list.item(at).text() for at in range(dialog.list.count()))
        dialog.reject()

    QTimer.singleShot(0, look)
    press(Qt.Key.Key_U, CTRL)
    assert any("电话" in line or "后来改过" in line for line in shown)
    assert session.read().count("person") == 5
    assert page.writing.undo_button.isVisible()


def test_what_is_made_along_the_way_is_counted(bring: Bring, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "岗位.csv"
    path.write_text("单位名称,岗位名称,招聘人数\n草原奶食店,挤奶工,2\n草原奶食店,店员,1\n", "utf-8")
    page = bring(path, "vacancy")
    while page.step < WRITE:
        go_on(page, qtbot)
    assert page.writing.figures["made"].text() == "1"
    assert "顺带新建单位 1 条" in page.writing.notes.text()
    go_on(page, qtbot)
    assert "新增 2 条，更新 0 条，共 3 条记录" in page.writing.result.text()


def test_contacts_in_columns_are_counted(
    bring: Bring, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    path = tmp_path / "回访.csv"
    rows = [
        f"{people.name(n)},{people.id_number(n)},2026-03-0{n},{'2026-06-08' if n > 1 else ''}"
        for n in (1, 2)
    ]
    path.write_text("\n".join(["姓名,身份证号,第一次回访时间,第二次回访时间", *rows]), "utf-8")
    page = bring(path)
    while page.step < WRITE:
        go_on(page, qtbot)
    assert page.writing.figures["contact"].text() == "3"
    assert page.next_button.words() == "写入 5 条"
    go_on(page, qtbot)
    assert session.read().count("follow_up") == 3
    assert page.writing.result.text() == (
        "已写入：新增 2 条，更新 0 条，共 5 条记录。其中回访 3 条。"
    )
    page = bring(path)
    while page.step < WRITE:
        go_on(page, qtbot)
    assert not page.writing.figures["contact"].isVisible()
    assert "回访有 3 次当天已经记过，不再记" in page.writing.notes.text()
    assert not page.next_button.isEnabled()
