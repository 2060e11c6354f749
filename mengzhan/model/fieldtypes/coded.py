"""Values that are codes: of a code table, of a place, of an occupation. Unknown ones are kept."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import CodeTable
from mengzhan.model.entry import Value, texts_in
from mengzhan.model.fieldtypes.base import SEPARATORS, Editor, FieldType, ListType, Reading
from mengzhan.model.fieldtypes.lookup import (
    CodeLookup,
    DivisionLookup,
    Lookup,
    OccupationLookup,
)
from mengzhan.model.problem import Problem


class OneCode(FieldType, ABC):
    """One code from ``lookup``."""

    @property
    @abstractmethod
    def lookup(self) -> Lookup:
        """Where the codes come from."""

    def understand(self, text: str, today: date) -> Reading:
        code = self.lookup.find(text)
        return Reading(code) if code else Reading(None, (self.lookup.unknown(text),))

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        return () if self.lookup.knows(str(value)) else (self.lookup.unknown(value),)

    def show(self, value: Value) -> str:
        return "" if value is None else self.lookup.label(str(value))

    def typed(self, value: Value) -> str:
        return "" if value is None else str(value)


class SeveralCodes(ListType, ABC):
    """Several codes from ``lookup``, in the order in which they were chosen."""

    @property
    @abstractmethod
    def lookup(self) -> Lookup:
        """Where the codes come from."""

    def understand(self, text: str, today: date) -> Reading:
        codes: list[str] = []
        for part in filter(None, SEPARATORS.split(text)):
            code = self.lookup.find(part)
            if code is None:
                return Reading(None, (self.lookup.unknown(part),))
            if code not in codes:
                codes.append(code)
        return Reading(codes, self.too_many(codes)) if codes else Reading(None)

    def check(self, value: Value, today: date) -> tuple[Problem, ...]:
        values = value if isinstance(value, list) else [value]
        wrong = tuple(self.lookup.unknown(v) for v in values if not self.lookup.knows(str(v)))
        return wrong + self.too_many(values)

    def show(self, value: Value) -> str:
        return "、".join(map(self.lookup.label, texts_in(value)))


@dataclass(frozen=True)
class Choice(OneCode):
    """One code of a table."""

    name = "choice"
    source: str | CodeTable

    @property
    def editor(self) -> Editor:
        return "choice"

    @property
    def lookup(self) -> Lookup:
        return CodeLookup(self.source)


@dataclass(frozen=True)
class Choices(SeveralCodes):
    """Several codes of a table."""

    name = "choices"
    source: str | CodeTable
    limit: int = 20

    @property
    def editor(self) -> Editor:
        return "choices"

    @property
    def lookup(self) -> Lookup:
        return CodeLookup(self.source)


@dataclass(frozen=True)
class Division(OneCode):
    """An administrative division, league to village level, by its statistics code."""

    name = "division"

    @property
    def editor(self) -> Editor:
        return "division"

    @property
    def lookup(self) -> Lookup:
        return DivisionLookup()


@dataclass(frozen=True)
class Occupation(OneCode):
    """An occupation of the 2022 classification; takes plain words."""

    name = "occupation"

    @property
    def editor(self) -> Editor:
        return "occupation"

    @property
    def lookup(self) -> Lookup:
        return OccupationLookup()


@dataclass(frozen=True)
class Occupations(SeveralCodes):
    """Up to ``limit`` occupations."""

    name = "occupations"
    limit: int = 3

    @property
    def editor(self) -> Editor:
        return "occupations"

    @property
    def lookup(self) -> Lookup:
        return OccupationLookup()
