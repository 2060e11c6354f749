"""``mengzhan fill``: what it says it did, what it remembers, and what it refuses."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from mengzhan.cli.madeup import id_number
from tests.cli.conftest import BORN, ID, PHONE, Desk


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A small form: who fills it in, a list of two rows, a column that nobody knows, a total."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "花名册"
    sheet.append(["就业人员花名册"])
    sheet.append(["填报单位：", None, None, None, "填报人：", None])
    sheet.append(["序号", "姓名", "身份证号码", "联系电话", "走访小结", "期望月薪（元）"])
    for _ in range(2):
        sheet.append([None] * 6)
    sheet.append(["合计", None, None, None, None, "=SUM(F4:F5)"])
    path = tmp_path / "空表.xlsx"
    book.save(path)
    return path


def test_a_form_fills_itself_and_says_what_it_took(desk: Desk, form: Path, tmp_path: Path) -> None:
    desk.add_person("wage_wish=3200")
    done = desk.json("fill", str(form), str(tmp_path / "out.xlsx"))
    sheet = load_workbook(tmp_path / "out.xlsx")["花名册"]
    assert [cell.value for cell in sheet[4]] == [1, "巴图孟和", ID, PHONE, None, 3200]
    assert sheet["C4"].data_type == "s"
    assert sheet["B2"].value.endswith("就业服务站")
    assert sheet["F2"].value == "苏和"
    assert sheet["F6"].value == "=SUM(F4:F5)"
    assert {one["cell"] for one in done["fixed"]} == {"B2", "F2"}
    assert [c["header"] for c in done["columns"] if c["field"] is None] == ["走访小结"]
    assert done["filled"] == 5
    assert desk.json("disclosures")["disclosures"][0]["purpose"] == "空表"


def test_all_other_parts_of_the_file_are_as_they_were(
    desk: Desk, form: Path, tmp_path: Path
) -> None:
    desk.add_person()
    desk.json("fill", str(form), str(tmp_path / "out.xlsx"))
    with ZipFile(form) as before, ZipFile(tmp_path / "out.xlsx") as after:
        names = before.namelist()
        assert after.namelist() == names
        changed = [name for name in names if before.read(name) != after.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_what_was_decided_once_is_not_asked_again(desk: Desk, form: Path, tmp_path: Path) -> None:
    desk.add_person("note=家里有老人")
    desk.json("fill", str(form), str(tmp_path / "1.xlsx"), "--column", "E=note")
    again = desk.json("fill", str(form), str(tmp_path / "2.xlsx"))
    assert [c["field"] for c in again["columns"] if c["header"] == "走访小结"] == ["note"]
    assert load_workbook(tmp_path / "2.xlsx")["花名册"]["E4"].value == "家里有老人"


def test_more_people_than_rows_make_the_table_longer(
    desk: Desk, form: Path, tmp_path: Path
) -> None:
    for place, name in enumerate("甲乙丙丁"):
        number = id_number(BORN, 131 + place)
        desk.add_person(f"name=巴图{name}", f"id_number={number}", f"phone=1990000{place:04}")
    done = desk.json("fill", str(form), str(tmp_path / "out.xlsx"))
    sheet = load_workbook(tmp_path / "out.xlsx")["花名册"]
    assert [sheet.cell(row, 2).value for row in range(4, 8)] == [
        "巴图甲",
        "巴图乙",
        "巴图丙",
        "巴图丁",
    ]
    assert sheet["F8"].value == "=SUM(F4:F7)"
    assert done["left_over"] == 0


def test_a_file_that_is_there_and_a_file_that_is_no_form(
    desk: Desk, form: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.xlsx"
    out.write_bytes(b"mine")
    assert desk.error("fill", str(form), str(out))["code"] == "EXPORT_EXISTS"
    assert out.read_bytes() == b"mine"
    text = tmp_path / "表.csv"
    text.write_text("姓名,电话\n", encoding="utf-8")
    assert desk.error("fill", str(text), str(tmp_path / "x.xlsx"))["code"] == "FILL_FORMAT"
