"""The papers of a report: looked at, saved as PDF, workbook and Word file, copied as a text."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.rules.figures import Period
from mengzhan.rules.reporting import read_report
from mengzhan.store.session import Session
from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
from mengzhan.ui.pages.publishing.papers import Papers, PaperSources
from mengzhan.ui.pages.record_menu import RecordMenu
from mengzhan.ui.pages.reporting.closing_look import look_at_closing
from mengzhan.ui.pages.reporting.report_papers import ReportPapers
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.prints.measuring import all_words
from tests.ui.pages.conftest import Town, session, town, workspace

__all__ = ["session", "town", "workspace"]

Show = Callable[..., QWidget]
Open = Callable[[Papers], OutgoingDialog]


@pytest.fixture
def open_dialog(
    workspace: Workspace,
    show: Show,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Open:
    """Shows the dialog for some papers; files go where the test looks."""
    monkeypatch.setattr(OutgoingDialog, "ask_path", lambda _self, suffix: tmp_path / f"out{suffix}")

    def make(papers: Papers) -> OutgoingDialog:
        dialog = OutgoingDialog(workspace, papers)
        show(dialog, 900, 620)
        qtbot.waitUntil(lambda: not workspace.jobs.running)
        return dialog

    return make


@pytest.fixture
def papers(workspace: Workspace, session: Session, town: Town) -> Papers:
    for day in ("2026-11-02", "2026-11-20", "2026-10-05"):
        values = people.follow_up_values(town.people[0], day=day)
        stations.log(session, "follow_up", values)
    report = read_report(session.read(), Period.parse("2026-11"), session.today())
    look = look_at_closing(session, "2026-11", report)
    return ReportPapers(workspace).of(report, look)


def saved(dialog: OutgoingDialog, suffix: str, folder: Path, qtbot: QtBot) -> Path:
    dialog.save(suffix)
    path = folder / f"out{suffix}"
    qtbot.waitUntil(path.exists)
    return path


def test_the_report_is_looked_at_and_saved(
    papers: Papers, open_dialog: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(papers)
    assert [button.words() for button in dialog.form_buttons] == [
        "2026年11月月报",
        "2026年11月通报稿",
    ]
    assert dialog.book_button.isVisible()
    assert not dialog.word_button.isVisible()
    made = dialog._made
    assert made is not None
    assert made.printed is not None
    words = all_words(made.printed)
    assert "回访人次人次21+13" in words
    assert "尚未结账" in words
    assert saved(dialog, ".pdf", tmp_path, qtbot).read_bytes().startswith(b"%PDF")
    book = load_workbook(saved(dialog, ".xlsx", tmp_path, qtbot))
    row = next(row for row in book["月报"].values if row[0] == "M13")
    assert row[3:7] == (2, 1, 1, 3)


def test_the_bulletin_is_copied_and_saved(
    papers: Papers, open_dialog: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_dialog(papers)
    dialog.form_buttons[1].click()
    qtbot.waitUntil(lambda: "、2人次（上月1人、1人次）" in dialog.preview.text.toPlainText())
    assert not dialog.book_button.isVisible()
    dialog.copy()
    assert "、2人次（上月1人、1人次）" in QGuiApplication.clipboard().text()
    written = Document(str(saved(dialog, ".docx", tmp_path, qtbot)))
    assert any("、2人次（上月1人、1人次）" in part.text for part in written.paragraphs)


def test_a_case_is_one_key_away_from_a_person(
    workspace: Workspace, town: Town, open_dialog: Open, show: Show
) -> None:
    window = show(QWidget())
    menu = RecordMenu(workspace, window)
    offered = {
        kind: [a.text() for a in menu.make(kind, "x").actions()] for kind in ("person", "employer")
    }
    assert "典型案例…" in offered["person"]
    assert "典型案例…" not in offered["employer"]
    dialog = open_dialog(PaperSources(workspace).case(town.people[0]))
    text = dialog.preview.text.toPlainText()
    assert "就业典型案例" in text
    assert people.name(1) not in text
    assert dialog.word_button.isVisible()
