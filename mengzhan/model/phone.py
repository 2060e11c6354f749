"""Telephone numbers (联系电话): mobile and landline, as people write them.

Several people of one household often share one phone, so equal numbers are never refused here.
"""

import re

from mengzhan.model.problem import Problem
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))-?([2-8]\d{6,7})(?:-(\d{1,6}))?", re.ASCII)
_LOCAL = re.compile(r"[2-8]\d{6,7}", re.ASCII)
_SERVICE = re.compile(r"(?:400|800)\d{7}|1[0-2]\d{3,4}|9[5-6]\d{3,6}", re.ASCII)
_COUNTRY = re.compile(r"^(?:(?:\+|00)86-?)+", re.ASCII)
_EXTENSION = re.compile(r"(?:转|ext\.?|x)", re.IGNORECASE)
_SIGNS = re.compile(r"[()（）\[\]'’.·]", re.ASCII)
_TWO = re.compile(r"\d{7,}\D+\d{7,}|(?:1[3-9]\d{9}){2,}", re.ASCII)
_DASHES = re.compile("[-‐‑‒–—―−]+")
_LISTED = re.compile(r"[/、，,;；|]+")
_BETWEEN_NUMBERS = re.compile(r"[/、，,;；\s|]+|(?<=\d{11})(?=1[3-9]\d{9})")
_MASK_START, _MASK_END = 3, 4


def clean_phone(text: str) -> str:
    """Return the canonical writing: 13812345678 or 0482-8212345, extension after a hyphen.

    Text that is no phone number comes back without spaces only; `check_phone` judges it.
    """
    if _MOBILE.fullmatch(text):
        return text
    typed = normalise_token(_SIGNS.sub("", _DASHES.sub("-", normalise_token(text))))
    national = _COUNTRY.sub("", typed)
    folded = _DASHES.sub("-", _EXTENSION.sub("-", national)).strip("-")
    digits = folded.replace("-", "")
    if _MOBILE.fullmatch(digits):
        return digits
    without_prefix = re.sub(r"^0?(?:86)?", "", digits)
    if _MOBILE.fullmatch(without_prefix):
        return without_prefix
    # Behind +86 the area code has lost its leading zero.
    abroad = [f"0{digits}"] if national != typed else []
    for candidate in (folded, digits, *abroad):
        landline = _LANDLINE.fullmatch(candidate)
        if landline:
            return "-".join(part for part in landline.groups() if part)
    return digits if _is_digits(digits) else folded


def check_phone(text: str) -> list[Problem]:
    """Return what is wrong with one number; an empty list means it can be dialled."""
    number = clean_phone(text)
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number) or _SERVICE.fullmatch(number):
        return []
    if _LOCAL.fullmatch(number):
        words = QT_TRANSLATE_NOOP("model", "座机没有区号。请在前面补上区号，如0482-8212345。")
        return [Problem("PHONE_NO_AREA_CODE", "", number, Message(words), "warn")]
    if not number:
        words = QT_TRANSLATE_NOOP("model", "请录入联系电话。")
        return [Problem("PHONE_EMPTY", "", number, Message(words))]
    if _TWO.search(number):
        words = QT_TRANSLATE_NOOP("model", "这里有两个号码。请留常用的一个，另一个写到备注里。")
        return [Problem("PHONE_TWO", "", number, Message(words))]
    return [_form_problem(number)]


def phone_parts(text: str) -> list[str]:
    """Cut a text with several numbers in it into one part each."""
    return [part for part in _BETWEEN_NUMBERS.split(text) if part]


def first_phone(text: str) -> str:
    """Return the first number of a text that can be dialled, an empty text if none can."""
    for part in (text, *_LISTED.split(text), *phone_parts(text)):
        if not any(problem.blocks for problem in check_phone(part)):
            return clean_phone(part)
    return ""


def _form_problem(number: str) -> Problem:
    if not _is_digits(number.replace("-", "")):
        words = QT_TRANSLATE_NOOP("model", "电话里有数字以外的字。请只录一个号码，说明写到备注里。")
        return Problem("PHONE_CHARACTERS", "", number, Message(words))
    if number.startswith("1"):
        words = QT_TRANSLATE_NOOP("model", "手机号应是11位，现在是{count}位。请核对后重新录入。")
        return Problem("PHONE_LENGTH", "", number, Message(words, {"count": len(number)}))
    words = QT_TRANSLATE_NOOP("model", "不像电话号码。请录11位手机号，或区号加座机号。")
    return Problem("PHONE_FORM", "", number, Message(words))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def is_mobile(text: str) -> bool:
    """Return whether the number can receive messages."""
    return bool(_MOBILE.fullmatch(clean_phone(text)))


def mask_phone(text: str) -> str:
    """Return the number for lists: first 3 and last 4 digits, stars between (138****2719)."""
    hidden = len(text) - _MASK_START - _MASK_END
    if hidden <= 0:
        return "*" * len(text)
    return text[:_MASK_START] + "*" * hidden + text[-_MASK_END:]
