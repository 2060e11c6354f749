"""Ctrl+E in a list: what is shown goes out as a workbook, by keyboard."""

from array import array
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.sheets.ledgers.profile import Column, Profile, resolved
from mengzhan.sheets.ledgers.profile_file import keep, profiles, save_file
from mengzhan.store.session import Session
from mengzhan.ui.pages.export_dialog import ExportDialog
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]
SHOWN = ["name", "id_number", "phone"]


@pytest.fixture
def out(session: Session, tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    session.set_setting("export.folder", str(folder))
    return folder


@pytest.fixture
def dialog(workspace: Workspace, town: Town, show: Show, out: Path) -> ExportDialog:
    kind = workspace.session.catalogue["person"]
    made = ExportDialog(workspace, kind, workspace.reader.ids("person"), SHOWN)
    show(made, 820, 480)
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def go(dialog: ExportDialog, qtbot: QtBot) -> None:
    """Ctrl+Enter, and wait until something is said."""
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: dialog.told.text() != "")


def table(folder: Path) -> list[list[object]]:
    (path,) = folder.glob("*.xlsx")
    return [list(row) for row in load_workbook(path).active.iter_rows(min_row=3, values_only=True)]


def test_two_keys_export_what_is_shown(dialog: ExportDialog, out: Path, qtbot: QtBot) -> None:
    go(dialog, qtbot)
    rows = table(out)
    assert rows[0][:4] == ["序号", "姓名", "证件号", "电话"]
    assert [row[1] for row in rows[1:]] == [people.name(n) for n in (5, 4, 3, 2, 1)]
    assert "****" in str(rows[1][2])
    assert "5 条" in dialog.told.text()
    assert str(out) in dialog.told.text()
    assert dialog.open_button.isVisible()


def test_full_numbers_ask_for_a_purpose_first(
    dialog: ExportDialog, session: Session, out: Path, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is dialog.purpose
    go(dialog, qtbot)
    assert "用途" in dialog.told.text()
    assert list(out.iterdir()) == []
    assert QApplication.focusWidget() is dialog.purpose
    QTest.keyClicks(dialog.purpose, "report")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "5 条" in dialog.told.text())
    assert table(out)[1][2] == people.id_number(5)
    assert session.disclosures().newest()[0].purpose == "report"


def test_columns_are_left_out_moved_named_and_written_another_way(
    dialog: ExportDialog, out: Path, qtbot: QtBot
) -> None:
    dialog.columns.list.setFocus()
    dialog.columns.list.setCurrentRow(0)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.columns.list.currentRow() == 2
    QTest.keyClicks(dialog.columns.header, "XM")
    go(dialog, qtbot)
    assert table(out)[0][:3] == ["证件号", "XM", "电话"]


def test_a_form_that_shows_numbers_in_full_ticks_the_box(dialog: ExportDialog) -> None:
    assert not dialog.bare_box.isChecked()
    assert not dialog.purpose.isVisible()
    columns = dialog.columns
    columns.list.setCurrentRow(2)
    columns.form.setFocus()
    at = columns.form.findData("split")
    columns.form.setCurrentIndex(at)
    columns.form.activated.emit(at)
    assert dialog.bare_box.isChecked()
    assert dialog.purpose.isVisible()
    assert dialog.profile().columns[2].form == "split"
    assert dialog.profile().columns[3].form in ("", "masked")


def test_a_kept_profile_remembers_columns_and_purpose(
    dialog: ExportDialog, session: Session, out: Path, qtbot: QtBot
) -> None:
    dialog.bare_box.setChecked(True)
    dialog.purpose.setText("报旗县就业局")
    dialog.profiles.keep("旗县月报")
    assert "旗县月报" in dialog.told.text()
    assert "含完整号码" in dialog.profiles.box.currentText()
    (own,) = profiles(session, session.catalogue["person"])[2:]
    assert own.purpose == "报旗县就业局"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "5 条" in dialog.told.text())
    assert session.disclosures().newest()[0].purpose == "报旗县就业局"
    again = ExportDialog(dialog._workspace, session.catalogue["person"], array("q"), SHOWN, dialog)
    assert again.profile().name == "旗县月报"
    again.profiles.forget()
    assert len(profiles(session, session.catalogue["person"])) == 2


def test_names_of_the_program_s_own_profiles_are_refused(
    dialog: ExportDialog, session: Session
) -> None:
    for name in ("常用列", "屏幕上的列"):
        dialog.profiles.keep(name)
        assert "换一个" in dialog.told.text()
    assert len(profiles(session, session.catalogue["person"])) == 2


def test_a_profile_comes_from_a_file(dialog: ExportDialog, tmp_path: Path) -> None:
    path = tmp_path / "x.mzprofile.json"
    save_file(Profile("民政", "person", (Column("name"),)), path)
    dialog.profiles.load(path)
    assert [c.source for c in dialog.profile().columns] == ["name"]
    path.write_text("[]")
    dialog.profiles.load(path)
    assert "不是蒙站的导出方案" in dialog.told.text()


def test_no_column_at_all_is_told(dialog: ExportDialog, out: Path, qtbot: QtBot) -> None:
    for row in range(4):
        dialog.columns.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    go(dialog, qtbot)
    assert "至少选一列" in dialog.told.text()
    assert list(out.iterdir()) == []


def test_a_second_file_gets_a_number(dialog: ExportDialog, out: Path, qtbot: QtBot) -> None:
    go(dialog, qtbot)
    dialog.told.setText("")
    go(dialog, qtbot)
    assert len(list(out.glob("*.xlsx"))) == 2


def test_a_name_that_is_taken_is_left_alone(dialog: ExportDialog, out: Path, qtbot: QtBot) -> None:
    mine = out / "我的.xlsx"
    mine.write_bytes(b"mine")
    dialog.target.setText(str(out / "我的"))
    go(dialog, qtbot)
    assert "已有同名的文件" in dialog.told.text()
    assert mine.read_bytes() == b"mine"


def test_an_empty_line_means_the_proposed_file(
    dialog: ExportDialog, out: Path, qtbot: QtBot
) -> None:
    dialog.target.clear()
    go(dialog, qtbot)
    assert "已导出" in dialog.told.text()
    assert len(table(out)) > 1


def test_a_blank_template_is_one_key(dialog: ExportDialog, out: Path, qtbot: QtBot) -> None:
    press(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "空白模板写好了" in dialog.told.text())
    assert table(out)[0][1] == "*姓名"
    opened: list[Path] = []
    dialog.open_file = opened.append  # type: ignore[assignment, method-assign]
    dialog.open_button.click()
    assert opened == list(out.glob("*.xlsx"))


def test_a_folder_that_cannot_be_written_is_told(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.target.setText("/proc/x.xlsx")
    go(dialog, qtbot)
    assert dialog.told.property("tone") == "red"


def test_ages_and_fixed_words_are_set_in_their_own_line(dialog: ExportDialog) -> None:
    columns = dialog.columns
    sources = [
        Column(*columns.list.item(r).data(0x100)).source for r in range(columns.list.count())
    ]
    columns.list.setCurrentRow(sources.index("name"))
    assert columns.text.isHidden()
    columns.list.setCurrentRow(sources.index("@age"))
    assert not columns.text.isHidden()
    QTest.keyClicks(columns.text, "2026-12-31")
    current = columns.current()
    assert current is not None
    assert current.text == "2026-12-31"


@pytest.mark.parametrize("kind", ["vacancy", "follow_up", "task", "visit"])
def test_every_kind_can_be_exported(
    workspace: Workspace, town: Town, show: Show, out: Path, qtbot: QtBot, kind: str
) -> None:
    declared = workspace.session.catalogue[kind]
    shown = [item.name for item in declared if item.listed]
    dialog = ExportDialog(workspace, declared, workspace.reader.ids(kind), shown)
    show(dialog, 820, 480)
    assert len(resolved(workspace.session.catalogue, dialog.profile())) == len(shown) + 1
    go(dialog, qtbot)
    assert "0 条" in dialog.told.text()


def test_the_list_hands_over_what_it_shows(
    workspace: Workspace, town: Town, show: Show, out: Path, qtbot: QtBot
) -> None:
    keep(workspace.session, Profile("别的", "person", (Column("name"),)))
    page = RecordsPage(workspace, "person")
    show(page)
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == 5)
    page.list.table.model.mark([1, 3], True)
    seen: list[str] = []

    def work_in_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ExportDialog)
        dialog.export()
        qtbot.waitUntil(lambda: dialog.told.text() != "")
        seen.append(dialog.told.text())
        dialog.reject()

    QTimer.singleShot(0, work_in_dialog)
    QTest.keyClick(page.list.table.view, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert "2 条" in seen[0]
    rows = table(out)
    assert [row[1] for row in rows[1:]] == [people.name(4), people.name(2)]
