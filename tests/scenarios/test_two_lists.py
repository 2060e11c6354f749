"""Three months at a station, day by day: who stands on the two lists, counted beside the program.

The tally below knows nothing of dates in records. It changes a flag when something happens and
looks every evening who should stand where. The program must agree on the evening itself and, at
the end, on every evening that has passed; and whoever left must have a reason and a record.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from mengzhan.model.codes import code_table
from mengzhan.rules.leaving import take_off
from mengzhan.rules.months import months_later
from mengzhan.rules.operations import add, edit, merge
from mengzhan.rules.reader import Operation
from mengzhan.rules.referrals import (
    record_arrival,
    record_left,
    record_result,
    record_stay_check,
    refer,
)
from mengzhan.rules.two_lists import ListOn, Movement, Spell, read_two_lists
from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from mengzhan.ui.pages.referring.lists_now import ListsNow
from tests import people, stations

FIRST, DAYS = date(2026, 9, 1), 91
LAST = FIRST + timedelta(days=DAYS - 1)
WEEK = timedelta(days=7)

WANTS_AFTER = dict.fromkeys(("F2", "F3", "F4", "F5", "F6", "F7", "F8", "FC"), False) | {"F1": True}
"""Whether a person wants work after a follow-up; F9, FA and FB tell nothing."""

OFF_THE_BOOKS = ("X01", "X03", "X06", "X08", "X09", "X10")
REFUSALS = ("3", "4", "5", "6", "7", "8", "9")


@dataclass
class Slip:
    """An introduction as the station remembers it."""

    record: str
    person: str
    vacancy: str
    until: date
    answered: bool = False
    arrived: date | None = None
    left: bool = False

    @property
    def works(self) -> bool:
        return self.arrived is not None and not self.left


@dataclass
class Offer:
    """A vacancy as the station remembers it."""

    posted: date
    headcount: int
    until: date
    closed: bool = False


@dataclass
class Tally:
    """A station at work, and what it would write on two sheets of paper."""

    session: Session
    chance: random.Random
    wants: dict[str, bool] = field(default_factory=dict)
    registered: set[str] = field(default_factory=set)
    slips: list[Slip] = field(default_factory=list)
    offers: dict[str, Offer] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    evenings: dict[date, tuple[set[str], set[str]]] = field(default_factory=dict)
    done: Counter[str] = field(default_factory=Counter)
    number: int = 0

    def __post_init__(self) -> None:
        self.now = ListsNow(self.session)

    @property
    def today(self) -> date:
        return self.session.today()

    def run(self, operation: Operation, words: str) -> list[str]:
        """Do something and return the records that it touched."""
        change = self.session.run(operation, words)
        self.done[words] += 1
        return sorted(record for _, record in change.records)

    # What the sheets say ------------------------------------------------------------------------

    def out_of_work(self) -> set[str]:
        waiting = {s.person for s in self.slips if not s.answered and self.today <= s.until}
        return {person for person, wants in self.wants.items() if wants} - waiting

    def places(self, vacancy: str) -> int:
        works = sum(slip.works for slip in self.slips if slip.vacancy == vacancy)
        return self.offers[vacancy].headcount - works

    def unfilled(self) -> set[str]:
        return {
            vacancy
            for vacancy, offer in self.offers.items()
            if not offer.closed
            and offer.posted + WEEK <= self.today <= offer.until
            and self.places(vacancy) > 0
        }

    # What happens on a day ----------------------------------------------------------------------

    def someone(self, of: list[str]) -> str | None:
        """Somebody to whom nothing has happened today."""
        free = [record for record in of if record not in self.touched]
        if not free:
            return None
        chosen = self.chance.choice(free)
        self.touched.add(chosen)
        return chosen

    def register(self) -> None:
        self.number += 1
        wants = self.chance.random() < 0.85
        more = {"registered_on": self.today.isoformat(), "status_on": self.today.isoformat()}
        if self.chance.random() < 0.5:
            more["unemployed_on"] = self.today.isoformat()
        status = "1" if wants else "2"
        values = people.person_values(self.number, employment_status=status, **more)
        (record,) = self.run(add("person", values), "register")
        self.wants[record] = wants
        self.touched.add(record)
        if "unemployed_on" in more:
            self.registered.add(record)

    def offer(self, employer: str) -> None:
        until = self.today + timedelta(days=self.chance.choice((12, 30, 30)))
        headcount = self.chance.choice((1, 1, 2, 3))
        values = people.vacancy_values(
            employer,
            headcount=headcount,
            registered_on=self.today.isoformat(),
            valid_until=until.isoformat(),
        )
        (record,) = self.run(add("vacancy", values), "offer")
        self.offers[record] = Offer(self.today, headcount, until)

    def introduce(self) -> None:
        wanted = [v for v, o in self.offers.items() if not o.closed and self.places(v) > 0]
        chosen = [one for one in (self.someone([*self.wants]) for _ in range(2)) if one]
        if not wanted or not chosen:
            return
        vacancy = self.chance.choice(wanted)
        before = set(self.session.read().texts_ever("referral", "letter_no", "介"))
        records = self.run(refer(chosen, vacancy, self.today), "refer")
        after = self.session.read().texts_ever("referral", "letter_no", "介")
        assert len(set(after) - before) == len(records) == len(chosen)
        for record in records:
            person = str(self.session.read().record("referral", record)["person"])  # type: ignore[index]
            self.slips.append(Slip(record, person, vacancy, self.today + WEEK))

    def answer(self) -> None:
        waiting = [s for s in self.slips if not s.answered and s.person not in self.touched]
        if not waiting:
            return
        slip = self.chance.choice(waiting)
        self.touched.add(slip.person)
        luck = self.chance.random()
        if luck < 0.2:
            self.run(record_result(slip.record, "1", self.today), "interview")
            slip.until = self.today + WEEK
        elif luck < 0.6 and self.places(slip.vacancy) > 0:
            self.run(record_arrival(slip.record, self.today, {"evidence": ["1"]}), "arrive")
            slip.answered, slip.arrived = True, self.today
            self.wants[slip.person] = False
        elif luck < 0.7:
            self.run(record_result(slip.record, "X", self.today), "give up the slip")
            slip.answered = True
        else:
            self.run(record_result(slip.record, self.chance.choice(REFUSALS), self.today), "refuse")
            slip.answered = True

    def look_after(self) -> None:
        """Stays are checked when they are due; somebody may have left."""
        for slip in self.slips:
            if not slip.works or slip.person in self.touched or slip.arrived is None:
                continue
            if self.chance.random() < 0.02:
                self.touched.add(slip.person)
                self.run(record_left(slip.record, self.today), "leave work")
                slip.left = True
                self.wants[slip.person] = True
            elif self.today in (months_later(slip.arrived, 1), months_later(slip.arrived, 3)):
                months = 1 if self.today == months_later(slip.arrived, 1) else 3
                self.run(record_stay_check(slip.record, months, self.today), "check a stay")

    def ask(self) -> None:
        person = self.someone([*self.wants])
        if person is None:
            return
        outcome = self.chance.choice(code_table("followup_outcome").offered).code
        values = people.follow_up_values(person, day=self.today.isoformat(), outcome=outcome)
        self.run(add("follow_up", values), "follow up")
        self.wants[person] = WANTS_AFTER.get(outcome, self.wants[person])

    def strike_off(self) -> None:
        person = self.someone([one for one in sorted(self.registered) if self.wants[one]])
        if person is not None:
            self.run(take_off(person, self.chance.choice(OFF_THE_BOOKS), self.today), "strike off")
            self.registered.discard(person)
            self.wants[person] = False

    def correct_the_form(self) -> None:
        """Somebody changes the status in the form and does not think of a date."""
        person = self.someone([*self.wants])
        if person is not None:
            stands_there = (self.session.read().record("person", person) or {})["employment_status"]
            status = "3" if stands_there == "1" else "1"
            self.run(edit(person, {"employment_status": status}), "edit a person")
            self.wants[person] = status == "1"

    def close(self) -> None:
        open_ = [v for v, o in self.offers.items() if not o.closed and o.until >= self.today]
        if open_:
            vacancy = self.chance.choice(open_)
            self.run(take_off(vacancy, self.chance.choice("346"), self.today), "close")
            self.offers[vacancy].closed = True

    def prolong(self) -> None:
        ending = [
            (v, o)
            for v, o in self.offers.items()
            if not o.closed and self.today <= o.until <= self.today + timedelta(days=3)
        ]
        for vacancy, offer in ending[:1]:
            offer.until = self.today + timedelta(days=30)
            self.run(edit(vacancy, {"valid_until": offer.until.isoformat()}), "prolong")

    def slip_of_the_hand(self) -> None:
        """Somebody records nonsense and takes it back at once."""
        person = self.someone([*self.wants])
        open_ = [vacancy for vacancy, offer in self.offers.items() if not offer.closed]
        if person is None or not open_:
            return
        wrong = (
            take_off(person, "F2", self.today),
            edit(person, {"employment_status": "5"}),
            refer([person], self.chance.choice(open_), self.today),
        )
        change = self.session.run(self.chance.choice(wrong), "slip of the hand")
        self.run(undo(change.action), "take back")

    def register_twice(self) -> None:
        """A person is registered again, and a follow-up goes to the second record."""
        person = self.someone([one for one, wants in self.wants.items() if wants])
        if person is None:
            return
        self.number += 1
        (twin,) = self.run(add("person", people.person_values(self.number)), "register twice")
        self.run(merge(twin, person), "merge")
        values = people.follow_up_values(twin, day=self.today.isoformat(), outcome="F7")
        self.run(add("follow_up", values), "follow up a twin")
        self.wants[person] = False


@pytest.fixture(scope="module")
def tally(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tally]:
    """The three months, with the sheets of every evening."""
    session = stations.open_station(tmp_path_factory.mktemp("station") / "data")
    clock = session.clock
    clock.now = datetime(FIRST.year, FIRST.month, FIRST.day, 1, tzinfo=UTC)  # type: ignore[attr-defined]
    made = Tally(session, random.Random(20260901))
    employer = stations.log(session, "employer", people.employer_values(1))
    for day in range(DAYS):
        live_a_day(made, employer, day)
        clock.move(days=1, seconds=-3600)  # type: ignore[attr-defined]
        clock.now = clock.now.replace(hour=1)  # type: ignore[attr-defined]
    clock.now = datetime(LAST.year, LAST.month, LAST.day, 12, tzinfo=UTC)  # type: ignore[attr-defined]
    yield made
    session.store.close()


def live_a_day(tally: Tally, employer: str, day: int) -> None:
    tally.touched.clear()
    # somebody looks at the lists in the morning: the window then follows what happens
    tally.now.lines("person", "standing")
    if day < 3 or tally.chance.random() < 0.5:
        tally.register()
        tally.register()
    if day < 2 or tally.chance.random() < 0.25:
        tally.offer(employer)
    tally.look_after()
    tally.introduce()
    for act in (tally.answer, tally.answer, tally.ask, tally.ask):
        act()
    for act, chance in (
        (tally.strike_off, 0.1),
        (tally.correct_the_form, 0.2),
        (tally.close, 0.07),
        (tally.prolong, 0.5),
        (tally.slip_of_the_hand, 0.3),
        (tally.register_twice, 0.15),
    ):
        if tally.chance.random() < chance:
            act()
    today = tally.today
    assert today == FIRST + timedelta(days=day)
    tally.evenings[today] = (tally.out_of_work(), tally.unfilled())
    lists = read_two_lists(tally.session.read(), today)
    assert {line.spell.record for line in lists.people.standing()} == tally.evenings[today][0], day
    assert {line.spell.record for line in lists.vacancies.standing()} == tally.evenings[today][1]
    fresh = ListsNow(tally.session)
    for kind in ("person", "vacancy"):
        assert tally.now.lines(kind, "standing") == fresh.lines(kind, "standing"), day
        assert tally.now.lines(kind, "left") == fresh.lines(kind, "left"), day


def at_the_end(tally: Tally) -> tuple[ListOn, ListOn]:
    lists = read_two_lists(tally.session.read(), LAST)
    return lists.people, lists.vacancies


def stands(spell: Spell, day: date) -> bool:
    return spell.listed_on <= day.isoformat() < (spell.left_on or "9")


def test_the_lists_still_say_of_every_evening_what_was_seen_then(tally: Tally) -> None:
    for which, listed in enumerate(at_the_end(tally)):
        for day, sheets in tally.evenings.items():
            assert {s.record for s in listed.spells if stands(s, day)} == sheets[which], day


def test_whoever_left_has_a_reason_and_a_record_behind_it(tally: Tally) -> None:
    reader = tally.session.read()
    for listed in at_the_end(tally):
        left = [spell for spell in listed.spells if not spell.lasts]
        assert len(left) > 15
        for spell in left:
            assert spell.way is not None
            state = reader.state(spell.way.record)
            assert state is not None, spell
            assert not state.deleted
            assert state.kind == spell.way.kind
            assert code_table(spell.way.table).get(spell.way.code) is not None, spell
            assert str(spell.way.words)


def test_the_counts_tie_in_every_month(tally: Tally) -> None:
    months = (
        (date(2026, 9, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), date(2026, 11, 30)),
        (FIRST, LAST),
    )
    print()
    for which, listed in enumerate(at_the_end(tally)):
        for first, last in months:
            movement = listed.movement(first, last)
            assert movement == counted(tally, which, first, last)
            assert movement.before + movement.came - movement.left == movement.after
            assert len(listed.left(first, last)) == movement.left
            print(f"{listed.kind} {first} {last} {movement}")
        assert movement.left > 15


def counted(tally: Tally, which: int, first: date, last: date) -> Movement:
    """Count from evening to evening who is there and was not, and the other way round."""
    before = tally.evenings.get(first - timedelta(days=1), (set(), set()))[which]
    came = left = 0
    standing = before
    for step in range((last - first).days + 1):
        evening = tally.evenings[first + timedelta(days=step)][which]
        came += len(evening - standing)
        left += len(standing - evening)
        standing = evening
    return Movement(len(before), came, left, len(standing))


def test_everything_that_may_happen_happened(tally: Tally) -> None:
    acts = ("arrive", "interview", "refuse", "give up the slip", "leave work", "check a stay")
    others = ("strike off", "edit a person", "close", "prolong", "take back", "merge", "follow up")
    assert {name for name in (*acts, *others) if not tally.done[name]} == set()
    overdue = [slip for slip in tally.slips if not slip.answered and slip.until < LAST]
    assert overdue


def test_no_overdue_slip_counts_as_success(tally: Tally) -> None:
    reader = tally.session.read()
    people_list = at_the_end(tally)[0]
    good = {code.code for code in code_table("referral_result") if code.flag("is_success")}
    ways = [spell.way for spell in people_list.spells if spell.way is not None]
    successes = {way.record for way in ways if way.table == "referral_result" and way.code in good}
    arrived = {slip.record for slip in tally.slips if slip.arrived is not None}
    assert successes
    assert successes <= arrived
    for record in successes:
        assert (reader.record("referral", record) or {})["arrived_on"]


def test_no_number_was_given_out_twice(tally: Tally) -> None:
    numbers = tally.session.read().texts_ever("referral", "letter_no", "介〔2026〕")
    assert len(numbers) == len(set(numbers)) >= len(tally.slips)


def test_the_tables_come_out_equal_when_they_are_made_anew(tally: Tally, tmp_path: Path) -> None:
    from mengzhan.store.ledger import Ledger

    session = tally.session
    before = at_the_end(tally)
    session.store.writer.run(lambda c: Ledger(c, session.catalogue).rebuild())
    after = at_the_end(tally)
    for one, other in zip(before, after, strict=True):
        assert sorted(one.spells, key=str) == sorted(other.spells, key=str)
