"""Which column gives what, and how sure that is."""

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.headers import SECTION, HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn, map_columns
from mengzhan.sheets.importing.table import find_table
from tests import people
from tests.sheets.imports import Rows, sheet


def mapped(kind: str, rows: Rows, memory: dict[int, str] | None = None) -> tuple[MappedColumn, ...]:
    words = HeaderWords(KINDS[kind], KINDS)
    table = find_table(sheet(rows), words)
    assert table is not None
    return map_columns(table, words, memory)


def paths(kind: str, rows: Rows) -> dict[str, str]:
    return {column.header: column.path for column in mapped(kind, rows) if column.is_sure}


def three(*columns: tuple[str, Cell]) -> list[list[Cell]]:
    """A ledger of three equal rows."""
    return [[header for header, _ in columns], *([[cell for _, cell in columns]] * 3)]


NAME, NUMBER = ("姓名", "乌云"), ("身份证号", people.id_number(1))


def test_a_header_whose_cells_say_otherwise_is_asked_about() -> None:
    columns = mapped("person", three(NAME, NUMBER, ("联系电话", "新城区公主府社区")))
    phone = columns[2]
    assert not phone.is_sure
    assert [path for path, _ in phone.others] != []


def test_numbers_and_telephones_are_known_without_a_header() -> None:
    columns = mapped(
        "person",
        three(NAME, ("民族", "蒙古族"), ("", people.id_number(1)), ("怪栏", people.phone(1))),
    )
    assert [column.path for column in columns] == [
        "name", "ethnicity", "id_number", "phone"
    ]  # fmt: skip


def test_a_field_is_given_by_one_column_a_note_by_several() -> None:
    rows = three(
        NAME,
        NUMBER,
        ("电话", people.phone(1)),
        ("手机", people.phone(2)),
        ("备注", "一"),
        ("说明", "二"),
    )
    found = [column.path for column in mapped("person", rows)]
    assert found[2:4].count("phone") == 1
    assert found[4:] == ["note", "note"]


def test_a_text_with_room_is_given_by_several_columns() -> None:
    rows = three(NAME, NUMBER, ("第一次回访", "在家"), ("第二次回访", "在旗里找活"))
    found = paths("follow_up", rows)
    assert [found[header] for header in ("第一次回访", "第二次回访")] == ["situation"] * 2


def test_a_plain_header_is_believed_where_its_cells_are_kept_in_the_note() -> None:
    rows = three(NAME, ("回访日期", "2026-10-08"), ("下次联系", "月底"), ("未接次数", "老打不通"))
    found = paths("follow_up", rows)
    assert (found["下次联系"], found["未接次数"]) == ("next_on", "missed")


def test_a_header_of_two_meanings_is_not_believed_against_its_cells() -> None:
    rows = three(("用工单位", "某店"), ("岗位", "店员"), ("用工时间", "长期"))
    assert paths("vacancy", rows)["用工时间"] == "term"


def test_a_day_that_tells_a_record_is_not_believed_against_its_cells() -> None:
    rows = three(NAME, NUMBER, ("回访时间", "好几次"))
    assert "回访时间" not in paths("follow_up", rows)


def test_a_header_of_text_or_code_is_what_its_cells_are() -> None:
    coded = three(NAME, NUMBER, ("现状", "打零工"))
    told = three(NAME, NUMBER, ("现状", "在家带孙子，说过了年再看"))
    assert paths("follow_up", coded)["现状"] == "outcome"
    assert paths("follow_up", told)["现状"] == "situation"


def test_what_is_known_and_not_taken_in() -> None:
    columns = mapped("person", three(("序号", 1), NAME, NUMBER, ("年龄", 41)))
    assert [(c.path, c.taken) for c in columns] == [
        ("-serial", False), ("name", True), ("id_number", True), ("-age", False)
    ]  # fmt: skip


def test_a_column_of_ticks_gives_a_code() -> None:
    rows = three(("走访企业", "草原奶食店"), ("走访日期", "2026-11-20"), ("是否缺工", "是"))
    assert paths("visit", rows)["走访企业"] == "employer.name"


def test_memory_comes_first_and_unknown_memory_counts_for_nothing() -> None:
    rows = three(NAME, NUMBER, ("怪栏", "三组"))
    columns = mapped("person", rows, {2: "area_group", 0: "shoe_size"})
    assert [(c.path, c.how) for c in columns] == [
        ("name", "word"), ("id_number", "word"), ("area_group", "memory")
    ]  # fmt: skip


def test_memory_of_one_field_for_two_columns_gives_it_once() -> None:
    rows = three(NAME, NUMBER, ("日期", "2026-11-20"), ("日期", "2026-11-21"))
    columns = mapped("person", rows, {2: "registered_on", 3: "registered_on"})
    assert [c.path for c in columns if c.is_sure].count("registered_on") == 1


@pytest.mark.parametrize(
    ("line", "path"), [("一、草原奶食店", "employer.name"), ("巴彦嘎查三组", "")]
)
def test_lines_over_groups_of_vacancies(line: str, path: str) -> None:
    rows: Rows = [
        ["岗位名称", "招聘人数", "工作地点", "工作内容"],
        [line, "", "", ""],
        ["挤奶工", 2, "牧场", "挤奶"],
    ]
    over = [column for column in mapped("vacancy", rows) if column.index == SECTION]
    assert [column.path for column in over] == ([path] if path else [])
