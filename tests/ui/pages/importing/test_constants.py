"""What no column gives: a day is asked first and plainly, nothing is proposed, nothing wrong passes."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.importing.standings import COLUMNS, WRITE
from mengzhan.ui.widgets.editor import FieldEditor
from tests import people
from tests.ui.pages.importing.conftest import Bring, go_on, press


@pytest.fixture
def dayless(tmp_path: Path) -> Path:
    """Two follow-ups without a column for the day or the way."""
    lines = [f"{people.name(n)},{people.id_number(n)},已就业" for n in (1, 2)]
    path = tmp_path / "回访.csv"
    path.write_text("\n".join(["姓名,身份证号,回访情况", *lines, ""]), "utf-8")
    return path


@pytest.fixture
def page(bring: Bring, dayless: Path) -> ImportPage:
    return bring(dayless, "follow_up")


def editor(page: ImportPage, name: str) -> FieldEditor:
    return page.columns.constants.editors[name]


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_a_day_that_no_column_gives_is_asked_first_and_nothing_is_proposed(
    page: ImportPage,
) -> None:
    constants = page.columns.constants
    assert list(constants.editors) == ["day", "mode"]
    assert "没有一列是日期，可每一行都要有" in constants.asking.text()
    assert constants.needed.isVisible()
    assert constants.needed.y() < page.columns.question.y() < constants.y()
    assert editor(page, "day").isAncestorOf(page.focusWidget())
    assert [one.value() for one in constants.editors.values()] == [None, None]
    assert page.bar.heads[COLUMNS].words.text() == "还缺日期"


def test_without_the_day_nobody_goes_on_and_with_it_every_row_has_it(
    page: ImportPage, qtbot: QtBot
) -> None:
    page.next_button.setFocus()
    go_on(page, qtbot)
    assert page.step == COLUMNS
    assert "每一行都要有日期" in page.told.text()
    assert editor(page, "day").isAncestorOf(page.focusWidget())
    write("2026-10-31")
    press(Qt.Key.Key_Return)
    assert page.bar.heads[COLUMNS].words.text() == "导入 3 列"
    while page.step < WRITE:
        go_on(page, qtbot)
    assert page.course.plan is not None
    assert [p.row.values["day"] for p in page.course.plan.planned] == ["2026-10-31"] * 2
    assert page.writing.figures["new"].text() == "2"


def test_a_value_that_is_none_keeps_the_focus_and_says_why(page: ImportPage, qtbot: QtBot) -> None:
    write("2026-13-45")
    press(Qt.Key.Key_Return)
    assert editor(page, "day").isAncestorOf(page.focusWidget())
    assert page.columns.constants.wrong["day"].isVisible()
    assert page.columns.constants.wrong["day"].text() != ""
    page.next_button.setFocus()
    go_on(page, qtbot)
    assert page.step == COLUMNS
    assert "认不出来" in page.told.text()
    assert editor(page, "day").isAncestorOf(page.focusWidget())
    assert not page.columns.constants.commit()
    QTest.keySequence(page.focusWidget(), "Ctrl+A")
    write("2026-10-31")
    assert page.columns.constants.commit()
    assert not page.columns.constants.wrong["day"].isVisible()


def test_a_column_chosen_for_the_day_takes_the_question_away(page: ImportPage) -> None:
    page.columns.question.answered.emit(2, "day")
    assert "day" not in page.columns.constants.editors
    assert not page.columns.constants.needed.isVisible()


def test_without_a_name_in_any_column_it_says_so_first(bring: Bring, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("身份证号,联系电话\n1,2\n", "utf-8")
    page = bring(path)
    page.columns.question.answered.emit(0, "")
    assert "没有一列给出姓名" in page.columns.constants.lacking.text()
    assert page.columns.constants.needed.isVisible()
