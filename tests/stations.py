"""Stations and offices of made-up places, ready to work with, for tests of screens."""

from pathlib import Path

from mengzhan.cli.madeup import table
from mengzhan.model.entry import Values
from mengzhan.office.desk import Office
from mengzhan.office.inbox import Inbox
from mengzhan.office.receipts import Receipts, receipt_name
from mengzhan.package.device import device_keys, enrol
from mengzhan.package.devicekey import key_code
from mengzhan.package.enrolment import read_enrolment
from mengzhan.rules.operations import add, together
from mengzhan.rules.reader import Change
from mengzhan.store.session import ChangeSet, Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from tests import people
from tests.computers import MemoryKeystore, TickingClock

PIN = "284917"
STATION = Place(people.VILLAGE, "巴彦嘎查就业服务站")
OTHER_STATION = Place(people.OTHER_VILLAGE, "查干嘎查就业服务站")
OFFICE = Place("150102", "新城区就业服务中心")


def surroundings(folder: Path) -> Surroundings:
    """A computer of its own, whose PINs are quick to try."""
    cost = Cost(memory_kib=32, passes=1, lanes=1)
    return Surroundings(
        clock=TickingClock(),
        state=folder.parent / "state",
        keystore=MemoryKeystore(secret=bytes(range(32))),
        cost=cost,
    )


def open_station(folder: Path, place: Place = STATION) -> Session:
    """Set up a station with one operator, 其其格."""
    return set_up(folder, place, "其其格", "1", PIN, surroundings(folder))[0]


def open_office(folder: Path) -> Office:
    """Set up an office with one operator."""
    around = surroundings(folder)
    return Office(set_up(folder, OFFICE, "萨仁", "7", PIN, around)[0])


def log(session: Session, kind: str, values: Values) -> str:
    """Add a record and return its id."""
    record = session.new_id()
    session.run(add(kind, values, record), f"add {kind}")
    return record


def log_villagers(session: Session) -> list[str]:
    """Register the 300 people of the demo's names, so that a name has to be looked for."""
    villagers = [
        (session.new_id(), people.person_values(500 + at, name=row["name"]))
        for at, row in enumerate(table("names"))
    ]
    adding = [add("person", values, record) for record, values in villagers]
    session.run(together(*adding), "add person")
    return [record for record, _ in villagers]


def write_raw(session: Session, kind: str, record: str, values: Values) -> ChangeSet:
    """Write values as an older or newer version might have, without any check."""
    return session.run(lambda _reader, _desk: [Change(kind, record, values)], f"edit {kind}")


def introduce(office: Office, session: Session) -> None:
    """Put a station into the roster, enrol it, and pin its key."""
    office.add_station(session.place.code, session.place.name)
    enrol(session, read_enrolment(office.enrolment_for(session.place.code)))
    public = device_keys(session).public
    office.pin(session.place.code, public, key_code(public))


def take_in(office: Office, data: bytes) -> None:
    """Receive one package."""
    Inbox(office).receive(data)


def answer(office: Office, folder: Path) -> list[Path]:
    """Write all receipts into a folder."""
    written = []
    for packed in Receipts(office).write_all():
        path = folder / receipt_name(packed)
        path.write_bytes(packed.data)
        written.append(path)
    return written
