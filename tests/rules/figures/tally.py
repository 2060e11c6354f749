"""The indicators counted by brute force from papers: every record, every day, one after the other.

It shares nothing with ``rules/figures``. What somebody is on a day it asks of ``rules.state`` and
``rules.referral_state``, as the contract says (one rule for the state on a day); what a list, a
month or a group is, it works out in its own plain way.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from mengzhan.rules.referral_state import INTERVIEWS, interviews_of, is_under_way
from mengzhan.rules.state import Statement, statements_of
from tests.rules.figures.world import HERE, Paper

Found = set[tuple[str, str]]

KNOWN_WAYS = ("2", "3", "4", "5", "6", "7", "8", "9", "A", "B", "C")
_PERSON_FIELDS = (
    "employment_status",
    "status_on",
    "registered_on",
    "unemployed_on",
    "deregistered_on",
    "deregister_reason",
)


@dataclass
class Count:
    """A number with the records behind it; of a ratio, those of what it is divided by as well."""

    number: float | None
    records: Found
    below: Found = field(default_factory=set)


def days(first: date, last: date) -> Iterator[str]:
    while first <= last:
        yield first.isoformat()
        first += timedelta(days=1)


class Tally:
    """What papers say of a period."""

    def __init__(self, papers: dict[str, Paper], first: date, last: date, after: int = 7) -> None:
        self.papers, self.after = papers, after
        self.month = [*days(first, last)]
        self.first, self.last = self.month[0], self.month[-1]
        self.order = {record: place for place, record in enumerate(papers)}
        self.said: dict[str, list[Statement]] = {}

    # Papers -------------------------------------------------------------------------------------

    def all(self, kind: str) -> list[Paper]:
        return [paper for paper in self.papers.values() if paper.kind == kind and paper.counts]

    def kept(self, record: object) -> str:
        record = str(record)
        while self.papers[record].values.get("same_as"):
            record = str(self.papers[record].values["same_as"])
        return record

    def ours(self, paper: Paper, day: str) -> bool:
        held = ""
        for typed, values in paper.typed:
            if "station" in values and (not held or typed <= day):
                held = str(values["station"])
        return held == HERE

    def dated(self, kind: str, name: str = "day") -> list[Paper]:
        papers = [p for p in self.all(kind) if p.values.get(name) in self.month]
        papers = [p for p in papers if self.ours(p, str(p.values[name]))]
        return sorted(papers, key=lambda p: (str(p.values[name]), self.order[p.record]))

    # Plain counts -------------------------------------------------------------------------------

    def records(self, papers: Iterable[Paper]) -> Count:
        found = {(paper.kind, paper.record) for paper in papers}
        return Count(len(found), found)

    def heads(self, papers: Iterable[Paper], whom: str = "person") -> Count:
        papers = [*papers]
        named = {self.kept(paper.values[whom]) for paper in papers}
        return Count(len(named), self.records(papers).records)

    def latest(self, papers: Iterable[Paper]) -> list[Paper]:
        last: dict[str, Paper] = {}
        for paper in papers:
            last[self.kept(paper.values["person"])] = paper
        return [*last.values()]

    def policies(self) -> Count:
        number, found = 0, set()
        for paper in (*self.dated("visit"), *self.dated("follow_up")):
            ticked = {*(paper.values.get("policies") or ())}  # type: ignore[misc]
            number += len(ticked)
            found |= {(paper.kind, paper.record)} if ticked else set()
        return Count(number, found)

    def enrolled(self) -> Count:
        papers = self.dated("enrolment", "started_on")
        names = ("course", "started_on")
        seats = {(self.kept(p.values["person"]), *(p.values[n] for n in names)) for p in papers}
        return Count(len(seats), self.records(papers).records)

    def arrived(self, *groups: str) -> Count:
        papers = self.dated("referral", "arrived_on")
        if groups:
            papers = [p for p in papers if self.is_in(p, groups)]
        return self.heads(papers)

    def is_in(self, referral: Paper, groups: tuple[str, ...]) -> bool:
        paper = self.papers[self.kept(referral.values["person"])]
        if not paper.counts:
            return False
        person = paper.values
        listed = {*(person.get("key_groups") or ())}  # type: ignore[misc]
        if "K05" not in groups:
            return bool(listed & {*groups})
        noted = bool(person.get("difficulty_types")) or "K05" in listed
        since = person.get("difficulty_on")
        return str(since) <= str(referral.values["arrived_on"]) if since else noted

    # People -------------------------------------------------------------------------------------

    def about(self, kind: str, name: str, record: str) -> list[Paper]:
        found = [
            paper
            for paper in self.all(kind)
            if paper.values.get(name) and self.kept(paper.values[name]) == record
        ]
        return sorted(found, key=lambda p: (str(p.values.get("day")), self.order[p.record]))

    def statements(self, person: Paper) -> list[Statement]:
        if person.record not in self.said:
            services = [
                (kind, {**paper.values, "id": paper.record})
                for kind in ("follow_up", "referral")
                for paper in self.about(kind, "person", person.record)
            ]
            values = {**person.values, "id": person.record}
            sets = [
                told
                for _, change in person.typed
                if (told := {n: v for n, v in change.items() if n in _PERSON_FIELDS})
            ]
            earlier = sets if len(sets) > 1 else ()
            made = person.typed[0][0]
            self.said[person.record] = statements_of(values, made, services, earlier)
        return self.said[person.record]

    def status(self, person: Paper, day: str) -> Statement | None:
        known = [said for said in self.statements(person) if said.day <= day]
        return known[-1] if known else None

    def referrals(self, person: Paper) -> list[dict]:
        return [*map(self.with_interviews, self.about("referral", "person", person.record))]

    def with_interviews(self, referral: Paper) -> dict:
        told = [change for _, change in referral.typed if "interviewed_on" in change]
        values = {**referral.values, "id": referral.record}
        return {**values, INTERVIEWS: interviews_of(told)} if len(told) > 1 else values

    def registered(self) -> list[Paper]:
        found = []
        for person in self.all("person"):
            began = str(person.values.get("unemployed_on") or "")
            ended = str(person.values.get("deregistered_on") or "")
            on = began and began <= self.first and not (ended and began <= ended <= self.first)
            if on and self.ours(person, self.first):
                found.append(person)
        return found

    def wants_work(self, person: Paper, day: str) -> bool:
        said = self.status(person, day)
        return said is not None and said.status == "1"

    def on_list(self, person: Paper, day: str) -> bool:
        waiting = any(is_under_way(one, day) for one in self.referrals(person))
        return self.wants_work(person, day) and not waiting

    def at_the_end(self, holds: str) -> Count:
        test = getattr(self, holds)
        people = [p for p in self.all("person") if test(p, self.last) and self.ours(p, self.last)]
        return self.records(people)

    def taken_off(self) -> Count:
        heads, found = set(), set()
        for person in self.all("person"):
            for said in self.ways_out(person):
                counts = said.day in self.month and said.status in KNOWN_WAYS
                if counts and self.ours(person, said.day):
                    heads.add(person.record)
                    found.add((said.cause.kind, said.cause.record))
        return Count(len(heads), found)

    def ways_out(self, person: Paper) -> Iterator[Statement]:
        """Walk from day to day; whenever the person is no longer on the list, look why."""
        said = self.statements(person)
        if all(one.status != "1" for one in said):
            return
        referrals = self.referrals(person)
        listed, found = False, True
        for day in days(date.fromisoformat(said[0].day), date.fromisoformat(self.last)):
            if self.other_station(person, day):
                return
            status = self.status(person, day)
            waiting = [one for one in referrals if is_under_way(one, day)]
            if status is None:
                continue
            if status.status == "1" and not waiting:
                listed, found = True, False
            elif (listed or not found) and not found:
                way = status if status.status != "1" else self.work_from(person, waiting[0])
                listed = False
                if way is not None:
                    found = True
                    yield way

    def other_station(self, person: Paper, day: str) -> bool:
        """Whether the person was handed over by then and stayed there."""
        given = [(typed, v["station"]) for typed, v in person.typed if "station" in v]
        if given[-1][1] == HERE:
            return False
        return HERE not in [station for _, station in given] or given[-1][0] <= day

    def work_from(self, person: Paper, referral: dict) -> Statement | None:
        came = str(referral.get("arrived_on") or "")
        if not came or came > self.last:
            return None
        return next(
            one
            for one in self.statements(person)
            if one.cause.record == referral["id"] and one.day == came and one.status == "2"
        )

    # Vacancies ----------------------------------------------------------------------------------

    def new_places(self) -> Count:
        number, found = 0, set()
        before = (date.fromisoformat(self.first) - timedelta(days=1)).isoformat()
        for vacancy in self.all("vacancy"):
            for day, earlier in zip(self.month, [before, *self.month], strict=False):
                more = self.asked_for(vacancy, day) - self.asked_for(vacancy, earlier)
                if more and self.ours(vacancy, day):
                    number += more
                    found.add(("vacancy", vacancy.record))
        return Count(number, found)

    def asked_for(self, vacancy: Paper, day: str) -> int:
        """How many people it asked for on a day, as far as nobody put that down later."""
        if str(vacancy.values["registered_on"]) > day:
            return 0
        typed = [(at, int(v["headcount"])) for at, v in vacancy.typed if "headcount" in v]  # type: ignore[arg-type]
        known = [0, *(place for place, (at, _) in enumerate(typed) if at <= day)][-1]
        return min(number for _, number in typed[known:])

    def working(self, vacancy: Paper, day: str) -> int:
        number = 0
        for referral in self.about("referral", "vacancy", vacancy.record):
            came, left = referral.values.get("arrived_on"), referral.values.get("left_on")
            number += bool(came and str(came) <= day and not (left and str(left) <= day))
        return number

    def headcount(self, vacancy: Paper) -> int:
        number = vacancy.values["headcount"]
        assert isinstance(number, int)
        return number

    def vacancy_state(self, vacancy: Paper, day: str) -> tuple[str, int]:
        values = vacancy.values
        places = max(self.headcount(vacancy) - self.working(vacancy, day), 0)
        closed = values.get("closed_on")
        if str(values["registered_on"]) > day:
            return "", places
        if closed and str(closed) <= day:
            return str(values["close_reason"]), places
        if not places:
            return "3", places
        return ("5" if str(values["valid_until"]) < day else "open"), places

    def open_places(self, after: int = 0) -> Count:
        number, found = 0, set()
        for vacancy in self.all("vacancy"):
            state, places = self.vacancy_state(vacancy, self.last)
            long = (date.fromisoformat(self.last) - timedelta(days=after)).isoformat()
            old = str(vacancy.values["registered_on"]) <= long
            if state == "open" and old and self.ours(vacancy, self.last):
                number += places
                found.add(("vacancy", vacancy.record))
        return Count(number, found)

    def closed(self) -> Count:
        number, found = 0, set()
        for vacancy in self.all("vacancy"):
            start = date.fromisoformat(str(vacancy.values["registered_on"]))
            listed = False
            for day in days(start + timedelta(days=self.after), date.fromisoformat(self.last)):
                if self.other_station(vacancy, day):
                    break
                state, _ = self.vacancy_state(vacancy, day)
                ended = listed and state in ("3", "4") and day in self.month
                if ended and self.ours(vacancy, day):
                    found.add(("vacancy", vacancy.record))
                listed = state == "open"
        number = sum(self.headcount(self.papers[record]) for _, record in found)
        return Count(number, found)

    # Everything ---------------------------------------------------------------------------------

    def ratio(self, above: Count, below: Count) -> Count:
        number = None if not below.number else (above.number or 0) / below.number
        return Count(number, above.records, below.records)

    def count(self) -> dict[str, Count]:
        follow_ups, intents = self.dated("follow_up"), self.dated("training_intent")
        checks, referrals = self.dated("verification"), self.dated("referral")
        unreached = [p for p in follow_ups if p.values["outcome"] == "F9"]
        reached = [p for p in follow_ups if p.values["outcome"] not in ("F9", "FA", "FB")]
        wanting_business = self.latest(p for p in intents if p.values.get("start_business"))
        registered = self.registered()
        due = {self.kept(person.record) for person in registered}
        return {
            "M01": self.records(self.dated("vacancy", "registered_on")),
            "M02": self.new_places(),
            "M03": self.open_places(),
            "M04": self.heads(self.dated("visit"), "employer"),
            "M05": self.records(self.dated("visit")),
            "M06": self.policies(),
            "M07": self.heads(intents),
            "M08": self.heads(p for p in self.latest(intents) if p.values["willing"] == "1"),
            "M09": self.heads(p for p in wanting_business if p.values["start_business"] == "1"),
            "M10": self.enrolled(),
            "M11": self.records(registered),
            "M12": self.heads(reached),
            "M13": self.records(follow_ups),
            "M13X": self.records(unreached),
            "M14": self.ratio(
                self.heads(p for p in reached if self.kept(p.values["person"]) in due),
                self.records(registered),
            ),
            "M15": self.heads(p for p in self.latest(follow_ups) if p in unreached),
            "M16": self.records(checks),
            "M17": self.records(
                p for p in checks if p.values["result"] in ("2", "3", "4", "5", "6", "7", "8")
            ),
            "M18": self.records(referrals),
            "M19": self.heads(referrals),
            "M20": self.arrived(),
            "M21": self.arrived("K05"),
            "M22": self.arrived("K01", "K0101", "K0102"),
            "M23": self.arrived("K03"),
            "M24": self.arrived("K04"),
            "M25": self.arrived("K02"),
            "M26": self.at_the_end("on_list"),
            "M27": self.open_places(self.after),
            "M28": self.taken_off(),
            "M29": self.closed(),
            "M30": self.ratio(self.open_places(), self.at_the_end("wants_work")),
        }
