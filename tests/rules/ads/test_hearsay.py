"""What others do, what was long ago and what people ask is not what an ad offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.ads.lint import least_wage, lint, rule_hits
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording


def rules(text: str) -> set[str]:
    book = rules_in_force()
    ad = Wording(f"鸿运饭店招服务员，月薪3500元。{text}", book.spellings)
    return {hit.rule.id for hit in rule_hits(ad, book, least_wage())[0]}


@pytest.mark.parametrize(
    "text",
    [
        "别家压一个月工资，咱家不兴那个",
        "有的人家给羊顶工钱，我家不",
        "前年有的包工头卷了钱，压了半年工资，今年专户月月发",
        "近日有人冒用我店名义，让应聘者先交押金200元",
        "以前贴的押身份证那张纸是有人恶作剧",
        "外头瞎传先交200块会员费才派活，那不是咱家",
        "阿姨们别听外头瞎传，什么先交200块押金，那是假的",
        "请记住：先垫钱后返利的是刷单诈骗",
        "Q：入职查乙肝吗？A：不查，也不许查",
        "问：要押身份证吗？答：不押",
        "以前有人传我们不收外地人，没影的事",
        "有人问离过婚的要不要，都要",
        "不像隔壁那谁先收2000块押金，我这儿全配",
        "今天又有老乡说被人拉去体检，交了380块还没见着厂子",
        "前店长在外面收拜师费三千八，已辞退，别给钱",
        "家里有吃奶娃的行不行？行，产假照休",
    ],
)
def test_what_is_told_of_others_is_no_offer(text: str) -> None:
    assert rules(text) == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("别家不压工资，我家压一个月工资", "F-WAGE-5"),
        ("去年那个老板跑了，今年压一个月工资", "F-WAGE-5"),
        ("听说别家不收，我们先交押金200元", "F-FEE-1"),
        ("家里有吃奶娃的行不行？不行，别来", "D-SEX-2"),
        ("想挣钱吗？刷单返佣日结，谁都能干", "F-SCAM-1"),
        ("查出来“大三阳小三阳”的不要", "D-HBV-1"),
        ("最近有人靠刷单返佣月入三万，你也来", "F-SCAM-1"),
    ],
)
def test_what_the_ad_says_of_itself_counts(text: str, rule: str) -> None:
    assert rule in rules(text)


@given(st.text(alphabet="别家咱今年问：？，。压一个月工资不行都要“”\n", max_size=60))
def test_any_telling_can_be_read(text: str) -> None:
    for hit in lint(text):
        assert text[hit.start : hit.end] == hit.words
