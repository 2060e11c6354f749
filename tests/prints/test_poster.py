"""The poster: everything on it, large enough, nothing cut off, and only what may go out."""

from dataclasses import replace
from datetime import date

import pytest

from mengzhan.prints.mongolian import Script
from mengzhan.prints.page import Print, Words
from mengzhan.prints.poster import MOST, TooMany, poster
from mengzhan.rules.mongolian import UNREVIEWED
from mengzhan.rules.postings import FREE_OF_CHARGE, NotClean, Outlet, Posting, contact_text
from tests.postings import (
    LONG_NAME,
    LONG_OUTLET,
    LONGEST_OUTLET,
    OUTLET,
    bare_posting,
    long_posting,
    longest_posting,
    posting,
)
from tests.prints.measuring import all_words, faults, squares_of, words_of

TODAY = date(2026, 11, 26)
READ_AT_TWO_METRES = 7.0  # mm


def sheets(*postings: Posting, outlet: Outlet = OUTLET, script: Script | None = None) -> Print:
    return poster(postings, outlet, TODAY, script)


def lines(made: Print, start: str) -> list[Words]:
    return [words for page in made.pages for words in page.words if words.text.startswith(start)]


def test_one_vacancy_fills_a_page_with_all_that_one_needs() -> None:
    made = sheets(posting())
    assert len(made.pages) == 1
    words = all_words(made)
    for expected in (
        "招聘信息",
        "羊倌（接羔季）",
        "招1人",
        "每月4500元至5500元",
        "白音牧业专业合作社",
        "乌兰毛都苏木勿布林嘎查",
        "接羔、放牧、喂料，夜里轮班看护",
        "随季节、随工期，管吃住",
        "能吃苦，有放牧经验；驾驶证C1、C2；会蒙古语",
        "19900001000",
        "白先生",
        "2026年12月23日",
        "信息来源：企业走访，2026年11月20日登记",
        OUTLET.name,
        OUTLET.phone,
        FREE_OF_CHARGE,
        "2026年11月26日发布",
    ):
        assert expected in words
    assert (made.pages[0].width, made.pages[0].height) == (210, 297)
    assert faults(made) == []


def test_ten_vacancies_go_on_to_more_pages_and_none_is_lost() -> None:
    ten = [posting(number) for number in range(MOST)]
    made = sheets(*ten)
    assert 1 < len(made.pages) < MOST
    words = all_words(made)
    assert all(one.title in words and one.phone in words for one in ten)
    assert all(f"{n}/{len(made.pages)}" in words_of(page) for n, page in enumerate(made.pages, 1))
    counts = [words_of(page).count("截止") for page in made.pages]
    assert sum(counts) == MOST
    assert max(counts) - min(counts) <= 1
    assert faults(made) == []


@pytest.mark.parametrize("count", range(1, MOST + 1))
def test_what_one_looks_for_is_read_two_metres_away(count: int) -> None:
    made = sheets(*(posting(number) for number in range(count)))
    wanted = ("羊倌", "每月", "招1人", "乌兰毛都", "能吃苦", "随季节", "1990000", "2026年12月")
    for start in (*wanted, OUTLET.name, OUTLET.phone):
        found = lines(made, start)
        assert found
        assert min(words.style.size for words in found) >= READ_AT_TWO_METRES


def test_each_vacancy_has_a_code_of_its_own_contact() -> None:
    two = [posting(0), posting(1)]
    assert [code.text for code in squares_of(sheets(*two))] == [
        contact_text(one, OUTLET) for one in two
    ]


@pytest.mark.parametrize("number", [1, 2, 5])
def test_the_longest_texts_run_over_nothing(number: int) -> None:
    made = sheets(*[long_posting()] * number, outlet=LONG_OUTLET)
    assert faults(made) == []
    assert LONG_NAME in all_words(made)
    assert faults(sheets(*[longest_posting()] * number, outlet=LONGEST_OUTLET)) == []


def test_the_longest_texts_with_mongolian_run_over_nothing(script: Script) -> None:
    made = sheets(long_posting(), long_posting(), outlet=LONG_OUTLET, script=script)
    assert faults(made) == []


def test_one_vacancy_with_long_texts_does_not_shrink_the_others() -> None:
    made = sheets(long_posting(), posting(1))
    title = lines(made, "挤奶工")
    assert min(words.style.size for words in title) >= READ_AT_TWO_METRES


def test_a_cut_text_says_that_there_is_more() -> None:
    made = sheets(replace(posting(), asked="会骑马，" * 60), bare_posting())
    assert len(made.pages) == 1
    assert "……（其余到站里问）" in all_words(made)
    alone = sheets(replace(posting(), asked="会骑马，" * 60))
    assert all_words(alone).count("会骑马，") == 60


def test_empty_facts_leave_no_labels_behind() -> None:
    made = sheets(bare_posting(), outlet=Outlet("巴彦站"))
    words = all_words(made)
    assert "请到巴彦站问" in words
    assert not any(label in words for label in ("单位　", "地点", "内容", "要求", "信息来源"))
    assert faults(made) == []


def test_a_telephone_number_is_never_broken() -> None:
    for count in range(1, 4):
        made = sheets(*(posting(number) for number in range(count)), outlet=LONG_OUTLET)
        numbers = lines(made, "1990000")
        assert all(words.text.split()[0] == f"1990000{1000 + n}" for n, words in enumerate(numbers))


def test_a_vacancy_with_findings_is_refused() -> None:
    with pytest.raises(NotClean):
        sheets(posting(), replace(posting(1), findings=("限男性。",)))


@pytest.mark.parametrize("count", [0, MOST + 1])
def test_only_one_to_ten_go_on_a_poster(count: int) -> None:
    with pytest.raises(TooMany):
        sheets(*[posting()] * count)


def test_mongolian_stands_beside_the_vacancy_and_in_the_heading(script: Script) -> None:
    made = sheets(posting(0), posting(1), script=script)
    turned = [words for page in made.pages for words in page.words if words.turned]
    assert {"ᠠᠵᠢᠯᠴᠢᠨ", "ᠮᠠᠯᠴᠢᠨ", "ᠰᠠᠭᠠᠯᠢᠴᠢᠨ"} <= {
        part for words in turned for part in words.text.split()
    }
    assert UNREVIEWED in all_words(made)  # the herder's term; the milker's is confirmed
    assert made.remarks == ()
    assert faults(made) == []


def test_confirmed_mongolian_bears_no_mark(script: Script) -> None:
    made = sheets(replace(posting(1), workplace=""), script=script)
    assert UNREVIEWED not in all_words(made)


def test_without_a_font_the_poster_is_made_all_the_same(script: Script) -> None:
    made = sheets(posting(), script=Script(script.terms, ""))
    assert not any(words.turned for page in made.pages for words in page.words)
    assert "Mongolian Baiti" in made.remarks[0]
