import pytest

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
