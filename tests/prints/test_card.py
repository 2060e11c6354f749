"""Cards: eight to a sheet, each with all one needs and a code, none over its edge."""

from dataclasses import replace

import pytest

from mengzhan.prints.card import ACROSS, DOWN, cards
from mengzhan.prints.mongolian import Script
from mengzhan.prints.page import Rule
from mengzhan.prints.paper import A4
from mengzhan.rules.postings import NotClean, contact_text
from tests.postings import (
    LONG_OUTLET,
    LONGEST_OUTLET,
    OUTLET,
    bare_posting,
    long_posting,
    longest_posting,
    posting,
)
from tests.prints.measuring import all_words, box_of, faults, squares_of, words_of

WIDTH, HEIGHT = A4[0] / ACROSS, A4[1] / DOWN


def test_eight_stand_on_a_sheet() -> None:
    made = cards([posting(number) for number in range(9)], OUTLET)
    assert [words_of(page).count("截止") for page in made.pages] == [8, 1]
    assert faults(made) == []
    cuts = [item for item in made.pages[0].items if isinstance(item, Rule)]
    assert len(cuts) == 4
    assert all(rule.dashed for rule in cuts)


def test_a_card_says_what_one_needs_and_carries_its_code() -> None:
    made = cards([posting()], OUTLET)
    words = all_words(made)
    for expected in ("羊倌", "招1人", "每月4500元至5500元", "白音牧业专业合作社", "19900001000"):
        assert expected in words
    assert OUTLET.phone in words
    assert [code.text for code in squares_of(made)] == [contact_text(posting(), OUTLET)]


def test_nothing_crosses_the_line_along_which_one_cuts(script: Script) -> None:
    mixed = [long_posting(), bare_posting(), longest_posting(), posting(1)] * 3
    for made in (cards(mixed, LONG_OUTLET), cards(mixed, LONGEST_OUTLET, script)):
        assert faults(made) == []
        for page in made.pages:
            for words in page.words:
                box = box_of(words)
                assert box.left() // WIDTH == box.right() // WIDTH
                assert box.top() // HEIGHT == box.bottom() // HEIGHT


def test_telephones_are_whole_however_little_room_there_is(script: Script) -> None:
    made = cards([long_posting()], LONG_OUTLET, script)
    lines = [words.text for words in made.pages[0].words]
    assert "19900001000" in lines
    assert any(line.endswith(f"…… {LONG_OUTLET.phone}") for line in lines)
    assert "2026年12月23日" in lines


def test_a_vacancy_with_findings_is_refused() -> None:
    with pytest.raises(NotClean):
        cards([replace(posting(), findings=("限男性。",))], OUTLET)
