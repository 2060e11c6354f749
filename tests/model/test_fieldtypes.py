"""Field types: how values are read as people type them, checked, shown, hidden and stored."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.codes import Code, CodeTable, code_table, show_codes_in
from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import (
    Choice,
    Choices,
    CreditCode,
    Date,
    Division,
    FieldType,
    Flag,
    IdNumber,
    Integer,
    Money,
    Month,
    Occupation,
    Occupations,
    PersonName,
    Phone,
    Pictures,
    Reference,
    References,
    Text,
    read_date,
)
from mengzhan.model.kinds import KINDS
from tests.people import OTHER_VILLAGE, VILLAGE, id_number, name, phone

TODAY = date(2026, 11, 23)
ID_1 = id_number(1)
WIDE = str.maketrans("0123456789X-.", "０１２３４５６７８９Ｘ－．")

COLOURS = CodeTable(
    "colours",
    [
        Code("01", "红", aliases=("大红",)),
        Code("02", "绿", aliases=("青草色",)),
        Code("03", "黄、橙"),
        Code("04", "旧红", retired=True),
    ],
)


def read(kind: FieldType, text: str) -> Value:
    """Return the value of text that is understood without any problem."""
    reading = kind.read(text, TODAY)
    assert reading.problems == ()
    return reading.value


def codes(kind: FieldType, text: str) -> list[str]:
    reading = kind.read(text, TODAY)
    assert all(str(problem.hint) for problem in reading.problems)
    return [problem.code for problem in reading.problems]


EVERY: list[FieldType] = [
    Text(20),
    Text(500, long=True),
    Integer(),
    Money(),
    Date(),
    Month(),
    Flag(),
    Choice("sex"),
    Choices("key_group"),
    IdNumber(),
    CreditCode(),
    Phone(),
    PersonName(),
    Division(),
    Occupation(),
    Occupations(),
    Reference("person"),
    References("person"),
    Pictures(),
]


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
@pytest.mark.parametrize("text", ["", "   ", "\u3000\t\n", "\u200b"])
def test_nothing_typed_is_no_value_and_no_problem(kind: FieldType, text: str) -> None:
    reading = kind.read(text, TODAY)
    assert reading.value is None
    assert reading.problems == ()
    assert not reading.blocks


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_no_value_is_shown_as_nothing_and_stored_as_null(kind: FieldType) -> None:
    assert kind.show(None) == ""
    assert kind.typed(None) == ""
    assert kind.to_sql(None) is None
    assert kind.from_sql(None) is None


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
@settings(max_examples=15)
@given(text=st.text(max_size=12))
def test_whatever_is_typed_is_read_or_explained(kind: FieldType, text: str) -> None:
    reading = kind.read(text, TODAY)
    json.dumps(reading.value)
    for problem in reading.problems:
        assert problem.code.isupper()
        assert str(problem.hint)
    if reading.value is None and text.strip() and kind.clean(text):
        assert reading.problems or isinstance(kind, Choices | Occupations | References | Pictures)


def test_every_type_of_the_declarations_is_tested_here() -> None:
    used = {field.type.name for kind in KINDS.values() for field in kind}
    assert used <= {kind.name for kind in EVERY}
    assert len({kind.name for kind in EVERY}) == 18


SAMPLES: list[tuple[FieldType, list[Value]]] = [
    (Text(20), ["羊倌", "2 号院", "a·b"]),
    (Text(500, long=True), ["第一行\n第二行"]),
    (Integer(), [0, 3, 1_000_000]),
    (Money(), [0, 1, 5, 50, 2240, 320_000, 305, 1_200_000]),
    (Date(), ["2026-01-05", "1999-12-31", "2024-02-29"]),
    (Month(), ["2026-11", "1999-01"]),
    (Flag(), [True, False]),
    (Choice("sex"), ["1", "2"]),
    (Choice(COLOURS), ["01", "04"]),
    (Choices("key_group"), [["K04"], ["K01", "K09", "K0101"]]),
    (IdNumber(), [ID_1]),
    (CreditCode(), ["91150199MA0TEST01X"]),
    (Phone(), [phone(1), "0482-8212345"]),
    (PersonName(), [name(0), name(12)]),
    (Division(), [VILLAGE, "1501"]),
    (Occupation(), ["4-10-01-05"]),
    (Occupations(), [["4-10-01-05", "6-18-02-04"]]),
    (Reference("person"), ["017f22e2-79b0-7cc3-98c4-dc0c0c07398f"]),
    (References("person"), [["017f22e2-79b0-7cc3", "017f22e2-79b0-7cc4"]]),
    (Pictures(), [["a" * 64, "b" * 64]]),
]
FLAT = [(kind, value) for kind, found in SAMPLES for value in found]


@pytest.mark.parametrize(("kind", "value"), FLAT, ids=lambda part: str(part)[:20])
def test_what_is_written_for_typing_reads_back(kind: FieldType, value: Value) -> None:
    assert kind.read(kind.typed(value), TODAY).value == value


@pytest.mark.parametrize(("kind", "value"), FLAT, ids=lambda part: str(part)[:20])
def test_what_is_stored_comes_back(kind: FieldType, value: Value) -> None:
    cell = kind.to_sql(value)
    assert isinstance(cell, int if kind.sql == "INTEGER" else str)
    assert kind.from_sql(cell) == value
    assert type(kind.from_sql(cell)) is type(value)


@pytest.mark.parametrize(
    ("kind", "written", "held"),
    [
        (Date(), "2026-02-31", None),
        (Date(), "20261103", None),
        (Date(), "9999-12-31", None),
        (Date(), 5, None),
        (Integer(), "5", None),
        (Integer(), -1, None),
        (Money(), 10**14, None),
        (Flag(), "?", None),
        (Choices("key_group"), {"K04": True}, None),
        (Choices("key_group"), "K04", "K04"),
        (Choices("key_group"), ["K04", 4, ["K01"]], ["K04"]),
    ],
    ids=str,
)
def test_what_cannot_be_has_no_place_in_a_column(kind: FieldType, written: Any, held: Any) -> None:
    assert kind.from_sql(kind.to_sql(written)) == held


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
@pytest.mark.parametrize("odd", [-1, True, {"a": "b"}, ["K04", 5, ["b"], {"c": 1}]], ids=str)
def test_whatever_another_program_wrote_is_shown_and_can_be_typed_over(
    kind: FieldType, odd: Any
) -> None:
    assert isinstance(kind.show(odd), str)
    assert isinstance(kind.mask(odd), str)
    assert isinstance(kind.typed(odd), str)
    for problem in kind.check(odd, TODAY):
        assert str(problem.hint)


def test_every_type_has_a_sample() -> None:
    assert {kind.name for kind, _ in SAMPLES} == {kind.name for kind in EVERY}


# Text -----------------------------------------------------------------------------------------


def test_text_loses_strange_spaces_and_width_but_not_chinese_punctuation() -> None:
    assert read(Text(), "\u3000Ａ１\u00a0号\u200b楼 ") == "A1 号楼"
    assert read(Text(), "会养羊，懂蒙语。") == "会养羊，懂蒙语。"


def test_a_line_stays_one_line_and_an_area_keeps_its_lines() -> None:
    assert read(Text(), "上午\r\n下午") == "上午 下午"
    assert read(Text(long=True), "上午\r\n下午\n") == "上午\n下午"


def test_length_is_counted_in_code_points() -> None:
    assert codes(Text(3), "𠮷𠮷𠮷") == []
    reading = Text(3).read("𠮷𠮷𠮷𠮷", TODAY)
    assert [problem.code for problem in reading.problems] == ["TEXT_TOO_LONG"]
    assert str(reading.problems[0].hint) == "最多 3 个字，现在 4 个，请缩短。"
    assert reading.value == "𠮷𠮷𠮷𠮷"


# Numbers and money ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("３", 3),
        (" 12 人", 12),
        ("1,200", 1200),
        ("1，200", 1200),
        ("+5", 5),
        ("2 名", 2),
    ],
)
def test_integers_as_typed(text: str, value: int) -> None:
    assert read(Integer(), text) == value


@pytest.mark.parametrize("text", ["三", "3.5", "3-4", "1e3", "x"])
def test_what_is_no_integer(text: str) -> None:
    assert codes(Integer(), text) == ["INTEGER_FORM"]
    assert Integer().read(text, TODAY).value is None


@pytest.mark.parametrize(("text", "wrong"), [("0", True), ("1", False), ("9", False), ("10", True)])
def test_bounds_belong_to_the_range(text: str, wrong: bool) -> None:
    assert codes(Integer(low=1, high=9), text) == (["INTEGER_RANGE"] if wrong else [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3200", 320_000),
        ("３２００", 320_000),
        ("22.4", 2_240),
        ("22.40", 2_240),
        ("0.05", 5),
        ("¥3,200元", 320_000),
        ("￥3，200 元", 320_000),
        ("3千", 300_000),
        ("3.5千", 350_000),
        ("1.2万", 1_200_000),
        ("1.2345万", 1_234_500),
        ("5k", 500_000),
        ("５Ｋ", 500_000),
        ("0", 0),
    ],
)
def test_money_as_typed(text: str, value: int) -> None:
    assert read(Money(), text) == value


@pytest.mark.parametrize("text", ["面议", "3000-4000", "-5", "22.456", "1.23456万", "1万2", "元"])
def test_what_is_no_amount(text: str) -> None:
    assert codes(Money(), text) == ["MONEY_FORM"]


def test_too_much_money_is_asked_about() -> None:
    assert codes(Money(), "9999999999") == ["MONEY_RANGE"]


@pytest.mark.parametrize(
    ("value", "shown"), [(320_000, "3200"), (2_240, "22.4"), (5, "0.05"), (50, "0.5"), (0, "0")]
)
def test_money_is_shown_in_yuan(value: int, shown: str) -> None:
    assert Money().show(value) == shown


@given(st.integers(0, 10_000_000_000))
def test_every_amount_reads_back(value: int) -> None:
    assert read(Money(), Money().typed(value)) == value


# Days and months --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-1-5", "2026-01-05"),
        ("2026-01-05", "2026-01-05"),
        ("20260105", "2026-01-05"),
        ("２０２６．１．５", "2026-01-05"),
        ("2026/1/5", "2026-01-05"),
        ("2026年1月5日", "2026-01-05"),
        ("2026年1月5号", "2026-01-05"),
        (" 2026年 1月 5日 ", "2026-01-05"),
        ("1-5", "2026-01-05"),
        ("1.5", "2026-01-05"),
        ("1月5日", "2026-01-05"),
        ("5", "2026-11-05"),
        ("5号", "2026-11-05"),
        ("今天", "2026-11-23"),
        ("昨天", "2026-11-22"),
        ("前天", "2026-11-21"),
        ("明天", "2026-11-24"),
        ("后天", "2026-11-25"),
        ("2024-2-29", "2024-02-29"),
    ],
)
def test_dates_as_typed(text: str, value: str) -> None:
    assert read(Date(), text) == value


@pytest.mark.parametrize(
    "text", ["2026-2-30", "2025-2-29", "31.6", "2026", "2026-13-1", "上周", "0", "2026-1-5-3"]
)
def test_what_is_no_date(text: str) -> None:
    assert codes(Date(), text) == ["DATE_FORM"]
    assert read_date(text, TODAY) is None


def test_a_day_that_has_not_come_is_wrong_only_where_it_must_have_happened() -> None:
    assert codes(Date(), "明天") == []
    reading = Date(future=False).read("明天", TODAY)
    assert [problem.code for problem in reading.problems] == ["DATE_FUTURE"]
    assert "2026-11-23" in str(reading.problems[0].hint)
    assert codes(Date(future=False), "今天") == []


@pytest.mark.parametrize("text", ["1899-12-31", "2101-01-01", "0026-01-05"])
def test_an_unlikely_year_is_asked_about(text: str) -> None:
    assert codes(Date(), text) == ["DATE_RANGE"]


@pytest.mark.parametrize("value", ["20260105", "2026-W01-1", "2026-1-5", "x", 20260105])
def test_a_stored_date_has_one_form(value: Value) -> None:
    assert [problem.code for problem in Date().check(value, TODAY)] == ["DATE_FORM"]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_date_reads_back(day: date) -> None:
    assert read(Date(), Date().typed(day.isoformat())) == day.isoformat()
    assert read(Date(), f"{day:%Y%m%d}".translate(WIDE)) == day.isoformat()
    assert read(Date(), f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11", "2026-11"),
        ("2026年11月", "2026-11"),
        ("202611", "2026-11"),
        ("２０２６／３", "2026-03"),
        ("3", "2026-03"),
        ("3月", "2026-03"),
    ],
)
def test_months_as_typed(text: str, value: str) -> None:
    assert read(Month(), text) == value


@pytest.mark.parametrize("text", ["13", "2026-00", "2026", "冬天", "1826-01"])
def test_what_is_no_month(text: str) -> None:
    assert codes(Month(), text) == ["MONTH_FORM"]


# Yes and no -------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["是", "有", "对", "Ｙ", "yes", "1", "√", "同意", "TRUE"])
def test_yes(text: str) -> None:
    assert read(Flag(), text) is True


@pytest.mark.parametrize("text", ["否", "无", "没有", "N", "０", "×", "不同意", "false"])
def test_no(text: str) -> None:
    assert read(Flag(), text) is False


def test_neither_yes_nor_no() -> None:
    assert codes(Flag(), "也许") == ["FLAG_FORM"]
    assert (Flag().show(True), Flag().show(False)) == ("是", "否")


def test_yes_and_no_are_shown_in_the_language_of_the_screen() -> None:
    show_codes_in("en")
    try:
        assert (Flag().show(True), Flag().show(False)) == ("Yes", "No")
    finally:
        show_codes_in("zh_CN")


# Codes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["02", "０２", "绿", "青草色", "青草", " 绿 ", "qcs", "lv"])
def test_a_choice_by_code_label_alias_and_pinyin(text: str) -> None:
    assert read(Choice(COLOURS), text) == "02"


def test_what_means_no_code_or_several_is_asked_about() -> None:
    assert codes(Choice(COLOURS), "紫") == ["CODE_UNKNOWN"]
    assert codes(Choice(COLOURS), "0") == ["CODE_UNKNOWN"]
    assert "紫" in str(Choice(COLOURS).read("紫", TODAY).problems[0].hint)


def test_an_unknown_code_is_shown_and_stored_as_it_is() -> None:
    assert Choice(COLOURS).show("77") == "77"
    assert Choice(COLOURS).from_sql(Choice(COLOURS).to_sql("77")) == "77"
    assert Choices(COLOURS).show(["01", "77"]) == "红、77"
    assert [problem.code for problem in Choice(COLOURS).check("77", TODAY)] == ["CODE_UNKNOWN"]


def test_a_retired_code_keeps_its_meaning_and_is_not_offered() -> None:
    assert Choice(COLOURS).show("04") == "旧红"
    assert Choice(COLOURS).check("04", TODAY) == ()
    assert "04" not in [option.code for option in Choice(COLOURS).lookup.search("红")]


@pytest.mark.parametrize(
    "text", ["01 02", "红、绿", "红,绿", "红，绿", "01；02", "红/绿", "大红 青草色", "红、绿、红"]
)
def test_several_choices_however_they_are_separated(text: str) -> None:
    assert read(Choices(COLOURS), text) == ["01", "02"]


def test_of_several_choices_none_is_lost_silently() -> None:
    reading = Choices(COLOURS).read("红、紫", TODAY)
    assert [problem.code for problem in reading.problems] == ["CODE_UNKNOWN"]
    assert reading.blocks


def test_a_choice_whose_words_hold_a_separator_is_one_choice() -> None:
    assert read(Choices(COLOURS), "黄、橙") == ["03"]
    assert read(Choices(COLOURS), "红、黄、橙、绿") == ["01", "03", "02"]


def tables(wanted: type[Choice] | type[Choices]) -> list[str]:
    types = [field.type for kind in KINDS.values() for field in kind]
    return sorted({str(t.source) for t in types if isinstance(t, wanted)})


@pytest.mark.parametrize("table", tables(Choice) + tables(Choices))
def test_every_label_of_every_table_means_its_code(table: str) -> None:
    one = Choice(table)
    for code in code_table(table):
        assert read(one, code.code) == code.code
        if not code.retired:
            # A group and its only entry may share their words (K and 70 房地产业).
            assert one.show(read(one, code.label)) == code.label


@pytest.mark.parametrize("table", tables(Choices))
def test_several_labels_as_shown_read_back(table: str) -> None:
    several = Choices(table)
    offered = [code.code for code in code_table(table).offered]
    for code in offered:
        assert read(several, several.show([code])) == [code]
    assert read(several, several.show(offered[:20])) == offered[:20]


def test_too_many_choices() -> None:
    assert codes(Choices(COLOURS, limit=1), "红 绿") == ["LIST_TOO_LONG"]
    assert codes(Occupations(), "羊倌 门卫 焊工 电工") == ["LIST_TOO_LONG"]


def test_occupations_by_plain_words() -> None:
    shepherd = read(Occupation(), "羊倌")
    assert Occupation().show(shepherd) == "家畜饲养员"
    assert read(Occupations(), "羊倌、4-10-01-05") == [shepherd, "4-10-01-05"]
    assert codes(Occupation(), "宇航局局长") == ["OCCUPATION_UNKNOWN"]


def test_a_place_by_code_and_by_its_only_name() -> None:
    assert read(Division(), VILLAGE.translate(WIDE)) == VILLAGE
    assert read(Division(), "公主府社区") == VILLAGE
    assert Division().show(OTHER_VILLAGE) == "赛马场社区"
    assert codes(Division(), "月球村") == ["DIVISION_UNKNOWN"]


# People's facts ---------------------------------------------------------------------------------


def test_an_id_number_is_folded_and_tells_what_it_holds() -> None:
    typed = f" {ID_1[:6]} {ID_1[6:14]} {ID_1[14:]} ".translate(WIDE).lower()
    assert read(IdNumber(), typed) == ID_1
    facts = IdNumber().facts(ID_1)
    assert facts["sex"] == "1"
    assert facts["birth_date"] == f"{ID_1[6:10]}-{ID_1[10:12]}-{ID_1[12:14]}"
    assert IdNumber().facts("150199") == {}


def test_a_wrong_id_number_is_kept_for_correcting_and_never_named_in_the_hint() -> None:
    wrong = ID_1[:-1] + ("0" if ID_1[-1] != "0" else "1")
    reading = IdNumber().read(wrong, TODAY)
    assert reading.value == wrong
    assert reading.blocks
    assert wrong not in str(reading.problems[0].hint)
    assert wrong not in repr(reading.problems[0])


@pytest.mark.parametrize(
    ("kind", "value"), [(IdNumber(), ID_1), (Phone(), phone(1)), (PersonName(), name(0))]
)
def test_a_mask_hides_the_middle(kind: FieldType, value: str) -> None:
    hidden = kind.mask(value)
    assert len(hidden) == len(value)
    assert "*" in hidden
    assert value not in hidden


def test_a_list_is_masked_whole() -> None:
    assert set(Choices("key_group").mask(["K04"])) == {"*"}


def test_names_and_phones_are_written_in_one_way() -> None:
    assert read(PersonName(), "阿拉坦•苏和") == "阿拉坦·苏和"
    assert read(PersonName(), "斯 琴") == "斯琴"
    assert read(Phone(), "１９９ ０００-００００１") == phone(1)
    assert read(Phone(), "+86 19900000001") == phone(1)
    assert codes(Phone(), "1990000") == ["PHONE_LENGTH"]


def test_pictures_are_at_most_three() -> None:
    assert [p.code for p in Pictures().check(["a", "b", "c", "d"], TODAY)] == ["LIST_TOO_LONG"]
    assert Pictures().check(["a", "b", "c"], TODAY) == ()
    assert Pictures().show(["a", "b"]) == "2"


# What other parts learn from a type ---------------------------------------------------------------


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.name)
def test_a_type_describes_itself(kind: FieldType) -> None:
    schema: dict[str, Any] = kind.schema()
    json_types = {"string", "integer", "date", "yearmonth", "boolean", "array"}
    assert schema["type"] in json_types
    assert kind.sql in {"TEXT", "INTEGER"}
    assert kind.searched in {"", "text", "digits"}
    assert kind.editor


@pytest.mark.parametrize(
    ("kind", "editor"),
    [
        (Text(), "line"),
        (Text(long=True), "area"),
        (Choice("sex"), "choice"),
        (Choices("key_group"), "choices"),
        (Division(), "division"),
        (Occupation(), "occupation"),
        (Occupations(), "occupations"),
        (Reference("person"), "reference"),
        (References("person"), "references"),
        (Pictures(), "pictures"),
        (Flag(), "flag"),
        (Date(), "date"),
        (Month(), "month"),
        (Money(), "number"),
        (Integer(), "number"),
    ],
)
def test_the_editor_of_a_type(kind: FieldType, editor: str) -> None:
    assert kind.editor == editor
