"""How lines of a list go on behind their first words."""

import pytest

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.lineforms import line_form


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("招工\n切配 5000", "切配", "9"),
        ("招工\n1、切配5000", "切配", "9"),
        ("招工\n✅切配两名", "切配", "9"),
        ("招工\n切配：男，5000", "切配", ":"),
        ("招工\n切配 男 5000", "切配", "男"),
        ("招工\n切配", "切配", "\n"),
        ("招工\n切配 有经验", "切配", " "),
        ("招工\n切配干净利索", "切配", None),
        ("招工\n再来切配5000", "切配", None),
    ],
)
def test_line_form(text: str, words: str, form: str | None) -> None:
    start = text.index(words)
    assert line_form(AdText(text), Span(start, start + len(words))) == form
