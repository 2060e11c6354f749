"""How a month stands, read beside the screen: closed or not, what to look at, what was corrected."""

from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.rules.closing import Check, Correction, Standing, checks
from mengzhan.rules.reporting import Report
from mengzhan.store.report_facts import stands_with_corrections
from mengzhan.store.session import Session


@dataclass(frozen=True)
class ClosingLook:
    """``checks`` are what to look at before it is closed (again), what blocks first."""

    month: str
    standing: Standing
    checks: Sequence[Check]
    corrections: Sequence[Correction]

    @property
    def blocked(self) -> Check | None:
        """What makes closing senseless, if anything does."""
        return next((check for check in self.checks if check.blocks), None)


def look_at_closing(session: Session, month: str, report: Report) -> ClosingLook:
    """Look at a month whose report was counted as a whole."""
    stands, corrected = stands_with_corrections(session, month)
    said = checks(session.read(), month, session.today(), report.now)
    return ClosingLook(month, stands, said, corrected)
