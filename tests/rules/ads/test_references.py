"""What a message tells behind its entries, by their numbers, by who hires, by the name or in order."""

import pytest

from mengzhan.rules.wage import Wage
from tests.rules.ads.conftest import Say

SHOPS = "1.药店 营业员2名 3000\n2.酒店 客房保洁3名 2800\n3.洗车行 洗车工2名 4000\n"


def low(wages: list[object]) -> list[int | None]:
    return [wage.low if isinstance(wage, Wage) else None for wage in wages]


@pytest.mark.parametrize(
    "told",
    [
        "1和2找王姐13800000101 3号直接打13800000102",
        "前两个找王姐13800000101，后一个打13800000102",
        "药店酒店打13800000101王姐，洗车行13800000102",
        "药店、酒店的电话13800000101，其他的13800000102",
        "营业员和客房保洁找王姐13800000101，洗车工找13800000102",
        "1-2王姐13800000101 3：13800000102",
    ],
)
def test_a_number_to_dial_is_that_of_the_entries_it_is_told_for(told: str, said: Say) -> None:
    numbers = ["13800000101", "13800000101", "13800000102"]
    assert said(SHOPS + told, "phone") == numbers


def test_a_number_is_that_of_who_hires(said: Say) -> None:
    text = (
        "冰雪景区招：售票员2名 3000，司机1名 4000\n林家民宿招：保洁1名 1900\n"
        "电话 景区13800000101 民宿13800000102"
    )
    assert said(text, "phone") == ["13800000101", "13800000101", "13800000102"]
    text = "鑫盛商贸招会计一名\n智慧小学堂招老师一名\n鑫盛打13800000101，智慧打13800000102"
    assert said(text, "phone") == ["13800000101", "13800000102"]


def test_who_is_to_be_asked_for_some_entries_is_nobody_for_the_others(said: Say) -> None:
    text = SHOPS + "1和2找王姐13800000101 3号直接打13800000102"
    assert said(text, "contact") == ["王姐", "王姐", None]


def test_entries_may_have_letters(said: Say) -> None:
    text = (
        "A 铜器店 招导购1 3500\nB 奶茶店 招店员2 3300\nC 民宿 招保洁1 2800\n"
        "A、B打13800000101，C打13800000102"
    )
    assert said(text, "phone") == ["13800000101", "13800000101", "13800000102"]


def test_pay_board_and_wishes_are_told_by_number_too(said: Say) -> None:
    text = (
        "①炒鸡店招配菜 ②炒鸡店招洗碗工 ③早点铺招面点师\n①4000 ②3000 ③5000\n①③管吃\n"
        "②要女的，13800000101"
    )
    assert low(said(text, "wage")) == [400_000, 300_000, 500_000]
    assert said(text, "board") == [True, None, True]


def test_the_former_and_the_latter_of_two(said: Say) -> None:
    text = "招厨师和面点师各一名，前者6000后者5000，张记面馆 13800000101"
    assert low(said(text, "wage")) == [600_000, 500_000]
    assert said(text, "phone") == ["13800000101", "13800000101"]


def test_a_name_that_only_says_whom_to_ask(said: Say) -> None:
    text = "会计找李姐13800000101，司机找王师傅13800000102，别打错了，会计4000司机5000"
    assert said(text, "phone") == ["13800000101", "13800000102"]


def test_what_is_told_by_name_is_asked_of_that_vacancy(said: Say) -> None:
    text = "饭馆招服务员俩，洗碗工一个，服务员要女的45以下，洗碗工要会骑车，13800000101"
    assert said(text, "requirements") == ["要女的45以下", "要会骑车"]


@pytest.mark.parametrize(
    "text",
    [
        # numbers that count, not name
        "1.保安3人 2800\n2.保洁5人 2300\n3人一组，5名以上可报团，13800000101",
        # a licence is no entry
        "1 宾馆 厨师 4000\n2 宾馆 保洁 2600\n3 面包店 送货员 C1 3500\n都打13800000101",
    ],
)
def test_other_numbers_refer_to_no_entry(text: str, said: Say) -> None:
    assert set(said(text, "phone")) == {"13800000101"}
