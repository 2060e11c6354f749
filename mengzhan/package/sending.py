"""What a station sends: everything that its office has not said it holds.

A lost stick costs nothing, because whatever no receipt has confirmed goes again. Building a
package changes nothing; only a package that was written and read back is remembered as sent.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mengzhan.model.clock import day_of, wall_text
from mengzhan.model.entry import CLOCK_KIND, GENESIS, Entry
from mengzhan.model.fold import State
from mengzhan.model.problem import UserError
from mengzhan.model.progress import in_parts
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.package import manifest as mf
from mengzhan.package.device import device_keys, known_replicas, office_of
from mengzhan.package.devicekey import DevicePublic
from mengzhan.package.packing import Contents, Packed, pack
from mengzhan.store import handover
from mengzhan.store.driver import Connection
from mengzhan.store.exchange import Exchange, SentPackage
from mengzhan.store.journal import Head, Journal
from mengzhan.store.operators import operator_names
from mengzhan.store.session import Session
from mengzhan.store.tables import Tables

SUFFIX = ".mzp"


class NothingToSend(UserError):
    """Everything is held by the office already."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "没有新内容要报：上次报送的都已收到回执。")
        super().__init__("NOTHING_TO_SEND", Message(words))


@dataclass(frozen=True)
class Outgoing:
    """What the next report would hold."""

    entries: list[Entry]
    ranges: list[mf.Range]

    @property
    def counts(self) -> dict[str, int]:
        """Return how many records of each kind changed."""
        touched = {(e.kind, e.record) for e in self.entries if e.kind != CLOCK_KIND}
        return dict(Counter(kind for kind, _ in touched))

    @property
    def days(self) -> list[str]:
        """Return the first and the last day on which entries were made (UTC)."""
        walls = sorted(entry.wall[:10] for entry in self.entries)
        return [walls[0], walls[-1]] if walls else []


def outgoing(session: Session, since: Mapping[str, Sequence[Head]] | None = None) -> Outgoing:
    """Gather the station's entries beyond ``since`` (by default: what its office holds)."""
    if since is None:
        office = session.setting("office")
        since = session.exchange().held(office["code"]) if office else {}
    journal = session.read().journal
    entries: list[Entry] = []
    ranges: list[mf.Range] = []
    for replica in known_replicas(session):
        for branch in _branches(journal, replica, since.get(replica, ())):
            ranges.append(_range(branch))
            entries += branch
    return Outgoing(entries, ranges)


def unwritten(session: Session, going: Outgoing) -> Outgoing:
    """Return the part of ``going`` that no package holds which still waits for its receipt."""
    spans = [
        span
        for sent in session.exchange().sent()
        if sent.kind == mf.REPORT and sent.receipt is None
        for span in sent.ranges
    ]
    written = {(replica, seq) for replica, first, last in spans for seq in range(first, last + 1)}
    return Outgoing([e for e in going.entries if (e.replica, e.seq) not in written], [])


def _branches(journal: Journal, replica: str, held: Sequence[Head]) -> list[list[Entry]]:
    """Return what follows ``held``, chain by chain; all of it if the office holds what we do not.

    There is one chain unless two copies wrote as one replica. Then an office that holds one
    branch may still lack the other, so that everything off the held chains goes.
    """
    known = [head for head in held if journal.by_hash(head.hash) is not None]
    first = 1 if journal.first_fork(replica) else max((h.seq + 1 for h in known), default=1)
    entries = journal.of_replica(replica, first)
    reached = _chains(entries, [head.hash for head in known])
    branches: list[list[Entry]] = []
    ends: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.hash in reached or entry.prev not in reached:
            continue
        reached.add(entry.hash)
        branch = ends.pop(entry.prev, None)
        if branch is None:
            branch = []
            branches.append(branch)
        branch.append(entry)
        ends[entry.hash] = branch
    return branches


def _chains(entries: list[Entry], heads: list[str]) -> set[str]:
    """Return the hashes from ``heads`` back to the beginning, as far as ``entries`` go."""
    by_hash = {entry.hash: entry for entry in entries}
    reached = {GENESIS, *heads}
    pending = list(heads)
    while pending:
        entry = by_hash.get(pending.pop())
        if entry is not None and entry.prev not in reached:
            reached.add(entry.prev)
            pending.append(entry.prev)
    return reached


def _range(branch: list[Entry]) -> mf.Range:
    first, last = branch[0], branch[-1]
    return mf.Range(
        replica=first.replica, first=first.seq, last=last.seq, before=first.prev, head=last.hash
    )


def has(session: Session) -> list[mf.Held]:
    """Return how far this copy holds each replica of its station."""
    journal = session.read().journal
    found = {replica: journal.contiguous(replica) for replica in known_replicas(session)}
    return [mf.Held(replica=r, seq=h.seq, hash=h.hash) for r, h in found.items() if h.seq]


def touched_states(session: Session, entries: list[Entry]) -> list[State]:
    """Return the present state of every record that the entries touch."""
    reader = session.read()
    records = dict.fromkeys(e.record for e in entries if e.kind != CLOCK_KIND)
    states = (reader.state(record) for record in records)
    return [state for state in states if state is not None]


def build(
    session: Session,
    kind: str,
    going: Outgoing,
    recipients: list[DevicePublic],
    *,
    voucher: dict[str, object] | None = None,
    settings: dict[str, object] | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> Packed:
    """Build a package of ``kind`` signed by this device, readable by ``recipients`` and itself."""
    keys = device_keys(session)
    place = mf.Place(code=session.place.code, name=session.place.name)
    readers = [public.age_recipient for public in (*recipients, keys.public)]
    manifest = mf.Manifest(
        format=mf.FORMAT,
        kind=kind,
        suite=mf.SUITE,
        features=mf.Features(),
        station=place,
        sender=place,
        device=keys.public.as_dict(),
        replica=session.replica,
        number=session.exchange().next_number(),
        ranges=going.ranges,
        has=has(session),
        heard=session.exchange().last_receipt(),
        heard_sha256=session.exchange().last_receipt_digest(),
        recipients=list(dict.fromkeys(readers)),
        period=going.days,
        counts=going.counts,
        created=wall_text(session.clock()),
        voucher=voucher or session.setting("voucher"),
        settings=settings,
        operators=operator_names(session),
    )
    states = touched_states(session, going.entries)
    contents = Contents(going.entries, states, pictures=pictures or {})
    return pack(manifest, contents, session.catalogue, keys)


def build_report(session: Session, *, ask: bool = False) -> Packed:
    """Build the package that goes up; ``ask`` sends an empty one too, to be answered by a receipt.

    Raises:
        HandedOver: the station reports from another computer now.
        NotEnrolled: no office is known.
        NothingToSend: the office holds everything.
    """
    session.check_in_use()
    office = office_of(session)
    going = outgoing(session)
    if not going.entries and not ask:
        raise NothingToSend
    return build(session, mf.REPORT, going, [office.public])


PICTURES_AT_A_TIME = 40
"""How many pictures one package holds: about 6 MB, which any mailbox takes."""


def build_pictures(session: Session) -> Iterator[Packed]:
    """Build packages of the pictures that the office has not confirmed, apart from the text.

    Each is numbered when its turn comes: remember the one before as sent.
    """
    waiting = session.exchange().unsent_pictures(_listed_pictures(session))
    for part in in_parts(waiting, PICTURES_AT_A_TIME):
        pictures = session.exchange().pictures(part)
        office = office_of(session).public
        yield build(session, mf.REPORT, Outgoing([], []), [office], pictures=pictures)


def build_share(session: Session, to: DevicePublic) -> Packed:
    """Build a package for another laptop of this station: all that this copy holds."""
    pictures = session.exchange().pictures(_listed_pictures(session))
    return build(session, mf.SHARE, _everything(session), [to], pictures=pictures)


def build_handover(session: Session, to: DevicePublic) -> Packed:
    """Build the package with which a new laptop takes over; this device's key vouches for it.

    It holds the journal and the office's public keys, and no private key of this device.
    """
    voucher = device_keys(session).vouch(to, wall_text(session.clock()))
    settings = {"place": session.setting("place"), "office": session.setting("office")}
    return build(
        session,
        mf.HANDOVER,
        _everything(session),
        [to],
        voucher=voucher,
        settings=settings,
        pictures=session.exchange().pictures(_listed_pictures(session)),
    )


def _listed_pictures(session: Session) -> list[str]:
    """Return the pictures that belong to a record which is not erased."""
    return sorted(Tables(session.read().connection, session.catalogue).pictures())


def _everything(session: Session) -> Outgoing:
    """Own replicas as ranges; what came from the office goes along singly."""
    going = outgoing(session, {})
    inside = {entry.hash for entry in going.entries}
    others = [entry for entry in session.read().journal.all() if entry.hash not in inside]
    return Outgoing([*going.entries, *others], going.ranges)


def file_name(packed: Packed) -> str:
    """Return the name under which a package is written: station, number, day; nobody's data."""
    manifest = packed.manifest
    word = {mf.REPORT: "报送", mf.SHARE: "同站", mf.HANDOVER: "移交"}[manifest.kind]
    if packed.pictures and manifest.kind == mf.REPORT:
        word = "照片"
    day = day_of(manifest.created).replace("-", "")
    return f"{word}-{manifest.station.name}-{manifest.number:04d}-{day}{SUFFIX}"


def _heir(manifest: mf.Manifest) -> str:
    return DevicePublic.from_dict((manifest.voucher or {})["new"]).device_id


def remember_sent(session: Session, packed: Packed, name: str) -> None:
    """Note a package that was written and read back; pictures that nothing names go.

    After a handover this copy is read-only.
    """
    manifest = packed.manifest
    sent = SentPackage(
        manifest.number,
        manifest.kind,
        manifest.created,
        name,
        len(packed.data),
        packed.sha256,
        manifest.counts,
        tuple((span.replica, span.first, span.last) for span in manifest.ranges),
    )

    def work(connection: Connection) -> None:
        exchange = Exchange(connection)
        exchange.add_sent(sent)
        exchange.note_pictures(packed.pictures, manifest.number)
        if manifest.kind == mf.HANDOVER:
            handover.note(connection, manifest.created, _heir(manifest))
        exchange.drop_orphans(Tables(connection, session.catalogue).pictures())

    session.store.writer.run(work)
