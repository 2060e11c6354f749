"""What an office writes for all its stations: rule tables and policies, by the next receipt."""

from datetime import date

import pytest

from mengzhan.model.minwage import min_wage_table
from mengzhan.model.resources import shipped_table
from mengzhan.rules import tables
from mengzhan.rules.ads.lint import lint
from mengzhan.rules.reader import Change
from mengzhan.rules.tables import (
    NotOwn,
    Outdated,
    editions,
    publish,
    read_rows,
    withdraw,
    write_rows,
)
from mengzhan.rules.workdays import working_calendar
from tests.office.world import Laptop, World

FRAUD = "招工：日结五百，先交认证款"
HOLIDAY = "date,kind,name\n2026-12-31,holiday,元旦\n"


def ad_rule() -> str:
    row = dict.fromkeys(shipped_table("ad_rules")[0], "")
    row |= {
        "id": "X-NEW-1", "category": "欺诈", "severity": "block", "pattern": "认证款",
        "message": "这是骗钱。", "message_en": "Fraud.", "advice": "删掉。", "advice_en": "Leave out.",
        "basis": "反诈法", "example": "先交认证款",
    }  # fmt: skip
    return write_rows([row])


def put(laptop: Laptop, table: str, text: str, day: str = "2026-12-01") -> str:
    changed = laptop.session.run(
        publish(table, read_rows(table, text), date.fromisoformat(day)), "add rule_table"
    )
    ((_, record),) = changed.records
    return record


def all_report(world: World, *laptops: Laptop) -> None:
    for number, laptop in enumerate(laptops, 1):
        laptop.add_person(number)
        world.deliver(laptop)


def rules_hit(text: str) -> set[str]:
    return {hit.rule.id for hit in lint(text, division="150102", day=date(2026, 12, 5))}


def test_a_new_word_of_swindlers_reaches_every_station(
    world: World, first: Laptop, second: Laptop
) -> None:
    all_report(world, first, second)
    put(world.seat, "ad_rules", ad_rule())
    for laptop in (first, second):
        laptop.reopen()
        assert "X-NEW-1" not in rules_hit(FRAUD)
        world.answer(laptop)
        assert "X-NEW-1" in rules_hit(FRAUD)
        assert rules_hit("限男性，收押金"), "the shipped rules still count"
        laptop.reopen()
        assert "X-NEW-1" in rules_hit(FRAUD), "and after the next start"


def test_a_holiday_and_a_wage_count_from_then_on(world: World, first: Laptop) -> None:
    all_report(world, first)
    assert working_calendar().is_working_day(date(2026, 12, 31))
    put(world.seat, "calendar", HOLIDAY)
    put(
        world.seat,
        "min_wage",
        "effective,class,monthly_yuan,hourly_yuan,status\n2026-12-01,1,2500,25,policy\n",
    )
    world.answer(first)
    assert not working_calendar().is_working_day(date(2026, 12, 31))
    assert not working_calendar().is_working_day(date(2026, 10, 1)), "the shipped days still count"
    wage = min_wage_table().on("150102", date(2026, 12, 2))
    before = min_wage_table().on("150102", date(2026, 11, 30))
    assert wage is not None
    assert before is not None
    assert (wage.monthly, before.monthly) == (250_000, 227_000)


def test_of_two_editions_the_later_day_counts_whichever_came_first(
    world: World, first: Laptop
) -> None:
    all_report(world, first)
    put(world.seat, "calendar", HOLIDAY.replace("holiday", "workday"), "2026-12-20")
    put(world.seat, "calendar", HOLIDAY, "2026-12-10")
    world.answer(first)
    assert working_calendar().is_working_day(date(2026, 12, 31))


def test_what_the_program_knows_better_is_left_out_and_said(world: World, first: Laptop) -> None:
    all_report(world, first)
    with pytest.raises(Outdated):
        put(world.seat, "calendar", HOLIDAY, "2025-01-01")
    record = put(world.seat, "calendar", HOLIDAY)
    world.seat.edit(record, edition="2025-01-01")
    world.answer(first)
    assert working_calendar().is_working_day(date(2026, 12, 31))
    (edition,) = editions(first.session.read())
    assert edition.fault is not None
    assert "程序自带的节假日和调休更新" in str(edition.fault.message)


@pytest.mark.parametrize(
    "content",
    [
        "date,kind,name\n2026-12-31,free," + "元" * 200_000,
        "date,kind,name\n",
        "nothing",
        "",
    ],
    ids=["a huge cell", "no row", "no table", "empty"],
)
def test_no_table_keeps_a_folder_from_opening(content: str, first: Laptop) -> None:
    values = {"table": "calendar", "edition": "2027-01-01", "content": content}
    change = Change("rule_table", first.session.new_id(), values)
    first.session.run(lambda _reader, _desk: [change], "add rule_table")
    first.reopen()
    (edition,) = editions(first.session.read())
    assert edition.fault is not None
    assert working_calendar().is_working_day(date(2026, 12, 31))


@pytest.mark.parametrize("pattern", ["(", "a{99999999999}", "@没有"])
@pytest.mark.parametrize("name", ["X-NEW-1", "=微信", "@单位"])
def test_no_pattern_keeps_a_folder_from_opening(name: str, pattern: str, first: Laptop) -> None:
    row = dict.fromkeys(shipped_table("ad_rules")[0], "") | {"id": name, "pattern": pattern}
    values = {"table": "ad_rules", "edition": "2027-01-01", "content": write_rows([row])}
    change = Change("rule_table", first.session.new_id(), values)
    first.session.run(lambda _reader, _desk: [change], "add rule_table")
    first.reopen()
    assert lint(FRAUD) is not None
    (edition,) = editions(first.session.read())
    assert edition.fault is None or "第 2 行" in str(edition.fault.message)


def test_a_table_is_proven_once(first: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    put(first, "ad_rules", ad_rule())
    asked: list[str] = []
    monkeypatch.setattr(tables, "prove", lambda table, *_rows: asked.append(table))
    first.reopen()
    editions(first.session.read())
    assert asked == []
    assert "X-NEW-1" in rules_hit(FRAUD)


def test_a_rule_may_use_the_words_of_an_earlier_edition(first: Laptop) -> None:
    empty = dict.fromkeys(shipped_table("ad_rules")[0], "")
    put(first, "ad_rules", write_rows([{**empty, "id": "@新词", "pattern": "认证款|激活款"}]))
    (rule,) = read_rows("ad_rules", ad_rule())
    newer = {**rule, "pattern": "<新词>", "example": "先交激活款"}
    put(first, "ad_rules", write_rows([newer]), "2026-12-02")
    assert "X-NEW-1" in rules_hit("招工，先交激活款")


def test_what_the_office_takes_back_counts_no_more(world: World, first: Laptop) -> None:
    all_report(world, first)
    record = put(world.seat, "calendar", HOLIDAY)
    world.answer(first)
    with pytest.raises(NotOwn):
        first.session.run(withdraw(record), "remove rule_table")
    world.seat.session.run(withdraw(record), "remove rule_table")
    first.add_person(2)
    world.exchange(first)
    assert working_calendar().is_working_day(date(2026, 12, 31))
    assert editions(first.session.read()) == []


def test_a_damaged_table_from_elsewhere_changes_nothing(world: World, first: Laptop) -> None:
    all_report(world, first)
    record = put(world.seat, "calendar", HOLIDAY)
    world.seat.edit(record, content="date,kind,name\n2026-12-31,holiday,元旦\n不是日子,holiday,\n")
    world.answer(first)
    assert working_calendar().is_working_day(date(2026, 12, 31))
    (edition,) = editions(first.session.read())
    assert edition.fault is not None
    assert "第 3 行" in str(edition.fault.message)


def test_a_policy_of_the_office_is_read_at_every_station(
    world: World, first: Laptop, second: Laptop
) -> None:
    all_report(world, first, second)
    policy = world.seat.add("policy", {"title": "一次性扩岗补助（2027）", "item": "P05"})
    person = world.seat.add_person(77)
    for laptop in (first, second):
        world.answer(laptop)
        assert laptop.value(policy, "title") == "一次性扩岗补助（2027）"
        assert not laptop.has(person), "people never go to others"


def test_a_stations_own_table_stays_with_it(world: World, first: Laptop, second: Laptop) -> None:
    put(first, "calendar", HOLIDAY)
    assert not working_calendar().is_working_day(date(2026, 12, 31))
    all_report(world, first, second)
    world.answer(first)
    world.answer(second)
    assert editions(second.session.read()) == []
