"""The way in: ``lint(text)`` or ``lint(values)`` says what is wrong with an ad, why, and what to
write instead. Screens, posters and the command line all come in here.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
    vacancy holds an exception carry its ``reason``. A new text takes some tens of milliseconds, one
    that was looked at lately a few.
    """
    book = rules or rules_in_force()
    if isinstance(subject, str):
        ad = Wording(subject, book.spellings)
        least = least_wage(division, day, wages)
        return _ordered(borne_out({"": ad}, book, *rule_hits(ad, book, least)))
    least = _least_of(subject, division, day, wages)
    ruled = _ruled(subject, book, least)
    fields = _of_fields(subject, book, ruled, least, day or date.min)
    return _with_reasons(subject, [*_of_words(book, ruled), *fields])


def breaches(
    values: Values, severities: Collection[str], *, division: str = "", day: date | None = None
) -> list[Hit]:
    """Return the hits of ``lint`` that have one of these severities, of which each is worse than
    ``warn``.

    What only reads like a fault is no worse than that, so words are weighed only where a rule says
    more: of a long import few vacancies have to be.
    """
    book, least = rules_in_force(), _least_of(values, division, day, None)
    ruled = _ruled(values, book, least)
    is_worse = any(hit.rule.severity in severities for hit in ruled.hits)
    words = _of_words(book, ruled) if is_worse else ()
    fields = _of_fields(values, book, ruled, least, day or date.min)
    hits = _with_reasons(values, [*words, *fields])
    return [hit for hit in hits if hit.rule.severity in severities]


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


def _least_of(
    values: Values, division: str, day: date | None, wages: MinWageTable | None
) -> MinWage:
    place, registered = values.get("place"), values.get("registered_on")
    since = _read_day(registered) or day
    return least_wage(place if isinstance(place, str) else division, since, wages)


@dataclass(frozen=True)
class _Ruled:
    """The texts of a vacancy by their fields, and what the rules found and spared in them."""

    ads: Mapping[str, Wording]
    hits: Sequence[Hit]
    spared: Sequence[Spared]


def _ruled(values: Values, book: Rulebook, least: MinWage) -> _Ruled:
    texts = {name: text for name in TEXTS if isinstance(text := values.get(name), str) and text}
    ads = {name: Wording(text, book.spellings) for name, text in texts.items()}
    around = "\n".join(ad.text for ad in ads.values())
    found: list[Hit] = []
    spared: list[Spared] = []
    signs: list[Seen] = []
    for name, ad in ads.items():
        here, excused = _text_hits(ad, book, around, least, whole=False)
        found += (replace(hit, field=name) for hit in here)
        spared += (replace(one, field=name) for one in excused)
        signs += (replace(sign, field=name) for sign in seen(ad, book, around))
    return _Ruled(ads, [*found, *weighed([*signs, *lent(book, found)], found)], spared)


def _of_words(book: Rulebook, ruled: _Ruled) -> Iterator[Hit]:
    told = list(borne_out(ruled.ads, book, ruled.hits, ruled.spared))
    for name in ruled.ads:
        yield from _ordered(hit for hit in told if hit.field == name)


def _of_fields(
    values: Values, book: Rulebook, ruled: _Ruled, least: MinWage, today: date
) -> Iterator[Hit]:
    days = [day.amount for ad in ruled.ads.values() for day in daily_hours(ad) if day.each]
    for at in check_fields(values, least, today, min(days, default=None)):
        rule = book.rules.get(at.rule)
        if rule is not None:
            yield Hit(rule, 0, 0, "", at.field, at.replacement, at.params)


def _with_reasons(values: Values, hits: Iterable[Hit]) -> list[Hit]:
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
