"""An office, its stations and their laptops, with real keys and real encrypted databases."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mengzhan.model.entry import GENESIS, Entry, Value
from mengzhan.office.desk import Office
from mengzhan.office.inbox import Inbox, Received
from mengzhan.office.receipts import Receipts
from mengzhan.package import manifest as mf
from mengzhan.package.agekeys import decrypt, encrypt
from mengzhan.package.container import read_zip
from mengzhan.package.device import device_keys, enrol
from mengzhan.package.devicekey import DevicePublic, key_code
from mengzhan.package.enrolment import read_enrolment
from mengzhan.package.packing import Packed
from mengzhan.package.receiving import Read, read_package
from mengzhan.package.sending import Outgoing, build, build_report, outgoing, remember_sent
from mengzhan.rules.operations import add, edit
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up, unlock
from mengzhan.store.wrapping import Cost
from tests.computers import MemoryKeystore, TickingClock
from tests.people import person_values

SECRET = "593817"
OFFICE = Place("150102", "新城区就业服务中心")
FIRST = Place("150102001001", "公主府社区就业服务站")
SECOND = Place("150102001002", "光华街社区就业服务站")


@dataclass
class Laptop:
    """A station's laptop: a data folder and the session at work in it."""

    folder: Path
    around: Surroundings
    session: Session

    @property
    def public(self) -> DevicePublic:
        return device_keys(self.session).public

    def add(self, kind: str, values: Mapping[str, Value], record: str | None = None) -> str:
        ((_, made),) = self.session.run(add(kind, values, record), f"add {kind}").records
        return made

    def add_person(self, number: int, **more: Value) -> str:
        return self.add("person", person_values(number, **more))

    def edit(self, record: str, **values: Value) -> None:
        self.session.run(edit(record, values), "edit")

    def value(self, record: str, name: str) -> Value:
        state = self.session.read().state(record)
        assert state is not None
        return state.values.get(name)

    def has(self, record: str) -> bool:
        return self.session.read().state(record) is not None

    def report(self) -> bytes:
        """Build the report, remember it as sent, and return the file."""
        packed = build_report(self.session)
        remember_sent(self.session, packed, "报送.mzp")
        return packed.data

    def report_part(self, first: int, last: int = 0) -> bytes:
        """Report only entries ``first`` to ``last`` (by default to the end), as if the rest were
        known to be held."""
        journal, replica = self.session.read().journal, self.session.replica
        entries = journal.of_replica(replica, first, last or None)
        before = journal.of_replica(replica, first - 1, first - 1)
        span = mf.Range(
            replica=replica,
            first=first,
            last=entries[-1].seq,
            before=before[0].hash if before else GENESIS,
            head=entries[-1].hash,
        )
        packed = self._build(Outgoing(entries, [span]))
        remember_sent(self.session, packed, "报送.mzp")
        return packed.data

    def report_of(self, going: Outgoing) -> bytes:
        """Report exactly this, sound or not."""
        return self._build(going).data

    def _build(self, going: Outgoing) -> Packed:
        office = DevicePublic.from_dict(self.session.setting("office")["keys"])
        return build(self.session, mf.REPORT, going, [office])

    def read(self, data: bytes) -> Read:
        return read_package(self.session, data)

    def close(self) -> None:
        self.session.close()

    def open(self) -> None:
        (operator,) = self.around.keyring(self.folder).operators
        self.session = unlock(self.folder, operator.id, SECRET, self.around)

    def reopen(self) -> None:
        self.close()
        self.open()

    def copy(self, to: Path) -> None:
        """Copy the closed folder, as a careful user does to a stick."""
        self.close()
        shutil.copytree(self.folder, to)
        self.open()

    def restore(self, copy: Path) -> None:
        """Put an older copy of the folder in the place of this one."""
        self.close()
        shutil.rmtree(self.folder)
        shutil.copytree(copy, self.folder)
        self.open()


@dataclass
class World:
    """An office with two stations that it expects."""

    root: Path
    clock: TickingClock
    seat: Laptop
    office: Office

    @property
    def inbox(self) -> Inbox:
        return Inbox(self.office)

    @property
    def receipts(self) -> Receipts:
        return Receipts(self.office)

    def laptop(self, name: str, place: Place, *, pinned: bool = True) -> Laptop:
        """Set up a laptop of a station that has read its enrolment file."""
        made = new_laptop(self.root, name, place, self.clock)
        enrol(made.session, read_enrolment(self.office.enrolment_for(place.code)))
        if pinned:
            self.pin(made)
        return made

    def pin(self, laptop: Laptop) -> None:
        code = laptop.session.place.code
        self.office.pin(code, laptop.public, key_code(laptop.public))

    def deliver(self, laptop: Laptop) -> Received:
        """The station reports and the office receives."""
        return self.inbox.receive(laptop.report())

    def answer(self, laptop: Laptop) -> Read:
        """The office writes a receipt and the station reads it."""
        return laptop.read(self.receipt(laptop).data)

    def receipt(self, laptop: Laptop) -> Packed:
        return self.receipts.write_receipt(laptop.public.device_id)

    def exchange(self, *laptops: Laptop) -> None:
        """Everybody reports once, then everybody reads a receipt."""
        for laptop in laptops:
            if outgoing(laptop.session).entries:
                self.deliver(laptop)
        for laptop in laptops:
            self.answer(laptop)

    def reopen(self) -> None:
        self.seat.reopen()
        self.office = Office(self.seat.session)


def new_laptop(root: Path, name: str, place: Place, clock: TickingClock) -> Laptop:
    around = Surroundings(
        clock=clock,
        state=root / "state",
        keystore=MemoryKeystore(),
        cost=Cost(memory_kib=1024, passes=1, lanes=1),
    )
    session, _ = set_up(root / name, place, "站里的人", "1", SECRET, around)
    return Laptop(root / name, around, session)


def dump(session: Session) -> dict[str, list[Any]]:
    """Every row of every table, search index and shadow tables too."""
    connection = session.read().connection
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    ]
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


def texts_in(session: Session) -> bytes:
    """Everything that the database holds, decrypted, as one run of bytes."""
    pieces: list[bytes] = []
    for rows in dump(session).values():
        for row in rows:
            pieces += [c if isinstance(c, bytes) else str(c).encode() for c in row]
    return b"\n".join(pieces)


def members_of(data: bytes, laptop: Laptop) -> dict[str, bytes]:
    """Open a package with a laptop's private key."""
    return read_zip(decrypt(data, [device_keys(laptop.session).age_identity]))


def sealed(members: Mapping[str, bytes], *readers: DevicePublic) -> bytes:
    """Zip and encrypt members again; only the signature can tell that they were touched."""
    from mengzhan.package.container import write_zip

    return encrypt(write_zip(members.items()), [reader.age_recipient for reader in readers])


def hashes(entries: Iterable[Entry]) -> set[str]:
    return {entry.hash for entry in entries}
