"""Settings: rule tables are shown, saved, replaced and taken back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.rules.workdays import working_calendar
from mengzhan.ui.pages.settings_tables import TablesSection
from mengzhan.ui.workspace import Workspace

CALENDAR = 1
NEW_YEAR_EVE = date(2026, 12, 31)


@pytest.fixture
def section(
    workspace: Workspace,
    show: Callable[..., QWidget],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> TablesSection:
    monkeypatch.setattr(TablesSection, "ask_path", lambda _self: tmp_path / "table.csv")
    monkeypatch.setattr(TablesSection, "ask_place", lambda _self, name: tmp_path / name)
    made = TablesSection(workspace)
    show(made, 800, 500)
    return made


def shown(section: TablesSection) -> list[list[str]]:
    model = section.model
    return [[str(model.index(r, c).data()) for c in range(4)] for r in range(model.rowCount())]


def bring_in(section: TablesSection, folder: Path, text: str) -> None:
    (folder / "table.csv").write_text(text, encoding="utf-8")
    section.replace_button.click()
    while section._workspace.jobs.running:
        QApplication.processEvents()


def test_every_table_that_can_be_replaced_is_listed(section: TablesSection) -> None:
    assert [row[0] for row in shown(section)] == [
        "招聘广告规则",
        "节假日和调休",
        "到期规则",
        "最低工资",
        "就业政策",
        "农时季节",
        "异常提示的界限",
    ]
    assert {row[2] for row in shown(section)} == {"程序自带"}
    assert not section.withdraw_button.isEnabled()


def test_a_table_is_saved_edited_replaced_and_taken_back(
    section: TablesSection, tmp_path: Path
) -> None:
    section.table.go(CALENDAR)
    section.save_button.click()
    saved = (tmp_path / "节假日和调休.csv").read_text(encoding="utf-8-sig")
    assert working_calendar().is_working_day(NEW_YEAR_EVE)
    bring_in(section, tmp_path, f"{saved}2026-12-31,holiday,元旦\n")
    assert "已换上" in section.told.text()
    assert not working_calendar().is_working_day(NEW_YEAR_EVE)
    row = shown(section)[CALENDAR + 1]
    assert row[0].endswith("+ 节假日和调休")
    assert row[2] == "本单位"
    section.table.go(CALENDAR + 1)
    assert section.withdraw_button.isEnabled()
    section.withdraw_button.click()
    assert len(shown(section)) == 7
    assert working_calendar().is_working_day(NEW_YEAR_EVE)


def test_what_cannot_be_used_is_refused_with_its_row(
    section: TablesSection, tmp_path: Path
) -> None:
    section.table.go(CALENDAR)
    bring_in(section, tmp_path, "date,kind,name\n2026-12-31,holiday,元旦\n十二月,holiday,元旦\n")
    assert "第 3 行" in section.told.text()
    assert len(shown(section)) == 7
    bring_in(section, tmp_path, "日期,说明\n2026-12-31,元旦\n")
    assert "没有放假安排" in section.told.text()
    assert working_calendar().is_working_day(NEW_YEAR_EVE)
