"""The page of a form as a whole: what it asks, writes and shows; what it does with other files."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.model.progress import Progress
from mengzhan.sheets.filling.filledform import Filling
from mengzhan.store.session import Session
from mengzhan.ui.pages import file_page
from mengzhan.ui.pages.filling.fill_standings import DONE, FORM, WRITE
from mengzhan.ui.workspace import Workspace
from tests import people, rosters
from tests.sheets import blanks
from tests.ui.pages.filling.conftest import Open, column, go_on, press, wait

CTRL = Qt.KeyboardModifier.ControlModifier


def with_note(path: Path) -> Path:
    """A form with a column for remarks, which is always asked about."""
    return blanks.roster(path, [*blanks.HEADERS[:5], "备注"])


def test_what_is_unsure_is_asked_first_and_enter_leads_through(
    open_form: Open, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    page = open_form(with_note(tmp_path / "表.xlsx"))
    assert page.step == FORM
    assert QApplication.focusWidget() is page.form.table
    assert page.form.table.lines.lines[page.form.table.current].header == "备注"
    assert page.bar.heads[FORM].words.text() == "1 栏要定"
    press(Qt.Key.Key_1)
    go_on(page, qtbot)
    assert page.step == WRITE
    assert [one.name for one in tmp_path.glob("*.xlsx")] == ["表.xlsx"], "nothing is written yet"
    figures = {name: words.text() for name, words in page.result.figures.items()}
    assert (figures["records"], figures["written"], figures["fixed"]) == ("5", "30", "2")
    go_on(page, qtbot)
    assert page.step == DONE
    sheet = load_workbook(tmp_path / "表（已填）.xlsx")["花名册"]
    assert [sheet[f"F{row}"].value for row in range(4, 9)] == [f"说道{n}" for n in range(1, 6)]
    assert sheet["C4"].value == people.id_number(1)
    assert (
        session.disclosures().newest()[0].records,
        session.disclosures().newest()[0].purpose,
    ) == (
        5,
        "表",
    )


def test_going_on_waits_for_the_columns_that_are_unsure(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    page = open_form(with_note(tmp_path / "表.xlsx"))
    press(Qt.Key.Key_Return, CTRL)
    assert page.step == FORM
    assert "还有 1 栏要定" in page.told.text()
    press(Qt.Key.Key_0)
    press(Qt.Key.Key_Return, CTRL)
    wait(page, qtbot)
    assert "你定的留空" in column(page.result.table, 4)


def test_the_same_form_goes_straight_to_writing(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    first = open_form(with_note(tmp_path / "十月.xlsx"))
    press(Qt.Key.Key_1)
    go_on(first, qtbot)
    first.result.purpose.setText("报旗县就业局")
    first.next_button.setFocus()
    go_on(first, qtbot)
    second = open_form(with_note(tmp_path / "十一月.xlsx"), dropped=True)
    assert second.step == WRITE
    assert second.bar.heads[FORM].words.text() == "和上次一样"
    assert second.result.purpose.text() == "报旗县就业局"
    go_on(second, qtbot)
    assert (tmp_path / "十一月（已填）.xlsx").exists()
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert second.step == DONE, "what is written is written"


def test_of_a_changed_form_the_changes_are_shown(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    first = open_form(blanks.roster(tmp_path / "旧.xlsx"))
    go_on(first, qtbot)
    go_on(first, qtbot)
    now = ["序号", "姓名", "身份证号", "民族", "手机", "走访小结"]
    second = open_form(blanks.roster(tmp_path / "新.xlsx", now), dropped=True)
    assert second.step == FORM
    assert second.form.news.isVisible()
    assert second.form.news.text() == ("与上次比：新增 民族；没有了 性别；改名 联系电话 → 手机")


def test_an_answer_may_be_picked_from_all(open_form: Open, tmp_path: Path, qtbot: QtBot) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))
    page.form.table.setFocus()
    page.form.table.go(5)
    press(Qt.Key.Key_Return)
    picker = page.form.question.picker
    assert picker is not None
    assert QApplication.focusWidget() is picker.line
    qtbot.keyClicks(picker.line, "bz")  # type: ignore[no-untyped-call]
    press(Qt.Key.Key_Return)
    assert page.form.table.lines.lines[5].head.path == "note"
    assert column(page.form.table, 4)[5] == "说道1"
    assert QApplication.focusWidget() is page.next_button


def test_numbers_are_covered_until_they_are_asked_for(
    open_form: Open, tmp_path: Path, workspace: Workspace
) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))
    assert people.id_number(1) not in column(page.form.table, 4)
    press(Qt.Key.Key_F2)
    assert column(page.form.table, 4)[2] == people.id_number(1)
    workspace.hidden.emit()
    assert people.id_number(1) not in column(page.form.table, 4)


def test_a_file_that_is_there_and_the_blank_itself_are_left_alone(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    form, mine = blanks.roster(tmp_path / "表.xlsx"), tmp_path / "我的.xlsx"
    mine.write_bytes(b"mine")
    before = form.read_bytes()
    page = open_form(form)
    go_on(page, qtbot)
    for path, words in ((form, "这是空白表本身"), (mine, "已有同名的文件")):
        page.result.target.setText(str(path))
        page.next_button.setFocus()
        go_on(page, qtbot)
        assert words in page.told.text()
        assert QApplication.focusWidget() is page.result.target
    assert (form.read_bytes(), mine.read_bytes(), page.step) == (before, b"mine", WRITE)
    page.result.agree(mine)
    page.next_button.setFocus()
    go_on(page, qtbot)
    assert page.step == DONE
    assert load_workbook(mine)["花名册"]["B4"].value == people.name(1)


def test_numbers_in_full_want_a_purpose(open_form: Open, tmp_path: Path, qtbot: QtBot) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))
    go_on(page, qtbot)
    page.result.purpose.setText(" ")
    go_on(page, qtbot)
    assert "写明用途" in page.told.text()
    assert QApplication.focusWidget() is page.result.purpose
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.next_button


def test_a_form_without_numbers_asks_no_purpose(
    open_form: Open, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx", ["序号", "姓名", "性别"]))
    go_on(page, qtbot)
    assert not page.result.purpose.isVisible()
    go_on(page, qtbot)
    assert page.step == DONE
    assert session.disclosures().newest() == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("坏的.xlsx", b"PK\x03\x04broken", "已损坏或没有复制完"),
        ("旧的.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ""),
        ("表.csv", "姓名,电话\n".encode(), "只能填 xlsx"),
    ],
)
def test_a_refused_file_says_why_and_offers_another(
    open_form: Open, tmp_path: Path, qtbot: QtBot, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    page = open_form(path)
    assert reason in page.waiting.sentence()
    assert not page.next_button.isVisible()
    assert QApplication.focusWidget() is page.waiting.button
    page.ask_file = lambda: blanks.roster(tmp_path / "表.xlsx")  # type: ignore[method-assign]
    press(Qt.Key.Key_Return)
    wait(page, qtbot)
    assert page.form.isVisible()


def test_a_dropped_ledger_goes_to_the_import(open_form: Open, tmp_path: Path, qtbot: QtBot) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))
    ledger = rosters.write(tmp_path / "册.xlsx", 5)
    with qtbot.waitSignal(page.import_asked) as asked:
        page.hand_over(ledger)
        wait(page, qtbot)
    assert asked.args is not None
    path, book = asked.args
    assert path == ledger
    assert len(book.sheets[0].rows) == rosters.row_of(4)
    page.open(ledger)
    wait(page, qtbot)
    assert page.step == FORM, "asked for as a form, it is taken as one"


def test_what_is_unclear_is_asked_in_one_question(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    header = ["姓名", "身份证号", "性别", "联系电话", "学历"]
    half = [[people.name(n), people.id_number(n), "男", None, None] for n in (1, 2)]
    path = blanks.write(tmp_path / "表.xlsx", [header, *half])
    page = open_form(path, dropped=True)
    assert page.sorting.isVisible()
    assert not page.next_button.isVisible()
    with qtbot.waitSignal(page.import_asked) as asked:
        press(Qt.Key.Key_2)
    assert asked.args is not None
    assert asked.args[0] == path
    page = open_form(path, dropped=True)
    press(Qt.Key.Key_1)
    assert page.step == FORM
    assert "点了 2 条的名，找到 2 条" in page.form.people.told.text()


def test_reading_and_filling_can_be_stopped(
    open_form: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))

    def stopped(*_args: object, progress: Progress | None = None, **_more: object) -> object:
        assert progress is not None
        progress.cancel()
        progress.check()
        return None

    fill = Filling.fill
    monkeypatch.setattr(Filling, "fill", lambda _self, _data, progress: stopped(progress=progress))
    with qtbot.waitSignal(page.course.stopped):
        go_on(page, qtbot)
    assert "什么也没有写" in page.told.text()
    assert page.step == FORM
    monkeypatch.setattr(Filling, "fill", fill)
    page.next_button.setFocus()
    go_on(page, qtbot)
    assert page.step == WRITE


def test_leaving_asks_only_when_answers_would_be_lost(
    open_form: Open, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(file_page, "ask_irrevocable", lambda *words: asked.append(words))
    page = open_form(with_note(tmp_path / "表.xlsx"))
    press(Qt.Key.Key_1)
    with qtbot.assertNotEmitted(page.closed):
        press(Qt.Key.Key_Escape)
    assert len(asked) == 1
    go_on(page, qtbot)
    go_on(page, qtbot)
    with qtbot.waitSignal(page.closed):
        press(Qt.Key.Key_Escape)
    assert len(asked) == 1


def test_what_was_written_is_opened_and_where_it_lies(
    open_form: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    page, opened = open_form(blanks.roster(tmp_path / "表.xlsx")), list[Path]()
    page.open_file = lambda path: opened.append(path)  # type: ignore[method-assign]  # noqa: PLW0108
    go_on(page, qtbot)
    go_on(page, qtbot)
    go_on(page, qtbot)
    press(Qt.Key.Key_J, CTRL)
    assert opened == [tmp_path / "表（已填）.xlsx", tmp_path]
