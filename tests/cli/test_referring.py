"""职业介绍 on the command line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from mengzhan.cli.madeup import id_number
from mengzhan.rules.months import months_later
from tests.cli.conftest import PERSON, STATION, Desk
from tests.computers import TickingClock

TODAY = date(2026, 11, 23)


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


@dataclass
class Town:
    """Two people out of work and a vacancy for one, posted ten days ago."""

    desk: Desk
    people: list[str]
    vacancy: str


@pytest.fixture
def desk(new_desk: Callable[[str], Desk]) -> Desk:
    """A station whose clock stands."""
    made = new_desk("station")
    made.around = replace(made.around, clock=TickingClock())
    made.json("init", STATION, "--name", "苏和")
    return made


@pytest.fixture
def town(desk: Desk) -> Town:
    first = desk.add_person(f"status_on={ago(30)}", f"registered_on={ago(30)}")
    born = date(1991, 4, 2)
    second = desk.json(
        "add",
        "person",
        *(pair for pair in PERSON if not pair.startswith(("name", "id_number"))),
        "name=敖登格日乐",
        f"id_number={id_number(born, 212)}",
        f"unemployed_on={ago(20)}",
        f"status_on={ago(20)}",
    )["id"]
    employer = ("name=草原甲号奶食店", "entity_type=5", "contact=店主甲", "phone=19900005001")
    shop = desk.json("add", "employer", *employer, "directions=养老服务")["id"]
    vacancy = desk.json(
        "add",
        "vacancy",
        f"employer={shop}",
        "title=护理员",
        "headcount=1",
        "workplace=养老院",
        "duties=照看老人",
        "wage_min=3000",
        "wage_unit=月",
        "source=2",
        "directions=养老服务",
        f"registered_on={ago(10)}",
        f"valid_until={(TODAY + timedelta(days=60)).isoformat()}",
    )["id"]
    return Town(desk, [first, second], vacancy)


def ids(document: dict[str, list[dict[str, object]]], part: str) -> list[object]:
    return [one["id"] for one in document[part]]


def test_from_a_hit_to_a_letter_to_work_and_off_both_lists(town: Town) -> None:
    desk = town.desk
    before = desk.json("lists")
    assert ids(before["people"], "standing") == town.people
    assert ids(before["vacancies"], "standing") == [town.vacancy]
    done = desk.json("refer", town.people[0], "敖登", "--vacancy", "护理员")
    assert done["warnings"] == []
    first, second = done["referrals"]
    assert {first["person"], second["person"]} == set(town.people)
    assert first["letter_no"] != second["letter_no"]
    assert first["due_on"] == (TODAY + timedelta(days=7)).isoformat()
    assert ids(desk.json("lists")["people"], "standing") == []

    number = first["letter_no"].removeprefix(f"介〔{TODAY.year}〕").removesuffix("号")
    heard = desk.json("result", number, "录用已到岗", "--evidence", "合同", "--contract", ago(0))
    assert (heard["id"], heard["result"], heard["evidence_missing"]) == (first["id"], "2", False)
    after = desk.json("lists")
    assert after["vacancies"]["standing"] == []
    (left,) = after["vacancies"]["left"]
    assert left["way"] == {
        "kind": "referral",
        "id": first["id"],
        "table": "vacancy_status",
        "code": "3",
        "words": "已招满",
    }
    ways = {one["id"]: one["way"]["words"] for one in after["people"]["left"]}
    assert ways == {first["person"]: "录用已到岗", second["person"]: "已推荐待反馈"}
    moved = after["people"]["movement"]
    assert moved["before"] + moved["came"] - moved["left"] == moved["after"] == 0
    shown = desk.run("lists").output
    assert "有人没活干：" in shown
    assert "录用已到岗" in shown
    assert desk.json("undo")["records"]
    assert ids(desk.json("lists")["vacancies"], "standing") == [town.vacancy]


def test_doubts_are_said_and_do_not_forbid(town: Town) -> None:
    desk = town.desk
    desk.json("refer", town.people[0], "--vacancy", town.vacancy)
    done = desk.json("refer", town.people[0], "--vacancy", town.vacancy)
    assert [one["code"] for one in done["warnings"]] == ["SAME_UNDER_WAY"]
    assert len(done["referrals"]) == 1
    assert "已经推荐过" in desk.run("refer", town.people[0], "--vacancy", town.vacancy).output
    assert desk.error("refer", "没有这个人", "--vacancy", town.vacancy)["code"] == (
        "REFERENCE_UNKNOWN"
    )


def test_a_letter_is_known_by_its_number_as_it_stands_on_paper(town: Town) -> None:
    desk = town.desk
    first, second = desk.json("refer", *town.people, "--vacancy", town.vacancy)["referrals"]
    for one in (second, first):
        assert desk.json("result", one["letter_no"], "录用已到岗")["id"] == one["id"]


def test_an_overdue_slip_is_called_what_it_is(town: Town) -> None:
    desk = town.desk
    done = desk.json("refer", town.people[0], "--vacancy", town.vacancy, "--day", ago(8))
    record = done["referrals"][0]["id"]
    assert town.people[0] in ids(desk.json("lists")["people"], "standing")
    heard = desk.json("result", record, "面试")
    assert heard["result"] == "1"
    assert desk.json("result", record, "8")["label"] == "本人拒绝：距离、食宿"


def test_stays_and_leaving_follow_an_arrival(town: Town) -> None:
    desk = town.desk
    came = ago(9)
    done = desk.json("refer", town.people[0], "--vacancy", town.vacancy, "--day", came)
    record = done["referrals"][0]["id"]
    document = desk.json("result", record, "2", "--day", came)
    assert document["evidence_missing"]
    assert "还没有到岗证据" in desk.run("result", record, "2", "--day", came).output
    assert desk.error("result", record, "--stay", "2")["code"] == "STAY_UNKNOWN"
    error = desk.error("result", record, "--stay", "1")
    full = months_later(date.fromisoformat(came), 1).isoformat()
    assert error["code"] == "STAY_TOO_EARLY"
    assert full in error["message"]
    assert desk.json("result", record, "--left")["result"] == "A"
    assert town.people[0] in ids(desk.json("lists")["people"], "standing")
    assert desk.error("result", record)["code"] == "RESULT_UNKNOWN"
    assert desk.error("result", record, "2", "--evidence", "猜的")["code"] == "EVIDENCE_UNKNOWN"
    assert desk.error("result", record, "3", "--day", "哪天")["code"] == "DAY_UNREADABLE"


def test_taking_off_needs_a_reason_and_writes_a_record(town: Town) -> None:
    desk = town.desk
    desk.json("leave", town.people[0], "F2")
    desk.json("leave", town.people[1], "X06")
    desk.json("leave", town.vacancy, "撤回")
    document = desk.json("lists")
    ways = [one["way"] for part in ("people", "vacancies") for one in document[part]["left"]]
    assert [(way["table"], way["code"]) for way in ways] == [
        ("followup_outcome", "F2"),
        ("deregister_reason", "X06"),
        ("vacancy_status", "4"),
    ]
    assert all(desk.json("show", way["id"])["kind"] == way["kind"] for way in ways)
    assert desk.error("leave", town.people[0], "不知道")["code"] == "REASON_UNKNOWN"
    assert desk.error("leave", town.people[0], "F1")["code"] == "REASON_UNKNOWN"


def test_a_list_of_another_day_and_another_number_of_days(town: Town) -> None:
    desk = town.desk
    assert desk.json("lists", "--days", "11")["vacancies"]["standing"] == []
    earlier = desk.json("lists", "--day", ago(25), "--from", ago(40))
    assert ids(earlier["people"], "standing") == town.people[:1]
    assert earlier["vacancies"]["standing"] == []


def test_directions_are_counted(town: Town) -> None:
    found = {one["code"]: one for one in town.desk.json("directions")["directions"]}
    care = found["04"]
    assert (care["vacancies"], care["places"], care["employers"], care["arrived"]) == (1, 1, 1, 0)
    assert "养老服务" in town.desk.run("directions").output
    assert "还没有" in town.desk.run("directions", "--to", ago(50)).output


def test_words_that_mean_two_things_mean_the_one_that_takes_somebody_off(town: Town) -> None:
    desk = town.desk
    for person, words, code in zip(town.people, ("失联", "拒绝服务"), ("X09", "X08"), strict=True):
        desk.json("edit", person, f"unemployed_on={ago(30)}")
        assert desk.json("leave", person, words)["reason"] == code
    ways = [one["way"] for one in desk.json("lists")["people"]["left"]]
    assert {(way["table"], way["code"]) for way in ways} == {
        ("deregister_reason", "X08"),
        ("deregister_reason", "X09"),
    }
