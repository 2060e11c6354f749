"""Words that are places."""

import pytest

from mengzhan.rules.ads.placenames import area_end, behind_place, is_league, place_sure


@pytest.mark.parametrize(
    ("words", "area"),
    [
        ("临河八一乡饺子馆", "临河八一乡"),
        ("新右旗克尔伦", "新右旗克尔伦"),
        ("牙克石市林兴木业", "牙克石市"),
        ("林西五十家子", "林西五十家子"),
        ("甘其毛都口岸", "甘其毛都"),
        ("年底一把清", ""),
    ],
)
def test_areas_at_the_beginning(words: str, area: str) -> None:
    assert words[: area_end(words)] == area


def test_a_township_in_a_name_counts_only_in_full() -> None:
    assert area_end("和林县盛乐牧业", short=False) == len("和林县")
    assert area_end("和林县盛乐牧业") == len("和林县盛乐")


@pytest.mark.parametrize(
    "words",
    ["宁城汐子", "红山区桥北", "乌丹东环", "巴镇西花园街", "会展中心", "根河—满归", "包头昆区"],
)
def test_places(words: str) -> None:
    assert place_sure(words) >= 0.6


@pytest.mark.parametrize(
    "words",
    [
        "会计",
        "后厨",
        "快点",
        "会开车的附近",
        "7月20号",
        "修水管扫院子",
        "我家门口",
        "海南摘芒果",
        "店里",
    ],
)
def test_other_words(words: str) -> None:
    assert place_sure(words) == 0


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("二中对面老地方烧烤", "二中对面"),
        ("海拉尔友谊商圈美甲店", "海拉尔友谊商圈"),
        ("红柳滩砖厂", ""),
        ("保洁员", ""),
    ],
)
def test_a_place_before_something_else(words: str, head: str) -> None:
    assert words[: behind_place(words)] == head


def test_leagues() -> None:
    assert is_league("乌海")
    assert is_league("呼盟")
    assert not is_league("牙克石市")
