"""Board, lodging, insurance."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.benefits import (
    find_insurance,
    find_meals,
    find_meals_in_clauses,
    meals_of,
)
from tests.rules.ads.conftest import Say


def meals(text: str) -> dict[str, object]:
    ad = AdText(text)
    facts = [*find_meals(ad), *find_meals_in_clauses(ad)]
    return {name: fact.value for name, fact in meals_of(facts).items()}


@pytest.mark.parametrize(
    ("text", "board", "lodging"),
    [
        ("包吃住", True, True),
        ("随叫随到住院里", None, True),
        ("晚上装台有加班饭", None, None),
        ("管吃管住", True, True),
        ("能管住三年级男孩那帮皮猴子", None, None),
        ("住宿舍，泡面管够", None, True),
        ("学校食堂用工信息", None, None),
        ("工作餐每餐补贴6元", None, None),
        ("吃住都在我这儿", True, True),
        ("提供食宿", True, True),
        ("不包吃住", False, False),
        ("食宿自理", False, False),
        ("吃住个人负责", False, False),
        ("提供三餐和住宿", True, True),
        ("单位有职工食堂", True, None),
        ("厂里有食堂和宿舍", True, True),
        ("车间有食堂自己刷卡", False, None),
        ("饭跟东家一块儿吃", True, None),
        ("一天两顿", True, None),
        ("没食堂", False, None),
        ("单休，中晚餐，交五险", True, None),
        ("午餐：各自想办法", None, None),
        ("大通铺，铺盖自带", None, True),
        ("蒙古包住", None, True),
        ("车上睡", None, None),
        ("宿舍已经住满了", None, False),
        ("包午餐，其他不管", True, False),
        ("只管饭", True, False),
        ("有灶台师傅，能自己吃饭的老人", None, None),
        ("城里自己有地方住", None, None),
        ("管住不管饭", False, True),
        ("管一顿午饭，不提供住宿", True, False),
        ("中午管饭", True, None),
        ("自带午饭", False, None),
        ("免费住宿，食堂饭补每天20", None, True),
        ("有员工宿舍", None, True),
        ("住的地方没有", None, False),
        ("住家保姆", None, True),
        ("吃住店里", True, True),
        ("食宿全免", True, True),
        ("管宵夜", True, None),
        ("住宿舍吃食堂", True, True),
        ("管吃，住的话自己找", True, False),
        ("饭自带", False, None),
        ("自己做饭，住工地板房", False, True),
        ("饭我供，睡蒙古包", True, True),
        ("宿舍有，食堂自费", False, True),
        ("住有，饭没有", False, True),
        ("吃住地头帐篷", True, True),
        ("午饭一块吃", True, None),
        ("食堂不花钱", True, None),
        ("早晚班，员工餐，单休", True, None),
        ("有通勤车不安排住宿", None, False),
        ("晌午各回各家吃饭", False, None),
        ("无住宿", None, False),
        ("吃住不管", False, False),
        ("中午在我家吃，晚上不住", True, False),
        ("帐篷有，饭有", True, True),
        ("住：四人间", None, True),
        ("吃饭一天扣15", False, None),
        ("三餐小灶，单间宿舍", True, True),
        ("中午一起用餐，不住", True, False),
        ("说好不住厂", None, False),
        ("学校食堂招，给店铺点关注", None, None),
        ("蒙古包主题酒店", None, None),
        ("能吃苦，离家近，做饭打扫", None, None),
        ("饭店招服务员，外包食堂", None, None),
    ],
)
def test_phrases(text: str, board: bool | None, lodging: bool | None) -> None:
    found = meals(text)
    assert (found.get("board"), found.get("lodging")) == (board, lodging)


def test_lunch_and_money_are_told_apart() -> None:
    assert meals("管午饭")["lunch"] is True
    assert meals("饭补300")["allowance"] is True
    assert "allowance" not in meals("管三顿饭")


@pytest.mark.parametrize(
    ("text", "sort"), [("缴五险一金", "五险一金"), ("五险齐全", "五险"), ("给上意外险", "意外险")]
)
def test_insurance(text: str, sort: str) -> None:
    assert [fact.value for fact in find_insurance(AdText(text))] == [sort]


def test_an_old_peoples_home_is_no_insurance() -> None:
    assert not find_insurance(AdText("养老院招护工"))


@pytest.mark.parametrize(
    ("answer", "board", "lodging"),
    [
        ("食宿：全包", True, True),
        ("食宿：公司提供", True, True),
        ("吃住：不管", False, False),
        ("住宿：有", None, True),
        ("伙食：自理", False, None),
        ("食宿：免费宿舍，食堂自费", False, True),
    ],
)
def test_labels_promise_or_refuse(
    answer: str, board: bool | None, lodging: bool | None, said: Say
) -> None:
    text = f"招保安3名\n工资：3500\n{answer}\n电话：13800000101"
    assert (said(text, "board"), said(text, "lodging")) == ([board], [lodging])
