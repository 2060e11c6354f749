"""``mengzhan fill``: what it says it did, what it remembers, and what it refuses."""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from openpyxl.worksheet.datavalidation import DataValidation

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
    assert desk.error("fill", str(text), str(tmp_path / "x.xlsx"))["code"] == "form.not_a_workbook"


def _save(path: Path, *rows: Sequence[str | None], merged: tuple[str, ...] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def _four_people(desk: Desk) -> list[str]:
    names = [f"巴图{name}" for name in "甲乙丙丁"]
    for place, name in enumerate(names):
        number = id_number(BORN, 131 + place)
        desk.add_person(f"name={name}", f"id_number={number}", f"phone=1990000{place:04}")
    return names


def test_a_longer_table_pushes_the_foot_down_and_fills_it_there(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [["花名册"], ["序号", "姓名", "是否失业", "联系电话"], [], [], []]:
        sheet.append(list(row))
    for cells in sheet["A2:D4"]:
        for cell in cells:
            cell.border = Border(*[Side("thin")] * 4)
    sheet.cell(5, 1, "填报人：")
    sheet.cell(5, 3, "填报单位：")
    book.save(tmp_path / "脚.xlsx")
    names = _four_people(desk)
    done = desk.json("fill", str(tmp_path / "脚.xlsx"), str(tmp_path / "out.xlsx"))
    filled = load_workbook(tmp_path / "out.xlsx").active
    assert filled is not None
    assert [filled.cell(row, 2).value for row in range(3, 7)] == names
    assert [filled.cell(row, 4).value for row in range(3, 7)] == [
        f"1990000{place:04}" for place in range(4)
    ]
    assert filled["A7"].value == "填报人："
    assert filled["B7"].value == "苏和"
    assert {one["cell"] for one in done["fixed"]} == {"B7", "D7"}


def test_inserted_rows_choose_from_the_list_of_the_row_above(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [["序号", "姓名", "文化程度"], [None], [None]]:
        sheet.append(row)
    for cells in sheet["A1:C3"]:
        for cell in cells:
            cell.border = Border(*[Side("thin")] * 4)
    choice = DataValidation(type="list", formula1='"小学,初级中学,高中"')
    choice.add("C2:C3")
    sheet.add_data_validation(choice)
    book.save(tmp_path / "选.xlsx")
    for place, name in enumerate("甲乙丙"):
        number = id_number(BORN, 131 + place)
        desk.add_person(f"name=巴图{name}", f"id_number={number}", "education=初中")
    desk.json("fill", str(tmp_path / "选.xlsx"), str(tmp_path / "out.xlsx"))
    filled = load_workbook(tmp_path / "out.xlsx").active
    assert filled is not None
    words = [filled.cell(row, 3).value for row in range(2, 5)]
    assert words[2] == words[0]


_CARD = [
    ["求职登记表"],
    ["姓名", None, "性别", None],
    ["身份证号", None, "文化程度", None],
    ["联系电话", None, "民族", None],
]
_DIGITS = [
    ["序号", "姓名", "公民身份号码", *[None] * 17],
    [None, None, *[str(n) for n in range(1, 19)]],
    ["1", None],
    ["2", None],
]


@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        pytest.param(_CARD, (), id="a card"),
        pytest.param(_DIGITS, ("A1:A2", "B1:B2", "C1:T1"), id="a box for each digit"),
    ],
)
def test_numbers_written_in_full_are_noted(
    desk: Desk, tmp_path: Path, rows: list[list[str | None]], merged: tuple[str, ...]
) -> None:
    desk.add_person()
    form = _save(tmp_path / "表.xlsx", *rows, merged=merged)
    desk.json("fill", str(form), str(tmp_path / "out.xlsx"))
    filled = load_workbook(tmp_path / "out.xlsx").active
    assert filled is not None
    text = "".join(str(cell.value) for row in filled.iter_rows() for cell in row if cell.value)
    assert ID in text
    (noted,) = desk.json("disclosures")["disclosures"]
    assert (noted["records"], noted["purpose"]) == (1, "表")


def test_a_form_of_follow_ups_finds_the_people_it_names(desk: Desk, tmp_path: Path) -> None:
    person = desk.add_person()
    desk.json("add", "follow_up", f"person={person}", "day=2026-11-20", "mode=1", "outcome=F1")
    form = _save(
        tmp_path / "回访.xlsx",
        ["序号", "姓名", "身份证号", "回访日期", "联系电话"],
        ["1", "巴图孟和", None, None, None],
    )
    done = desk.json("fill", str(form), str(tmp_path / "out.xlsx"), "--kind", "follow_up")
    filled = load_workbook(tmp_path / "out.xlsx").active
    assert filled is not None
    assert done["filled"] > 0
    assert [filled.cell(2, column).value for column in (3, 5)] == [ID, PHONE]
    (noted,) = desk.json("disclosures")["disclosures"]
    assert noted["records"] == 1


@pytest.mark.parametrize("pair", ["E", "E=nonsense", "没有的栏=note", "Z=note"])
def test_a_column_that_is_not_there_is_refused(
    desk: Desk, form: Path, tmp_path: Path, pair: str
) -> None:
    out = tmp_path / "out.xlsx"
    assert desk.error("fill", str(form), str(out), "--column", pair)["code"] == "IMPORT_COLUMN"
    assert not out.exists()


def test_a_column_may_hold_what_no_import_takes_in(desk: Desk, form: Path, tmp_path: Path) -> None:
    desk.add_person("key_groups=农牧民工")
    chosen = ["--column", "联系电话=phone*", "--column", "E=key_groups=K04"]
    desk.json("fill", str(form), str(tmp_path / "out.xlsx"), *chosen)
    sheet = load_workbook(tmp_path / "out.xlsx")["花名册"]
    assert [sheet["D4"].value, sheet["E4"].value] == [f"{PHONE[:3]}****{PHONE[-4:]}", "是"]


def test_the_next_issue_of_a_form_tells_what_changed(
    desk: Desk, form: Path, tmp_path: Path
) -> None:
    desk.add_person("note=家里有老人")
    first = desk.json("fill", str(form), str(tmp_path / "1.xlsx"), "--column", "E=note")
    assert (first["known"], first["changes"]) == (False, None)
    issue = _save(
        tmp_path / "下一期.xlsx",
        ["序号", "姓名", "身份证号码", "民族", "手机号", "走访小结"],
        ["1", None, None, None, None, None],
    )
    told = desk.json("fill", str(issue), str(tmp_path / "2.xlsx"))
    assert told["changes"] == {
        "added": ["民族"],
        "gone": ["期望月薪（元）"],
        "renamed": [{"from": "联系电话", "to": "手机号"}],
        "moved": [],
    }
    assert load_workbook(tmp_path / "2.xlsx").worksheets[0]["F2"].value == "家里有老人"
    lines = desk.run("fill", str(issue), str(tmp_path / "3.xlsx")).output
    assert "与上次比" not in lines, "the third time it is known"
    other = desk.run("fill", str(form), str(tmp_path / "4.xlsx")).output
    assert "与上次比" not in other


def test_people_read_what_changed(desk: Desk, form: Path, tmp_path: Path) -> None:
    desk.run("fill", str(form), str(tmp_path / "1.xlsx"))
    header = ["序号", "姓名", "身份证号码", "联系电话", "走访小结", "期望月薪（元）", "民族"]
    issue = _save(tmp_path / "下一期.xlsx", header, ["1"])
    lines = desk.run("fill", str(issue), str(tmp_path / "2.xlsx")).output.splitlines()
    assert "与上次比：新增 民族" in lines


def test_a_mapping_is_written_and_read(desk: Desk, form: Path, tmp_path: Path) -> None:
    desk.add_person("note=家里有老人")
    saved = tmp_path / "p.json"
    chosen = ["--column", "E=note", "--save-profile", str(saved)]
    desk.json("fill", str(form), str(tmp_path / "1.xlsx"), *chosen)
    assert "老人" not in saved.read_text("utf-8")
    other = _save(tmp_path / "另.xlsx", ["序号", "姓名", "走访小结"], ["1"])
    profile = ["--profile", str(saved), "--kind", "person"]
    desk.json("fill", str(other), str(tmp_path / "2.xlsx"), *profile)
    assert load_workbook(tmp_path / "2.xlsx").worksheets[0]["C2"].value == "家里有老人"
    again = ["--save-profile", str(saved)]
    refused = desk.error("fill", str(form), str(tmp_path / "3.xlsx"), *again)
    assert refused["code"] == "EXPORT_EXISTS"


def test_the_kind_is_told_by_the_header_unless_one_is_named(desk: Desk, tmp_path: Path) -> None:
    header = ["序号", "岗位名称", "招聘人数", "工作地点", "薪酬待遇", "有效期至"]
    form = _save(tmp_path / "岗位.xlsx", header, ["1"])
    assert desk.json("fill", str(form), str(tmp_path / "1.xlsx"))["kind"] == "vacancy"
    named = desk.json("fill", str(form), str(tmp_path / "2.xlsx"), "--kind", "人员")
    assert named["kind"] == "person"
