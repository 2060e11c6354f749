"""The way in: what is wrong with an ad, why, and what to write instead.

``lint(text)`` takes an ad as pasted; `lint_vacancy` (in ``vacancy``) the values of a vacancy.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import in_english
from mengzhan.model.minwage import MinWage, MinWageTable, min_wage_table
from mengzhan.rules.ads.checks import CHECKS, Measured
from mengzhan.rules.ads.rulebook import (
    SEVERITIES,
    Pattern,
    Rule,
    Rulebook,
    Way,
    shipped_rules,
)
from mengzhan.rules.ads.wording import Wording

DELETE = "-"
"""What stands in the column ``rewrite`` for words that are simply taken out."""


@dataclass(frozen=True)
class Hit:
    """One place where an ad breaks a rule; ``start`` and ``end`` count in the text as typed.

    ``field`` names the field of a vacancy, empty for pasted text. ``replacement`` is what to put in
    place of ``words``: empty to take them out, ``None`` where only a person knows.
    """

    rule: Rule
    start: int
    end: int
    words: str
    field: str = ""
    replacement: str | None = None
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def message(self) -> str:
        """What is wrong, in the language of the screen."""
        rule = self.rule
        return (rule.message_en if in_english() else rule.message).format(**self.params)

    @property
    def advice(self) -> str:
        """What to write instead, in the language of the screen."""
        rule = self.rule
        return (rule.advice_en if in_english() else rule.advice).format(**self.params)

    def applied(self, text: str) -> str:
        """Return ``text`` with the replacement in place of the words, and the commas put right."""
        if self.replacement is None:
            return text
        before, after = text[: self.start], text[self.end :]
        if self.replacement:
            return f"{before}{self.replacement}{after}"
        return _joined(before, after)


_PAUSES = "，,、；; \n"
_STOPS = "。！？!?"


def _joined(before: str, after: str) -> str:
    """Close the gap that words taken out leave behind: one sign between two clauses is enough."""
    stripped, following = before.rstrip(_PAUSES), after.lstrip(_PAUSES)
    if not stripped or not following or following[0] in _STOPS:
        return stripped + following
    if stripped == before and following == after:
        return before + after
    return f"{stripped}{(before + after)[len(stripped)]}{following}"


def lint(
    text: str,
    *,
    least: MinWage | None = None,
    rules: Rulebook | None = None,
    context: str = "",
) -> list[Hit]:
    """Return what is wrong with an ad, in the order of its words.

    ``least`` is the minimum wage that applies (`least_wage`); without one, the lowest of those in
    force today in Inner Mongolia. ``context`` is further text of the same ad in which a lawful
    reason may stand. Takes well under a millisecond for a text of a few hundred characters.
    """
    book = rules or shipped_rules()
    ad = Wording(text, book.spellings)
    around = f"{ad.text}\n{context}" if context else ad.text
    measured = Measured(ad, least or least_wage(), book.employers)
    found = [*_by_pattern(ad, book, around), *_by_check(measured, book)]
    return sorted(found, key=lambda hit: (hit.start, SEVERITIES.index(hit.rule.severity)))


def least_wage(
    division: str = "", day: date | None = None, table: MinWageTable | None = None
) -> MinWage:
    """Return the minimum wage of a place on a day; where none is known, the lowest of the day."""
    wages = table or min_wage_table()
    when = day or date.today()
    known = wages.on(division, when) if division else None
    return known or wages.lowest(when)


def _by_pattern(ad: Wording, book: Rulebook, around: str) -> Iterator[Hit]:
    """Yield the hits of each rule, none upon another; of two, the one that begins first."""
    found = [
        (way.rule.id, match.start(), way.order, way, match)
        for way in book.ways.possible(ad.characters)
        for match in _matches(ad, way, book, around)
    ]
    reached: dict[str, int] = {}
    for rule, start, _, way, match in sorted(found, key=lambda candidate: candidate[:3]):
        if start >= reached.get(rule, 0):
            reached[rule] = match.end()
            first, last = ad.span(*match.span())
            replacement = _replacement(way.pattern, match)
            yield Hit(way.rule, first, last, ad.original[first:last], replacement=replacement)


def _matches(ad: Wording, way: Way, book: Rulebook, around: str) -> Iterator[re.Match[str]]:
    """Yield where one way hits and nothing excuses it."""
    at = 0
    while found := way.expression.regex.search(ad.text, at):
        if _excused(ad, way.pattern, book, around, found.span()):
            at = found.start() + 1
        else:
            yield found
            at = found.end()


def _excused(
    ad: Wording, pattern: Pattern, book: Rulebook, around: str, span: tuple[int, int]
) -> bool:
    if pattern.unless.within(ad.text, *ad.clause(*span)) or pattern.lawful.within(around):
        return True
    if pattern.along and not pattern.along.within(around):
        return True
    return pattern.denied and book.denials.denied(ad, *span)


def _replacement(pattern: Pattern, found: re.Match[str]) -> str | None:
    if not pattern.rewrite:
        return None
    return "" if pattern.rewrite == DELETE else found.expand(pattern.rewrite)


def _by_check(measured: Measured, book: Rulebook) -> Iterator[Hit]:
    for rule in book:
        check = CHECKS.get(rule.check)
        for found in check(measured) if check else ():
            first, last = measured.ad.span(found.start, found.end)
            words = measured.ad.original[first:last]
            yield Hit(rule, first, last, words, params=found.params)


def faults(book: Rulebook) -> Iterator[str]:
    """Yield what is wrong with a table: expressions that cannot be compiled, rows whose
    ``example`` they do not find, or whose ``innocent`` their rule hits.

    A table is used only if nothing is yielded: whoever edits one sees at once what a change does.
    """
    for rule in book:
        for pattern in rule.patterns:
            where = f"{rule.id}, row {pattern.row}"
            try:
                _compile(pattern)
            except re.error as error:
                yield f"{where}: {error}"
                continue
            for text in pattern.examples:
                if not any(way.pattern is pattern for way in _broken(rule, book, text)):
                    yield f"{where}: does not find {text}"
            for text in pattern.innocents:
                if any(_broken(rule, book, text)):
                    yield f"{where}: hits {text}"


def _compile(pattern: Pattern) -> None:
    for expression in (*pattern.ways, pattern.unless, pattern.lawful, pattern.along):
        if expression and expression.regex.match(""):
            raise re.error("matches nothing at all", expression.source)


def _broken(rule: Rule, book: Rulebook, text: str) -> Iterator[Way]:
    """Yield the ways in which a text breaks a rule, those that lie upon others too."""
    ad = Wording(text, book.spellings)
    for way in book.ways.possible(ad.characters):
        if way.rule is rule and any(_matches(ad, way, book, ad.text)):
            yield way
