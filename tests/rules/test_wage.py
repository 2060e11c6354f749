import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.wage import DAY, HOUR, MONTH, OPEN, PIECE, YEAR, Wage, read_wage


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3000-4000元/月", 300_000, 400_000, MONTH),
        ("3000—4000", 300_000, 400_000, MONTH),
        ("３０００～４０００元", 300_000, 400_000, MONTH),
        ("月薪3500元", 350_000, 350_000, MONTH),
        ("3500", 350_000, 350_000, MONTH),
        ("3,500元/月", 350_000, 350_000, MONTH),
        ("4-6千", 400_000, 600_000, MONTH),
        ("4千到6千", 400_000, 600_000, MONTH),
        ("0.3-0.5万/月", 300_000, 500_000, MONTH),
        ("5k-8k", 500_000, 800_000, MONTH),
        ("3000以上", 300_000, None, MONTH),
        ("3000元起", 300_000, None, MONTH),
        ("底薪2000+提成", 200_000, None, MONTH),
        ("4000以内", None, 400_000, MONTH),
        ("200元/天", 20_000, 20_000, DAY),
        ("150-180/天", 15_000, 18_000, DAY),
        ("一天200", 20_000, 20_000, DAY),
        ("日结 180元", 18_000, 18_000, DAY),
        ("22.4元/小时", 2_240, 2_240, HOUR),
        ("钟点工30元", 3_000, 3_000, HOUR),
        ("0.8元/件", 80, 80, PIECE),
        ("年薪6万", 6_000_000, 6_000_000, YEAR),
        ("200", 20_000, 20_000, None),
        ("面议", None, None, OPEN),
        ("工资面谈", None, None, OPEN),
        ("计件", None, None, PIECE),
    ],
)
def test_a_wage_is_read_as_it_is_written(
    text: str, low: int | None, high: int | None, unit: str | None
) -> None:
    found = read_wage(text)
    assert found is not None
    assert (found.low, found.high, found.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["", "  ", "包吃住", "看能力"])
def test_what_is_no_wage_is_none(text: str) -> None:
    assert read_wage(text) is None


def test_what_was_not_understood_is_kept() -> None:
    assert read_wage("3000元/月，包吃住") == Wage(300_000, 300_000, MONTH, "包吃住")
    found = read_wage("底薪2000+提成")
    assert found is not None
    assert "提成" in found.rest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3000元/月（8小时）", Wage(300_000, 300_000, MONTH, "8小时")),
        ("4000-5000元/月，8小时工作制", Wage(400_000, 500_000, MONTH, "8小时工作制")),
        ("每天8小时 150元/天", Wage(15_000, 15_000, DAY, "每天8小时")),
        ("一天8小时，3500", Wage(350_000, 350_000, MONTH, "一天8小时")),
        ("12元/小时，每天8小时", Wage(1_200, 1_200, HOUR, "每天8小时")),
    ],
)
def test_the_hours_of_a_day_are_neither_amount_nor_unit(text: str, expected: Wage) -> None:
    assert read_wage(text) == expected


def test_a_unit_may_stand_behind_both_ends() -> None:
    assert read_wage("3000元/月-5000元/月") == Wage(300_000, 500_000, MONTH)


def test_two_amounts_do_not_run_together() -> None:
    found = read_wage("3000，4000")
    assert found is not None
    assert (found.low, found.rest) == (300_000, "4000")


@pytest.mark.parametrize("text", ["19900000001", "12345678元", "1.2.3"])
def test_longer_numbers_are_no_amounts(text: str) -> None:
    assert read_wage(text) is None


def test_a_year_is_no_amount() -> None:
    found = read_wage("2026年起3000元")
    assert found is not None
    assert found.low == 300_000


@given(st.text() | st.from_regex(r"[\d.,\-~元/月天小时万千k（）]{1,30}", fullmatch=True))
def test_reading_never_fails(text: str) -> None:
    found = read_wage(text)
    assert found is None or (found.low or 0) >= 0
