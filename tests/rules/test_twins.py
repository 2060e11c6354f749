"""Ten thousand people and a thousand of them once more: what is found, and what is not."""

import random
from dataclasses import dataclass

import pytest

from mengzhan.cli.madeup import table
from mengzhan.model.entry import Value
from mengzhan.model.idnumber import check_character
from mengzhan.model.kinds import KINDS
from mengzhan.rules.suspicion import near_numbers, spoken
from mengzhan.rules.twins import Twins
from tests import people

VILLAGES = [f"15010200{n // 100}{n % 100:03}"[:12].ljust(12, "0") for n in range(1001, 1031)]
SORTS = ("same number", "one digit off", "name written otherwise", "same phone")

Values = dict[str, Value]


@dataclass
class Village:
    """People with the names that people have, households that share a telephone."""

    people: dict[str, Values]
    repeats: list[tuple[str, str, Values]]
    """(sort, whom it repeats, values)"""


def _homophones() -> dict[str, list[str]]:
    """Other characters for a character that sound the same."""
    by_sound: dict[str, list[str]] = {}
    for character in "其琪奇齐娜那纳格戈葛斯思丝巴八图土木牧慕日热乌吴云芸花华哈海根艮苏素高巧琴勤":
        for sound in spoken(character):
            by_sound.setdefault(sound, []).append(character)
    return {c: [o for o in group if o != c] for group in by_sound.values() for c in group}


@pytest.fixture(scope="module")
def village() -> Village:
    chance = random.Random(20261126)
    names = [row["name"] for row in table("names")]
    surnames = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗"
    found: dict[str, Values] = {}
    for number in range(10_000):
        born = people.birth_date(chance.randrange(14_600))
        body = f"{people.AREA}{born:%Y%m%d}{chance.randrange(1000):03}"
        name = chance.choice(names)
        if chance.random() < 0.5:
            name = chance.choice(surnames) + chance.choice(
                "秀英伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂"
            )
            name += chance.choice(
                "秀英伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂"
            ) * chance.randrange(2)
        household = number // 3 if chance.random() < 0.3 else 40_000 + number
        found[f"p{number}"] = {
            "name": name,
            "id_number": body + check_character(body),
            "phone": f"199{household:08}",
            "birth_date": born.isoformat(),
            "residence": chance.choice(VILLAGES),
        }
    return Village(found, [_repeat(found, n, chance) for n in range(1000)])


def _repeat(found: dict[str, Values], n: int, chance: random.Random) -> tuple[str, str, Values]:
    sort = SORTS[n % 4]
    record = f"p{n * 10}"
    values = dict(found[record])
    if sort == "same number":
        values["phone"] = f"198{n:08}"
    elif sort == "one digit off":
        number = str(values["id_number"])
        slips = near_numbers(number)
        place = chance.randrange(17)
        wrong = number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]
        values["id_number"] = chance.choice([*slips, wrong])
        values["phone"] = f"198{n:08}"
    elif sort == "name written otherwise":
        values["name"] = _respelt(str(values["name"]), chance)
        del values["id_number"]
        values["phone"] = f"198{n:08}"
    else:
        values["name"] = str(values["name"])
        del values["id_number"], values["birth_date"]
        values["residence"] = None
    return sort, record, values


def _respelt(name: str, chance: random.Random) -> str:
    others = _homophones()
    places = [place for place, c in enumerate(name) if others.get(c)]
    if not places:
        return name
    place = chance.choice(places)
    return name[:place] + chance.choice(others[name[place]]) + name[place + 1 :]


@pytest.fixture(scope="module")
def twins(village: Village) -> Twins:
    index = Twins(KINDS, "person")
    for record, values in village.people.items():
        index.add(record, values)
    return index


@pytest.mark.parametrize("sort", SORTS)
def test_who_is_there_twice_is_found(village: Village, twins: Twins, sort: str) -> None:
    least = 1.0 if sort == "same number" else 0.95
    asked = [(record, values) for s, record, values in village.repeats if s == sort]
    hits = sum(
        any(s.record == record and s.weight != "warn" for s in twins.find(values))
        for record, values in asked
    )
    print(f"\nTWINS | {sort} | {hits} of {len(asked)} | {hits / len(asked):.1%} |")
    assert hits / len(asked) >= least


def test_who_is_there_once_is_left_alone(village: Village) -> None:
    index = Twins(KINDS, "person")
    false = 0
    for record, values in village.people.items():
        false += any(s.weight != "warn" for s in index.find(values))
        index.add(record, values)
    print(f"\nTWINS | false alarms | {false} of {len(village.people)} |")
    assert false / len(village.people) <= 0.02


def test_a_service_of_the_same_day_is_found() -> None:
    index = Twins(KINDS, "follow_up")
    index.add("f1", {"person": "p1", "day": "2026-11-20"})
    assert [s.record for s in index.find({"person": "p1", "day": "2026-11-20"})] == ["f1"]
    assert index.find({"person": "p1", "day": "2026-11-21"}) == []
    assert index.find({"day": "2026-11-20"}) == []


def test_an_employer_is_found_by_code_and_by_name() -> None:
    index = Twins(KINDS, "employer")
    index.add("e1", people.employer_values(1, credit_code="911501020000000018"))
    by_code = index.find({"name": "别的名字", "credit_code": "911501020000000018"})
    assert [(s.record, s.weight) for s in by_code] == [("e1", "same")]
    by_name = index.find({"name": people.employer_values(1)["name"]})
    assert [(s.record, s.weight) for s in by_name] == [("e1", "likely")]
