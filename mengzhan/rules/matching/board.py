"""Matching over the records of one day: read once, asked both ways, kept up with edits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.filters import Filter
from mengzhan.rules.matching import blocking
from mengzhan.rules.matching.facts import Seeker
from mengzhan.rules.matching.gathering import read_openings, read_seekers
from mengzhan.rules.matching.index import Index, index_of
from mengzhan.rules.matching.matches import Match, best, explain
from mengzhan.rules.matching.weights import Weights
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import one_of, touched

TOP = 20
"""How many hits and near misses a list shows, unless more are asked for."""

_NOT_LOOKING = QT_TRANSLATE_NOOP(
    "model", "本人登记的是“{status}”，不在找工作的人里；下面的岗位供参考。"
)
_NOT_OFFERED = QT_TRANSLATE_NOOP("model", "这个岗位还没登记生效或已撤下，不再找人。")
_FAR = QT_TRANSLATE_NOOP("model", "另有 {count} 条条件都够，只是工种不沾边，没有列出。")


@dataclass(frozen=True)
class Found:
    """Who or what fits one subject: the best hits and near misses, and how many there are.

    ``far`` counts pairs that lack nothing but whose trades have nothing in common, as far as they
    were read (a board around one record leaves them out).
    """

    hits: list[Match] = field(default_factory=list)
    near: list[Match] = field(default_factory=list)
    hit_count: int = 0
    near_count: int = 0
    far: int = 0
    remark: Message | None = None

    def rest(self) -> Message | None:
        """How many are left out because of the trade, if any."""
        return Message(_FAR, {"count": self.far}) if self.far else None


class Board:
    """The people who look for work and the vacancies offered on a day.

    ``around`` narrows what is read to one person or vacancy, for stores too large to be read whole.
    """

    def __init__(
        self,
        reader: Reader,
        day: date,
        weights: Weights,
        own_station: str = "",
        around: tuple[str, str] | None = None,
    ) -> None:
        self.day, self.weights, self._own = day, dict(weights), own_station
        self.index = Index(weights)
        self._aside: dict[str, Seeker] = {}
        people, vacancies = self._narrowed(reader, around)
        for seeker in read_seekers(reader, day, people).values():
            self._put(seeker)
        for opening in read_openings(reader, day, own_station, vacancies).values():
            self.index.put_opening(opening)

    def _narrowed(
        self, reader: Reader, around: tuple[str, str] | None
    ) -> tuple[Filter | None, Filter | None]:
        """What to read of people and of vacancies."""
        if around is None:
            return None, None
        kind, record = around
        itself = one_of("id", (record,))
        if kind == "person":
            seeker = read_seekers(reader, self.day, itself).get(record)
            return itself, blocking.openings_for(seeker, self.day) if seeker else itself
        opening = read_openings(reader, self.day, self._own, itself).get(record)
        return blocking.people_for(opening) if opening else itself, itself

    def _put(self, seeker: Seeker) -> None:
        """People who do not look for work are known, and found by nobody."""
        if seeker.wants_work:
            self._aside.pop(seeker.record, None)
            self.index.put_seeker(seeker)
        else:
            self.index.drop_seeker(seeker.record)
            self._aside[seeker.record] = seeker

    def follow(self, reader: Reader, changed: Iterable[tuple[str, str]]) -> None:
        """Take up what records say after a change; only their own pairs are judged again."""
        part = touched(reader, changed)
        found = read_seekers(reader, self.day, one_of("id", part.people))
        for record in part.people - found.keys():
            self.index.drop_seeker(record)
            self._aside.pop(record, None)
        for seeker in found.values():
            self._put(seeker)
        offers = read_openings(reader, self.day, self._own, one_of("id", part.vacancies))
        for record in part.vacancies - offers.keys():
            self.index.drop_opening(record)
        for opening in offers.values():
            self.index.put_opening(opening)

    def weigh(self, weights: Weights) -> None:
        """Take other weights."""
        self.weights = dict(weights)
        self.index = index_of(self.index.seekers.values(), self.index.openings.values(), weights)

    # Answers ------------------------------------------------------------------------------------

    def find(self, kind: str, record: str, top: int = TOP) -> Found | None:
        """Return what fits a person or a vacancy; ``None`` if it is not there."""
        if kind == "person":
            return self._openings_for(record, top)
        return self._people_for(record, top) if kind == "vacancy" else None

    def _people_for(self, vacancy: str, top: int) -> Found | None:
        opening = self.index.openings.get(vacancy)
        if opening is None:
            return None
        row = self.index.row(vacancy)
        seekers = self.index.seekers

        def shown(found: Mapping[str, int]) -> list[Match]:
            return [
                explain(seekers[one], opening, self.weights) for one in best(found.items(), top)
            ]

        remark = None if opening.offered else Message(_NOT_OFFERED)
        far = self.index.far_from(vacancy)
        return Found(shown(row.hits), shown(row.near), len(row.hits), len(row.near), far, remark)

    def _openings_for(self, person: str, top: int) -> Found | None:
        aside = self._aside.get(person)
        if aside is None and person not in self.index.seekers:
            return None
        if aside is not None:
            self.index.put_seeker(aside)
        try:
            return self._asked(self.index.seekers[person], top, aside)
        finally:
            if aside is not None:
                self.index.drop_seeker(person)

    def _asked(self, seeker: Seeker, top: int, aside: Seeker | None) -> Found:
        row = self.index.openings_for(seeker.record)
        openings = self.index.openings

        def shown(found: Mapping[str, int]) -> list[Match]:
            return [
                explain(seeker, openings[one], self.weights) for one in best(found.items(), top)
            ]

        status = code_table("employment_status").label(seeker.status)
        remark = Message(_NOT_LOOKING, {"status": status}) if aside else None
        far = self.index.far_for(seeker.record)
        return Found(shown(row.hits), shown(row.near), len(row.hits), len(row.near), far, remark)
