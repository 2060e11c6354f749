"""A group that is named only to be welcomed is no discrimination; one that is shut out is."""

import pytest

from mengzhan.rules.ads.lint import lint

EMPLOYER = "鸿运饭店招服务员，月薪3500元，"


def discriminates(text: str) -> bool:
    return any(hit.rule.id.startswith("D-") for hit in lint(EMPLOYER + text))


@pytest.mark.parametrize(
    "text",
    [
        "信不信教都行",
        "没结婚的结了婚的都一样",
        "不问婚育",
        "不看民族看水平",
        "蒙古族、汉族、回族都一样要",
        "戴眼镜的不戴眼镜的都能来",
        "哪个民族的都欢迎",
        "第一学历不看，自考函授都认",
    ],
)
def test_an_open_door_is_lawful(text: str) -> None:
    assert not discriminates(text)


@pytest.mark.parametrize(
    "text",
    [
        "信教的一律不要",
        "没结婚的先缓缓",
        "外地的都不要",
        "别省的一概不看",
        "专升本的不看",
        "汉族的不用问了",
        "身份证15打头的才收",
        "过了48的领导不批",
    ],
)
def test_a_closed_door_is_not(text: str) -> None:
    assert discriminates(text)
