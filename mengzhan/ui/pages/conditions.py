"""Conditions of a list as the user sets them, and as they are kept: field, comparison, value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mengzhan.model.entry import Value
from mengzhan.model.kind import Field, Kind
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.filters import (
    Compare,
    Contains,
    Either,
    Empty,
    Every,
    Filter,
    Not,
    OneOf,
    StartsWith,
)
from mengzhan.rules.state import still_offered

TODAY = "@today"
"""Stands for the day on which the list is looked at, so that a kept filter does not age."""


RULE = "rule"
"""How a condition compares that a rule answers, not one field: ``field`` is the rule's name."""


@dataclass(frozen=True)
class Condition:
    """One condition. ``how`` is ``is``, ``from``, ``until``, ``has``, ``empty``, ``filled`` or
    ``RULE``."""

    field: str
    how: str
    value: Value = None

    def as_dict(self) -> dict[str, Any]:
        """Return what is kept."""
        return {"field": self.field, "how": self.how, "value": self.value}


FAULTY_AD = Condition("faulty_ad", RULE)
"""The check of ads finds fault with a vacancy. No filter tells: a list has to know which ones
(``adlint.checked_list``)."""


ELSEWHERE = Condition("elsewhere", RULE)
"""Another station shares the vacancy. Lists hold a station's own, so a list has to know how to ask
for the others (``adlint.checked_list``)."""

ASKED_OF_LISTS = (FAULTY_AD, ELSEWHERE)
"""The conditions that only some lists can answer."""


@dataclass(frozen=True)
class KeptFilter:
    """A filter with a name; ``own`` ones come with the program and cannot be taken away."""

    name: str
    conditions: tuple[Condition, ...]
    own: bool = False
    keys: str = ""

    @property
    def joins(self) -> bool:
        """Whether it joins the conditions that are set instead of taking their place."""
        return all(condition.how == RULE for condition in self.conditions)


def ways(field: Field) -> tuple[str, ...]:
    """Return the comparisons that make sense for a field, the usual one first."""
    if field.type.editor in ("number", "date", "month"):
        return ("from", "until", "empty", "filled")
    if field.type.editor in ("line", "area") and not field.sensitive:
        return ("has", "empty", "filled")
    if field.type.editor in ("line", "area", "pictures"):
        return ("empty", "filled")
    return ("is", "empty", "filled")


def to_filter(kind: Kind, conditions: Sequence[Condition], today: date) -> Filter:
    """Return the filter for conditions; several values for one field may hold either."""
    by_field: dict[str, list[Filter]] = {}
    parts: list[Filter] = []
    for condition in conditions:
        if condition.how == RULE and condition.field in _RULES:
            parts.append(_RULES[condition.field].where(today))
        item = kind.get(condition.field)
        if item is not None:
            group = condition.field if condition.how == "is" else f"{condition.field}/each"
            by_field.setdefault(group, []).append(_single(item, condition, today))
    for group, filters in by_field.items():
        parts += filters if group.endswith("/each") else [Either(tuple(filters))]
    return Every(tuple(parts))


def _single(item: Field, condition: Condition, today: date) -> Filter:
    value = today.isoformat() if condition.value == TODAY else condition.value
    name = item.name
    if condition.how == "empty" or value is None:
        return Not(Empty(name)) if condition.how == "filled" else Empty(name)
    if condition.how == "from":
        return Compare(name, "ge", _plain(value))
    if condition.how == "until":
        return Compare(name, "le", _plain(value))
    if condition.how == "has":
        return Contains(name, str(value))
    if item.type.name == "division":
        return StartsWith(name, str(value))
    if isinstance(value, bool | int):
        return Compare(name, "eq", value)
    return OneOf(name, tuple(value) if isinstance(value, list) else (str(value),))


def _plain(value: Value) -> str | int:
    return value if isinstance(value, int) else str(value)


def words_of(kind: Kind, condition: Condition, shown: str) -> Message:
    """Return a condition in words; ``shown`` is its value as people read it."""
    if condition.how == RULE:
        return Message(_RULES[condition.field].label)
    item = kind[condition.field]
    templates = {
        "is": QT_TRANSLATE_NOOP("model", "{label}：{value}"),
        "has": QT_TRANSLATE_NOOP("model", "{label}含“{value}”"),
        "from": QT_TRANSLATE_NOOP("model", "{label}从 {value} 起"),
        "until": QT_TRANSLATE_NOOP("model", "{label}到 {value} 止"),
        "empty": QT_TRANSLATE_NOOP("model", "{label}没填"),
        "filled": QT_TRANSLATE_NOOP("model", "{label}已填"),
    }
    return Message(templates[condition.how], {"label": item.label, "value": shown})


@dataclass(frozen=True)
class _Rule:
    """What a rule is called, and its filter on a day."""

    label: str
    where: Callable[[date], Filter]


_RULES = {
    "still_offered": _Rule(QT_TRANSLATE_NOOP("model", "还在招"), still_offered),
    FAULTY_AD.field: _Rule(QT_TRANSLATE_NOOP("model", "广告有问题"), lambda _day: Every()),
    ELSEWHERE.field: _Rule(QT_TRANSLATE_NOOP("model", "其他站的岗位"), still_offered),
}


def _by_rule(name: str, keys: str = "") -> KeptFilter:
    return KeptFilter(_RULES[name].label, (Condition(name, RULE),), own=True, keys=keys)


def own_filters(kind: str) -> list[KeptFilter]:
    """Return the lists that the policy itself names, and the few everybody asks for."""
    return list(_OWN.get(kind, ()))


_OWN = {
    "person": (
        KeptFilter(
            QT_TRANSLATE_NOOP("model", "要求就业"),
            (Condition("employment_status", "is", "1"),),
            own=True,
        ),
        KeptFilter(
            QT_TRANSLATE_NOOP("model", "登记失业"),
            (Condition("unemployed_on", "filled"), Condition("deregistered_on", "empty")),
            own=True,
        ),
        KeptFilter(
            QT_TRANSLATE_NOOP("model", "毕业生"),
            (Condition("graduated_on", "filled"),),
            own=True,
        ),
    ),
    "vacancy": (
        _by_rule("still_offered"),
        _by_rule(FAULTY_AD.field, "Ctrl+G"),
        _by_rule(ELSEWHERE.field, "Ctrl+U"),
    ),
    "referral": (
        KeptFilter(QT_TRANSLATE_NOOP("model", "等回执"), (Condition("result", "empty"),), own=True),
    ),
    "visit": (
        KeptFilter(
            QT_TRANSLATE_NOOP("model", "诉求未销号"),
            (Condition("demand", "filled"), Condition("closed_on", "empty")),
            own=True,
        ),
    ),
    "task": (
        KeptFilter(
            QT_TRANSLATE_NOOP("model", "还没完成"), (Condition("done_on", "empty"),), own=True
        ),
    ),
}
