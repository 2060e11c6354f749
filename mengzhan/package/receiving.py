"""What a station reads: receipts from its office, packages of its other laptop, a handover."""

from collections.abc import Callable
from dataclasses import dataclass

from mengzhan.model.clock import wall_text
from mengzhan.model.kind import Catalogue
from mengzhan.model.ruling import Ruling
from mengzhan.package import manifest as mf
from mengzhan.package.device import add_replicas, device_keys, follow_office, office_of
from mengzhan.package.devicekey import DevicePublic, verify_voucher
from mengzhan.package.opening import Opened, Trusted, open_package
from mengzhan.package.outcome import Outcome, PackageRefused
from mengzhan.package.sshsig import BadSignature
from mengzhan.package.staging import Plan, stage
from mengzhan.store.driver import Connection
from mengzhan.store.exchange import Exchange, ReceivedVerdict
from mengzhan.store.journal import Head
from mengzhan.store.ledger import Merged
from mengzhan.store.operators import remember_operators
from mengzhan.store.session import Session
from mengzhan.store.tables import Tables


@dataclass(frozen=True)
class Read:
    """What became of a package: its outcome, what was new, and what the office said."""

    outcome: Outcome
    kind: str
    new_entries: int
    number: int
    verdicts: tuple[ReceivedVerdict, ...] = ()


def read_package(session: Session, data: bytes) -> Read:
    """Read a receipt or a package of the station's other laptop, and apply it.

    Raises:
        HandedOver: the station lives on another computer now.
        PackageRefused: with the outcome; nothing was changed.
    """
    session.check_in_use()
    opened = open_package(data, [device_keys(session).age_identity], trusted_by(session))
    if opened.manifest.station.code != session.place.code:
        raise PackageRefused(Outcome.CANNOT_OPEN, "other_station")
    if opened.manifest.kind == mf.RECEIPT:
        return _apply_receipt(session, opened)
    if opened.manifest.kind in (mf.SHARE, mf.REPORT):
        return _apply_share(session, opened)
    raise PackageRefused(Outcome.CANNOT_OPEN, "kind_unexpected")


def trusted_by(session: Session) -> Trusted:
    """Return whom a station believes: receipts of its office, else its own laptops."""

    def trusted(manifest: mf.Manifest, device: DevicePublic) -> bool:
        if manifest.kind == mf.RECEIPT:
            return _is_office(manifest, device, office_of(session).public)
        known = [DevicePublic.from_dict(item) for item in session.setting("peers") or []]
        return device in known or device == device_keys(session).public

    return trusted


def pictures_of(opened: Opened) -> dict[str, bytes]:
    """Return the pictures of a package by their digests."""
    return {name.removesuffix(".jpg"): image for name, image in opened.pictures.items()}


def keeping(
    opened: Opened, catalogue: Catalogue, *, held: bool = False
) -> Callable[[Connection, Merged], None]:
    """Return what keeps the pictures of a package in the transaction that merges its entries.

    Only those that a record lists which is not erased: an old package brings nothing back.
    """

    brought = pictures_of(opened)

    def keep(connection: Connection, _: Merged) -> None:
        listed = Tables(connection, catalogue).pictures()
        pictures = {digest: image for digest, image in brought.items() if digest in listed}
        Exchange(connection).keep_pictures(pictures, held=held)

    return keep


def _is_office(manifest: mf.Manifest, device: DevicePublic, known: DevicePublic) -> bool:
    """Whether a receipt was signed by the office's key, or by a new one that this key vouches for."""
    if device == known:
        return True
    try:
        return verify_voucher(manifest.voucher, known) == device
    except BadSignature:
        return False


def add_peer(session: Session, public: DevicePublic) -> None:
    """Trust another laptop of this station; its key code was compared on both screens."""
    known = session.setting("peers") or []
    if public.as_dict() not in known:
        session.set_setting("peers", [*known, public.as_dict()])


def _apply_receipt(session: Session, opened: Opened) -> Read:
    head = opened.manifest.receipt
    if head is None:
        raise PackageRefused(Outcome.DAMAGED, "manifest_unreadable")
    if head.to_device != device_keys(session).public.device_id:
        raise PackageRefused(Outcome.CANNOT_OPEN, "other_device")
    if head.number <= session.exchange().last_receipt():
        return Read(Outcome.ALREADY_IN, mf.RECEIPT, 0, head.number)
    plan = stage(opened, session.read().journal, session.clock())
    verdicts = tuple(_verdict(row, head.number) for row in opened.verdicts)
    office = opened.manifest.sender.code

    def settle(connection: Connection, merged: Merged) -> None:
        exchange = Exchange(connection)
        held = [(item.replica, Head(item.seq, item.hash)) for item in head.held]
        exchange.set_held(office, held)
        if exchange.was_sent(opened.manifest.heard, opened.manifest.heard_sha256):
            exchange.answer(head.answers, head.number)
        for verdict in verdicts:
            exchange.put_verdict(verdict)
        counts = {ruling.value: sum(v.verdict == ruling for v in verdicts) for ruling in Ruling}
        received = wall_text(session.clock())
        exchange.add_receipt(head.number, office, opened.manifest_sha256, received, counts)

    merged = session.merge(plan.new, settle, words="receipt", beside=opened.entries)
    follow_office(session, opened.device)
    add_replicas(session, [item.replica for item in head.held])
    outcome = Outcome.FORKED if merged.forks else Outcome.ACCEPTED
    return Read(outcome, mf.RECEIPT, len(merged.new), head.number, verdicts)


def _verdict(row: dict[str, object], receipt: int) -> ReceivedVerdict:
    texts = [str(row.get(name) or "") for name in mf.VERDICT_COLUMNS]
    record, kind, field, verdict, reason, suggestion = texts
    return ReceivedVerdict(record, kind, field, verdict, reason, suggestion, receipt)


def _apply_share(session: Session, opened: Opened) -> Read:
    plan: Plan = stage(opened, session.read().journal, session.clock())
    number = opened.manifest.number
    if not plan.outcome.applies:
        if plan.outcome.waits:
            raise PackageRefused(plan.outcome, "hole_before")
        return Read(plan.outcome, opened.manifest.kind, 0, number)
    merged = session.merge(
        plan.new, _of_own_station(session, opened), words="share", beside=opened.entries
    )
    add_replicas(session, [item.replica for item in opened.manifest.has])
    return Read(plan.outcome, opened.manifest.kind, len(merged.new), number)


def _of_own_station(session: Session, opened: Opened) -> Callable[[Connection, Merged], None]:
    """Return what is kept of a package of the station itself: pictures, and operators' names."""
    keep, manifest = keeping(opened, session.catalogue), opened.manifest

    def settle(connection: Connection, merged: Merged) -> None:
        keep(connection, merged)
        remember_operators(connection, manifest.station.code, manifest.operators)

    return settle


def read_handover(data: bytes, session: Session, old: DevicePublic) -> Read:
    """Take a whole station over onto this new laptop.

    The session belongs to a station just set up here; ``old`` is the key of the old laptop, whose
    code was compared on both screens. The old key's voucher travels with the next report, so that
    the office pins the new key without a telephone call.

    Raises:
        PackageRefused: with the outcome; nothing was changed.
    """
    keys = device_keys(session)
    opened = open_package(data, [keys.age_identity], lambda _, device: device == old, [mf.HANDOVER])
    manifest = opened.manifest
    merged = session.merge(opened.entries, _of_own_station(session, opened), words="handover")
    for name in ("place", "office"):
        if manifest.settings and manifest.settings.get(name) is not None:
            session.set_setting(name, manifest.settings[name])
    session.set_setting("voucher", manifest.voucher)
    add_replicas(session, [item.replica for item in manifest.has])
    return Read(Outcome.ACCEPTED, mf.HANDOVER, len(merged.new), manifest.number)
