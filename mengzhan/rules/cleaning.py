"""Whose registration should be looked at again: the lists that a station makes for itself, and the
hints beside a line of any list. Hints with their reason; what follows from them people decide.

Registers fill up with people who left long ago: in one province 85.7 % of the registered had been
on the books for more than six months (人社厅发〔2020〕3号 asks for a survey each month).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.model.fieldtypes import read_date
from mengzhan.model.idnumber import check_id
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.due import NOT_MET
from mengzhan.rules.due_rules import due_rules
from mengzhan.rules.filters import Compare, Filter, OneOf
from mengzhan.rules.months import full_months
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import kept_of
from mengzhan.rules.retirement import earliest_pension
from mengzhan.rules.state import is_registered
from mengzhan.rules.visit_sheets import walking_order

LONG, OVER_AGE, NO_PHONE, BAD_ID, STALE, LOST = (
    "long",
    "over_age",
    "no_phone",
    "bad_id",
    "stale",
    "unreached",
)
ON_THE_BOOKS = 6
"""After how many months on the books somebody is looked at again."""

NOT_VERIFIED = 12
"""After how many months a verification is old."""

_LOOKED_AT = ("verification", "follow_up")

GONE, DIED = "7", "X10"
"""Died or moved away (``verify_result``), died (``deregister_reason``): nothing is left to ask."""

ASKED = (
    "name",
    "id_number",
    "phone",
    "residence",
    "area_group",
    "address",
    "household",
    "birth_date",
    "sex",
    "registered_on",
    "unemployed_on",
    "deregistered_on",
    "deregister_reason",
    "employment_status",
    "created",
)
"""What the rules ask of a person; a line of a list holds it too."""


@dataclass(frozen=True)
class Book:
    """What the rules look at besides the person: the days of verifications and follow-ups.

    ``verified`` and ``reached`` hold the newest day by person, ``missed`` those of whom the newest
    follow-up reached nobody, ``gone`` those of whom the newest verification says that they are.
    """

    today: date
    verified: Mapping[str, str] = field(default_factory=dict)
    reached: Mapping[str, str] = field(default_factory=dict)
    missed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CleaningRule:
    """Finds people to verify. ``hint`` says why, ``None`` if there is no reason.

    ``usual`` stands in its words, in months, unless ``due_rule`` names a row of ``due_rule.csv``.
    """

    name: str
    label: str
    hint: Callable[[Values, Book, int], Message | None]
    usual: int = 0
    due_rule: str = ""

    @property
    def months(self) -> int:
        """After how many months somebody is looked at again."""
        return due_rules()[self.due_rule].interval if self.due_rule else self.usual

    def title(self, months: int) -> Message:
        """What a list of these people is called."""
        return Message(self.label, {"months": months})


def _is_gone(person: Values, book: Book) -> bool:
    """Whether somebody died or moved away, and was not registered again since."""
    began, ended = text_of(person, "unemployed_on"), text_of(person, "deregistered_on")
    if text_of(person, "deregister_reason") == DIED and ended >= began:
        return True
    record = text_of(person, "id")
    back = max(began, text_of(person, "registered_on"))
    return record in book.gone and back <= book.verified[record]


def _since(day: str, today: date) -> int:
    """Return how many whole months lie between a day and today; 0 for one that is not known."""
    began = read_date(day, today)
    return full_months(began, today) if began else 0


def _known_since(person: Values) -> str:
    return text_of(person, "registered_on") or day_of(text_of(person, "created"))


def _long(person: Values, book: Book, months: int) -> Message | None:
    began = text_of(person, "unemployed_on")
    if not is_registered(person, book.today.isoformat()) or _since(began, book.today) < months:
        return None
    words = QT_TRANSLATE_NOOP("model", "登记失业 {months} 个月")
    return Message(words, {"months": _since(began, book.today)})


def _over_age(person: Values, book: Book, _months: int) -> Message | None:
    born = read_date(text_of(person, "birth_date"), book.today)
    pension = earliest_pension(born, text_of(person, "sex")) if born else None
    if pension is None or pension > book.today or person.get("employment_status") == "A":
        return None
    words = QT_TRANSLATE_NOOP("model", "可能已到领养老金的年龄（{month}）")
    return Message(words, {"month": f"{pension:%Y-%m}"})


def _no_phone(person: Values, book: Book, _months: int) -> Message | None:
    missing = not text_of(person, "phone")
    return Message(QT_TRANSLATE_NOOP("model", "没有电话")) if missing else None


def _bad_id(person: Values, book: Book, _months: int) -> Message | None:
    number = text_of(person, "id_number")
    if not number:
        return Message(QT_TRANSLATE_NOOP("model", "没有证件号"))
    if not check_id(number, book.today):
        return None
    return Message(QT_TRANSLATE_NOOP("model", "证件号不对或要核对"))


def _stale(person: Values, book: Book, months: int) -> Message | None:
    verified = book.verified.get(text_of(person, "id"), "")
    known = _known_since(person)
    if _since(max(verified, known), book.today) < months:
        return None
    if not verified:
        return Message(QT_TRANSLATE_NOOP("model", "登记后没有核实过"))
    return Message(QT_TRANSLATE_NOOP("model", "上次核实 {day}"), {"day": verified})


def _unreached(person: Values, book: Book, months: int) -> Message | None:
    record = text_of(person, "id")
    known = _known_since(person)
    last = max(book.reached.get(record, ""), known)
    if record not in book.missed or _since(last, book.today) < months:
        return None
    words = QT_TRANSLATE_NOOP("model", "{months} 个月联系不上")
    return Message(words, {"months": _since(last, book.today)})


RULES = (
    CleaningRule(LONG, QT_TRANSLATE_NOOP("model", "登记失业满 {months} 个月"), _long, ON_THE_BOOKS),
    CleaningRule(OVER_AGE, QT_TRANSLATE_NOOP("model", "可能已到领养老金的年龄"), _over_age),
    CleaningRule(NO_PHONE, QT_TRANSLATE_NOOP("model", "没有电话"), _no_phone),
    CleaningRule(BAD_ID, QT_TRANSLATE_NOOP("model", "证件号没有或不对"), _bad_id),
    CleaningRule(STALE, QT_TRANSLATE_NOOP("model", "{months} 个月没有核实"), _stale, NOT_VERIFIED),
    CleaningRule(
        LOST, QT_TRANSLATE_NOOP("model", "{months} 个月联系不上"), _unreached, due_rule="lost"
    ),
)


def rule_called(name: str) -> CleaningRule | None:
    """Return the rule with this name."""
    return next((rule for rule in RULES if rule.name == name), None)


def read_book(reader: Reader, today: date) -> Book:
    """Read the days of all verifications and follow-ups; those of a duplicate count."""
    return _read_book(reader, today, reader.duplicates("person"), None)


def renew_book(reader: Reader, book: Book, changed: Collection[tuple[str, str]]) -> Book:
    """Return the book after a few records have changed, without reading all of it.

    Args:
        changed: pairs of (kind, record).
    """
    about: set[str] = set()
    for kind in _LOOKED_AT:
        ids = tuple(record for other, record in changed if other == kind)
        rows = list(reader.columns(kind, ("person",), OneOf("id", ids))) if ids else []
        if len(rows) < len(ids):  # of what was taken back nobody can tell whom it was about
            return read_book(reader, book.today)
        about |= {text_of(row, "person") for row in rows}
    about.discard("")  # an employer was verified
    if not about:
        return book
    twins = reader.duplicates("person")
    people = {kept_of(twins, one) for one in about}
    named = people | {twin for twin, one in twins.items() if one in people}
    part = _read_book(reader, book.today, twins, OneOf("person", tuple(sorted(named))))
    return Book(
        book.today,
        {**_without(people, book.verified), **part.verified},
        {**_without(people, book.reached), **part.reached},
        book.missed - people | part.missed,
        book.gone - people | part.gone,
    )


def _without(people: Collection[str], days: Mapping[str, str]) -> dict[str, str]:
    return {person: day for person, day in days.items() if person not in people}


def _read_book(reader: Reader, today: date, twins: Mapping[str, str], where: Filter | None) -> Book:
    checks = sorted(
        reader.columns("verification", ("person", "day", "result", "created"), where),
        key=lambda row: (text_of(row, "day"), text_of(row, "created")),
    )
    results = {kept_of(twins, text_of(row, "person")): row.get("result") for row in checks}
    calls = list(reader.columns("follow_up", ("person", "day", "outcome"), where))
    reached = _newest((c for c in calls if c.get("outcome") not in NOT_MET), twins)
    missed = _newest((c for c in calls if c.get("outcome") in NOT_MET), twins)
    return Book(
        today,
        _newest(checks, twins),
        reached,
        frozenset(person for person, day in missed.items() if day > reached.get(person, "")),
        frozenset(person for person, result in results.items() if result == GONE),
    )


def _newest(rows: Iterable[Values], twins: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        person, day = kept_of(twins, text_of(row, "person")), text_of(row, "day")
        found[person] = max(day, found.get(person, ""))
    return found


def people_to_verify(
    reader: Reader, rule: CleaningRule, station: str, today: date, months: int | None = None
) -> list[str]:
    """Return the people of a station of whom a rule holds, in walking order."""
    own = Compare("station", "eq", station)
    book, limit = read_book(reader, today), rule.months if months is None else months
    found = [
        person
        for person in reader.columns("person", ASKED, own)
        if not _is_gone(person, book) and rule.hint(person, book, limit) is not None
    ]
    return [text_of(person, "id") for person in sorted(found, key=_by_route)]


def _by_route(person: Values) -> tuple[object, ...]:
    return text_of(person, "residence") or "~", *walking_order(person)


def hints_about(person: Values, book: Book) -> Iterator[Message]:
    """Yield everything for which a person should be looked at again."""
    if _is_gone(person, book):
        return
    for rule in RULES:
        hint = rule.hint(person, book, rule.months)
        if hint is not None:
            yield hint
