"""One visit sheet while it is keyed in: its lines, what was saved, what waits as a draft."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date

from mengzhan.model.entry import Value
from mengzhan.model.fold import State
from mengzhan.rules import answers
from mengzhan.rules.agenda.sheet import offer_of
from mengzhan.rules.house_visits import (
    AT_HOME,
    HouseVisit,
    KeyedLine,
    VisitRecords,
    house_visit_of,
)
from mengzhan.rules.operations import kept
from mengzhan.rules.reader import Reader
from mengzhan.rules.slip_answers import heard
from mengzhan.rules.visit_sheets import Visited, line_code, visited_person
from mengzhan.store.drafts import Draft
from mengzhan.store.papers import (
    SHEET_DRAFT,
    PrintedSlip,
    records_of_sheet,
    sheet_drafts,
    sheet_people,
    slips_of_sheet,
)
from mengzhan.store.session import Session


@dataclass
class SheetLine:
    """One line: ``saved`` is what the records say, ``waiting`` what was keyed and not saved.

    ``who`` is empty if the person was taken away since the sheet was printed, or the ``slip`` that
    the line asks about.
    """

    code: str
    person: str
    records: VisitRecords
    who: Visited | None = None
    saved: HouseVisit = field(default_factory=HouseVisit)
    waiting: HouseVisit | None = None
    slip: PrintedSlip | None = None

    @property
    def visit(self) -> HouseVisit:
        """The answers as they stand on the screen."""
        return self.saved if self.waiting is None else self.waiting

    def tells_nothing_new(self, visit: HouseVisit) -> bool:
        """Whether the records say already what a visit says. What was heard of a slip is taken back
        by undoing it, not by clearing its line; what proves an arrival has no day."""
        if self.slip is None:
            return visit == self.saved or (visit.is_empty and self.saved.is_empty)
        same_day = self.saved.day in ("", visit.day)
        return visit.is_empty or (visit.heard == self.saved.heard and same_day)

    @property
    def is_open(self) -> bool:
        """Whether there is somebody about whom nothing was keyed in yet."""
        return self.who is not None and self.visit.is_empty and self.waiting is None


class KeyedSheet:
    """The lines of a sheet. What is keyed is kept as a draft at once, line by line."""

    def __init__(self, session: Session, number: str) -> None:
        """Raises UnknownSheet: it was not printed here."""
        self._session = session
        self.number = number
        rows = zip(sheet_people(session, number), records_of_sheet(session, number), strict=True)
        slips = slips_of_sheet(session, number)
        self.lines = [
            SheetLine(line_code(number, place), person, records, slip=slips.get(place))
            for place, (person, records) in enumerate(rows, 1)
        ]
        drafts = {draft["draft"]: draft["values"] for draft in sheet_drafts(session)}
        for line in self.lines:
            if line.code in drafts:
                line.waiting = HouseVisit(**_known(drafts[line.code]))
        self.read()

    def read(self) -> None:
        """Read anew what the records say. Whoever is gone waits for nothing any more: of a person
        who was erased not even a draft is left.

        Raises:
            StoreError: such a draft could not be taken away.
        """
        reader = self._session.read()
        erased = []
        for line in self.lines:
            state = reader.state(kept(reader, line.person))
            there = _is_there(state) and (
                line.slip is None or _is_there(_referral(reader, line.slip))
            )
            line.who = _who(reader, state, line.slip) if state is not None and there else None
            line.saved = _saved(reader, line)
            if line.who is None:
                if line.waiting is not None and (state is None or state.erased):
                    erased.append(line.code)
                line.waiting = None
        if erased:
            self._session.drop_drafts(*erased)

    def keep(self, place: int, visit: HouseVisit) -> None:
        """Note what stands on a line; what equals the records waits no longer, and nothing is
        noted about somebody who is gone.

        Raises:
            StoreError: the draft could not be written.
        """
        self._keep({place: visit})

    def visited_on(self, day: str) -> None:
        """All lines that wait were visited on another day; where the day of the next contact was
        that of the rule, it moves along.

        Raises:
            StoreError: the drafts could not be written.
        """
        self._keep(
            {at: _moved(visit, day) for at in self.waiting() if (visit := self.lines[at].waiting)}
        )

    def _keep(self, visits: Mapping[int, HouseVisit]) -> None:
        unsaved, settled = [], []
        for place, visit in visits.items():
            line = self.lines[place]
            if line.who is None:
                continue
            same = line.tells_nothing_new(visit)
            line.waiting = None if same else visit
            if same:
                settled.append(line.code)
            else:
                values: dict[str, Value] = {k: v for k, v in asdict(visit).items() if v}
                unsaved.append(Draft(line.code, line.person, values))
        if unsaved:
            self._session.save_drafts(SHEET_DRAFT, unsaved)
        if settled:
            self._session.drop_drafts(*settled)

    def waiting(self) -> list[int]:
        """The places of the lines that are to be saved."""
        return [at for at, line in enumerate(self.lines) if line.waiting is not None]

    def keyed(self) -> list[KeyedLine]:
        """What is to be saved, for ``record_house_visits``."""
        waiting = ((line, line.waiting) for line in self.lines)
        return [
            KeyedLine(line.person, v, line.records, line.slip.asked if line.slip else None)
            for line, v in waiting
            if v is not None
        ]

    def settle(self) -> None:
        """Everything was saved, and read again since: no draft waits any more.

        Raises:
            StoreError: the drafts could not be taken away.
        """
        waiting = [line for line in self.lines if line.waiting is not None]
        for line in waiting:
            line.waiting = None
        self._session.drop_drafts(*(line.code for line in waiting))

    def first_open(self, after: int = -1) -> int:
        """The place of the next line without answers behind ``after``, or -1."""
        places = range(after + 1, len(self.lines))
        return next((at for at in places if self.lines[at].is_open), -1)


def _is_there(state: State | None) -> bool:
    return state is not None and not state.erased and not state.deleted


def _referral(reader: Reader, slip: PrintedSlip) -> State | None:
    return reader.state(slip.asked.referral)


def _who(reader: Reader, state: State, slip: PrintedSlip | None) -> Visited:
    """Whose line it is, and what the slip that it asks about is for."""
    who = visited_person(reader, state)
    return who if slip is None else replace(who, offer=offer_of(reader, slip.asked))


def _saved(reader: Reader, line: SheetLine) -> HouseVisit:
    """What the records say; of a slip, what was heard since the sheet was printed."""
    if line.slip is None:
        return house_visit_of(reader, line.records)
    state = _referral(reader, line.slip)
    now = heard(state.values, line.slip.asked.work) if state is not None else line.slip.before
    return HouseVisit() if now == line.slip.before else HouseVisit(day=now[1], heard=now[0])


def _moved(visit: HouseVisit, day: str) -> HouseVisit:
    by_rule = visit.next_on == next_by_rule(visit.outcome, visit.day)
    next_on = next_by_rule(visit.outcome, day) if by_rule else visit.next_on
    return replace(visit, day=day, next_on=next_on)


def next_by_rule(outcome: str, day: str) -> str:
    """Return the day on which to ask again after an outcome, or an empty text."""
    if not outcome or not day:
        return ""
    values = answers.follow_up("", AT_HOME, outcome, date.fromisoformat(day))
    return str(values.get("next_on") or "")


def _known(values: object) -> dict[str, str]:
    """What a draft says in the answers that this version knows."""
    given = values if isinstance(values, dict) else {}
    return {f.name: str(given[f.name]) for f in fields(HouseVisit) if f.name in given}
