"""Laptops of one station and an office that is only a pair of keys: the two ends of a package."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mengzhan.model.entry import Entry, Value
from mengzhan.model.kinds import KINDS
from mengzhan.package import manifest as mf
from mengzhan.package.device import device_keys, enrol
from mengzhan.package.devicekey import DeviceKeys, DevicePublic
from mengzhan.package.enrolment import Enrolment, read_enrolment, write_enrolment
from mengzhan.package.opening import Opened, open_package
from mengzhan.package.packing import Contents, Packed, pack
from mengzhan.package.staging import Plan, stage
from mengzhan.store.journal import Head, Journal
from mengzhan.store.ledger import Ledger
from mengzhan.store.station import Surroundings
from mengzhan.store.wrapping import Cost
from tests.computers import Clock, MemoryKeystore
from tests.package.scribe import CREATED, OFFICE, STATION
from tests.store.conftest import Station, memory_ledger, open_station

COST = Cost(memory_kib=1024, passes=1, lanes=1)


def laptop(root: Path, clock: Clock) -> Station:
    """A computer of its own with a station just set up on it."""
    around = Surroundings(clock=clock, state=root / "state", keystore=MemoryKeystore(), cost=COST)
    return open_station(root / "蒙站", around)


@dataclass
class PaperOffice:
    """An office without a database of its own: keys, a journal in memory, receipts by hand."""

    keys: DeviceKeys = field(default_factory=DeviceKeys.generate, repr=False)
    replica: str = "e" * 32
    ledger: Ledger = field(default_factory=lambda: memory_ledger()[1], repr=False)
    clock: Clock = field(default_factory=Clock)

    @property
    def journal(self) -> Journal:
        return self.ledger.journal

    def enrol(self, station: Station) -> None:
        """Give the station its enrolment file and let it read it."""
        enrolment = Enrolment(
            station_code=STATION.code,
            station_name=STATION.name,
            office_code=OFFICE.code,
            office_name=OFFICE.name,
            office=self.keys.public,
            created=CREATED,
        )
        enrol(station.session, read_enrolment(write_enrolment(enrolment, self.keys)))

    def open(self, data: bytes) -> Opened:
        return open_package(data, [self.keys.age_identity], lambda *_: True)

    def stage(self, data: bytes) -> Plan:
        return stage(self.open(data), self.journal, self.clock())

    def take(self, data: bytes) -> Plan:
        """Read a report and take it in."""
        plan = self.stage(data)
        if plan.outcome.applies:
            self.ledger.merge(plan.new)
        return plan

    def held(self, opened: Opened) -> dict[str, Head]:
        """How far the replicas that a report speaks of are held."""
        replicas = dict.fromkeys(span.replica for span in opened.manifest.ranges)
        return {replica: self.journal.contiguous(replica) for replica in replicas}

    def receipt(
        self,
        to: Station,
        number: int,
        held: Mapping[str, Head],
        *,
        answers: Sequence[int] = (),
        entries: Sequence[Entry] = (),
        verdicts: Sequence[Mapping[str, Value]] = (),
        to_device: str = "",
        **changes: Any,
    ) -> Packed:
        """Write a receipt to a laptop."""
        public = device_keys(to.session).public
        head = mf.ReceiptHead(
            number=number,
            previous="",
            office_replica=self.replica,
            to_device=to_device or public.device_id,
            answers=list(answers),
            held=[mf.Held(replica=r, seq=h.seq, hash=h.hash) for r, h in held.items()],
        )
        values: dict[str, Any] = {
            "format": mf.FORMAT,
            "kind": mf.RECEIPT,
            "suite": mf.SUITE,
            "features": mf.Features(),
            "station": STATION,
            "sender": OFFICE,
            "device": self.keys.public.as_dict(),
            "replica": self.replica,
            "number": number,
            "ranges": [],
            "has": [],
            "heard": 0,
            "recipients": [public.age_recipient, self.keys.public.age_recipient],
            "period": [],
            "counts": {},
            "created": CREATED,
            "receipt": head,
        }
        manifest = mf.Manifest(**(values | changes))
        return pack(manifest, Contents(entries, (), verdicts), KINDS, self.keys)

    def answer(self, to: Station, data: bytes, number: int, **more: Any) -> Packed:
        """Take a report in and answer it."""
        plan = self.take(data)
        read = plan.opened.manifest.number
        heard: dict[str, Any] = {"heard": read, "heard_sha256": hashlib.sha256(data).hexdigest()}
        more = heard | more
        return self.receipt(to, number, self.held(plan.opened), answers=[read], **more)


def public_of(station: Station) -> DevicePublic:
    """The keys that a laptop shows."""
    return device_keys(station.session).public


def entries_of(station: Station) -> dict[str, Entry]:
    """Everything in a laptop's journal, by hash."""
    return {entry.hash: entry for entry in station.session.read().journal.all()}


def live(station: Station, kind: str) -> dict[str, dict[str, Value]]:
    """The values of every live record of a kind."""
    return {state.record: state.values for state in station.session.read().states(kind)}
