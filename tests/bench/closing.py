"""Closing a month at a large station: ``python -m tests.bench.closing [PEOPLE]``.

Floor: counting the figures of the month once, which nothing that closes a month can do without.
"""

import sys
import tempfile
from pathlib import Path

from mengzhan.rules.anomalies import anomalies
from mengzhan.rules.closing import close_month, corrections, in_force, standing
from mengzhan.rules.figures import figures
from mengzhan.rules.operations import edit, together
from mengzhan.store.past import past
from mengzhan.store.session import Session
from tests.bench.figures import show, timed
from tests.bench.monthly import MONTH, fill
from tests.bench.people import station_of

WRITTEN = "2026-11"
CHANGED = 500


def _change(session: Session) -> None:
    """Change the day of some follow-ups after the closing."""
    found = [row["id"] for row in session.read().columns("follow_up", ())][:CHANGED]
    session.run(together(*(edit(str(one), {"day": "2026-11-02"}) for one in found)), "edit")


def _look_back(session: Session) -> None:
    close = in_force(session.read(), WRITTEN)
    if close is not None:
        with past(session, close.positions):
            pass


def _correct(session: Session) -> int:
    close = in_force(session.read(), WRITTEN)
    if close is None:
        return 0
    with past(session, close.positions) as then:
        return sum(len(one.changes) for one in corrections(session.read(), then, close))


def main() -> None:
    """Print what each step takes."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as name:
        session = station_of(count, Path(name))
        fill(session)
        reader = session.read()
        floor = timed("figures once (floor)", lambda _: figures(reader, MONTH), range(3))
        now = figures(reader, MONTH)
        odd = timed(
            "anomalies, figures known", lambda _: anomalies(reader, MONTH, now=now), range(3)
        )
        closing = timed(
            "closing", lambda _: session.run(close_month(WRITTEN), "close month_close"), range(1)
        )
        _change(session)
        measured = [
            timed("how the month stands", lambda _: standing(reader, WRITTEN), range(3)),
            timed("the past laid out", lambda _: _look_back(session), range(3)),
            timed(f"corrections after {CHANGED} changes", lambda _: _correct(session), range(2)),
        ]
        show([odd, closing, *measured], floor)
        print(f"{_correct(session)} changes told")
        session.close()


if __name__ == "__main__":
    main()
