"""Blank workbooks that explain themselves and are known again when they come back."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.marker import MarkedSheet, find_columns, read_marker
from mengzhan.sheets.ledgers.profile import Column, Profile, template_profile
from mengzhan.sheets.ledgers.template import EMPTY_ROWS, HELP, write_template
from mengzhan.sheets.plaintext import plain_text
from mengzhan.store.session import Session
from tests import people
from tests.programs import through_libreoffice
from tests.sheets.conftest import read_book

TODAY = date(2026, 11, 23)


def blank(session: Session, path: Path, kind: str) -> None:
    write_template(session, template_profile(KINDS[kind]), path)


def found_in(path: Path) -> MarkedSheet:
    book = read_book(path)
    marker = read_marker(book)
    assert marker is not None
    assert marker.sort == "template"
    table = find_columns(book, marker, KINDS)
    assert table is not None
    assert len(table.columns) == len(marker.columns)
    return table


@pytest.mark.parametrize("kind", list(KINDS.by_hand))
def test_every_kind_has_a_template(session: Session, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "x.xlsx"
    blank(session, path, kind)
    book = load_workbook(path)
    sheet = book[KINDS[kind].label]
    headers = [cell.value for cell in sheet[3] if cell.value]
    assert any(header.startswith("*") for header in headers)
    assert all(c.font.color.rgb == "00B3261E" for c in sheet[3] if c.value.startswith("*"))
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.max_row == 3 + EMPTY_ROWS
    explained = [row[1].value for row in book[HELP].iter_rows(min_row=3) if row[1].value]
    assert explained == [header.lstrip("*") for header in headers if header != "序号"]
    table = found_in(path)
    assert all(table.is_blank(row) for row in table.rows)


def test_what_a_record_can_do_without_is_not_asked_for(session: Session, tmp_path: Path) -> None:
    """A verification is about a person or an employer; nobody could fill in both."""
    path = tmp_path / "x.xlsx"
    for kind, marked in (("verification", set()), ("follow_up", {"姓名", "证件号"})):
        blank(session, path, kind)
        headers = [cell.value for cell in load_workbook(path)[KINDS[kind].label][3] if cell.value]
        told = {header.lstrip("*") for header in headers}
        assert {"姓名", "证件号"} <= told
        named = {"*姓名", "*证件号", "*单位"} & set(headers)
        assert {header.lstrip("*") for header in named} == marked


def test_each_column_says_what_belongs_in_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    blank(session, path, "person")
    sheet = load_workbook(path)["人员"]
    rules = {str(rule.sqref).split("4:")[0]: rule for rule in sheet.data_validations.dataValidation}
    number = rules["C"]
    assert number.showInputMessage
    assert number.promptTitle == "证件号"
    assert "必填" in number.prompt
    assert "18 位" in number.prompt
    status = rules["G"]
    assert status.type == "list"
    assert status.errorStyle == "warning"
    assert sheet.column_dimensions["C"].number_format == "@"
    assert sheet.column_dimensions["I"].number_format == "yyyy\\-mm\\-dd"
    place = rules["E"].formula1.partition("!")[2].replace("$", "")
    offered = [row[0].value for row in load_workbook(path)["选项"][place]]
    assert any(str(text).endswith("公主府社区") for text in offered)


def test_examples_are_right(session: Session, tmp_path: Path) -> None:
    """Whoever copies the example must not be told that it is wrong."""
    for kind in KINDS.by_hand.values():
        path = tmp_path / f"{kind.name}.xlsx"
        blank(session, path, kind.name)
        table = found_in(path)
        rows = list(load_workbook(path)[HELP].iter_rows(min_row=3, values_only=True))
        examples = {row[1]: row[5] for row in rows if row[1]}
        for column in table.columns:
            field, form = column.resolved.field, column.form
            example = examples.get(column.marked.header.lstrip("*"))
            if field is not None and form is not None and example:
                reading = field.read(form.read(plain_text(example)), TODAY)
                assert reading.problems == (), (kind.name, field.name, example)


def test_a_profile_makes_a_template_of_its_own(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    columns = (Column("name"), Column("id_number", form="split"), Column("@text", text="盟市"))
    write_template(session, Profile("上级", "person", columns, title="花名册"), path)
    sheet = load_workbook(path)["人员"]
    assert sheet["A1"].value == "巴彦嘎查就业服务站花名册"
    assert sheet["T4"].value == "盟市"


def test_a_template_filled_in_libreoffice_is_known_again(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "人员.xlsx"
    blank(session, path, "person")
    book = load_workbook(path)
    book["人员"]["B4"] = "其其格"
    book["人员"]["C4"] = people.id_number(1)
    book.save(path)
    table = found_in(through_libreoffice(path, tmp_path / "saved"))
    cells = {column.marked.source: cell for column, cell in table.cells(3)}
    assert (cells["name"], cells["id_number"]) == ("其其格", people.id_number(1))
    assert all(c.returns for c in table.columns if c.marked.source != "@number")
    assert [row for row in table.rows if not table.is_blank(row)] == [3]
