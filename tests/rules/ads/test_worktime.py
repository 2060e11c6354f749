"""Hours and rest as ads state them."""

import pytest

from mengzhan.rules.ads.wording import Spellings, Wording
from mengzhan.rules.ads.worktime import daily_hours, monthly_rest, too_long


def read(text: str) -> Wording:
    return Wording(text, Spellings({}))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("每天12小时", [12]),
        ("一天十个钟头", [10]),
        ("每天8.5小时", [8.5]),
        ("8小时工作制", [8]),
        ("早8晚8", [12]),
        ("早上九点干到晚上十点", [13]),
        ("晚8点到早10点", [14]),
        ("早3点半干到黑夜7点", [15.5]),
        ("早8点到晚6点，中午休息2小时", [8]),
        ("8:30-17:30", [9]),
        ("每天5:30出车，晚8点收工", [14.5]),
        ("早六点进洗衣房，晚八点出来", [14]),
        ("夜班店员，十点到早六点", [8]),
        ("9点到凌晨3点", [6]),
        ("早上十点上到半夜一点", [15]),
        ("下午两点干到第二天早上五点", [15]),
        ("从早七点顶到晚九点", [14]),
        ("每天六点半开档，夜里十一点收摊", [16.5]),
        ("早7点到晚8点之间自己挑时段", []),
        ("早七晚七、晚七早七对倒，两班", [12]),
        ("店铺营业时间9点到22点，两班倒", []),
        ("提前24小时预约", []),
        ("连续休息12小时", []),
    ],
)
def test_how_long_a_day_is(text: str, hours: list[float]) -> None:
    assert [stretch.amount for stretch in daily_hours(read(text))] == hours


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("月休4天", 4),
        ("一个月只歇一天", 1),
        ("每月给两天假", 2),
        ("每人每月轮休两天", 2),
        ("半个月休一天", 2),
        ("半个月歇两天", None),
        ("一旬歇一天", 2),
        ("半年轮休一次", 2),
        ("双休", 8.7),
        ("做六休一", 4.3),
        ("休息好", None),
    ],
)
def test_how_many_days_off(text: str, days: float | None) -> None:
    rest = monthly_rest(read(text))
    assert (rest.amount if rest else None) == days


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("每天12小时，月休4天", ["每天12小时"]),
        ("每天8小时，月休两天", ["月休两天"]),
        ("每天10小时，单休", ["每天10小时"]),
        ("每天8小时，单休", []),
        ("每天9小时，双休", []),
        ("上24小时休48小时", []),
        ("早八晚八，做二休二", []),
        ("早八晚八，上六休一", ["早八晚八"]),
        ("早九点到晚六点，单休", []),
        ("早八点到晚七点半，单休", ["早八点到晚七点半"]),
        ("晚9点到早7点，没有固定休息", ["晚9点到早7点"]),
        ("综合计算工时，每天12小时", []),
    ],
)
def test_what_is_beyond_the_law(text: str, words: list[str]) -> None:
    ad = read(text)
    found = too_long(ad, list(daily_hours(ad)))
    assert [ad.words(stretch.start, stretch.end) for stretch in found] == words
