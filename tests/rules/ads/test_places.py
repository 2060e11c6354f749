"""Where the work is."""

import pytest

from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("招保安，地点陶林镇老街口，13800000101", "陶林镇老街口"),
        ("招保安，在包头昆区，13800000101", "包头昆区"),
        ("招装卸工，东市场门口集合，13800000101", "东市场门口"),
        ("招保安，旗医院住院部急需护工两位", "旗医院住院部"),
        ("和林县盛乐牧业招挤奶工2名", "和林县"),
        ("咱二道渠村老郭家雇人割葵花", "二道渠村"),
        ("招店员2名，二中后门往里走50米", "二中后门往里走50米"),
        ("招牛倌1名，乌珠穆沁旗满都宝力格", "乌珠穆沁旗满都宝力格"),
        ("招店员2名\n地址：人民路中段 茶叙时光", "人民路中段"),
        ("招店员2名\n集合：市场北门 7:30", "市场北门"),
    ],
)
def test_places(text: str, place: str, said: Say) -> None:
    assert set(said(text, "place")) == {place}


@pytest.mark.parametrize(
    "text",
    [
        "招普工，周五上午在劳务市场门口发车",
        "招司机，限本嘎查户口",
        "各位老乡，招司机1名",
        "招司机，报名地点：镇政府一楼",
    ],
)
def test_other_places(text: str, said: Say) -> None:
    assert said(text, "place") == [None]
