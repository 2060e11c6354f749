"""What a file leaves open: the required fields that no column gives."""

from pathlib import Path

from openpyxl import Workbook

from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.ledgers.profile import template_profile
from mengzhan.sheets.ledgers.template import write_template
from mengzhan.store.session import Session
from tests import rosters


def missing(session: Session, path: Path, kind: str) -> list[str]:
    task = Import(session, load(path), session.catalogue[kind])
    return [item.name for item in task.missing]


def test_fields_that_no_column_gives_are_missing(session: Session, tmp_path: Path) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 3)
    assert missing(session, path, "person") == ["residence", "key_groups", "consent"]


def test_a_wage_in_one_cell_gives_its_unit(session: Session, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["单位名称", "岗位名称", "招聘人数", "工资待遇"])
    book.active.append(["草原奶食店", "挤奶工", 2, "3000-4000元/月"])
    book.save(tmp_path / "v.xlsx")
    found = missing(session, tmp_path / "v.xlsx", "vacancy")
    assert "wage_unit" not in found
    assert "employer" not in found
    assert "workplace" in found


def test_a_template_that_comes_back_misses_nothing(session: Session, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "t.xlsx"
    kind = session.catalogue["person"]
    write_template(session, template_profile(kind), path)
    book = load_workbook(path)
    sheet = book[kind.label]
    columns = {cell.value.lstrip("*"): cell.column for cell in sheet[3] if cell.value}
    sheet.cell(4, columns["姓名"]).value = "萨仁"
    book.save(path)
    assert missing(session, path, "person") == []
