"""Workbooks of this program that come back: untouched, edited, copied, saved elsewhere."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from mengzhan.model.kinds import KINDS
from mengzhan.rules import operations
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Intent
from mengzhan.sheets.importing.results import write_results
from mengzhan.sheets.ledgers.ledger import Wanted, write_ledger
from mengzhan.sheets.ledgers.marker import RECORD_HEADER
from mengzhan.sheets.ledgers.profile import (
    Profile,
    bared,
    full_profile,
    template_profile,
    usual_profile,
)
from mengzhan.sheets.ledgers.template import write_template
from mengzhan.store.session import Session
from tests import people
from tests.programs import through_libreoffice
from tests.sheets.imports import codes, counts, records, write

FULL = {kind: bared(KINDS, full_profile(KINDS[kind])) for kind in KINDS}


def exported(session: Session, path: Path, profile: Profile, *, bare: bool = True) -> Path:
    """Write every record of a kind as a ledger."""
    ids = session.read().ids(profile.kind)
    write_ledger(session, Wanted(profile, ids, bare=bare, purpose="核对" * bare), path)
    return path


def task(session: Session, path: Path, kind: str) -> Import:
    return Import(session, load(path), session.catalogue[kind])


def plan(session: Session, path: Path, kind: str) -> Plan:
    return task(session, path, kind).plan()


def edit(path: Path, change: Callable[[Worksheet, dict[str, int]], None]) -> Path:
    """Change the first sheet as a person does; columns are named by their headers."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    headers = next(
        row for row in sheet.iter_rows(max_row=10) if any(c.value == RECORD_HEADER for c in row)
    )
    change(sheet, {str(cell.value): cell.column for cell in headers})
    book.save(path)
    return path


def row_of(sheet: Worksheet, text: str) -> int:
    return next(c.row for row in sheet.iter_rows() for c in row if c.value == text)


@pytest.mark.parametrize("bare", [True, False], ids=["all", "usual"])
@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_a_ledger_that_nobody_touched_changes_nothing(
    filled: Session, tmp_path: Path, kind: str, bare: bool
) -> None:
    profile = FULL[kind] if bare else usual_profile(KINDS[kind])
    path = exported(filled, tmp_path / "x.xlsx", profile, bare=bare)
    before = records(filled, kind)
    back = task(filled, path, kind)
    assert back.returning is not None
    assert back.unsure == []
    made = back.plan()
    assert counts(made) == {"same": len(before)}
    assert list(made.problems()) == []
    assert not write(filled, made).records
    assert records(filled, kind) == before


@pytest.mark.parametrize("kind", ["person", "vacancy"])
def test_nor_does_one_that_libreoffice_saved(filled: Session, tmp_path: Path, kind: str) -> None:
    path = exported(filled, tmp_path / "x.xlsx", FULL[kind])
    saved = through_libreoffice(path, tmp_path / "saved")
    made = plan(filled, saved, kind)
    assert counts(made) == {"same": len(records(filled, kind))}


def test_what_was_edited_changes_and_nothing_else(filled: Session, tmp_path: Path) -> None:
    def change(sheet: Worksheet, columns: dict[str, int]) -> None:
        first, second = (row_of(sheet, people.id_number(number)) for number in (0, 2))
        sheet.cell(first, columns["电话"]).value = people.phone(77)
        sheet.cell(first, columns["备注"]).value = "搬到旗里"
        sheet.cell(second, columns["期望月薪（元）"]).value = "4千"

    path = edit(exported(filled, tmp_path / "x.xlsx", FULL["person"]), change)
    before = {record["id_number"]: record for record in records(filled, "person")}
    made = plan(filled, path, "person")
    assert counts(made) == {"same": 1, "change": 2}
    assert len(write(filled, made).records) == 2
    after = {record["id_number"]: record for record in records(filled, "person")}
    expected: dict[str, dict[str, Any]] = {
        number: dict(record) for number, record in before.items()
    }
    expected[people.id_number(0)] |= {"phone": people.phone(77), "note": "搬到旗里"}
    expected[people.id_number(2)] |= {"wage_wish": 400_000}
    assert after == expected


def test_an_edit_that_contradicts_what_is_stored_stays_out(filled: Session, tmp_path: Path) -> None:
    def change(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(row_of(sheet, "挤奶工"), columns["薪酬上限（元）"]).value = 100

    path = edit(exported(filled, tmp_path / "x.xlsx", FULL["vacancy"]), change)
    made = plan(filled, path, "vacancy")
    assert counts(made) == {"out": 1}
    assert {found.problem.code for found in made.problems()} == {"WAGE_ORDER"}


def test_an_edit_is_not_asked_for_what_stands_already(filled: Session, tmp_path: Path) -> None:
    (referral,) = filled.read().newest("referral", 1)
    values = {"result": "2", "arrived_on": "2026-11-15"}
    filled.run(operations.edit(referral, values), "edit referral")

    def change(sheet: Worksheet, columns: dict[str, int]) -> None:
        row = next(
            r
            for r in range(4, 9)
            if sheet.cell(r, columns["姓名" if "姓名" in columns else "人员"]).value
        )
        sheet.cell(row, columns["推荐信编号"]).value = "介〔2026〕7号"

    path = edit(exported(filled, tmp_path / "x.xlsx", FULL["referral"]), change)
    assert counts(plan(filled, path, "referral")) == {"change": 1}


def test_a_copied_row_is_a_new_record(filled: Session, tmp_path: Path) -> None:
    def change(sheet: Worksheet, columns: dict[str, int]) -> None:
        source, target = row_of(sheet, people.id_number(0)), sheet.max_row + 1
        for cell in list(sheet[source]):
            sheet.cell(target, cell.column).value = cell.value
        sheet.cell(target, columns["姓名"]).value = people.name(8)
        sheet.cell(target, columns["证件号"]).value = people.id_number(8)
        sheet.cell(target, columns["电话"]).value = people.phone(8)
        sheet.cell(target, columns["性别"]).value = None
        sheet.cell(target, columns["出生日期"]).value = None

    before = records(filled, "person")
    path = edit(exported(filled, tmp_path / "x.xlsx", FULL["person"]), change)
    made = plan(filled, path, "person")
    assert counts(made) == {"same": 3, "new": 1}
    write(filled, made)
    after = records(filled, "person")
    assert after[:3] == before
    assert (after[3]["name"], after[3]["phone"]) == (people.name(8), people.phone(8))
    assert after[3]["residence"] == people.VILLAGE


def test_a_record_that_is_gone_is_named_and_not_made_again(filled: Session, tmp_path: Path) -> None:
    path = exported(filled, tmp_path / "x.xlsx", FULL["policy"])
    (record,) = filled.read().newest("policy", 1)
    filled.run(operations.remove(record), "delete policy")
    made = plan(filled, path, "policy")
    assert counts(made) == {"out": 1}
    assert codes(made, 4) == {"RECORD_GONE"}


def test_a_record_that_was_merged_since_is_the_one_that_was_kept(
    filled: Session, tmp_path: Path
) -> None:
    reader = filled.read()
    by_number = {r["id_number"]: r["id"] for r in reader.rows("person", list(reader.ids("person")))}
    first, second = by_number[people.id_number(0)], by_number[people.id_number(2)]

    def change(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.delete_rows(row_of(sheet, people.id_number(0)))
        sheet.cell(row_of(sheet, people.id_number(2)), columns["备注"]).value = "两条是一人"

    path = edit(exported(filled, tmp_path / "x.xlsx", FULL["person"]), change)
    filled.run(operations.merge(second, first), "merge person")
    made = plan(filled, path, "person")
    changed = [planned for planned in made.planned if planned.intent is Intent.CHANGE]
    write(filled, made)
    assert len(changed) == 1
    kept = filled.read().record("person", first)
    assert kept is not None
    assert kept["note"] == "两条是一人"


def test_the_rejected_rows_of_a_returned_ledger_are_known_again(
    filled: Session, tmp_path: Path
) -> None:
    def spoil(sheet: Worksheet, columns: dict[str, int]) -> None:
        row = row_of(sheet, people.id_number(0))
        sheet.cell(row, columns["证件号"]).value = "12"
        sheet.cell(row, columns["备注"]).value = "搬到旗里"

    def mend(sheet: Worksheet, columns: dict[str, int]) -> None:
        sheet.cell(row_of(sheet, "12"), columns["证件号"]).value = people.id_number(0)

    path = edit(exported(filled, tmp_path / "x.xlsx", FULL["person"]), spoil)
    back = task(filled, path, "person")
    made = back.plan()
    assert counts(made) == {"out": 1, "same": 2}
    assert write_results(tmp_path / "left.xlsx", back, made) == 1
    again = plan(filled, edit(tmp_path / "left.xlsx", mend), "person")
    assert counts(again) == {"change": 1}
    (planned,) = again.planned
    assert planned.writes == {"note": "搬到旗里"}


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_a_blank_template_holds_no_records(session: Session, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "blank.xlsx"
    write_template(session, template_profile(KINDS[kind]), path)
    blank = task(session, path, kind)
    assert blank.unsure == []
    assert blank.plan().planned == []


def test_a_template_filled_in_asks_nothing(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_template(session, template_profile(KINDS["person"]), path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {str(cell.value).lstrip("*"): cell.column for cell in sheet[3]}
    for place, number in enumerate((4, 5)):
        told = {
            "姓名": people.name(number), "证件号": people.id_number(number),
            "电话": people.phone(number), "常住地": people.VILLAGE, "就业状态": "失业",
            "重点群体": "农牧民工", "告知同意": "是",
        }  # fmt: skip
        for header, text in told.items():
            sheet.cell(4 + place, columns[header]).value = text
    book.save(path)
    back = task(session, path, "person")
    assert back.unsure == []
    made = back.plan()
    assert counts(made) == {"new": 2}
    assert [found for found in made.problems() if found.blocks or found.kept] == []
    write(session, made)
    assert [record["id_number"] for record in records(session, "person")] == [
        people.id_number(4),
        people.id_number(5),
    ]
    assert all(record["consent"] is True for record in records(session, "person"))


def test_a_template_of_services_finds_whom_it_is_about(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_template(filled, template_profile(KINDS["follow_up"]), path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {str(cell.value).lstrip("*"): cell.column for cell in sheet[3]}
    for header, text in {
        "姓名": people.name(0), "证件号": people.id_number(0), "日期": "2026-11-22",
        "方式": "上门", "结果": "仍失业",
    }.items():  # fmt: skip
        assert header in columns, columns
        sheet.cell(4, columns[header]).value = text
    book.save(path)
    made = plan(filled, path, "follow_up")
    assert [str(found.problem.hint) for found in made.problems()] == []
    assert counts(made) == {"new": 1}
    assert not made.made()
