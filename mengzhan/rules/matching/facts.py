"""What matching knows of a person and of a vacancy on one day. Rules see nothing else.

Sex, ethnicity, groups, difficulties and household are not among it, so nothing can rank by them;
of age there is only how long somebody has to wait for work that the law keeps for older people.
Everything that depends on the day is worked out here, so that the facts of a day do not change.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Value, Values, date_of, is_day, text_of, texts_of
from mengzhan.model.idnumber import ADULT_AGE, WORKING_AGE, birthday
from mengzhan.model.occupations import occupations
from mengzhan.model.resources import read_table
from mengzhan.rules.matching.pay import Pay, pay_of
from mengzhan.rules.matching.wording import skill_words, spoken_of, words_of
from mengzhan.rules.months import months_until
from mengzhan.rules.state import Service, arrived_on, is_offered, person_on, wanted_by

OTHER = "Z"
"""The code of ``license_type`` for what the table does not name: nobody can compare it."""

SPEAKS_BOTH, ONLY_MONGOLIAN = "M", "B"
"""Codes of ``license_type`` (蒙汉兼通) and ``limits`` (只会说蒙古语)."""

NO_TRANSPORT = "7"
"""The code of ``limits`` for somebody without a vehicle."""

_APART = (NO_TRANSPORT, ONLY_MONGOLIAN)

_TRAINED = ("3", "4")
"""Codes of ``enrolment_result``: somebody finished, with or without a certificate."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """A person as matching sees one.

    ``months_to_age`` says for each age that the law asks in how many months it is reached, 0 if it
    is; ``None`` without a date of birth. Of the limits those that are ``seasons`` stand apart, and
    that there is no transport; ``limits`` are the others. ``licences`` includes what a larger driving licence
    covers. ``wage_wish`` is in fen a month, 0 if not stated; ``status`` a code of
    ``employment_status``.
    """

    record: str
    status: str
    home: str
    travel_range: str
    available: str
    licences: frozenset[str]
    months_to_age: tuple[tuple[int, int], ...] | None
    wanted: tuple[str, ...]
    wage_wish: int
    seasons: tuple[str, ...]
    limits: tuple[str, ...]
    no_transport: bool
    needs_mongolian: bool
    speaks_mongolian: bool
    skills: tuple[str, ...]
    skill_level: str
    years: int
    trained: tuple[str, ...]
    training_wished: tuple[str, ...]
    training_asked_on: str

    @property
    def wants_work(self) -> bool:
        """Whether the person looks for work (``employment_status``)."""
        known = code_table("employment_status").get(self.status)
        return known is not None and known.flag("wants_work")


@dataclass(frozen=True, slots=True)
class Opening:
    """A vacancy as matching sees one.

    ``offered``: registered and not taken down; it may still be full or have run out. ``foreign``:
    another station's, of which it is not known who came. ``needed_by`` is when somebody has to be
    there: the start if there is one (``starts``), else the end of the search; never past.
    ``age`` is what the law asks, ``because`` names the field and value that ask for more than 16.
    """

    record: str
    station: str
    foreign: bool
    offered: bool
    headcount: int
    arrived: int
    until: str
    expired: bool
    needed_by: str
    starts: bool
    month: str
    place: str
    licences: tuple[str, ...]
    other_licence: bool
    age: int
    because: str
    occupation: str
    title: str
    from_title: bool
    pay: Pay
    term: str
    shift: str
    board: str
    heavy: str
    needs_mongolian: bool
    skills: tuple[str, ...]


@dataclass(frozen=True)
class Told:
    """What the journal and other records tell of a person.

    ``made`` is the day on which the record was made; services are (kind, values), in any order;
    ``earlier`` is what each entry set in ``REGISTRATION_FIELDS``, oldest first.
    """

    made: str
    services: Sequence[Service] = ()
    earlier: Sequence[Values] = ()

    def of_kind(self, kind: str) -> list[Values]:
        """The services of one kind."""
        return [values for found, values in self.services if found == kind]


def seeker_from(record: str, person: Values, told: Told, day: date) -> Seeker:
    """Work out the facts of a person on ``day``."""
    limits = texts_of(person, "limits")
    own = frozenset(texts_of(person, "licences"))
    needs = person.get("needs_mongolian") is True or ONLY_MONGOLIAN in limits
    asked = max(told.of_kind("training_intent"), key=_day, default={})
    willing = asked.get("willing") == "1"
    on = person_on(person, told.made, told.services, day.isoformat(), told.earlier)
    return Seeker(
        record=record,
        status=on.status,
        home=text_of(person, "residence"),
        travel_range=text_of(person, "travel_range"),
        available=_date(person, "available_on"),
        licences=own.union(*map(_covered, own)),
        months_to_age=_months_to_age(date_of(person, "birth_date"), day),
        wanted=tuple(texts_of(person, "wanted_occupations")),
        wage_wish=_number(person.get("wage_wish")),
        seasons=tuple(code for code in limits if _is_season(code)),
        limits=tuple(code for code in limits if not (_is_season(code) or code in _APART)),
        no_transport=NO_TRANSPORT in limits,
        needs_mongolian=needs,
        speaks_mongolian=needs or SPEAKS_BOTH in own,
        skills=skill_words(text_of(person, "skills")),
        skill_level=text_of(person, "skill_level"),
        years=_number(person.get("experience_years")),
        trained=_trained(told.of_kind("enrolment")),
        training_wished=tuple(texts_of(asked, "trades")) if willing else (),
        training_asked_on=_day(asked),
    )


def opening_from(
    record: str,
    vacancy: Values,
    employer: Values,
    referrals: Iterable[Values],
    day: date,
    own_station: str = "",
) -> Opening:
    """Work out the facts of a vacancy on ``day``.

    Args:
        own_station: the station that matches; empty for an office, which has everybody's referrals.
    """
    today = day.isoformat()
    station, title = text_of(vacancy, "station"), text_of(vacancy, "title")
    until, start = _date(vacancy, "valid_until"), _date(vacancy, "start_on")
    needed = texts_of(vacancy, "licences")
    text = "，".join(text_of(vacancy, n) for n in ("title", "duties", "conditions", "skills"))
    age, because = age_asked(vacancy, text)
    occupation = text_of(vacancy, "occupation")
    return Opening(
        record=record,
        station=station,
        foreign=bool(own_station and station) and station != own_station,
        offered=is_offered(vacancy, today),
        headcount=wanted_by(vacancy),
        arrived=arrived_on(referrals, today),
        until=until,
        expired=bool(until) and until < today,
        needed_by=max(start or until, today) if start or until else "",
        starts=bool(start),
        month=max(start, today)[5:7],
        place=text_of(vacancy, "place") or text_of(employer, "place"),
        licences=tuple(code for code in needed if code != OTHER),
        other_licence=OTHER in needed,
        age=age,
        because=because,
        occupation=occupation or _meant_by(title),
        title=title,
        from_title=not occupation,
        pay=pay_of(vacancy),
        term=text_of(vacancy, "term"),
        shift=text_of(vacancy, "shift"),
        board=text_of(vacancy, "board"),
        heavy=spoken_of(text, heavy_words()),
        needs_mongolian=vacancy.get("needs_mongolian") is True,
        skills=skill_words(text_of(vacancy, "skills")),
    )


def _date(values: Values, name: str) -> str:
    """A day as it is kept; anything else (of a newer version) is not known."""
    text = text_of(values, name)
    return text if is_day(text) else ""


def _number(value: Value) -> int:
    return value if isinstance(value, int) and value > 0 else 0


def _day(service: Values) -> str:
    return text_of(service, "day")


def _trained(enrolments: Iterable[Values]) -> tuple[str, ...]:
    trades = (text_of(one, "trade") for one in enrolments if one.get("result") in _TRAINED)
    return tuple(dict.fromkeys(filter(None, trades)))


# Age ------------------------------------------------------------------------------------------


def _months_to_age(birth: date | None, day: date) -> tuple[tuple[int, int], ...] | None:
    if birth is None:
        return None
    ages = (WORKING_AGE, ADULT_AGE)
    return tuple((age, months_until(day, birthday(birth, age))) for age in ages)


def age_asked(vacancy: Values, text: str) -> tuple[int, str]:
    """Return the age that the law asks for a vacancy, and what in the record asks for it.

    From the table ``legal_age``: 16 for all work (劳动法 15), 18 for night and hazardous work as far
    as shift, licences or the words of the vacancy say so.
    """
    for field, values, age in _ages():
        if field == "text":
            found = spoken_of(text, values)
        else:
            held = vacancy.get(field)
            codes: Collection[object] = held if isinstance(held, list) else (held,)
            found = next((value for value in values if value in codes), "")
        if found:
            return age, f"{field}:{found}"
    return WORKING_AGE, ""


@cache
def _ages() -> list[tuple[str, list[str], int]]:
    """The rows above the general age, those of one field and age together."""
    grouped: dict[tuple[str, int], list[str]] = {}
    for row in read_table("legal_age"):
        if row["field"]:
            grouped.setdefault((row["field"], int(row["age"])), []).append(row["value"])
    return [(field, values, age) for (field, age), values in grouped.items()]


# Tables ---------------------------------------------------------------------------------------


@cache
def _covered(licence: str) -> frozenset[str]:
    known = code_table("license_type").get(licence)
    return frozenset(filter(None, (known.extra.get("covers", "") if known else "").split("|")))


@cache
def heavy_words() -> tuple[str, ...]:
    """Words that tell of work which somebody with a limit against heavy work cannot do."""
    return tuple(word for rule in limit_rules().values() for word in rule["words_clash"])


@cache
def limit_rules() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Limit -> what of a vacancy it goes with or clashes with, from the table ``limits``."""
    columns = ("months", "shifts_met", "shifts_clash", "boards_met", "boards_clash", "words_clash")
    return {
        code.code: {
            name: tuple(filter(None, code.extra.get(name, "").split("|"))) for name in columns
        }
        for code in code_table("limits")
    }


def _is_season(limit: str) -> bool:
    rules = limit_rules().get(limit)
    return bool(rules and rules["months"])


@lru_cache(maxsize=4096)
def _meant_by(title: str) -> str:
    """The one occupation that a title means by its name or a plain word (羊倌), as a whole or in its
    parts: 制衣工/缝纫工（上衣组）."""
    whole, *parts = title, *words_of(title)
    for words in ([whole], parts):
        found = {one.code for one in map(occupations().find, words) if one is not None}
        if found:
            return found.pop() if len(found) == 1 else ""
    return ""
