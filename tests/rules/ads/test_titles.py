"""Names of vacancies."""

import pytest

from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("急招服务员两名", ["服务员"]),
        ("想找个放羊的羊倌一年五万", ["羊倌"]),
        ("岗位：收银员 3人", ["收银员"]),
        ("瓦工（技工）4人，日工资300元", ["瓦工（技工）"]),
        ("助理/学徒 若干：2500元", ["助理/学徒"]),
        ("招收银员、理货员各1名", ["收银员", "理货员"]),
        ("超市招人：理货、收银、称重各一名", ["理货", "收银", "称重"]),
        ("新店招：\n炒锅1 6500\n打荷2 4500", ["炒锅", "打荷"]),
        ("1️⃣保洁 5名 2600\n2️⃣保安 2名 2800", ["保洁", "保安"]),
        ("铲车司机2名，装载机司机1名", ["铲车司机", "装载机司机"]),
        ("北京望京保安招聘，月薪5500", ["保安"]),
        ("夜班保安2名3300", ["夜班保安"]),
    ],
)
def test_names(text: str, titles: list[str], said: Say) -> None:
    assert said(text, "title") == titles


@pytest.mark.parametrize(
    "text",
    [
        "招保安1名，有厨师证优先",
        "招保安1名，欢迎员工介绍",
        "【蓝天保洁】招保安1名",
        "招保安1名，联系人：厂长老韩13800000101",
        "大学生寒假兼职📣招保安1名",
    ],
)
def test_other_words_are_no_names(text: str, said: Say) -> None:
    assert said(text, "title") == ["保安"]
