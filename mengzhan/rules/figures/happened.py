"""Indicators that count what happened in a period: visits, follow-ups, introductions and so on."""

from collections.abc import Callable, Iterable, Iterator

from mengzhan.model.entry import Values, text_of, texts_of
from mengzhan.rules.answers import NO_CONTACT, UNREACHED
from mengzhan.rules.figures.figure import Evidence
from mengzhan.rules.figures.reading import Ground

Count = Callable[[Ground], Iterable[Evidence]]

_YES = "1"
_NOTHING_WRONG = ("", "1", "9")
"""Codes of ``verify_result`` that correct nothing: data agree, needs further checking."""


def _told(
    ground: Ground, kind: str, rows: Iterable[Values], whom: str, day: str = "day"
) -> Iterator[Evidence]:
    """Count whom records name, each once."""
    for row in rows:
        about = ground.about(whom, row)
        yield Evidence(kind, text_of(row, "id"), about[1], text_of(row, day), about)


def _each(ground: Ground, kind: str, rows: Iterable[Values], *whom: str) -> Iterator[Evidence]:
    """Count the records themselves; they are about the first of ``whom`` that they name."""
    for row in rows:
        named = next((one for one in whom if text_of(row, one)), whom[0])
        record = text_of(row, "id")
        yield Evidence(kind, record, record, text_of(row, "day"), ground.about(named, row))


def _with(rows: Iterable[Values], name: str, *codes: str) -> list[Values]:
    return [row for row in rows if text_of(row, name) in codes]


def visited(ground: Ground) -> Iterator[Evidence]:
    """M04: employers visited."""
    return _told(ground, "visit", ground.visits, "employer")


def visits(ground: Ground) -> Iterator[Evidence]:
    """M05: visits."""
    return _each(ground, "visit", ground.visits, "employer")


def policies(ground: Ground) -> Iterator[Evidence]:
    """M06: policies ticked in visits and follow-ups, record by policy."""
    for kind, rows, whom in (
        ("visit", ground.visits, "employer"),
        ("follow_up", ground.follow_ups, "person"),
    ):
        for row in rows:
            record = text_of(row, "id")
            for policy in texts_of(row, "policies"):
                subject = f"{record} {policy}"
                about = ground.about(whom, row)
                yield Evidence(kind, record, subject, text_of(row, "day"), about)


def asked(ground: Ground) -> Iterator[Evidence]:
    """M07: people asked about training."""
    return _told(ground, "training_intent", ground.intents, "person")


def _last_of_each(ground: Ground, rows: Iterable[Values]) -> list[Values]:
    """Return the last record about each person; ``rows`` are in the order of their days."""
    return [*{ground.about("person", row): row for row in rows}.values()]


def willing(name: str) -> Count:
    """M08, M09: people whose last answer to ``name`` in the period is yes."""

    def count(ground: Ground) -> Iterator[Evidence]:
        answered = (row for row in ground.intents if text_of(row, name))
        yes = _with(_last_of_each(ground, answered), name, _YES)
        return _told(ground, "training_intent", yes, "person")

    return count


def enrolled(ground: Ground) -> Iterator[Evidence]:
    """M10: enrolments, person by course."""
    for row in ground.enrolments:
        about, day = ground.about("person", row), text_of(row, "started_on")
        subject = f"{about[1]} {day} {text_of(row, 'course')}"
        yield Evidence("enrolment", text_of(row, "id"), subject, day, about)


def reached(ground: Ground) -> Iterator[Evidence]:
    """M12: people reached by a follow-up."""
    rows = [row for row in ground.follow_ups if text_of(row, "outcome") not in ("", *UNREACHED)]
    return _told(ground, "follow_up", rows, "person")


def follow_ups(ground: Ground) -> Iterator[Evidence]:
    """M13: follow-ups."""
    return _each(ground, "follow_up", ground.follow_ups, "person")


def in_vain(ground: Ground) -> Iterator[Evidence]:
    """M13X: follow-ups that reached nobody."""
    rows = _with(ground.follow_ups, "outcome", NO_CONTACT)
    return _each(ground, "follow_up", rows, "person")


def out_of_contact(ground: Ground) -> Iterator[Evidence]:
    """M15: people whose last follow-up reached nobody."""
    rows = _with(_last_of_each(ground, ground.follow_ups), "outcome", NO_CONTACT)
    return _told(ground, "follow_up", rows, "person")


def verified(ground: Ground) -> Iterator[Evidence]:
    """M16: verifications."""
    return _each(ground, "verification", ground.verifications, "person", "employer")


def corrected(ground: Ground) -> Iterator[Evidence]:
    """M17: verifications that found something to correct."""
    rows = [row for row in ground.verifications if text_of(row, "result") not in _NOTHING_WRONG]
    return _each(ground, "verification", rows, "person", "employer")


def introductions(ground: Ground) -> Iterator[Evidence]:
    """M18: introductions."""
    return _each(ground, "referral", ground.introductions, "person")


def introduced(ground: Ground) -> Iterator[Evidence]:
    """M19: people introduced."""
    return _told(ground, "referral", ground.introductions, "person")


def arrived(ground: Ground) -> Iterator[Evidence]:
    """M20: people who came to work; the day of arrival decides, no other date of the referral."""
    return _told(ground, "referral", ground.arrivals, "person", "arrived_on")


COUNTS = {
    "M04": visited,
    "M05": visits,
    "M06": policies,
    "M07": asked,
    "M08": willing("willing"),
    "M09": willing("start_business"),
    "M10": enrolled,
    "M12": reached,
    "M13": follow_ups,
    "M13X": in_vain,
    "M15": out_of_contact,
    "M16": verified,
    "M17": corrected,
    "M18": introductions,
    "M19": introduced,
    "M20": arrived,
}
"""How each of these indicators is counted."""
