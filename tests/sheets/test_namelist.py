"""A superior's list of names: whom the station knows, and the same workbook filled on the way back."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side

from mengzhan.model.idnumber import mask_id
from mengzhan.model.phone import mask_phone
from mengzhan.model.problem import UserError
from mengzhan.rules.operations import merge
from mengzhan.rules.strangers import Stranger, read_stranger
from mengzhan.rules.verifying import Finding, make_list, verify, verify_stranger
from mengzhan.sheets.filling.answers import Why
from mengzhan.sheets.namelist import (
    answered_rows,
    fill_return,
    open_return,
    read_name_list,
)
from mengzhan.store.session import Session
from tests import people, stations
from tests.sheets import blanks

HEADER = ("序号", "姓名", "身份证号", "联系电话", "核实结果", "核实后电话", "核实日期", "就业状态")


def person(session: Session, number: int, **more: Any) -> str:
    return stations.log(session, "person", people.person_values(number, **more))


def write(path: Path, *rows: tuple[Any, ...], header: tuple[str, ...] = HEADER) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["人员信息核实名单"])
    for row in (header, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def row_of(number: int, at: int = 1) -> tuple[Any, ...]:
    return (at, people.name(number), people.id_number(number), people.phone(number))


def cells(path: Path, first: int = 3) -> list[list[Any]]:
    sheet = load_workbook(path).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def test_people_in_the_order_of_the_workbook_and_the_others_apart(
    session: Session, tmp_path: Path
) -> None:
    ids = {number: person(session, number) for number in (1, 2, 3)}
    found = read_name_list(
        session, write(tmp_path / "十一月名单.xlsx", row_of(3), row_of(50, 2), row_of(1, 3))
    )
    assert found.title == "十一月名单"
    assert found.people == (ids[3], ids[1])
    assert found.strangers == (Stranger(people.name(50), people.id_number(50), people.phone(50)),)
    assert [(one.row, one.why) for one in found.unfound] == [(4, Why.MISSING)]


def test_namesakes_are_told_apart_by_the_telephone_beside_the_name(
    session: Session, tmp_path: Path
) -> None:
    person(session, 1, name="巴图")
    second = person(session, 2, name="巴图")
    rows = [(1, "巴图", None, people.phone(2)), (2, "巴图", None, people.phone(77))]
    found = read_name_list(session, write(tmp_path / "名单.xlsx", *rows))
    assert found.people == (second,)
    assert [one.why for one in found.unfound] == [Why.SEVERAL]


def test_a_number_under_another_name_is_nobody_for_certain(
    session: Session, tmp_path: Path
) -> None:
    person(session, 1)
    rows = [(1, "别的名字", people.id_number(1), None)]
    found = read_name_list(session, write(tmp_path / "名单.xlsx", *rows))
    assert found.people == ()
    assert [one.why for one in found.unfound] == [Why.OTHER_NAME]


@pytest.mark.parametrize(
    ("rows", "header", "code"),
    [
        ([(1, "奶牛", 3)], ("序号", "品种", "头数"), "LIST_NO_NAMES"),
        ([], HEADER, "LIST_NO_NAMES"),
        ([row_of(1)] * 3_000, HEADER, "LIST_TOO_LONG"),
    ],
)
def test_a_workbook_that_is_no_list_is_refused(
    session: Session, tmp_path: Path, rows: list[Any], header: tuple[str, ...], code: str
) -> None:
    path = write(tmp_path / "x.xlsx", *rows, header=header)
    with pytest.raises(UserError) as caught:
        read_name_list(session, path)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("cell", "phone"),
    [
        ("199 0000 0001", "19900000001"),
        ("19900000002/19900000003", "19900000002"),
        ("0482-8212345 19900000003", "0482-8212345"),
        ("问他哥", ""),
    ],
)
def test_one_telephone_of_a_stranger_is_kept_and_none_in_the_name(
    session: Session, tmp_path: Path, cell: str, phone: str
) -> None:
    path = write(tmp_path / "名单.xlsx", (1, "名单上的人", None, cell))
    (stranger,) = read_name_list(session, path).strangers
    assert stranger == Stranger("名单上的人", "", phone)
    assert read_stranger(stranger.text).name == "名单上的人"


def test_people_of_a_masked_list_are_found_by_name_and_what_is_shown(
    session: Session, tmp_path: Path
) -> None:
    ids = [person(session, number, name="巴图") for number in (1, 2)]
    other = person(session, 3)
    rows: list[tuple[Any, ...]] = [(n, "巴图", mask_id(people.id_number(n)), None) for n in (1, 2)]
    rows += [
        (3, people.name(3), mask_id(people.id_number(3)), mask_phone(people.phone(3))),
        (4, people.name(3), f"999{mask_id(people.id_number(3))[3:]}", None),
        (5, None, mask_id(people.id_number(9)), None),
    ]
    found = read_name_list(session, write(tmp_path / "名单.xlsx", *rows))
    assert found.people == (*ids, other)
    assert [one.why for one in found.unfound][-2:] == [Why.UNLIKE, Why.MISSING]
    assert all(one.number == "" for one in found.strangers)


def test_frames_and_colours_below_the_last_name_are_no_lines(
    session: Session, tmp_path: Path
) -> None:
    record = person(session, 1)
    path = write(tmp_path / "名单.xlsx", row_of(1))
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    line = Side("thin")
    for row in range(2, 3_105):
        for column in range(1, 4):
            sheet.cell(row, column).border = Border(line, line, line, line)
    book.save(path)
    assert read_name_list(session, path).people == (record,)


def test_a_stranger_who_was_registered_goes_back_with_the_last_answer(
    session: Session, tmp_path: Path
) -> None:
    kept, twin = person(session, 1), person(session, 2, name=people.name(1))
    path = write(tmp_path / "名单.xlsx", row_of(1), row_of(50, 2))
    found = read_name_list(session, path)
    task = session.new_id()
    listed = (*found.people, twin)
    session.run(make_list("名单", listed, found.strangers, source="2", record=task), "add task")
    (stranger,) = found.strangers
    for result in ("9", "1"):
        finding = Finding(result, "1", "其其格")
        session.run(verify(twin if result == "9" else kept, finding, task), "verify person")
    session.run(verify_stranger(stranger.text, Finding("9"), task), "verify person")
    registered = person(session, 50)
    session.run(verify(registered, Finding("1"), task), "verify person")
    session.run(merge(twin, kept), "merge person")
    form = open_return(session, path)
    form.write(fill_return(form, task), tmp_path / "回.xlsx", "核实")
    assert [row[4] for row in cells(tmp_path / "回.xlsx")] == ["信息一致", "信息一致"]


def test_the_workbook_goes_back_with_what_was_found(session: Session, tmp_path: Path) -> None:
    ids = {number: person(session, number) for number in (1, 2, 3)}
    rows = [row_of(3), row_of(50, 2), row_of(1, 3), row_of(2, 4)]
    path = write(tmp_path / "名单.xlsx", *rows)
    found = read_name_list(session, path)
    task = session.new_id()
    making = make_list("名单", found.people, found.strangers, source="2", record=task)
    session.run(making, "add task")
    who = "其其格"
    session.run(verify(ids[3], Finding("9", "1", who), task), "verify person")
    session.run(verify(ids[3], Finding("1", "1", who), task), "verify person")
    changes = {"phone": "19900007777", "employment_status": "3"}
    session.run(verify(ids[1], Finding("", "1", who, changes), task), "verify person")
    (stranger,) = found.strangers
    session.run(verify_stranger(stranger.text, Finding("3", "1", who), task), "verify person")
    assert len(answered_rows(session.read(), task)) == 3
    form = open_return(session, path)
    new_phone = form.form.column_called("核实后电话")
    assert new_phone is not None
    form.form.choose(new_phone, "person.phone")
    form.write(fill_return(form, task), tmp_path / "回.xlsx", "核实")
    today = session.today().isoformat()
    out_of_work = "未就业、要求就业"
    assert cells(tmp_path / "回.xlsx") == [
        [*row_of(3), "信息一致", people.phone(3), today, out_of_work],
        [*row_of(50, 2), "查无此人、人户分离", people.phone(50), today, None],
        [*row_of(1, 3), "状态变化（就业、失业）", "19900007777", today, "灵活就业"],
        [*row_of(2, 4), None, None, None, None],
    ]
    assert cells(tmp_path / "回.xlsx", 1)[:2] == cells(path, 1)[:2]
    (noted,) = session.disclosures().newest()
    assert (noted.records, noted.purpose) == (3, "核实")


def test_a_drop_down_of_the_superior_is_answered_from_its_entries(
    session: Session, tmp_path: Path
) -> None:
    record = person(session, 1)
    path = blanks.write(
        tmp_path / "名单.xlsx",
        [["姓名", "身份证号", "核实结果"], [people.name(1), people.id_number(1), None]],
        framed="A1:C2",
        lists={"C2": '"属实,查无此人"'},
    )
    task = session.new_id()
    session.run(make_list("名单", [record], source="2", record=task), "add task")
    session.run(verify(record, Finding("1", "1", "其其格"), task), "verify person")
    form = open_return(session, path)
    form.write(fill_return(form, task), tmp_path / "回.xlsx", "核实")
    assert cells(tmp_path / "回.xlsx", 2)[0][2] == "属实"
