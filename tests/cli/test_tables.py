"""``mengzhan table``: out, edited, in again, and back."""

from pathlib import Path

from tests.cli.conftest import Desk


def test_a_table_goes_out_comes_back_and_is_withdrawn(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "wages.csv"
    desk.json("table", "out", "min_wage", str(out))
    text = out.read_text(encoding="utf-8-sig")
    assert text.startswith("effective,class,monthly_yuan,hourly_yuan,status\n")
    out.write_text(f"{text}2027-01-01,1,2500,25,policy\n", encoding="utf-8")
    made = desk.json("table", "replace", "min_wage", str(out), "--edition", "2030-12-20")
    assert made["rows"] == 7
    listed = {one["table"]: one for one in desk.json("table", "list")["tables"]}
    (edition,) = listed["min_wage"]["editions"]
    assert edition["record"] == made["record"]
    assert edition["own"]
    assert edition["fault"] is None
    assert listed["calendar"]["editions"] == []
    desk.json("table", "withdraw", made["record"])
    assert all(one["editions"] == [] for one in desk.json("table", "list")["tables"])


def test_what_is_wrong_has_a_code(desk: Desk, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text("effective,class\n2027-01-01,1\n", encoding="utf-8")
    assert desk.error("table", "replace", "divisions", str(wrong))["code"] == "TABLE_UNKNOWN"
    assert desk.error("table", "replace", "min_wage", str(wrong))["code"] == "TABLE_COLUMNS"
    wrong.write_text(
        "effective,class,monthly_yuan,hourly_yuan,status\n2027-01-01,1,many,25,\n", encoding="utf-8"
    )
    assert desk.error("table", "replace", "min_wage", str(wrong))["code"] == "TABLE_REFUSED"


def test_holidays_are_a_plain_list_and_a_person_is_no_edition(desk: Desk, tmp_path: Path) -> None:
    days = tmp_path / "days.csv"
    days.write_text("日期,安排\n2030-10-01,放假\n2030-10-09,上班\n", encoding="utf-8")
    made = desk.json("table", "replace", "calendar", str(days), "--edition", "2030-01-01")
    assert made["rows"] == 2
    late = desk.error("table", "replace", "calendar", str(days), "--edition", "2020-01-01")
    assert late["code"] == "TABLE_OUTDATED"
    person = desk.add_person()
    assert desk.error("table", "withdraw", person)["code"] == "RECORD_MISSING"
    assert desk.json("show", person)["id"] == person
