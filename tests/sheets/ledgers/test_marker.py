"""The mark by which a workbook is known again, after people have worked with it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Book, Cell, Sheet
from mengzhan.sheets.ledgers.ledger import Wanted, write_ledger
from mengzhan.sheets.ledgers.marker import (
    SHEET,
    WORDS,
    MarkedColumn,
    MarkedSheet,
    Marker,
    NewerSheet,
    find_columns,
    marker_pieces,
    read_marker,
)
from mengzhan.sheets.ledgers.profile import Column, Profile, usual_profile
from mengzhan.store.session import Session
from tests import people
from tests.sheets.conftest import read_book

COLUMNS = (
    MarkedColumn("@number", "序号"),
    MarkedColumn("name", "姓名", "text"),
    MarkedColumn("id_number", "证件号", "split", 18),
    MarkedColumn("phone", "电话", "masked"),
)
MARKER = Marker("ledger", "person", "人员", COLUMNS, "150102001001", "2026-11-23", "0.1")


def marked(rows: list[list[Cell]], marker: Marker = MARKER, pieces: int = 8_000) -> Book:
    text = "".join(marker_pieces(marker))
    cut: list[list[Cell]] = [[text[at : at + pieces]] for at in range(0, len(text), pieces)]
    hidden = Sheet(SHEET, [[WORDS], *cut], visible=False)
    return Book("xlsx", [Sheet("人员", rows), hidden])


def test_a_mark_comes_back_also_when_it_fills_several_cells() -> None:
    assert read_marker(marked([])) == MARKER
    assert read_marker(marked([], pieces=50)) == MARKER
    many = Marker("template", "person", "人员", COLUMNS * 500)
    assert len(marker_pieces(many)) > 1
    assert read_marker(marked([], many)) == many


@pytest.mark.parametrize(
    "cells", [[], [[WORDS]], [[WORDS], ["{"]], [[WORDS], ["[]"]], [[WORDS], ['{"format": "x"}']]]
)
def test_what_is_no_mark_is_none(cells: list[list[Cell]]) -> None:
    book = Book("xlsx", [Sheet(SHEET, cells, visible=False)])
    assert read_marker(book) is None


def test_a_mark_without_its_columns_is_none() -> None:
    broken = json.dumps({"format": "mengzhan-sheet", "version": 1, "columns": [{}]})
    assert read_marker(Book("xlsx", [Sheet(SHEET, [[WORDS], [broken]])])) is None


def test_a_newer_mark_is_named() -> None:
    newer = json.dumps({"format": "mengzhan-sheet", "version": 2})
    with pytest.raises(NewerSheet):
        read_marker(Book("xlsx", [Sheet(SHEET, [[WORDS], [newer]])]))


def table(rows: list[list[Cell]], marker: Marker = MARKER) -> MarkedSheet:
    found = find_columns(marked(rows, marker), marker, KINDS)
    assert found is not None
    return found


HEADER: list[Cell] = ["序号", "姓名", "证件号", *[None] * 17, "电话", "记录号（勿改）"]
ID = people.id_number(1)
ROW: list[Cell] = [1, "其其格", *ID, "199****0001", "r1"]


def test_rows_are_read_with_their_fields_and_records() -> None:
    found = table([["标题"], ["填报单位"], HEADER, ROW])
    assert (found.header_row, found.record(3)) == (2, "r1")
    cells = {column.marked.source: cell for column, cell in found.cells(3)}
    assert cells == {"@number": 1, "name": "其其格", "id_number": ID, "phone": "199****0001"}
    assert {c.marked.source for c in found.columns if c.returns} == {"name", "id_number"}


def test_columns_are_found_where_people_moved_them() -> None:
    found = table(
        [["电话", "备注（新）", "姓名", "记录号（勿改）"], ["199****0001", "x", "其其格", "r1"]]
    )
    places = {column.marked.source: column.place for column in found.columns}
    assert places == {"phone": 0, "name": 2}
    assert found.record(1) == "r1"


def test_a_row_that_nobody_filled_is_blank() -> None:
    found = table([HEADER, [5], ROW])
    assert (found.is_blank(1), found.is_blank(2)) == (True, False)
    assert found.record(1) == ""


def test_without_sheet_or_headers_there_is_nothing_to_find() -> None:
    assert find_columns(marked([["别的"], [1]]), MARKER, KINDS) is None
    assert find_columns(Book("xlsx", [Sheet("另一张", [HEADER])]), MARKER, KINDS) is None
    unknown = Marker("ledger", "horse", "人员", COLUMNS)
    assert find_columns(marked([HEADER], unknown), unknown, KINDS) is None


def test_a_column_of_a_newer_version_is_left_out() -> None:
    marker = Marker("ledger", "person", "人员", (*COLUMNS[:2], MarkedColumn("shoe_size", "鞋码")))
    found = table([["序号", "姓名", "鞋码"], [1, "其其格", 39]], marker)
    assert [c.marked.source for c in found.columns] == ["@number", "name"]


def test_what_belongs_to_another_record_never_returns(filled: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    ids = filled.read().ids("follow_up")
    write_ledger(filled, Wanted(usual_profile(KINDS["follow_up"]), ids), path)
    book = read_book(path)
    marker = read_marker(book)
    assert marker is not None
    found = find_columns(book, marker, KINDS)
    assert found is not None
    returning = {column.marked.source for column in found.columns if column.returns}
    assert returning == {"day", "mode", "outcome", "next_on"}


def test_the_mark_holds_nothing_about_anybody(
    filled: Session, tmp_path: Path, ids: Callable[[Session, str], object]
) -> None:
    path = tmp_path / "x.xlsx"
    profile = Profile("x", "person", (Column("name"), Column("id_number", form="text")))
    wanted = Wanted(profile, filled.read().ids("person"), bare=True, purpose="x")
    write_ledger(filled, wanted, path)
    (hidden,) = [sheet for sheet in read_book(path).sheets if sheet.name == SHEET]
    text = str(hidden.rows)
    assert "id_number" in text
    assert people.id_number(0) not in text
    assert people.name(0) not in text
    assert not hidden.visible
