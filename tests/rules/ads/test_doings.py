"""Work that has no name but what is done."""

import pytest

from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("缺几个码砖的，一天220", "码砖"),
        ("要6个男工卸化肥，260一天", "卸化肥"),
        ("打土豆10人，一天280", "打土豆"),
        ("雇人割盘子，一天一百八", "割盘子"),
        ("零工信息\n内容：搬家具\n人数：4人", "搬家具"),
        ("招用务工人员25名，日工资200元", "务工人员"),
        ("缺两口子喂猪", "喂猪"),
        ("找5个会抓绒的，一只6块", "抓绒"),
        ("帮我看一下孩子，一个月2600", "看一下孩子"),
        ("谁家有闲人？明儿起甜菜，一天220，13800000101", "起甜菜"),
        ("来我家大棚摘西红柿，一天150，13800000101", "摘西红柿"),
        ("海南摘芒果，180一天，13800000101", "摘芒果"),
        ("剥葱 一斤五毛五 13800000101", "剥葱"),
        ("收土豆的到我这来，一天180，13800000101", "收土豆"),
        ("网吧招网管，3000元，13800000101", "网管"),
        ("工地上做大锅饭的寻一个，一月6000", "做大锅饭的"),
        ("临时工十五名切黄芪，一小时17", "切黄芪"),
    ],
)
def test_what_is_done_is_the_name_but_not_surely(text: str, title: str, said: Say) -> None:
    assert said(text, "title") == [title]


def test_what_people_are_like_is_no_work(said: Say) -> None:
    assert said("雇人割盘子，要十来个手脚麻利的", "title") == ["割盘子"]


@pytest.mark.parametrize(
    "text",
    [
        "招保安1名，修水管扫院子，2300元",
        "打草！要三个保安，二百六一天",
        "招保安1名，要会点水电，带身份证复印件",
    ],
)
def test_what_only_tells_of_the_work_is_no_name_beside_one(text: str, said: Say) -> None:
    assert said(text, "title") == ["保安"]
