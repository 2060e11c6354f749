"""Messages as a whole: what belongs to which vacancy, and what is no advertisement."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.rules.ads.parse import looks_like_ad, parse_ad
from mengzhan.rules.wage import DAY, MONTH, OPEN, Wage
from tests.rules.ads.judge import messages

ONE = "招服务员2名，月薪3500，包吃住，地点陶林镇老街口，电话13800000101王姐"


def said(text: str, name: str) -> list[object]:
    """The values of one field, vacancy by vacancy."""
    return [vacancy.value(name) for vacancy in parse_ad(text).vacancies]


def test_one_line_says_it_all() -> None:
    (vacancy,) = parse_ad(ONE).vacancies
    assert {name: found.value for name, found in vacancy.fields.items()} == {
        "title": "服务员",
        "headcount": 2,
        "wage": Wage(350_000, 350_000, MONTH),
        "board": True,
        "lodging": True,
        "place": "陶林镇老街口",
        "phone": "13800000101",
        "contact": "王姐",
    }


def test_what_is_in_a_line_of_its_own_is_its_own_and_the_rest_is_for_all() -> None:
    text = "烤肉店招人\n1、切配1名5000元，有经验\n2、服务员3名3500元\n包吃住\n联系13800000102"
    assert said(text, "headcount") == [1, 3]
    assert said(text, "wage") == [Wage(500_000, 500_000, MONTH), Wage(350_000, 350_000, MONTH)]
    assert said(text, "requirements") == ["有经验", None]
    assert said(text, "lodging") == [True, True]
    assert said(text, "phone") == ["13800000102"] * 2


def test_names_in_a_row_share_what_follows() -> None:
    text = "超市招收银员、理货员各2名，工资3000元，电话13800000103"
    assert said(text, "title") == ["收银员", "理货员"]
    assert said(text, "headcount") == [2, 2]
    assert said(text, "wage") == [Wage(300_000, 300_000, MONTH)] * 2


def test_pay_that_is_named_later_finds_its_vacancy() -> None:
    text = "工地急需钢筋工10个，木工8个，钢筋工350一天，木工380，13800000104张工头"
    assert said(text, "title") == ["钢筋工", "木工"]
    assert said(text, "wage") == [Wage(35_000, 35_000, DAY), Wage(38_000, 38_000, DAY)]


def test_a_heading_is_no_vacancy_of_its_own() -> None:
    text = "药房招店员：\n1）店员2名，3000元\n2）药师1名，5000元\n13800000105"
    assert said(text, "title") == ["店员", "药师"]


def test_messages_forwarded_together_are_read_apart() -> None:
    text = f"{ONE}\n\n【草原情餐馆】招厨师1名，6000元，13800000106李经理"
    assert said(text, "title") == ["服务员", "厨师"]
    assert said(text, "employer") == [None, "草原情餐馆"]
    assert said(text, "contact") == ["王姐", "李经理"]
    assert said(text, "phone") == ["13800000101", "13800000106"]


def test_lines_with_a_telephone_number_each_are_vacancies_of_their_own() -> None:
    text = (
        "招工\n鑫源饭店招服务员，新华街，电话13800000101\n福顺洗浴招搓澡工，车站路，电话13800000106"
    )
    assert said(text, "title") == ["服务员", "搓澡工"]
    assert said(text, "place") == ["新华街", "车站路"]


def test_base_pay_goes_before_the_price_of_a_piece() -> None:
    text = "招快递员，派件一件1.2元，保底5500一个月，13800000108"
    assert said(text, "wage") == [Wage(550_000, None, MONTH, "保底")]


def test_pay_to_be_agreed_is_no_amount() -> None:
    assert said("招兽医1名，工资面议，13800000107", "wage") == [Wage(None, None, OPEN)]


def test_who_signs_hires_not_the_sort_of_firm_above() -> None:
    text = "草原上的度假村招聘：\n马倌2名 6000\n保洁2名 4000\n云边牧歌度假村\n13800000108"
    assert said(text, "employer") == ["云边牧歌度假村"] * 2


def test_a_place_ends_where_the_firm_begins_and_a_firm_may_tell_the_place() -> None:
    (vacancy,) = parse_ad("百灵庙羊绒分梳厂招梳绒工8名，工资4200，13800000108").vacancies
    assert (vacancy.value("place"), vacancy.value("employer")) == ("百灵庙", "羊绒分梳厂")
    (vacancy,) = parse_ad("赛罕区众城保安服务公司招保安8名，工资3200，13800000108").vacancies
    assert vacancy.value("place") == "赛罕区"
    (vacancy,) = parse_ad("招月嫂1名，8000，安馨家政·临河区 班老师13800000108").vacancies
    assert (vacancy.value("place"), vacancy.value("employer")) == ("临河区", "安馨家政")


def test_what_nobody_understood_is_kept() -> None:
    assert "车新活稳" in parse_ad("招司机1名，车新活稳，13800000108").rest


def test_masked_numbers_leave_everything_in_its_place() -> None:
    ad = parse_ad("招保洁，电话 138 0000 0109 或 13800000110")
    assert len(ad.masked()) == len(ad.text)
    assert "0109" in ad.masked()
    assert "0000 0" not in ad.masked()
    assert "13800000110" in ad.masked("13800000109")


@pytest.mark.parametrize(
    "text",
    [
        "今天天气真好，大家一起去跳广场舞吧，晚上七点集合",
        "出租房屋，两室一厅，月租800元，电话13800000111，地址光明小区",
        "13800000112",
        "",
        "服务员" * 2000,
    ],
)
def test_other_texts_are_not_offered(text: str) -> None:
    assert not looks_like_ad(text)


def test_advertisements_are_offered() -> None:
    texts = [message["text"] for half in "ab" for message in messages(half)]
    assert all(looks_like_ad(text) for text in texts)


_BITS = sorted({bit for half in "ab" for m in messages(half) for bit in m["text"].split("，")})
_SIGNS = ("——", "（）", "【】", "：", "～", "✅", "13800000101", "13800000101——")
_PIECES = st.sampled_from(_BITS) | st.sampled_from(_SIGNS) | st.text(max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(_PIECES, max_size=12).map("\n".join))
def test_no_text_makes_it_stumble_or_point_outside(text: str) -> None:
    ad = parse_ad(text)
    assert len(ad.masked()) == len(text)
    for vacancy in ad.vacancies:
        for found in vacancy.fields.values():
            for start, end in found.spans:
                assert 0 <= start < end <= len(text)


def test_a_name_said_over_and_over_is_one_vacancy() -> None:
    assert len(parse_ad("招班长，" * 1250).vacancies) == 1


@pytest.mark.parametrize("text", ["1" * 5000, "a" * 5000, "在" * 5000, "一" * 5000, "(" * 5000])
def test_long_runs_of_one_sign_say_nothing(text: str) -> None:
    assert parse_ad(text).vacancies == ()
