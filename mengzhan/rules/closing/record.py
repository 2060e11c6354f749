"""The record of a closing: what it holds, how it is written and read.

``figures`` is JSON, indicator -> [count, what it is divided by or null, digest]; ``positions`` is
JSON: ``ends``, replica -> [number, hash] of the last entry that was known, and ``elsewhere``, record of
another station -> marks of the last entries that were known of it.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from mengzhan.model.entry import Entry, Value, Values, canonical, text_of
from mengzhan.model.problem import UserError
from mengzhan.rules.figures import INDICATORS, Evidence, Figure, Period, counted, figures, written
from mengzhan.rules.filters import Compare
from mengzhan.rules.reader import Positions, Reader
from mengzhan.rules.station import own_replicas, own_station

KIND = "month_close"


class ClosedFigure(NamedTuple):
    """What a closing says of one indicator.

    Args:
        above: the count; of a ratio what is divided.
        below: what a ratio is divided by, none for a count.
        digest: SHA-256 over the evidence (``digest``).
    """

    above: int
    below: int | None
    digest: str

    def shown(self, code: str) -> str:
        """The value as people read it."""
        known = INDICATORS.get(code)
        return written(known, self.above, self.below) if known else str(self.above)


def digest(figure: Figure) -> str:
    """Return the SHA-256 (hexadecimal) over the evidence of a figure.

    What is hashed is RFC 8785 JSON: a list of evidence, then one of what a ratio is divided by, each
    sorted, each piece as [kind, record, amount, day].
    """
    sides = [_lines(figure.evidence), _lines(figure.base)]
    return hashlib.sha256(canonical(sides)).hexdigest()


def _lines(evidence: Iterable[Evidence]) -> list[tuple[str, str, int, str]]:
    return sorted((one.kind, one.record, one.amount, one.day) for one in evidence)


def closed(figure: Figure) -> ClosedFigure:
    """Return what a closing says of a figure."""
    below = counted(figure.base) if figure.indicator.is_ratio else None
    return ClosedFigure(counted(figure.evidence), below, digest(figure))


@dataclass(frozen=True)
class Close:
    """A closing as it stands.

    Args:
        closed_on: the day (ISO) on which it was made.
        former: the closing that this one replaces, or empty; ``reason`` says why.
        explanations: records that explain what was odd in the month.
        positions: up to where the journal was known.
        unfilled_after: after how many days a vacancy counted as one that nobody takes.
    """

    record: str
    station: str
    month: str
    closed_on: str
    figures: Mapping[str, ClosedFigure]
    positions: Positions
    unfilled_after: int
    explanations: tuple[str, ...] = ()
    former: str = ""
    reason: str = ""

    @property
    def period(self) -> Period:
        """The whole month, however early it was closed."""
        return Period.parse(self.month)


def to_values(close: Close) -> dict[str, Value]:
    """Return the fields of the record."""
    return {
        "month": close.month,
        "closed_on": close.closed_on,
        "figures": canonical(close.figures).decode(),
        "positions": canonical(
            {"ends": close.positions.ends, "elsewhere": close.positions.elsewhere}
        ).decode(),
        "unfilled_after": close.unfilled_after,
        "explanations": list(close.explanations),
        "former": close.former or None,
        "reason": close.reason or None,
    }


_BROKEN = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
    UserError,
)
"""What reading a closing may raise that anybody may have written."""

_MOST_ENTRIES = 2**63 - 1
"""No journal counts further."""


def from_values(record: str, values: Values) -> Close | None:
    """Read a closing, or return ``None`` of one that cannot be read (a hand wrote it)."""
    try:
        told = json.loads(text_of(values, "figures"))
        known = json.loads(text_of(values, "positions"))
        named = values.get("explanations")
        return Close(
            record,
            text_of(values, "station"),
            Period.parse(text_of(values, "month")).first.isoformat()[:7],
            text_of(values, "closed_on"),
            {code: _figure(*said) for code, said in told.items()},
            _positions(known["ends"], known["elsewhere"]),
            int(str(values.get("unfilled_after"))),
            tuple(named) if isinstance(named, list) else (),
            text_of(values, "former"),
            text_of(values, "reason"),
        )
    except _BROKEN:
        return None


def _figure(above: int, below: int | None, evidence: str) -> ClosedFigure:
    """Read a figure that anybody may have written."""
    return ClosedFigure(int(above), None if below is None else int(below), str(evidence))


def _positions(
    ends: Mapping[str, Sequence[Any]], elsewhere: Mapping[str, Sequence[Any]]
) -> Positions:
    return Positions(
        {replica: (_number(seq), str(last)) for replica, (seq, last) in ends.items()},
        {record: [str(mark) for mark in marks] for record, marks in elsewhere.items()},
    )


def _number(seq: Any) -> int:
    """Read the number of an entry.

    Raises:
        ValueError: it is none.
    """
    number = int(seq)
    if not 0 <= number <= _MOST_ENTRIES:
        raise ValueError(seq)
    return number


def closings(reader: Reader, month: str = "") -> Sequence[Close]:
    """Return the station's closings of a month (or of all), the newest last; at an office those of
    all stations. What another station wrote in its name is no closing of its own."""
    whose, own = own_station(reader), own_replicas(reader)
    found: list[tuple[str, Close]] = []
    for row in reader.columns(KIND, _COLUMNS, Compare("month", "eq", month) if month else None):
        close = from_values(text_of(row, "id"), row)
        written_here = not own or is_written_by(own, reader.entries(text_of(row, "id")))
        if close is not None and whose in ("", close.station) and written_here:
            found.append((text_of(row, "created"), close))
    return [close for _, close in sorted(found, key=lambda pair: (pair[0], pair[1].record))]


def is_written_by(replicas: Collection[str], entries: Iterable[Entry]) -> bool:
    """Whether one of some replicas wrote a record: who else writes into it does not make it theirs."""
    return any(entry.replica in replicas for entry in entries)


_COLUMNS = (
    "created",
    "station",
    "month",
    "closed_on",
    "figures",
    "positions",
    "unfilled_after",
    "explanations",
    "former",
    "reason",
)


def in_force(reader: Reader, month: str) -> Close | None:
    """Return the closing that counts: the newest that is not taken back."""
    found = closings(reader, month)
    return found[-1] if found else None


def figures_of(
    reader: Reader, close: Close, codes: Collection[str] | None = None
) -> Mapping[str, Figure]:
    """Count what a closing counted, in the way it did, from the records of ``reader``."""
    return figures(
        reader,
        close.period,
        codes,
        station=close.station,
        unfilled_after=close.unfilled_after,
    )
