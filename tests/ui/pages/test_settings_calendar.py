"""Settings: a year's holidays are brought in and named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from mengzhan.ui.pages.settings_calendar import CalendarSection
from mengzhan.ui.workspace import Workspace


@pytest.fixture
def section(
    workspace: Workspace,
    show: Callable[..., QWidget],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> CalendarSection:
    monkeypatch.setattr(CalendarSection, "ask_path", lambda _self: tmp_path / "days.csv")
    made = CalendarSection(workspace)
    show(made, 800, 500)
    return made


def test_a_year_is_brought_in(section: CalendarSection, tmp_path: Path) -> None:
    assert "2027" not in section.years.text()
    (tmp_path / "days.csv").write_text("2027-10-01,放假\n2027-10-09,上班\n", encoding="utf-8")
    section.import_button.click()
    assert section.years.text().endswith("2026、2027")
    assert section.told.text() == "收了 2 天。"


def test_a_wrong_table_says_what_is_needed(section: CalendarSection, tmp_path: Path) -> None:
    (tmp_path / "days.csv").write_text("姓名\n", encoding="utf-8")
    section.import_button.click()
    assert "没有放假安排" in section.told.text()
    assert "2027" not in section.years.text()
