"""What to look at before a month is closed, each with what to do about it.

Only what would make the closing senseless blocks it. Everything else is said: the worker decides.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.agenda.gathering import AgendaReader
from mengzhan.rules.agenda.lines import Line
from mengzhan.rules.agenda.reading import read_agenda
from mengzhan.rules.anomalies import Anomaly, anomalies
from mengzhan.rules.closing.record import in_force
from mengzhan.rules.closing.standing import changed_since
from mengzhan.rules.due_rules import due_rules
from mengzhan.rules.figures import Figure, Period, figures
from mengzhan.rules.reader import Reader
from mengzhan.rules.station import is_office

Named = tuple[str, str]


@dataclass(frozen=True)
class Check:
    """One thing to look at.

    Args:
        code: stable; ``DRAFTS``, ``CONFLICTS``, ``FIXES``, ``ANOMALY``, ``DUE``, ``MONTH_RUNNING``,
            ``NOTHING`` and ``CLOSE_AGAIN`` are said, the others block.
        message: what is the matter, and what to do.
        records: (kind, record) of what it opens to; a draft of a new record has no id yet.
        anomaly: what is odd, for ``rules.anomalies.explain``.
    """

    code: str
    message: Message
    blocks: bool = False
    records: Sequence[Named] = ()
    anomaly: Anomaly | None = None


class Unfinished(AgendaReader, Protocol):
    """A reader that also knows what waits for the worker."""

    def drafts(self) -> Sequence[Mapping[str, Any]]:
        """Return unsaved drafts: ``kind`` and ``record`` among their keys."""

    def conflicts(self) -> Sequence[tuple[str, str, str]]:
        """Return (kind, record, field) where two values wait for a person."""

    def fixes(self) -> Sequence[tuple[str, str, str]]:
        """Return (kind, record, field) that the office wants put right."""


def checks(
    reader: Unfinished, month: str, today: date, now: Mapping[str, Figure] | None = None
) -> Sequence[Check]:
    """Return what to look at before ``month`` (``2026-11``) is closed: what blocks, or else the rest.

    Args:
        now: the figures of the whole month, if they were counted already.

    Raises:
        UserError: ``MONTH_UNREADABLE``.
    """
    counted = figures(reader, Period.parse(month)) if now is None else now
    return blockers(reader, month, today, counted) or [*_warnings(reader, month, today, counted)]


def blockers(reader: Reader, month: str, today: date, now: Mapping[str, Figure]) -> Sequence[Check]:
    """Return what makes closing a month senseless."""
    if is_office(reader):
        words = QT_TRANSLATE_NOOP("model", "上级不结账：月结由站点做，上级核对。")
        return [Check("CLOSE_AT_OFFICE", Message(words), blocks=True)]
    if Period.parse(month).first > today:
        words = QT_TRANSLATE_NOOP("model", "{month} 还没有开始，不能结账。")
        return [Check("MONTH_AHEAD", Message(words, {"month": month}), blocks=True)]
    close = in_force(reader, month)
    if close is not None and not changed_since(close, now):
        words = QT_TRANSLATE_NOOP("model", "{month} 已于 {day} 结账，之后没有变化，不用再结。")
        params = {"month": month, "day": close.closed_on}
        return [Check("CLOSED_ALREADY", Message(words, params), blocks=True)]
    return []


def _warnings(
    reader: Unfinished, month: str, today: date, now: Mapping[str, Figure]
) -> Iterator[Check]:
    last = Period.parse(month).last
    if not any(figure.evidence or figure.base for figure in now.values()):
        words = QT_TRANSLATE_NOOP(
            "model", "{month} 一条记录也没有，各项都是 0。站点那时还没有开始的，不用结账。"
        )
        yield Check("NOTHING", Message(words, {"month": month}))
    if today <= last:
        words = QT_TRANSLATE_NOOP("model", "{month} 还没过完，之后的记录会算作更正或补报。")
        yield Check("MONTH_RUNNING", Message(words, {"month": month}))
    close = in_force(reader, month)
    if close is not None:
        words = QT_TRANSLATE_NOOP("model", "{month} 已于 {day} 结过账，再结要写原因，原来的留着。")
        yield Check("CLOSE_AGAIN", Message(words, {"month": month, "day": close.closed_on}))
    yield from _open_work(reader, min(today, last))
    for anomaly in anomalies(reader, Period.parse(month), now=now):
        yield Check("ANOMALY", anomaly.message, records=anomaly.records, anomaly=anomaly)


def _is_hint(line: Line) -> bool:
    """Whether a line only tells of something that a person decides, and is never late."""
    rule = due_rules().get(line.due.work)
    return rule is not None and rule.hint


def _open_work(reader: Unfinished, day: date) -> Iterator[Check]:
    drafts = [(str(draft["kind"]), str(draft["record"])) for draft in reader.drafts()]
    due = [
        (line.kind, line.due.record)
        for line in read_agenda(reader, day).lines
        if line.due.by <= day and not _is_hint(line)
    ]
    found: Iterable[tuple[str, str, Iterable[Named]]] = (
        (
            "DRAFTS",
            QT_TRANSLATE_NOOP("model", "还有 {count} 条没写完的记录，写完保存或不要了，再结账。"),
            drafts,
        ),
        (
            "CONFLICTS",
            QT_TRANSLATE_NOOP("model", "有 {count} 条记录两处填得不一样，先选定一个。"),
            [named[:2] for named in reader.conflicts()],
        ),
        (
            "FIXES",
            QT_TRANSLATE_NOOP("model", "上级要求改的还有 {count} 条，改好再结账。"),
            [named[:2] for named in reader.fixes()],
        ),
        (
            "DUE",
            QT_TRANSLATE_NOOP("model", "本月该做的还有 {count} 件没做，做了的请补记。"),
            due,
        ),
    )
    for code, words, records in found:
        named = tuple(dict.fromkeys(records))
        if named:
            yield Check(code, Message(words, {"count": len(named)}), records=named)
