"""How many people are asked for."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.headcounts import find_headcounts
from mengzhan.rules.ads.labels import find_labels
from tests.rules.ads.conftest import Say


def counts(text: str) -> list[object]:
    ad = AdText(text)
    return [fact.value for fact in find_headcounts(ad, find_labels(ad))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("服务员2名", 2),
        ("急需护工两位", 2),
        ("要6个男工", 6),
        ("人数：6", 6),
        ("打荷2", 2),
        ("保安x3", 3),
        ("找个羊倌", 1),
        ("缺两口子喂猪", 2),
        ("雇俩牛倌", 2),
        ("名额：二十人", 20),
        ("招收检尺员叁名", 3),
        ("要十来个", 10),
        ("能来五六个人", 5),
        ("缺仨", 3),
        ("矿上急要大师傅1，月休3天", 1),
        ("急救员（红十字证）2", 2),
        ("装载机司机 3 | 8500", 3),
        ("再要一个洗碗工", 1),
        ("男工俩女工仨", 5),
        ("搓澡师傅（男2女2）", 4),
        ("客房阿姨 招3", 3),
        ("还有两个帮厨", 2),
        ("打包三个", 3),
    ],
)
def test_numbers_of_people(text: str, count: int) -> None:
    assert counts(text) == [count]


@pytest.mark.parametrize(
    "text",
    [
        "照顾一位老人",
        "4-6人间",
        "一个月6000",
        "夫妻俩也行",
        "干俩月",
        "每人一床",
        "一个小时",
        "最好是两口子",
        "联系人赵经理",
        "俩班倒",
        "五十号人的饭",
        "俩饭点都管饭",
        "跑两个小区",
        "一个人管三栋楼",
        "站上就三个人",
        "两个活都找冯队",
        "帮我哥发一个，炉前工",
        "秋收一个多月",
        "三个菜棚轮着干",
        "我爸一个人在家",
        "四个老人一个护工",
        "身高1米65女，男1米75",
        "男60女55以下",
    ],
)
def test_numbers_of_something_else(text: str) -> None:
    assert counts(text) == []


def test_some_is_no_number_but_not_nothing() -> None:
    assert counts("学徒若干") == [None]


@pytest.mark.parametrize("people", ["十来个手脚麻利的", "十几个人"])
def test_about_so_many_is_not_told_of_a_vacancy(people: str, said: Say) -> None:
    assert said(f"雇人割葵花，一天一百八，要{people}，13800000101", "headcount") == [None]


def test_more_than_so_many_are_at_least_that_many() -> None:
    assert counts("招装车工20余人") == [20]


def test_a_bare_number_behind_a_name() -> None:
    assert counts("熨烫工5 平叠工5 都是计件") == [5, 5]
    assert counts("早8晚5，工龄满5年") == []


def test_each_of_several() -> None:
    (fact,) = find_headcounts(AdText("收银员、理货员各2名"), [])
    assert (fact.what, fact.value) == ("each", 2)
