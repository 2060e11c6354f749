"""The workbook of what did not go in: what stands in it, and that it comes back by itself."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from mengzhan.sheets.grid import Book, Cell, Span
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Decision
from mengzhan.sheets.importing.results import REASON, ROW, left_out, reason_of, write_results
from mengzhan.store.errors import StoreError
from mengzhan.store.session import Session
from tests import people
from tests.sheets.conftest import HOSTILE
from tests.sheets.imports import Rows, bring_in, counts, records, sheet, task, write

HEAD = ["姓名", "身份证号", "联系电话", "组别"]
BROKEN = people.id_number(2)[:-1] + ("0" if people.id_number(2)[-1] != "0" else "1")


def person(number: int, group: Cell = "一组") -> list[Cell]:
    return [people.name(number), people.id_number(number), people.phone(number), group]


def left(session: Session, path: Path, kind: str, rows: Rows, *merged: Span) -> tuple[Import, Plan]:
    """Import a ledger and write what did not go in."""
    begun = task(session, kind, rows, merged)
    made = begun.plan()
    write(session, made)
    write_results(path, begun, made)
    return begun, made


def test_only_rejected_rows_stand_in_it(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [
        HEAD,
        person(1),
        [people.name(2), BROKEN, people.phone(2), "二组"],
        person(3),
        person(3),
    ]
    left(session, path, "person", rows)
    found = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0]]
    assert found[0] == [*HEAD, REASON, ROW]
    (row,) = found[1:]
    assert row[:4] == [people.name(2), BROKEN, people.phone(2), "二组"]
    assert "校验" in row[4]
    assert row[5] == 3


def test_wrong_cells_are_coloured_and_say_why(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [HEAD, person(1), [people.name(2), BROKEN, people.phone(2), "二组"]]
    left(session, path, "person", rows)
    cells = load_workbook(path).worksheets[0][2]
    wrong, right = cells[1], cells[0]
    assert wrong.comment is not None
    assert "校验" in wrong.comment.text
    assert wrong.fill.start_color.rgb.endswith("FBD7D2")
    assert right.comment is None
    assert right.fill.fill_type is None


@pytest.mark.parametrize("text", [*HOSTILE, "\x07响铃", "\ud800半个", "x" * 40_000, "_x0041_"])
def test_no_text_is_run_or_breaks_the_file(session: Session, tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [[*HEAD, text[:20]], person(1), [people.name(2), BROKEN, people.phone(2), text]]
    left(session, path, "person", rows)
    for row in load_workbook(path).worksheets[0]:
        assert all(cell.data_type != "f" for cell in row)
    assert load(path).sheets[0].rows[1][0] == people.name(2)


def test_on_paper_nothing_is_cut(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [HEAD, [people.name(2), BROKEN, people.phone(2), "住在敖包南边" * 20]]
    left(session, path, "person", rows)
    sheet = load_workbook(path).worksheets[0]
    assert sheet.column_dimensions["B"].width > 18, "an ID number stands in one line"
    assert sheet.row_dimensions[2].height > 5 * 15
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
    assert "&P" in sheet.oddFooter.center.text


def test_no_number_loses_digits(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [
        HEAD, person(1),
        [people.name(2), 150199199003070000.0, 19900000002.0, 3],
        [people.name(3), 150199199003070010, "0471-1234567", 0.1],
    ]  # fmt: skip
    left(session, path, "person", rows)
    found = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0]][1:]
    assert [row[1:4] for row in found] == [
        ["150199199003070000", "19900000002", "3"],
        ["150199199003070010", "0471-1234567", "0.1"],
    ]


def test_put_right_it_brings_in_exactly_those_rows(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [
        ["2026年第三季度人员台账", "", "", "", "", ""],
        ["姓名", "身份证号", "电话", "电话", "推送政策", "推送政策"],
        ["", "", "", "", "社保补贴", "稳岗返还"],
        [*person(1)[:3], "", "", ""],
        [people.name(2), BROKEN, people.phone(2), "家里没人接", "√", ""],
    ]  # fmt: skip
    merged = [Span(1, column, 2, column) for column in range(4)] + [Span(1, 4, 1, 5)]
    begun, made = left(session, path, "person", rows, *merged)
    assert counts(made) == {"new": 1, "out": 1}
    book = load_workbook(path)
    cells = book.worksheets[0]
    place = next(c for row in cells.iter_rows() for c in row if c.value == BROKEN)
    place.value = people.id_number(2)
    book.save(path)
    again = Import(session, load(path), session.catalogue["person"])
    assert again.unsure == []
    paths = {column.path for column in begun.columns if column.taken and column.is_sure}
    assert {column.path for column in again.columns if column.taken} == paths
    second = again.plan()
    assert counts(second) == {"new": 1}
    write(session, second)
    assert sorted(record["id_number"] for record in records(session, "person")) == sorted(
        [people.id_number(1), people.id_number(2)]
    )


def test_what_stood_for_other_cells_is_written_out(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [
        HEAD, person(1, "三组"), [people.name(2), BROKEN, "", "同上"], [people.name(3), BROKEN, "", ""],
    ]  # fmt: skip
    left(session, path, "person", rows, Span(1, 2, 3, 2))
    found = [[cell.value for cell in row] for row in load_workbook(path).worksheets[0]][1:]
    assert [row[2:4] for row in found] == [[people.phone(1), "三组"], [people.phone(1), None]]


def test_the_line_over_a_group_goes_along(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    rows: Rows = [
        ["岗位名称", "招聘人数", "工作地点", "工作内容"],
        ["一、草原奶食店（联系人：张三）", "", "", ""],
        ["挤奶工", 2, "牧场", "挤奶"],
        ["", 1, "牧场", "送货"],
    ]
    _, made = left(session, path, "vacancy", rows)
    assert counts(made) == {"new": 1, "out": 1}
    book = load_workbook(path)
    cells = book.worksheets[0]
    row = cells.max_row
    assert "草原奶食店" in [cell.value for cell in cells[row]]
    cells.cell(row, 1).value = "送货员"
    book.save(path)
    second = Import(session, load(path), session.catalogue["vacancy"]).plan()
    assert counts(second) == {"new": 1}
    assert not second.made()


def test_what_a_person_typed_stands_in_it(session: Session, tmp_path: Path) -> None:
    begun = task(session, "person", [HEAD, person(1), [people.name(2), BROKEN, "", "二组"]])
    made = begun.plan()
    made.fix(3, 3, "五组")
    write_results(tmp_path / "x.xlsx", begun, made)
    assert load_workbook(tmp_path / "x.xlsx").worksheets[0].cell(2, 4).value == "五组"


def test_reasons_say_what_became_of_a_row(session: Session) -> None:
    bring_in(session, "person", [HEAD, person(1)])
    made = task(session, "person", [HEAD, person(1, "二组"), person(2), person(2, "五组")]).plan()
    made.decide(3, Decision("skip"))
    reasons = {planned.row.number: reason_of(planned) for planned in left_out(made)}
    assert reasons == {2: "证件号相同；可能重复，等你决定", 3: "跳过"}


def test_a_file_that_cannot_be_written_leaves_nothing(session: Session, tmp_path: Path) -> None:
    begun = task(session, "person", [HEAD, [people.name(2), BROKEN, "", "二组"], person(1)])
    made = begun.plan()
    with pytest.raises(StoreError):
        write_results(tmp_path / "no folder" / "x.xlsx", begun, made)
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".xlsx"] == []


def test_a_file_without_a_sheet_name_gets_one(session: Session, tmp_path: Path) -> None:
    book = Book("csv", [sheet([HEAD, person(1), [people.name(2), BROKEN, "", ""]], name="")])
    begun = Import(session, book, session.catalogue["person"])
    assert write_results(tmp_path / "x.xlsx", begun, begun.plan()) == 1
    assert load_workbook(tmp_path / "x.xlsx").sheetnames == ["未导入"]
