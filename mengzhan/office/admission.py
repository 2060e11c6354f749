"""Whose packages go in: trust in keys, and what a trusted sender may speak of.

Detail codes beside those of ``package.opening``: ``device_of_other_station`` and
``device_changed`` (a pinned key under another station's name, or with another address),
``key_revoked`` (entries beyond the positions up to which a revoked key counts),
``replica_foreign`` (entries of a replica that belongs to somebody else),
``entry_outside_range`` (entries that no range announces), ``excerpt_claimed`` (what only an office
tells stations, of records of others), ``record_foreign`` (erasing or redacting
a record that never was the station's, or doubting the clock of others) and ``redaction_overreach``
(a redaction that does more than take something out). Other entries of a record that is not the
sender's are taken in and set back, see ``standing``.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from mengzhan.model.entry import CLOCK_KIND, DOUBT, ERASE, EXCERPT, REDACT, Entry, Value
from mengzhan.model.fold import effective_sets
from mengzhan.office.excerpts import replica_of
from mengzhan.office.roster import PINNED, RETIRED, REVOKED, Device, Roster
from mengzhan.office.standing import Writer, may_remove, standing
from mengzhan.package.devicekey import DevicePublic, verify_voucher
from mengzhan.package.manifest import Manifest
from mengzhan.package.opening import Opened
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.sshsig import BadSignature
from mengzhan.package.staging import Plan
from mengzhan.rules.redaction import FORGOTTEN
from mengzhan.store.journal import Head, Journal


def claimed_replicas(manifest: Manifest) -> list[str]:
    """Return every replica that a package calls its station's own."""
    ranges, has = [span.replica for span in manifest.ranges], [h.replica for h in manifest.has]
    return list(dict.fromkeys([manifest.replica, *ranges, *has]))


class Gate:
    """Decides by the roster and by what the journal holds.

    ``own`` are the office's replicas, which nobody else may claim, nor those of its excerpts.
    """

    def __init__(self, roster: Roster, own: list[str], journal: Journal) -> None:
        self._roster = roster
        self._own = frozenset((*own, *map(replica_of, own)))
        self._journal = journal

    def trusted(self, manifest: Manifest, public: DevicePublic) -> bool:
        """Whether the signing key is pinned for the station, or vouched for by one that is.

        A key that another one followed is a stranger beyond the position where it handed over.

        Raises:
            PackageRefused: the key is pinned, but not as the manifest tells it.
        """
        station = manifest.station.code
        known = self._roster.device(public.device_id)
        if known is None:
            expected = self._roster.expects(station)
            return expected and self.predecessor(manifest, public) is not None
        if known.station != station:
            raise PackageRefused(Outcome.WRONG_SIGNATURE, "device_of_other_station")
        if known.public != public:
            raise PackageRefused(Outcome.WRONG_SIGNATURE, "device_changed")
        if known.state == RETIRED and _is_beyond(manifest, known):
            return False
        return self._roster.expects(station)

    def predecessor(self, manifest: Manifest, public: DevicePublic) -> Device | None:
        """Return the pinned device of the same station whose voucher names ``public``."""
        voucher = manifest.voucher
        old = self._roster.device(str(voucher.get("device_id"))) if voucher else None
        if old is None or old.state != PINNED or old.station != manifest.station.code:
            return None
        try:
            return old if verify_voucher(voucher, old.public) == public else None
        except BadSignature:
            return None

    def admit(self, opened: Opened) -> None:
        """Check that the sender speaks for itself only.

        Raises:
            PackageRefused: with a detail of this module.
        """
        station = opened.manifest.station.code
        for replica in claimed_replicas(opened.manifest):
            owner = self._roster.owner(replica)
            if replica in self._own or owner not in (None, station):
                raise PackageRefused(Outcome.CHAIN_BROKEN, "replica_foreign")
        writer = self._writer(opened.manifest)
        spans = {(span.replica, span.first, span.last) for span in opened.manifest.ranges}
        for entry in opened.entries:
            if not any(r == entry.replica and f <= entry.seq <= e for r, f, e in spans):
                raise PackageRefused(Outcome.CHAIN_BROKEN, "entry_outside_range")
            if entry.words == EXCERPT:
                raise PackageRefused(Outcome.CHAIN_BROKEN, "excerpt_claimed")
            if entry.op == DOUBT and writer(entry.record) != station:
                raise PackageRefused(Outcome.CHAIN_BROKEN, "record_foreign")
            if entry.op in (ERASE, REDACT):
                self._check_removal(entry, station, writer)
        device = self._roster.device(opened.device.device_id)
        if device is not None and device.state == REVOKED and _is_beyond(opened.manifest, device):
            raise PackageRefused(Outcome.WRONG_SIGNATURE, "key_revoked")

    def foreign(self, plan: Plan) -> dict[str, set[str]]:
        """Return record -> marks of the plan's entries that are not the sender's to write."""
        writer = self._writer(plan.opened.manifest)
        arriving: dict[str, list[Entry]] = {}
        for entry in plan.new:
            if entry.kind != CLOCK_KIND:
                arriving.setdefault(entry.record, []).append(entry)
        found: dict[str, set[str]] = {}
        for record, entries in arriving.items():
            held = self._journal.arrived(record)
            if held:
                marks = standing([*held, *entries], writer).foreign
                found[record] = {entry.mark for entry in entries if entry.mark in marks}
        return {record: marks for record, marks in found.items() if marks}

    def _writer(self, manifest: Manifest) -> Writer:
        """Say whose a replica is; those that a package names first are its sender's."""
        claimed = dict.fromkeys(claimed_replicas(manifest), manifest.station.code)
        return cache(lambda replica: self._roster.owner(replica) or claimed.get(replica, ""))

    def _check_removal(self, entry: Entry, station: str, writer: Writer) -> None:
        """Others' records are not the sender's to remove, nor is a redaction a way to rewrite."""
        known = self._journal.arrived(entry.record)
        if any(other.hash == entry.hash for other in known):
            return
        if not may_remove(known, station, writer):
            raise PackageRefused(Outcome.CHAIN_BROKEN, "record_foreign")
        replaced = _replaced(entry, known) if entry.op == REDACT else None
        if replaced is not None and not _only_removes(replaced, entry.set or {}):
            raise PackageRefused(Outcome.CHAIN_BROKEN, "redaction_overreach")


def _replaced(entry: Entry, known: Sequence[Entry]) -> Mapping[str, Value] | None:
    """Return what the target of a redaction says now; ``None`` if that is not known here."""
    targets = {other.mark: other.target for other in known if other.op == REDACT}
    target = entry.target
    while target in targets:
        target = targets[target]
    return effective_sets(known).get(target)


def _only_removes(before: Mapping[str, Value], after: Mapping[str, Value]) -> bool:
    """Whether values were only taken out or blotted.

    Where something was blotted before, two redactions that did not know of each other meet.
    """
    return before.keys() == after.keys() and all(
        after[name] in (value, None, []) or _is_blotted(after[name]) or _is_blotted(value)
        for name, value in before.items()
    )


def _is_blotted(value: Value) -> bool:
    return isinstance(value, str) and FORGOTTEN in value


def _is_beyond(manifest: Manifest, device: Device) -> bool:
    """Whether one range goes beyond its position: nothing is ever half-applied."""
    for span in manifest.ranges:
        until = device.until.get(span.replica, Head())
        if span.last > until.seq or (span.last == until.seq and span.head != until.hash):
            return True
    return False
