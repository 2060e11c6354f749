"""Settings: Mongolian terms are imported and confirmed one by one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.prints import mongolian
from mengzhan.store.papers import terms_of
from mengzhan.ui.pages.settings_terms import TermsSection
from mengzhan.ui.workspace import Workspace

HERDER, MILKER = "ᠮᠠᠯᠴᠢᠨ", "ᠰᠠᠭᠠᠯᠢᠴᠢᠨ"


@pytest.fixture
def section(
    workspace: Workspace,
    show: Callable[..., QWidget],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> TermsSection:
    monkeypatch.setattr(TermsSection, "ask_path", lambda _self: tmp_path / "terms.csv")
    made = TermsSection(workspace)
    show(made, 800, 500)
    return made


def bring_in(section: TermsSection, folder: Path, text: str) -> None:
    (folder / "terms.csv").write_text(text, encoding="utf-8")
    section.import_button.click()
    while section._workspace.jobs.running:
        QApplication.processEvents()


def test_a_list_is_imported_and_its_state_shown(section: TermsSection, tmp_path: Path) -> None:
    bring_in(section, tmp_path, f"羊倌,{HERDER},是\n挤奶工,{MILKER},否\n焊工,没有\n")
    model = section.model
    rows = [[str(model.index(r, c).data()) for c in range(3)] for r in range(model.rowCount())]
    assert rows == [["羊倌", HERDER, "已审校"], ["挤奶工", MILKER, "未经审校"]]
    assert "收了 2 条" in section.told.text()
    assert "第 3 行" in section.told.text()


def test_enter_confirms_a_term_and_goes_on(section: TermsSection, tmp_path: Path) -> None:
    bring_in(section, tmp_path, f"羊倌,{HERDER},否\n挤奶工,{MILKER},否\n")
    section.table.setFocus()
    section.table.go(0)
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    session = section._workspace.session
    assert [term.reviewed for term in terms_of(session)] == [True, False]
    assert section.table.current == 1
    QTest.keyClick(section.table, Qt.Key.Key_Return)
    assert terms_of(session).unreviewed == 0
    section.confirm_button.click()
    assert terms_of(session).unreviewed == 1


def test_a_file_that_is_no_list_is_told(section: TermsSection, tmp_path: Path) -> None:
    bring_in(section, tmp_path, "姓名,电话\n")
    assert "没有读到术语" in section.told.text()


def test_a_missing_font_is_named(
    workspace: Workspace, show: Callable[..., QWidget], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mengzhan.ui.pages.settings_terms.mongolian_family", lambda: "")
    section = TermsSection(workspace)
    show(section)
    assert section.font_words.text() == mongolian.NO_FONT
    assert section.font_words.isVisible()
