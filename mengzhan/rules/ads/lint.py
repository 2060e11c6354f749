"""The way in: ``lint(text)`` or ``lint(values)`` says what is wrong with an ad, why, and what to
write instead. Screens, posters and the command line all call it, and nothing else of this package.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from mengzhan.model.entry import Value, Values
from mengzhan.model.minwage import MinWage, MinWageTable, min_wage_table
from mengzhan.rules.ads.checks import CHECKS, Measured
from mengzhan.rules.ads.exceptions import read_exceptions
from mengzhan.rules.ads.fields import TEXTS, check_fields
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.likeness import borne_out
from mengzhan.rules.ads.rulebook import SEVERITIES, Rulebook, rules_in_force
from mengzhan.rules.ads.search import Spared, pattern_hits
from mengzhan.rules.ads.signs import Seen, lent, seen, weighed
from mengzhan.rules.ads.wording import Wording
from mengzhan.rules.ads.worktime import daily_hours

_WHOLE_AD = "elements"
"""The check that looks at a whole text; a vacancy has fields for what it looks for."""


def lint(
    subject: str | Values,
    *,
    division: str = "",
    day: date | None = None,
    rules: Rulebook | None = None,
    wages: MinWageTable | None = None,
) -> list[Hit]:
    """Return what is wrong with an ad: a text as pasted, or the values of a vacancy.

    ``division`` is where the work is (of a vacancy, where its own field ``place`` is empty), ``day``
    the day on which the ad is judged; without one the newest minimum wage counts and nothing has
    run out. A vacancy is held against the minimum wage of the day of its registration. ``rules``
    and ``wages`` are tables other than the shipped ones.

    Hits stand in the order of the text, of a vacancy in that of its fields. Those for which the
    vacancy holds an exception carry its ``reason``. A text takes about a millisecond.
    """
    book = rules or rules_in_force()
    if isinstance(subject, str):
        ad = Wording(subject, book.spellings)
        least = least_wage(division, day, wages)
        return _ordered(borne_out(ad, book, *rule_hits(ad, book, least)))
    place, registered = subject.get("place"), subject.get("registered_on")
    since = _read_day(registered) or day
    least = least_wage(place if isinstance(place, str) else division, since, wages)
    return _of_vacancy(subject, book, least, day or date.min)


def rule_hits(ad: Wording, book: Rulebook, least: MinWage) -> tuple[list[Hit], list[Spared]]:
    """Return what the rules find in a text, before the words around have their say, and what they
    know there and spare."""
    hits, spared = _text_hits(ad, book, ad.text, least, whole=True)
    signs = [*seen(ad, book, ad.text), *lent(book, hits)]
    return [*hits, *weighed(signs, hits)], spared


def least_wage(
    division: str = "", day: date | None = None, wages: MinWageTable | None = None
) -> MinWage:
    """Return the minimum wage of a place on a day; where none is known, the lowest of the day."""
    table = wages or min_wage_table()
    when = day or date.max
    known = table.on(division, when) if division else None
    return known or table.lowest(when)


def _of_vacancy(values: Values, book: Rulebook, least: MinWage, today: date) -> list[Hit]:
    texts = {name: values[name] for name in TEXTS if isinstance(values.get(name), str)}
    ads = {name: Wording(str(text), book.spellings) for name, text in texts.items()}
    around = "\n".join(ad.text for ad in ads.values())
    found: list[Hit] = []
    spared: dict[str, list[Spared]] = {}
    signs: list[Seen] = []
    for name, ad in ads.items():
        here, spared[name] = _text_hits(ad, book, around, least, whole=False)
        found += (replace(hit, field=name) for hit in here)
        signs += (replace(sign, field=name) for sign in seen(ad, book, around))
    found = [*found, *weighed([*signs, *lent(book, found)], found)]
    hits: list[Hit] = []
    for name, ad in ads.items():
        here = [hit for hit in found if hit.field == name]
        told = borne_out(ad, book, here, spared[name])
        hits += _ordered(replace(hit, field=name) for hit in told)
    days = [day.amount for ad in ads.values() for day in daily_hours(ad) if day.each]
    for at in check_fields(values, least, today, min(days, default=None)):
        rule = book.rules.get(at.rule)
        if rule is not None:
            hits.append(Hit(rule, 0, 0, "", at.field, at.replacement, at.params))
    reasons = {(e.rule, e.words): e.reason for e in read_exceptions(values.get("lint_exceptions"))}
    return [replace(hit, reason=reasons.get(exception_key(hit), "")) for hit in hits]


def exception_key(hit: Hit) -> tuple[str, str]:
    """Return by which rule and words an exception knows a hit; one of a field by its name."""
    return hit.rule.id, hit.words or hit.field


def _text_hits(
    ad: Wording, book: Rulebook, around: str, least: MinWage, *, whole: bool
) -> tuple[list[Hit], list[Spared]]:
    hits, spared = pattern_hits(ad, book, around)
    measured = Measured(ad, least, book.employers)
    for rule in book:
        check = CHECKS.get(rule.check) if whole or rule.check != _WHOLE_AD else None
        for found in check(measured) if check else ():
            first, last = ad.span(found.start, found.end)
            hits.append(Hit(rule, first, last, ad.original[first:last], params=found.params))
    return hits, spared


def _ordered(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.start, SEVERITIES.index(hit.rule.severity)))


def _read_day(value: Value) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None
