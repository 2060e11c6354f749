"""Words before a colon."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.labels import find_labels, take_labels


def labelled(text: str) -> list[tuple[str, str]]:
    ad = AdText(text)
    return [(label.what, ad.words(ad.trimmed(label.value))) for label in find_labels(ad)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("地址：东街5号", [("place", "东街5号")]),
        ("📍东街5号", [("place", "东街5号")]),
        ("【工作地点】东街5号", [("place", "东街5号")]),
        ("上班时间10:00-14:00", [("hours", "10:00-14:00")]),
        ("地址：东街 电话：138", [("place", "东街"), ("phone", "138")]),
        ("施工单位为骆驼刺公司", [("employer", "骆驼刺公司")]),
        ("岗位  钳工", [("title", "钳工")]),
        ("3.要求：能吃苦", [("requirements", "能吃苦")]),
    ],
)
def test_labels(text: str, found: list[tuple[str, str]]) -> None:
    assert labelled(text) == found


@pytest.mark.parametrize("text", ["本店地址变更", "公司发展好", "一、招聘岗位及人数"])
def test_words_that_announce_nothing(text: str) -> None:
    assert labelled(text) == []


def test_a_list_belongs_to_the_label_above_it() -> None:
    text = "任职要求：\n1、身体好\n2、有证\n\n地址：东街"
    assert labelled(text)[0] == ("requirements", "1、身体好\n2、有证")


def test_where_to_apply_is_not_where_to_work() -> None:
    ad = AdText("报名地点：镇政府一楼，联系人：萨仁")
    take_labels(ad, find_labels(ad))
    assert [ad.words(span) for span in ad.clauses()] == ["萨仁"]
