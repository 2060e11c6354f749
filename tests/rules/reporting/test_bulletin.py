"""The draft of a bulletin: every number in it is a figure, nothing is claimed that was not counted."""

import re
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.figures import INDICATORS, Evidence, Figure, Period
from mengzhan.rules.reporting import Draft
from mengzhan.rules.reporting.bulletin import bulletin, written

NOVEMBER = Period.month_of(date(2026, 11, 1))
COUNTS = st.fixed_dictionaries({code: st.integers(0, 40) for code in INDICATORS})


def some(code: str, count: int) -> tuple[Evidence, ...]:
    return tuple(
        Evidence("person", f"{code}-{number}", f"{code}-{number}", "2026-11-05", about=("", ""))
        for number in range(count)
    )


def made(counts: dict[str, int], period: Period = NOVEMBER) -> dict[str, Figure]:
    return {
        code: Figure(one, period, some(code, counts[code]), some("base", 7 if one.is_ratio else 0))
        for code, one in INDICATORS.items()
    }


def draft(now: dict[str, int], before: dict[str, int]) -> Draft:
    return bulletin(
        "巴彦嘎查就业服务站", NOVEMBER, made(now), made(before), closing="2026年11月30日"
    )


@given(COUNTS, COUNTS)
def test_every_number_is_a_figure_of_this_period_or_the_one_before(
    now: dict[str, int], before: dict[str, int]
) -> None:
    known = {written(figure) for counts in (now, before) for figure in made(counts).values()}
    numbers = {re.match(r"[\d.]+%?", text) for text in known}
    allowed = {found.group() for found in numbers if found}
    for paragraph in draft(now, before).paragraphs:
        for number in re.findall(r"\d[\d.]*%?", paragraph):
            assert number.rstrip(".") in allowed, paragraph


def test_a_month_reads_like_an_official_text() -> None:
    now = dict.fromkeys(INDICATORS, 0) | {
        "M01": 3,
        "M02": 12,
        "M03": 9,
        "M05": 4,
        "M04": 3,
        "M06": 5,
    }
    before = dict.fromkeys(INDICATORS, 0) | {"M01": 2, "M02": 8}
    text = draft(now, before).text
    assert text.startswith("巴彦嘎查就业服务站2026年11月就业服务工作情况\n")
    assert "本月新征集空缺岗位3条、12人（上月2条、8人）。期末在招岗位9人。" in text
    assert "走访企业和个体工商户3户、4次（上月0户、0次）。走访、回访中推送就业政策5户次。" in text
    assert text.endswith("2026年11月30日")


def test_each_number_is_the_figure_that_its_sentence_names() -> None:
    codes = list(INDICATORS)
    now = {code: 10 + place for place, code in enumerate(codes)}
    before = {code: 50 + place for place, code in enumerate(codes)}
    assert draft(now, before).paragraphs == (
        "一、征集空缺岗位。本月新征集空缺岗位10条、11人（上月50条、51人）。期末在招岗位12人。",
        "二、走访企业（一起益企）。本月走访企业和个体工商户13户、14次（上月53户、54次）。"
        "走访、回访中推送就业政策15户次。",
        "三、摸排就业创业培训意愿。本月摸排16人（上月56人），其中有培训意愿17人、有创业意愿18人。"
        "组织参训19人次。",
        "四、失业人员回访。期初登记失业、应当回访20人，回访率342.9%。"
        "本月回访21人、22人次（上月61人、62人次），其中联系不上23人次；最近一次仍联系不上25人。",
        "五、信息数据核实。本月核实信息26条（上月66条），其中更正27条。",
        "六、职业介绍。本月推荐29人、28人次（上月69人、68人次）。到岗30人（上月70人）。"
        "到岗人员中，就业困难人员31人，高校毕业生32人，脱贫人口33人，农牧民工34人，"
        "退役军人35人（一人属于几类的，各类都计）。",
        "七、两张清单。期末“有人没活干”清单36人，“有活没人干”清单37人。"
        "本月销号38人，销号岗位39人。求人倍率5.71。",
    )


def test_policies_told_in_follow_ups_alone_are_not_passed_over() -> None:
    nothing = dict.fromkeys(INDICATORS, 0)
    text = draft(nothing | {"M06": 7}, nothing).text
    assert "走访企业（一起益企）。走访、回访中推送就业政策7户次。" in text


def test_an_empty_month_says_so_and_praises_nothing() -> None:
    nothing = dict.fromkeys(INDICATORS, 0)
    text = draft(nothing, nothing).text
    assert "本月没有走访企业。" in text
    assert "本月没有推荐；到岗0人。" in text
    assert "其中" not in text
    assert "倍率" not in text


def test_places_added_to_older_vacancies_are_not_passed_over() -> None:
    now = dict.fromkeys(INDICATORS, 0) | {"M02": 4}
    assert "新征集空缺岗位0条、4人" in draft(now, dict.fromkeys(INDICATORS, 0)).text


@pytest.mark.parametrize(
    ("above", "below", "text"),
    [
        (1, 2, "50%"),
        (2, 3, "66.7%"),
        (1, 3, "33.3%"),
        (3, 3, "100%"),
        (0, 5, "0%"),
        (1, 0, "无法计算"),
    ],
)
def test_a_rate_is_rounded_half_up(above: int, below: int, text: str) -> None:
    rate = INDICATORS["M14"]
    figure = Figure(rate, NOVEMBER, some("a", above), some("b", below))
    assert written(figure) == text


def test_places_per_job_seeker_have_two_decimals() -> None:
    figure = Figure(INDICATORS["M30"], NOVEMBER, some("a", 5), some("b", 4))
    assert figure.value == Fraction(5, 4)
    assert written(figure) == "1.25"
    whole = Figure(INDICATORS["M30"], NOVEMBER, some("a", 8), some("b", 4))
    assert written(whole) == "2"


def test_a_quarter_and_a_year_speak_of_themselves() -> None:
    counts = dict.fromkeys(INDICATORS, 1)
    for period, words in (
        (Period.quarter_of(date(2026, 11, 1)), ("2026年第4季度", "本季度", "上季度")),
        (Period.year_to_date(date(2026, 11, 1)), ("2026年1月至11月", "今年以来", "上年同期")),
    ):
        text = bulletin(
            "站", period, made(counts, period), made(counts, period.previous()), closing=""
        ).text
        assert all(word in text for word in words)
        assert "本月" not in text


def test_a_month_that_goes_on_says_up_to_which_day_it_is_told() -> None:
    nothing = made(dict.fromkeys(INDICATORS, 0))
    titles = [
        bulletin("巴彦站", NOVEMBER.so_far(day), nothing, nothing, closing="").title
        for day in (date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 1))
    ]
    assert titles == [
        "巴彦站2026年11月（截至11月23日）就业服务工作情况",
        "巴彦站2026年11月就业服务工作情况",
        "巴彦站2026年11月就业服务工作情况",
    ]
