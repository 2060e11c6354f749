"""How a month stands, read beside the screen: closed or not, what to look at, what was corrected."""

from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.rules.closing import Check, Correction, Standing, checks, corrections, standing
from mengzhan.rules.reporting import Report
from mengzhan.store.past import past
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
    reader = session.read()
    stands = standing(reader, month)
    found: Sequence[Correction] = ()
    if stands.close is not None and stands.changed:
        with past(session, stands.close.positions) as then:
            found = corrections(reader, then, stands.close)
    said = checks(reader, month, session.today(), report.now)
    return ClosingLook(month, stands, said, found)
