"""How one value is written into a cell."""

from datetime import date, datetime

import pytest

from mengzhan.model.codes import show_codes_in
from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.sheets.ledgers.forms import Content, form_of, forms_of, is_same
from mengzhan.sheets.plaintext import plain_text
from tests import people

ID = people.id_number(1)


def written(source: str, form: str, value: Value) -> Content:
    kind, name = source.split(".")
    field = KINDS[kind][name]
    found = form_of(field, form)
    assert found is not None
    return found.write(field.type, value)


@pytest.mark.parametrize(
    ("source", "form", "value", "expected"),
    [
        ("person.id_number", "text", ID, ID),
        ("person.id_number", "", ID, f"{ID[:4]}{'*' * 12}{ID[-2:]}"),
        ("person.id_number", "lower_x", "15019919900307001X", "15019919900307001x"),
        ("person.phone", "", "19900000001", "199****0001"),
        ("person.phone", "text", "19900000001", "19900000001"),
        ("person.registered_on", "", "2026-11-23", date(2026, 11, 23)),
        ("person.registered_on", "date_cn", "2026-11-03", date(2026, 11, 3)),
        ("person.registered_on", "dash", "2026-01-03", "2026-01-03"),
        ("person.registered_on", "slash", "2026-01-03", "2026/01/03"),
        ("person.registered_on", "dot", "2026-01-03", "2026.01.03"),
        ("person.registered_on", "cn", "2026-01-03", "2026年1月3日"),
        ("person.registered_on", "compact", "2026-01-03", "20260103"),
        ("person.registered_on", "month_dot", "2026-01-03", "2026.01"),
        ("person.registered_on", "month_cn", "2026-01-03", "2026年1月"),
        ("person.registered_on", "", "1899-05-01", "1899-05-01"),
        ("person.registered_on", "", "不详", "不详"),
        ("person.sex", "", "1", "男"),
        ("person.sex", "code", "1", "1"),
        ("person.sex", "both", "1", "1 男"),
        ("person.key_groups", "", ["K04"], "农牧民工"),
        ("person.key_groups", "code", ["K04", "K01"], "K04、K01"),
        ("person.sex", "", "77", "77"),
        ("person.wage_wish", "", 320000, 3200),
        ("person.wage_wish", "", 2240, 22.4),
        ("person.consent", "yes_no", False, "否"),
        ("person.consent", "tick", True, "√"),
        ("person.consent", "tick", False, ""),
        ("person.consent", "bit", False, "0"),
        ("person.residence", "", people.VILLAGE, "公主府社区"),
        ("vacancy.headcount", "", 3, 3),
        ("task.people", "", ["a", "b"], 2),
    ],
)
def test_a_value_is_written_as_asked(
    source: str, form: str, value: Value, expected: Content
) -> None:
    assert written(source, form, value) == expected


def test_a_place_in_full_begins_with_the_league() -> None:
    full = written("person.residence", "full", people.VILLAGE)
    assert str(full).startswith("呼和浩特市新城区")
    assert str(full).endswith("公主府社区")


def test_ledgers_stay_chinese_when_the_screen_is_english() -> None:
    show_codes_in("en")
    try:
        assert written("person.sex", "", "1") == "男"
        assert written("person.consent", "yes_no", True) == "是"
    finally:
        show_codes_in("zh_CN")


def test_every_form_has_its_own_name_and_usual_forms_read_back() -> None:
    for kind in KINDS.by_hand.values():
        for field in kind:
            names = [form.name for form in forms_of(field)]
            assert len(names) == len(set(names))
            assert ("masked" in names) == field.sensitive
            assert form_of(field, "nonsense") is None


@pytest.mark.parametrize(
    ("source", "form", "value"),
    [
        ("person.sex", "both", "1"),
        ("person.key_groups", "both", ["K04", "K01"]),
        ("person.key_groups", "label", ["K04", "K01"]),
        ("person.birth_date", "compact", "1990-03-07"),
        ("person.birth_date", "dot", "1990-03-07"),
        ("person.birth_date", "cn", "1990-03-07"),
        ("person.residence", "full", people.VILLAGE),
        ("person.consent", "bit", True),
        ("person.consent", "tick", True),
        ("person.wage_wish", "yuan", 2240),
        ("person.id_number", "lower_x", "15019919900307001X"),
    ],
)
def test_what_was_written_reads_back_as_the_value(source: str, form: str, value: Value) -> None:
    kind, name = source.split(".")
    field = KINDS[kind][name]
    found = form_of(field, form)
    assert found is not None
    assert found.returns
    text = found.read(plain_text(found.write(field.type, value)))
    assert field.read(text, date(2026, 11, 23)).value == value


@pytest.mark.parametrize(
    ("content", "cell", "same"),
    [
        (None, "", True),
        ("甲", " 甲 ", True),
        ("甲\n乙", "甲\r\n乙", True),
        (3, 3.0, True),
        ("3", 3.0, True),
        (date(2026, 1, 2), datetime(2026, 1, 2), True),
        (date(2026, 1, 2), date(2026, 1, 3), False),
        ("甲", None, False),
        ("是", True, True),
        ("长" * 40_000, "长" * 32_767, True),
        ("长" * 40_000, "长" * 32_766, False),
        ("甲\x07乙", "甲乙", True),
    ],
)
def test_a_cell_that_came_back_is_compared(content: Content, cell: object, same: bool) -> None:
    assert is_same(content, cell) is same  # type: ignore[arg-type]
