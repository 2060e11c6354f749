"""What looks odd in a month, and what does not."""

from datetime import date

import pytest

from mengzhan.model.codes import code_table
from mengzhan.rules.anomalies import Anomaly, anomalies, explain
from mengzhan.rules.anomalies.looking import _CHECKS
from mengzhan.rules.figures import Period
from mengzhan.rules.tables import publish, read_rows
from tests.computers import Clock
from tests.people import employer_values, phone
from tests.rules.closing.month import MONTH, follow_up, person, visit
from tests.store.conftest import Station


def look(station: Station, month: str = MONTH) -> list[Anomaly]:
    return [*anomalies(station.session.read(), Period.parse(month))]


def told(found: list[Anomaly]) -> list[tuple[str, str, int]]:
    return [(one.rule, str(one.message), len(one.records)) for one in found]


def shops(station: Station, count: int) -> list[str]:
    return [station.add("employer", employer_values(number)) for number in range(count)]


def test_every_rule_has_its_check_words_and_advice() -> None:
    for code in code_table("anomaly"):
        assert code.extra["check"] in _CHECKS
        assert code.english
        assert code.extra["advice"].endswith("。")
        assert code.extra["advice_english"].isascii()


def test_one_telephone_of_five_people(station: Station) -> None:
    people = [station.add("person", person(number, phone=phone(1))) for number in range(4)]
    assert look(station) == []
    people.append(station.add("person", person(4, phone=phone(1))))
    (found,) = look(station)
    assert told([found]) == [("A01", "5 个人留的是同一个电话", 5)]
    assert {record for _, record in found.records} == {*people}
    assert phone(1) not in repr(found)


def test_twenty_visits_typed_within_an_hour(station: Station, clock: Clock) -> None:
    places = shops(station, 20)
    for number, place in enumerate(places[:19]):
        station.add("visit", visit(place, f"2026-11-{number % 9 + 4:02d}"))
        clock.move(minutes=3)
    clock.move(minutes=3)
    station.add("visit", visit(places[19], "2026-11-10"))
    assert look(station) == []
    station.add("visit", visit(places[19], "2026-11-11"))
    assert told(look(station)) == [("A02", "2026-11-23 09:05 起一小时内录入 20 条走访", 20)]


def test_twenty_visits_on_one_day(station: Station, clock: Clock) -> None:
    for place in shops(station, 20):
        station.add("visit", visit(place, "2026-11-12"))
        clock.move(minutes=10)
    assert told(look(station)) == [("A03", "2026-11-12 一天有 20 条走访", 20)]
    assert look(station, "2026-10") == []


def test_the_same_note_five_times(station: Station) -> None:
    for number, place in enumerate(shops(station, 6)):
        note = "了解用工情况良好" if number < 5 else "缺两名挤奶工"
        station.add("visit", visit(place, note=note))
    assert told(look(station)) == [("A06", "5 条走访的备注一字不差", 5)]


def test_a_short_note_may_be_the_same_every_time(station: Station) -> None:
    for place in shops(station, 6):
        station.add("visit", visit(place, note="无变化"))
    assert look(station) == []


@pytest.mark.parametrize(
    ("day", "values", "odd"),
    [
        ("2026-11-09", {"registered_on": "2026-11-10"}, True),
        ("2026-11-10", {"registered_on": "2026-11-10"}, False),
        ("2026-11-09", {"graduated_on": "2026-11-15"}, True),
        ("2026-11-09", {"graduated_on": "2026-06-30"}, False),
    ],
)
def test_dated_before_registration_or_graduation(
    station: Station, day: str, values: dict[str, str], odd: bool
) -> None:
    days = {"registered_on": "2026-10-10", "unemployed_on": "2026-10-01", **values}
    someone = station.add("person", person(1, **days, status_on="2026-11-10"))
    station.add("follow_up", follow_up(someone, day))
    expected = [("A08", "1 条回访的日期早于本人出生、登记或毕业", 1)]
    assert told(look(station)) == (expected if odd else [])


def test_typed_long_after_its_day(station: Station, clock: Clock) -> None:
    someone = station.add("person", person(1))
    station.add("follow_up", follow_up(someone, "2026-11-03"))
    assert look(station) == []
    station.add("follow_up", follow_up(someone, "2026-11-02"))
    assert told(look(station)) == [("A09", "1 条回访过了 20 天以上才录入", 1)]


def test_a_figure_twice_that_of_the_month_before(station: Station) -> None:
    people = [station.add("person", person(number)) for number in range(22)]
    for number, someone in enumerate(people):
        station.add("follow_up", follow_up(someone, f"2026-11-{number % 9 + 4:02d}"))
        if number < 11:
            station.add("follow_up", follow_up(someone, "2026-10-20"))
    found = look(station)
    assert ("A10", "回访人次：本月 22人次，上月 11人次", 22) in told(found)
    assert {one.rule for one in found} == {"A10"}


def test_what_was_explained_is_quiet_until_more_joins(station: Station) -> None:
    for number in range(5):
        station.add("person", person(number, phone=phone(1)))
    (found,) = look(station)
    station.run(explain(found, "一家人共用，户主的电话"))
    assert look(station) == []
    station.add("person", person(5, phone=phone(1)))
    assert told(look(station)) == [("A01", "6 个人留的是同一个电话", 6)]


def test_a_doubled_figure_that_was_explained_stays_quiet(station: Station) -> None:
    people = [station.add("person", person(number)) for number in range(23)]
    for number, someone in enumerate(people[:22]):
        station.add("follow_up", follow_up(someone, f"2026-11-{number % 9 + 4:02d}"))
        if number < 11:
            station.add("follow_up", follow_up(someone, "2026-10-20"))
    for found in look(station):
        station.run(explain(found, "上月下大雪"))
    station.add("follow_up", follow_up(people[22], "2026-11-20"))
    assert look(station) == []


# Other limits ---------------------------------------------------------------------------------------

_HEAD = "code,label,parent,aliases,english,status,check,kind,limit,advice,advice_english\n"


def test_an_office_sets_other_limits_and_leaves_a_rule_out(station: Station) -> None:
    for number in range(3):
        station.add("person", person(number, phone=phone(1)))
    assert look(station) == []
    rows = f"{_HEAD}A01,一个电话多人用,,,,own,phone,person,3,问清是谁的电话。,\n"
    written = station.run(publish("anomaly", read_rows("anomaly", rows), date(2026, 11, 27)))
    (found,) = look(station)
    assert told([found]) == [("A01", "3 个人留的是同一个电话", 3)]
    assert (found.label, found.advice) == ("一个电话多人用", "问清是谁的电话。")
    rows = rows.replace(",own,", ",retired,")
    station.run(publish("anomaly", read_rows("anomaly", rows), date(2026, 11, 28)))
    assert look(station) == []
    assert found.label == "一个电话多人用"
    assert written.kinds == {"rule_table"}
