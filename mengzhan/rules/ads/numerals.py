"""Numbers as people say them: 五万, 三千五, 一百八, 两个, 俩."""

import re

DIGITS = {
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "仨": 3, "四": 4,
    "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "千": 1000, "万": 10_000}

SPOKEN = "[零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾]"
"""A character of a spoken number."""

_WHOLE = re.compile(f"{SPOKEN}+")
_EITHER = re.compile("(?P<first>[一二两三四五六七八九])(?P<second>[二三四五六七八九])(?=[十百]?$)")
"""Two digits of which one is meant: 五六个, 十五六个, 二三十个."""


def spoken_number(text: str) -> int | None:
    """Return the number that Chinese numerals mean; ``None`` if they mean none.

    A digit at the end stands one step below the last unit: 三千五 is 3,500.
    """
    if text in DIGITS:
        return DIGITS[text]
    if not _WHOLE.fullmatch(text) or not any(char in _TENS for char in text):
        return None
    total, section, digit, step = 0, 0, 0, 1
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
            step = 1 if char in "零〇" else step
        elif char == "万":
            total = (total + section + digit) * _TENS[char] or _TENS[char]
            section, digit, step = 0, 0, _TENS[char] // 10
        else:
            section += (digit or 1) * _TENS[char]
            digit, step = 0, _TENS[char] // 10
    return total + section + digit * step


def number(text: str) -> int | None:
    """Return a whole number written in digits or said in Chinese."""
    return int(text) if text.isdecimal() else spoken_number(text)


def at_least(text: str) -> int | None:
    """Return the number that words mean, the lower one if they leave it open (五六, 二三十)."""
    return number(_EITHER.sub(lambda either: either["first"], text))
