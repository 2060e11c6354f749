"""Receipts (回执): what the office holds, what it says of records, and what a station lacks.

One receipt goes to one device. It is made from the state alone, so any number of them may get
lost, come twice or out of order: the next one says everything that the device has not heard.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mengzhan.model.clock import day_of
from mengzhan.model.entry import CLOCK_KIND, EXCERPT, Entry
from mengzhan.model.fold import State
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.desk import NoSuchDevice, Office
from mengzhan.office.excerpts import follow
from mengzhan.office.lacking import Gap, Lacking, Standpoint
from mengzhan.office.letters import Letter, Letters
from mengzhan.office.roster import PINNED, Device
from mengzhan.office.told import Excerpts
from mengzhan.office.verdicts import GivenVerdict, Verdicts
from mengzhan.package import manifest as mf
from mengzhan.package.media import MediaError, WrittenFile, put_package
from mengzhan.package.packing import Contents, Packed, pack
from mengzhan.package.sending import SUFFIX
from mengzhan.store.driver import Connection


@dataclass(frozen=True)
class Written:
    """A receipt as remembered: its number, manifest, and up to where it speaks."""

    number: int
    manifest_sha256: str
    position: int
    verdict: int
    inbox: int
    excerpt: int


_NOTHING = Written(0, "", 0, 0, 0, 0)
_UNSAID = -1
"""Below every letter of the inbox: whoever got this receipt last has heard nothing yet."""
_WRITING = QT_TRANSLATE_NOOP("model", "正在写回执")


@dataclass(frozen=True)
class _NextReceipt:
    """What the next receipt to a device would say."""

    device: Device
    newest: Letter
    last: Written
    heard: Written
    now: Written
    lacking: Lacking
    verdicts: list[GivenVerdict]


class Receipts:
    """Writes receipts for the devices of an office's stations."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._session = office.session

    def write_receipt(self, device_id: str) -> Packed:
        """Build the next receipt to a device and remember that it was made.

        Raises:
            NoSuchDevice: the device is not pinned, or has not reported yet.
        """
        follow(self._session)
        return self._write(self._next(device_id))

    def write_all(self, *, everyone: bool = False) -> list[Packed]:
        """Write a receipt to each device to which there is something to say.

        Args:
            everyone: to every device that has reported, news or not.
        """
        follow(self._session)
        letters = Letters(self._office.connection)
        following = (
            self._next(device.device_id)
            for device in self._office.roster.devices()
            if device.state == PINNED and letters.newest_of_device(device.device_id) is not None
        )
        return [
            self._write(receipt) for receipt in following if everyone or self._has_news(receipt)
        ]

    def put(
        self, packed: Sequence[Packed], folder: Path, progress: Progress | None = None
    ) -> list[WrittenFile]:
        """Put receipts into a folder or onto a stick, each read back.

        What did not get there is news again, so the next run writes it under a newer number.

        Raises:
            MediaError: one could not be written.
            Cancelled: the user stopped it.
        """
        files: list[WrittenFile] = []
        try:
            for receipt in packed:
                if progress is not None:
                    progress.step(len(files), len(packed), Message(_WRITING))
                files.append(put_package(receipt.data, folder, receipt_name(receipt)))
        except (MediaError, Cancelled):
            self._unsay(packed[len(files) :])
            raise
        return files

    def _unsay(self, packed: Sequence[Packed]) -> None:
        """Note that receipts reached nobody; their numbers stay used."""
        rows = [(_device_of(receipt), receipt.manifest.number) for receipt in packed]
        query = "UPDATE receipts_out SET inbox = ? WHERE device = ? AND number = ?"
        self._office.write(lambda c: c.executemany(query, [(_UNSAID, *row) for row in rows]))

    # Gathering -----------------------------------------------------------------------------

    def _next(self, device_id: str) -> _NextReceipt:
        connection = self._office.connection
        # The position comes first: what arrives while we gather is simply said again next time.
        position = self._session.read().journal.position()
        verdict = Verdicts(connection).last_number()
        inbox = Letters(connection).last_id(device_id)
        device = self._office.device(device_id)
        newest = Letters(connection).newest_of_device(device_id)
        if device.state != PINNED or newest is None:
            raise NoSuchDevice
        last, heard = _last(connection, device_id), _heard(connection, device_id, newest)
        replicas = tuple(self._office.roster.replicas(device.station))
        at = Standpoint(
            device.station, self._session.place.code, replicas, newest.has, heard.position
        )
        lacking = Gap(connection, self._session.catalogue, at).find()
        told = Excerpts(connection).since(device.station, heard.excerpt, self._session.today())
        return _NextReceipt(
            device=device,
            newest=newest,
            last=last,
            heard=heard,
            now=Written(
                max(last.number, newest.heard) + 1,
                "",
                position,
                verdict,
                inbox,
                Excerpts(connection).last_number(),
            ),
            lacking=Lacking([*lacking.entries, *told], lacking.ranges),
            verdicts=Verdicts(connection).since(device.station, heard.verdict),
        )

    def _has_news(self, receipt: _NextReceipt) -> bool:
        """Whether the last receipt that was written does not say it all already."""
        if receipt.now.inbox > receipt.last.inbox:
            return True
        if any(verdict.number > receipt.last.verdict for verdict in receipt.verdicts):
            return True
        if any(
            entry.words == EXCERPT and entry.seq > receipt.last.excerpt
            for entry in receipt.lacking.entries
        ):
            return True
        query = "SELECT 1 FROM entries WHERE hash = ? AND arrived > ?"
        return any(
            self._office.connection.execute(query, (e.hash, receipt.last.position)).fetchone()
            for e in receipt.lacking.entries
        )

    def _answers(self, receipt: _NextReceipt) -> list[int]:
        """Numbers of one replica only: a restored laptop gives them anew under another."""
        letters = Letters(self._office.connection).of_device(receipt.device.device_id)
        since = receipt.heard.position
        return sorted(
            {
                letter.number
                for letter in letters
                if letter.applied is not None
                and letter.applied >= since
                and letter.replica == receipt.newest.replica
            }
        )

    # Writing -------------------------------------------------------------------------------

    def _write(self, receipt: _NextReceipt) -> Packed:
        packed = pack(
            self._manifest(receipt),
            Contents(
                receipt.lacking.entries,
                self._states(receipt.device.station, receipt.lacking.entries),
                [_row(verdict) for verdict in receipt.verdicts],
            ),
            self._session.catalogue,
            self._office.keys,
        )
        row = (
            receipt.device.device_id,
            receipt.now.number,
            packed.manifest_sha256,
            receipt.now.position,
            receipt.now.verdict,
            receipt.now.inbox,
            packed.manifest.created,
            receipt.now.excerpt,
        )
        self._office.write(
            lambda c: c.execute("INSERT INTO receipts_out VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        )
        return packed

    def _manifest(self, receipt: _NextReceipt) -> mf.Manifest:
        office, place = self._office, self._session.place
        station_code = receipt.device.station
        station = office.roster.station(station_code)
        journal, replicas = self._session.read().journal, office.roster.replicas(station_code)
        held = [(replica, head) for replica in replicas for head in journal.branches(replica)]
        entries = receipt.lacking.entries
        touched = {(e.kind, e.record) for e in entries if e.kind != CLOCK_KIND}
        return mf.Manifest(
            format=mf.FORMAT,
            kind=mf.RECEIPT,
            suite=mf.SUITE,
            features=mf.Features(),
            station=mf.Place(code=station_code, name=station.name if station else ""),
            sender=mf.Place(code=place.code, name=place.name),
            device=office.keys.public.as_dict(),
            replica=self._session.replica,
            number=receipt.now.number,
            ranges=receipt.lacking.ranges,
            has=[],
            heard=receipt.newest.number,
            heard_sha256=receipt.newest.sha256,
            recipients=[receipt.device.public.age_recipient, office.keys.public.age_recipient],
            period=[],
            counts=dict(Counter(kind for kind, _ in touched)),
            created=office.now(),
            receipt=mf.ReceiptHead(
                number=receipt.now.number,
                previous=receipt.last.manifest_sha256,
                office_replica=self._session.replica,
                to_device=receipt.device.device_id,
                answers=self._answers(receipt),
                held=[mf.Held(replica=r, seq=h.seq, hash=h.hash) for r, h in held],
            ),
            voucher=office.voucher,
        )

    def _states(self, station: str, entries: list[Entry]) -> list[State]:
        """The reading aid shows only what is the station's now."""
        reader = self._session.read()
        records = dict.fromkeys(e.record for e in entries if e.kind != CLOCK_KIND)
        states = (reader.state(record) for record in records)
        return [s for s in states if s is not None and s.values.get("station") == station]


def _device_of(packed: Packed) -> str:
    head = packed.manifest.receipt
    return head.to_device if head is not None else ""


def receipt_name(packed: Packed) -> str:
    """Return the file name of a receipt: station, number, day; nobody's data."""
    manifest = packed.manifest
    day = day_of(manifest.created).replace("-", "")
    return f"回执-{manifest.station.name}-{manifest.number:04d}-{day}{SUFFIX}"


def _row(verdict: GivenVerdict) -> dict[str, str]:
    return {name: str(getattr(verdict, name)) for name in mf.VERDICT_COLUMNS}


def _written(connection: Connection, device_id: str, number: int) -> Written:
    """Return a receipt that was written; nothing if this office does not remember it."""
    row = connection.execute(
        "SELECT number, manifest_sha256, position, verdict, inbox, excerpt FROM receipts_out "
        "WHERE device = ? AND number = ?",
        (device_id, number),
    ).fetchone()
    return Written(*row) if row else _NOTHING


def _heard(connection: Connection, device_id: str, letter: Letter) -> Written:
    """Return the receipt that a device says it has applied.

    Known by its digest: an office that was restored may have given the number to another one.
    """
    written = _written(connection, device_id, letter.heard)
    return written if written.manifest_sha256 == letter.heard_sha256 else _NOTHING


def _last(connection: Connection, device_id: str) -> Written:
    row = connection.execute(
        "SELECT max(number) FROM receipts_out WHERE device = ?", (device_id,)
    ).fetchone()
    return _written(connection, device_id, int(row[0] or 0))
