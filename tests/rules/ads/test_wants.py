"""What is asked of people, and what they are to do."""

import pytest

from tests.rules.ads.conftest import Say


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ("要求：会用电脑，手脚麻利。\n招保安1名", "会用电脑，手脚麻利"),
        ("招保安1名，男女不限，60岁以内，管饭", "60岁以内"),
        ("招保安1名\n要求身体好，月薪3000", "身体好"),
        ("招司机1名（有C1）", "有C1"),
        ("招安检员（女）3名", "女"),
        ("招保安1名，离家近的来", "离家近的"),
        ("招保安1名，离得近的联系我", "离得近"),
        ("招保安1名，要会点水电", "会点水电"),
        ("招保安1名，四十五岁以下，手快就行", "四十五岁以下，手快"),
        ("招网管1名，会装系统、换内存条", "会装系统、换内存条"),
        ("找个会做睫毛的，3000元", "会做睫毛"),
        ("招司机1名，A1或B1", "A1或B1"),
        ("招保安1名，不会可以学", "不会可以学"),
        ("有没有会修水泵的师傅，5000一个月", "会修水泵"),
        ("招司机2名，司机B2以上", "B2以上"),
        ("招保安1名，50岁往上的别来", "50岁往上的别来"),
        ("招保安1名，手套口罩自备", "手套口罩自备"),
        ("招保安1名，报名请携带身份证、一寸照片2张", "携带身份证、一寸照片2张"),
        ("招保安1名，学生勿扰", "学生勿扰"),
        ("招保安1名，管吃住，只要男的", "只要男的"),
        ("招保安1名\n年龄要求：30以下\n学历：不限", "30以下"),
    ],
)
def test_wants(text: str, wants: str, by_rules: Say) -> None:
    assert by_rules(text, "requirements") == [wants]


@pytest.mark.parametrize(
    "text",
    [
        "招保安1名，奖金多",
        "招司机1名350，自带三轮的一天450",
        "招保安1名，之后看手艺涨工资",
        "招普工：6000-9000，包教",
        "招普工，新手4000，熟手5500",
        "招文员，3000，双语的加500",
        "招采摘工，能去的接龙",
        "招月嫂，8000，健康证我们统一办",
        "招保安1名，三样都要",
    ],
)
def test_what_asks_nothing(text: str, said: Say) -> None:
    assert said(text, "requirements") == [None]


def test_a_dictated_message_is_cut_where_a_thought_begins(by_rules: Say) -> None:
    text = (
        "我这儿想找个羊倌一年五万羊有六百来只要能吃苦的会骑摩托的地方在赛罕嘎查打我电话13800000101"
    )
    assert by_rules(text, "requirements") == ["能吃苦的会骑摩托的"]


def test_duties(said: Say) -> None:
    assert said("招保安1名，负责夜间巡逻，3000元", "duties") == ["夜间巡逻"]
    assert said("岗位：保安\n工作内容：看大门\n工资3000", "duties") == ["看大门"]


def test_a_wish_that_names_a_vacancy_is_that_ones(said: Say) -> None:
    text = "招客服1名，快递员2名，工资3500，客服要普通话标准"
    assert said(text, "requirements") == ["要普通话标准", None]


def test_a_wish_in_the_last_sentence_is_the_last_ones(by_rules: Say) -> None:
    text = "招保安1名，3000；锅炉工1名，3800，要司炉证。包吃住"
    assert by_rules(text, "requirements") == [None, "司炉证"]
    assert by_rules(text, "board") == [True, True]


def test_a_wish_belongs_to_the_vacancy_whose_head_it_begins_with(said: Say) -> None:
    text = "招配班老师1名，保育员1名，50岁以下，配班要有幼师资格证，13800000101"
    assert said(text, "requirements") == ["50岁以下；要有幼师资格证", "50岁以下"]


def test_a_wish_right_behind_a_name_said_again_is_that_ones(said: Say) -> None:
    text = "汽修厂要一个大工一个学徒，大工会修柴油车，大工8000，学徒2000，13800000101"
    assert said(text, "requirements")[1] is None
