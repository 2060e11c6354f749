"""Indicators about people: registered, wanting work, on their list, taken off it, and who of those
that found work belongs to which group."""

from collections.abc import Iterator

from mengzhan.rules.figures.breakdown import HARD_TO_EMPLOY, groups, read_groups
from mengzhan.rules.figures.figure import Evidence
from mengzhan.rules.figures.happened import Count, arrived, reached
from mengzhan.rules.figures.reading import Ground
from mengzhan.rules.referral_state import is_under_way
from mengzhan.rules.register import Part
from mengzhan.rules.state import WANTS_WORK, Cause, Statement, is_registered
from mengzhan.rules.two_lists import Spell

_NO_DESTINATION = ("", WANTS_WORK, "Z")
"""Codes of ``employment_status`` that tell of nothing somebody went to."""


def _person(record: str, day: str) -> Evidence:
    return Evidence("person", record, record, day, ("person", record))


def registered(ground: Ground) -> Iterator[Evidence]:
    """M11: people registered as unemployed on the first day."""
    for record, values in ground.register.people.items():
        if is_registered(values, ground.first) and ground.owns("person", values, ground.first):
            yield _person(record, ground.first)


def followed_up(ground: Ground) -> Iterator[Evidence]:
    """Above M14: how those of M11 were reached; whoever registered later is not asked for."""
    due = {one.subject for one in registered(ground)}
    return (one for one in reached(ground) if one.subject in due)


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
    found = [
        one for one, said in ground.statements.items() if any(_begins(ground, s) for s in said)
    ]
    for spell in ground.spells(Part(frozenset(found), frozenset()))[0]:
        values = ground.register.people[spell.record]
        said = next((s for s in ground.statements[spell.record] if _ended_by(spell, s)), None)
        if said and _begins(ground, said) and ground.owns("person", values, said.day):
            source, about = said.cause, ("person", spell.record)
            yield Evidence(source.kind, source.record, spell.record, said.day, about)


def _begins(ground: Ground, said: Statement) -> bool:
    """Whether a statement tells of something that somebody went to in the period."""
    return ground.first <= said.day <= ground.last and said.status not in _NO_DESTINATION


def _ended_by(spell: Spell, said: Statement) -> bool:
    """Whether a statement tells how a stay on the list ended."""
    if spell.way is None or said.status == WANTS_WORK or said.day < spell.left_on:
        return False
    return _source(spell.way) == _source(said.cause)


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
