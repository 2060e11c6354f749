"""Telephone numbers (联系电话): mobile and landline, as people write them.

Several people of one household often share one phone, so equal numbers are never refused here.
"""

import re

from mengzhan.model.problem import Problem
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))-?([2-8]\d{6,7})(?:-(\d{1,6}))?")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_SERVICE = re.compile(r"(?:400|800)\d{7}|1[0-2]\d{3,4}|9[5-6]\d{3,6}")
_COUNTRY = re.compile(r"^(?:\+|00)86-?")
_EXTENSION = re.compile(r"(?:转|ext\.?|x|,)", re.IGNORECASE)
_SEPARATORS = re.compile(r"[()（）\[\]'’.·/]")
_DASHES = re.compile("[-‐‑‒–—―−]+")
_MASK_START, _MASK_END = 3, 4


def clean_phone(text: str) -> str:
    """Return the canonical writing: 13812345678 or 0482-8212345, extension after a hyphen.

    Text that is no phone number comes back without spaces only; `check_phone` judges it.
    """
    folded = _DASHES.sub("-", normalise_token(text))
    folded = _SEPARATORS.sub("", _EXTENSION.sub("-", _COUNTRY.sub("", folded))).strip("-")
    digits = folded.replace("-", "")
    if _MOBILE.fullmatch(digits):
        return digits
    if re.fullmatch(r"0?86" + _MOBILE.pattern, digits) or digits[:2] == "01":
        shortened = digits.lstrip("0").removeprefix("86")
        if _MOBILE.fullmatch(shortened):
            return shortened
    landline = _LANDLINE.fullmatch(folded) or _LANDLINE.fullmatch(digits)
    if landline:
        return "-".join(part for part in landline.groups() if part)
    return digits if digits.isdigit() else folded


def check_phone(text: str) -> list[Problem]:
    """Return what is wrong with one number; an empty list means it can be dialled."""
    number = clean_phone(text)
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number) or _SERVICE.fullmatch(number):
        return []
    if _LOCAL.fullmatch(number):
        words = QT_TRANSLATE_NOOP("model", "座机没有区号。请在前面补上区号，如0482-8212345。")
        return [Problem("PHONE_NO_AREA_CODE", "", number, Message(words), "warn")]
    if not number.replace("-", "").isdigit():
        words = QT_TRANSLATE_NOOP("model", "电话里有数字以外的字。请只录一个号码，说明写到备注里。")
        return [Problem("PHONE_CHARACTERS", "", number, Message(words))]
    if number.startswith("1"):
        words = QT_TRANSLATE_NOOP("model", "手机号应是11位，现在是{count}位。请核对后重新录入。")
        return [Problem("PHONE_LENGTH", "", number, Message(words, {"count": len(number)}))]
    words = QT_TRANSLATE_NOOP("model", "不像电话号码。请录11位手机号，或区号加座机号。")
    return [Problem("PHONE_FORM", "", number, Message(words))]


def is_mobile(text: str) -> bool:
    """Return whether the number can receive messages."""
    return bool(_MOBILE.fullmatch(clean_phone(text)))


def mask_phone(text: str) -> str:
    """Return the number for lists: first 3 and last 4 digits, stars between (138****2719)."""
    hidden = len(text) - _MASK_START - _MASK_END
    if hidden <= 0:
        return "*" * len(text)
    return text[:_MASK_START] + "*" * hidden + text[-_MASK_END:]
