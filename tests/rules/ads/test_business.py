"""What a message tells of the firm itself."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.business import find_business
from tests.rules.ads.conftest import Say


def told(text: str) -> list[str]:
    ad = AdText(text)
    return [ad.words(span) for span in find_business(ad)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "招保洁2名，2300元\n本店另提供擦玻璃、开荒保洁服务\n铁西",
            "本店另提供擦玻璃、开荒保洁服务",
        ),
        ("主营海尔美的空调，有宿舍", "主营海尔美的空调"),
        ("承接婚礼策划 主持 跟妆 灯光租赁\n现招", "承接婚礼策划 主持 跟妆 灯光租赁"),
        ("我园占地2600平，设托班、小班。现招", "我园占地2600平"),
        ("在校生2100人，建有录播室、冰雪馆。咨询", "在校生2100人，建有录播室、冰雪馆"),
        ("合作社存栏肉驴800头，有粪污处理池、活畜大院", "存栏肉驴800头|有粪污处理池、活畜大院"),
        ("客房86间，招前台2名", "客房86间"),
        ("欢迎家长参观。招保育员", "欢迎家长参观"),
    ],
)
def test_services_goods_and_rooms_are_the_firms_business(text: str, words: str) -> None:
    assert told(text) == words.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "公司提供食宿、五险一金服务",
        "我店设员工宿舍，管两餐",
        "客房服务员3个，客房部招领班",
        "招生产工人，我厂生产车间缺人",
    ],
)
def test_what_workers_get_and_who_is_sought_is_none(text: str) -> None:
    assert told(text) == []


def test_it_ends_where_people_are_sought() -> None:
    assert told("我公司承接小区绿化招绿化工10名") == ["承接小区绿化"]


def test_no_firm_room_or_wish_is_read_from_it(said: Say) -> None:
    text = "百年婚庆 承接策划 灯光音响租赁\n现招司机一名 4500\n我校设有教师公寓、食堂\n13800000101"
    assert said(text, "title") == ["司机"]
    assert said(text, "employer") != ["灯光音响租赁"]
    assert said(text, "lodging") == [None]
