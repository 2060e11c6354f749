"""Whose packages go in: trust in keys, and what a trusted sender may speak of.

Detail codes beside those of ``package.opening``: ``device_of_other_station`` and
``device_changed`` (a pinned key under another station's name, or with another address),
``key_revoked`` (entries beyond the positions up to which a revoked key counts),
``replica_foreign`` (entries of a replica that belongs to somebody else) and
``entry_outside_range`` (entries that no range announces).
"""

from mengzhan.office.roster import PINNED, REVOKED, Device, Roster
from mengzhan.package.devicekey import DevicePublic, verify_voucher
from mengzhan.package.manifest import Manifest
from mengzhan.package.opening import Opened
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.sshsig import BadSignature


def claimed_replicas(manifest: Manifest) -> list[str]:
    """Return every replica that a package calls its station's own."""
    ranges, has = [span.replica for span in manifest.ranges], [h.replica for h in manifest.has]
    return list(dict.fromkeys([manifest.replica, *ranges, *has]))


class Gate:
    """Decides by the roster; ``own`` are the office's replicas, which nobody else may claim."""

    def __init__(self, roster: Roster, own: list[str]) -> None:
        self._roster = roster
        self._own = frozenset(own)

    def trusted(self, manifest: Manifest, public: DevicePublic) -> bool:
        """Whether the signing key is pinned for the station, or vouched for by one that is.

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
        spans = {(span.replica, span.first, span.last) for span in opened.manifest.ranges}
        for entry in opened.entries:
            if not any(r == entry.replica and f <= entry.seq <= e for r, f, e in spans):
                raise PackageRefused(Outcome.CHAIN_BROKEN, "entry_outside_range")
        device = self._roster.device(opened.device.device_id)
        if device is not None and device.state == REVOKED:
            _check_positions(opened.manifest, device)


def _check_positions(manifest: Manifest, device: Device) -> None:
    """Nothing is ever half-applied: one range beyond its position refuses the whole package."""
    for span in manifest.ranges:
        until = device.until.get(span.replica)
        beyond = until is None or span.last > until.seq
        if beyond or (until is not None and span.last == until.seq and span.head != until.hash):
            raise PackageRefused(Outcome.WRONG_SIGNATURE, "key_revoked")
