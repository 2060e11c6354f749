"""The rules for job ads as data: ``resources/tables/ad_rules.csv``, or a table from elsewhere.

A row of the table is one pattern (a regular expression over the plain form of `wording`, where
``.`` stops at the end of a sentence). Rows of one ``id`` are one rule; what a further row leaves
empty it takes from the rule's first. Two sorts of rows are no rules: ``@名`` is a list of words that
patterns write as ``<名>``, and ``=词`` gives other spellings of a word, by which ads hide it.

========== ====================================================================================
id         stable name of the rule
category   what it is about, in words
fault      the group of the rule, in which `likeness` knows it; the judge of labelled ads, too
severity   ``block`` (fraud), ``error`` (against the law), ``warn`` (unreasonable), ``info``
pattern    what hits; empty for a rule that a ``check`` in the program works out
unless     no hit where this stands in the same clause
lawful     no hit where this stands anywhere in the ad: the reason that makes it lawful
along      a hit only where this stands anywhere in the ad: what makes harmless words a fraud
denied     1: no hit where the clause denies it (不收…)
open       1: no hit where the clause leaves the door open (都行, 不看民族)
check      the check in the program that finds hits (``checks.CHECKS``)
sign       the row is no hit by itself but a sign of the rule, under this name (see `signs`)
weight     how much the sign weighs; one below 0 speaks against the rule
lent       the sign is seen wherever the rule of this ``id`` hits; ``pattern`` is empty then
message    what is wrong, for people; ``message_en`` the same in English
advice     what to write instead; ``advice_en`` the same in English
rewrite    the words to put in their place (``\\1`` is a group of the pattern), ``-`` takes them out
allowed    reasons with which a vacancy may keep the words, separated by ``|``; empty: none
basis      where the rule stands
example    ads that the row must find, separated by ``|``; of a first row without pattern, ads
           that the rule as a whole must find
innocent   ads that the row must leave alone, separated by ``|``
========== ====================================================================================
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal, get_args

from mengzhan.model.problem import UserError
from mengzhan.model.resources import made_of_tables, read_table
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.ads import denial, hearsay, identity, welcome
from mengzhan.rules.ads.denial import Denials
from mengzhan.rules.ads.hearsay import Hearsay
from mengzhan.rules.ads.identity import EmployerNames
from mengzhan.rules.ads.necessary import Index, Needs, branches, lists_of, necessary
from mengzhan.rules.ads.welcome import Welcomes
from mengzhan.rules.ads.wording import Spellings, Wording

AdSeverity = Literal["block", "error", "warn", "info"]
SEVERITIES: tuple[AdSeverity, ...] = get_args(AdSeverity)
"""From the worst down."""

COLUMNS = (
    "id", "category", "fault", "severity", "pattern", "unless", "lawful", "along", "denied", "open", "check",
    "sign", "weight", "lent", "message", "message_en", "advice", "advice_en", "rewrite", "allowed", "basis",
    "example", "innocent",
)  # fmt: skip
"""The columns of the table; a table from elsewhere may leave out those that it does not need."""

_LIST, _SPELLING = "@", "="
_NAMED = re.compile("<([一-鿿]+)>")
_INHERITED = ("unless", "lawful", "denied", "open", "rewrite")
_NESTED_DEEPEST = 5


class RulebookError(UserError):
    """A table of rules that cannot be used; ``row`` counts like a spreadsheet, header included."""

    def __init__(self, row: int, reason: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "广告规则表第 {row} 行用不了：{reason}")
        super().__init__("AD_RULES", Message(words, {"row": row, "reason": reason}))
        self.row = row


@dataclass(frozen=True)
class Expression:
    """A regular expression, compiled when first used; an empty one stands nowhere."""

    source: str

    def __bool__(self) -> bool:
        return bool(self.source)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The expression, ready to search with."""
        return _compiled(self.source)

    def within(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Return whether it stands somewhere in a part of ``text``."""
        if not self.source:
            return False
        last = len(text) if end is None else end
        return self.regex.search(text, start, last) is not None


@lru_cache(maxsize=4096)
def _compiled(source: str) -> re.Pattern[str]:
    """A table that takes the place of another shares most expressions with it; all of them together
    take seconds."""
    return re.compile(source)


@dataclass(frozen=True)
class Pattern:
    """One row: the ways in which it finds a rule broken, and what excuses that."""

    row: int
    ways: tuple[Expression, ...]
    needs: tuple[Needs, ...]
    lists: tuple[tuple[str, ...], ...]
    unless: Expression
    lawful: Expression
    along: Expression
    denied: bool
    open: bool
    rewrite: str
    examples: tuple[str, ...]
    innocents: tuple[str, ...]
    sign: str = ""
    weight: int = 0


@dataclass(frozen=True)
class Lent:
    """A sign that is seen where another rule hits."""

    rule: str
    sign: str
    weight: int


@dataclass(frozen=True)
class Rule:
    """One rule: what it says to people, and the patterns that break it."""

    id: str
    category: str
    fault: str
    severity: AdSeverity
    message: str
    message_en: str
    advice: str
    advice_en: str
    allowed: tuple[str, ...]
    basis: str
    check: str
    patterns: tuple[Pattern, ...] = field(repr=False)
    lent: tuple[Lent, ...] = ()
    examples: tuple[str, ...] = ()
    innocents: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether a vacancy with such words cannot be saved."""
        return self.severity == "block"


@dataclass(frozen=True)
class Way:
    """One expression to search for, and whose it is; ``order`` counts within the rule."""

    rule: Rule
    pattern: Pattern
    expression: Expression
    needs: Needs
    lists: tuple[str, ...]
    order: int


def _ways(rule: Rule) -> Iterator[Way]:
    order = 0
    for pattern in rule.patterns:
        for way in zip(pattern.ways, pattern.needs, pattern.lists, strict=True):
            yield Way(rule, pattern, *way, order)
            order += 1


def _index(ways: Iterable[Way]) -> Index[Way]:
    return Index(list(ways), lambda way: way.needs)


Row = Mapping[str, str]


class Rulebook:
    """A table of rules. What it costs to compile an expression is paid when an ad needs it."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows of a table.

        Raises:
            RulebookError: a row cannot be understood. That an expression cannot be compiled is
                found by `faults`.
        """
        self._rows = [_whole(row, number) for number, row in enumerate(rows, 2)]
        self._lists = {name: row["pattern"] for name, _, row in self._named(_LIST)}
        self._needs: dict[str, Needs] = {}
        self._list_expressions: dict[str, Expression] = {}
        self._expanded_lists: dict[str, str] = {}
        self.spellings = Spellings(
            {word: row["pattern"] for word, _, row in self._named(_SPELLING)}
        )
        self.denials = Denials(self._needed(denial.LISTS))
        self.hearsay = Hearsay(self._needed(hearsay.LISTS))
        self.welcomes = Welcomes(self._needed(welcome.LISTS))
        self.employers = EmployerNames(self._needed(identity.LISTS))
        self.rules = {rule.id: rule for rule in self._read_rules()}
        ways = [way for rule in self for way in _ways(rule)]
        self.ways = _index(way for way in ways if not way.pattern.sign)
        self.signs = _index(way for way in ways if way.pattern.sign)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def replaced_by(self, rows: Iterable[Row]) -> "Rulebook":
        """Return these rules with those of ``rows`` in place of their namesakes, or added."""
        newer = list(rows)
        names = {row.get("id") for row in newer}
        return Rulebook([*(row for row in self._rows if row["id"] not in names), *newer])

    def possible(self, index: Index[Way], ad: Wording) -> Iterator[Way]:
        """Yield the ways of an index whose characters and word lists the ad has."""
        stands: dict[str, bool] = {}
        for way in index.possible(ad.characters):
            for name in way.lists:
                if name not in stands:
                    stands[name] = self._list(name).within(ad.text)
                if not stands[name]:
                    break
            else:
                yield way

    def _list(self, name: str) -> Expression:
        if name not in self._list_expressions:
            self._list_expressions[name] = Expression(self._expanded(self._lists[name], 1))
        return self._list_expressions[name]

    def _named(self, mark: str) -> Iterator[tuple[str, int, Row]]:
        for number, row in enumerate(self._rows, 2):
            if row["id"].startswith(mark):
                yield row["id"][1:], number, row

    def _needed(self, names: Iterable[str]) -> dict[str, str]:
        """Return the word lists that the program itself needs."""
        missing = [name for name in names if name not in self._lists]
        if missing:
            raise RulebookError(1, f"@{missing[0]}")
        return {name: self._expanded(self._lists[name], 1) for name in names}

    def _read_rules(self) -> Iterator[Rule]:
        grouped: dict[str, list[tuple[int, Row]]] = {}
        for number, row in enumerate(self._rows, 2):
            if not row["id"].startswith((_LIST, _SPELLING)):
                grouped.setdefault(row["id"], []).append((number, row))
        for id_, rows in grouped.items():
            number, first = rows[0]
            severity = first["severity"]
            if severity not in SEVERITIES:
                raise RulebookError(number, f"severity: {severity}")
            yield Rule(
                id=id_,
                category=first["category"],
                fault=first["fault"],
                severity=severity,
                message=first["message"],
                message_en=first["message_en"] or first["message"],
                advice=first["advice"],
                advice_en=first["advice_en"] or first["advice"],
                allowed=_parts(first["allowed"]),
                basis=first["basis"],
                check=first["check"],
                patterns=tuple(self._pattern(at, row, first) for at, row in rows if row["pattern"]),
                lent=tuple(
                    Lent(row["lent"], row["sign"], _weight(row, at))
                    for at, row in rows
                    if row["lent"]
                ),
                examples=() if first["pattern"] else _parts(first["example"]),
                innocents=() if first["pattern"] else _parts(first["innocent"]),
            )

    def _pattern(self, number: int, row: Row, first: Row) -> Pattern:
        told = {name: row[name] or first[name] for name in _INHERITED}
        ways = branches(row["pattern"])
        return Pattern(
            row=number,
            ways=tuple(Expression(self._expanded(way, number)) for way in ways),
            needs=tuple(self._necessary(way, number) for way in ways),
            lists=tuple(tuple(lists_of(way)) for way in ways),
            unless=Expression(self._expanded(told["unless"], number)),
            lawful=Expression(self._expanded(told["lawful"], number)),
            along=Expression(self._expanded(row["along"], number)),
            denied=told["denied"] == "1",
            open=told["open"] == "1",
            rewrite=told["rewrite"],
            examples=_parts(row["example"]),
            innocents=_parts(row["innocent"]),
            sign=row["sign"],
            weight=_weight(row, number) if row["sign"] else 0,
        )

    def _necessary(self, source: str, number: int) -> Needs:
        try:
            return necessary(source, self._needs_of_list)
        except (IndexError, ValueError) as error:
            raise RulebookError(number, source[:40]) from error

    def _needs_of_list(self, name: str) -> Needs:
        if name not in self._needs:
            self._needs[name] = necessary(self._lists[name], self._needs_of_list)
        return self._needs[name]

    def _expanded(self, source: str, number: int, depth: int = 0) -> str:
        """Put the word lists in.

        Raises:
            RulebookError: a list is missing, or lists name each other in a circle.
        """
        if depth > _NESTED_DEEPEST:
            raise RulebookError(number, source[:40])

        def put(found: re.Match[str]) -> str:
            name = found[1]
            if name not in self._lists:
                raise RulebookError(number, found[0])
            if name not in self._expanded_lists:
                inside = self._expanded(self._lists[name], number, depth + 1)
                self._expanded_lists[name] = f"(?:{inside})"
            return self._expanded_lists[name]

        return _NAMED.sub(put, source)


def _whole(row: Row, number: int) -> Row:
    """Return a row with every column, empty where the table has none.

    Raises:
        RulebookError: it has no name.
    """
    if not row.get("id"):
        raise RulebookError(number, "id")
    return {name: row.get(name) or "" for name in COLUMNS}


def _weight(row: Row, number: int) -> int:
    """Return what a sign weighs.

    Raises:
        RulebookError: it is no whole number.
    """
    try:
        return int(row["weight"])
    except ValueError as error:
        raise RulebookError(number, f"weight: {row['weight']}") from error


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@made_of_tables
def rules_in_force() -> Rulebook:
    """Return the rules that ads are judged by."""
    return Rulebook(read_table("ad_rules"))
