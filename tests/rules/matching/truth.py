"""What matching may say, worked out a second time from the records alone.

Written before the rules that it judges and kept apart from them: nothing of ``rules.matching`` is
used here, and tables are read as text. For each code of a claim there is one function. It answers
whether the claim is true of a person and a vacancy on a day, and which words the sentence has to
show.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.rules.matching.worlds import STATION, Values, World

TABLES = Path(__file__).resolve().parents[3] / "resources" / "tables"

REACH = {"1": 12, "2": 9, "3": 6, "4": 4, "5": 2, "6": 0}
COVERED = {"A1": "B1 B2 C1", "A2": "B1 B2 C1", "B1": "C1", "B2": "C1"}
"""Which driving licences a larger one includes (机动车驾驶证申领和使用规定, annex 1)."""

ADULT_LICENCES = {"E1", "E2", "W", "G", "K", "Q"}
ADULT_SHIFTS = {"2", "3", "4"}
ADULT_WORDS = [
    "井下",
    "有毒",
    "有害",
    "爆破",
    "放射",
    "粉尘",
    "高空",
    "高处作业",
    "危险化学品",
    "危化品",
    "高温",
]
HEAVY_WORDS = ["重体力", "搬运", "装卸", "扛", "抬"]
SEASONS = {"3": {3, 4, 5}, "4": {4, 5, 9, 10}, "5": {8, 9}}
SHIFT_FITS = {"1": "16", "2": "16", "8": "1", "9": "6"}
SHIFT_CLASHES = {"1": "2345", "2": "2345", "8": "234", "9": "12345"}
BOARD_FITS = {"A": "23"}
BOARD_CLASHES = {"A": "015"}
LODGING = "23"
PER_MONTH = {"1": (1, 1), "2": (2175, 100), "3": (17400, 100), "5": (1, 12)}
"""A month has 21.75 paid days of eight hours (劳社部发〔2008〕3号)."""

FOLLOW_UP_SAYS = {
    "F1": "1",
    "F2": "2",
    "F3": "3",
    "F5": "9",
    "F6": "A",
    "F7": "5",
    "F8": "8",
}


@cache
def labels(table: str) -> dict[str, str]:
    """Code -> label of a table, read as text."""
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {r["code"]: r["label"] if "label" in r else r["name"] for r in csv.DictReader(file)}


def trade_called(title: str) -> str:
    """The occupation that a title means, as a whole or in its parts, if it means one alone."""
    for words in ([title], [part for part in re.split(r"[\W_]+", title) if len(part) > 1]):
        meant = {trade_of_word(word) for word in words} - {""}
        if meant:
            return meant.pop() if len(meant) == 1 else ""
    return ""


@cache
def trade_of_word(title: str) -> str:
    """The occupation of a name, or of a plain word of one occupation alone."""
    named = [code for code, label in labels("occupations").items() if label == title]
    leaves = [code for code in named if code.count("-") == 3]
    if leaves:
        return leaves[0] if len(leaves) == 1 else ""
    with (TABLES / "occupation_aliases.csv").open(encoding="utf-8", newline="") as file:
        called = [r["code"] for r in csv.DictReader(file) if title in r["aliases"].split("|")]
    return called[0] if len(called) == 1 else ""


def place_name(code: str) -> str:
    """The name of a division; one outside the table stands as its code."""
    return labels("divisions").get(code, code)


def yuan(fen: int) -> str:
    """Money as it stands in a sentence."""
    whole, rest = divmod(fen, 100)
    return str(whole) if not rest else f"{whole}.{rest:02}".rstrip("0")


def age_on(born: date, day: date) -> int:
    """Full years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError


def speaks_of(text: str, words: list[str]) -> str:
    """The first of ``words`` that stands in a clause of ``text`` without a word for no."""
    for word in words:
        for clause in re.split(r"[，。；、,;\s]", text):
            if word in clause and not re.search("不用|不会|没有|无(?!人机)", clause):
                return word
    return ""


@dataclass
class Case:
    """One claim about one pair."""

    world: World
    person: str
    vacancy: str
    params: dict[str, Any]

    @property
    def p(self) -> Values:
        return self.world.people[self.person]

    @property
    def v(self) -> Values:
        return self.world.vacancies[self.vacancy]

    @property
    def day(self) -> date:
        return self.world.day

    @property
    def place(self) -> str:
        employer = self.world.employers.get(self.v.get("employer", ""), {})
        return str(self.v.get("place") or employer.get("place") or "")

    @property
    def trade(self) -> str:
        return str(self.v.get("occupation") or trade_called(self.v.get("title", "")))

    @property
    def text(self) -> str:
        return "，".join(
            str(self.v.get(n) or "") for n in ("title", "duties", "conditions", "skills")
        )

    @property
    def start(self) -> date:
        given = self.v.get("start_on")
        return max(date.fromisoformat(given), self.day) if given else self.day

    @property
    def is_foreign(self) -> bool:
        return self.v.get("station") != STATION

    @property
    def arrived(self) -> int:
        day = self.day.isoformat()
        here = [r for r in self.world.of_kind("referral") if r.get("vacancy") == self.vacancy]
        return sum(
            1 for r in here if r.get("arrived_on", "9") <= day and not r.get("left_on", "9") <= day
        )

    @property
    def held(self) -> set[str]:
        own = set(self.p.get("licences", ()))
        return own | {code for one in own for code in COVERED.get(one, "").split()}

    @property
    def needed(self) -> list[str]:
        return [code for code in self.v.get("licences", ()) if code != "Z"]

    def shared_level(self, trade: str) -> int:
        """How many leading parts of the code a trade shares with the vacancy's."""
        level = 0
        for one, other in zip(trade.split("-"), self.trade.split("-"), strict=False):
            if one != other:
                break
            level += 1
        return level

    @property
    def closest(self) -> int:
        """The levels shared by the closest wanted occupation: 4 is the same one."""
        return max(self._level(trade) for trade in self.p["wanted_occupations"])

    def _level(self, trade: str) -> int:
        return 4 if trade == self.trade else self._counted(trade)

    def _counted(self, trade: str) -> int:
        """A group and an occupation in it count by the levels between them."""
        longest = max(len(trade.split("-")), len(self.trade.split("-")))
        return 4 - (longest - self.shared_level(trade))

    def common_place(self) -> str:
        """The smallest division that holds both the home and the workplace."""
        home, place = str(self.p.get("residence") or ""), self.place
        for length in (12, 9, 6, 4, 2):
            if len(home) >= length and len(place) >= length and home[:length] == place[:length]:
                return place[:length]
        return ""

    def monthly(self, fen: int) -> int:
        times, over = PER_MONTH[self.v["wage_unit"]]
        return fen * times // over

    @property
    def comparable(self) -> bool:
        unit = self.v.get("wage_unit")
        casual = self.v.get("term") == "3" and unit in ("2", "3")
        return unit in PER_MONTH and not casual

    @property
    def bottom(self) -> int | None:
        low: int | None = self.v.get("wage_min")
        return low

    @property
    def top(self) -> int | None:
        high: int | None = self.v.get("wage_max", self.v.get("wage_min"))
        return high

    def words_of(self, values: Values) -> list[str]:
        parts = re.split(r"[\W_]+", values.get("skills", ""))
        return [w for w in parts if len(w) >= 2 and not w.startswith(("不会", "没学"))]

    def shared_skills(self) -> list[str]:
        own = self.words_of(self.p)
        return [w for w in self.words_of(self.v) if any(w in o or o in w for o in own)]

    def speaks_mongolian(self) -> bool:
        return self.needs_mongolian() or "M" in self.p.get("licences", ())

    def needs_mongolian(self) -> bool:
        return self.p.get("needs_mongolian") is True or "B" in self.p.get("limits", ())


# What holds of people and vacancies by themselves ---------------------------------------------


def wants_work(world: World, person: str) -> bool:
    """Whether the newest dated word about a person is that they look for work."""
    values, day = world.people[person], world.day.isoformat()
    began = values.get("status_on") or values.get("registered_on") or ""
    told = [(began, 0, values["employment_status"])] if began and began <= day else []
    for follow_up in world.of_kind("follow_up"):
        says = FOLLOW_UP_SAYS.get(follow_up["outcome"])
        if follow_up["person"] == person and says and follow_up["day"] <= day:
            told.append((follow_up["day"], 1, says))
    for referral in world.of_kind("referral"):
        if referral["person"] == person:
            for name, rank, says in (("arrived_on", 2, "2"), ("left_on", 3, "1")):
                if referral.get(name) and referral[name] <= day:
                    told.append((referral[name], rank, says))
    return bool(told) and max(told)[2] == "1"


def is_offered(world: World, vacancy: str) -> bool:
    """Whether a vacancy was registered and not taken down; filled and run out ones still count."""
    values, day = world.vacancies[vacancy], world.day.isoformat()
    if values.get("registered_on", "9") > day:
        return False
    return not values.get("closed_on", "9") <= day


# What is missing ------------------------------------------------------------------------------


def out_of_reach(c: Case, reach: str) -> bool:
    """Whether home and workplace differ within the length that the range prescribes."""
    home = str(c.p.get("residence") or "")
    if not home or not c.place:
        return False
    length = min(REACH[reach], len(home), len(c.place))
    return home[:length] != c.place[:length]


def adult_because(c: Case) -> str:
    """Why the vacancy is for adults alone; empty if it is not."""
    if c.v.get("shift") in ADULT_SHIFTS:
        return "night"
    if ADULT_LICENCES & set(c.v.get("licences", ())):
        return "licence"
    return "hazard" if speaks_of(c.text, ADULT_WORDS) else ""


def age_needed(c: Case) -> int:
    return 18 if adult_because(c) else 16


def missing(world: World, person: str, vacancy: str) -> list[str]:
    """Every thing that is missing, by the code of its claim; a licence counts for itself."""
    c = Case(world, person, vacancy, {})
    found: list[str] = []
    if c.p.get("travel_range") and out_of_reach(c, c.p["travel_range"]):
        found.append("place_out_of_range")
    available = c.p.get("available_on", "")
    if c.v.get("start_on"):
        if available > c.start.isoformat():
            found.append("starts_too_early")
    elif c.v.get("valid_until") and available > max(c.v["valid_until"], world.day.isoformat()):
        found.append("closes_too_early")
    found += ["licence_missing" for code in c.needed if code not in c.held]
    born = c.p.get("birth_date")
    if not born:
        found.append("age_not_known")
    elif age_on(date.fromisoformat(born), world.day) < age_needed(c):
        found.append("too_young")
    if c.v.get("headcount") and c.arrived >= c.v["headcount"]:
        found.append("places_full")
    if c.v.get("valid_until", "9") < world.day.isoformat():
        found.append("expired")
    return found


def is_far(world: World, person: str, vacancy: str) -> bool:
    """Whether the trades wanted have nothing in common with the vacancy's."""
    c = Case(world, person, vacancy, {})
    return bool(c.trade and c.p.get("wanted_occupations")) and c.closest <= 0


def _place_out_of_range(c: Case) -> list[str]:
    reach = c.p["travel_range"]
    assert out_of_reach(c, reach)
    needed = next(code for code in REACH if not out_of_reach(c, code))
    assert c.params == {"place": c.place, "range": reach, "needed": needed}
    ranges = labels("travel_range")
    return [place_name(c.place), ranges[reach], ranges[needed]]


def _starts_too_early(c: Case) -> list[str]:
    assert c.v.get("start_on")
    late = date.fromisoformat(c.p["available_on"]) - c.start
    assert late > timedelta(0)
    assert c.params == {
        "needed_by": c.start.isoformat(),
        "available": c.p["available_on"],
        "days": late.days,
    }
    return [c.start.isoformat(), c.p["available_on"], str(late.days)]


def _closes_too_early(c: Case) -> list[str]:
    assert not c.v.get("start_on")
    until = max(date.fromisoformat(c.v["valid_until"]), c.day)
    late = date.fromisoformat(c.p["available_on"]) - until
    assert late > timedelta(0)
    assert c.params == {
        "until": until.isoformat(),
        "available": c.p["available_on"],
        "days": late.days,
    }
    return [until.isoformat(), c.p["available_on"], str(late.days)]


def _licence_missing(c: Case) -> list[str]:
    code = c.params["licence"]
    assert code in c.v["licences"]
    assert code not in c.held
    return [labels("license_type")[code]]


def _too_young(c: Case) -> list[str]:
    born, age = date.fromisoformat(c.p["birth_date"]), age_needed(c)
    assert c.params["age"] == age
    assert age_on(born, c.day) < age
    months = c.params["months"]
    assert age_on(born, months_later(c.day, months)) >= age
    assert months == 1 or age_on(born, months_later(c.day, months - 1)) < age
    assert _because(c)
    return [str(age), str(months)]


def _because(c: Case) -> bool:
    """Whether what the statement gives as the reason for its age is in the record."""
    because = c.params["because"]
    if because == "":
        return not adult_because(c)
    field, _, value = because.partition(":")
    if field == "shift":
        return c.v.get("shift") == value and value in ADULT_SHIFTS
    if field == "licences":
        return value in c.v.get("licences", ()) and value in ADULT_LICENCES
    return value in ADULT_WORDS and speaks_of(c.text, [value]) == value


def _age_not_known(c: Case) -> list[str]:
    assert not c.p.get("birth_date")
    assert c.params["age"] == age_needed(c)
    assert _because(c)
    return [str(age_needed(c))]


def _places_full(c: Case) -> list[str]:
    assert c.arrived >= c.v["headcount"] > 0
    needed = c.arrived + 1
    expected = {"headcount": c.v["headcount"], "arrived": c.arrived, "needed": needed}
    assert c.params == expected
    return [str(c.v["headcount"]), str(c.arrived), str(needed)]


def _expired(c: Case) -> list[str]:
    assert c.v["valid_until"] < c.day.isoformat()
    assert c.params == {"until": c.v["valid_until"]}
    return [c.v["valid_until"]]


# What speaks for a pair, against it, or has to be asked -----------------------------------------


def _occupation_same(c: Case) -> list[str]:
    assert c.trade in c.p["wanted_occupations"]
    assert c.params == {"occupation": c.trade}
    return [labels("occupations")[c.trade]]


def _occupation_group(level: int) -> Callable[[Case], list[str]]:
    def check(c: Case) -> list[str]:
        assert c.trade not in c.p["wanted_occupations"]
        wanted, group = c.params["wanted"], c.params["group"]
        assert c.params["occupation"] == c.trade
        assert wanted in c.p["wanted_occupations"]
        assert c.closest == level
        assert group == "-".join(c.trade.split("-")[: len(group.split("-"))])
        assert group == "-".join(wanted.split("-")[: len(group.split("-"))])
        assert len(group.split("-")) == c.shared_level(wanted)
        names = labels("occupations")
        return [names[wanted], names[c.trade], names[group]]

    return check


def _wish_not_stated(c: Case) -> list[str]:
    assert not c.p.get("wanted_occupations")
    return []


def _occupation_not_stated(c: Case) -> list[str]:
    assert not c.trade
    return []


def _title_read_as(c: Case) -> list[str]:
    assert not c.v.get("occupation")
    assert c.trade == trade_called(c.v["title"]) != ""
    assert c.params == {"title": c.v["title"], "occupation": c.trade}
    return [c.v["title"], labels("occupations")[c.trade]]


def _wage(c: Case, amount: int | None) -> list[str]:
    assert c.comparable
    assert amount is not None
    wish = c.p["wage_wish"]
    assert c.params["wish"] == wish > 0
    assert c.params["amount"] == amount
    assert c.params["pay"] == c.monthly(amount)
    assert c.params["unit"] == c.v["wage_unit"]
    shown = [yuan(wish), yuan(c.monthly(amount))]
    return shown if c.v["wage_unit"] == "1" else [*shown, yuan(amount)]


def _wage_all_reaches(c: Case) -> list[str]:
    shown = _wage(c, c.bottom)
    assert c.monthly(c.bottom or 0) >= c.p["wage_wish"]
    return shown


def _wage_top_reaches(c: Case) -> list[str]:
    shown = _wage(c, c.top)
    assert c.monthly(c.top or 0) >= c.p["wage_wish"]
    assert c.bottom is None or c.monthly(c.bottom) < c.p["wage_wish"]
    return shown


def _wage_short(c: Case) -> list[str]:
    shown = _wage(c, c.top)
    gap = c.p["wage_wish"] - c.monthly(c.top or 0)
    assert c.params["gap"] == gap > 0
    return [*shown, yuan(gap)]


def _wage_wish_not_stated(c: Case) -> list[str]:
    assert not c.p.get("wage_wish")
    return []


def _wage_not_stated(c: Case) -> list[str]:
    assert c.v.get("wage_unit") not in ("4", "9")
    assert not c.top or c.v.get("wage_unit") is None
    return []


def _wage_piece(c: Case) -> list[str]:
    assert c.v["wage_unit"] == "4"
    return []


def _wage_open(c: Case) -> list[str]:
    assert c.v["wage_unit"] == "9"
    return []


def _wage_casual(c: Case) -> list[str]:
    assert c.v["term"] == "3"
    assert c.v["wage_unit"] in ("2", "3")
    assert not c.comparable
    return []


def _near(length: int) -> Callable[[Case], list[str]]:
    def check(c: Case) -> list[str]:
        common = c.common_place()
        assert len(common) == length
        assert c.params == {"place": common}
        return [place_name(common)]

    return check


def _elsewhere(c: Case) -> list[str]:
    assert c.p.get("residence")
    assert c.place
    assert c.common_place() == ""
    return []


def _seasons(c: Case) -> dict[str, set[int]]:
    return {code: SEASONS[code] for code in c.p.get("limits", ()) if code in SEASONS}


def _months(c: Case, limit: str) -> list[str]:
    assert limit in _seasons(c)
    assert c.params["months"] == [f"{month:02}" for month in sorted(SEASONS[limit])]
    return [labels("limits")[limit], *(str(month) for month in SEASONS[limit])]


def _season_free(c: Case) -> list[str]:
    assert c.v["term"] == "3"
    assert c.params["month"] == f"{c.start.month:02}"
    assert _seasons(c)
    assert all(c.start.month not in months for months in _seasons(c).values())
    return [str(c.start.month)]


def _season_clash(c: Case) -> list[str]:
    assert c.v.get("term") != "1"
    assert c.start.month in SEASONS[c.params["limit"]]
    assert c.params["month"] == f"{c.start.month:02}"
    return _months(c, c.params["limit"])


def _season_leave(c: Case) -> list[str]:
    assert c.v["term"] == "1"
    return _months(c, c.params["limit"])


def _season_ask(c: Case) -> list[str]:
    assert c.v.get("term") in (None, "2", "4")
    assert all(c.start.month not in months for months in _seasons(c).values())
    return _months(c, c.params["limit"])


def _by_table(field: str, table: str, allowed: dict[str, str]) -> Callable[[Case], list[str]]:
    def check(c: Case) -> list[str]:
        limit, value = c.params["limit"], c.params[field]
        assert limit in c.p["limits"]
        assert value == c.v[field]
        assert value in allowed[limit]
        return [labels("limits")[limit], labels(table)[value]]

    return check


def _transport_near(c: Case) -> list[str]:
    assert "7" in c.p["limits"]
    assert len(c.common_place()) == 12
    assert c.params == {"place": c.common_place()}
    return [place_name(c.common_place())]


def _transport_lodging(c: Case) -> list[str]:
    assert "7" in c.p["limits"]
    assert c.v["board"] in LODGING
    assert c.params == {"board": c.v["board"]}
    return [labels("board")[c.v["board"]]]


def _transport_clash(c: Case) -> list[str]:
    assert "7" in c.p["limits"]
    assert c.place
    assert c.p.get("residence")
    assert len(c.common_place()) < 9
    assert c.v["board"] not in LODGING
    assert c.params == {"place": c.place}
    return [place_name(c.place)]


def _heavy_clash(c: Case) -> list[str]:
    assert "6" in c.p["limits"]
    word = c.params["word"]
    assert word in HEAVY_WORDS
    assert speaks_of(c.text, [word]) == word
    return [word]


def _limit_ask(c: Case) -> list[str]:
    """A limit on which the record of the vacancy says nothing either way."""
    limit = c.params["limit"]
    assert limit in c.p["limits"]
    shift, board = c.v.get("shift", "-"), c.v.get("board", "-")
    assert shift not in SHIFT_FITS.get(limit, "") + SHIFT_CLASHES.get(limit, "")
    assert board not in BOARD_FITS.get(limit, "") + BOARD_CLASHES.get(limit, "")
    assert limit not in SEASONS
    assert limit != "B"
    if limit == "6":
        assert not speaks_of(c.text, HEAVY_WORDS)
    if limit == "7":
        known = bool(c.place and c.p.get("residence"))
        far = known and len(c.common_place()) < 9
        assert len(c.common_place()) < 12
        assert board not in LODGING
        assert not far or board == "-"
    return [labels("limits")[limit]]


def _language_shared(c: Case) -> list[str]:
    assert c.v["needs_mongolian"] is True
    assert c.speaks_mongolian()
    return []


def _mongolian_not_registered(c: Case) -> list[str]:
    assert c.v["needs_mongolian"] is True
    assert not c.speaks_mongolian()
    return []


def _mongolian_needed(c: Case) -> list[str]:
    assert c.needs_mongolian()
    assert c.v.get("needs_mongolian") is not True
    return []


def _skills_shared(c: Case) -> list[str]:
    assert c.params["words"] == c.shared_skills() != []
    return list(c.shared_skills())


def _skills_not_shared(c: Case) -> list[str]:
    assert c.words_of(c.p)
    assert c.shared_skills() == []
    assert c.params["words"] == c.words_of(c.v) != []
    return c.words_of(c.v)


def _skills_not_stated(c: Case) -> list[str]:
    assert c.words_of(c.p) == []
    assert c.params["words"] == c.words_of(c.v) != []
    return c.words_of(c.v)


def _trained(c: Case) -> list[str]:
    mine = [e for e in c.world.of_kind("enrolment") if e["person"] == c.person]
    trade = c.params["trade"]
    assert any(e["trade"] == trade and e["result"] in "34" for e in mine)
    assert c._level(trade) >= 3
    return [labels("occupations")[trade]]


def _training_wished(c: Case) -> list[str]:
    mine = [i for i in c.world.of_kind("training_intent") if i["person"] == c.person]
    newest = max(mine, key=lambda intent: intent["day"])
    trade = c.params["trade"]
    assert c.params["day"] == newest["day"]
    assert newest["willing"] == "1"
    assert trade in newest["trades"]
    assert c._level(trade) >= 3
    return [labels("occupations")[trade], newest["day"]]


def _experience(c: Case) -> list[str]:
    assert c.closest >= 3
    assert c.params == {"years": c.p["experience_years"]}
    assert c.p["experience_years"] >= 1
    return [str(c.p["experience_years"])]


def _skill_level(c: Case) -> list[str]:
    assert c.closest >= 3
    assert c.params == {"level": c.p["skill_level"]}
    assert c.p["skill_level"] not in "Z0"
    return [labels("skill_level")[c.p["skill_level"]]]


# What follows from limits that hold, or cannot be told ------------------------------------------


def _within_range(c: Case) -> list[str]:
    reach = c.p["travel_range"]
    length = REACH[reach]
    assert len(c.place) >= length
    assert c.place
    assert str(c.p["residence"])[:length] == c.place[:length]
    assert c.params == {"place": c.place, "range": reach}
    return [place_name(c.place), labels("travel_range")[reach]]


def _range_not_stated(c: Case) -> list[str]:
    assert not c.p.get("travel_range")
    return []


def _place_not_stated(c: Case) -> list[str]:
    assert not c.place
    return []


def _range_not_sure(c: Case) -> list[str]:
    reach, home = c.p["travel_range"], str(c.p["residence"])
    assert not out_of_reach(c, reach)
    assert min(len(home), len(c.place)) < REACH[reach]
    assert c.params == {"place": c.place, "range": reach}
    return [place_name(c.place), labels("travel_range")[reach]]


def _licences_held(c: Case) -> list[str]:
    assert c.params["licences"] == c.needed != []
    assert set(c.needed) <= c.held
    return [labels("license_type")[code] for code in c.needed]


def _licence_other(c: Case) -> list[str]:
    assert "Z" in c.v["licences"]
    return []


def _in_time(c: Case) -> list[str]:
    assert c.v["start_on"]
    assert c.p["available_on"] <= c.start.isoformat()
    expected = {"needed_by": c.start.isoformat(), "available": c.p["available_on"]}
    assert c.params == expected
    return [c.start.isoformat(), c.p["available_on"]]


def _places_left(c: Case) -> list[str]:
    assert not c.is_foreign
    left = c.v["headcount"] - c.arrived
    assert c.params == {"left": left}
    assert left > 0
    return [str(left)]


def _headcount_not_stated(c: Case) -> list[str]:
    assert not c.v.get("headcount")
    return []


def _nothing_missing(c: Case) -> list[str]:
    assert missing(c.world, c.person, c.vacancy) == []
    return []


def _foreign_places(c: Case) -> list[str]:
    assert c.is_foreign
    assert c.params == {"station": c.v["station"]}
    return [place_name(c.v["station"])]


CLAIMS: dict[str, Callable[[Case], list[str]]] = {
    "place_out_of_range": _place_out_of_range,
    "starts_too_early": _starts_too_early,
    "closes_too_early": _closes_too_early,
    "licence_missing": _licence_missing,
    "too_young": _too_young,
    "age_not_known": _age_not_known,
    "places_full": _places_full,
    "expired": _expired,
    "occupation_same": _occupation_same,
    "occupation_small_group": _occupation_group(3),
    "occupation_middle_group": _occupation_group(2),
    "occupation_major_group": _occupation_group(1),
    "wish_not_stated": _wish_not_stated,
    "occupation_not_stated": _occupation_not_stated,
    "title_read_as": _title_read_as,
    "wage_all_reaches": _wage_all_reaches,
    "wage_top_reaches": _wage_top_reaches,
    "wage_short": _wage_short,
    "wage_wish_not_stated": _wage_wish_not_stated,
    "wage_not_stated": _wage_not_stated,
    "wage_piece": _wage_piece,
    "wage_open": _wage_open,
    "wage_casual": _wage_casual,
    "near_village": _near(12),
    "near_township": _near(9),
    "near_banner": _near(6),
    "near_league": _near(4),
    "near_region": _near(2),
    "elsewhere": _elsewhere,
    "season_free": _season_free,
    "season_clash": _season_clash,
    "season_leave": _season_leave,
    "season_ask": _season_ask,
    "limit_shift_met": _by_table("shift", "shift", SHIFT_FITS),
    "limit_shift_clash": _by_table("shift", "shift", SHIFT_CLASHES),
    "limit_board_met": _by_table("board", "board", BOARD_FITS),
    "limit_board_clash": _by_table("board", "board", BOARD_CLASHES),
    "transport_near": _transport_near,
    "transport_lodging": _transport_lodging,
    "transport_clash": _transport_clash,
    "heavy_clash": _heavy_clash,
    "limit_ask": _limit_ask,
    "language_shared": _language_shared,
    "mongolian_not_registered": _mongolian_not_registered,
    "mongolian_needed": _mongolian_needed,
    "skills_shared": _skills_shared,
    "skills_not_shared": _skills_not_shared,
    "skills_not_stated": _skills_not_stated,
    "trained": _trained,
    "training_wished": _training_wished,
    "experience": _experience,
    "skill_level": _skill_level,
    "within_range": _within_range,
    "range_not_stated": _range_not_stated,
    "place_not_stated": _place_not_stated,
    "range_not_sure": _range_not_sure,
    "licences_held": _licences_held,
    "licence_other": _licence_other,
    "in_time": _in_time,
    "places_left": _places_left,
    "headcount_not_stated": _headcount_not_stated,
    "foreign_places": _foreign_places,
    "nothing_missing": _nothing_missing,
}
"""Every claim that matching may make."""


def false_because(case: Case, code: str, sentence: str) -> str:
    """Why a claim is false of the records, or its sentence leaves out a fact; empty if it is true."""
    try:
        shown = CLAIMS[code](case)
    except (AssertionError, KeyError, ValueError, TypeError) as error:
        return f"{code} {case.params}: {type(error).__name__} {error}"
    absent = [words for words in shown if words not in sentence]
    return f"{code}: {sentence!r} does not say {absent}" if absent else ""


def pairs(world: World) -> Iterator[tuple[str, str]]:
    """Every pair of a person who wants work and a vacancy that is offered."""
    offered = [vacancy for vacancy in world.vacancies if is_offered(world, vacancy)]
    for person in world.people:
        if wants_work(world, person):
            yield from ((person, vacancy) for vacancy in offered)


def closed_by(world: World, person: str, vacancy: str, closing: tuple[str, str, Any]) -> World:
    """The world in which what a near miss asks for was done."""
    side, field, value = closing
    record = person if side == "person" else vacancy
    return world.with_values(side, record, {field: value})
