"""Made-up worlds of people and vacancies with everything that matching looks at, and gaps in it.

Values are drawn so that each rule often holds and often just fails: few villages, few trades, days
close to each other, every field missing now and then.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from mengzhan.model.fold import State
from mengzhan.model.kinds import KINDS
from mengzhan.store.reader import StoreReader
from mengzhan.store.tables import Tables
from tests.store.conftest import memory_ledger

DAY = date(2026, 11, 23)
STATION = "152221200203"
OTHER_STATION = "152221200204"
Values = dict[str, Any]

PLACES = (
    "152221200203",
    "152221200204",
    "152221200",
    "152221100002",
    "152221100003",
    "152221",
    "152222100001",
    "1522",
    "150102001001",
    "110105",
)
TRADES = (
    "5-03-02-01",
    "5-03-01-01",
    "5-05-01-01",
    "4-03-02-05",
    "4-03-02-01",
    "4-03-01-02",
    "4-07-05-01",
    "4-10-01-05",
    "6-18-02-04",
    "6-18-02",
    "6-31-01-03",
)
TITLES = ("挤奶工", "服务员", "门卫", "电焊工", "临时帮工", "保安/门卫（夜班）", "厨师、服务员")
SKILLS = ("电焊", "驾驶", "刺绣", "做奶食", "电脑", "炒菜", "不会电脑", "不锈钢焊接")
LICENCES = ("A2", "B2", "C1", "H", "W", "E1", "S", "M", "Z")
DUTIES = (
    "挤奶、喂料",
    "搬运饲料",
    "井下支护",
    "站岗巡逻，无粉尘",
    "高空作业",
    "端菜洗碗，不用装卸",
    "不锈钢板材搬运",
    "免费培训高空作业",
    "看羊",
)


@dataclass(frozen=True)
class Palette:
    """What values are drawn from."""

    places: tuple[str, ...] = PLACES
    trades: tuple[str, ...] = TRADES
    skills: tuple[str, ...] = SKILLS


@dataclass
class World:
    """Records by id, each its values; ``day`` is today."""

    day: date
    people: dict[str, Values]
    vacancies: dict[str, Values]
    employers: dict[str, Values]
    services: dict[str, tuple[str, Values]] = field(default_factory=dict)
    """Record -> (kind, values) of follow-ups, referrals, enrolments and training intents."""

    def of_kind(self, kind: str) -> list[Values]:
        """The services of a kind, in the order in which they were written."""
        return [values for found, values in self.services.values() if found == kind]

    def with_values(self, side: str, record: str, values: Values) -> "World":
        """This world with other values in one record."""
        if side == "person":
            held = self.people[record]
            return replace(self, people={**self.people, record: {**held, **values}})
        held = self.vacancies[record]
        return replace(self, vacancies={**self.vacancies, record: {**held, **values}})


class _Maker:
    def __init__(self, seed: int, palette: Palette) -> None:
        self.draw = Random(seed)
        self.palette = palette
        self.today = DAY + timedelta(days=41 * seed)

    def day(self, back: int, ahead: int) -> str:
        return (self.today + timedelta(days=self.draw.randint(-back, ahead))).isoformat()

    def maybe(self, value: Any, chance: float = 0.75) -> Any:
        return value if self.draw.random() < chance else None

    def some(self, values: tuple[str, ...], most: int) -> list[str]:
        return self.draw.sample(values, self.draw.randint(1, most))

    def birth(self) -> str:
        if self.draw.random() < 0.12:
            days = self.draw.randint(15 * 365, 19 * 365)
        else:
            days = self.draw.randint(19 * 365, 60 * 365)
        return (self.today - timedelta(days=days)).isoformat()

    def person(self, number: int) -> Values:
        draw = self.draw
        values: Values = {
            "name": f"演示{number}号",
            "station": STATION,
            "residence": draw.choice(self.palette.places),
            "employment_status": draw.choice("1111111235C"),
            "registered_on": self.day(90, 0),
            "status_on": self.maybe(self.day(90, 0)),
            "birth_date": self.maybe(self.birth(), 0.95),
            "sex": draw.choice("12"),
            "ethnicity": draw.choice(("01", "02", "31")),
            "key_groups": draw.choice((["K00"], ["K04"], ["K10", "K03"])),
            "household": f"H-{draw.randint(1, 40)}",
            "travel_range": self.maybe(draw.choice("123456")),
            "available_on": self.maybe(self.day(30, 40), 0.5),
            "licences": self.maybe(self.some(LICENCES, 3), 0.5),
            "wanted_occupations": self.maybe(self.some(self.palette.trades, 3), 0.85),
            "wage_wish": self.maybe(draw.randint(20, 70) * 10_000),
            "limits": self.maybe(self.some(tuple("123456789ABZ"), 3), 0.5),
            "needs_mongolian": self.maybe(draw.choice((True, False)), 0.4),
            "skills": self.maybe("、".join(self.some(self.palette.skills, 3)), 0.5),
            "skill_level": self.maybe(draw.choice("Z05432"), 0.4),
            "experience_years": self.maybe(draw.randint(0, 12), 0.5),
        }
        return {name: value for name, value in values.items() if value is not None}

    def vacancy(self, employers: list[str]) -> Values:
        draw = self.draw
        low = draw.choice((300_000, 350_000, 420_000, 15_000, 20_000, 2_240, 4_000_000))
        unit = {15_000: "2", 20_000: "2", 2_240: "3", 4_000_000: "5"}.get(low, "1")
        unit = draw.choice((unit, unit, unit, unit, "4", "9"))
        values: Values = {
            "employer": draw.choice(employers),
            "station": draw.choice((STATION, STATION, STATION, OTHER_STATION)),
            "title": draw.choice(TITLES),
            "headcount": self.maybe(draw.choice((1, 1, 2, 3)), 0.97),
            "duties": draw.choice(DUTIES),
            "conditions": self.maybe(draw.choice(("能吃苦", "有毒有害岗位补贴", "重体力活")), 0.2),
            "wage_min": self.maybe(low, 0.85),
            "wage_max": self.maybe(low + low // 4, 0.7),
            "wage_unit": unit,
            "registered_on": self.day(60, 0) if draw.random() < 0.97 else self.day(0, 9),
            "valid_until": self.day(6, 40),
            "occupation": self.maybe(draw.choice(self.palette.trades), 0.7),
            "place": self.maybe(draw.choice(self.palette.places), 0.6),
            "start_on": self.maybe(self.day(20, 60), 0.6),
            "term": self.maybe(draw.choice("1234")),
            "shift": self.maybe(draw.choice("1234567"), 0.7),
            "board": self.maybe(draw.choice("012345"), 0.7),
            "licences": self.maybe(self.some(LICENCES, 2), 0.35),
            "skills": self.maybe("，".join(self.some(self.palette.skills[:-1], 2)), 0.4),
            "needs_mongolian": self.maybe(draw.choice((True, False)), 0.4),
            "closed_on": self.maybe(self.day(20, 5), 0.05),
        }
        if values["closed_on"]:
            values["close_reason"] = draw.choice("346")
        return {name: value for name, value in values.items() if value is not None}

    def service(self, people: list[str], vacancies: list[str]) -> tuple[str, Values]:
        draw = self.draw
        person, kind = draw.choice(people), draw.choice(("f", "r", "e", "t"))
        if kind == "f":
            outcome = draw.choice(("F1", "F1", "F2", "F3", "F5", "F9"))
            return "follow_up", {"person": person, "day": self.day(60, 0), "outcome": outcome}
        if kind == "e":
            values = {
                "person": person,
                "trade": draw.choice(self.palette.trades),
                "course": "技能班",
            }
            return "enrolment", {**values, "result": draw.choice("1234567")}
        if kind == "t":
            willing = draw.choice("123")
            values = {"person": person, "day": self.day(300, 0), "willing": willing}
            return "training_intent", {**values, "trades": self.some(self.palette.trades, 2)}
        values = {"person": person, "vacancy": draw.choice(vacancies), "day": self.day(60, 0)}
        if draw.random() < 0.6:
            values |= {"result": "2", "arrived_on": self.day(40, 0)}
            if draw.random() < 0.4:
                values["left_on"] = self.day(20, 0)
        else:
            values["result"] = draw.choice("0346789AX")
        return "referral", values


def make_world(
    seed: int,
    people: int = 60,
    vacancies: int = 40,
    services: int = 60,
    palette: Palette = Palette(),
) -> World:
    """Return a world of the given size; the same seed gives the same world, on a day of its own."""
    maker = _Maker(seed, palette)
    world = World(maker.today, {}, {}, {})
    for number in range(max(vacancies // 4, 1)):
        place = maker.maybe(maker.draw.choice(palette.places), 0.9)
        world.employers[f"e{number:04}"] = {"name": f"演示店{number}", "place": place}
    for number in range(people):
        world.people[f"p{number:04}"] = maker.person(number)
    for number in range(vacancies):
        world.vacancies[f"v{number:04}"] = maker.vacancy(list(world.employers))
    for number in range(services):
        made = maker.service(list(world.people), list(world.vacancies))
        world.services[f"s{number:04}"] = made
    return world


def read_world(world: World) -> StoreReader:
    """Put a world into record tables in memory and return the reader over them."""
    connection, _ = memory_ledger()
    tables = Tables(connection, KINDS)
    for kind, records in (
        ("person", world.people),
        ("vacancy", world.vacancies),
        ("employer", world.employers),
    ):
        tables.put(State(kind, record, dict(values)) for record, values in records.items())
    tables.put(State(kind, one, dict(values)) for one, (kind, values) in world.services.items())
    return StoreReader(connection, KINDS)
