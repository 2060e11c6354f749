"""The rules for job ads as data: ``resources/tables/ad_rules.csv``, or a table from elsewhere.

A row of the table is one pattern (a regular expression over the plain form of `wording`, where
``.`` stops at the end of a sentence). Rows of one ``id`` are one rule; what a further row leaves
empty it takes from the rule's first. Two sorts of rows are no rules: ``@名`` is a list of words that
patterns write as ``<名>``, and ``=词`` gives other spellings of a word, by which ads hide it.

========== ====================================================================================
id         stable name of the rule
category   what it is about, in words
severity   ``block`` (fraud), ``error`` (against the law), ``warn`` (unreasonable), ``info``
pattern    what hits; empty for a rule that a ``check`` in the program works out
unless     no hit where this stands in the same clause
lawful     no hit where this stands anywhere in the ad: the reason that makes it lawful
along      a hit only where this stands anywhere in the ad: what makes harmless words a fraud
denied     1: no hit where the clause denies it (不收…)
check      the check in the program that finds hits (``lint.CHECKS``)
message    what is wrong, for people; ``message_en`` the same in English
advice     what to write instead; ``advice_en`` the same in English
rewrite    the words to put in their place (``\\1`` is a group of the pattern), ``-`` takes them out
allowed    reasons with which a vacancy may keep the words, separated by ``|``; empty: none
basis      where the rule stands
example    ads that the row must find, separated by ``|``
innocent   ads that the row must leave alone, separated by ``|``
========== ====================================================================================
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, cast, get_args

from mengzhan.model.problem import UserError
from mengzhan.model.resources import read_table
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.ads import denial, identity
from mengzhan.rules.ads.denial import Denials
from mengzhan.rules.ads.identity import EmployerNames
from mengzhan.rules.ads.wording import Spellings

AdSeverity = Literal["block", "error", "warn", "info"]
SEVERITIES: tuple[AdSeverity, ...] = get_args(AdSeverity)
"""From the worst down."""

_LIST, _SPELLING = "@", "="
_NAMED = re.compile("<([一-鿿]+)>")
_INHERITED = ("unless", "lawful", "denied", "rewrite")
_NESTED_DEEPEST = 5


class RulebookError(UserError):
    """A table of rules that cannot be used; ``row`` counts like a spreadsheet, header included."""

    def __init__(self, row: int, reason: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "广告规则表第 {row} 行用不了：{reason}")
        super().__init__("AD_RULES", Message(words, {"row": row, "reason": reason}))
        self.row = row


@dataclass(frozen=True)
class Pattern:
    """One way in which a rule is broken."""

    row: int
    source: str
    unless: re.Pattern[str] | None
    lawful: re.Pattern[str] | None
    along: re.Pattern[str] | None
    denied: bool
    rewrite: str
    examples: tuple[str, ...]
    innocents: tuple[str, ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, ready to search with."""
        return re.compile(self.source)


@dataclass(frozen=True)
class Rule:
    """One rule: what it says to people, and the patterns that break it."""

    id: str
    category: str
    severity: AdSeverity
    message: str
    message_en: str
    advice: str
    advice_en: str
    allowed: tuple[str, ...]
    basis: str
    check: str
    patterns: tuple[Pattern, ...]

    @property
    def blocks(self) -> bool:
        """Whether a vacancy with such words cannot be saved."""
        return self.severity == "block"

    @cached_property
    def anywhere(self) -> re.Pattern[str] | None:
        """All patterns as one, to find quickly where any of them may begin."""
        if not self.patterns:
            return None
        return re.compile("|".join(f"(?:{pattern.source})" for pattern in self.patterns))


Row = Mapping[str, str]


class Rulebook:
    """A table of rules, checked and ready."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Take the rows of a table.

        Raises:
            RulebookError: a row cannot be understood.
        """
        self._rows = [dict(row) for row in rows]
        self._lists = {
            name: row["pattern"] for name, _, row in self._named(_LIST)
        }
        disguises = {}
        for word, number, row in self._named(_SPELLING):
            disguises[word] = self._checked(row["pattern"], number, groups=False)
        self.spellings = Spellings(disguises)
        self.denials = Denials(self._needed(denial.LISTS))
        self.employers = EmployerNames(self._needed(identity.LISTS))
        self.rules = {rule.id: rule for rule in self._read_rules()}

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def replaced_by(self, rows: Iterable[Row]) -> "Rulebook":
        """Return these rules with those of ``rows`` in place of their namesakes, or added."""
        newer = [dict(row) for row in rows]
        names = {row["id"] for row in newer}
        return Rulebook([*(row for row in self._rows if row["id"] not in names), *newer])

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
                severity=cast("AdSeverity", severity),
                message=first["message"],
                message_en=first["message_en"] or first["message"],
                advice=first["advice"],
                advice_en=first["advice_en"] or first["advice"],
                allowed=_parts(first["allowed"]),
                basis=first["basis"],
                check=first["check"],
                patterns=tuple(
                    self._pattern(at, row, first) for at, row in rows if row["pattern"]
                ),
            )

    def _pattern(self, number: int, row: Row, first: Row) -> Pattern:
        told = {name: row[name] or first[name] for name in _INHERITED}
        return Pattern(
            row=number,
            source=self._checked(row["pattern"], number),
            unless=self._excuse(told["unless"], number),
            lawful=self._excuse(told["lawful"], number),
            along=self._excuse(row["along"], number),
            denied=told["denied"] == "1",
            rewrite=told["rewrite"],
            examples=_parts(row["example"]),
            innocents=_parts(row["innocent"]),
        )

    def _excuse(self, source: str, number: int) -> re.Pattern[str] | None:
        return re.compile(self._checked(source, number)) if source else None

    def _checked(self, source: str, number: int, *, groups: bool = True) -> str:
        expanded = self._expanded(source, number)
        try:
            compiled = re.compile(expanded)
        except re.error as error:
            raise RulebookError(number, f"{source[:40]} ({error})") from error
        if compiled.groups and not groups:
            raise RulebookError(number, f"( … ) → (?: … ): {source[:40]}")
        if source and compiled.match(""):
            raise RulebookError(number, f"{source[:40]} (= '')")
        return expanded

    def _expanded(self, source: str, number: int) -> str:
        def put(found: re.Match[str]) -> str:
            if found[1] not in self._lists:
                raise RulebookError(number, found[0])
            return f"(?:{self._lists[found[1]]})"

        for _ in range(_NESTED_DEEPEST):
            if not _NAMED.search(source):
                return source
            source = _NAMED.sub(put, source)
        raise RulebookError(number, source[:40])


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def shipped_rules() -> Rulebook:
    """Return the rules that came with the program."""
    return Rulebook(read_table("ad_rules"))
