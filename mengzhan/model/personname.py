"""People's names (姓名), Mongolian ones as they are: no surname is assumed, 2 to 30 characters.

A transliterated name may carry its parts with a middle dot; keyboards and spreadsheets write at
least seven different dots, all of which become ``·``.
"""

import re

from mengzhan.model.problem import Problem
from mengzhan.model.text import code_points, normalise
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

SHORTEST, LONGEST = 2, 30

_DOTS = re.compile(r"\s*[·•・‧∙⋅●．･᛫ㆍ.]\s*")
_CHINESE = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_MONGOLIAN = "\u1800-\u18af\u200c\u200d\u202f"
_CHINESE_NAME = re.compile(f"[{_CHINESE}]+(?:·[{_CHINESE}]+)*")
_MONGOLIAN_NAME = re.compile(f"[{_MONGOLIAN} ]+")
_LATIN_NAME = re.compile(r"[A-Za-zÀ-žА-яЁёҮүӨө][A-Za-zÀ-žА-яЁёҮүӨө' \-·]*")
_BETWEEN_CHINESE = re.compile(f"(?<=[{_CHINESE}]) (?=[{_CHINESE}])")
_BRACKETS = re.compile(r"[(（\[【]([^)）\]】]*)[)）\]】]?")


def clean_name(text: str) -> str:
    """Return the name in one writing: one kind of dot, no space between Chinese characters."""
    dotted = _DOTS.sub("·", normalise(text))
    return _BETWEEN_CHINESE.sub("", dotted).strip("· ")


def check_name(text: str) -> list[Problem]:
    """Return what is wrong with a person's name; one character alone is only worth a look."""
    name = clean_name(text)
    length = code_points(name)
    if not name:
        words = QT_TRANSLATE_NOOP("model", "请录入姓名。")
        return [Problem("NAME_EMPTY", "", name, Message(words))]
    if any(character.isdigit() for character in name):
        words = QT_TRANSLATE_NOOP("model", "姓名里有数字。请只录姓名，编号和电话录到各自的栏里。")
        return [Problem("NAME_DIGITS", "", name, Message(words))]
    if _BRACKETS.search(name):
        words = QT_TRANSLATE_NOOP("model", "姓名里有括号。请把括号里的说明写到备注里。")
        return [Problem("NAME_BRACKETS", "", name, Message(words))]
    if length > LONGEST:
        words = QT_TRANSLATE_NOOP(
            "model", "姓名有{count}个字，最多{most}个。请核对是否多录了内容。"
        )
        params: dict[str, object] = {"count": length, "most": LONGEST}
        return [Problem("NAME_LONG", "", name, Message(words, params))]
    return _script_problems(name, length)


def _script_problems(name: str, length: int) -> list[Problem]:
    if _LATIN_NAME.fullmatch(name):
        words = QT_TRANSLATE_NOOP(
            "model", "姓名是外文字母。中国公民请照身份证录汉字，外国人可以保留。"
        )
        return [Problem("NAME_LATIN", "", name, Message(words), "warn")]
    if _MONGOLIAN_NAME.fullmatch(name):
        words = QT_TRANSLATE_NOOP(
            "model", "姓名是蒙古文。请录身份证上的汉字写法，蒙古文写到备注里。"
        )
        return [Problem("NAME_MONGOLIAN_SCRIPT", "", name, Message(words), "warn")]
    if not _CHINESE_NAME.fullmatch(name):
        words = QT_TRANSLATE_NOOP("model", "姓名里有不该有的符号。请只录汉字，分隔用中间点“·”。")
        return [Problem("NAME_CHARACTERS", "", name, Message(words))]
    if length < SHORTEST:
        words = QT_TRANSLATE_NOOP("model", "姓名只有一个字。请核对是否漏录。")
        return [Problem("NAME_SHORT", "", name, Message(words), "warn")]
    return []


def mask_name(text: str) -> str:
    """Return the name for prints that others see: the first character, then stars."""
    return text[:1] + "*" * max(code_points(text) - 1, 0)
