"""Proving a table of rules by its own examples, before anybody relies on it."""

import re
from collections.abc import Iterator

from mengzhan.rules.ads.checks import CHECKS
from mengzhan.rules.ads.lint import lint
from mengzhan.rules.ads.rulebook import Pattern, Rule, Rulebook, Way
from mengzhan.rules.ads.search import matches
from mengzhan.rules.ads.wording import Wording


def faults(book: Rulebook) -> Iterator[str]:
    """Yield what is wrong with a table, row by row; with whole ads only once every row is right.

    That is: expressions that cannot be compiled or match nothing at all, rows whose ``example``
    they do not find or whose ``innocent`` their rule hits, checks that this version does not have.
    A table is used only if nothing is yielded; whoever edits one sees at once what a change does.
    """
    wrong = [fault for rule in book for fault in _faults_of_rows(rule, book)]
    yield from wrong
    if not wrong:
        for rule in book:
            yield from _faults_of_whole(rule, book)


def _faults_of_rows(rule: Rule, book: Rulebook) -> Iterator[str]:
    if rule.check and rule.check not in CHECKS:
        yield f"{rule.id}: check {rule.check}"
    for sign in rule.lent:
        if sign.rule not in book.rules:
            yield f"{rule.id}: lent {sign.rule}"
    for pattern in rule.patterns:
        where = f"{rule.id}, row {pattern.row}"
        wrong = _uncompilable(pattern)
        if wrong:
            yield f"{where}: {wrong}"
            continue
        for text in pattern.examples:
            if not any(way.pattern is pattern for way in _broken(rule, book, text)):
                yield f"{where}: does not find {text}"
        for text in pattern.innocents:
            if any(_same(way.pattern, pattern) for way in _broken(rule, book, text)):
                yield f"{where}: hits {text}"


def _faults_of_whole(rule: Rule, book: Rulebook) -> Iterator[str]:
    """What a rule does not find, or finds, in whole ads."""
    texts = [(text, True) for text in rule.examples] + [(text, False) for text in rule.innocents]
    for text, wanted in texts:
        if any(hit.rule is rule for hit in lint(text, rules=book)) != wanted:
            yield f"{rule.id}: {'does not find' if wanted else 'hits'} {text}"


def _same(one: Pattern, other: Pattern) -> bool:
    """Whether two rows say the same: both a hit, or the same sign."""
    return one.sign == other.sign


def _uncompilable(pattern: Pattern) -> str:
    for expression in (*pattern.ways, pattern.unless, pattern.lawful, pattern.along):
        try:
            if expression and expression.regex.match(""):
                return "matches nothing at all"
        except re.error as error:
            return str(error)
    return ""


def _broken(rule: Rule, book: Rulebook, text: str) -> Iterator[Way]:
    """Yield the ways in which a text breaks a rule, those that lie upon others too."""
    ad = Wording(text, book.spellings)
    for index in (book.ways, book.signs):
        for way in index.possible(ad.characters):
            if way.rule is rule and any(matches(ad, way, book, ad.text)):
                yield way
