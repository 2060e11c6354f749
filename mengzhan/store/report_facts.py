"""What the papers of a report need beside its figures, read from a data folder."""

from collections.abc import Sequence

from mengzhan.rules.closing import Close, Correction, Standing, corrections, standing
from mengzhan.rules.reporting import Report
from mengzhan.rules.reporting.apart import groups_apart, places_apart
from mengzhan.rules.reporting.particulars import Particulars
from mengzhan.rules.reporting.standing_words import corrections_in_chinese, standing_in_chinese
from mengzhan.store.past import past
from mengzhan.store.session import Session


def stands_with_corrections(session: Session, month: str) -> tuple[Standing, Sequence[Correction]]:
    """Return how a month (``2026-11``) stands, and what was corrected since it was closed."""
    stands = standing(session.read(), month)
    return stands, corrections_of(session, stands.close) if stands.changed else ()


def corrections_of(session: Session, close: Close | None) -> Sequence[Correction]:
    """Return what has changed since a closing of this station; nothing without one."""
    if close is None:
        return ()
    with past(session, close.positions) as then:
        return corrections(session.read(), then, close)


def particulars_of(
    session: Session,
    report: Report,
    stands: Standing | None,
    corrected: Sequence[Correction] = (),
) -> Particulars:
    """Return what stands beside the figures; ``stands`` is none of a quarter or a year."""
    reader = session.read()
    return Particulars(
        session.place.name,
        standing_in_chinese(stands),
        session.operator.name,
        places_apart(reader, report.now),
        groups_apart(reader, report.now),
        corrections_in_chinese(corrected, reader.title),
    )
