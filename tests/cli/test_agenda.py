"""今日 from the command line: what is due, put off, on paper."""

from datetime import date, timedelta
from pathlib import Path

from tests.cli.conftest import PERSON, PHONE, Desk

LONG_AGO = (date.today() - timedelta(days=40)).isoformat()
NEXT_YEAR = date.today().year + 1


def add_person(desk: Desk) -> str:
    record: str = desk.json("add", "person", *PERSON, f"unemployed_on={LONG_AGO}")["id"]
    return record


def test_what_is_due_is_told_with_its_reason(desk: Desk) -> None:
    person = add_person(desk)
    found = desk.json("today")
    (line,) = found["lines"]
    assert (line["work"], line["overdue"], line["record"]) == ("first_contact", True, person)
    assert line["reason"].startswith("登记失业后 5 个工作日内要联系，已过")
    shown = desk.run("today").stdout
    assert "今天要办 1 件。" in shown
    assert "巴图孟和" in shown
    assert PHONE not in shown


def test_of_another_day_and_of_a_few_minutes(desk: Desk) -> None:
    add_person(desk)
    assert desk.json("today", "--date", LONG_AGO)["lines"] == []
    found = desk.json("today", "--minutes", "5")
    assert (found["due"], found["lines"]) == (1, [])
    assert desk.error("today", "--date", "某天")["code"] == "DAY_UNREADABLE"


def test_a_line_is_put_off_and_taken_up(desk: Desk) -> None:
    person = add_person(desk)
    until = (date.today() + timedelta(days=9)).isoformat()
    desk.json("put-off", person, "--until", until, "--reason", "外出")
    found = desk.json("today")
    assert found["lines"] == []
    assert found["put_off"][0]["notes"][-1] == f"推后到 {until}：外出、不在家"
    assert desk.error("put-off", person, "--until", until)["code"] == "PUT_OFF_REASON"
    desk.json("put-off", person)
    assert len(desk.json("today")["lines"]) == 1


def test_the_day_goes_on_paper_under_a_sheet_number(desk: Desk, tmp_path: Path) -> None:
    assert desk.error("day-list", str(tmp_path / "a.pdf"))["code"] == "DAY_EMPTY"
    person = add_person(desk)
    target = tmp_path / "day.pdf"
    found = desk.json("day-list", str(target))
    assert (found["lines"], found["pages"], len(found["numbers"])) == (1, 1, 1)
    assert target.read_bytes().startswith(b"%PDF-")
    assert person
