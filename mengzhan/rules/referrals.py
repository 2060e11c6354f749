"""What a user does about a referral (职业介绍): introduce, hear the result, check that it lasts.

Each is one action. Person, places left and both lists follow from the dates that it writes; none
of them is stored.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mengzhan.model.entry import Value, Values, date_of, text_of
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


def log_referral(values: Values, record: str) -> Operation:
    """Log a referral from a form; one that nobody numbered gets a number."""

    def run(reader: Reader, desk: Desk) -> Iterable[Change]:
        given = text_of(values, "letter_no")
        day = date_of(values, "day") or desk.today
        number = given or next(_numbers(reader, desk, day))
        return add("referral", {**values, "letter_no": number}, record)(reader, desk)

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


_OF_A_SERIES = re.compile(r"介〔\d{4}〕\d{4}-\d+号")


def is_given_out(number: str) -> bool:
    """Whether a letter's number is one that a station gave out itself: digits that name nobody."""
    return _OF_A_SERIES.fullmatch(number) is not None


def _numbers(reader: Reader, desk: Desk, day: date) -> Iterator[str]:
    """Yield numbers that nobody has, a letter that was taken back or erased included."""
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
        arrived = date_of(values, "arrived_on")
        if arrived is None or not is_working(values, day.isoformat()):
            words = QT_TRANSLATE_NOOP("model", "这个人没有到岗或已离职，不用核对稳岗。")
            raise UserError("STAY_IMPOSSIBLE", Message(words))
        full = months_later(arrived, months)
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
        arrived = date_of(values, "arrived_on")
        if arrived is None or arrived > day:
            words = QT_TRANSLATE_NOOP("model", "还没有到岗，不能记离职；没去上班请记“录用未到岗”。")
            raise UserError("LEFT_BEFORE_ARRIVAL", Message(words))
        left: dict[str, Value] = {"left_on": day.isoformat()}
        if day < months_later(arrived, 1):
            left |= {"result": LEFT_EARLY, "result_on": day.isoformat()}
        return edit(referral, left)(reader, desk)

    return run


def lacks_evidence(referral: Values) -> bool:
    """Whether somebody is said to have come and nothing proves it."""
    proofs = (referral.get(name) for name in EVIDENCE)
    return bool(referral.get("arrived_on")) and not any(proofs)
