"""An ad in plain form: disguises undone, and every place found again in what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Spellings, Wording

SPELLINGS = Spellings({"押金": "压金|押jin", "微信": "[薇v][信❤]", "体检费": ""})


def plain(text: str) -> str:
    return Wording(text, SPELLINGS).text


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("押金２００元", "押金200元"),
        ("押 金200", "押金200"),
        ("押*金", "押金"),
        ("压金", "押金"),
        ("加薇❤：abc", "加微信：abc"),
        ("体 检 费自理", "体检费自理"),
        ("男,女不限。双休", "男，女不限\n双休"),
        ("月薪3,500元,双休", "月薪3500元，双休"),
        ("底薪3000,996", "底薪3000，996"),
        ("早8—晚8", "早8-晚8"),
        ("招人👍快来", "招人 快来"),
        ("【招聘】普工", " 招聘 普工"),
    ],
)
def test_text_is_brought_into_one_form(typed: str, read: str) -> None:
    assert plain(typed) == read


def test_words_are_found_again_where_they_were_typed() -> None:
    ad = Wording("入职要压 一下,交押 * 金200", SPELLINGS)
    start = ad.text.index("押金")
    assert ad.words(start, start + 2) == "押 * 金"
    assert ad.words(0, len(ad.text)) == ad.original


def test_words_at_the_end_of_nothing_stand_at_the_end() -> None:
    ad = Wording("普工", SPELLINGS)
    assert ad.span(0, 0) == (0, 0)
    assert Wording("", SPELLINGS).span(0, 0) == (0, 0)


def test_clauses_end_at_commas_and_blanks_sentences_at_stops() -> None:
    ad = Wording("招普工，不收押金、服装费 双休。管吃住", SPELLINGS)
    start = ad.text.index("押金")
    first, last = ad.clause(start, start + 2)
    assert ad.text[first:last] == "不收押金、服装费"
    assert ad.next_clause(last) == "双休"
    first, last = ad.sentence(start, start + 2)
    assert ad.text[first:last] == "招普工，不收押金、服装费 双休"
    assert ad.next_clause(last) == ""


@given(
    st.text(
        st.sampled_from("押金 微信薇❤，,。1,000元男女👍Ａ\n\u200b体检费*") | st.characters(),
        max_size=40,
    )
)
def test_every_place_of_the_plain_form_lies_in_the_typed_text(text: str) -> None:
    ad = Wording(text, rules_in_force().spellings)
    for start in range(len(ad.text)):
        first, last = ad.span(start, start + 1)
        assert 0 <= first < last <= len(text)
