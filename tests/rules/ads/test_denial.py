"""What an ad denies, warns of or bears itself is no fee; a condition is no denial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.ads.lint import lint

EMPLOYER = "鸿运饭店招服务员，"


def fees(text: str) -> list[str]:
    return [hit.words for hit in lint(EMPLOYER + text) if hit.rule.id in ("F-FEE-1", "F-ID-1")]


@pytest.mark.parametrize(
    "text",
    [
        "不收押金和服装费",
        "不收取任何费用、押金",
        "押金、服装费、培训费一律不收",
        "服装费，统统免收",
        "体检费单位承担",
        "不收任何费用，包括押金、资料费",
        "不收押金，服装费，建档费",
        "无需缴纳任何保证金、押金",
        "绝不收押金",
        "0押金入职",
        "免押金",
        "凡要求交押金、培训费的均为诈骗",
        "谨防以押金为名的骗局",
        "不押金也不扣证件",
        "身份证原件查验后当场退还",
        "收银员负责退还客户押金",
        "招聘时要你交押金的都是骗子",
        "让你转账、交保证金的工作全都是骗局",
        "车位押金由前台收",
        "厂里出中介费",
        "凡是先掏钱的活儿都别干，咱一分不收",
        "那种兼职多是收培训费的，咱试工免费",
        "不得向新员工收取保证金",
        "体检费先自己垫，录用后凭发票报",
        "培训费由企业垫付后申领政府补贴",
        "原公告里“交纳保证金”为印刷错误，作废",
        "以前交的二百工具押金都退了",
    ],
)
def test_what_is_denied_is_no_fee(text: str) -> None:
    assert fees(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("押金300元", "押金"),
        ("不包食宿，押金300元", "押金"),
        ("不包吃住交押金300", "押金"),
        ("不收押金，服装费自理200元", "服装费"),
        ("不收中介费，但是交押金500", "押金"),
        ("不交押金不能上岗", "押金"),
        ("无经验押金300", "押金"),
        ("免费培训，押金200", "押金"),
        ("身份证由公司统一保管", "身份证"),
        ("无任何要求，交押金就能上班，不是骗子", "押金"),
        ("先给劳务站留300占床位", "300"),
        ("体检268+办卡30", "268"),
        ("成本800您先出", "800"),
        ("毕业证原件交园里存着", "毕业证"),
        ("要求普通话好，先买声卡998，录音一小时300", "998"),
        ("谁想挣钱先交押金300，怕吃苦的别去", "押金"),
        ("身体健康无传染病(体检自费)", "体检自费"),
        ("体检费先自己垫，干满半年报", "体检费"),
        ("没有的我帮办，你出一千四", "一千四"),
    ],
)
def test_what_is_asked_for_is_a_fee(text: str, words: str) -> None:
    assert any(words in hit for hit in fees(text))


@pytest.mark.parametrize(
    "text",
    [
        "零基础包教会，助学金分18期还",
        "不用出门，帮客户取钱装袋打车送过去",
        "不用考试，拿证包分配矿上",
    ],
)
def test_a_denial_does_not_reach_over_a_whole_offer_that_follows(text: str) -> None:
    assert any(hit.blocks for hit in lint(EMPLOYER + text))


@pytest.mark.parametrize(
    "text",
    [
        "不签合同不上岗，不上工伤险不让干活",
        "没买保险别上架",
        "不签劳动合同的单位别信",
        "岗前培训免费，培训期间工资照发",
    ],
)
def test_what_is_made_a_condition_is_not_refused(text: str) -> None:
    wrong = ("F-INS-1", "F-CONTRACT-1", "F-WAGE-3")
    assert [hit.words for hit in lint(EMPLOYER + text) if hit.rule.id in wrong] == []


@pytest.mark.parametrize(
    ("text", "blocked"),
    [
        ("谁说日赚千元在家刷单你可别信，我们发单子一天160", False),
        ("日赚千元，在家刷单", True),
    ],
)
def test_the_warning_may_stand_in_the_very_words(text: str, blocked: bool) -> None:
    assert any(hit.blocks for hit in lint(EMPLOYER + text)) == blocked


FEES = ("押金", "服装费", "培训费", "报名费", "保证金", "中介费", "资料费", "体检费", "工牌费")
NO = ("不收", "不收取", "绝不收", "从不收取", "无需交", "不用交", "免收", "不要求交", "一律不收")
JOINTS = ("、", "和", "及", "与", "或", "以及")


@given(
    st.sampled_from(NO),
    st.lists(st.sampled_from(FEES), min_size=1, max_size=4, unique=True),
    st.sampled_from(JOINTS),
    st.sampled_from(("", "等", "等任何费用")),
)
def test_a_denied_list_of_fees_never_hits(
    no: str, listed: list[str], joint: str, rest: str
) -> None:
    assert fees(f"{no}{joint.join(listed)}{rest}，月薪3500元") == []


@given(
    st.lists(st.sampled_from(FEES), min_size=1, max_size=4, unique=True),
    st.sampled_from(("一律不收", "全免", "都不收", "由公司承担", "统统免交")),
)
def test_a_list_of_fees_denied_afterwards_never_hits(listed: list[str], no: str) -> None:
    assert fees(f"{'、'.join(listed)}{no}，月薪3500元") == []


@given(
    st.sampled_from(FEES), st.integers(50, 5000), st.sampled_from(("需交", "先交", "须缴纳", ""))
)
def test_a_fee_with_an_amount_always_hits(fee: str, amount: int, verb: str) -> None:
    assert fees(f"{verb}{fee}{amount}元，月薪3500元") != []


def test_lists_may_be_as_long_as_they_like() -> None:
    """Would not come to an end if the grammar tried every way to divide a list."""
    assert fees("不收" + "押金、服装费和" * 60 + "培训费") == []
    assert len(fees("押金、" * 300)) == 300
