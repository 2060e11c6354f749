"""Traditional Mongolian: letters join, columns run down and go on to the right, the mark stands."""

import pytest
from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QApplication

from mengzhan.prints import mongolian
from mengzhan.prints.fonts import print_font
from mengzhan.prints.mongolian import NO_FONT, NO_TERM, Columns, Script, remarks_of, terms_for
from mengzhan.prints.page import Page, Style, Words
from mengzhan.prints.painting import image_of
from mengzhan.rules.mongolian import UNREVIEWED, Term, Terms
from tests.prints.conftest import TERMS

WORD = "ᠮᠣᠩᠭᠣᠯ"


def glyphs(text: str, family: str) -> list[int]:
    layout = QTextLayout(text, print_font(20, family=family))
    layout.beginLayout()
    layout.createLine().setLineWidth(100_000)
    layout.endLayout()
    return [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


def columns_of(page: Page) -> list[Words]:
    return [words for words in page.words if words.turned]


def test_the_letters_of_a_word_are_joined(script: Script) -> None:
    joined = glyphs(WORD, script.family)
    alone = [index for letter in WORD for index in glyphs(letter, script.family)]
    assert 0 not in joined
    assert len(joined) == len(alone)
    assert sum(one != other for one, other in zip(joined, alone, strict=True)) >= 4


def test_a_column_runs_downwards_below_its_beginning(script: Script) -> None:
    page = Page(60, 100)
    page.add(Words(WORD, 20, 10, 0, Style(40, family=script.family), turned=True))
    image = image_of(page, 600)
    dark = [
        (x, y) for x in range(600) for y in range(1000) if image.pixelColor(x, y).lightness() < 128
    ]
    across, down = [x for x, _ in dark], [y for _, y in dark]
    high, wide = max(down) - min(down), max(across) - min(across)
    assert high > 3 * wide
    assert min(down) >= 95
    assert min(across) >= 195


def test_columns_follow_each_other_to_the_right_in_the_order_of_reading(script: Script) -> None:
    page = Page(210, 297)
    terms = [Term("甲", "ᠡᠬᠢᠨ ᠦᠭᠡ", True), Term("乙", WORD, True)]
    columns = Columns(terms, script, 40, 30)
    columns.put(page, 10, 20)
    placed = columns_of(page)
    assert [words.text for words in placed] == ["ᠡᠬᠢᠨ", "ᠦᠭᠡ", WORD]
    assert [words.x for words in placed] == sorted(words.x for words in placed)
    assert all(words.y == 20 and words.width <= 30 for words in placed)
    assert columns.width == pytest.approx(3 * placed[0].style.line)


def test_a_long_word_is_made_smaller_and_never_broken(script: Script) -> None:
    page = Page(210, 297)
    Columns([Term("甲", WORD * 5, True)], script, 40, 50).put(page, 0, 0)
    (column,) = columns_of(page)
    assert column.text == WORD * 5
    assert column.width <= 50
    assert column.style.points < 40


@pytest.mark.parametrize("reviewed", [True, False])
def test_the_mark_stands_until_a_person_has_read_the_term(script: Script, reviewed: bool) -> None:
    page = Page(210, 297)
    Columns([Term("羊倌", WORD, reviewed)], script, 30, 60).put(page, 10, 10)
    upright = "".join(words.text for words in page.words if not words.turned)
    assert upright == ("" if reviewed else UNREVIEWED)


def test_without_a_font_the_words_say_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mongolian, "mongolian_family", lambda: "")
    script = Script.of(TERMS)
    assert terms_for(script, ("招聘信息",)) == []
    (remark,) = remarks_of(script, [])
    assert remark == NO_FONT
    assert "Mongolian Baiti" in remark
    assert "fonts-noto-core" in remark


def test_without_a_term_that_fits_the_words_say_so(script: Script) -> None:
    page = Page(60, 100)
    assert remarks_of(Script(Terms(), script.family), [page]) == (NO_TERM,)
    assert remarks_of(None, [page]) == ()
    page.add(Words(WORD, 20, 10, 0, Style(40, family=script.family), turned=True))
    assert remarks_of(script, [page]) == ()


def test_the_font_that_is_found_has_the_letters(script: Script, qapp: QApplication) -> None:
    assert glyphs("ᠠ", script.family) != [0]
