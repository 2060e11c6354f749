"""Indicators about people: registered, wanting work, on their list, taken off it, and who of those
that found work belongs to which group."""

from collections.abc import Iterator

from mengzhan.model.clock import day_of
from mengzhan.model.entry import text_of
from mengzhan.rules.figures.breakdown import HARD_TO_EMPLOY, groups, read_groups
from mengzhan.rules.figures.figure import Evidence
from mengzhan.rules.figures.happened import Count, arrived
from mengzhan.rules.figures.reading import Ground
from mengzhan.rules.referral_state import is_under_way
from mengzhan.rules.register import Part
from mengzhan.rules.state import WANTS_WORK, Cause, Statement, person_on
from mengzhan.rules.two_lists import Spell

_NO_DESTINATION = ("", WANTS_WORK, "Z")
"""Codes of ``employment_status`` that tell of nothing somebody went to."""


def _person(record: str, day: str) -> Evidence:
    return Evidence("person", record, record, day, ("person", record))


def registered(ground: Ground) -> Iterator[Evidence]:
    """M11: people registered as unemployed on the first day."""
    register, day = ground.register, ground.first
    for record, values in register.people.items():
        earlier = register.earlier.get(record, ())
        if values.get("unemployed_on") or earlier:
            on = person_on(values, day_of(text_of(values, "created")), (), day, earlier)
            if on.registered and ground.owns("person", values, day):
                yield _person(record, day)


def wanting_work(ground: Ground) -> Iterator[Evidence]:
    """Below M30: people who want work on the last day, introduced or not."""
    return (_person(record, ground.last) for record in ground.wanting_work)


def on_list(ground: Ground) -> Iterator[Evidence]:
    """M26: people who want work and have no introduction under way on the last day.

    The same as who stands on the list of ``rules.two_lists``, without working out since when.
    """
    for record in ground.wanting_work:
        referrals = ground.register.referrals_of.get(record, ())
        if not any(is_under_way(one, ground.last) for one in referrals):
            yield _person(record, ground.last)


def taken_off(ground: Ground) -> Iterator[Evidence]:
    """M28: people who left the list for something that began in the period.

    Whoever left by an introduction counts on the day on which the work began. To be unknown, out of
    reach or looked after by another station is no destination.
    """
    found = {
        record: ends
        for record, said in ground.statements.items()
        if (ends := [one for one in said if _is_end(ground, one)])
    }
    for spell in ground.spells(Part(frozenset(found), frozenset()))[0]:
        values = ground.register.people[spell.record]
        for said in found[spell.record]:
            if _ended_by(spell, said) and ground.owns("person", values, said.day):
                yield Evidence(
                    said.cause.kind,
                    said.cause.record,
                    spell.record,
                    said.day,
                    ("person", spell.record),
                )


def _is_end(ground: Ground, said: Statement) -> bool:
    return said.day in ground.period and said.status not in _NO_DESTINATION


def _ended_by(spell: Spell, said: Statement) -> bool:
    """Whether a statement tells how a stay on the list ended."""
    way = spell.way
    if way is None or said.day < spell.left_on:
        return False
    return _source(way) == _source(said.cause)


def _source(cause: Cause) -> tuple[str, ...]:
    """The record behind a cause; one person's record tells of several things."""
    if cause.kind == "person":
        return (cause.record, cause.table, cause.code)
    return (cause.kind, cause.record)


# Groups -----------------------------------------------------------------------------------------


def arrived_of(group: str) -> Count:
    """M21 to M25: those of M20 who belong to a group (a heading of ``key_group``).

    Hard to employ is whoever was recognised by the day of arrival.
    """

    def count(ground: Ground) -> Iterator[Evidence]:
        came = [*arrived(ground)]
        people = read_groups(ground.reader, came)
        for one in came:
            values = people.get(one.about)
            if values is not None and group in groups(values, one.day):
                yield one

    return count


COUNTS = {
    "M11": registered,
    "M21": arrived_of(HARD_TO_EMPLOY),
    "M22": arrived_of("K01"),
    "M23": arrived_of("K03"),
    "M24": arrived_of("K04"),
    "M25": arrived_of("K02"),
    "M26": on_list,
    "M28": taken_off,
}
"""How each of these indicators is counted."""
