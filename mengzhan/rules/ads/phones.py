"""Telephone numbers in an advertisement."""

import re
from collections.abc import Sequence

from mengzhan.model.phone import check_phone, clean_phone
from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.numerals import DIGITS

_SAID_DIGIT = "[零〇幺一二三四五六七八九]"
_PHONE = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?(?:"
    r"1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|1[3-9]\d{2} \d{4} \d{3}(?!\d)"
    r"|1[3-9]\d[- ]?\d{3}[- ]?\d{5}(?!\d)|1[3-9]\d(?:\d|[xX*]){8}"
    r"|\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)|[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)"
    rf"|(?<=电话)[: ]?[2-8]\d{{6,7}}(?!\d))|[一幺]{_SAID_DIGIT}{{10}}"
)


_FOR_CUSTOMERS = re.compile(
    "(?:(?:订[餐桌座货]|预[订定约]|业务|销售|售后|购票|租车|办卡)(?:电话|热线|专线)?|客服(?:电话|热线))[: ]{0,2}$"
)
"""Before the number of the firm that customers are to dial."""


def for_applicants(ad: AdText, phones: Sequence[Fact]) -> list[Fact]:
    """Return the numbers that people who seek work are to dial: all, if customers have no other."""
    own = [phone for phone in phones if not _FOR_CUSTOMERS.search(ad.folded, 0, phone.span.start)]
    return own or list(phones)


def find_phones(ad: AdText) -> list[Fact]:
    """Return telephone numbers in one writing; what cannot be dialled as it stands is less sure."""
    found = []
    for match in _PHONE.finditer(ad.free):
        written = "".join(_in_digits(char) for char in match[0])
        value = clean_phone(written.strip(": "))
        sure = 0.4 if check_phone(value) else 0.95
        found.append(Fact("phone", value, Span(*match.span()), sure))
    return ad.took(found)


def _in_digits(char: str) -> str:
    return "1" if char == "幺" else str(DIGITS.get(char, char))
