"""Which numbers are pay, and what they say."""

import pytest

from mengzhan.rules.ads.adtext import AdText
from mengzhan.rules.ads.wages import find_pay
from mengzhan.rules.wage import DAY, HOUR, MONTH, OPEN, PIECE, YEAR, Wage
from tests.rules.ads.conftest import Say


def only(text: str) -> Wage:
    (pay,) = find_pay(AdText(text))
    return pay.wage


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("月薪3500", 3500, 3500, MONTH),
        ("工资：3000—3800元/月", 3000, 3800, MONTH),
        ("260一天", 260, 260, DAY),
        ("一天二百二到二百六", 220, 260, DAY),
        ("18块钱一小时", 18, 18, HOUR),
        ("一年五万", 50_000, 50_000, YEAR),
        ("年薪12万-15万", 120_000, 150_000, YEAR),
        ("一捆一块五", 1.5, 1.5, PIECE),
        ("大羊8块一只", 8, 8, PIECE),
        ("计件，一串5分", 0.05, 0.05, PIECE),
        ("抓一只羊绒6块", 6, 6, PIECE),
        ("3千-3千5", 3000, 3500, MONTH),
        ("工资四五千", 4000, 5000, MONTH),
        ("底薪4000+提成", 4000, None, MONTH),
        ("底薪2800加提成", 2800, None, MONTH),
        ("5000底薪+提成", 5000, None, MONTH),
        ("月薪5500元起", 5500, None, MONTH),
        ("挤奶工：3人，5000—5500", 5000, 5500, MONTH),
        ("五毛五一斤", 0.55, 0.55, PIECE),
        ("一件手工费180", 180, 180, PIECE),
        ("剪一只八块五", 8.5, 8.5, PIECE),
        ("一趟2500", 2500, 2500, PIECE),
        ("一年八万 年底一把清", 80_000, 80_000, YEAR),
        ("年薪十到十二万", 100_000, 120_000, YEAR),
        ("再找一个！三千二，倒班", 3200, 3200, MONTH),
        ("月五千五", 5500, 5500, MONTH),
        ("三千四一个月", 3400, 3400, MONTH),
        ("日350", 350, 350, DAY),
        ("一个班240", 240, 240, DAY),
        ("四个人 一人160", 160, 160, DAY),
        ("瓦工380、小工", 380, 380, DAY),
        ("一个点23", 23, 23, HOUR),
        ("25/h", 25, 25, HOUR),
        ("一天管两顿饭180", 180, 180, DAY),
        ("月补助2600元", 2600, 2600, MONTH),
        ("（2500包住）", 2500, 2500, MONTH),
        ("测量员1个7500月，会全站仪", 7500, 7500, MONTH),
        ("按天220", 220, 220, DAY),
        ("美容师2 保底4500+提", 4500, None, MONTH),
        ("180一宿", 180, 180, DAY),
        ("260，晚上现结", 260, 260, DAY),
        ("15块一小时", 15, 15, HOUR),
        ("20块一个钟头", 20, 20, HOUR),
        ("20块一个钟", 20, 20, HOUR),
        ("一串八分钱", 0.08, 0.08, PIECE),
        ("月劳务费3500元", 3500, 3500, MONTH),
        ("年头上挣七万到九万", 70_000, 90_000, YEAR),
        ("B2，450/天", 450, 450, DAY),
        ("栽一坑3块", 3, 3, PIECE),
        ("掰一行玉米40块钱", 40, 40, PIECE),
        ("一公斤羊绒6元", 6, 6, PIECE),
        ("钉一匹马80", 80, 80, PIECE),
        ("贴砖按平米45", 45, 45, PIECE),
        ("剥一百斤八块", 8, 8, PIECE),
        ("一块板6毛", 0.6, 0.6, PIECE),
        ("计件 一块6元", 6, 6, PIECE),
        ("120一课时", 120, 120, HOUR),
        ("焊工：6000-9000", 6000, 9000, MONTH),
        ("学徒：1500，包教", 1500, 1500, MONTH),
        ("会用CAD七千", 7000, 7000, MONTH),
        ("再补俩 一箱两块", 2, 2, PIECE),
        ("一天10个小时，二百二", 220, 220, DAY),
        ("晚上5点到9点 130", 130, 130, DAY),
        ("男的一天220女的一天200", 200, 220, DAY),
        ("男工200女工160", 160, 200, DAY),
        ("白班一个月2800夜班3200", 2800, 3200, MONTH),
        ("有证的一天380 没证的350", 350, 380, DAY),
        ("一个月3300 会开叉车的给4500", 3300, 4500, MONTH),
    ],
)
def test_pay(text: str, low: float, high: float | None, unit: str) -> None:
    found = [pay.wage for pay in find_pay(AdText(text)) if pay.wage.low]
    cents = None if high is None else round(high * 100)
    assert found == [Wage(round(low * 100), cents, unit, found[0].rest)]


@pytest.mark.parametrize(
    "text",
    [
        "满勤奖200元",
        "饭补每天20",
        "押金500元",
        "夜班加20元/班",
        "伙食补助每天15",
        "2026年3月1日",
        "羊有六百来只",
        "18-45岁",
        "工期60天",
        "一年四季",
        "每天8小时",
        "2000平米厂房",
        "第3000号",
        "缺俩开904的",
        "一天能打120桶",
        "中午一块吃",
        "腊月十五到正月初六",
        "份子钱一晚80",
        "五五分成，三七分",
        "男168女160以上",
    ],
)
def test_other_numbers_are_no_pay(text: str) -> None:
    assert not find_pay(AdText(text))


def test_pay_by_skill_is_a_range() -> None:
    wage = only("手快的月6000，手慢的也有4000")
    assert (wage.low, wage.high) == (400_000, 600_000)


def test_pay_of_one_person_is_not_that_of_one_piece() -> None:
    assert only("洗碗一个2700").unit != PIECE
    assert only("一桶提2块5").unit == PIECE


def test_sums_far_apart_are_not_one_range() -> None:
    found = find_pay(AdText("手慢的一件1块，手快的一天260"))
    assert [pay.wage.unit for pay in found] == [PIECE, DAY]


def test_a_word_that_begins_like_a_coin_is_none() -> None:
    (pay,) = find_pay(AdText("双十一分拣，一晚170块"))
    assert pay.wage.low == 17_000


def test_what_people_know_may_stand_before_the_sum() -> None:
    found = find_pay(AdText("瓦工一天380 架子工有证350"))
    assert [pay.wage.low for pay in found] == [38_000, 35_000]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("上一天歇一天 2000元", MONTH),
        ("工资5500一个月休三天", MONTH),
        ("计件3000-5000", MONTH),
        ("早9点到下午3点 100元", DAY),
        ("每天8小时 120元", DAY),
        ("60块钱，天天给钱", DAY),
    ],
)
def test_the_unit_is_that_of_so_much_money(text: str, unit: str) -> None:
    assert only(text).unit == unit


def test_pay_of_two_vacancies_is_not_one_range() -> None:
    text = "化验员 1名 女 5000\n装载机司机 3名 有证 7000左右"
    assert [(pay.wage.low, pay.wage.high) for pay in find_pay(AdText(text))] == [
        (500_000, 500_000),
        (700_000, 700_000),
    ]


def test_who_works_a_machine_is_no_hand_of_another_skill() -> None:
    pays = find_pay(AdText("缺：压路机手 8500 摊铺机手 9000"))
    assert [pay.wage.low for pay in pays] == [850000, 900000]


def test_a_learner_is_paid_otherwise_than_who_has_learned(said: Say) -> None:
    text = "招绕线女工5名，学徒期一个月3500，出徒后5000，13800000101"
    assert said(text, "wage") == [Wage(500_000, 500_000, MONTH)]


def test_half_a_day_is_not_paid_as_one() -> None:
    assert only("一人150干半天").unit is None


def test_to_be_agreed() -> None:
    assert only("工资面议").unit == OPEN
    assert only("待遇可谈").unit == OPEN
    assert not find_pay(AdText("有意面谈"))


def test_a_day_that_is_named_elsewhere_is_the_unit() -> None:
    (pay,) = find_pay(AdText("日结，男的180元"))
    assert pay.wage.unit == DAY
    assert pay.sure < 0.7


def test_pay_on_trial_is_known_as_such() -> None:
    assert [pay.trial for pay in find_pay(AdText("试用期3000元，转正4000元"))] == [True, False]


def test_sums_in_a_row_belong_to_the_vacancies_in_a_row(said: Say) -> None:
    for row in (
        "月工资依次4800 3600 3000",
        "月薪分别4800、3600、3000",
        "工资：4800 / 3600 / 3000",
        "4800/3600/3000",
    ):
        text = f"招面点师1名 切配2名 保洁2名\n{row}\n13800000101"
        sums = [Wage(cents, cents, MONTH) for cents in (480_000, 360_000, 300_000)]
        assert said(text, "wage") == sums


def test_what_a_meal_costs_is_no_pay() -> None:
    assert not find_pay(AdText("上料工10个，食堂一顿5块"))


def test_what_so_many_days_earn_is_no_months_pay() -> None:
    assert only("同城月嫂一名，26天9800") == Wage(980_000, 980_000, None)
    assert only("月嫂：每月26天8800元").unit == MONTH
