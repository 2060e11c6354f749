"""Undo, redo and conflicts on the command line."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import PHONE, STATION, Desk


def phone(desk: Desk, record: str) -> str:
    found: str = desk.json("show", record, "--unmask")["values"]["phone"]
    return found


def test_the_last_action_is_undone_and_redone(desk: Desk) -> None:
    record = desk.add_person()
    edited = desk.json("edit", record, "phone=19900005555")["action"]
    undone = desk.json("undo")
    assert undone["undone"] == edited
    assert undone["records"] == [{"kind": "person", "id": record}]
    assert phone(desk, record) == PHONE
    assert desk.json("redo")["undone"] == undone["action"]
    assert phone(desk, record) == "19900005555"


def test_a_creation_is_undone(desk: Desk) -> None:
    record = desk.add_person()
    desk.json("undo")
    assert desk.json("show", record)["deleted"] is True
    desk.json("redo")
    assert desk.json("list", "person")["total"] == 1


def test_what_was_changed_since_is_left_unless_chosen(desk: Desk) -> None:
    record = desk.add_person()
    action = desk.json("edit", record, "phone=19900005555", "area_group=二组")["action"]
    desk.json("edit", record, "phone=19900006666")
    left = desk.json("undo", action)["left"]
    assert [(item["field"], item["reason"]) for item in left] == [("phone", "changed")]
    assert phone(desk, record) == "19900006666"
    desk.json("undo", action, "--choose", f"{record}:phone")
    assert phone(desk, record) == PHONE


def test_only_left_over_work_is_listed_and_nothing_is_written(desk: Desk) -> None:
    record = desk.add_person()
    action = desk.json("edit", record, "phone=19900005555")["action"]
    desk.json("edit", record, "phone=19900006666")
    before = len(desk.json("history", record)["entries"])
    answer = desk.json("undo", action)
    assert (answer["action"], len(answer["left"])) == (None, 1)
    assert len(desk.json("history", record)["entries"]) == before


def test_with_nothing_to_undo_it_says_so(desk: Desk) -> None:
    assert desk.error("undo")["code"] == "UNDO_NOTHING"
    desk.add_person()
    assert desk.error("undo", "--choose", "x")["code"] == "CHOICE_UNREADABLE"
    assert desk.error("redo")["code"] == "UNDO_NOTHING"


def exchange(tmp_path: Path, one: Desk, other: Desk) -> None:
    """Two laptops of one station tell each other everything."""
    keys = {id(each): tmp_path / f"{each.folder.name}.pub" for each in (one, other)}
    codes = {
        id(each): each.json("package", "key", "--out", str(keys[id(each)]))["key_code"]
        for each in (one, other)
    }
    for sender, taker in ((one, other), (other, one)):
        taker.json("package", "trust", str(keys[id(sender)]), "--code", codes[id(sender)])
        sent = sender.json("share", "--to", str(tmp_path), "--for", str(keys[id(taker)]))
        taker.json("read", sent["file"])


def test_a_conflict_waits_until_it_is_settled(
    tmp_path: Path, desk: Desk, new_desk: Callable[[str], Desk]
) -> None:
    other = new_desk("second laptop")
    other.json("init", STATION, "--name", "萨仁")
    record = desk.add_person()
    exchange(tmp_path, desk, other)
    desk.json("edit", record, "phone=19900005555")
    other.json("edit", record, "phone=19900006666")
    exchange(tmp_path, desk, other)
    (conflict,) = desk.json("conflicts", "--unmask")["conflicts"]
    assert (conflict["id"], conflict["field"], conflict["title"]) == (record, "phone", "巴图孟和")
    assert {v["value"] for v in conflict["values"]} == {"19900005555", "19900006666"}
    masked = desk.run("conflicts").output
    assert "19900005555" not in masked
    assert "19900006666" not in masked
    losing = conflict["values"][1]
    settled = desk.json("settle", record, "phone", "--keep", losing["entry"], "--unmask")
    assert settled["value"] == losing["value"] == phone(desk, record)
    assert desk.json("conflicts")["total"] == 0
    assert desk.error("settle", record, "phone")["code"] == "NO_CONFLICT"
    exchange(tmp_path, desk, other)
    assert other.json("conflicts")["total"] == 0
    assert phone(other, record) == losing["value"]
