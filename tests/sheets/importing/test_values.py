"""What single cells give: the value, what was put right, what is left over, what is wrong."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.values import (
    CellRead,
    CellReader,
    TickReader,
    read_section_name,
    read_wage_cell,
)
from tests import people
from tests.sheets.test_plaintext import CELLS

TODAY = date(2026, 11, 26)
FIELDS = [(kind.name, item.name) for kind in KINDS.values() for item in kind]


def reader(path: str, year: int | None = None) -> CellReader:
    kind, _, name = path.partition(".")
    return CellReader(KINDS[kind][name], TODAY, people.VILLAGE, year)


def read(path: str, cell: Cell, year: int | None = None) -> CellRead:
    return reader(path, year)(cell)


def codes(found: CellRead) -> set[str]:
    return {problem.code for problem in found.problems}


# Numbers of people ------------------------------------------------------------------------------


def slipped(number: str) -> str:
    """Return a number with another check character."""
    return number[:-1] + ("0" if number[-1] != "0" else "1")


def test_a_number_of_full_width_digits_with_spaces_is_put_right() -> None:
    number = people.id_number(1)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in number)
    for cell, repair in ((wide, "width"), (f"{number[:6]} {number[6:]}", "spaces"), (number, "")):
        found = read("person.id_number", cell)
        assert (found.value, found.repair) == (number, repair)


@pytest.mark.parametrize(
    ("cell", "code", "blocks"),
    [
        (150199199003070000.0, "ID_ROUNDED", True),
        (150199199003070016, "ID_ROUNDED", True),
        ("1.50199E+17", "ID_SCIENTIFIC", True),
        ("150199199003070", "ID_LENGTH", True),
        (slipped(people.id_number(1)), "ID_CHECKSUM", True),
    ],
)
def test_broken_numbers_are_named(cell: Cell, code: str, blocks: bool) -> None:
    found = read("person.id_number", cell)
    assert found.blocks is blocks
    if code != "ID_LENGTH":
        assert code in codes(found)


def test_a_slip_of_one_digit_offers_what_was_meant() -> None:
    number = people.id_number(1)
    wrong = number[:16] + str((int(number[16]) + 1) % 10) + number[17]
    assert number in read("person.id_number", wrong).suggestions


def test_a_sound_number_that_ends_in_zeros_is_doubted() -> None:
    body = next(
        number for n in range(3000) if (number := people.id_number(n * 1000)).endswith("000")
    )
    found = read("person.id_number", body)
    assert found.value == body
    assert codes(found) == {"ID_ROUNDED"}
    assert not found.blocks


def test_what_is_printed_of_a_cell_holds_no_number() -> None:
    number = people.id_number(1)
    for cell in (number, slipped(number), f"{people.phone(1)}/{people.phone(2)}"):
        printed = repr(read("person.id_number", cell)) + repr(read("person.phone", cell))
        assert number[:17] not in printed
        assert people.phone(1) not in printed
        assert people.phone(2) not in printed


# Telephones, money, codes -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "rest"),
    [
        (f"{people.phone(1)}/{people.phone(2)}", people.phone(2)),
        (f"{people.phone(1)}{people.phone(2)}", people.phone(2)),
        (f"{people.phone(1)} 儿子", "儿子"),
        (f"无 {people.phone(1)}", "无"),
    ],
)
def test_several_numbers_in_one_cell_are_all_kept(cell: str, rest: str) -> None:
    found = read("person.phone", cell)
    assert (found.value, found.repair, found.rest) == (people.phone(1), "split", rest)


@pytest.mark.parametrize(
    ("cell", "value", "rest"),
    [
        ("3000", 300_000, ""),
        (3000.0, 300_000, ""),
        ("3千", 300_000, ""),
        ("3000-4000", 300_000, "3000-4000"),
        ("200元/天", 20_000, "200元/天"),
        ("3000元/月，包吃住", 300_000, "包吃住"),
    ],
)
def test_money_keeps_what_it_cannot_say(cell: Cell, value: int, rest: str) -> None:
    found = read("person.wage_wish", cell)
    assert (found.value, found.rest) == (value, rest)


@pytest.mark.parametrize("cell", ["-3000", -3000, "－3000"])
def test_less_than_nothing_is_no_wage(cell: Cell) -> None:
    found = read("person.wage_wish", cell)
    assert found.blocks
    assert found.repair == ""


def test_digits_that_a_program_took_for_a_sum() -> None:
    phone = read("person.phone", f"{people.phone(1)}.0")
    assert (phone.value, phone.repair) == (people.phone(1), "form")
    number = read("person.id_number", f"{people.id_number(1)}.0")
    assert (number.value, number.repair) == (people.id_number(1), "form")


def test_words_beside_a_code_are_left_over() -> None:
    found = read("person.employment_status", "失业（2026年3月登记）")
    assert (found.value, found.repair, found.rest) == ("1", "split", "2026年3月登记")


def test_of_several_codes_the_unknown_are_left_over() -> None:
    found = read("person.key_groups", "农牧民工、爱唱歌")
    assert found.value == ["K04"]
    assert (found.repair, found.rest) == ("split", "爱唱歌")


@pytest.mark.parametrize("cell", ["无", " / ", "——", "不详", "×"])
@pytest.mark.parametrize("path", ["person.phone", "person.birth_date", "person.education"])
def test_a_stroke_says_that_there_is_nothing(path: str, cell: str) -> None:
    assert read(path, cell) == CellRead()


def test_no_is_an_answer_where_it_is_one() -> None:
    assert read("person.consent", "否").value is False
    assert read("person.note", "无").value == "无"


# Days and places --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "value", "repair"),
    [
        (date(1985, 6, 1), "1985-06-01", ""),
        (datetime(1985, 6, 1), "1985-06-01", ""),
        (datetime(1985, 6, 1, 8, 30), "1985-06-01", "date"),
        ("1985-06-01 08:30", "1985-06-01", "date"),
        ("1985.6", "1985-06-01", "month"),
        ("1985年", "1985-01-01", "year"),
        ("6月1日", "2025-06-01", "no_year"),
        (31199, "1985-06-01", "serial"),
        ("1985年6月1日", "1985-06-01", "date"),
    ],
)
def test_whatever_is_changed_of_a_day_is_told(cell: Cell, value: str, repair: str) -> None:
    found = read("follow_up.next_on", cell, 2025)
    assert (found.value, found.repair) == (value, repair)


def test_a_lost_zero_is_asked_for() -> None:
    assert codes(read("person.birth_date", 1985.1)) == {"DATE_LOST_ZERO"}


def test_an_address_is_a_place_and_a_rest_of_any_length() -> None:
    name = division_tree().full_name(people.VILLAGE)
    tail = "三组" + "很长的说明" * 20
    found = read("person.residence", f"{name}{tail}")
    assert (found.value, found.repair, found.rest) == (people.VILLAGE, "place", tail)


# Ticks, lines over groups, wages ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "value", "rest"),
    [("√", ["P03"], ""), ("是", ["P03"], ""), ("否", None, ""), ("待定", None, "待定")],
)
def test_a_tick_stands_for_a_code(cell: str, value: Value, rest: str) -> None:
    found = TickReader(KINDS["visit"]["policies"], "P03")(cell)
    assert (found.value, found.rest) == (value, rest)


@pytest.mark.parametrize(
    ("line", "name", "more", "rest"),
    [
        ("一、草原奶食店", "草原奶食店", None, ""),
        ("（二）草原奶食店", "草原奶食店", None, ""),
        ("3.草原奶食店", "草原奶食店", None, ""),
        ("三一重工", "三一重工", None, ""),
        ("五原县肉联厂", "五原县肉联厂", None, ""),
        ("肉联厂（普通合伙）", "肉联厂（普通合伙）", None, ""),
        (
            "一、肉联厂（联系人：张三，电话：19900000001）",
            "肉联厂",
            {"contact": "张三", "phone": "19900000001"},
            "",
        ),
        ("肉联厂（老板张四，住旗里）", "肉联厂", {"contact": "张四"}, "住旗里"),
    ],
)
def test_a_line_over_a_group_is_a_name_and_whom_to_ask(
    line: str, name: str, more: dict[str, Value] | None, rest: str
) -> None:
    found = read_section_name(line)
    assert (found.value, found.more, found.rest) == (name, more, rest)


def test_a_wage_gives_its_ends_and_its_unit() -> None:
    found = read_wage_cell("3000-4000元/月，包吃住")
    assert found.more == {"wage_min": 300_000, "wage_max": 400_000, "wage_unit": "1"}
    assert (found.repair, found.rest) == ("split", "包吃住")
    assert codes(read_wage_cell("看能力")) == {"WAGE_FORM"}


# Anything ---------------------------------------------------------------------------------------


@given(st.sampled_from(FIELDS), CELLS)
def test_no_cell_stops_the_reading(field: tuple[str, str], cell: Cell) -> None:
    kind, name = field
    found = read(f"{kind}.{name}", cell)
    assert all(problem.field == name for problem in found.problems)
