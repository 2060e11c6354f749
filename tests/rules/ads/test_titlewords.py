"""Words that name a vacancy."""

import pytest

from mengzhan.rules.ads.titlewords import LOOSE, known_ending, title_sure


@pytest.mark.parametrize("words", ["羊倌", "服务员", "缝纫工"])
def test_known_words_are_sure(words: str) -> None:
    assert title_sure(words) == 0.95


def test_endings_are_nearly_sure_and_loose_ones_less() -> None:
    assert title_sure("皮带巡检工") == 0.9
    assert title_sure("前台接待") == LOOSE


@pytest.mark.parametrize("words", ["员工", "务工人员", "要求", "工", "我是包工头", "3名服务员", ""])
def test_what_names_nothing(words: str) -> None:
    assert title_sure(words) == 0


def test_the_longest_known_word_at_the_end() -> None:
    assert known_ending("望京保安") == "保安"
    assert known_ending("望京") == ""
