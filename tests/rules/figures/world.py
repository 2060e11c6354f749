"""A made-up station that works at random, with everything it wrote kept beside it on paper.

A paper is a plain record: what was typed on which day, one change after the other. Nothing here
knows how the program stores, folds, takes back or erases: what was taken back stands on paper as
typed back, what was erased stays on paper as it was, since figures must not notice.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from mengzhan.model.entry import Value
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import merge
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from tests import people
from tests.computers import Clock

FIRST = date(2026, 8, 20)
DAYS = 110
HERE, THERE = people.VILLAGE, people.OTHER_VILLAGE
PLACES = (HERE, people.OTHER_VILLAGE, "150102002001")


@dataclass
class Paper:
    """One record: its fields now, and each change as it was typed, with the day of typing."""

    kind: str
    record: str
    typed: list[tuple[str, dict[str, Value]]]
    values: dict[str, Value]
    erased: bool = False

    @property
    def counts(self) -> bool:
        """Whether it was neither taken away nor merged into another."""
        return not self.values.get("deleted") and not self.values.get("same_as")


@dataclass
class Done:
    """An action that may be taken back: what stood in the fields that it set."""

    action: str
    record: str
    before: dict[str, Value]
    born: bool = False


@dataclass
class World:
    """The station at work. ``papers`` are in the order in which they were first written."""

    session: Session
    clock: Clock
    chance: random.Random
    papers: dict[str, Paper] = field(default_factory=dict)
    actions: list[Done] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.session.today()

    # Writing ------------------------------------------------------------------------------------

    def write(self, kind: str, record: str, values: dict[str, Value]) -> None:
        """Type values into a record, in the store and on paper."""
        operation: Operation = _writing(kind, record, values)
        change = self.session.run(operation, "test")
        paper = self.papers.get(record)
        stood = paper.values if paper else {}
        before = {n: stood.get(n) for n in values if stood.get(n) != values[n]}
        self.actions = [one for one in self.actions if one.record != record]
        if before:
            self.actions.append(Done(change.action, record, before, born=paper is None))
        self.note(kind, record, values)

    def note(self, kind: str, record: str, values: dict[str, Value]) -> None:
        """Put on paper what was typed."""
        paper = self.papers.setdefault(record, Paper(kind, record, [], {}))
        paper.typed.append((self.today.isoformat(), dict(values)))
        paper.values |= values

    def new(self, kind: str, values: dict[str, Value], station: str = HERE) -> str:
        """Add a record."""
        record = f"{kind}{len(self.papers)}"
        self.write(kind, record, {**values, "station": station})
        return record

    def one(self, kind: str, where: Callable[[Paper], bool] = lambda paper: True) -> str | None:
        """Pick a record that is still there."""
        there = [p for p in self.papers.values() if p.kind == kind and p.counts and not p.erased]
        found = [paper.record for paper in there if where(paper)]
        return self.chance.choice(found) if found else None

    # Days ---------------------------------------------------------------------------------------

    def earlier(self, most: int = 25) -> str:
        """A day up to today: most is typed on its day, some of it late."""
        late = self.chance.choice((0, 0, 0, 1, 3, most))
        return (self.today - timedelta(days=self.chance.randint(0, late))).isoformat()

    def work(self, day: date) -> None:
        """Do what comes up on a day."""
        self.clock.now = datetime.combine(day, datetime.min.time(), UTC) + timedelta(hours=2)
        for _ in range(self.chance.randint(1, 4)):
            self.clock.move(minutes=7)
            self.chance.choice(_WORK)(self)


def _writing(kind: str, record: str, values: dict[str, Value]) -> Operation:
    def run(reader: Reader, desk: Desk) -> list[Change]:
        return [Change(kind, record, values)]

    return run


# What may come up -------------------------------------------------------------------------------


def add_person(world: World) -> None:
    chance = world.chance
    number = len(world.papers)
    more: dict[str, Value] = {
        "residence": chance.choice((*PLACES, None)),
        "employment_status": chance.choice("1111129Z"),
        "key_groups": chance.choice((["K04"], ["K01", "K02"], ["K0101"], ["K00"], ["K05", "K03"])),
        "registered_on": world.earlier(),
    }
    if chance.random() < 0.4:
        more["status_on"] = world.earlier(60)
    if chance.random() < 0.5:
        more["unemployed_on"] = world.earlier(60)
    if chance.random() < 0.3:
        more["difficulty_types"] = ["D1", "D5"]
    if chance.random() < 0.2:
        more["difficulty_on"] = world.earlier(60)
    station = THERE if chance.random() < 0.1 else HERE
    world.new("person", people.person_values(number, **more), station)


def edit_person(world: World) -> None:
    person = world.one("person")
    if person is None:
        return
    sort = world.chance.randrange(6)
    values: dict[str, Value] = {"note": "问过了"}
    if sort == 0:
        values |= {"employment_status": world.chance.choice("1239"), "status_on": world.earlier(40)}
    elif sort == 1:
        reason = world.chance.choice(("X01", "X04", "X09", "X10"))
        values |= {"deregistered_on": world.earlier(40), "deregister_reason": reason}
    elif sort == 2:
        values |= {"unemployed_on": world.earlier(20)}
    elif sort == 3:
        values |= {"key_groups": ["K02", "K04"], "residence": world.chance.choice(PLACES)}
    elif sort == 4:
        values |= {"difficulty_types": ["D2"], "difficulty_on": world.earlier(40)}
    world.write("person", person, values)


def add_employer(world: World) -> None:
    place = world.chance.choice(PLACES)
    world.new("employer", people.employer_values(len(world.papers), place=place))


def visit(world: World) -> None:
    employer = world.one("employer")
    if employer is not None:
        policies: Value = world.chance.choice(([], ["P01"], ["P01", "P02", "P01"]))
        values = people.visit_values(employer, day=world.earlier(), policies=policies)
        world.new("visit", values)


def add_vacancy(world: World) -> None:
    employer = world.one("employer")
    if employer is None:
        return
    day = world.earlier(40)
    ends = (date.fromisoformat(day) + timedelta(days=world.chance.choice((10, 30, 90)))).isoformat()
    more: dict[str, Value] = {
        "registered_on": day,
        "valid_until": ends,
        "headcount": world.chance.randint(1, 4),
        "place": world.chance.choice((None, *PLACES)),
    }
    station = THERE if world.chance.random() < 0.2 else HERE
    world.new("vacancy", people.vacancy_values(employer, **more), station)


def edit_vacancy(world: World) -> None:
    vacancy = world.one("vacancy")
    if vacancy is None:
        return
    sort = world.chance.randrange(4)
    values: dict[str, Value] = {"headcount": world.chance.randint(1, 6)}
    if sort == 0:
        values = {"closed_on": world.earlier(), "close_reason": world.chance.choice("346")}
    elif sort == 1:
        values = {"closed_on": None, "close_reason": None}
    elif sort == 2:
        values = {"valid_until": (world.today + timedelta(days=20)).isoformat()}
    world.write("vacancy", vacancy, values)


def follow_up(world: World) -> None:
    person = world.one("person")
    if person is not None:
        more: dict[str, Value] = {
            "day": world.earlier(),
            "outcome": world.chance.choice(
                ("F1", "F1", "F2", "F3", "F5", "F9", "F9", "FA", "FB", "FC")
            ),
            "policies": world.chance.choice((["P07"], [], ["P01", "P02"])),
            "needs": f"{world.papers[person].values['name']}想学焊工",
        }
        world.new("follow_up", people.follow_up_values(person, **more))


def intent(world: World) -> None:
    person = world.one("person")
    if person is not None:
        values: dict[str, Value] = {"person": person, "day": world.earlier()}
        values["willing"] = world.chance.choice("123")
        values["start_business"] = world.chance.choice((None, "1", "2"))
        world.new("training_intent", values)


def verify(world: World) -> None:
    kind = world.chance.choice(("person", "employer"))
    about = world.one(kind)
    if about is not None:
        values: dict[str, Value] = {kind: about, "day": world.earlier()}
        world.new("verification", values | {"result": world.chance.choice("1123456789")})


def enrol(world: World) -> None:
    person = world.one("person")
    if person is not None:
        course = world.chance.choice(("焊工班", "电工班"))
        started = world.chance.choice((world.earlier(), world.today.replace(day=1).isoformat()))
        values: dict[str, Value] = {"person": person, "course": course, "started_on": started}
        world.new("enrolment", values)


def refer(world: World) -> None:
    person, vacancy = world.one("person"), world.one("vacancy")
    if person is None or vacancy is None:
        return
    day = world.earlier()
    values: dict[str, Value] = {"person": person, "vacancy": vacancy, "day": day}
    if world.chance.random() < 0.7:
        values["due_on"] = (date.fromisoformat(day) + timedelta(days=7)).isoformat()
    values["note"] = f"{world.papers[person].values['name']}自己去"
    world.new("referral", values)


def answer(world: World) -> None:
    referral = world.one("referral")
    if referral is None:
        return
    introduced = str(world.papers[referral].values["day"])
    day = max(introduced, world.earlier(10))
    answers: tuple[dict[str, Value], ...] = (
        {"result": "2", "result_on": day, "arrived_on": day},
        {"result": "2", "result_on": day, "arrived_on": day},
        {"result": world.chance.choice("479"), "result_on": day, "arrived_on": None},
        {"result": "1", "interviewed_on": day},
        {"result": "1", "interviewed_on": day, "due_on": None},
        {"left_on": day},
    )
    world.write("referral", referral, world.chance.choice(answers))


def correct(world: World) -> None:
    """Change the day of something that happened, or take it away."""
    kind = world.chance.choice(
        ("follow_up", "visit", "referral", "verification", "training_intent", "vacancy", "person")
    )
    record = world.one(kind)
    if record is None:
        return
    if world.chance.random() < 0.3:
        world.write(kind, record, {"deleted": True})
    elif "day" in world.papers[record].values:
        world.write(kind, record, {"day": world.earlier(40)})


def take_back(world: World) -> None:
    """Undo an action after which nobody touched the record or named it."""
    named = {
        value
        for paper in world.papers.values()
        for value in paper.values.values()
        if isinstance(value, str)
    }
    open_ = [
        done
        for done in world.actions
        if not world.papers[done.record].erased and not (done.born and done.record in named)
    ]
    if not open_:
        return
    done = world.chance.choice(open_)
    world.session.run(undo(done.action), "undo")
    world.actions = [one for one in world.actions if one.record != done.record]
    back: dict[str, Value] = {"deleted": True} if done.born else done.before
    world.note(world.papers[done.record].kind, done.record, back)


def merge_two(world: World) -> None:
    kind = world.chance.choice(("person", "person", "employer", "vacancy"))
    keep = world.one(kind)
    duplicate = world.one(kind, lambda paper: paper.record != keep)
    if keep is None or duplicate is None:
        return
    change = world.session.run(merge(duplicate, keep), "merge")
    world.actions = [one for one in world.actions if one.record != duplicate]
    world.actions.append(Done(change.action, duplicate, {"same_as": None}))
    world.note(kind, duplicate, {"same_as": keep})


def hand_over(world: World) -> None:
    kind = world.chance.choice(("person", "vacancy"))
    record = world.one(kind)
    if record is not None:
        now = world.papers[record].values["station"]
        world.write(kind, record, {"station": HERE if now == THERE else THERE})


def forget(world: World) -> None:
    record = world.one(world.chance.choice(("person", "person", "person", "vacancy", "referral")))
    if record is None:
        return
    world.session.run(erase(record), "erase")
    world.actions.clear()
    doomed = {record}
    while (
        more := {p.record for p in world.papers.values() if p.values.get("same_as") in doomed}
        - doomed
    ):
        doomed |= more
    for one in doomed:
        world.papers[one].erased = True


_WORK: tuple[Callable[[World], None], ...] = (
    *(add_person,) * 4,
    *(edit_person,) * 3,
    add_employer,
    visit,
    visit,
    *(add_vacancy,) * 3,
    *(edit_vacancy,) * 2,
    *(follow_up,) * 5,
    *(intent,) * 2,
    verify,
    enrol,
    *(refer,) * 5,
    *(answer,) * 5,
    *(correct,) * 2,
    *(take_back,) * 2,
    merge_two,
    hand_over,
    forget,
)
