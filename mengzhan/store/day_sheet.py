"""The sheet of a day as it is printed: numbered as every visit sheet, so that it is keyed in alike."""

from collections.abc import Callable, Sequence

from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.agenda.sheet import (
    PURPOSE,
    DayLine,
    other_lines,
    people_of,
    with_reasons,
)
from mengzhan.rules.visit_sheets import VisitSheet
from mengzhan.store.papers import new_sheets, remember_sheets
from mengzhan.store.session import Session


def day_sheet(
    session: Session, lines: Sequence[Line]
) -> tuple[list[VisitSheet], list[DayLine], Callable[[], None]]:
    """Return the sheets for the people of some lines, the other lines, and what is noted when it
    leaves the program: whose line is which, and that telephones were written out."""
    people = people_of(lines)
    sheets = with_reasons(session.read(), new_sheets(session, people), lines) if people else []
    others = other_lines(session.read(), lines)

    def leave() -> None:
        remember_sheets(session, sheets)
        for kind, count in (
            ("person", len(people)),
            ("employer", sum(1 for o in others if o.phone)),
        ):
            if count:
                session.disclose(kind, count, PURPOSE)

    return sheets, others, leave
