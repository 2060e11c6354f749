"""Closing a month on the command line: what is missing, what was closed, what changed after."""

from tests.cli.conftest import Desk

MONTH = "2025-10"


def add_person(desk: Desk) -> str:
    return desk.add_person("unemployed_on=2025-09-01", "registered_on=2025-09-01")


def follow_up(desk: Desk, person: str, day: str) -> str:
    values = (f"person={person}", f"day={day}", "mode=1", "outcome=F1")
    record: str = desk.json("add", "follow_up", *values)["id"]
    return record


def test_a_dry_run_says_what_is_missing_and_closes_nothing(desk: Desk) -> None:
    follow_up(desk, add_person(desk), "2025-10-20")
    found = desk.json("close-month", MONTH, "--dry-run")
    assert (found["done"], found["close"], found["corrections"]) == (False, None, [])
    assert [check["code"] for check in found["checks"]] == ["ANOMALY"]
    assert {one["code"]: one["value"] for one in found["figures"]}["M13"] == "1"
    said = desk.run("close-month", MONTH, "--dry-run").output
    assert "请看：1 条回访过了 20 天以上才录入" in said
    assert "2025-10 还没有结账。" in said


def test_close_change_close_again(desk: Desk) -> None:
    person = add_person(desk)
    call = follow_up(desk, person, "2025-10-20")
    first = desk.json("close-month", MONTH)
    assert first["done"]
    assert desk.error("close-month", MONTH)["code"] == "CLOSED_ALREADY"
    late = follow_up(desk, person, "2025-10-21")
    desk.json("edit", call, "day=2025-10-22")
    assert desk.error("close-month", MONTH)["code"] == "CLOSE_REASON_MISSING"
    again = desk.json("close-month", MONTH, "--reason", "漏了一次")
    assert (again["close"]["former"], again["close"]["reason"]) == (
        first["close"]["id"],
        "漏了一次",
    )
    by_code = {one["code"]: one for one in again["corrections"]}
    assert (by_code["M13"]["before"], by_code["M13"]["now"]) == ("1", "2")
    changes = {one["id"]: one for one in by_code["M13"]["changes"]}
    assert (changes[late]["way"], changes[late]["late"]) == ("came", True)
    assert (changes[call]["way"], changes[call]["before_day"]) == ("changed", "2025-10-20")
    assert changes[call]["by"][0]["words"] == "edit follow_up"
    desk.json("undo")
    said = desk.run("close-month", MONTH, "--dry-run").output
    assert "M13 回访人次：结账时 1，现在 2 人次" in said
    assert "补报：多了 2025-10-21" in said
    assert "更正：改了 2025-10-22" in said


def test_an_anomaly_is_explained_and_asked_no_more(desk: Desk) -> None:
    follow_up(desk, add_person(desk), "2025-10-20")
    (odd,) = desk.json("anomalies", "--month", MONTH)["anomalies"]
    assert (odd["rule"], odd["records"][0]["kind"]) == ("A09", "follow_up")
    unknown = desk.error("anomalies", "--month", MONTH, "--explain", "00000000", "下雪")
    assert unknown["code"] == "ANOMALY_UNKNOWN"
    found = desk.json("anomalies", "--month", MONTH, "--explain", odd["key"], "下雪进不去")
    assert found["anomalies"] == []
    assert desk.run("anomalies", "--month", MONTH).output == "没有要说明的异常。\n"
    assert desk.json("close-month", MONTH, "--dry-run")["checks"] == []


def test_months_that_cannot_be_closed(desk: Desk) -> None:
    assert desk.error("close-month", "2099-01")["code"] == "MONTH_AHEAD"
    assert desk.error("close-month", "今年")["code"] == "MONTH_UNREADABLE"
