"""What follows edits equals what is worked out anew, whatever was changed."""

import random
from collections.abc import Iterator
from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.rules.agenda.reading import agenda_of, follow_standing, read_agenda, read_standing
from mengzhan.rules.reader import Change
from mengzhan.store import settings
from mengzhan.store.reader import StoreReader
from tests import people
from tests.computers import Clock
from tests.store.conftest import memory_ledger

TODAY = date(2026, 11, 23)
_DAYS = ("2026-04-01", "2026-09-30", "2026-10-20", "2026-11-02", "2026-11-19", "2026-11-30")
_COUNTS = {
    "person": 8,
    "employer": 4,
    "vacancy": 6,
    "follow_up": 20,
    "referral": 12,
    "visit": 6,
    "training_intent": 4,
    "enrolment": 3,
    "task": 3,
}


class _Desk:
    """Makes changes up."""

    def __init__(self, seed: int) -> None:
        self.seed = random.Random(seed)

    def _day(self) -> Value:
        return self.seed.choice((*_DAYS, None))

    def _some(self, kind: str) -> str:
        return f"{kind}{self.seed.randrange(_COUNTS[kind])}"

    def values(self, kind: str) -> dict[str, Value]:
        seed, day = self.seed, self._day
        station = seed.choice((people.VILLAGE, people.VILLAGE, people.OTHER_VILLAGE, None))
        put_off: dict[str, Value] = {"put_off_until": day(), "put_off_reason": "1"}
        if kind == "person":
            return {
                "name": people.name(seed.randrange(3)),
                "residence": seed.choice((people.VILLAGE, None)),
                "area_group": seed.choice(("一组", "二组")),
                "employment_status": seed.choice(("1", "2")),
                "unemployed_on": day(),
                "deregistered_on": seed.choice((None, None, "2026-11-10")),
                "graduated_on": seed.choice((None, None, "2026-06-30")),
                "registered_on": day(),
                "birth_date": seed.choice(("1966-01-01", "1990-05-05", None)),
                "sex": seed.choice(("1", "2")),
                "limits": seed.choice((None, ["3"])),
                "station": station,
                **put_off,
            }
        if kind == "employer":
            name = seed.choice(("草原奶食店", "白云饭馆"))
            short = seed.choice((True, False))
            more: dict[str, Value] = {"name": name, "short_of_staff": short, "station": station}
            return {"place": people.VILLAGE, "registered_on": day(), **more, **put_off}
        if kind == "vacancy":
            title = {"title": seed.choice(("挤奶工", "厨师")), "headcount": seed.randint(1, 3)}
            days = {"registered_on": day(), "valid_until": day(), "closed_on": day()}
            owner = {"employer": self._some("employer"), "station": station}
            return {**title, **owner, **days, **put_off}
        if kind == "follow_up":
            outcome = seed.choice(("F1", "F2", "F9", "FA"))
            return {
                "person": self._some("person"),
                "day": seed.choice(_DAYS),
                "outcome": outcome,
                "next_on": day(),
            }
        if kind == "referral":
            whom = {"person": self._some("person"), "vacancy": self._some("vacancy")}
            days = {"day": seed.choice(_DAYS), "due_on": day(), "arrived_on": day()}
            return {**whom, **days, "left_on": seed.choice((None, None, "2026-11-20"))}
        if kind == "visit":
            return {
                "employer": self._some("employer"),
                "day": seed.choice(_DAYS),
                "demand": seed.choice((None, "缺人")),
                "closed_on": day(),
            }
        if kind == "task":
            return {"title": seed.choice(("核查", "上报")), "due_on": day(), "done_on": day()}
        started: dict[str, Value] = {"person": self._some("person"), "result": "3"}
        return {**started, ("day" if kind == "training_intent" else "started_on"): day()}

    def everything(self) -> Iterator[Change]:
        for kind, count in _COUNTS.items():
            yield from (Change(kind, f"{kind}{n}", self.values(kind)) for n in range(count))

    def change(self) -> Change:
        """An edit of some fields, a removal or return, a merge or its end."""
        kind = self.seed.choice([*_COUNTS])
        record = self._some(kind)
        what = self.seed.random()
        if what < 0.1:
            return Change(kind, record, {"deleted": self.seed.choice((True, False))})
        if what < 0.25 and kind in ("person", "employer", "vacancy"):
            same = self.seed.choice((None, self._some(kind)))
            return Change(kind, record, {"same_as": same if same != record else None})
        values = self.values(kind)
        chosen = self.seed.sample([*values], self.seed.randint(1, len(values)))
        return Change(kind, record, {name: values[name] for name in chosen})


@pytest.mark.parametrize("seed", range(25))
def test_after_any_change_it_equals_a_fresh_one(seed: int) -> None:
    connection, ledger = memory_ledger()
    now, desk = Clock().now, _Desk(seed)
    settings.write(connection, "place", {"code": people.VILLAGE, "name": "巴彦嘎查"})
    reader = StoreReader(connection, KINDS)

    def write(changes: list[Change]) -> list[tuple[str, str]]:
        ledger.append(changes, ledger.stamp("r", "operator", "action", "test", now), now)
        return [(change.kind, change.record) for change in changes]

    write([*desk.everything()])
    standing = read_standing(reader, TODAY)
    shown = 0
    for _ in range(40):
        changed = write([desk.change() for _ in range(desk.seed.choice((1, 1, 3)))])
        standing = follow_standing(standing, reader, TODAY, changed)
        fresh = read_agenda(reader, TODAY)
        assert agenda_of(standing, TODAY) == fresh
        shown += len(fresh.lines) + len(fresh.put_off)
    assert shown > 40
