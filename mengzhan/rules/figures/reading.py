"""What the figures of one period are counted from, read once and shared by all indicators.

Only the rows of the period are read where a day decides. What is left of erased records counts like
the records did, so that the figures of a closed month still tie; what was taken away or merged into
another record does not count. A station counts what it looked after on the day in question; records
of others, which an office sent to be offered here, are not its own.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.rules.figures.figure import Evidence
from mengzhan.rules.figures.period import Period
from mengzhan.rules.filters import Compare, Either, Empty, Every, Filter
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import (
    Part,
    Register,
    kept_of,
    one_of,
    read_register,
    with_twins,
)
from mengzhan.rules.state import WANTS_WORK, Statement, in_force
from mengzhan.rules.two_lists import Spell, read_two_lists

_HANDED_OVER = ("person", "vacancy")
"""Kinds whose records move to another station; services stay where they were made."""


class Whole:
    """What no period bounds, read once however many periods are counted: everybody, every vacancy
    and what was done for them, duplicates, and who was handed over. With a ``part`` only what is
    about its people, vacancies and employers."""

    def __init__(
        self,
        reader: Reader,
        station: str,
        unfilled_after: int | None = None,
        part: Part | None = None,
    ) -> None:
        self.reader, self.station = reader.with_residues(), station
        self.unfilled_after, self.part = unfilled_after, part
        self._twins: dict[str, Mapping[str, str]] = {}
        self._moves: dict[str, Mapping[str, Sequence[Values]]] = {}

    @cached_property
    def register(self) -> Register:
        """Everybody, every vacancy, and what was done for them."""
        return read_register(self.reader, self.part)

    @cached_property
    def statements(self) -> Mapping[str, Sequence[Statement]]:
        """What is said of each person's employment status."""
        return {person: self.register.statements(person) for person in self.register.people}

    def twins(self, kind: str) -> Mapping[str, str]:
        """Return duplicate -> the record that was kept."""
        if kind not in self._twins:
            self._twins[kind] = self.reader.duplicates(kind)
        return self._twins[kind]

    def kept(self, kind: str, record: str) -> str:
        """Return the record that was kept instead of a duplicate, or the record itself."""
        return kept_of(self.twins(kind), record)

    def naming(self, subjects: Sequence[str]) -> Filter:
        """Return the filter for records that name somebody of the part in one of some fields."""
        if self.part is None:
            return Every()
        whose = {one: with_twins(self.part.of(one), self.twins(one)) for one in subjects}
        nobody = Every(tuple(Empty(one) for one in subjects))
        return Either((*(one_of(one, records) for one, records in whose.items()), nobody))

    def counts(self, evidence: Evidence) -> bool:
        """Whether evidence is about somebody or something of the part."""
        return self.part is None or is_about(self.part, evidence)

    def moves(self, kind: str, record: str) -> Sequence[Values]:
        """Return the times at which a record was given to a station, if it ever moved."""
        if kind not in self._moves:
            self._moves[kind] = self._moved(kind) if kind in _HANDED_OVER else {}
        return self._moves[kind].get(record, ())

    def _moved(self, kind: str) -> Mapping[str, Sequence[Values]]:
        some = None if self.part is None else tuple(self.part.of(kind))
        return self.reader.earlier_sets(kind, ("at", "station"), some)


def is_about(part: Part, evidence: Evidence) -> bool:
    """Whether evidence is about somebody or something of a part; what names nobody always is, for no
    change tells that it was meant."""
    kind, record = evidence.about
    return not record or record in part.of(kind)


class Ground:
    """The records of one period at one station (``station`` empty: at all of them)."""

    def __init__(self, whole: Whole, period: Period) -> None:
        self.whole, self.period = whole, period
        self.reader, self.station = whole.reader, whole.station
        self.first, self.last = period.first.isoformat(), period.last.isoformat()

    # What happened in the period ----------------------------------------------------------------

    def within(
        self, kind: str, day: str, names: Sequence[str], subjects: Sequence[str] = ("person",)
    ) -> list[Values]:
        """Return own records whose field ``day`` lies in the period, in the order of that day;
        ``subjects`` are the fields that name whom they are about."""
        days = (Compare(day, "ge", self.first), Compare(day, "le", self.last))
        where = Every((*days, self.whole.naming(subjects)))
        rows = self.reader.columns(kind, ("created", "station", day, *subjects, *names), where)
        own = [row for row in rows if self.owns(kind, row, text_of(row, day))]
        return sorted(own, key=lambda row: [text_of(row, name) for name in (day, "created", "id")])

    @cached_property
    def visits(self) -> list[Values]:
        """Visits of the period."""
        return self.within("visit", "day", ("policies",), ("employer",))

    @cached_property
    def follow_ups(self) -> list[Values]:
        """Follow-ups of the period."""
        return self.within("follow_up", "day", ("outcome", "policies"))

    @cached_property
    def intents(self) -> list[Values]:
        """Answers about training of the period."""
        return self.within("training_intent", "day", ("willing", "start_business"))

    @cached_property
    def verifications(self) -> list[Values]:
        """Verifications of the period."""
        return self.within("verification", "day", ("result",), ("person", "employer"))

    @cached_property
    def introductions(self) -> list[Values]:
        """Referrals made in the period."""
        return self.within("referral", "day", ())

    @cached_property
    def arrivals(self) -> list[Values]:
        """Referrals whose person came in the period."""
        return self.within("referral", "arrived_on", ())

    @cached_property
    def enrolments(self) -> list[Values]:
        """Enrolments in courses that began in the period."""
        return self.within("enrolment", "started_on", ("course",))

    # What holds on its first or last day --------------------------------------------------------

    @property
    def register(self) -> Register:
        """Everybody, every vacancy, and what was done for them."""
        return self.whole.register

    @property
    def statements(self) -> Mapping[str, Sequence[Statement]]:
        """What is said of each person's employment status."""
        return self.whole.statements

    @cached_property
    def wanting_work(self) -> Sequence[str]:
        """Own people who want work on the last day."""
        found: list[str] = []
        for person, said in self.statements.items():
            told = in_force(said, self.last)
            if told is not None and told.status == WANTS_WORK:
                found.append(person)
        people = self.register.people
        return [one for one in found if self.owns("person", people[one], self.last)]

    def spells(self, part: Part) -> tuple[Sequence[Spell], Sequence[Spell]]:
        """Return the stays of some people and vacancies on their lists, up to the last day."""
        lists = read_two_lists(
            self.reader,
            self.period.last,
            unfilled_after=self.whole.unfilled_after,
            part=part,
            register=self.register,
        )
        return lists.people.spells, lists.vacancies.spells

    @cached_property
    def vacancy_spells(self) -> Sequence[Spell]:
        """The stays of all vacancies on their list."""
        return self.spells(Part(frozenset(), frozenset(self.register.vacancies)))[1]

    # Whose record it is -------------------------------------------------------------------------

    def owns(self, kind: str, row: Values, day: str) -> bool:
        """Whether the station looked after a record on a day; before a record was made, who made it
        counts."""
        if not self.station:
            return True
        moves = self.whole.moves(kind, text_of(row, "id"))
        if not moves:
            return text_of(row, "station") in ("", self.station)
        held = [text_of(move, "station") for move in moves if day_of(text_of(move, "at")) <= day]
        return (held[-1] if held else text_of(moves[0], "station")) == self.station

    # Whom it is about ---------------------------------------------------------------------------

    def about(self, kind: str, row: Values) -> tuple[str, str]:
        """Return kind and id of whom a record names in the field ``kind``; a duplicate counts as
        the one that was kept."""
        return kind, self.whole.kept(kind, text_of(row, kind))
