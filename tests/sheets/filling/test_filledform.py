"""Whose record goes into which row, and what is left empty and why."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from mengzhan.model.kinds import KINDS
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.sheets.filling.answers import Why
from mengzhan.sheets.filling.filledform import EmptyCells, Filled, Filling, Unfound
from mengzhan.sheets.filling.sheetform import read_form
from mengzhan.sheets.filling.superform import SuperiorForm
from tests import people
from tests.sheets import blanks

TODAY = date(2026, 11, 26)
FACTS = {"unit": "巴彦嘎查就业服务站", "person": "其其格", "day": "2026-11-26"}
TOWN = [people.person_values(number) for number in range(1, 6)]


def filling(path: Path, records: list[dict[str, Any]], kind: str = "person") -> Filling:
    form = SuperiorForm(read_form(path.read_bytes()), KINDS, KINDS[kind])
    return Filling(form, records, FACTS, TODAY)


def fill(path: Path, records: list[dict[str, Any]], kind: str = "person") -> tuple[Filled, Any]:
    filled = filling(path, records, kind).fill(path.read_bytes())
    return filled, load_workbook(BytesIO(filled.data)).active


def column(sheet: Any, letter: str, first: int, last: int) -> list[Any]:
    return [sheet[f"{letter}{row}"].value for row in range(first, last + 1)]


def test_records_go_into_the_rows_one_after_the_other(tmp_path: Path) -> None:
    filled, sheet = fill(blanks.roster(tmp_path / "表.xlsx"), TOWN[:3])
    assert column(sheet, "A", 4, 7) == [1, 2, 3, None]
    assert column(sheet, "C", 4, 7) == [people.id_number(n) for n in (1, 2, 3)] + [None]
    assert column(sheet, "F", 4, 7) == [None] * 4
    assert (filled.records, filled.bare, filled.left_over) == (3, 3, 0)
    assert [one.text for one in filled.fixed] == [FACTS["unit"], FACTS["person"]]


def test_what_is_not_known_is_told_by_column(tmp_path: Path) -> None:
    nobody: dict[str, Any] = {"name": "苏和"}
    filled, _ = fill(blanks.roster(tmp_path / "表.xlsx"), [TOWN[0], nobody])
    assert filled.empty == [
        EmptyCells("身份证号", Why.NO_VALUE, (5,)),
        EmptyCells("性别", Why.NO_VALUE, (5,)),
        EmptyCells("联系电话", Why.NO_VALUE, (5,)),
    ]


def test_the_people_of_a_list_are_found_by_number(tmp_path: Path) -> None:
    path = blanks.named_list(tmp_path / "表.xlsx", [3, 1, 9], number2=people.id_number(2))
    filled, sheet = fill(path, TOWN)
    assert column(sheet, "E", 3, 5) == [people.phone(3), None, None]
    assert filled.unfound == [
        Unfound(4, people.name(1), Why.OTHER_NAME),
        Unfound(5, people.name(9), Why.MISSING),
    ]


@pytest.mark.parametrize(
    ("sex", "phone", "found"),
    [("男", None, True), ("女", None, False), (None, people.phone(7), False), ("？", None, True)],
)
def test_a_name_alone_must_not_contradict_what_stands_beside_it(
    tmp_path: Path, sex: str | None, phone: str | None, found: bool
) -> None:
    header = ["姓名", "性别", "联系电话", "身份证号"]
    path = blanks.write(tmp_path / "表.xlsx", [header, [people.name(1), sex, phone, None]])
    filled, sheet = fill(path, TOWN)
    assert sheet["D2"].value == (people.id_number(1) if found else None)
    assert [one.why for one in filled.unfound] == ([] if found else ["unlike"])


def test_rows_about_somebody_whom_nobody_knows_stay_as_they_are(tmp_path: Path) -> None:
    """The superior has written into a column that means nothing here: a household, a card."""
    header = ["序号", "一卡通号", "姓名", "联系电话"]
    rows: list[list[Any]] = [[1, None, None, None], [2, "乙户", None, None], [3, None, None, None]]
    path = blanks.write(tmp_path / "表.xlsx", [header, *rows], framed="A1:D4")
    filled, sheet = fill(path, TOWN)
    assert column(sheet, "C", 2, 4) == [people.name(1), None, None], "nor what stands below"
    assert filled.unfound == [Unfound(3, "", Why.NAMELESS)]
    assert sheet.max_row == 4, "and no rows are added"
    assert filled.left_over == 4


def test_a_second_list_in_the_same_frame_is_left_alone(tmp_path: Path) -> None:
    header = ["序号", "姓名", "联系电话"]
    rows: list[list[Any]] = [header, [None] * 3, ["序号", "家庭成员", "关系"], [None] * 3]
    _, sheet = fill(blanks.write(tmp_path / "表.xlsx", rows, framed="A1:C4"), TOWN[:2])
    assert column(sheet, "C", 2, 4) == [None, "关系", None]
    assert sheet["B4"].value is None


@pytest.mark.parametrize(
    ("given", "numbers"),
    [
        ([None, None], [1, 2, 3]),
        ([1, 2], [1, 2, 3]),
        ([101, 102], [101, 102, 103]),
        (["一", "二"], ["一", "二", None]),
        ([1, 5], [1, 5, None]),
    ],
)
def test_running_numbers_go_on_from_those_that_are_there(
    tmp_path: Path, given: list[Any], numbers: list[Any]
) -> None:
    rows: list[list[Any]] = [["序号", "姓名", "联系电话"], *([one, None, None] for one in given)]
    _, sheet = fill(blanks.write(tmp_path / "表.xlsx", rows, framed="A1:C3"), TOWN[:3])
    assert column(sheet, "A", 2, 4) == numbers


def test_a_row_is_numbered_by_its_place_though_others_are_left_out(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["序号", "姓名", "联系电话"]]
    rows += [[None, people.name(n), None] for n in (1, 9, 2)]
    _, sheet = fill(blanks.write(tmp_path / "表.xlsx", rows, framed="A1:C4"), TOWN)
    assert column(sheet, "A", 2, 4) == [1, None, 3]


def test_a_number_given_digit_by_digit_finds_its_person(tmp_path: Path) -> None:
    top = ["姓名", "公民身份号码", *[None] * 17, "联系电话"]
    below = [None, *range(1, 19), None]
    rows = [[name, *people.id_number(n), None] for n, name in ((1, people.name(1)), (2, "别人"))]
    merged = ["A1:A2", "B1:S1", "T1:T2"]
    path = blanks.write(tmp_path / "表.xlsx", [top, below, *rows], framed="A1:T4", merged=merged)
    filled, sheet = fill(path, TOWN)
    assert column(sheet, "T", 3, 4) == [people.phone(1), None]
    assert filled.unfound == [Unfound(4, "别人", Why.OTHER_NAME)]


def test_places_for_what_nobody_knows_of_the_sender_are_told(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["填报单位：", None, "联系电话：", None],
        ["姓名", "性别", "民族", "学历"],
        [None] * 4,
    ]
    filled, sheet = fill(blanks.write(tmp_path / "表.xlsx", rows, framed="A2:D3"), TOWN[:1])
    assert (sheet["B1"].value, sheet["D1"].value) == (FACTS["unit"], None)
    assert EmptyCells("联系电话：", Why.SENDER, (1,)) in filled.empty


def test_what_stands_in_every_row_does_not_matter(tmp_path: Path) -> None:
    rows = [["张家营镇", None, None]] * 2
    path = blanks.write(tmp_path / "表.xlsx", [["所属片区", "姓名", "联系电话"], *rows])
    _, sheet = fill(path, TOWN[:2])
    assert column(sheet, "B", 2, 3) == [people.name(1), people.name(2)]


def test_cells_that_a_merge_hides_are_not_counted_as_filled(tmp_path: Path) -> None:
    header = ["姓名", "姓名", "联系电话"]
    body = [[None] * 3] * 2
    merged = ["A1:B1", "A2:B2", "A3:B3"]
    path = blanks.write(tmp_path / "表.xlsx", [header, *body], framed="A1:C3", merged=merged)
    filled, sheet = fill(path, TOWN[:4])
    assert column(sheet, "A", 2, 5) == [people.name(n) for n in (1, 2, 3, 4)]
    assert filled.by_column == {0: 4, 2: 4}
    assert filled.written == 8


def test_over_a_list_stands_only_what_is_so_for_all_of_it(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["用人单位", None, "统一社会信用代码", None],
        ["岗位名称", "招聘人数", "工作内容", "薪酬"],
        [None] * 4,
        [None] * 4,
    ]
    path = blanks.write(tmp_path / "表.xlsx", rows, framed="A1:D4")
    code = "91150100MA0N1EXX0X"
    vacancies: list[dict[str, Any]] = [
        {**people.vacancy_values("e"), "employer.name": name, "employer.credit_code": code}
        for name in ("甲奶站", "乙奶站")
    ]
    filled, sheet = fill(path, vacancies, "vacancy")
    assert (sheet["B1"].value, sheet["D1"].value) == (None, code)
    assert EmptyCells("用人单位", Why.DIFFERENT, (1,)) in filled.empty
    assert sheet["D3"].value == "3200-4000元/月"


def test_of_a_list_under_an_employers_name_only_its_own_are_filled(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["单位名称", "甲奶站"],
        ["岗位名称", "招聘人数", "工作内容"],
        [None] * 3,
        [None] * 3,
    ]
    path = blanks.write(tmp_path / "表.xlsx", rows, framed="A1:C4")
    vacancies: list[dict[str, Any]] = [
        {**people.vacancy_values("e", title=title), "employer.name": name}
        for name, title in (("甲奶站", "挤奶工"), ("乙奶站", "司机"), ("甲奶站", "保洁"))
    ]
    _, sheet = fill(path, vacancies, "vacancy")
    assert column(sheet, "A", 3, 4) == ["挤奶工", "保洁"]


def test_a_form_about_one_person_wants_one(tmp_path: Path) -> None:
    path = blanks.card(tmp_path / "表.xlsx")
    _, sheet = fill(path, TOWN[:1])
    assert (sheet["B2"].value, sheet["B3"].value) == (people.name(1), people.id_number(1))
    filled, sheet = fill(path, TOWN)
    assert (filled.written, sheet["B2"].value) == (0, None)
    assert sheet["B5"].value == FACTS["day"], "who fills it in is known all the same"
    filled, sheet = fill(blanks.card(tmp_path / "名.xlsx", people.name(4)), TOWN)
    assert (filled.written, sheet["B3"].value) == (3, people.id_number(4))


def test_the_sample_is_the_first_value_or_says_why_there_is_none(tmp_path: Path) -> None:
    made = filling(blanks.roster(tmp_path / "表.xlsx"), [{"name": "苏和"}, *TOWN])
    samples = {c.header: made.sample(c) for c in made.form.columns}
    assert samples["联系电话"].write == people.phone(1)
    assert samples["走访小结"].write is None
    nobody = filling(blanks.roster(tmp_path / "表.xlsx"), [{"name": "苏和"}])
    assert [nobody.sample(c).why for c in nobody.form.columns][2] == "no_value"


def test_filling_can_be_stopped(tmp_path: Path) -> None:
    made = filling(blanks.roster(tmp_path / "表.xlsx"), TOWN * 50)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        made.fill((tmp_path / "表.xlsx").read_bytes(), progress)
