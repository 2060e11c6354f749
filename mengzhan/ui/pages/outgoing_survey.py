"""What the next report would hold, and what is worth putting right before it goes."""

from collections.abc import Mapping
from dataclasses import dataclass

from mengzhan.model.problem import Problem
from mengzhan.package.device import NotEnrolled, office_of
from mengzhan.package.sending import outgoing, touched_states, unwritten
from mengzhan.store.session import Session

MOST_HINTS = 30
"""How many records with problems are named; the rest is counted."""


@dataclass(frozen=True)
class Hint:
    """A record that lacks something. It goes all the same; the office would ask for it."""

    kind: str
    record: str
    title: str
    problem: Problem


@dataclass(frozen=True)
class Survey:
    """What stands before sending. ``office`` is empty while no office is known.

    ``counts``: what no receipt covers. ``fresh``: how many of these records are in no package
    that waits for its receipt. ``began``: whether anything was ever sent from here.
    """

    counts: Mapping[str, int]
    office: str
    fresh: int = 0
    began: bool = False
    hints: tuple[Hint, ...] = ()
    more_hints: int = 0
    conflicts: int = 0

    @property
    def total(self) -> int:
        """How many records changed."""
        return sum(self.counts.values())


def survey(session: Session) -> Survey:
    """Work out what is un-sent; may take a moment."""
    going = outgoing(session)
    try:
        office = office_of(session).place.name
    except NotEnrolled:
        office = ""
    reader = session.read()
    hints: list[Hint] = []
    more = 0
    for state in touched_states(session, going.entries):
        kind = reader.catalogue.get(state.kind)
        if kind is None or state.deleted or state.erased or state.values.get("same_as"):
            continue
        problem = next((p for p in kind.check(state.values, session.today()) if p.blocks), None)
        if problem is None:
            continue
        if len(hints) < MOST_HINTS:
            title = reader.title(state.kind, state.record)
            hints.append(Hint(state.kind, state.record, title, problem))
        else:
            more += 1
    exchange = session.exchange()
    return Survey(
        going.counts,
        office,
        fresh=sum(unwritten(session, going).counts.values()),
        began=bool(exchange.sent() or exchange.last_receipt()),
        hints=tuple(hints),
        more_hints=more,
        conflicts=len(reader.conflicts()),
    )
