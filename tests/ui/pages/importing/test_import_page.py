"""The page of an import as a whole: files that are refused, long work, leaving, coming back."""

import gc
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.model.progress import Progress
from mengzhan.rules.reader import Change, Desk, Reader
from mengzhan.sheets.importing.intake import load
from mengzhan.sheets.ledgers.profile import template_profile
from mengzhan.sheets.ledgers.template import write_template
from mengzhan.sheets.plaintext import plain_text
from mengzhan.store.session import Session
from mengzhan.ui.pages import file_page
from mengzhan.ui.pages.importing import course
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.importing.standings import COLUMNS, PROBLEMS, WRITE
from mengzhan.ui.workspace import Workspace
from tests import people, rosters
from tests.ui.pages.importing.conftest import Bring, go_on, press


def settled(page: ImportPage, qtbot: QtBot) -> None:
    """Answer the one unsure column and go on to the figures."""
    press(Qt.Key.Key_1)
    while page.step < WRITE:
        go_on(page, qtbot)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("坏的.xlsx", b"PK\x03\x04broken", "已损坏或没有复制完"),
        ("空的.csv", b"", "0 字节"),
        ("照片.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), "这是图片"),
        ("别的表.csv", "颜色,数量\n红,3\n".encode(), "没找到人员的表"),
    ],
)
def test_a_refused_file_says_why_and_offers_another(
    bring: Bring, tmp_path: Path, broken: Path, qtbot: QtBot, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page = bring(path)
    assert reason in page.waiting.sentence()
    assert page.waiting.isVisible()
    assert not page.next_button.isVisible()
    assert QApplication.focusWidget() is page.waiting.button
    page.ask_file = lambda: broken  # type: ignore[method-assign]
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.course.task is not None)
    assert page.columns.isVisible()


def test_what_was_read_already_is_not_read_again(
    bring: Bring, broken: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = bring(tmp_path / "没有的.xlsx")
    page.open(broken.with_name("拔走的.xlsx"), load(broken))
    qtbot.waitUntil(lambda: page.course.task is not None)
    assert page.columns.isVisible()


def test_the_four_headings_stay_in_sight(bring: Bring, broken: Path, qtbot: QtBot) -> None:
    page = bring(broken)
    press(Qt.Key.Key_1)
    for _ in range(4):
        assert [head.name.text() for head in page.bar.heads] == ["列", "问题", "重复", "写入"]
        assert all(head.isVisible() for head in page.bar.heads)
        go_on(page, qtbot)


def test_reading_can_be_stopped(
    workspace: Workspace, bring: Bring, broken: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = bring(broken)
    page.course.forget()

    def stopped(path: Path, progress: Progress) -> object:
        progress.cancel()
        progress.check()
        return None

    monkeypatch.setattr(course, "load", stopped)
    with qtbot.waitSignal(page.course.stopped):
        page.open(broken)
    assert "什么也没有写入" in page.told.text()
    assert page.waiting.isVisible()


def test_writing_can_be_stopped_and_leaves_nothing(
    bring: Bring,
    broken: Path,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page, pressed = bring(broken), Event()
    settled(page, qtbot)
    plan = page.course.plan
    assert plan is not None
    operation = plan.operation()

    def when_pressed(reader: Reader, desk: Desk) -> Iterator[Change]:
        assert pressed.wait(10)
        yield from operation(reader, desk)

    monkeypatch.setattr(plan, "operation", lambda: when_pressed)
    page.go_on()
    with qtbot.waitSignal(page.course.stopped):
        press(Qt.Key.Key_Escape)
        pressed.set()
    monkeypatch.undo()
    assert session.read().count("person") == 0
    assert page.step == WRITE
    first, last = plan.planned[0].row, plan.planned[-1].row
    columns = range(len(page.course.findings.table.headers)) if page.course.findings else ()
    as_first = {(last.number, c): plain_text(plan.cell(first.number, c)) for c in columns}
    plan.fix_all(as_first)
    assert plan.at(last.number).resemblance is not None
    plan.fix_all(dict.fromkeys(as_first))
    go_on(page, qtbot)
    assert session.read().count("person") == 5


def test_after_a_change_of_columns_every_row_is_read_again(
    bring: Bring, broken: Path, qtbot: QtBot
) -> None:
    page = bring(broken)
    settled(page, qtbot)
    while page.step > COLUMNS:
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    before = page.course.plan
    page.columns.table.setFocus()
    page.columns.table.go(4)
    press(Qt.Key.Key_0)
    assert "重新核对" in page.told.text()
    go_on(page, qtbot)
    assert page.step == PROBLEMS
    assert page.course.plan is not before


def test_going_back_keeps_what_was_decided(bring: Bring, broken: Path, qtbot: QtBot) -> None:
    page = bring(broken)
    press(Qt.Key.Key_1)
    go_on(page, qtbot)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.step == COLUMNS
    go_on(page, qtbot)
    assert page.bar.heads[PROBLEMS].words.text() == "还有 3 处"


@pytest.mark.parametrize(("column", "lost"), [(4, 0), (2, 1)])
def test_changing_a_column_keeps_what_was_typed_and_says_what_it_cannot_keep(
    bring: Bring, broken: Path, qtbot: QtBot, column: int, lost: int
) -> None:
    page = bring(broken)
    press(Qt.Key.Key_1)
    go_on(page, qtbot)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    page.columns.table.setFocus()
    page.columns.table.go(column)
    press(Qt.Key.Key_0)
    go_on(page, qtbot)
    assert page.step == PROBLEMS
    if lost:
        assert "有 1 处改正或决定照搬不了" in page.told.text()
    else:
        assert page.told.text() == ""
        assert page.bar.heads[PROBLEMS].words.text() == "还有 3 处"
        assert "改为" in page.problems.table.lines.index(0, 3).data()


def test_leaving_asks_only_when_something_would_be_lost(
    bring: Bring, broken: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asked = bring(broken), []
    monkeypatch.setattr(file_page, "ask_irrevocable", lambda *words: asked.append(words))
    press(Qt.Key.Key_1)
    go_on(page, qtbot)
    press(Qt.Key.Key_1)
    with qtbot.assertNotEmitted(page.closed):
        press(Qt.Key.Key_Escape)
    assert len(asked) == 1
    page.course.findings.touched = False  # type: ignore[union-attr]
    with qtbot.waitSignal(page.closed):
        press(Qt.Key.Key_Escape)
    assert len(asked) == 1


def test_a_template_of_this_program_asks_nothing(
    bring: Bring, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    kind, path = workspace.session.catalogue["person"], tmp_path / "t.xlsx"
    write_template(workspace.session, template_profile(kind), path)
    book = load_workbook(path)
    sheet = book[kind.label]
    places = {str(cell.value).lstrip("*"): cell.column for cell in sheet[3] if cell.value}
    for label, text in {"姓名": people.name(1), "证件号": people.id_number(1)}.items():
        sheet.cell(4, places[label]).value = text
    book.save(path)
    page = bring(path)
    assert "这是蒙站自己的表，每一列都认得，不用问" in page.columns.told.text()
    assert page.columns.unsure == 0
    assert QApplication.focusWidget() is page.next_button
    assert page.columns.constants.editors == {}
    while page.step < WRITE:
        go_on(page, qtbot)
    assert page.writing.figures["new"].text() == "1"


def test_the_same_layout_asks_nothing_the_second_time(
    bring: Bring, broken: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = bring(broken)
    settled(page, qtbot)
    go_on(page, qtbot)
    again = bring(rosters.write(tmp_path / "next.xlsx", 2))
    assert again.columns.unsure == 0
    assert QApplication.focusWidget() is again.next_button


def test_the_collector_looks_at_everything_again_once_an_import_is_over(
    workspace: Workspace, broken: Path, qtbot: QtBot
) -> None:
    # The pages of other tests go before this import begins.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    under_way = course.Course(workspace, workspace.session.catalogue["person"])
    with qtbot.waitSignal(under_way.read):
        under_way.open(broken)
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    with qtbot.waitSignal(under_way.destroyed):
        under_way.deleteLater()
    assert gc.get_freeze_count() == 0
