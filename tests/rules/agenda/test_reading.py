"""A table of days and records, and the line that each of them must give (``due_cases.csv``).

It was written before the rules. Records are told apart by their kind; a case speaks of one person
or employer, so that there is at most one line.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from mengzhan.model.entry import Value
from mengzhan.model.kinds import KINDS
from mengzhan.rules.agenda.reading import Agenda, read_agenda
from mengzhan.rules.reader import Change
from mengzhan.store import settings
from mengzhan.store.reader import StoreReader
from tests import people
from tests.computers import Clock
from tests.store.conftest import memory_ledger

_TABLE = (Path(__file__).parent / "due_cases.csv").read_text(encoding="utf-8")
CASES = list(csv.DictReader(_TABLE.splitlines()))

_BASICS: dict[str, dict[str, Value]] = {
    "person": {"name": "乌云其木格", "employment_status": "1", "residence": people.VILLAGE},
    "employer": {"name": "草原奶食店", "place": people.VILLAGE, "registered_on": "2026-11-20"},
    "vacancy": {"employer": "employer", "title": "挤奶工", "headcount": 2},
    "follow_up": {"person": "person"},
    "training_intent": {"person": "person"},
    "referral": {"person": "person", "vacancy": "v"},
    "visit": {"employer": "employer"},
    "task": {"title": "核查名单"},
}
_LISTS = ("limits", "away_months", "evidence")


def records_of(text: str) -> list[Change]:
    """Read ``person unemployed_on=2026-11-02; follow_up day=2026-11-04 outcome=F1``."""
    changes = []
    for number, part in enumerate(text.split(";")):
        kind, *fields = part.split()
        values: dict[str, Value] = dict(_BASICS[kind])
        for name, written in (field.split("=") for field in fields):
            values[name] = written.split("|") if name in _LISTS else written
            if name == "short_of_staff":
                values[name] = written == "1"
        record = kind if kind in ("person", "employer") else f"{kind}{number}"
        changes.append(Change(kind, record, values))
    return changes


def agenda_of(text: str, day: str) -> Agenda:
    connection, ledger = memory_ledger(KINDS)
    now = Clock().now
    settings.write(connection, "place", {"code": people.VILLAGE, "name": "巴彦嘎查"})
    ledger.append(records_of(text), ledger.stamp("r", "operator", "action", "test", now), now)
    return read_agenda(StoreReader(connection, KINDS), date.fromisoformat(day))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_line_of_a_case(case: dict[str, str]) -> None:
    agenda = agenda_of(case["records"], case["today"])
    shown = [
        (
            line.due.work,
            f"{line.due.by}{'!' if line.overdue else ''}",
            str(line.reason),
            "；".join(map(str, line.notes)),
        )
        for line in agenda.lines
    ]
    wanted = (case["work"], case["by"], case["reason"], case["notes"])
    assert shown == ([wanted] if case["work"] else [])
    if case["work"]:
        assert " ".join(map(str, agenda.unknown_years)) == case["unknown"]


@pytest.mark.parametrize("kind", ["referral due_on", "follow_up next_on"])
def test_what_names_nobody_is_no_line_and_stops_none(kind: str) -> None:
    nobody = f"{kind}=2026-11-05 person="
    agenda = agenda_of(f"task due_on=2026-11-04; {nobody}", "2026-11-10")
    assert [line.kind for line in agenda.lines] == ["task"]


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len(CASES) >= 60
    assert len({case["case"] for case in CASES}) == len(CASES)
