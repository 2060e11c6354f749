"""Whose registration should be looked at again: the lists that a station makes for itself, and the
hints beside a line of any list. Hints with their reason; what follows from them people decide.

Registers fill up with people who left long ago: in one province 85.7 % of the registered had been
on the books for more than six months (人社厅发〔2020〕3号 asks for a survey each month).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mengzhan.model.clock import day_of
from mengzhan.model.entry import Values, text_of
from mengzhan.model.fieldtypes import read_date
from mengzhan.model.idnumber import check_id
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules import answers
from mengzhan.rules.filters import Compare
from mengzhan.rules.months import full_months
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import kept_of
from mengzhan.rules.retirement import earliest_pension

LONG, OVER_AGE, NO_PHONE, BAD_ID, STALE, LOST = (
    "long",
    "over_age",
    "no_phone",
    "bad_id",
    "stale",
    "unreached",
)
ON_THE_BOOKS = OUT_OF_TOUCH = 6
"""After how many months on the books, or without any contact, somebody is looked at again."""

NOT_VERIFIED = 12
"""After how many months a verification is old."""

ASKED = (
    "name",
    "id_number",
    "phone",
    "residence",
    "area_group",
    "birth_date",
    "sex",
    "registered_on",
    "unemployed_on",
    "deregistered_on",
    "employment_status",
    "created",
)
"""What the rules ask of a person; a line of a list holds it too."""


@dataclass(frozen=True)
class Book:
    """What the rules look at besides the person: the days of verifications and follow-ups.

    ``verified`` and ``reached`` hold the newest day by person, ``missed`` those of whom the newest
    follow-up reached nobody.
    """

    today: date
    verified: Mapping[str, str] = field(default_factory=dict)
    reached: Mapping[str, str] = field(default_factory=dict)
    missed: frozenset[str] = frozenset()


@dataclass(frozen=True)
class CleaningRule:
    """Finds people to verify. ``hint`` says why, ``None`` if there is no reason; ``months`` stands
    in its words."""

    name: str
    label: str
    months: int
    hint: Callable[[Values, Book, int], Message | None]

    def title(self, months: int) -> Message:
        """What a list of these people is called."""
        return Message(self.label, {"months": months})


def _is_registered(person: Values, today: date) -> bool:
    began, ended = text_of(person, "unemployed_on"), text_of(person, "deregistered_on")
    return bool(began) and not (began <= ended <= today.isoformat())


def _since(day: str, today: date) -> int:
    """Return how many whole months lie between a day and today; 0 for one that is not known."""
    began = read_date(day, today)
    return full_months(began, today) if began else 0


def _known_since(person: Values) -> str:
    return text_of(person, "registered_on") or day_of(text_of(person, "created"))


def _long(person: Values, book: Book, months: int) -> Message | None:
    began = text_of(person, "unemployed_on")
    if not _is_registered(person, book.today) or _since(began, book.today) < months:
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
    CleaningRule(LONG, QT_TRANSLATE_NOOP("model", "登记失业满 {months} 个月"), ON_THE_BOOKS, _long),
    CleaningRule(OVER_AGE, QT_TRANSLATE_NOOP("model", "可能已到领养老金的年龄"), 0, _over_age),
    CleaningRule(NO_PHONE, QT_TRANSLATE_NOOP("model", "没有电话"), 0, _no_phone),
    CleaningRule(BAD_ID, QT_TRANSLATE_NOOP("model", "证件号没有或不对"), 0, _bad_id),
    CleaningRule(STALE, QT_TRANSLATE_NOOP("model", "{months} 个月没有核实"), NOT_VERIFIED, _stale),
    CleaningRule(
        LOST, QT_TRANSLATE_NOOP("model", "{months} 个月联系不上"), OUT_OF_TOUCH, _unreached
    ),
)


def rule_called(name: str) -> CleaningRule | None:
    """Return the rule with this name."""
    return next((rule for rule in RULES if rule.name == name), None)


def read_book(reader: Reader, today: date) -> Book:
    """Read the days of all verifications and follow-ups; those of a duplicate count."""
    twins = reader.duplicates("person")
    verified = _newest(reader.columns("verification", ("person", "day")), twins)
    calls = list(reader.columns("follow_up", ("person", "day", "outcome")))
    reached = _newest((c for c in calls if c.get("outcome") not in answers.UNREACHED), twins)
    missed = _newest((c for c in calls if c.get("outcome") in answers.UNREACHED), twins)
    out = (person for person, day in missed.items() if day > reached.get(person, ""))
    return Book(today, verified, reached, frozenset(out))


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
        if rule.hint(person, book, limit) is not None
    ]
    return [text_of(person, "id") for person in sorted(found, key=_by_route)]


def _by_route(person: Values) -> tuple[str, str, str]:
    places = text_of(person, "residence") or "~", text_of(person, "area_group")
    return *places, text_of(person, "name")


def hints_about(person: Values, book: Book) -> Iterator[Message]:
    """Yield everything for which a person should be looked at again."""
    for rule in RULES:
        hint = rule.hint(person, book, rule.months)
        if hint is not None:
            yield hint
