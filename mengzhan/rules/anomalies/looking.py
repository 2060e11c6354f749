"""Looking for what is odd in a month: each check finds groups of records that belong together."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from mengzhan.model.clock import BEIJING, day_of, wall_moment
from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.anomalies.anomaly import Anomaly, Rule, rules
from mengzhan.rules.anomalies.explaining import explained, is_explained
from mengzhan.rules.figures import INDICATORS, Figure, Period, figures
from mengzhan.rules.filters import Compare, Every
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import kept_of
from mengzhan.rules.station import own_station

_HOUR = timedelta(hours=1)
_SHORT_NOTE = 6
"""A note of fewer characters (无, 已联系) may be the same every time."""

_TIMES = 2
"""A figure so many times that of the month before looks odd."""

_SERVICES = ("follow_up", "training_intent", "verification", "referral", "enrolment", "visit")
_OF_PERSON = ("follow_up", "training_intent", "verification", "referral", "enrolment")


def anomalies(
    reader: Reader, period: Period, *, now: Mapping[str, Figure] | None = None
) -> Sequence[Anomaly]:
    """Return what looks odd in a month and was not explained, in the order of the rules.

    Args:
        now: the figures of the month, if they were counted already.
    """
    ground, known = _Ground(reader, period, now), explained(reader)
    found = (anomaly for rule in rules() for anomaly in _CHECKS[rule.check](ground, rule))
    return [anomaly for anomaly in found if not is_explained(anomaly, known)]


@dataclass(frozen=True)
class _Ground:
    """The records of the station in the month."""

    reader: Reader
    period: Period
    now: Mapping[str, Figure] | None

    @cached_property
    def month(self) -> str:
        return self.period.first.isoformat()[:7]

    @cached_property
    def _station(self) -> str:
        return own_station(self.reader)

    def rows(self, kind: str, *names: str) -> Iterator[Values]:
        """Yield own records whose day lies in the month, with ``created`` and their day as
        ``day``."""
        declared = self.reader.catalogue[kind]
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        where = Every((Compare(declared.day, "ge", first), Compare(declared.day, "le", last)))
        for row in self.reader.columns(kind, ("created", "station", declared.day, *names), where):
            if self._owns(row):
                yield {**row, "day": row[declared.day]}

    def people(self, *names: str) -> Iterator[Values]:
        """Yield everybody whom the station looks after."""
        return filter(self._owns, self.reader.columns("person", ("station", *names)))

    def _owns(self, row: Values) -> bool:
        return self._station in ("", text_of(row, "station")) or not text_of(row, "station")

    def label(self, kind: str) -> str:
        return self.reader.catalogue[kind].one

    def odd(self, rule: Rule, kind: str, records: Iterable[str], message: Message) -> Anomaly:
        """Make an anomaly of records of one kind."""
        found = tuple(records)
        opened = tuple((kind, record) for record in found)
        return Anomaly(rule.code.code, self.month, message, opened, frozenset(found))


def _one_phone(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """One telephone of many people."""
    by_phone: defaultdict[str, list[str]] = defaultdict(list)
    for row in ground.people("phone"):
        if phone := text_of(row, "phone"):
            by_phone[phone].append(text_of(row, "id"))
    for records in by_phone.values():
        if len(records) >= rule.limit:
            words = QT_TRANSLATE_NOOP("model", "{count} 个人留的是同一个电话")
            yield ground.odd(rule, "person", records, Message(words, {"count": len(records)}))


def _in_an_hour(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """Many records typed within an hour, by the time of typing."""
    typed = sorted(
        (wall_moment(text_of(row, "created")), text_of(row, "id")) for row in ground.rows(rule.kind)
    )
    times = [at for at, _ in typed]
    start = 0
    while start < len(typed):
        begun = times[start]
        end = bisect_left(times, begun + _HOUR, start)
        run = [record for _, record in typed[start:end]]
        if len(run) < rule.limit:
            start += 1
            continue
        words = QT_TRANSLATE_NOOP("model", "{when} 起一小时内录入 {count} 条{label}")
        when = f"{begun + BEIJING:%Y-%m-%d %H:%M}"
        params = {"when": when, "count": len(run), "label": ground.label(rule.kind)}
        yield ground.odd(rule, rule.kind, run, Message(words, params))
        start = end


def _in_a_day(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """Many records dated on one day."""
    for day, records in _grouped(ground.rows(rule.kind), "day"):
        if len(records) >= rule.limit:
            words = QT_TRANSLATE_NOOP("model", "{day} 一天有 {count} 条{label}")
            params = {"day": day, "count": len(records), "label": ground.label(rule.kind)}
            yield ground.odd(rule, rule.kind, records, Message(words, params))


def _same_notes(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """The same note in many records."""
    for note, records in _grouped(ground.rows(rule.kind, "note"), "note"):
        if len(records) >= rule.limit and len(note) >= _SHORT_NOTE:
            words = QT_TRANSLATE_NOOP("model", "{count} 条{label}的备注一字不差")
            params = {"count": len(records), "label": ground.label(rule.kind)}
            yield ground.odd(rule, rule.kind, records, Message(words, params))


def _grouped(rows: Iterable[Values], name: str) -> Sequence[tuple[str, list[str]]]:
    """Return the ids of rows under what stands in a field, blanks left out."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        groups["".join(text_of(row, name).split())].append(text_of(row, "id"))
    return sorted(groups.items())


def _before(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """Services dated before the person was born, registered or had graduated."""
    since = _known_since(ground)
    twins = ground.reader.duplicates("person")
    for kind in _OF_PERSON:
        found = [
            text_of(row, "id")
            for row in ground.rows(kind, "person")
            if text_of(row, "day") < since.get(kept_of(twins, text_of(row, "person")), "")
        ]
        if len(found) >= rule.limit:
            words = QT_TRANSLATE_NOOP("model", "{count} 条{label}的日期早于本人出生、登记或毕业")
            params = {"count": len(found), "label": ground.label(kind)}
            yield ground.odd(rule, kind, found, Message(words, params))


def _known_since(ground: _Ground) -> Mapping[str, str]:
    """Return the first day on which anything may be dated, for each person.

    Who was registered anew was registered before: the first day ever told counts.
    """
    names = ("birth_date", "registered_on", "graduated_on")
    earlier = ground.reader.earlier_sets("person", ("registered_on",))
    since: dict[str, str] = {}
    for row in ground.people(*names):
        record = text_of(row, "id")
        told = [text_of(one, "registered_on") for one in earlier.get(record, ())]
        first = min(filter(None, (text_of(row, "registered_on"), *told)), default="")
        since[record] = max(first, text_of(row, "birth_date"), text_of(row, "graduated_on"))
    return since


def _late(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """Records typed long after their day."""
    for kind in _SERVICES:
        found = [
            text_of(row, "id")
            for row in ground.rows(kind)
            if _days(text_of(row, "day"), day_of(text_of(row, "created"))) > rule.limit
        ]
        if found:
            words = QT_TRANSLATE_NOOP("model", "{count} 条{label}过了 {days} 天以上才录入")
            params = {"count": len(found), "label": ground.label(kind), "days": rule.limit}
            yield ground.odd(rule, kind, found, Message(words, params))


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _doubled(ground: _Ground, rule: Rule) -> Iterator[Anomaly]:
    """Figures of what happened that are twice those of the month before."""
    codes = [
        one.code
        for one in INDICATORS.values()
        if one.as_of == "within" and not one.is_ratio and not one.of
    ]
    now = ground.now or figures(ground.reader, ground.period, codes)
    before = figures(ground.reader, ground.period.previous(), codes)
    for code in codes:
        value, last = now[code].value or 0, before[code].value or 0
        if last and value >= _TIMES * last and value - last >= rule.limit:
            words = QT_TRANSLATE_NOOP("model", "{label}：本月 {now}{unit}，上月 {before}{unit}")
            one = INDICATORS[code]
            params = {"label": one.label, "now": value, "before": last, "unit": one.unit}
            records = dict.fromkeys((e.kind, e.record) for e in now[code].evidence)
            named = frozenset({f"{ground.month} {code}"})
            message = Message(words, params)
            yield Anomaly(rule.code.code, ground.month, message, tuple(records), named)


_CHECKS: Mapping[str, Callable[[_Ground, Rule], Iterator[Anomaly]]] = {
    "phone": _one_phone,
    "hour": _in_an_hour,
    "day": _in_a_day,
    "notes": _same_notes,
    "before": _before,
    "late": _late,
    "doubled": _doubled,
}
"""How each check of ``anomaly.csv`` looks."""
