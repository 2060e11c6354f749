"""Mappings given to others and taken from them, in the window."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests import people
from tests.sheets import blanks
from tests.ui.pages.filling.conftest import Open, column, press


def test_a_mapping_goes_out_and_comes_in(open_form: Open, tmp_path: Path) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))
    page.form.answer(5, "note")
    saved = tmp_path / "对照.json"
    page.profiles.save(saved)
    assert "没有任何人的内容" in page.told.text()
    assert people.name(1) not in saved.read_text("utf-8")
    other = open_form(blanks.roster(tmp_path / "另.xlsx", ["序号", "姓名", "走访小结"]))
    assert column(other.form.table, 2) == ["序号", "姓名", "留空"]
    other.profiles.load(saved)
    assert column(other.form.table, 2) == ["序号", "姓名", "备注"]
    assert column(other.form.table, 4)[2] == "说道1"


def test_another_file_changes_nothing(open_form: Open, tmp_path: Path) -> None:
    page = open_form(blanks.roster(tmp_path / "表.xlsx"))
    before = column(page.form.table, 2)
    (tmp_path / "别的.json").write_text("{}", encoding="utf-8")
    page.profiles.load(tmp_path / "别的.json")
    assert "不是这种表的对照方案" in page.told.text()
    assert column(page.form.table, 2) == before


def test_the_menu_comes_by_key(open_form: Open, tmp_path: Path) -> None:
    page, shown = open_form(blanks.roster(tmp_path / "表.xlsx")), list[int]()
    page.profiles.clicked.disconnect()
    page.profiles.clicked.connect(lambda: shown.append(1))
    press(Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    assert shown == [1]
    menu = page.profiles.menu_of_files()
    assert len(menu.actions()) == 2
    menu.deleteLater()
