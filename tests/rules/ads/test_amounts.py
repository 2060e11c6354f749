"""Sums as they are written."""

import pytest

from mengzhan.rules.ads.amounts import AMOUNT, in_yuan, written


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("3,500元", "3500"),
        ("4-5千", "4-5千"),
        ("三千五到四千", "3500-4000"),
        ("四五千", "4000-5000"),
        ("5毛", "0.5"),
        ("两块五", "2.5"),
        ("两块半", "2.5"),
        ("6千5", "6500"),
        ("2块5", "2.5"),
        ("五毛五", "0.55"),
        ("两毛到三毛", "0.2-0.3"),
        ("三千四一个月", "3400"),
        ("二百六一天", "260"),
        ("三千三到三千八", "3300-3800"),
        ("十到十二万", "10万-120000"),
        ("七八千", "7000-8000"),
        ("8k-1.2w", "8k-1.2w"),
    ],
)
def test_sums_in_digits(text: str, plain: str) -> None:
    match = AMOUNT.search(text)
    assert match is not None
    assert written(match) == plain


def test_factors_count() -> None:
    matches = [AMOUNT.search(text) for text in ("5万", "4-5千", "800")]
    assert [in_yuan(match) for match in matches if match] == [50_000, 4000, 800]
