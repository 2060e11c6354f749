"""更正 and 补报: what has changed in a month since it was closed, by which record and whose entry.

Nothing of this is stored: the records as they were known at the closing (its journal positions) are
held against the records as they are known now.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mengzhan.model.entry import Entry
from mengzhan.rules.closing.record import Close, ClosedFigure, closed, figures_of
from mengzhan.rules.closing.standing import changed_since
from mengzhan.rules.figures import Evidence, Figure, Indicator
from mengzhan.rules.reader import Positions, Reader

Way = Literal["came", "went", "changed"]


@dataclass(frozen=True)
class Changed:
    """A record that counts now and did not, or the other way round, or counts differently.

    Args:
        evidence: the record as it counts now; one that went, as it counted at the closing.
        before: of one that changed, how it counted at the closing.
        late: whether it was written after the closing (补报); else it is a correction (更正).
        entries: the changes since the closing that tell of it, oldest first: who, when, and in which
            action (``actor``, ``wall``, ``words``).
    """

    way: Way
    evidence: Evidence
    before: Evidence | None
    late: bool
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Correction:
    """An indicator that is no longer as it was closed."""

    indicator: Indicator
    before: ClosedFigure
    now: ClosedFigure
    changes: Sequence[Changed]


def corrections(now: Reader, then: Reader, close: Close) -> Sequence[Correction]:
    """Return what has changed in the month of a closing, in the order of the report.

    Args:
        now: the records as they are known now.
        then: the records as they were known at the positions of the closing.
    """
    present = figures_of(now, close)
    codes = changed_since(close, present)
    former = figures_of(then, close, codes) if codes else {}
    causes = _Causes(now, then, close.positions)
    return [
        Correction(
            present[code].indicator,
            close.figures[code],
            closed(present[code]),
            [*_changes(former[code], present[code], causes)],
        )
        for code in codes
    ]


class _Causes:
    """Finds what was written since the closing, once for each record."""

    def __init__(self, now: Reader, then: Reader, positions: Positions) -> None:
        self._now, self._then, self._positions = now, then, positions
        self._found: dict[str, Sequence[Entry]] = {}

    def of(self, one: Evidence) -> Sequence[Entry]:
        """Return the entries that tell of the record, or else of whom it is about.

        What people and vacancies count as follows from all that was written about them.
        """
        if one.record == one.about[1]:
            return self._of(one.record)
        own = [entry for entry in self._of(one.record) if entry.record == one.record]
        return own or self._of(one.about[1])

    def _of(self, record: str) -> Sequence[Entry]:
        if record not in self._found:
            self._found[record] = self._now.news(self._positions, record)
        return self._found[record]

    def is_late(self, one: Evidence) -> bool:
        """Whether a record was not known at the closing."""
        return self._then.state(one.record) is None


def _changes(before: Figure, now: Figure, causes: _Causes) -> Iterator[Changed]:
    """Hold the pieces of evidence against each other; what tells the same stays out."""
    old, new = _by_subject(before), _by_subject(now)
    for key in sorted({*old, *new}):
        gone, come = old.get(key), new.get(key)
        if gone is not None and come is not None:
            if _told(gone) != _told(come):
                yield Changed("changed", come, gone, late=False, entries=causes.of(come))
        elif come is not None:
            late = causes.is_late(come)
            yield Changed("came", come, None, late=late, entries=causes.of(come))
        elif gone is not None:
            yield Changed("went", gone, None, late=False, entries=causes.of(gone))


Key = tuple[int, str, str, str, int]


def _by_subject(figure: Figure) -> Mapping[Key, Evidence]:
    """Return each piece of evidence under what it is: side, kind, record, subject, and which of
    several equal ones."""
    found: dict[Key, Evidence] = {}
    times: Counter[tuple[int, str, str, str]] = Counter()
    for side, evidence in enumerate((figure.evidence, figure.base)):
        for one in evidence:
            key = (side, one.kind, one.record, one.subject)
            found[(*key, times[key])] = one
            times[key] += 1
    return found


def _told(one: Evidence) -> tuple[str, int]:
    """What of a piece of evidence enters the digest beside its record."""
    return one.day, one.amount
