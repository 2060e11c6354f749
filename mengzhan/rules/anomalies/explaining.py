"""Explaining what looks odd: the text travels to the office with the records."""

from collections.abc import Collection, Iterable, Sequence

from mengzhan.model.entry import text_of
from mengzhan.rules.anomalies.anomaly import Anomaly
from mengzhan.rules.operations import add
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.station import own_station

KIND = "explanation"

Explained = tuple[str, frozenset[str]]
"""A rule, and what was explained of it."""


def explain(anomaly: Anomaly, reason: str) -> Operation:
    """Say why something that looks odd is as it is.

    Raises (when run):
        Rejected: the reason is empty or too long.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        values = {
            "rule": anomaly.rule,
            "month": anomaly.month,
            "day": desk.today.isoformat(),
            "reason": reason.strip(),
            "named": "\n".join(sorted(anomaly.named)),
        }
        return add(KIND, values)(reader, desk)

    return run


def explained(reader: Reader) -> Sequence[Explained]:
    """Return everything that the station has explained, whatever the month."""
    whose = own_station(reader)
    return [
        (text_of(row, "rule"), frozenset(text_of(row, "named").split("\n")))
        for row in reader.columns(KIND, ("station", "rule", "named"))
        if whose in ("", text_of(row, "station"))
    ]


def is_explained(anomaly: Anomaly, known: Collection[Explained]) -> bool:
    """Whether one explanation names all that looks odd."""
    return any(rule == anomaly.rule and anomaly.named <= named for rule, named in known)
