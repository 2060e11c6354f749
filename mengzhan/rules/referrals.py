"""What a user does about a referral (职业介绍): introduce, hear the result, check that it lasts.

Each is one action. Person, places left and both lists follow from the dates that it writes; none
of them is stored. Texts of a letter are Chinese whatever language the screen speaks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Value, Values
from mengzhan.model.fieldtypes import Money
from mengzhan.model.fold import State
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules import answers
from mengzhan.rules.due import EVIDENCE, STAYS, stay_field
from mengzhan.rules.months import months_later
from mengzhan.rules.operations import NoSuchRecord, add, edit, kept, present
from mengzhan.rules.reader import Change, Desk, Operation, Reader
from mengzhan.rules.referral_state import (
    ARRIVED,
    LEFT_EARLY,
    STAYED_3,
    STAYED_6,
    TERM,
    is_working,
    text_of,
)
from mengzhan.rules.state import EXPIRED, FILLED, OPEN, PARTLY, VacancyOn, state_on

_RESULT_AFTER = {3: STAYED_3, 6: STAYED_6}


def refer(people: Sequence[str], vacancy: str, day: date) -> Operation:
    """Introduce people to a vacancy, each with a letter of its own number and a slip due in a week.

    Raises (when run):
        UserError: ``REFER_NOBODY`` without people, ``VACANCY_CLOSED`` if it is not to be had.
    """

    def run(reader: Reader, desk: Desk) -> Iterator[Change]:
        offer = kept(reader, vacancy)
        _require_kind(reader, offer, "vacancy")
        on = state_on(reader, offer, day)
        if not isinstance(on, VacancyOn) or on.status not in _CAN_BE_HAD:
            words = QT_TRANSLATE_NOOP("model", "这个岗位已撤下或还没登记，不能推荐。")
            raise UserError("VACANCY_CLOSED", Message(words))
        chosen = dict.fromkeys(kept(reader, person) for person in people)
        if not chosen:
            raise UserError("REFER_NOBODY", Message(QT_TRANSLATE_NOOP("model", "请先选推荐谁。")))
        for person, number in zip(chosen, _numbers(reader, desk, day), strict=False):
            _require_kind(reader, person, "person")
            values: dict[str, Value] = {
                "person": person,
                "vacancy": offer,
                "day": day.isoformat(),
                "due_on": (day + TERM).isoformat(),
                "letter_no": number,
            }
            yield from add("referral", values)(reader, desk)

    return run


_CAN_BE_HAD = (OPEN, PARTLY, FILLED, EXPIRED)
"""A filled vacancy may get a place back, and one that ran out may still be offered: both are asked
about before, and not forbidden."""


def _require_kind(reader: Reader, record: str, kind: str) -> State:
    state = present(reader, record)
    if state.kind != kind or state.deleted:
        raise NoSuchRecord
    return state


# Numbers ----------------------------------------------------------------------------------------


def letter_series(replica: str, day: date) -> str:
    """Return how the numbers of letters begin that one computer gives out in a year.

    Two laptops of a station may write letters on one day without hearing of each other, and a
    restored copy goes on beside the one it was made from: so four digits stand for the copy of
    the database (1 chance in 9,000 that two share them). Then all is digits, to be read over the
    telephone: 介〔2026〕4821-017号.
    """
    mark = int(replica[:12] or "0", 16) % 9_000 + 1_000
    return f"介〔{day.year}〕{mark}-"


def _numbers(reader: Reader, desk: Desk, day: date) -> Iterator[str]:
    """Yield numbers that nobody has, a letter that was taken back included."""
    series = letter_series(desk.replica, day)
    given = (
        re.match(r"\d+", text[len(series) :])
        for text in reader.texts_ever("referral", "letter_no", series)
    )
    last = max((int(number[0]) for number in given if number), default=0)
    while True:
        last += 1
        yield f"{series}{last:03}号"


# What came of it --------------------------------------------------------------------------------


def record_result(referral: str, result: str, day: date) -> Operation:
    """Record what was heard of a referral on ``day`` (``referral_result``).

    An interview gives the slip another week; an arrival counts from ``day``. What happens after
    the arrival goes the way of its own operation.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        state = _require_kind(reader, referral, "referral")
        if result == LEFT_EARLY:
            return record_left(referral, day)(reader, desk)
        months = next((m for m, after in _RESULT_AFTER.items() if after == result), 0)
        if months:
            return record_stay_check(referral, months, day)(reader, desk)
        values = answers.referral(result, day)
        if result != ARRIVED and state.values.get("arrived_on"):
            # whoever was thought to have come had not
            values |= dict.fromkeys(("arrived_on", "evidence", "contract_on"))
        return edit(referral, values)(reader, desk)

    return run


def record_arrival(
    referral: str, day: date, evidence: Values | None = None, heard_on: date | None = None
) -> Operation:
    """Record that a person began to work on ``day``, and by which of ``EVIDENCE`` this is known."""
    values: dict[str, Value] = {
        "result": ARRIVED,
        "result_on": (heard_on or day).isoformat(),
        "arrived_on": day.isoformat(),
        **{name: value for name, value in (evidence or {}).items() if name in EVIDENCE},
    }

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        _require_kind(reader, referral, "referral")
        return edit(referral, values)(reader, desk)

    return run


def record_stay_check(referral: str, months: int, day: date) -> Operation:
    """Record that on ``day``, so many ``months`` (1, 3 or 6) after arrival, a person was still there.

    Raises (when run):
        UserError: ``STAY_IMPOSSIBLE``, nobody came or they left; ``STAY_TOO_EARLY``.
    """
    if months not in STAYS:
        raise ValueError(f"a stay is checked after {STAYS} months, not {months}")

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        values = _require_kind(reader, referral, "referral").values
        if not is_working(values, day.isoformat()):
            words = QT_TRANSLATE_NOOP("model", "这个人没有到岗或已离职，不用核对稳岗。")
            raise UserError("STAY_IMPOSSIBLE", Message(words))
        full = months_later(date.fromisoformat(text_of(values, "arrived_on")), months)
        if day < full:
            words = QT_TRANSLATE_NOOP("model", "到岗满 {months} 个月是 {day}，还没到。")
            params = {"months": months, "day": full.isoformat()}
            raise UserError("STAY_TOO_EARLY", Message(words, params))
        checked: dict[str, Value] = {stay_field(months): day.isoformat()}
        if months in _RESULT_AFTER:
            checked |= {"result": _RESULT_AFTER[months], "result_on": day.isoformat()}
        return edit(referral, checked)(reader, desk)

    return run


def record_left(referral: str, day: date) -> Operation:
    """Record that a person who had come left on ``day``; within a month that is the result.

    The person wants work again and the place is free again, both from that day on.

    Raises (when run):
        UserError: ``LEFT_BEFORE_ARRIVAL``, nobody had come.
    """

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        values = _require_kind(reader, referral, "referral").values
        arrived = text_of(values, "arrived_on")
        if not arrived or arrived > day.isoformat():
            words = QT_TRANSLATE_NOOP("model", "还没有到岗，不能记离职；没去上班请记“录用未到岗”。")
            raise UserError("LEFT_BEFORE_ARRIVAL", Message(words))
        left: dict[str, Value] = {"left_on": day.isoformat()}
        if day < months_later(date.fromisoformat(arrived), 1):
            left |= {"result": LEFT_EARLY, "result_on": day.isoformat()}
        return edit(referral, left)(reader, desk)

    return run


def lacks_evidence(referral: Values) -> bool:
    """Whether somebody is said to have come and nothing proves it."""
    proofs = (referral.get(name) for name in EVIDENCE)
    return bool(referral.get("arrived_on")) and not any(proofs)


# The letter -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Letter:
    """What a letter of introduction (推荐信) and its slip (回执) say.

    ``id_number`` is masked unless the letter is made for the purpose of showing it in full.
    ``answers`` are the results between which the employer ticks.
    """

    number: str
    issued_on: date
    due_on: date
    station: str
    station_phone: str
    person: str
    id_number: str
    vacancy: str
    employer: str
    address: str
    contact: str
    phone: str
    headcount: int
    pay: str
    answers: tuple[str, ...]


_EMPLOYER_ANSWERS = ("2", "3", "4", "5", "6")
_PER = {"1": "月", "2": "天", "3": "小时", "4": "件", "5": "年"}


def letters_of(
    reader: Reader,
    referrals: Sequence[str],
    station: Mapping[str, str],
    *,
    in_full: bool,
) -> list[Letter]:
    """Return the letters of some referrals, in their order.

    Args:
        station: ``name`` and ``phone`` of the station.
        in_full: show ID numbers in full; the caller notes the purpose (design section 6).

    Raises:
        NoSuchRecord: one of them, its person or its vacancy is not there.
    """
    return [_letter(reader, referral, station, in_full=in_full) for referral in referrals]


def _letter(reader: Reader, referral: str, station: Mapping[str, str], *, in_full: bool) -> Letter:
    values = _require_kind(reader, referral, "referral").values
    person = present(reader, kept(reader, text_of(values, "person"))).values
    vacancy = present(reader, kept(reader, text_of(values, "vacancy"))).values
    at_work = reader.state(kept(reader, text_of(vacancy, "employer")))
    employer = at_work.values if at_work is not None else {}
    number = reader.catalogue["person"]["id_number"]
    issued = date.fromisoformat(text_of(values, "day"))
    due = text_of(values, "due_on")
    wanted = vacancy.get("headcount")
    results = code_table("referral_result")
    return Letter(
        number=text_of(values, "letter_no"),
        issued_on=issued,
        due_on=date.fromisoformat(due) if due else issued + TERM,
        station=station["name"],
        station_phone=station.get("phone", ""),
        person=text_of(person, "name"),
        id_number=number.show(person.get("id_number"), masked=not in_full),
        vacancy=text_of(vacancy, "title"),
        employer=text_of(employer, "name"),
        address=text_of(vacancy, "workplace") or text_of(employer, "address"),
        contact=text_of(vacancy, "contact") or text_of(employer, "contact"),
        phone=text_of(vacancy, "phone") or text_of(employer, "phone"),
        headcount=wanted if isinstance(wanted, int) else 0,
        pay=_pay(vacancy),
        answers=tuple(code.label for code in results if code.code in _EMPLOYER_ANSWERS),
    )


def _pay(vacancy: Values) -> str:
    low, high = (Money().show(vacancy.get(name)) for name in ("wage_min", "wage_max"))
    amount = low if low == high else "–".join(filter(None, (low, high)))
    per = _PER.get(text_of(vacancy, "wage_unit"), "")
    return f"{amount}元/{per}" if amount and per else f"{amount}元" if amount else "面议"
