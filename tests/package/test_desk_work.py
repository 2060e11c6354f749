"""What waits at the desk: the package of last month until it is written, verdicts to fix, drafts."""

from datetime import date
from pathlib import Path

import pytest

from mengzhan.model.ruling import Ruling
from mengzhan.package.desk_work import DRAFT, FIX, SEND, read_day
from mengzhan.rules.visit_sheets import line_code
from mengzhan.store.driver import Connection
from mengzhan.store.exchange import Exchange, ReceivedVerdict, SentPackage
from mengzhan.store.papers import SHEET_DRAFT
from mengzhan.store.session import Session
from tests import people, stations


@pytest.fixture
def session(tmp_path: Path):  # type: ignore[no-untyped-def]
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()


def waiting(session: Session, day: date) -> list[tuple[str, str, bool]]:
    lines = read_day(session, day).lines
    return [(line.kind, str(line.reason), line.overdue) for line in lines]


def test_the_package_of_last_month_is_asked_for_until_it_is_written(session: Session) -> None:
    stations.log(session, "person", people.person_values(1))
    assert waiting(session, date(2026, 12, 2)) == []
    session.set_setting("office", {"code": "150102", "name": "新城区"})
    assert waiting(session, date(2026, 11, 24)) == []
    words = "11 月的报送包还没做，最晚 2026-12-07"
    assert waiting(session, date(2026, 12, 2)) == [(SEND, words, False)]
    late = "11 月的报送包还没做，已过 2 天"
    assert waiting(session, date(2026, 12, 9)) == [(SEND, late, True)]
    sent = SentPackage(1, "report", "2026-12-01T02:00:00.000Z", "a.mzp", 1, "00", {}, ())
    session.store.writer.run(lambda c: Exchange(c).add_sent(sent))
    assert waiting(session, date(2026, 12, 9)) == []


def test_drafts_wait_too(session: Session) -> None:
    session.save_draft("d", "person", "p", {"name": "苏和"})
    assert waiting(session, date(2026, 11, 23)) == [(DRAFT, "没存完的草稿 1 份", False)]


def test_what_the_office_wants_put_right_waits_until_it_is_done(session: Session) -> None:
    day = date(2026, 11, 23)
    fixes = [
        ReceivedVerdict("p", "person", name, Ruling.FIX, "R1", "核对", 1, done)
        for name, done in (("phone", False), ("name", False), ("address", True))
    ]

    def put(connection: Connection) -> None:
        for one in fixes:
            Exchange(connection).put_verdict(one)

    session.store.writer.run(put)
    assert waiting(session, day) == [(FIX, "上级请改 2 处", False)]


def test_the_lines_of_a_visit_sheet_are_one_draft(session: Session) -> None:
    for sheet in ("KM7", "KM8"):
        for line in range(1, 4):
            session.save_draft(line_code(sheet, line), SHEET_DRAFT, f"p{line}", {"outcome": "F1"})
    session.save_draft("d", "person", "p", {"name": "苏和"})
    assert waiting(session, date(2026, 11, 23)) == [(DRAFT, "没存完的草稿 3 份", False)]
