"""This device's keys and its office, as kept in the encrypted database."""

import base64
from typing import Any

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.package.devicekey import DeviceKeys, DevicePublic
from mengzhan.package.enrolment import Enrolment
from mengzhan.package.manifest import Place
from mengzhan.rules.station import REPLICAS
from mengzhan.store.session import Session


class NotEnrolled(UserError):
    """The station does not know its office's key yet, so nobody could open a package."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "还没有登记上级。请到 设置 → 上级与钥匙，读入上级给的登记文件（.mzk），再报送。",
        )
        super().__init__("NOT_ENROLLED", Message(words))


def device_keys(session: Session) -> DeviceKeys:
    """Return the keys of this device, made when they are first needed."""
    kept = session.setting("device_keys")
    if kept is not None:
        return DeviceKeys.from_bytes(base64.b64decode(kept))
    keys = DeviceKeys.generate()
    session.set_setting("device_keys", base64.b64encode(keys.to_bytes()).decode())
    return keys


def enrol(session: Session, enrolment: Enrolment) -> None:
    """Trust an office; the caller has had its key code compared over the telephone."""
    session.set_setting(
        "office",
        {
            "code": enrolment.office_code,
            "name": enrolment.office_name,
            "email": enrolment.email,
            "keys": enrolment.office.as_dict(),
        },
    )


class Office:
    """The office that this station reports to."""

    def __init__(self, kept: dict[str, Any]) -> None:
        self.place = Place(code=kept["code"], name=kept["name"])
        self.email: str = kept["email"]
        self.public = DevicePublic.from_dict(kept["keys"])


def office_of(session: Session) -> Office:
    """Return the station's office.

    Raises:
        NotEnrolled: no enrolment file was read yet.
    """
    kept = session.setting("office")
    if kept is None:
        raise NotEnrolled
    return Office(kept)


def follow_office(session: Session, public: DevicePublic) -> None:
    """From now on trust and encrypt to the office's new key, which its old one vouched for."""
    kept = session.setting("office")
    if kept is not None and kept["keys"] != public.as_dict():
        session.set_setting("office", {**kept, "keys": public.as_dict()})


def known_replicas(session: Session) -> list[str]:
    """Return every replica id of this station that this copy knows, its own last."""
    known = dict.fromkeys(session.setting(REPLICAS) or [])
    known.pop(session.replica, None)
    return [*known, session.replica]


def add_replicas(session: Session, replicas: list[str]) -> None:
    """Remember that these replicas belong to this station (its other laptop, its own past)."""
    known = dict.fromkeys([*(session.setting(REPLICAS) or []), *replicas])
    session.set_setting(REPLICAS, list(known))
