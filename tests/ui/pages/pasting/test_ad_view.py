"""The message beside the form."""

from PySide6.QtGui import QColor

from mengzhan.rules.ads.adtext import Span
from mengzhan.ui.pages.pasting.ad_view import AdView
from mengzhan.ui.theme import theme
from tests.ui.props import Stage

AD = "🔥招服务员👩‍💼2名\n电话13800000101"


def place(words: str) -> Span:
    start = AD.index(words)
    return Span(start, start + len(words))


def shown(stage: Stage) -> AdView:
    view = AdView()
    stage.show(view)
    view.show_text(AD)
    return view


def test_words_behind_little_pictures_are_found(stage: Stage) -> None:
    view = shown(stage)
    view.mark([place("服务员"), place("2名")], [place("2名")])
    assert view.tinted() == ["2名"]
    view.mark([place("服务员")], [place("服务员")])
    assert view.tinted() == ["服务员"]


def test_the_words_of_a_field_stand_out_from_all_that_were_used(stage: Stage) -> None:
    view = shown(stage)
    view.mark([place("服务员"), place("2名")], [place("2名")])
    tint, strong = (QColor(c) for c in (theme().colours.accent_tint, theme().colours.accent))
    assert view.grounds() == [tint, tint, strong]


def test_tints_follow_the_scheme(stage: Stage) -> None:
    view = shown(stage)
    view.mark([place("服务员")])
    theme().apply("dark", 1.0)
    assert view.grounds() == [QColor(theme().colours.accent_tint)]


def test_numbers_can_be_covered_and_tints_stay(stage: Stage) -> None:
    view = shown(stage)
    view.mark([place("服务员")], [place("服务员")])
    view.cover(AD.replace("13800000101", "138****0101"))
    assert "13800000101" not in view.toPlainText()
    assert view.tinted() == ["服务员"]
