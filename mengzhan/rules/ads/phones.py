"""Telephone numbers in an advertisement."""

import re
from collections.abc import Sequence

from mengzhan.model.phone import check_phone, clean_phone
from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.numerals import DIGITS

_PREFIX = 3
"""Digits of a mobile number that often stand apart."""

_SAID_DIGIT = "[零〇幺一二三四五六七八九]"
_PHONE = re.compile(
    r"(?<![\d.])(?:\+?86[- ]?)?(?:"
    r"(?P<mobile>1[3-9]\d(?:[- ]?\d){8})(?!\d)|1[3-9]\d(?:\d|[xX*]){8}"
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


_IN_TURN = re.compile("(?:依次|分别|顺序)[是为]?[: ]{0,2}$")
"""Before the first of several numbers: 电话依次."""


def phones_in_turn(
    ad: AdText, phones: Sequence[Fact], names: Sequence[tuple[str, str]]
) -> list[list[Fact]]:
    """Deal out numbers one after the other (电话依次), to who hires or to each vacancy.

    Args:
        names: of each vacancy who hires, as far as it is known, and what it is called.
    """
    firms = list(dict.fromkeys(firm for firm, _ in names))
    if phones and _IN_TURN.search(ad.folded, 0, phones[0].span.start):
        if len(phones) == len(firms):
            return [[phones[firms.index(firm)]] for firm, _ in names]
        if len(phones) == len(names):
            return [[phone] for phone in phones]
    return [[] for _ in names]


def find_phones(ad: AdText) -> list[Fact]:
    """Return telephone numbers in one writing; what cannot be dialled as it stands is less sure."""
    found = []
    for match in _PHONE.finditer(ad.free):
        if match["mobile"] and not _in_groups(match["mobile"]):
            continue
        written = "".join(_in_digits(char) for char in match[0])
        value = clean_phone(written.strip(": "))
        sure = 0.4 if check_phone(value) else 0.95
        found.append(Fact("phone", value, Span(*match.span()), sure))
    return ad.took(found)


def _in_groups(digits: str) -> bool:
    """Whether digits stand as people write a telephone number: at least two together, and not sums of
    money in a row (1900 2000 500)."""
    groups = re.split("[- ]", digits)
    sums = len(groups[0]) > _PREFIX and all(group.endswith("00") for group in groups)
    return min(map(len, groups)) > 1 and not sums


def _in_digits(char: str) -> str:
    return "1" if char == "幺" else str(DIGITS.get(char, char))
