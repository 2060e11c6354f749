"""发布 by keyboard: chosen, looked at, copied, saved; nothing unchecked, and numbers are noted."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.rules.mongolian import Term, Terms
from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.papers import keep_terms, newest_sheet, set_outlet_phone, visited_at
from mengzhan.store.session import Session
from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
from mengzhan.ui.pages.publishing.papers import PaperSources
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]
Open = Callable[[str, Sequence[str]], OutgoingDialog]
CTRL = Qt.KeyboardModifier.ControlModifier


def open_vacancy(employer: str, **more: Value) -> dict[str, Value]:
    """Return a vacancy that may go out: it says what is asked of people."""
    return people.vacancy_values(employer, **{"conditions": "不限", **more})


@pytest.fixture
def vacancies(session: Session, town: Town) -> list[str]:
    set_outlet_phone(session, "0482-8399000")
    return [
        stations.log(session, "vacancy", open_vacancy(town.employer, title=title))
        for title in ("挤奶工", "羊倌")
    ]


@pytest.fixture
def open_dialog(
    workspace: Workspace, show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Open:
    """Shows the dialog for some records; files go where the test looks."""
    monkeypatch.setattr(OutgoingDialog, "ask_path", lambda _self, suffix: tmp_path / f"out{suffix}")

    def make(kind: str, records: Sequence[str]) -> OutgoingDialog:
        dialog = OutgoingDialog(workspace, PaperSources(workspace).of(kind, records))
        show(dialog, 900, 620)
        settle(dialog)
        return dialog

    return make


def settle(dialog: OutgoingDialog) -> None:
    jobs = dialog._workspace.jobs
    while jobs.running:
        QApplication.processEvents()
    QApplication.processEvents()


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def choose(dialog: OutgoingDialog, label: str) -> None:
    button = next(button for button in dialog.form_buttons if label in button.text())
    button.click()
    settle(dialog)


def test_nothing_that_breaks_the_law_can_leave(
    open_dialog: Open, session: Session, town: Town, vacancies: list[str]
) -> None:
    broken = open_vacancy(town.employer, conditions="限男性")
    dialog = open_dialog("vacancy", [*vacancies, stations.log(session, "vacancy", broken)])
    for form in ("文字", "海报", "长图", "岗位册", "岗位卡"):
        choose(dialog, form)
        assert "不得限定或优先性别" in dialog.preview.refusal.text()
        assert dialog.preview.refusal.isVisible()
        assert not any(button.isEnabled() for button in dialog.out_buttons)


def test_the_text_is_copied_with_two_keys(open_dialog: Open, vacancies: list[str]) -> None:
    dialog = open_dialog("vacancy", vacancies)
    assert dialog.preview.text.isVisible()
    press(Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("【招聘】11月23日，2个岗位，共招4人\n\n1. 挤奶工，招2人")
    assert copied == dialog.preview.text.toPlainText()
    assert "复制" in dialog.told.text()
    assert dialog.copy_button.property("look") == "filled"


def test_the_long_picture_is_copied_and_saved(
    open_dialog: Open, vacancies: list[str], tmp_path: Path
) -> None:
    dialog = open_dialog("vacancy", vacancies)
    choose(dialog, "长图")
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().image().width() == 1080
    press(Qt.Key.Key_G, CTRL)
    settle(dialog)
    assert QImage(str(tmp_path / "out.png")).width() == 1080
    assert "out.png" in dialog.told.text()
    assert dialog.open_button.isVisible()
    assert not dialog.print_button.isVisible()


def test_a_poster_is_looked_at_and_saved_as_pdf(
    open_dialog: Open, vacancies: list[str], tmp_path: Path
) -> None:
    dialog = open_dialog("vacancy", vacancies)
    choose(dialog, "海报")
    assert dialog.preview.area.isVisible()
    assert dialog.preview.sheet.pixmap().width() > 300
    press(Qt.Key.Key_S, CTRL)
    settle(dialog)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert dialog.print_button.property("look") == "filled"


def test_more_than_a_poster_takes_is_told(
    open_dialog: Open, session: Session, vacancies: list[str], town: Town
) -> None:
    more = [stations.log(session, "vacancy", open_vacancy(town.employer)) for _ in range(9)]
    dialog = open_dialog("vacancy", [*vacancies, *more])
    choose(dialog, "海报")
    assert "1 到 10 个岗位" in dialog.preview.refusal.text()
    choose(dialog, "岗位册")
    assert dialog.preview.area.isVisible()


def test_a_vacancy_that_ran_out_is_named(open_dialog: Open, session: Session, town: Town) -> None:
    old = open_vacancy(town.employer, valid_until="2026-11-21")
    dialog = open_dialog("vacancy", [stations.log(session, "vacancy", old)])
    employer = session.read().title("employer", town.employer)
    assert f"“挤奶工（{employer}）”已过期" in dialog.preview.refusal.text()


def test_without_a_term_or_a_font_the_dialog_says_so(
    open_dialog: Open, session: Session, vacancies: list[str]
) -> None:
    keep_terms(session, Terms([Term("焊工", "ᠮᠠᠯᠴᠢᠨ")]))
    dialog = open_dialog("vacancy", vacancies)
    choose(dialog, "海报")
    assert dialog.remarks.text() == ""
    dialog.mongolian_box.click()
    settle(dialog)
    assert "蒙古文" in dialog.remarks.text()
    assert dialog.preview.area.isVisible()


def test_posters_are_not_noted_as_disclosures(
    open_dialog: Open, session: Session, vacancies: list[str]
) -> None:
    dialog = open_dialog("vacancy", vacancies)
    press(Qt.Key.Key_C, CTRL)
    assert "复制" in dialog.told.text()
    assert session.disclosures().newest() == []


@pytest.fixture
def referral(session: Session, town: Town, vacancies: list[str]) -> Callable[..., str]:
    def log(number: str) -> str:
        values = {"person": town.people[1], "vacancy": vacancies[0], "day": "2026-11-23"}
        return stations.log(session, "referral", {**values, "letter_no": number or None})

    return log


def test_a_letter_is_saved_for_word_and_noted(
    open_dialog: Open, session: Session, referral: Callable[..., str], tmp_path: Path
) -> None:
    dialog = open_dialog("referral", [referral("2026-0003")])
    assert session.disclosures().newest() == []  # looking is not leaving
    press(Qt.Key.Key_W, CTRL)
    settle(dialog)
    text = "\n".join(p.text for p in Document(str(tmp_path / "out.docx")).paragraphs)
    assert "编号：2026-0003" in text
    assert [(d.purpose, d.records) for d in session.disclosures().newest()] == [("推荐信", 1)]


def test_several_letters_are_pages_and_not_word(
    open_dialog: Open, referral: Callable[..., str]
) -> None:
    dialog = open_dialog("referral", [referral("1"), referral("2")])
    assert "第 1 页，共 2 页" in dialog.preview.place.text()
    assert not dialog.word_button.isVisible()
    assert dialog.pdf_button.isVisible()


def test_a_letter_without_a_number_is_told(open_dialog: Open, referral: Callable[..., str]) -> None:
    dialog = open_dialog("referral", [referral("")])
    assert "编号" in dialog.preview.refusal.text()
    assert not dialog.pdf_button.isEnabled()


def test_a_visit_sheet_is_remembered_only_when_it_leaves(
    open_dialog: Open, session: Session, town: Town, tmp_path: Path
) -> None:
    dialog = open_dialog("person", town.people[:2])
    assert newest_sheet(session) == ""
    press(Qt.Key.Key_S, CTRL)
    settle(dialog)
    assert (tmp_path / "out.pdf").exists()
    assert visited_at(session, line_code(newest_sheet(session), 1)) in town.people[:2]
    assert [(d.purpose, d.records) for d in session.disclosures().newest()] == [("入户表", 2)]


def test_with_one_form_enter_sends_it_out_and_does_not_close(open_dialog: Open, town: Town) -> None:
    dialog = open_dialog("person", town.people[:2])
    assert len(dialog.form_buttons) == 1
    assert dialog.print_button.hasFocus()


def test_a_leaflet_comes_in_two_sizes(open_dialog: Open, session: Session) -> None:
    policy = stations.log(session, "policy", {"title": "一次性创业补贴"})
    dialog = open_dialog("policy", [policy])
    assert [button.text() for button in dialog.form_buttons] == ["A5，发到手里", "A4，贴在墙上"]
    choose(dialog, "A4")
    assert dialog.preview.area.isVisible()


def test_a_bad_template_is_told_and_nothing_written(
    open_dialog: Open, session: Session, referral: Callable[..., str], tmp_path: Path
) -> None:
    own = session.store.folder / "templates" / "letter.docx"
    own.parent.mkdir()
    own.write_bytes(b"no word file")
    dialog = open_dialog("referral", [referral("9")])
    press(Qt.Key.Key_W, CTRL)
    settle(dialog)
    assert "推荐信模板打不开" in dialog.told.text()
    assert not (tmp_path / "out.docx").exists()


def test_the_names_of_files_tell_no_person(
    workspace: Workspace,
    referral: Callable[..., str],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, _title: str, start: str, _pattern: str) -> tuple[str, str]:
        asked.append(start)
        return "", ""

    monkeypatch.setattr("mengzhan.ui.pages.publishing.dialog.QFileDialog.getSaveFileName", ask)
    dialog = OutgoingDialog(workspace, PaperSources(workspace).of("referral", [referral("9")]))
    qtbot.addWidget(dialog)
    settle(dialog)
    dialog.save(".pdf")
    assert Path(asked[0]).name == "巴彦嘎查就业服务站_推荐信和回执_20261123.pdf"
