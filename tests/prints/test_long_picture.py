"""The long picture: 1080 pixels wide, every vacancy on it, not longer than WeChat shows well."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QImage

from mengzhan.prints.long_picture import PIXELS, long_picture
from mengzhan.prints.mongolian import Script
from mengzhan.prints.painting import png_of
from mengzhan.rules.mongolian import UNREVIEWED
from mengzhan.rules.postings import FREE_OF_CHARGE, NotClean
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
LONGEST = 12_000


def test_a_picture_holds_every_vacancy_and_the_station() -> None:
    ten = [posting(number) for number in range(10)]
    made = long_picture(ten, OUTLET, TODAY)
    words = all_words(made)
    assert "11月26日　10个岗位，共招23人" in words
    assert all(one.title in words and one.phone in words for one in ten)
    assert OUTLET.phone in words
    assert FREE_OF_CHARGE in words
    assert faults(made, edge=3) == []


def test_a_picture_is_1080_pixels_wide() -> None:
    made = long_picture([posting()], OUTLET, TODAY)
    image = QImage.fromData(png_of(made.pages[0], made.pixels))
    assert image.width() == PIXELS == 1080


def test_many_vacancies_become_several_pictures() -> None:
    made = long_picture([posting(number) for number in range(40)], OUTLET, TODAY)
    assert len(made.pages) > 1
    assert all(page.height / page.width * PIXELS <= LONGEST for page in made.pages)
    assert all(
        "招聘信息" in words_of(page) and OUTLET.phone in words_of(page) for page in made.pages
    )
    assert sum(words_of(page).count("有效期至") for page in made.pages) == 40


def test_long_and_bare_ones_run_over_nothing(script: Script) -> None:
    many = [long_posting(), longest_posting(), bare_posting()]
    made = long_picture(many, LONGEST_OUTLET, TODAY, script)
    assert faults(made, edge=3) == []
    assert UNREVIEWED in all_words(made)


def test_a_vacancy_with_findings_is_refused() -> None:
    with pytest.raises(NotClean):
        long_picture([replace(posting(), findings=("限男性。",))], OUTLET, TODAY)
