"""Identity numbers (证件号): resident ID cards (GB 11643) and the permits that stand for them.

Area codes are never a reason to refuse: a number keeps the code of the county that issued it
even when that county no longer exists. No message holds the number or a part of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from operator import mul
from typing import Literal

from mengzhan.model.problem import Problem, Severity
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

IdKind = Literal["resident", "resident15", "compatriot", "foreigner", "foreigner15"]

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_CHARACTERS = "10X98765432"
_LONG = re.compile("[0-9]{17}[0-9X]")
_SHORT = re.compile("[0-9]{15}")
_OLD_FOREIGNER = re.compile("[A-Z]{3}[0-9]{12}")
_SCIENTIFIC = re.compile(r"\d(\.\d+)?E\+?\d{1,2}", re.IGNORECASE)
_FLOAT_TAIL = re.compile(r"\.0+$")
_STRAY = str.maketrans("", "", "'’‘`\"-－—.·")
_LOOKALIKE_X = str.maketrans({"×": "X", "Х": "X", "Χ": "X", "*": "X", "✕": "X"})
_LOOKALIKE_DIGITS = str.maketrans({"O": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "B": "8"})
_COMPATRIOT_AREAS = ("810000", "820000", "830000")
# First two digits of every province, with Taiwan and the two special regions.
_PROVINCES = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
_MASK_START, _MASK_END = 4, 2
_MASKED = re.compile("[*＊×•●○]{2,}|[xX]{4,}")
OLDEST_LIKELY_AGE = 110
WORKING_AGE = 16
ADULT_AGE = 18


@dataclass(frozen=True)
class IdNumber:
    """A well-formed number in canonical writing: half-width, upper-case X, no spaces.

    Raises:
        ValueError: the text is not in canonical form or holds no real date.
    """

    text: str = field(repr=False)
    kind: IdKind = field(init=False)
    birth_date: date | None = field(init=False, repr=False, compare=False)
    """The date of birth; None for the old foreigner's permit, which leaves out the century."""

    def __post_init__(self) -> None:
        """Work out the kind of card or permit; refuse other text without naming it."""
        shape = _shape(self.text)
        if shape is None:
            raise ValueError("not an ID number in canonical form")
        born = None if shape == "foreigner15" else _birth_date(self.text)
        if shape != "foreigner15" and born is None:
            raise ValueError("the ID number holds no real date")
        object.__setattr__(self, "kind", shape)
        object.__setattr__(self, "birth_date", born)

    @property
    def sex(self) -> str | None:
        """The code of table ``sex`` (1 male, 2 female); None where the number does not say."""
        if self.kind == "foreigner15":
            return None
        odd = int(self.text[14] if self.kind == "resident15" else self.text[16]) % 2
        return "1" if odd else "2"

    @property
    def area(self) -> str | None:
        """The six digits of the issuing county, possibly a historic one; None for foreigners."""
        return None if self.kind in ("foreigner", "foreigner15") else self.text[:6]

    @property
    def long_form(self) -> str:
        """The 18-character number; a 15-digit number is upgraded, others stay as they are."""
        return _upgraded(self.text) if self.kind == "resident15" else self.text


def _shape(text: str) -> IdKind | None:
    if _LONG.fullmatch(text):
        if text[:6] in _COMPATRIOT_AREAS:
            return "compatriot"
        return "foreigner" if text[0] == "9" else "resident"
    if _SHORT.fullmatch(text):
        return "resident15"
    return "foreigner15" if _OLD_FOREIGNER.fullmatch(text) else None


def _birth_date(text: str) -> date | None:
    digits = "19" + text[6:12] if len(text) == 15 else text[6:14]
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def _upgraded(short: str) -> str:
    body = f"{short[:6]}19{short[6:]}"
    return body + check_character(body)


def check_character(body: str) -> str:
    """Return the check character for the first 17 digits (GB 11643, ISO 7064 MOD 11-2)."""
    total = sum(map(mul, map(int, body), _WEIGHTS))
    return _CHECK_CHARACTERS[total % 11]


def clean_id(text: str) -> str:
    """Return what was typed in canonical writing, without judging it.

    Full-width digits, spaces, hyphens, quotation marks and the apostrophe of spreadsheets go;
    a lower-case x or a sign that looks like X at the end becomes X.
    """
    if _LONG.fullmatch(text):
        return text
    folded = normalise_token(text.translate(_LOOKALIKE_X)).upper()
    if _SCIENTIFIC.fullmatch(folded):
        return folded
    return normalise_token(_FLOAT_TAIL.sub("", folded).translate(_STRAY))


@lru_cache(maxsize=1)
def parse_id(text: str) -> IdNumber | Problem:
    """Read a number as typed; a Problem says what keeps it from being one.

    Dates are checked for existing, not against a day: see `check_id`. The number asked for last is
    kept: whoever checks one asks at once what it tells. ``parse_id.cache_clear`` forgets it.
    """
    number = clean_id(text)
    if _shape(number) is None:
        return _shape_problem(number)
    if len(number) == 18 and check_character(number[:17]) != number[17]:
        return _checksum_problem(number)
    try:
        return IdNumber(number)
    except ValueError:
        words = QT_TRANSLATE_NOOP("model", "没有这样的出生日期。请核对第7到14位（年月日）。")
        return _problem("ID_DATE", number, words)


def check_id(text: str, today: date) -> list[Problem]:
    """Return everything that is wrong or worth a look; an empty list means a sound number."""
    parsed = parse_id(text)
    if isinstance(parsed, Problem):
        return [parsed]
    found: list[Problem] = []
    if parsed.kind == "resident15":
        words = QT_TRANSLATE_NOOP("model", "这是15位老号码。请看身份证补成18位，末位应是{check}。")
        found.append(_problem("ID_OLD_15", parsed.text, words, "warn", check=parsed.long_form[-1]))
    birth = parsed.birth_date
    if birth is not None and birth > today:
        words = QT_TRANSLATE_NOOP("model", "出生日期在今天之后。请核对第7到14位。")
        found.append(_problem("ID_DATE_FUTURE", parsed.text, words))
    elif birth is not None and age_on(birth, today) > OLDEST_LIKELY_AGE:
        words = QT_TRANSLATE_NOOP("model", "按此号码已超过{age}岁。请核对第7到10位的年份。")
        found.append(_problem("ID_AGE_OLD", parsed.text, words, "warn", age=OLDEST_LIKELY_AGE))
    if parsed.area is not None and not _PROVINCES.match(parsed.area):
        words = QT_TRANSLATE_NOOP("model", "没有以这两位开头的省份。请核对最前面两位。")
        found.append(_problem("ID_PROVINCE", parsed.text, words, "warn"))
    return found


def _problem(
    code: str, value: str, words: str, severity: Severity = "block", **params: object
) -> Problem:
    return Problem(code, "", value, Message(words, params), severity)


def _shape_problem(number: str) -> Problem:
    if _SCIENTIFIC.fullmatch(number):
        words = QT_TRANSLATE_NOOP(
            "model", "表格把号码变成了科学计数，后几位已丢失。请照身份证重新录入18位。"
        )
        return _problem("ID_SCIENTIFIC", number, words)
    if len(number) in (15, 18):
        words = QT_TRANSLATE_NOOP(
            "model", "证件号只能是数字，只有最后一位可以是X。请照证件重新录入。"
        )
        return _problem("ID_CHARACTERS", number, words)
    if len(number) < 18:
        words = QT_TRANSLATE_NOOP("model", "现在是{count}位，应是18位，还差{gap}位。请补全。")
    else:
        words = QT_TRANSLATE_NOOP("model", "现在是{count}位，应是18位，多了{gap}位。请删去多余的。")
    params: dict[str, object] = {"count": len(number), "gap": abs(18 - len(number))}
    return Problem("ID_LENGTH", "", number, Message(words, params))


def _checksum_problem(number: str) -> Problem:
    if number.endswith("000"):
        words = QT_TRANSLATE_NOOP(
            "model", "末三位是000，多半是表格按数字保存时丢了位数。请照身份证重新录入。"
        )
        return _problem("ID_ROUNDED", number, words)
    words = QT_TRANSLATE_NOOP(
        "model", "校验位不符，有一位录错了。若前17位没错，末位应是{check}；请照身份证逐位核对。"
    )
    return _problem("ID_CHECKSUM", number, words, check=check_character(number[:17]))


def suggest(text: str, today: date | None = None, limit: int = 8) -> list[str]:
    """Return sound 18-character numbers that a slip of the hand may have turned into ``text``.

    Tried in this order: letters that look like digits, the 15-digit form, a missing last
    character, two neighbours swapped, one wrong character. A sound number suggests nothing.
    With ``today``, birth dates after it or more than 110 years back are left out.
    """
    number = clean_id(text)
    if _is_sound(number):
        return []
    found = dict.fromkeys(n for n in _slips(number) if n != number and _is_sound(n))
    likely = [n for n in found if today is None or _is_likely(IdNumber(n), today)]
    return likely[:limit]


def _is_likely(number: IdNumber, today: date) -> bool:
    birth = number.birth_date
    return birth is not None and 0 <= age_on(birth, today) <= OLDEST_LIKELY_AGE


def _is_sound(number: str) -> bool:
    return bool(_LONG.fullmatch(number)) and isinstance(parse_id(number), IdNumber)


def _slips(number: str) -> Iterator[str]:
    digits = number[:-1].translate(_LOOKALIKE_DIGITS) + number[-1:]
    yield digits
    yield digits.translate(_LOOKALIKE_DIGITS)
    if _SHORT.fullmatch(digits):
        yield _upgraded(digits)
    if re.fullmatch("[0-9]{17}", digits):
        yield digits + check_character(digits)
    if len(digits) != 18:
        return
    for place in range(17):
        yield digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    for place in reversed(range(18)):
        for character in "0123456789X" if place == 17 else "0123456789":
            yield digits[:place] + character + digits[place + 1 :]


def mask_id(text: str) -> str:
    """Return the number for lists and prints: first 4 and last 2 characters, stars between."""
    hidden = len(text) - _MASK_START - _MASK_END
    if hidden <= 0:
        return "*" * len(text)
    return text[:_MASK_START] + "*" * hidden + text[-_MASK_END:]


def is_masked(text: str) -> bool:
    """Return whether some of a number was hidden by whoever wrote it (150199********0019)."""
    return bool(_MASKED.search(text))


def fits_mask(masked: str, number: str) -> bool:
    """Return whether a masked number shows nothing that is otherwise in ``number``."""
    shown = _MASKED.split(normalise_token(masked).upper())
    return number.startswith(shown[0]) and number.endswith(shown[-1])


def age_on(birth: date, day: date) -> int:
    """Return the full years lived (周岁) on ``day``; negative before the birth."""
    before_birthday = (day.month, day.day) < (birth.month, birth.day)
    return day.year - birth.year - before_birthday


def birthday(birth: date, age: int) -> date:
    """Return the day from which somebody has lived ``age`` years, as `age_on` counts."""
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:  # 29 February in a common year
        return date(birth.year + age, 3, 1)


def minor_problem(birth: date, day: date) -> Problem | None:
    """Return what the age forbids: work below 16 (劳动法 15), limits at 16 and 17 (劳动法 58)."""
    age = age_on(birth, day)
    if age < WORKING_AGE:
        words = QT_TRANSLATE_NOOP(
            "model", "不满16周岁，不能登记求职或介绍工作（劳动法第15条）。请核对出生日期。"
        )
        return Problem("AGE_UNDER_16", "", birth, Message(words))
    if age < ADULT_AGE:
        words = QT_TRANSLATE_NOOP(
            "model", "16至17周岁是未成年工，不能介绍矿山井下、有毒有害等岗位（劳动法第58、64条）。"
        )
        return Problem("AGE_MINOR_WORKER", "", birth, Message(words), "warn")
    return None
