"""Pay as ads state it, and what it is held against."""

from datetime import date

import pytest

from mengzhan.model.minwage import MinWage
from mengzhan.rules.ads.pay import below_minimum, find_pay, least_pay
from mengzhan.rules.ads.wording import Spellings, Wording
from mengzhan.rules.ads.worktime import daily_hours
from mengzhan.rules.wage import DAY, HOUR, MONTH, PIECE, YEAR

CLASS_ONE = MinWage(date(2024, 12, 1), "1", 227_000, 2240)


def read(text: str) -> Wording:
    return Wording(text, Spellings({}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("月薪3500元", [(3500, 3500, MONTH)]),
        ("工资3000-4500元/月", [(3000, 4500, MONTH)]),
        ("月薪4-6千", [(4000, 6000, MONTH)]),
        ("一个月三千五", [(3500, 3500, MONTH)]),
        ("日薪200", [(200, 200, DAY)]),
        ("一天180元管饭", [(180, 180, DAY)]),
        ("时薪22.5元", [(22.5, 22.5, HOUR)]),
        ("25元/小时", [(25, 25, HOUR)]),
        ("年薪8万", [(80_000, 80_000, YEAR)]),
        ("每件0.5元", []),
        ("12元/只", [(12, 12, PIECE)]),
        ("每天12小时", []),
        ("每月15日发工资", []),
        ("房补300元/月", []),
        ("月薪5500元，985元/月的餐补另发", [(5500, 5500, MONTH)]),
        ("迟到罚款200", []),
        ("一天给你40块钱", [(40, 40, DAY)]),
        ("代课费每月1650元", [(1650, 1650, MONTH)]),
        ("给半天工资95元", []),
        ("一天二十来间", []),
    ],
)
def test_amounts_with_a_reason_to_be_pay(text: str, found: list[tuple[float, float, str]]) -> None:
    pays = list(find_pay(read(text)))
    assert [(pay.low, pay.high, pay.unit) for pay in pays] == found


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("月薪1500元，每天8小时", [MONTH]),
        ("月薪2270元，双休", []),
        ("月薪2269元，双休", [MONTH]),
        ("时薪20元，兼职", [HOUR]),
        ("时薪22.4元，兼职", []),
        ("时薪16元，长白班，五险", []),
        ("时薪12元，长白班，五险", [MONTH]),
        ("每天3小时，月薪1600元", []),
        ("每天4小时，月薪900元", [HOUR]),
        ("兼职会计，每月800元", []),
        ("日薪80元", [MONTH]),
        ("日薪110元", []),
        ("底薪1500元加提成", []),
        ("底薪1000元，无提成", [MONTH]),
        ("月薪1800元，不低于当地最低工资", []),
        ("一件0.2元", []),
        ("做晚饭的，做完就走，一个月给2000", []),
    ],
)
def test_full_time_part_time_and_piece_rate_are_told_apart(text: str, against: list[str]) -> None:
    ad = read(text)
    found = below_minimum(ad, list(find_pay(ad)), list(daily_hours(ad)), CLASS_ONE)
    assert [unit for _, unit in found] == against


def test_the_least_pay_for_each_unit() -> None:
    def floor(unit: str, *, hours: float = 8, part_time: bool = False) -> float | None:
        return least_pay(unit, CLASS_ONE, hours=hours, part_time=part_time, full_time=not part_time)

    assert floor(MONTH) == 2270
    assert floor(HOUR) == pytest.approx(2270 / 174)
    assert floor(HOUR, part_time=True) == 22.4
    assert floor(DAY) == pytest.approx(2270 / 21.75)
    assert floor(DAY, hours=4) == pytest.approx(89.6)
    assert floor(MONTH, hours=4, part_time=True) == pytest.approx(22.4 * 4 * 21.75)
    assert floor(YEAR) == 2270 * 12
    assert floor(PIECE) is None
