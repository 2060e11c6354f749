"""The whole loop on the command line: enrol, send, receive, pin, verdicts, receipt, read."""

import hashlib
from collections.abc import Callable
from email import message_from_bytes
from email.policy import default
from pathlib import Path

from mengzhan.office.desk import Office
from mengzhan.store.station import unlock
from tests.cli.conftest import BANNER, ID, PHONE, SECRET, STATION, Desk

NewDesk = Callable[[str], Desk]


def test_a_station_can_be_enrolled_while_it_is_set_up(
    new_desk: NewDesk, office: Desk, stick: Path
) -> None:
    written = office.json("office", "enrol", STATION, "--to", str(stick))
    desk = new_desk("station")
    init = ["init", STATION, "--name", "苏和", "--enrol", written["file"], "--code"]
    assert desk.error(*init, "1" * 20)["code"] == "KEY_CODE_DIFFERS"
    assert desk.json(*init, written["key_code"])["office"]["code"] == BANNER
    other = new_desk("other")
    wrong = ["init", "152221201203", *init[2:], written["key_code"]]
    assert other.error(*wrong)["code"] == "ENROLMENT_OTHER_STATION"


def test_the_loop_closes(enrolled: Desk, office: Desk, stick: Path) -> None:
    person = enrolled.add_person()
    sent = enrolled.json("send", "--to", str(stick))
    assert (sent["kind"], sent["number"], sent["counts"]) == ("report", 1, {"person": 1})
    plan = office.json("office", "receive", sent["file"], "--plan", code=3)
    (stranger,) = office.json("office", "receive", str(stick), code=3)["results"]
    assert stranger["outcome"] == plan["results"][0]["outcome"] == "unknown_station"
    code = enrolled.json("package", "key")["key_code"]
    assert stranger["key_code"] == code
    assert office.json("office", "overview")["unknown"][0]["key_code"] == code
    assert office.error("office", "pin", STATION, "--code", "1" * 20)["code"] == "OFFICE_KEY_CODE"
    followed = office.json("office", "pin", STATION, "--code", code)["followed"]
    assert [(f["outcome"], f["counts"]) for f in followed] == [("accepted", {"person": 1})]
    assert office.json("list", "person")["rows"][0]["id"] == person
    again = office.json("office", "receive", sent["file"])["results"]
    assert again[0]["outcome"] == "already_in"

    asked = ["office", "verdict", person, "phone", "ASK_PERSON", "--suggest", "19900007777"]
    (verdict,) = office.json(*asked)["open"]
    assert (verdict["id"], verdict["field"], verdict["suggestion"]) == (
        person,
        "phone",
        "199****7777",
    )
    (receipt,) = office.json("office", "receipt", "--to", str(stick))["receipts"]
    read = enrolled.json("read", receipt["file"])
    assert (read["outcome"], read["counts"]["fix"]) == ("accepted", 1)
    assert (read["verdicts"][0]["title"], read["verdicts"][0]["label"]) == ("巴图孟和", "电话")
    assert enrolled.json("read", receipt["file"])["outcome"] == "already_in"
    assert enrolled.error("send", "--to", str(stick))["code"] == "NOTHING_TO_SEND"

    enrolled.json("edit", person, "phone=19900007777")
    second = enrolled.json("send", "--to", str(stick))
    assert (second["number"], second["entries"]) == (2, 1)
    assert office.json("office", "receive", second["file"])["results"][0]["outcome"] == "accepted"
    assert office.json("office", "verdict")["open"] == []
    (state,) = office.json("office", "overview")["stations"]
    assert (state["packages"], state["late"]) == (2, False)
    assert office.json("office", "station")["stations"][0]["devices"][0]["key_code"] == code


def test_a_package_can_be_looked_into_and_verified(
    enrolled: Desk, office: Desk, stick: Path
) -> None:
    enrolled.add_person()
    sent = enrolled.json("send", "--to", str(stick))
    seen = enrolled.json("package", "show", sent["file"])
    assert (seen["check_number"], seen["trusted"]) == (sent["check_number"], True)
    assert enrolled.json("package", "verify", sent["file"])["entries"] == 1
    assert office.json("package", "show", sent["file"])["trusted"] is False
    error = office.error("package", "verify", sent["file"], code=3)
    assert (error["code"], error["outcome"]) == ("package.unknown_station", "unknown_station")


def test_a_revoked_key_is_no_longer_trusted(enrolled: Desk, office: Desk, stick: Path) -> None:
    key = enrolled.json("package", "key")
    person = enrolled.add_person()
    sent = enrolled.json("send", "--to", str(stick))
    office.json("office", "receive", sent["file"], code=3)
    office.json("office", "pin", STATION, "--code", key["key_code"])
    assert office.json("package", "show", sent["file"])["trusted"] is True
    (operator,) = office.around.keyring(office.folder).operators
    session = unlock(office.folder, operator.id, SECRET, office.around)
    Office(session).revoke(key["device_id"])
    session.close()
    enrolled.json("edit", person, "phone=19900008888")
    sent = enrolled.json("send", "--to", str(stick))
    assert office.json("package", "show", sent["file"])["trusted"] is False
    error = office.error("package", "verify", sent["file"], code=3)
    assert (error["outcome"], error["detail"]) == ("wrong_signature", "key_revoked")


def test_a_damaged_package_is_refused_by_name(enrolled: Desk, office: Desk, stick: Path) -> None:
    enrolled.add_person()
    sent = enrolled.json("send", "--to", str(stick))
    broken = stick / "broken.mzp"
    broken.write_bytes(Path(sent["file"]).read_bytes()[:-1])
    error = enrolled.error("package", "verify", str(broken), code=3)
    assert (error["outcome"], error["detail"]) == ("cannot_open", "age_refused")
    assert enrolled.error("read", str(broken), code=3)["outcome"] == "cannot_open"
    (result,) = office.json("office", "receive", str(broken), code=3)["results"]
    assert result["outcome"] == "cannot_open"


def test_a_package_goes_into_an_email_draft(enrolled: Desk, stick: Path) -> None:
    enrolled.add_person()
    sent = enrolled.json("send", "--eml", str(stick / "draft.eml"))
    letter = message_from_bytes((stick / "draft.eml").read_bytes(), policy=default)
    assert letter["To"] == "a@b.cn"
    (attachment,) = [part for part in letter.walk() if part.get_filename()]
    content = attachment.get_content()
    assert hashlib.sha256(content).hexdigest() == sent["sha256"]


def test_without_an_office_or_a_place_nothing_is_sent(desk: Desk, stick: Path) -> None:
    assert desk.error("send", "--to", str(stick))["code"] == "NOT_ENROLLED"
    assert desk.error("send")["code"] == "WHERE_TO"


def test_a_missing_stick_is_said_and_the_package_counts_as_not_sent(
    enrolled: Desk, stick: Path
) -> None:
    enrolled.add_person()
    assert enrolled.error("send", "--to", str(stick / "gone"))["code"] == "media.missing"
    assert enrolled.json("send", "--to", str(stick))["number"] == 1


def test_a_new_laptop_takes_over(
    enrolled: Desk, office: Desk, new_desk: NewDesk, stick: Path
) -> None:
    person = enrolled.add_person()
    sent = enrolled.json("send", "--to", str(stick))
    office.json("office", "receive", sent["file"], code=3)
    code = enrolled.json("package", "key", "--out", str(stick / "old.pub"))["key_code"]
    office.json("office", "pin", STATION, "--code", code)
    new = new_desk("new laptop")
    new.json("init", STATION, "--name", "苏和")
    new.json("package", "key", "--out", str(stick / "new.pub"))
    moved = enrolled.json("handover", "--to", str(stick), "--for", str(stick / "new.pub"))
    read = new.json("read", moved["file"], "--old-key", str(stick / "old.pub"))
    assert (read["kind"], read["outcome"]) == ("handover", "accepted")
    assert new.json("show", person, "--unmask")["values"]["id_number"] == ID
    new.json("edit", person, "phone=19900008888")
    sent = new.json("send", "--to", str(stick))
    assert office.json("office", "receive", sent["file"])["results"][0]["outcome"] == "accepted"


def test_the_old_laptop_is_read_only_until_that_is_taken_back(
    enrolled: Desk, new_desk: NewDesk, stick: Path
) -> None:
    person = enrolled.add_person()
    assert enrolled.error("resume")["code"] == "NOT_HANDED_OVER"
    new = new_desk("new laptop")
    new.json("init", STATION, "--name", "苏和")
    new.json("package", "key", "--out", str(stick / "new.pub"))
    enrolled.json("handover", "--to", str(stick), "--for", str(stick / "new.pub"))
    for command in (("edit", person, "phone=19900008888"), ("send", "--to", str(stick))):
        assert enrolled.error(*command)["code"] == "HANDED_OVER"
    assert enrolled.json("show", person, "--unmask")["values"]["phone"] == PHONE
    remark = enrolled.run("show", person).stderr
    day = enrolled.json("resume")["handed_over"]
    assert f"本站已于 {day} 移交到新电脑，这台电脑只能查看" in remark
    enrolled.json("edit", person, "phone=19900008888")


def test_a_wrong_key_file_or_code_is_refused(desk: Desk, stick: Path) -> None:
    (stick / "x.pub").write_text("{}", encoding="utf-8")
    assert desk.error("package", "trust", str(stick / "x.pub"), "--code", "1")["code"] == "KEY_FILE"
    desk.json("package", "key", "--out", str(stick / "y.pub"))
    wrong = ["package", "trust", str(stick / "y.pub"), "--code", "1" * 20]
    assert desk.error(*wrong)["code"] == "KEY_CODE_DIFFERS"


def test_a_station_is_no_office(desk: Desk) -> None:
    assert desk.error("office", "overview")["code"] == "NOT_AN_OFFICE"


def test_the_slip_shows_counts_and_the_check_number(enrolled: Desk, stick: Path) -> None:
    enrolled.add_person()
    output = enrolled.run("send", "--to", str(stick)).output
    assert "包号校验" in output
    assert "人员  1" in output
    assert PHONE not in output


def test_the_slip_can_be_kept_as_a_pdf(enrolled: Desk, stick: Path) -> None:
    enrolled.add_person()
    sent = enrolled.json("send", "--to", str(stick), "--slip", str(stick / "slip.pdf"))
    assert sent["slip"] == str(stick / "slip.pdf")
    assert (stick / "slip.pdf").read_bytes().startswith(b"%PDF-")
