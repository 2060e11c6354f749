"""Record kinds and fields as declarations, and the catalogue that holds them.

A kind is declared once. Table, form, list, search, history, workbook and package schema all
follow from the declaration, through the catalogue that is handed to them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from mengzhan.model.entry import Value, Values
from mengzhan.model.fieldtypes import FieldType, Reading, Reference, References
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

Prefill = Literal["", "today", "in_7_days", "in_30_days", "station", "operator", "operator_role"]
"""Only dates, the operator and the place may be filled beforehand (design section 8)."""

Check = Callable[[Values, date], Sequence[Problem]]


@dataclass(frozen=True)
class Field:
    """One field of a record kind.

    ``dated_by`` names the field that tells since when the value holds: whoever changes the value
    alone changes it as of today.

    ``sensitive`` values are masked unless lifted; ``soft`` fields settle conflicts by time alone,
    all others stand in the conflict queue. ``fills`` maps the names of facts that the value
    contains (``birth_date``) to the fields that take them.
    """

    name: str
    label: str
    type: FieldType
    required: bool = False
    sensitive: bool = False
    soft: bool = False
    listed: bool = False
    help: str = ""
    group: str = ""
    prefill: Prefill = ""
    dated_by: str = ""
    fills: Mapping[str, str] = field(default_factory=dict)

    def read(self, text: str, today: date) -> Reading:
        """Read what was typed; problems name this field."""
        reading = self.type.read(text, today)
        problems = tuple(replace(problem, field=self.name) for problem in reading.problems)
        return Reading(reading.value, problems)

    def check(self, value: Value, today: date) -> list[Problem]:
        """Check a value before it is saved."""
        if value in (None, [], ""):
            return [self._missing()] if self.required else []
        found = self.type.check(value, today)
        return [replace(problem, field=self.name) for problem in found] if found else []

    def _missing(self) -> Problem:
        words = QT_TRANSLATE_NOOP("model", "请填写{label}。")
        if self.type.editor == "flag":
            words = QT_TRANSLATE_NOOP("model", "{label}：请选 是 或 否。")
        elif self.type.editor in _PICKED:
            words = QT_TRANSLATE_NOOP("model", "请选{label}。")
        return Problem("REQUIRED", self.name, None, Message(words, {"label": self.label}))

    def show(self, value: Value, *, masked: bool = True) -> str:
        """Write a value for people, hidden if the field is sensitive and ``masked``."""
        if value is None or value == []:
            return ""
        if self.sensitive and masked:
            return self.type.mask(value)
        return self.type.show(value)


_PICKED = frozenset(
    {"choice", "choices", "division", "occupation", "occupations", "reference", "references"}
)
"""Editors with which a value is chosen, not written."""


@dataclass(frozen=True)
class Kind:
    """A record kind (人员, 岗位 …).

    ``title`` names the fields that stand for a record in lists and links; ``day`` the field that
    tells on which day it happened; ``duty`` the policy's own words for the work it belongs to;
    ``single`` what one record is called, where the label is the name of the work (推荐);
    ``many`` is the label over a list, marked in the context ``lists``: other languages than
    Chinese have another word for many. ``by_hand`` tells whether people write such records in a
    form; those of other kinds come from operations and have no page. ``broadcast`` kinds go with
    every receipt from the office to all stations, if the record is the office's own.
    """

    name: str
    label: str
    fields: tuple[Field, ...]
    title: tuple[str, ...]
    day: str = ""
    duty: str = ""
    many: str = ""
    checks: tuple[Check, ...] = ()
    single: str = ""
    by_hand: bool = True
    broadcast: bool = False

    @property
    def one(self) -> str:
        """What one record is called."""
        return self.single or self.label

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def get(self, name: str) -> Field | None:
        """Return the field ``name``, or ``None`` for one that this version does not know."""
        return next((item for item in self.fields if item.name == name), None)

    def __getitem__(self, name: str) -> Field:
        found = self.get(name)
        if found is None:
            raise KeyError(f"{self.name}.{name}")
        return found

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """Pairs of (field name, kind referred to)."""
        return tuple((f.name, f.type.kind) for f in self.fields if isinstance(f.type, Reference))

    @property
    def reference_lists(self) -> tuple[str, ...]:
        """Names of the fields that hold several references."""
        return tuple(f.name for f in self.fields if isinstance(f.type, References))

    def check(self, values: Values, today: date) -> list[Problem]:
        """Check a whole record before it is saved: each field, then what fields say together."""
        problems: list[Problem] = []
        for item in self.fields:
            value = values.get(item.name)
            if value is not None or item.required:
                problems.extend(item.check(value, today))
        for check in self.checks:
            problems.extend(check(values, today))
        return problems

    def filled_by(self, values: Values) -> dict[str, Value]:
        """Return what values tell of other fields: an ID number the birth date and the sex.

        Whether that goes over what stands there is up to who asks.
        """
        found: dict[str, Value] = {}
        for item in self._telling:
            value = values.get(item.name)
            if value is not None:
                facts = item.type.facts(value)
                told = {target: facts.get(fact) for fact, target in item.fills.items()}
                found |= {target: fact for target, fact in told.items() if fact is not None}
        return found

    @cached_property
    def _telling(self) -> tuple[Field, ...]:
        """Fields that tell of others."""
        return tuple(item for item in self.fields if item.fills)

    def is_hard(self, name: str) -> bool:
        """Whether differing values of this field wait for a person. Unknown fields do."""
        known = self.get(name)
        return known is None or not known.soft

    def with_field(self, item: Field) -> "Kind":
        """This kind with one more field at the end."""
        return replace(self, fields=(*self.fields, item))


class Catalogue(Mapping[str, Kind]):
    """All record kinds that a program knows, in the order of its pages."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    @property
    def by_hand(self) -> "Catalogue":
        """The kinds whose records people write."""
        return Catalogue([kind for kind in self.values() if kind.by_hand])

    def with_kind(self, kind: Kind) -> "Catalogue":
        """A catalogue in which ``kind`` is added or takes the place of its namesake."""
        return Catalogue([*{**self._kinds, kind.name: kind}.values()])

    def with_field(self, kind: str, item: Field) -> "Catalogue":
        """A catalogue in which ``kind`` has one more field."""
        return self.with_kind(self._kinds[kind].with_field(item))
