"""Made-up people and records for tests. Nobody here can be mistaken for anybody real.

ID numbers have a right check character but an area that was never assigned (150199); telephone
numbers come from one block (1990000xxxx). Everything follows from a number, so that two tests
that speak of person 7 mean the same one.
"""

from datetime import date, timedelta

from mengzhan.model.entry import Value
from mengzhan.model.idnumber import check_character

AREA = "150199"
VILLAGE = "150102001001"
"""A community of the division table, where the station of the tests stands."""

OTHER_VILLAGE = "150102001002"

_NAMES = (
    "乌云其木格",
    "巴图孟和",
    "敖登格日乐",
    "苏和巴特尔",
    "娜仁托娅",
    "斯琴高娃",
    "哈斯额尔敦",
    "赵雪梅",
    "单立国",
    "仇晓霞",
    "解玉兰",
    "查干巴拉",
    "阿拉坦·苏和",
    "钱桂芳",
    "孟根其其格",
    "朝鲁门",
)
_COUNTING = "甲乙丙丁戊己庚辛壬癸"
_OLDEST = date(1964, 3, 7)


def name(number: int) -> str:
    """Return the name of made-up person ``number``; each number has its own."""
    turn, place = divmod(number, len(_NAMES))
    marks = "".join(_COUNTING[int(digit)] for digit in str(turn)) if turn else ""
    return _NAMES[place] + marks


def birth_date(number: int) -> date:
    """Return a birth date between 1964 and 2004, different for neighbouring numbers."""
    return _OLDEST + timedelta(days=number * 97 % 14_600)


def id_number(number: int, born: date | None = None) -> str:
    """Return a well-formed ID number in the area 150199 with its right check character."""
    body = f"{AREA}{born or birth_date(number):%Y%m%d}{number % 1000:03}"
    return body + check_character(body)


def phone(number: int) -> str:
    """Return a mobile number of the block 1990000xxxx."""
    return f"1990000{number % 10_000:04}"


def person_values(number: int = 1, **more: Value) -> dict[str, Value]:
    """Return the values of a person that pass every check; ``more`` replaces or adds."""
    values: dict[str, Value] = {
        "name": name(number),
        "id_number": id_number(number),
        "phone": phone(number),
        "residence": VILLAGE,
        "key_groups": ["K04"],
        "employment_status": "1",
        "consent": True,
        "birth_date": birth_date(number).isoformat(),
        "sex": "1" if number % 2 else "2",
    }
    return values | more


def employer_values(number: int = 1, **more: Value) -> dict[str, Value]:
    """Return the values of an employer that pass every check."""
    values: dict[str, Value] = {
        "name": f"草原{_COUNTING[number % 10]}号奶食店{number}",
        "entity_type": "5",
        "place": VILLAGE,
        "contact": f"店主{_COUNTING[number % 10]}",
        "phone": phone(5000 + number),
    }
    return values | more


def vacancy_values(employer: str, **more: Value) -> dict[str, Value]:
    """Return the values of a vacancy that pass every check."""
    values: dict[str, Value] = {
        "employer": employer,
        "title": "挤奶工",
        "headcount": 2,
        "workplace": "奶牛场",
        "duties": "挤奶、喂料",
        "wage_min": 320_000,
        "wage_max": 400_000,
        "wage_unit": "1",
        "source": "2",
        "valid_until": "2026-12-23",
        "registered_on": "2026-11-20",
    }
    return values | more


def visit_values(employer: str, **more: Value) -> dict[str, Value]:
    """Return the values of a visit that pass every check."""
    values: dict[str, Value] = {
        "employer": employer,
        "day": "2026-11-20",
        "visitor": "站里的人",
        "visitor_role": "1",
    }
    return values | more


def follow_up_values(person: str, **more: Value) -> dict[str, Value]:
    """Return the values of a follow-up that pass every check."""
    values: dict[str, Value] = {
        "person": person,
        "day": "2026-11-20",
        "mode": "1",
        "outcome": "F1",
    }
    return values | more
