"""Vacancies in a table."""

import pytest

from mengzhan.rules.ads.adtable import find_table
from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.parse import parse_ad
from mengzhan.rules.wage import DAY, MONTH, OPEN, Wage
from tests.rules.ads.conftest import Say

ROWS = (
    "序号/单位/岗位/人数/工资/地点/电话",
    "1/青山牧业/挤奶工/3/5000元/月/新华镇/13800000101",
    "2/临河砖厂/码砖工/十/200元每天/狼山镇/13800000102",
    "3/长河宾馆/前台/-/面议/东街/13800000103",
)


@pytest.mark.parametrize("sign", ["/", "｜", "\t"])
def test_rows_are_vacancies(sign: str, said: Say) -> None:
    rows = [row.replace("元/月", "元每月").replace("/", sign) for row in ROWS]
    text = "用工清单\n" + "\n".join(rows) + "\n以上都要身体健康"
    assert said(text, "title") == ["挤奶工", "码砖工", "前台"]
    assert said(text, "employer") == ["青山牧业", "临河砖厂", "长河宾馆"]
    assert said(text, "headcount") == [3, 10, None]
    assert said(text, "wage") == [
        Wage(500_000, 500_000, MONTH),
        Wage(20_000, 20_000, DAY),
        Wage(None, None, OPEN),
    ]
    assert said(text, "place") == ["新华镇", "狼山镇", "东街"]
    assert said(text, "phone") == ["13800000101", "13800000102", "13800000103"]
    assert all("身体健康" in str(wish) for wish in said(text, "requirements"))


def test_a_stroke_before_a_unit_parts_no_cells(said: Say) -> None:
    assert said("\n".join(ROWS), "wage")[0] == Wage(500_000, 500_000, MONTH)


def test_a_stroke_before_a_heading_parts_cells(said: Say) -> None:
    text = "岗位/人数/月薪\n挤奶工/6人/5000-6000\n兽医/1人/8000"
    assert said(text, "title") == ["挤奶工", "兽医"]
    assert said(text, "wage")[1] == Wage(800_000, 800_000, MONTH)


def test_age_and_sex_are_asked_together(said: Say) -> None:
    text = "岗位|性别|年龄|工资\n保安|男|55岁以下|2600\n要求：身体健康"
    assert said(text, "requirements") == ["男；55岁以下；身体健康"]


def test_values_show_where_they_stand() -> None:
    text = "\n".join(ROWS)
    for vacancy in parse_ad(text).vacancies:
        for name in ("title", "employer", "place"):
            start, end = vacancy.fields[name].spans[0]
            assert text[start:end] == vacancy.value(name)


@pytest.mark.parametrize(
    "text",
    [
        "岗位/保安/3000",
        "岗位：保安\n工资：3000\n电话：13800000101",
        "岗位 人数 工资 面谈\n保安 2 3000",
    ],
)
def test_other_texts_are_no_tables(text: str) -> None:
    assert find_table(AdText(text)) is None
