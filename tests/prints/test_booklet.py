"""The booklet: by place and trade, contents that tell the right page, page numbers."""

import re
from dataclasses import replace
from datetime import date

import pytest

from mengzhan.prints.booklet import booklet
from mengzhan.prints.page import Print, Words
from mengzhan.prints.paper import A4, A5
from mengzhan.rules.postings import NotClean
from tests.postings import (
    LONGEST_OUTLET,
    OUTLET,
    bare_posting,
    long_posting,
    longest_posting,
    posting,
)
from tests.prints.measuring import all_words, faults, words_of

TODAY = date(2026, 11, 26)
MANY = [posting(number) for number in range(24)]
PLACES = ("科尔沁右翼前旗科尔沁镇", "科尔沁右翼前旗乌兰毛都苏木", "其他")


def contents_of(made: Print) -> list[tuple[str, int]]:
    """Return entries and page numbers of the contents, by what stands on one line."""
    found: list[tuple[str, int]] = []
    for page in made.pages:
        lines: dict[float, list[Words]] = {}
        for words in page.words:
            lines.setdefault(round(words.y, 1), []).append(words)
        entries = [line for line in lines.values() if len(line) == 2 and line[1].text.isdigit()]
        found += [(line[0].text, int(line[1].text)) for line in entries]
    return found


def test_places_stand_in_order_with_what_has_none_last() -> None:
    words = all_words(booklet(MANY, OUTLET, TODAY))
    places = [words.index(f"{place}（8个岗位，招") for place in PLACES]
    assert places == sorted(places)
    assert "24个岗位，招60人" in words


def test_the_contents_tell_where_each_place_begins() -> None:
    made = booklet(MANY, OUTLET, TODAY)
    entries = contents_of(made)
    for place in PLACES:
        (number,) = [n for entry, n in entries if entry.startswith(f"{place}（")]
        assert place in words_of(made.pages[number - 1])
    assert [number for _, number in entries] == sorted(number for _, number in entries)
    assert len(entries) == 3 + 6  # places, and two trades in each


def test_every_vacancy_is_in_it_once_and_numbered() -> None:
    made = booklet(MANY, OUTLET, TODAY)
    assert all_words(made).count("有效至") == 24
    lines = [words.text for page in made.pages for words in page.words]
    numbers = [int(found[1]) for line in lines if (found := re.match(r"(\d+)\. ", line))]
    assert numbers == list(range(1, 25))


def test_every_page_bears_its_number_and_the_station() -> None:
    made = booklet(MANY, OUTLET, TODAY)
    for number, page in enumerate(made.pages, 1):
        assert f"{number}/{len(made.pages)}" in words_of(page)
        assert OUTLET.phone in words_of(page)


@pytest.mark.parametrize("paper", [A5, A4])
def test_nothing_is_cut_off_on_either_paper(paper: tuple[float, float]) -> None:
    made = booklet(
        [*MANY, long_posting(), longest_posting(), bare_posting()], LONGEST_OUTLET, TODAY, paper
    )
    assert {(page.width, page.height) for page in made.pages} == {paper}
    assert faults(made) == []


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for count in range(3, 30):
        made = booklet([posting(number) for number in range(count)], OUTLET, TODAY)
        for page in made.pages[1:]:
            lines = [words.text for words in page.words]
            assert not lines[-3].endswith(("人员", "镇", "苏木"))


def test_contents_of_many_places_go_on_to_a_second_page() -> None:
    spread = [
        replace(posting(number), area=(f"1522{number:05d}", f"第{number}苏木"))
        for number in range(40)
    ]
    made = booklet(spread, OUTLET, TODAY)
    (number,) = [n for entry, n in contents_of(made) if entry.startswith("第39苏木（")]
    assert "第39苏木" not in words_of(made.pages[0])
    assert "第39苏木" in words_of(made.pages[number - 1])
    assert faults(made) == []


def test_a_vacancy_with_findings_is_refused() -> None:
    with pytest.raises(NotClean):
        booklet([posting(), replace(posting(), findings=("限男性。",))], OUTLET, TODAY)
