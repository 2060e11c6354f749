"""An office at work: a session and what only an office has, above all its roster.

An office is the same data folder as a station, with an office's code and name as its place.
"""

import base64
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from mengzhan.model.clock import wall_text
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.letters import KEEP_ORIGINALS, Letters
from mengzhan.office.roster import REVOKED, Device, Roster, Station
from mengzhan.office.schema import prepare
from mengzhan.package.device import device_keys, known_replicas
from mengzhan.package.devicekey import DeviceKeys, DevicePublic, is_same_key_code, key_code
from mengzhan.package.enrolment import Enrolment, write_enrolment
from mengzhan.package.sshsig import allowed_signers_line
from mengzhan.store import settings
from mengzhan.store.driver import Connection
from mengzhan.store.journal import Head
from mengzhan.store.session import Session

T = TypeVar("T")
_OLD_IDENTITIES = "old_identities"
_VOUCHER = "office_voucher"


class KeyCodeDiffers(UserError):
    """The digits that were read out are not those of the key: nobody is pinned."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "密钥码对不上，没有登记。请让站点再念一遍 20 位数字；仍不一致就不要登记。"
        )
        super().__init__("OFFICE_KEY_CODE", Message(words))


class NoSuchStation(UserError):
    """The roster has no active station with this code."""

    def __init__(self, code: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "名册里没有代码为 {code} 的站点。请先添加站点。")
        super().__init__("OFFICE_NO_STATION", Message(words, {"code": code}))


class NoSuchDevice(UserError):
    """The roster has no such device, or it is not in use."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "名册里没有这台在用的设备。请刷新名册再试。")
        super().__init__("OFFICE_NO_DEVICE", Message(words))


class DeviceTaken(UserError):
    """A key stays with the station for which it was pinned, and a revoked one stays revoked."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "这台设备已属于别的站点，或密钥已作废。请站点换新密钥后再登记。"
        )
        super().__init__("OFFICE_DEVICE_TAKEN", Message(words))


class Office:
    """The receiving side over a session. The session stays the caller's to close."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.write(self._prepare)
        device_keys(session)

    def _prepare(self, connection: Connection) -> None:
        prepare(connection, self.session.catalogue)
        too_old = wall_text(self.session.clock() - KEEP_ORIGINALS)
        Letters(connection).forget_originals(too_old)

    # Reading and writing -------------------------------------------------------------------

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one write transaction."""
        return self.session.store.writer.run(work)

    @property
    def connection(self) -> Connection:
        """This thread's reading connection."""
        return self.session.read().connection

    @property
    def roster(self) -> Roster:
        """The roster, for reading in this thread."""
        return Roster(self.connection)

    def now(self) -> str:
        """The time as the office writes it down: UTC text."""
        return wall_text(self.session.clock())

    # Own keys ------------------------------------------------------------------------------

    @property
    def keys(self) -> DeviceKeys:
        """The office's present keys."""
        return device_keys(self.session)

    @property
    def identities(self) -> list[str]:
        """Private age keys to open packages with, newest first; old ones are kept for ever."""
        return [self.keys.age_identity, *(self.session.setting(_OLD_IDENTITIES) or [])]

    @property
    def voucher(self) -> dict[str, Any] | None:
        """How the office's former key vouches for the present one; ``None`` before any change."""
        kept: dict[str, Any] | None = self.session.setting(_VOUCHER)
        return kept

    @property
    def replicas(self) -> list[str]:
        """Every replica under which this office has written."""
        return known_replicas(self.session)

    def rotate(self) -> DevicePublic:
        """Make new keys; the old ones vouch for them and still open what is on its way."""
        old, new = self.keys, DeviceKeys.generate()
        changes = {
            "device_keys": base64.b64encode(new.to_bytes()).decode(),
            _OLD_IDENTITIES: self.identities,
            _VOUCHER: old.vouch(new.public, self.now()),
        }

        def work(connection: Connection) -> None:
            for name, value in changes.items():
                settings.write(connection, name, value)

        self.write(work)
        return new.public

    # Stations ------------------------------------------------------------------------------

    def add_station(self, code: str, name: str, contact: str = "", note: str = "") -> Station:
        """Expect reports of a station; with a known code, change what is known of it."""
        station = Station(code, name, contact, note)
        self.write(lambda c: Roster(c).put_station(station))
        return station

    def close_station(self, code: str) -> None:
        """Expect nothing more of a station; its records and its history stay."""
        known = self._station(code)
        closed = Station(known.code, known.name, known.contact, known.note, active=False)
        self.write(lambda c: Roster(c).put_station(closed))

    def enrolment_for(self, code: str, email: str = "") -> bytes:
        """Return the enrolment file (登记文件, ``.mzk``) for a station.

        Raises:
            NoSuchStation: it is not in the roster.
        """
        station, place, keys = self._station(code), self.session.place, self.keys
        enrolment = Enrolment(
            station_code=station.code,
            station_name=station.name,
            office_code=place.code,
            office_name=place.name,
            office=keys.public,
            created=self.now(),
            email=email,
        )
        return write_enrolment(enrolment, keys)

    def _station(self, code: str) -> Station:
        found = self.roster.station(code)
        if found is None or not found.active:
            raise NoSuchStation(code)
        return found

    # Devices -------------------------------------------------------------------------------

    def pin(self, code: str, public: DevicePublic, read_out: str) -> Device:
        """Trust a device after its 20 digits were compared over the telephone.

        Raises:
            KeyCodeDiffers: ``read_out`` is not the key's code.
            NoSuchStation: the station is not in the roster.
            DeviceTaken: the key belongs to another station or was revoked.
        """
        if not is_same_key_code(key_code(public), read_out):
            raise KeyCodeDiffers
        self._station(code)
        known = self.roster.device(public.device_id)
        if known is not None and (known.station != code or known.state == REVOKED):
            raise DeviceTaken
        now = self.now()
        self.write(lambda c: Roster(c).pin(code, public, now))
        return self.device(public.device_id)

    def device(self, device_id: str) -> Device:
        """Return a device of the roster.

        Raises:
            NoSuchDevice: there is none.
        """
        found = self.roster.device(device_id)
        if found is None:
            raise NoSuchDevice
        return found

    def retire(self, device_id: str) -> None:
        """Note that a laptop is no longer used: it gets no receipts, what is held counts."""
        held = self.held(self.roster.replicas(self.device(device_id).station))
        now = self.now()
        self.write(lambda c: Roster(c).retire(device_id, held, now))

    def revoke(self, device_id: str, until: Mapping[str, Head] | None = None) -> None:
        """Trust a lost key no longer.

        Args:
            until: replica to last entry up to which the key counts; by default what is held now.
        """
        station = self.device(device_id).station
        held = self.held(self.roster.replicas(station)) if until is None else until
        now = self.now()
        self.write(lambda c: Roster(c).revoke(device_id, held, now))

    def held(self, replicas: list[str]) -> dict[str, Head]:
        """Return up to which entry these replicas are held without a hole."""
        journal = self.session.read().journal
        found = {replica: journal.contiguous(replica) for replica in replicas}
        return {replica: head for replica, head in found.items() if head.seq}

    def allowed_signers(self) -> str:
        """Return an ``allowed_signers`` file for ``ssh-keygen -Y verify``: office and stations.

        Revoked keys are left out: that file has no positions up to which a key counts.
        """
        own = self.keys.public
        lines = [allowed_signers_line(own.device_id, own.signing_key, comment="office")]
        for device in self.roster.devices():
            if device.state != REVOKED:
                key = device.public.signing_key
                lines.append(allowed_signers_line(device.device_id, key, comment=device.station))
        return "".join(lines)
