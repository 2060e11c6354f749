"""Made-up people and services for the demo; every run makes the same ones, relative to today.

ID numbers have a valid check character and the area code 150199, which was never assigned;
telephones lie in the block 1990000. Names and vacancies: ``resources/demo/README.md``.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from mengzhan.model.entry import Value
from mengzhan.model.idnumber import check_character
from mengzhan.model.resources import resource_path

AREA = "150199"
_BLOCK = "1990000"
_SEED = 2025
_HAN_SHARE = 18
_TWO_MONTHS = 60

Record = dict[str, Value]


def table(name: str) -> list[dict[str, str]]:
    """Read ``resources/demo/<name>.csv``."""
    with resource_path("demo", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def id_number(born: date, order: int) -> str:
    """Return a number that passes every check and belongs to nobody; odd ``order`` is male."""
    body = f"{AREA}{born:%Y%m%d}{order:03d}"
    return body + check_character(body)


@dataclass
class MadeUp:
    """Draws people and what the station does for them; ``today`` is when the demo runs."""

    today: date
    station: str
    draw: Random = field(default_factory=lambda: Random(_SEED))  # noqa: S311 - nothing secret

    def day(self, latest: int = 0, earliest: int = _TWO_MONTHS) -> str:
        """Return a day between ``earliest`` and ``latest`` days ago."""
        return (self.today - timedelta(days=self.draw.randint(latest, earliest))).isoformat()

    def people(self, count: int) -> list[Record]:
        """Return ``count`` people, no two of one name."""
        names = table("names")
        han = [row for row in names if row["origin"] == "汉"]
        others = [row for row in names if row["origin"] != "汉"]
        share = min(_HAN_SHARE, count // 3)
        drawn = self.draw.sample(han, share) + self.draw.sample(others, count - share)
        self.draw.shuffle(drawn)
        return [self._person(row, order) for order, row in enumerate(drawn)]

    def _person(self, row: Mapping[str, str], order: int) -> Record:
        sex = row["sex"] or self.draw.choice("12")
        born = self.today - timedelta(days=365 * self.draw.randint(19, 57) + order * 5)
        registered = self.day(3)
        groups, status = self._situation(born, sex)
        person: Record = {
            "name": row["name"],
            "id_number": id_number(born, 2 * (order + 1) + (sex == "1")),
            "phone": f"{_BLOCK}{1000 + order:04d}",
            "birth_date": born.isoformat(),
            "sex": sex,
            "residence": self.station,
            "key_groups": groups,
            "employment_status": status,
            "consent": True,
            "registered_on": registered,
            "status_on": registered,
            "ethnicity": "02" if row["origin"] == "蒙" else "01",
            "education": self.draw.choice(["30", "40", "60", "70", "70", "80"]),
            "area_group": self.draw.choice(["一组", "二组", "三组", "四组"]),
            "needs_mongolian": row["origin"] == "蒙" and self.draw.random() < 0.4,
            "wanted_occupations": self.draw.sample(_TRADES, self.draw.randint(1, 2)),
            "wage_wish": self.draw.choice([2500, 3000, 3500, 4000]) * 100,
            "travel_range": self.draw.choice("1234"),
            "source": "1",
        }
        if status == "1":
            person |= {"unemployed_on": registered, "unemployment_reason": "R10"}
        return person

    def _situation(self, born: date, sex: str) -> tuple[list[str], str]:
        age = (self.today - born).days // 365
        if age <= 23:
            return ["K0101"], "1"
        if age >= (50 if sex == "1" else 40) and self.draw.random() < 0.5:
            return ["K10"], "1"
        groups = self.draw.choice([["K04"], ["K04"], ["K03"], ["K17"], ["K00"]])
        return groups, self.draw.choice("111335")

    def follow_ups(self, people: list[str]) -> Iterator[Record]:
        """Yield follow-ups of two months; with every fifth person the next one is due."""
        for order, person in enumerate(people):
            due = order % 5 == 0
            for day in [self.day(30, 36)] if due else [self.day(37), self.day(1, 29)]:
                outcome = self.draw.choice(["F1", "F1", "F1", "F3", "F5", "F9"])
                yield {
                    "person": person,
                    "day": day,
                    "mode": self.draw.choice("112346"),
                    "outcome": outcome,
                    "missed": 1 if outcome == "F9" else None,
                    "policies": ["P06"] if outcome == "F1" else None,
                    "next_on": (date.fromisoformat(day) + timedelta(days=30)).isoformat(),
                }

    def intents(self, people: list[str]) -> Iterator[Record]:
        """Yield what people say of training and of a business of their own."""
        for person in people:
            willing = self.draw.choice("1123")
            yield {
                "person": person,
                "day": self.day(),
                "willing": willing,
                "trades": self.draw.sample(_TRADES, 1) if willing == "1" else None,
                "form": self.draw.choice("1235") if willing == "1" else None,
                "months": ["11", "12", "01"] if willing == "1" else None,
                "language": self.draw.choice("123"),
                "barriers": ["B1"] if willing != "1" else None,
                "start_business": self.draw.choice("1223"),
            }

    def referrals(self, people: list[str], vacancies: list[str]) -> Iterator[Record]:
        """Yield introductions; every third one has led to work."""
        for order, person in enumerate(people):
            day = self.day(8, 40)
            arrived = (date.fromisoformat(day) + timedelta(days=5)).isoformat()
            hired = order % 3 == 0
            yield {
                "person": person,
                "vacancy": vacancies[order % len(vacancies)],
                "day": day,
                "due_on": (date.fromisoformat(day) + timedelta(days=7)).isoformat(),
                "letter_no": f"{order + 1:03d}",
                "result": "2" if hired else self.draw.choice(["0", "6", "7", "8"]),
                "result_on": arrived,
                "arrived_on": arrived if hired else None,
            }

    def verifications(self, people: list[str]) -> Iterator[Record]:
        """Yield checks of a list from above."""
        for person in people:
            yield {
                "person": person,
                "day": self.day(0, 20),
                "result": self.draw.choice("1126"),
                "mode": self.draw.choice("12"),
                "verifier": "苏和",
                "batch": "旗里下发名单（演示）",
            }

    def employers(self) -> list[Record]:
        """Return the made-up employers of the place."""
        return [
            {
                "name": row["name"],
                "entity_type": row["entity_type"],
                "place": self.station,
                "contact": row["contact"],
                "phone": row["phone"],
                "short_of_staff": row["short_of_staff"] == "是",
                "registered_on": self.day(40),
            }
            for row in table("employers")
        ]

    def shared_vacancy(self, employer: str) -> Record:
        """Return a made-up vacancy that the place shares with other stations."""
        return {
            "employer": employer,
            "title": "奶食品制作工",
            "headcount": 2,
            "workplace": "合作社院内",
            "duties": "做奶豆腐、包装",
            "conditions": "无特别要求",
            "wage_min": 350_000,
            "wage_max": 420_000,
            "wage_unit": "1",
            "source": "2",
            "registered_on": self.day(1),
            "valid_until": (self.today + timedelta(days=30)).isoformat(),
            "shared": True,
        }

    def visits(self, employers: list[str]) -> list[Record]:
        """Return a visit to each made-up employer, in the order of ``employers``."""
        return [
            {
                "employer": employer,
                "day": self.day(1, 35),
                "visitor": "苏和",
                "visitor_role": "1",
                "hiring_need": row["hiring_need"],
                "training_need": row["training_need"],
                "policies": row["policies"].split(),
                "demand": row["demand"] or None,
            }
            for employer, row in zip(employers, table("employers"), strict=True)
        ]

    def task(self, people: list[str]) -> Record:
        """Return a list from above, due in a few days."""
        return {
            "title": "核实旗里下发的未就业名单（演示）",
            "source": "2",
            "given_on": (self.today - timedelta(days=6)).isoformat(),
            "due_on": (self.today + timedelta(days=3)).isoformat(),
            "people": people,
        }

    def found_on_visit(self) -> Record:
        """Return the vacancy that a visit yielded; employer, day and source come with the visit."""
        return {
            "title": "接羔季羊倌（演示）",
            "headcount": 2,
            "workplace": "勿布林嘎查",
            "duties": "接羔、放牧、喂料",
            "wage_min": 450_000,
            "wage_max": 550_000,
            "wage_unit": "1",
            "valid_until": (self.today + timedelta(days=60)).isoformat(),
            "occupation": _TRADES[0],
            "term": "2",
            "board": "3",
        }


_TRADES = [
    "5-03-02-01",
    "4-03-02-05",
    "6-18-02-04",
    "4-10-01-06",
    "4-07-05-01",
]


def real_employers(today: date) -> dict[str, Record]:
    """Return the employers of the real vacancies by name, with contacts that are made up."""
    found: dict[str, Record] = {}
    for row in table("vacancies"):
        found.setdefault(
            row["employer"],
            {
                "name": row["employer"],
                "entity_type": row["entity_type"],
                "place": row["place"],
                "contact": "见公告",
                "phone": f"{_BLOCK}{9000 + len(found):04d}",
                "registered_on": (today - timedelta(days=45)).isoformat(),
                "note": f"岗位事实来自公开资料，联系人和电话是演示用的。来源：{row['source']}"[
                    :500
                ],
            },
        )
    return found


def real_vacancies(today: date, employers: Mapping[str, str]) -> list[Record]:
    """Return the real vacancies as facts; ``employers`` gives the record for a name."""
    return [
        {
            "employer": employers[row["employer"]],
            "title": row["title"],
            "headcount": int(row["headcount"]),
            "workplace": row["workplace"],
            "duties": f"{row['title']}（{row['year']}年{row['kind']}）",
            "wage_min": int(row["wage_min"]) * 100 if row["wage_min"] else None,
            "wage_max": int(row["wage_max"]) * 100 if row["wage_max"] else None,
            "wage_unit": row["wage_unit"],
            "source": "7",
            "place": row["place"],
            "conditions": row["conditions"],
            "registered_on": (today - timedelta(days=3 + order % 40)).isoformat(),
            "valid_until": (today + timedelta(days=2 * order - 2)).isoformat(),
            "note": f"{row['note']}；来源：{row['source']}".strip("；"),
        }
        for order, row in enumerate(table("vacancies"))
    ]
