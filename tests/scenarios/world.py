"""A small world to break: an office, a station with two laptops, a second station, and the post.

Everything is real: SQLCipher databases, signatures, age, receipts. Only time is ours, so that a
test never waits and two runs are alike.
"""

import hashlib
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mengzhan.model.entry import Entry, Value
from mengzhan.model.kind import Catalogue
from mengzhan.model.kinds import KINDS
from mengzhan.model.problem import UserError
from mengzhan.office.desk import Office
from mengzhan.office.inbox import Inbox
from mengzhan.office.receipts import Receipts
from mengzhan.package.device import device_keys, enrol
from mengzhan.package.devicekey import key_code
from mengzhan.package.enrolment import read_enrolment
from mengzhan.package.outcome import PackageRefused
from mengzhan.package.receiving import add_peer, read_package
from mengzhan.package.sending import NothingToSend, build_report, build_share, remember_sent
from mengzhan.rules import operations
from mengzhan.rules.erasure import erase
from mengzhan.rules.reader import Operation
from mengzhan.rules.undo import undo
from mengzhan.store.backup import Backup
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, restore_backup, set_up, unlock
from mengzhan.store.wrapping import Cost
from tests import people
from tests.people import VILLAGE, follow_up_values, person_values

SECRET = "Gaxaa-2026-bichig"
OFFICE = "1522"
STATIONS = {"a": VILLAGE, "b": "150102001002"}
LAPTOPS = ("a1", "a2", "b1")


def texts_of(number: int) -> tuple[str, str, str]:
    """Return name, ID number and telephone of a made-up person."""
    return people.name(number), people.id_number(number), people.phone(number)


def picture(number: int) -> bytes:
    """Return what stands for a picture of a made-up person."""
    return b"\xff\xd8" + people.name(number).encode()


def picture_of(number: int) -> str:
    """Return the digest of that picture."""
    return hashlib.sha256(picture(number)).hexdigest()


WRITINGS = ("plain", "spaced", "hyphens", "linked", "picture", "draft")
"""Where something may be written about a person."""


def writing(
    where: str, record: str, person: str, number: str, telephone: str
) -> tuple[str, dict[str, Value]]:
    """Return kind and values of a record that names or describes a person."""
    spaced = f"{number[:6]} {number[6:14]} {number[14:].lower()}"
    texts: dict[str, str] = {
        "plain": f"找{person}，{telephone}，{number}",
        "spaced": f"找{person}，{telephone[:3]} {telephone[3:7]}\n{telephone[7:]}，{spaced}",
        "hyphens": f"{telephone[:3]}-{telephone[3:7]}-{telephone[7:]}",
        "draft": f"打电话给{person}，{telephone}",
    }
    if where == "linked":
        told: dict[str, Value] = {"situation": f"{person}在家", "needs": telephone}
        return "follow_up", follow_up_values(record, day="2026-11-01", **told)
    if where == "picture":
        told = {"person": record, "result": "1", "day": "2026-11-01", "new_value": telephone}
        return "verification", told
    return "task", {"title": "走访", "source": "1", "content": texts[where]}


class Time:
    """A clock that moves a little each time it is looked at; one for the whole world."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=7)
        return self.now


@dataclass
class Letter:
    """A package on its way; it may arrive never, once or often, in any order."""

    to: str
    data: bytes = field(repr=False)


class World:
    """An office (``office``), laptops ``a1`` and ``a2`` of one station, ``b1`` of another."""

    def __init__(self, folder: Path, catalogues: dict[str, Catalogue] | None = None) -> None:
        self._folder = folder
        self._catalogues = catalogues or {}
        self.time = Time()
        self.sessions: dict[str, Session] = {}
        self.backups: dict[str, Backup] = {}
        self.letters: list[Letter] = []
        self.actions: dict[str, list[str]] = {name: [] for name in (*LAPTOPS, "office")}
        self.records: list[str] = []
        self.people: dict[str, int] = {}
        self.erased: dict[str, int] = {}
        self._numbers = itertools.count(1)
        self._set_up()

    def around(self, name: str) -> Surroundings:
        """What the data folder of ``name`` stands in."""
        return Surroundings(
            catalogue=self._catalogues.get(name, KINDS),
            clock=self.time,
            state=self._folder / "state",
            cost=Cost(1024, 1, 1),
        )

    def _set_up(self) -> None:
        self._found("office", Place(OFFICE, "兴安盟就业服务中心"))
        for name in LAPTOPS:
            code = STATIONS[name[0]]
            self._found(name, Place(code, f"{name[0]}站"))
        for letter, code in STATIONS.items():
            self.office.add_station(code, f"{letter}站")
        for name in LAPTOPS:
            session = self.sessions[name]
            code = STATIONS[name[0]]
            enrol(session, read_enrolment(self.office.enrolment_for(code)))
            public = device_keys(session).public
            self.office.pin(code, public, key_code(public))
        add_peer(self.sessions["a1"], device_keys(self.sessions["a2"]).public)
        add_peer(self.sessions["a2"], device_keys(self.sessions["a1"]).public)

    def _found(self, name: str, place: Place) -> None:
        folder = self._folder / name
        session, _ = set_up(folder, place, "站里的人", "1", SECRET, self.around(name))
        self.sessions[name] = session
        if name == "office":
            self.office = Office(session)

    def close(self) -> None:
        """Close every database."""
        for session in self.sessions.values():
            session.store.close()

    # What people do ----------------------------------------------------------------------------

    def do(self, who: str, operation: Operation, words: str = "edit person") -> None:
        """Do something at a computer; what the program refuses is simply not done."""
        try:
            change = self.sessions[who].run(operation, words)
        except UserError:
            return
        if change.records:
            self.actions[who].append(change.action)
            for _, record in sorted(change.records):
                if record not in self.records:
                    self.records.append(record)

    def add(self, who: str, **more: object) -> None:
        """Register a made-up person."""
        number = next(self._numbers)
        values = person_values(number, **more)  # type: ignore[arg-type]
        known = len(self.records)
        self.do(who, operations.add("person", values), "add person")
        self.people |= dict.fromkeys(self.records[known:], number)

    def write(self, who: str, number: int, where: str) -> None:
        """Write about a person, if this computer knows the person: in a note, a draft, a picture."""
        session, record = self.sessions[who], self.record(number)
        state = session.read().state(record)
        if state is None or state.erased or record not in self.people:
            return
        texts = texts_of(self.people[record])
        kind, values = writing(where, record, *texts)
        if where == "draft":
            session.save_draft(f"draft of {record}", kind, "", values)
            return
        if where == "picture":
            session.add_picture(picture_of(self.people[record]), picture(self.people[record]))
            values["pictures"] = [picture_of(self.people[record])]
        change = session.run(operations.add(kind, values), f"add {kind}")
        self.actions[who].append(change.action)

    def record(self, number: int) -> str:
        """Return one of the records made so far."""
        return self.records[number % len(self.records)] if self.records else "none"

    def edit(self, who: str, number: int, name: str, value: object) -> None:
        """Change one field of a record, if this computer has it."""
        self.do(who, operations.edit(self.record(number), {name: value}))  # type: ignore[dict-item]

    def undo(self, who: str) -> None:
        """Undo the last action of this computer."""
        if self.actions[who]:
            action = self.actions[who][-1]
            self.do(who, undo(action), f"undo {action}")

    def erase(self, who: str, number: int) -> None:
        """Forget a person for good."""
        record = self.record(number)
        self.do(who, erase(record), "erase person")
        state = self.sessions[who].read().state(record)
        if record in self.people and state is not None and state.erased:
            self.erased[record] = self.people[record]

    def move(self, number: int, to: str) -> None:
        """Hand a person to the other station, at the office."""
        self.do("office", operations.move(self.record(number), STATIONS[to]), "move person")

    # The post ----------------------------------------------------------------------------------

    def report(self, who: str, *, ask: bool = False) -> None:
        """Write a package to the office and put it into the post."""
        try:
            packed = build_report(self.sessions[who], ask=ask)
        except NothingToSend:
            return
        remember_sent(self.sessions[who], packed, "report.mzp")
        self.letters.append(Letter("office", packed.data))

    def share(self, who: str, to: str) -> None:
        """Write a package for the other laptop of the station."""
        public = device_keys(self.sessions[to]).public
        self.letters.append(Letter(to, build_share(self.sessions[who], public).data))

    def answer(self, *, everyone: bool = False) -> None:
        """Let the office write its receipts."""
        by_device = {
            device_keys(session).public.device_id: name
            for name, session in self.sessions.items()
            if name != "office"
        }
        for packed in Receipts(self.office).write_all(everyone=everyone):
            head = packed.manifest.receipt
            assert head is not None
            self.letters.append(Letter(by_device[head.to_device], packed.data))

    def deliver(self, number: int) -> None:
        """Deliver one letter; it stays in the post and may come again."""
        if self.letters:
            self._hand_over(self.letters[number % len(self.letters)])

    def _hand_over(self, letter: Letter) -> None:
        if letter.to == "office":
            Inbox(self.office).receive(letter.data)
            return
        try:
            read_package(self.sessions[letter.to], letter.data)
        except PackageRefused:
            return

    def lose(self, number: int) -> None:
        """Lose a letter."""
        if self.letters:
            del self.letters[number % len(self.letters)]

    # Accidents ---------------------------------------------------------------------------------

    def back_up(self, who: str) -> None:
        """Make a backup to come back to."""
        made = self.sessions[who].store.backup(force=True)
        if made is not None:
            self.backups[who] = made

    def restore(self, who: str) -> None:
        """Put the old backup back, as after a broken disk."""
        if who not in self.backups:
            return
        session = self.sessions[who]
        folder, key = session.store.folder, session.store.key
        session.store.close()
        around = self.around(who)
        restore_backup(folder, self.backups[who], key, around)
        operator = around.keyring(folder).operators[0].id
        self.sessions[who] = unlock(folder, operator, SECRET, around)
        self.actions[who].clear()
        if who == "office":
            self.office = Office(self.sessions[who])

    def upgrade(self, who: str, catalogue: Catalogue) -> None:
        """Install another version of the program on a computer."""
        session = self.sessions[who]
        folder = session.store.folder
        session.close()
        self._catalogues[who] = catalogue
        around = self.around(who)
        operator = around.keyring(folder).operators[0].id
        self.sessions[who] = unlock(folder, operator, SECRET, around)
        if who == "office":
            self.office = Office(self.sessions[who])

    # The end -----------------------------------------------------------------------------------

    def exchange_everything(self, rounds: int = 3) -> None:
        """Everybody reports, everybody is answered, nothing is lost, until all is quiet."""
        self.letters.clear()
        for _ in range(rounds):
            for name in LAPTOPS:
                self.report(name, ask=True)
            self._empty_the_post()
            self.answer(everyone=True)
            self._empty_the_post()

    def _empty_the_post(self) -> None:
        while self.letters:
            self._hand_over(self.letters.pop(0))

    def union(self) -> dict[str, list[Entry]]:
        """Return every entry that any computer holds, by record; full ones before dropped ones."""
        found: dict[str, Entry] = {}
        for session in self.sessions.values():
            for entry in session.read().journal.all():
                if entry.hash not in found or found[entry.hash].set is None:
                    found[entry.hash] = entry
        by_record: dict[str, list[Entry]] = {}
        for entry in found.values():
            by_record.setdefault(entry.record, []).append(entry)
        return by_record
