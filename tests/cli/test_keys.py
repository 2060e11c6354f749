"""The office's keys on the command line: change, retire, revoke, list."""

import subprocess
from pathlib import Path

import pytest

from tests import people
from tests.cli.conftest import BANNER, STATION, Desk
from tests.cli.test_packages import NewDesk
from tests.programs import program

OTHER_PERSON = (
    f"name={people.name(5)}",
    f"id_number={people.id_number(5)}",
    f"phone={people.phone(5)}",
    "key_groups=K04",
    "employment_status=1",
    "consent=是",
)


@pytest.fixture
def desks(new_desk: NewDesk, tmp_path: Path) -> tuple[Desk, Desk, Path]:
    """A station that has reported once, its office, and a stick between them."""
    stick = tmp_path / "stick"
    stick.mkdir()
    office, station = new_desk("office"), new_desk("station")
    office.json("office", "init", BANNER, "--name", "其木格", "--title", "前旗就业服务中心")
    station.json("init", STATION, "--name", "苏和")
    office.json("office", "station", STATION)
    enrolment = office.json("office", "enrol", STATION, "--to", str(stick))
    station.json("enrol", enrolment["file"], "--code", enrolment["key_code"])
    station.add_person()
    sent = station.json("send", "--to", str(stick))
    office.json("office", "receive", sent["file"], code=3)
    code = station.json("package", "key")["key_code"]
    office.json("office", "pin", STATION, "--code", code)
    return station, office, stick


def device_of(station: Desk) -> str:
    """Return the station's device id."""
    return str(station.json("package", "key")["device_id"])


def test_the_station_follows_the_new_key(desks: tuple[Desk, Desk, Path]) -> None:
    station, office, stick = desks
    office.json("office", "rotate")
    (receipt,) = office.json("office", "receipt", "--to", str(stick))["receipts"]
    assert station.json("read", receipt["file"])["outcome"] == "accepted"
    station.json("add", "person", *OTHER_PERSON)
    sent = station.json("send", "--to", str(stick))
    assert office.json("office", "receive", sent["file"])["results"][0]["outcome"] == "accepted"


def test_a_revoked_key_counts_no_longer(desks: tuple[Desk, Desk, Path]) -> None:
    station, office, stick = desks
    device = device_of(station)
    assert office.json("office", "revoke", device)["state"] == "revoked"
    station.json("add", "person", *OTHER_PERSON)
    sent = station.json("send", "--to", str(stick))
    refused = office.json("office", "receive", sent["file"], code=3)["results"][0]
    assert (refused["outcome"], refused["detail"]) == ("wrong_signature", "key_revoked")
    assert office.json("list", "person")["total"] == 1


def test_a_retired_computer_gets_no_receipt(desks: tuple[Desk, Desk, Path]) -> None:
    station, office, stick = desks
    assert office.json("office", "retire", device_of(station))["state"] == "retired"
    assert office.json("office", "receipt", "--to", str(stick))["receipts"] == []


def test_ssh_keygen_takes_the_list_of_signers(desks: tuple[Desk, Desk, Path]) -> None:
    station, office, stick = desks
    file = stick / "allowed_signers"
    assert office.json("office", "signers", str(file))["keys"] == 2
    found = subprocess.run(
        [program("ssh-keygen"), "-Y", "match-principals", "-f", file, "-I", device_of(station)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert device_of(station) in found.stdout
