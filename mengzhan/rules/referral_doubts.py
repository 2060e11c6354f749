"""What speaks against introducing people to a vacancy. It is said before; it never forbids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.linked import linked
from mengzhan.rules.operations import kept
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import is_under_way, is_working, result_as_of
from mengzhan.rules.state import EXPIRED, FILLED, WANTS_WORK, PersonOn, VacancyOn, state_on

TOO_MANY = 3
"""So many introductions for each place left are sensible; one more is asked about."""


@dataclass(frozen=True)
class Doubt:
    """Something to think of before people are introduced; ``person`` is empty if it is the vacancy.

    ``code`` is stable. A doubt never forbids.
    """

    code: str
    person: str
    words: Message


def doubts_about(reader: Reader, people: Sequence[str], vacancy: str, day: date) -> list[Doubt]:
    """Return what speaks against introducing people to a vacancy on ``day``."""
    offer, chosen = kept(reader, vacancy), list(dict.fromkeys(kept(reader, p) for p in people))
    found = _about_vacancy(reader, chosen, offer, day)
    for person in chosen:
        found += _about_person(reader, person, offer, day)
    return found


def _referrals(reader: Reader, record: str) -> list[Values]:
    return [state.values for state in linked(reader, record, ("referral",))]


def _about_vacancy(reader: Reader, chosen: Sequence[str], offer: str, day: date) -> list[Doubt]:
    on = state_on(reader, offer, day)
    if not isinstance(on, VacancyOn):
        return []
    if on.status == FILLED:
        words = QT_TRANSLATE_NOOP("model", "这个岗位已经招满。")
        return [Doubt("VACANCY_FILLED", "", Message(words))]
    found = []
    if on.status == EXPIRED:
        words = QT_TRANSLATE_NOOP("model", "这个岗位过了有效期，先问单位还招不招。")
        found.append(Doubt("VACANCY_EXPIRED", "", Message(words)))
    today = day.isoformat()
    waiting = sum(is_under_way(referral, today) for referral in _referrals(reader, offer))
    if 0 < on.places_left * TOO_MANY < waiting + len(chosen):
        words = QT_TRANSLATE_NOOP(
            "model", "只缺 {left} 人，已有 {waiting} 人推荐中，再推 {more} 人偏多。"
        )
        params = {"left": on.places_left, "waiting": waiting, "more": len(chosen)}
        found.append(Doubt("TOO_MANY", "", Message(words, params)))
    return found


def _about_person(reader: Reader, person: str, offer: str, day: date) -> Iterator[Doubt]:
    on, today = state_on(reader, person, day), day.isoformat()
    name = _name(reader, person)
    for referral in _referrals(reader, person):
        same = kept(reader, text_of(referral, "vacancy")) == offer
        result = result_as_of(referral, today)
        params = {"name": name, "number": text_of(referral, "letter_no") or "—"}
        if is_under_way(referral, today) and same:
            words = QT_TRANSLATE_NOOP(
                "model", "{name}：这个岗位已经推荐过，还在等回执（{number}）。"
            )
            yield Doubt("SAME_UNDER_WAY", person, Message(words, params))
        elif is_under_way(referral, today):
            words = QT_TRANSLATE_NOOP("model", "{name}：正在推荐别的岗位，还在等回执（{number}）。")
            yield Doubt("OTHER_UNDER_WAY", person, Message(words, params))
        elif same and result and not is_working(referral, today):
            label = code_table("referral_result").label(result)
            words = QT_TRANSLATE_NOOP("model", "{name}：这个岗位推荐过，结果是“{result}”。")
            yield Doubt("ANSWERED_BEFORE", person, Message(words, {**params, "result": label}))
    if isinstance(on, PersonOn) and on.status not in ("", WANTS_WORK):
        label = code_table("employment_status").label(on.status)
        words = QT_TRANSLATE_NOOP("model", "{name}：现在是“{status}”。")
        yield Doubt("NOT_LOOKING", person, Message(words, {"name": name, "status": label}))


def _name(reader: Reader, person: str) -> str:
    state = reader.state(person)
    return text_of(state.values, "name") if state else ""
