"""What was decided about the columns of a layout: kept here, and in files for others."""

import json
from pathlib import Path

import pytest

from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.headers import SECTION
from mengzhan.sheets.importing.memory import (
    LayoutFileError,
    load_layout,
    remember,
    remembered,
    save_layout,
)
from mengzhan.store.session import Session
from tests import people
from tests.sheets.imports import Rows, records, task, write

ROWS: list[list[Cell]] = [
    ["姓名", "身份证号", "电话", "电话", "怪栏"],
    ["乌云", people.id_number(1), people.phone(1), people.phone(2), "三组"],
    ["萨仁", people.id_number(2), people.phone(3), people.phone(4), "四组"],
]


def test_the_same_layout_asks_nothing_again(session: Session) -> None:
    first = task(session, "person", ROWS)
    first.choose(4, "area_group")
    first.choose(3, "")
    remember(session, "person", first.table, first.columns)
    second = task(session, "person", ROWS)
    assert [column.path for column in second.columns] == [
        "name", "id_number", "phone", "", "area_group"
    ]  # fmt: skip
    assert second.unsure == []
    assert {column.how for column in second.columns} == {"memory"}


def test_two_columns_of_one_header_keep_apart(session: Session) -> None:
    first = task(session, "person", ROWS)
    first.choose(3, "note")
    remember(session, "person", first.table, first.columns)
    second = task(session, "person", ROWS)
    write(session, second.plan())
    assert [(r["phone"], r["note"]) for r in records(session, "person")] == [
        (people.phone(1), people.phone(2)),
        (people.phone(3), people.phone(4)),
    ]


def test_another_layout_and_another_kind_remember_nothing(session: Session) -> None:
    first = task(session, "person", ROWS)
    remember(session, "person", first.table, first.columns)
    assert remembered(session, "employer", first.table) is None
    turned = task(session, "person", [row[::-1] for row in ROWS])
    assert remembered(session, "person", turned.table) is None


def test_a_line_over_groups_that_was_refused_stays_refused(session: Session) -> None:
    rows: Rows = [
        ["岗位名称", "招聘人数", "工作地点", "工作内容"],
        ["一、草原奶食店", "", "", ""],
        ["挤奶工", 2, "牧场", "挤奶"],
    ]
    first = task(session, "vacancy", rows)
    assert first.columns[-1].index == SECTION
    first.choose(SECTION, "")
    remember(session, "vacancy", first.table, first.columns)
    assert task(session, "vacancy", rows).columns[-1].path == ""


def test_a_file_carries_it_to_another_station(session: Session, tmp_path: Path) -> None:
    first = task(session, "person", ROWS)
    first.choose(4, "area_group")
    first.choose(3, "note")
    save_layout(tmp_path / "p.json", "person", first.columns)
    second = task(session, "person", ROWS)
    second.choose_all(load_layout(tmp_path / "p.json", "person"))
    assert [c.path for c in second.columns] == [c.path for c in first.columns]
    text = (tmp_path / "p.json").read_text("utf-8")
    assert "乌云" not in text
    assert people.phone(1) not in text


def test_what_this_version_does_not_know_is_passed_over(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "p.json"
    save_layout(path, "person", task(session, "person", ROWS).columns)
    document = json.loads(path.read_text("utf-8"))
    document["columns"] |= {"怪栏": "shoe_size", "没有的栏": "note", "姓名": "policies=P99"}
    path.write_text(json.dumps(document), "utf-8")
    second = task(session, "person", ROWS)
    before = second.columns
    second.choose_all(load_layout(path, "person"))
    assert [c.path for c in second.columns] == [c.path for c in before]
    assert second.plan().planned


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "LAYOUT_FILE"),
        ("[]", "LAYOUT_FILE"),
        ('{"format": "mengzhan-import-profile"}', "LAYOUT_FILE"),
        ('{"format": "x", "version": 1, "kind": "person", "columns": {}}', "LAYOUT_FILE"),
        (
            '{"format": "mengzhan-import-profile", "version": 1, "kind": "policy", "columns": {}}',
            "LAYOUT_FILE",
        ),
        (
            '{"format": "mengzhan-import-profile", "version": 9, "kind": "person", "columns": {}}',
            "LAYOUT_NEWER",
        ),
    ],
)
def test_files_that_are_none(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "p.json"
    path.write_text(text, "utf-8")
    with pytest.raises(LayoutFileError) as caught:
        load_layout(path, "person")
    assert caught.value.code == code
    path.unlink()
    with pytest.raises(LayoutFileError):
        load_layout(path, "person")
