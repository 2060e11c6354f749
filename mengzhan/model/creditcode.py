"""Unified social credit codes (统一社会信用代码, GB 32100) and old registration numbers.

Small businesses often have only the 15-digit registration number (注册号) of before 2015; it is
taken with a warning that the credit code is still to be filled in.
"""

import re
from collections.abc import Iterator

from mengzhan.model.problem import Problem
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {character: value for value, character in enumerate(_ALPHABET)}
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_FORM = re.compile(f"[{_ALPHABET}]{{18}}")
_REGISTRATION = re.compile("[0-9]{15}|[0-9]{13}")
_STRAY = str.maketrans("", "", "'’-—.")
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "Z": "2", "S": "5", "V": "U"})

# First two characters: who registered it and what it is (own knowledge, so only a hint).
_ENTITY_TYPES = {"91": "1", "92": "5", "93": "4", "52": "7", "51": "7", "11": "8", "12": "8"}


def clean_credit_code(text: str) -> str:
    """Return what was typed in canonical writing (upper case, no spaces or hyphens)."""
    return normalise_token(normalise_token(text).upper().translate(_STRAY))


def check_character(body: str) -> str:
    """Return the check character for the first 17 characters (GB 32100).

    Raises:
        KeyError: a character is outside the code's alphabet (I, O, S, V and Z are).
    """
    total = sum(_VALUES[c] * weight for c, weight in zip(body, _WEIGHTS, strict=True))
    return _ALPHABET[(31 - total % 31) % 31]


def registration_check_digit(body: str) -> str:
    """Return the last digit of a 15-digit registration number (GS 15, ISO 7064 MOD 11,10)."""
    product = 10
    for digit in body:
        product = (product + int(digit)) % 10 or 10
        product = product * 2 % 11
    return str((11 - product) % 10)


def check_credit_code(text: str) -> list[Problem]:
    """Return what is wrong or still missing; an empty list means a sound credit code."""
    code = clean_credit_code(text)
    if _REGISTRATION.fullmatch(code):
        return [_registration_problem(code)]
    if len(code) != len(_WEIGHTS) + 1:
        words = QT_TRANSLATE_NOOP(
            "model", "统一社会信用代码应是18位，现在是{count}位。请看营业执照。"
        )
        return [Problem("CREDIT_CODE_LENGTH", "", code, Message(words, {"count": len(code)}))]
    if not _FORM.fullmatch(code):
        words = QT_TRANSLATE_NOOP(
            "model", "代码里不会有字母I、O、S、V、Z和其他符号。多半是1、0、5、U、2，请看营业执照。"
        )
        return [Problem("CREDIT_CODE_CHARACTERS", "", code, Message(words))]
    if check_character(code[:17]) != code[17]:
        words = QT_TRANSLATE_NOOP("model", "校验位不符，有一位录错了。请照营业执照逐位核对。")
        return [Problem("CREDIT_CODE_CHECKSUM", "", code, Message(words))]
    return []


def _registration_problem(code: str) -> Problem:
    if len(code) == 15 and registration_check_digit(code[:14]) != code[14]:
        words = QT_TRANSLATE_NOOP(
            "model", "这是15位老注册号，末位校验不符。请看执照，最好录18位代码。"
        )
        return Problem("REGISTRATION_CHECKSUM", "", code, Message(words), "warn")
    words = QT_TRANSLATE_NOOP("model", "这是老注册号，先存下；统一社会信用代码待补。")
    return Problem("CREDIT_CODE_PENDING", "", code, Message(words), "warn")


def suggest_credit_codes(text: str, limit: int = 5) -> list[str]:
    """Return sound codes reached by mending look-alike letters or swapping two neighbours."""
    code = clean_credit_code(text)
    if len(code) != len(_WEIGHTS) + 1:
        return []
    found = dict.fromkeys(c for c in _slips(code) if c != code and not check_credit_code(c))
    return list(found)[:limit]


def _slips(code: str) -> Iterator[str]:
    mended = code.translate(_LOOKALIKES)
    yield mended
    for place in range(len(mended) - 1):
        yield mended[:place] + mended[place + 1] + mended[place] + mended[place + 2 :]


def entity_type_of(text: str) -> str | None:
    """Return the code of table ``entity_type`` that the first characters suggest, if any."""
    code = clean_credit_code(text)
    if check_credit_code(code):
        return None
    return "6" if code[0] == "N" else _ENTITY_TYPES.get(code[:2])
