"""The letter and its slip: the number on both, boxes in the order of the keys, nothing cut off."""

import pytest

from mengzhan.prints.letter import letters
from mengzhan.prints.page import Area, Page, Rule
from mengzhan.rules.postings import Outlet
from mengzhan.rules.referral_letter import ReferralLetter
from tests.letters import BARE_LETTER, LETTER, LONG_LETTER, LONGEST_LETTER
from tests.postings import LONG_OUTLET, LONGEST_OUTLET, OUTLET
from tests.prints.measuring import all_words, faults, words_of


def tear_line(page: Page) -> Rule:
    (line,) = [item for item in page.items if isinstance(item, Rule) and item.dashed]
    return line


def above_and_below(page: Page) -> tuple[str, str]:
    edge = tear_line(page).y
    above = "".join(words.text for words in page.words if words.y < edge)
    return above, "".join(words.text for words in page.words if words.y > edge)


def test_the_letter_introduces_and_the_slip_comes_back() -> None:
    (page,) = letters([LETTER], OUTLET).pages
    letter, slip = above_and_below(page)
    for expected in (
        "白音牧业专业合作社：",
        "兹推荐巴图孟和（男，36岁）到贵单位应聘“羊倌（接羔季）”岗位",
        "2026年12月3日前",
        "19900004321",
        "1501**********1234",
        "每月4500元至5500元",
        "（盖章处）",
        "经办人：苏和",
        OUTLET.name,
        "不要扣身份证",
    ):
        assert expected in letter
    for expected in (
        "巴图孟和 应聘 羊倌（接羔季）",
        "（单位盖章）",
        "请在7日内把回执交回",
        "不算录用",
    ):
        assert expected in slip
    assert "编号：2026-0012" in letter
    assert "编号：2026-0012" in slip


def test_what_is_ticked_stands_in_the_order_of_the_keys() -> None:
    (page,) = letters([LETTER], OUTLET).pages
    _, slip = above_and_below(page)
    places = [slip.index(f"{code} {words}") for code, words in LETTER.results]
    assert places == sorted(places)
    boxes = [item for item in page.items if isinstance(item, Area) and item.width < 5]
    assert len(boxes) == len(LETTER.results)


@pytest.mark.parametrize("letter", [LETTER, LONG_LETTER, LONGEST_LETTER, BARE_LETTER])
@pytest.mark.parametrize("outlet", [OUTLET, LONG_OUTLET, LONGEST_OUTLET, Outlet("站")])
def test_nothing_runs_over_anything(letter: ReferralLetter, outlet: Outlet) -> None:
    made = letters([letter], outlet)
    assert faults(made) == []
    page = made.pages[0]
    edge = tear_line(page).y
    assert not any(words.y < edge < words.y + words.style.line for words in page.words)
    seals = [item for item in page.items if isinstance(item, Area) and item.width > 20]
    for seal in seals:
        inside = [
            words.text
            for words in page.words
            if seal.x < words.x + words.width and words.x < seal.x + seal.width
            if seal.y < words.y + words.style.line and words.y < seal.y + seal.height
        ]
        assert len(inside) == 1
        assert "盖章" in inside[0]


def test_each_letter_has_its_own_sheet() -> None:
    made = letters([LETTER, BARE_LETTER], OUTLET)
    assert len(made.pages) == 2
    assert "求职者电话" not in words_of(made.pages[1])
    assert "7日内前" not in all_words(made)
