"""Closing a month is one entry with what proves its figures."""

import hashlib
import json

import pytest

from mengzhan.model.problem import UserError
from mengzhan.rules.closing import close_month, closings, in_force
from mengzhan.rules.closing.operation import CannotClose
from mengzhan.rules.figures import Period, figures
from mengzhan.rules.reader import Positions
from mengzhan.rules.undo import undo
from mengzhan.store.session import ChangeSet
from tests.computers import Clock
from tests.rules.closing.month import MONTH, close, fill, follow_up, person
from tests.store.conftest import Station


def test_a_closing_holds_figures_evidence_and_positions(station: Station) -> None:
    calls, _ = fill(station)
    head = station.session.read().journal.head(station.session.replica)
    found = close(station)
    assert found.figures["M13"][:2] == (6, None)
    assert found.figures["M12"].above == 3
    assert found.figures["M05"].above == 2
    assert found.figures["M14"][:2] == (3, 3)
    assert found.figures["M14"].shown("M14") == "100.0"
    days = ["2026-11-05", "2026-11-12"] * 3
    pieces = sorted(["follow_up", one, 1, day] for one, day in zip(calls, days, strict=True))
    text = json.dumps([pieces, []], separators=(",", ":"))
    assert found.figures["M13"].digest == hashlib.sha256(text.encode()).hexdigest()
    assert found.positions == Positions({station.session.replica: (head.seq, head.hash)})
    assert (found.closed_on, found.month, found.former) == ("2026-11-23", MONTH, "")


def test_it_counts_the_whole_month_like_the_indicators_do(station: Station) -> None:
    fill(station)
    found = close(station)
    now = figures(station.session.read(), Period.parse(MONTH))
    assert {code: one.shown(code) for code, one in found.figures.items()} == {
        code: figure.shown for code, figure in now.items()
    }


def refused(station: Station, month: str = MONTH, reason: str = "") -> str:
    with pytest.raises(UserError) as caught:
        station.run(close_month(month, reason))
    return caught.value.code


def test_closing_again_takes_a_change_and_a_reason_and_keeps_the_former(station: Station) -> None:
    fill(station)
    first = close(station)
    assert refused(station, reason="再结一次") == "CLOSED_ALREADY"
    station.add("follow_up", follow_up(station.add("person", person(9))))
    assert refused(station) == "CLOSE_REASON_MISSING"
    assert refused(station, reason="  ") == "CLOSE_REASON_MISSING"
    second = close(station, "漏了一次回访")
    assert (second.former, second.reason) == (first.record, "漏了一次回访")
    assert second.figures["M13"].above == first.figures["M13"].above + 1
    assert closings(station.session.read(), MONTH) == [first, second]


def test_undo_takes_a_closing_back_and_the_former_counts_again(station: Station) -> None:
    fill(station)
    first = close(station)
    station.add("follow_up", follow_up(station.add("person", person(9))))
    done: ChangeSet = station.run(close_month(MONTH, "漏了一次回访"))
    assert in_force(station.session.read(), MONTH) != first
    station.run(undo(done.action))
    assert in_force(station.session.read(), MONTH) == first


def test_a_month_that_has_not_begun_is_not_closed(station: Station, clock: Clock) -> None:
    assert refused(station, "2026-12") == "MONTH_AHEAD"
    assert refused(station, "2026-13") == "MONTH_UNREADABLE"
    clock.move(days=8)
    station.run(close_month("2026-12"))


def test_an_office_closes_nothing(station: Station) -> None:
    station.session.become_office()
    with pytest.raises(CannotClose) as caught:
        station.run(close_month(MONTH))
    assert caught.value.code == "CLOSE_AT_OFFICE"
