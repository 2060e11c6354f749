"""What one cell tells of contacts, under what stands over it."""

from datetime import date

import pytest

from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.contactdays import (
    Heading,
    contact_day,
    heading_of,
    read_contacts,
    tells_day,
)

TODAY = date(2026, 11, 26)
TITLE = Heading(2026)
MARCH = Heading(2026, (3, 3))
MARCH_DAYS = Heading(2026, (3, 3), None, asks_day=True)
DAYS = Heading(2026, asks_day=True)
SPRING_DAYS = Heading(2026, (1, 3), None, asks_day=True)
NOTHING = Heading()


def told(cell: Cell, heading: Heading) -> list[tuple[str, str]]:
    """Day and words of each contact; a day that is not whole is empty."""
    return [(str(one.day or ""), one.words) for one in read_contacts(cell, heading, TODAY)]


@pytest.mark.parametrize(
    ("parts", "heading"),
    [
        (("第一次回访", "时间"), Heading(2026, asks_day=True)),
        (("1月",), Heading(2026, (1, 1))),
        (("十一月回访",), Heading(2026, (11, 11))),
        (("三季度", "情况"), Heading(2026, (7, 9))),
        (("用工情况回访（2025年1—6月）", "2月", "日期"), Heading(2025, (2, 2), asks_day=True)),
        (("4.20电话回访",), Heading(2026, None, date(2026, 4, 20))),
        (("2025年4月20日回访",), Heading(2025, None, date(2025, 4, 20))),
        (("回访情况（1-6月）",), Heading(2026)),
        (("第一次回访（3月底前）",), Heading(2026)),
        ((), Heading(2026)),
    ],
)
def test_what_stands_over_a_column(parts: tuple[str, ...], heading: Heading) -> None:
    assert heading_of(parts, 2026) == heading


@pytest.mark.parametrize(
    ("heading", "cell", "day", "words"),
    [
        (TITLE, "3.5电话，在家待业", "2026-03-05", "电话，在家待业"),
        (TITLE, "3月5号 电话", "2026-03-05", "电话"),
        (TITLE, "三月二十四日，缺工", "2026-03-24", "缺工"),
        (TITLE, "0305电话 待业", "2026-03-05", "电话 待业"),
        (TITLE, "26.6.9电话回访", "2026-06-09", "电话回访"),
        (TITLE, "３．５电话", "2026-03-05", "电话"),
        (TITLE, "微信，3.23，发了招聘信息", "2026-03-23", "微信，发了招聘信息"),
        (TITLE, "新增，6.22入户采集", "2026-06-22", "新增，入户采集"),
        (TITLE, "不愿就业（3.19）", "2026-03-19", "不愿就业"),
        (MARCH, "5日 已上岗", "2026-03-05", "已上岗"),
        (MARCH, "√（13日）", "2026-03-13", "√"),
        (MARCH, "4.2补打 在岗", "2026-04-02", "补打 在岗"),
        (NOTHING, "2026.3.4电话", "2026-03-04", "电话"),
        (NOTHING, date(2025, 12, 29), "2025-12-29", ""),
        (MARCH_DAYS, 6, "2026-03-06", ""),
        (MARCH_DAYS, "6", "2026-03-06", ""),
        (DAYS, 709, "2026-07-09", ""),
        (SPRING_DAYS, 107, "2026-01-07", ""),
        (DAYS, 3.25, "2026-03-25", ""),
        (DAYS, 46_086, "2026-03-05", ""),
    ],
)
def test_a_whole_day(heading: Heading, cell: Cell, day: str, words: str) -> None:
    assert told(cell, heading) == [(day, words)]
    assert tells_day(cell, heading, TODAY)


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        (NOTHING, "3.5电话"),
        (TITLE, "5日 已上岗"),
        (MARCH, "2.30"),
        (MARCH, "3月上旬"),
        (MARCH, "12.29电话"),
        (MARCH, "5"),
        (MARCH, "6号楼没人"),
        (TITLE, "在家待业，4月1日去包头试工"),
        (TITLE, "2.5公里外打工"),
        (TITLE, "3.5千一个月"),
        (TITLE, "1012室没人"),
        (TITLE, "1200元"),
        (TITLE, "3月5日左右"),
        (TITLE, "4月1日起在岗"),
        (TITLE, "3.5-3.8都打了"),
        (TITLE, "4月10几号"),
        (TITLE, "2027.3.5电话"),
        (TITLE, "√"),
        (TITLE, "无"),
        (DAYS, "①"),
        (DAYS, "²"),
        pytest.param(DAYS, "9" * 400, id="400-digits"),
    ],
)
def test_no_whole_day_keeps_all_words(heading: Heading, cell: str) -> None:
    assert told(cell, heading) == [("", cell)]


@pytest.mark.parametrize(
    ("heading", "cell"),
    [(DAYS, 3.1), (DAYS, 107), (MARCH, 15), (Heading(2026, (1, 1)), 3.5), (MARCH, 46_086)],
)
def test_a_number_that_may_be_something_else_is_no_day(heading: Heading, cell: Cell) -> None:
    assert not tells_day(cell, heading, TODAY)


@pytest.mark.parametrize("cell", ["", "/", "-", "——"])
def test_a_stroke_tells_of_nothing(cell: str) -> None:
    assert told(cell, TITLE) == []


@pytest.mark.parametrize(
    ("heading", "cell", "several"),
    [
        (
            TITLE,
            "3月5日电话：在家。\n3月20日入户：推荐公益岗。",
            [("2026-03-05", "电话：在家。"), ("2026-03-20", "入户：推荐公益岗。")],
        ),
        (
            TITLE,
            "1、3.5电话，无人接听\n2、没人\n3、3.12入户",
            [("2026-03-05", "电话，无人接听"), ("", "没人"), ("2026-03-12", "入户")],
        ),
        (
            TITLE,
            "3.11上门，缺美容师；3.13电话说招到了",
            [("2026-03-11", "上门，缺美容师"), ("2026-03-13", "电话说招到了")],
        ),
        (
            TITLE,
            "3.11家访，不在；3.13慰问，送了米面",
            [("2026-03-11", "家访，不在"), ("2026-03-13", "慰问，送了米面")],
        ),
        (
            TITLE,
            "①3月9日上门，不在 ②3月10日电话，约好13日来社区",
            [("2026-03-09", "上门，不在"), ("2026-03-10", "电话，约好13日来社区")],
        ),
        (
            TITLE,
            "4.9来社区\n第二次：没接\n第三次：5.21电话",
            [("2026-04-09", "来社区"), ("", "没接"), ("2026-05-21", "电话")],
        ),
        (
            TITLE,
            "4月16日，电话，住院\n6月上旬又打电话",
            [("2026-04-16", "电话，住院"), ("", "6月上旬又打电话")],
        ),
        (
            MARCH,
            "10日未接，20日电话：在家",
            [("2026-03-10", "未接"), ("2026-03-20", "电话：在家")],
        ),
        (
            TITLE,
            "4.9、4.10两次无人接听",
            [("2026-04-09", "两次无人接听"), ("2026-04-10", "两次无人接听")],
        ),
        (
            TITLE,
            "电话：3.23 未接\n 3.24 未接",
            [("2026-03-23", "电话，未接"), ("2026-03-24", "未接")],
        ),
        (
            TITLE,
            "3月3日电话：已到沈阳，3月10日进厂",
            [("2026-03-03", "电话：已到沈阳，3月10日进厂")],
        ),
        (TITLE, "3.5电话；3月9日电话面试", [("2026-03-05", "电话；3月9日电话面试")]),
        (TITLE, "3.5上门 ①缺工 ②电压低", [("2026-03-05", "上门 ①缺工 ②电压低")]),
        (TITLE, "3月12日电话\n（女儿接的）", [("2026-03-12", "电话\n（女儿接的）")]),
        (NOTHING, "3.5电话\n2026.4.1上门", [("", "3.5电话"), ("2026-04-01", "上门")]),
        (
            TITLE,
            "4.29、4.31电话",
            [("2026-04-29", "4.29、4.31电话"), ("", "4.29、4.31电话")],
        ),
    ],
)
def test_several_contacts_in_one_cell(
    heading: Heading, cell: str, several: list[tuple[str, str]]
) -> None:
    assert told(cell, heading) == several


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4月22日电话：已在工地", date(2026, 4, 22)),
        ("4.17上门，停电", date(2026, 4, 17)),
        ("3月15日开工，缺司机", None),
        ("在家待业，4月1日电话", None),
    ],
)
def test_words_begin_with_the_day_of_their_contact(words: str, day: date | None) -> None:
    assert contact_day(words, TITLE, TODAY) == day
