"""From the rows of a ledger to values: what goes where, what is missing, what stands for others."""

import time
from datetime import date

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Cell, Sheet, Span
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.sheets.importing.row import Row
from mengzhan.sheets.importing.rows import RowReader
from mengzhan.sheets.importing.table import Table
from tests import people

TODAY = date(2026, 11, 26)


def reader(
    kind: str,
    paths: dict[str, str],
    *rows: list[Cell],
    merged: tuple[Span, ...] = (),
    constants: dict[str, object] | None = None,
) -> RowReader:
    """Read rows under columns (header -> path), all of them sure."""
    sheet = Sheet("台账", [list(paths), *rows], merged=list(merged))
    headers = tuple((header,) for header in paths)
    table = Table(sheet, 0, 0, headers, tuple(range(1, len(rows) + 1)), (), 9.0)
    columns = tuple(
        MappedColumn(index, header, path, 1.0, "chosen")
        for index, (header, path) in enumerate(paths.items())
    )
    words = HeaderWords(KINDS[kind], KINDS)
    return RowReader(table, columns, words, TODAY, people.VILLAGE, constants)  # type: ignore[arg-type]


def first(kind: str, paths: dict[str, str], *row: Cell) -> Row:
    return reader(kind, paths, list(row)).read(1)


def codes(row: Row) -> set[str]:
    return {found.problem.code for found in row.problems}


def blocking(row: Row) -> set[str]:
    return {found.problem.code for found in row.problems if found.blocks}


def test_what_a_field_cannot_take_goes_into_the_note() -> None:
    row = first("person", {"姓名": "name", "文化": "education"}, "乌云", "识字班")
    assert row.values["note"] == "文化：识字班"
    assert not row.blocked
    (found,) = [one for one in row.problems if one.problem.code == "CODE_UNKNOWN"]
    assert (found.row, found.column, found.kept) == (2, 1, True)


def test_a_note_of_its_own_comes_first() -> None:
    paths = {"备注": "note", "姓名": "name", "文化": "education", "说明": "note"}
    row = first("person", paths, "低保", "乌云", "识字班", "腿脚不便")
    assert row.values["note"] == "低保；文化：识字班；说明：腿脚不便"


def test_a_wrong_number_keeps_the_row_out() -> None:
    row = first("person", {"姓名": "name", "证件号": "id_number"}, "乌云", "12345")
    assert row.blocked
    assert "note" not in row.values


def test_a_note_that_grows_too_long_keeps_the_row_out() -> None:
    paths = {"姓名": "name", "备注": "note", "文化": "education"}
    row = first("person", paths, "乌云", "很" * 490, "识字班二十年前的事情了")
    assert blocking(row) == {"TEXT_TOO_LONG"}


def test_a_kind_without_a_note_says_what_it_left() -> None:
    paths = {"任务": "title", "来源": "source", "完成": "content"}
    assert KINDS["task"].get("note") is None
    row = first("task", paths, "核查", "旗里（口头）", "做")
    assert set(row.values) <= {item.name for item in KINDS["task"]}
    assert {"NOT_TAKEN", "CODE_UNKNOWN"} & codes(row)


def test_a_column_of_its_own_says_it_better_than_the_wage() -> None:
    paths = {"薪酬": "wage", "计薪方式": "wage_unit", "岗位": "title"}
    row = first("vacancy", paths, "3000-4000元/月", "月", "挤奶工")
    assert row.values["wage_unit"] == "1"
    assert "note" not in row.values
    other = first("vacancy", paths, "3000-4000元/月", "日", "挤奶工")
    assert other.values["wage_unit"] == "2"
    assert "3000-4000元/月" in str(other.values["note"])


def test_a_number_fills_birth_date_and_sex_and_says_where_they_differ() -> None:
    paths = {"姓名": "name", "证件号": "id_number", "出生": "birth_date", "性别": "sex"}
    born = people.birth_date(1)
    row = first("person", paths, "乌云", people.id_number(1), f"{born:%Y.%m}", "女")
    assert (row.values["birth_date"], row.values["sex"]) == (born.isoformat(), "1")
    told = [one.problem.field for one in row.problems if one.problem.code == "ID_DISAGREES"]
    assert told == ["sex"]


def test_whom_a_row_is_about_counts_before_it_is_found() -> None:
    paths = {"姓名": "person.name", "日期": "day", "结果": "result"}
    row = first("verification", paths, "乌云", "2026-11-20", "属实")
    assert "SUBJECT_MISSING" not in codes(row)
    nobody = first("verification", paths, "", "2026-11-20", "属实")
    assert "SUBJECT_MISSING" in codes(nobody)


def test_what_is_required_is_asked_for_where_it_belongs() -> None:
    paths = {"姓名": "name", "电话": "phone"}
    row = first("person", paths, "", people.phone(1))
    assert blocking(row) == {"REQUIRED"}
    assert [one.column for one in row.problems if one.blocks] == [0]


def test_a_value_for_the_whole_file_yields_to_the_row() -> None:
    paths = {"姓名": "name", "组": "area_group"}
    made = reader("person", paths, ["乌云", "二组"], ["萨仁", ""], constants={"area_group": "一组"})
    assert [made.read(row).values["area_group"] for row in (1, 2)] == ["二组", "一组"]


def test_several_columns_fill_one_list() -> None:
    paths = {"稳岗": "policies=P03", "补贴": "policies=P06", "政策": "policies"}
    row = first("visit", paths, "√", "√", "P03")
    assert row.values["policies"] == ["P03", "P06"]
    doubtful = first("visit", paths, "待定", "", "")
    assert doubtful.values["note"] == "稳岗：待定"


# What stands for others -------------------------------------------------------------------------


def test_what_a_text_has_no_room_for_goes_into_the_note() -> None:
    paths = {
        "姓名": "person.name",
        "第一次": "situation",
        "第二次": "situation",
        "第三次": "situation",
    }
    row = first("follow_up", paths, "乌云", "在家", "长" * 198, "在旗里")
    assert row.values["situation"] == "在家；第三次：在旗里"
    assert row.values["note"] == f"第二次：{'长' * 198}"
    assert "TEXT_TOO_LONG" not in codes(row)


def test_a_merged_cell_holds_for_every_row_it_covers() -> None:
    made = reader(
        "person", {"户": "household", "姓名": "name"},
        ["007", "乌云"], ["", "萨仁"], ["", "其其格"],
        merged=(Span(1, 0, 2, 0),),
    )  # fmt: skip
    assert [made.read(row).values.get("household") for row in (1, 2, 3)] == ["007", "007", None]


@pytest.mark.parametrize("mark", ["同上", "〃", " 同上 "])
def test_as_above_is_the_cell_above(mark: str) -> None:
    made = reader(
        "person",
        {"姓名": "name", "组": "area_group"},
        ["乌云", "二组"],
        ["萨仁", mark],
        ["白音", mark],
    )
    assert [made.read(row).values["area_group"] for row in (1, 2, 3)] == ["二组"] * 3
    (repair,) = made.repairs
    assert (repair.sort, repair.after, made.repairs[repair]) == ("ditto", "二组", [3, 4])


def test_as_above_is_not_taken_for_what_it_said_at_the_top() -> None:
    paths = {"姓名": "name", "组": "area_group"}
    made = reader("person", paths, ["乌云", "同上"], ["萨仁", "二组"], ["白音", "同上"])
    assert [made.read(row).values["area_group"] for row in (1, 2, 3)] == ["同上", "二组", "二组"]


def test_as_above_with_nothing_above_is_no_value() -> None:
    paths = {"姓名": "name", "证件号": "id_number", "文化": "education"}
    made = reader("person", paths, ["乌云", "同上", "同上"])
    row = made.read(1)
    assert row.blocked
    assert row.values["note"] == "文化：同上"


def test_a_column_of_as_above_is_read_in_no_time() -> None:
    rows: list[list[Cell]] = [["萨仁", "同上"] for _ in range(20_001)]
    rows[0][1] = "二组"
    made = reader("person", {"姓名": "name", "组": "area_group"}, *rows)
    begun = time.process_time()
    assert made.read(20_001).values["area_group"] == "二组"
    for row in range(2, 20_001):
        made.read(row)
    # Looking upwards cell by cell would take minutes.
    assert time.process_time() - begun < 20


def test_what_was_put_right_is_forgotten_with_its_row() -> None:
    made = reader("person", {"姓名": "name"}, ["乌 云"], ["乌 云"])
    made.read(1)
    made.read(2)
    assert list(made.repairs.values()) == [[2, 3]]
    made.forget([2])
    assert list(made.repairs.values()) == [[3]]
    made.forget([3])
    assert not made.repairs


def test_a_day_without_a_year_is_of_the_year_of_its_column() -> None:
    made = reader(
        "follow_up", {"日期": "day", "结果": "outcome"},
        ["2025-04-08", ""], ["4月9日", ""], [date(2025, 4, 10), ""],
    )  # fmt: skip
    assert made.read(2).values["day"] == "2025-04-09"
    assert [repair.sort for repair in made.repairs] == ["no_year"]
