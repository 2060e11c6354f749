"""Work that has no name but what is done."""

import pytest

from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("缺几个码砖的，一天220", "码砖的"),
        ("要6个男工卸化肥，260一天", "卸化肥"),
        ("打土豆10人，一天280", "打土豆"),
        ("雇人割盘子，一天一百八", "割盘子"),
        ("零工信息\n内容：搬家具\n人数：4人", "搬家具"),
        ("招用务工人员25名，日工资200元", "务工人员"),
        ("缺两口子喂猪", "喂猪"),
        ("找5个会抓绒的，一只6块", "抓绒"),
        ("帮我看一下孩子，一个月2600", "看一下孩子"),
    ],
)
def test_what_is_done_is_the_name_but_not_surely(text: str, title: str, said: Say) -> None:
    assert said(text, "title") == [title]


def test_what_people_are_like_is_no_work(said: Say) -> None:
    assert said("雇人割盘子，要十来个手脚麻利的", "title") == ["割盘子"]
