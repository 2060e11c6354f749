"""Opening 月报 at a large station: ``python -m tests.bench.month_page [PEOPLE]``.

What the page asks for: the month, the one before, the year so far, and for its charts some figures
of every month of the year; three services for each person. Floor: SQL written by hand that counts
the same figures of the same periods, on the same encrypted store in the same run. The page itself
is on the screen at once; the last line is the time until then, with figures counted before.
"""

import os
import sys
import tempfile
from collections.abc import Collection
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from mengzhan.rules.figures import Period
from mengzhan.rules.operations import edit
from mengzhan.rules.reporting.report import DONE_EACH_MONTH, LISTED_EACH_MONTH
from mengzhan.store.driver import Connection
from mengzhan.store.session import Session
from mengzhan.ui.app import make_application
from mengzhan.ui.background import Jobs
from mengzhan.ui.pages.reporting.month_page import MonthPage
from mengzhan.ui.pages.reporting.reports_now import ReportsNow
from mengzhan.ui.pictures import settle
from mengzhan.ui.workspace import Workspace
from tests.bench.figures import show, timed
from tests.bench.floor import QUERIES
from tests.bench.monthly import TODAY, fill
from tests.bench.people import station_of

_MONTH = Period.month_of(TODAY)
_EACH = (*DONE_EACH_MONTH, *LISTED_EACH_MONTH)


def by_hand(connection: Connection) -> None:
    """Count what the page shows."""
    for period in (_MONTH, _MONTH.previous(), Period.year_to_date(TODAY)):
        _count(connection, period, QUERIES)
    for month in range(1, TODAY.month + 1):
        _count(connection, Period.month_of(date(TODAY.year, month, 1)), _EACH)


def _count(connection: Connection, period: Period, codes: Collection[str]) -> None:
    days = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    for code in codes:
        connection.execute(QUERIES[code], days).fetchone()


def _edited(session: Session, reports: ReportsNow, number: int) -> None:
    session.run(edit(f"f{number}", {"outcome": "F2"}), "edit follow_up")
    reports.report(_MONTH)


def main() -> None:
    """Print the figures."""
    application = make_application()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        session = station_of(count, Path(name))
        fill(session)
        connection = session.read().connection
        floor = timed("SQL by hand (floor)", lambda _: by_hand(connection), range(3))
        reports = ReportsNow(session)
        reports.report(_MONTH)
        measured = [
            timed("counted the first time", lambda _: ReportsNow(session).report(_MONTH), range(3)),
            timed("nothing changed since", lambda _: reports.report(_MONTH), range(4)),
            timed("after one edit", lambda at: _edited(session, reports, at), range(3)),
        ]
        jobs = Jobs()
        page = MonthPage(Workspace(session, jobs))
        page.show()
        settle(jobs)

        def visit(_turn: int) -> None:
            page.hide()
            page.refresh()
            page.show()

        measured.append(timed("page shown again", visit, range(3)))
        show(measured, floor)
        jobs.stop()
        session.close()
    del application


if __name__ == "__main__":
    main()
