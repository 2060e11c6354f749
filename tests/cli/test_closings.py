"""An office checks the closings of its stations on the command line."""

from pathlib import Path

from tests.cli.conftest import STATION, Desk

MONTH = "2025-10"


def deliver(station: Desk, office: Desk, stick: Path) -> None:
    sent = station.json("send", "--to", str(stick))
    office.run("office", "receive", sent["file"])


def test_an_office_names_what_changed_since_a_month_was_closed(
    enrolled: Desk, office: Desk, stick: Path
) -> None:
    person = enrolled.add_person("unemployed_on=2025-09-01", "registered_on=2025-09-01")
    values = (f"person={person}", "day=2025-10-20", "mode=1", "outcome=F1")
    call = enrolled.json("add", "follow_up", *values)["id"]
    closed = enrolled.json("close-month", MONTH)["close"]
    deliver(enrolled, office, stick)
    code = enrolled.json("package", "key")["key_code"]
    office.json("office", "pin", STATION, "--code", code)
    found = office.json("office", "closings", "--month", MONTH)
    assert (found["month"], found["due"]) == (MONTH, "2025-11-07")
    (one,) = found["stations"]
    assert (one["code"], one["finding"], one["id"]) == (STATION, "agrees", closed["id"])
    assert (one["closed_on"], one["late"]) == (closed["closed_on"], True)
    assert [odd["rule"] for odd in one["anomalies"]] == ["A09"]

    enrolled.json("remove", call)
    enrolled.json("close-month", MONTH, "--reason", "重复了")
    deliver(enrolled, office, stick)
    (one,) = office.json("office", "closings", "--month", MONTH, "--station", STATION)["stations"]
    assert one["finding"] == "agrees"
    (deed,) = one["deeds"]
    assert (deed["what"], deed["id"], deed["reason"]) == ("replaced", closed["id"], "重复了")
    enrolled.json("undo")
    deliver(enrolled, office, stick)
    said = office.run("office", "closings", "--month", MONTH).output
    assert "结账后有更正" in said
    assert "月结被撤销" in said
    assert "M13 回访人次：结账时 1，现在 0 人次" in said
    assert "更正：少了 2025-10-20" in said


def test_a_station_that_has_not_closed_is_late(office: Desk) -> None:
    (one,) = office.json("office", "closings", "--month", MONTH)["stations"]
    assert (one["finding"], one["late"], one["closed_on"]) == ("open", True, "")
    due = office.json("office", "closings", "--month", MONTH, "--workday", "3")["due"]
    assert due == "2025-11-05"
    (one,) = office.json("office", "closings")["stations"]
    assert not one["id"]
