"""The enrolment file (登记文件, ``.mzk``): how an office tells a station who it is.

One JSON object in UTF-8, at most 16 MiB::

    {
      "format": "mengzhan-enrolment",   "version": 1,
      "created": "2026-11-23T05:49:56.123Z",
      "station": {"code": "…", "name": "…"},
      "office": {"code": "…", "name": "…", "signing_key": "ssh-ed25519 …",
                 "age_recipient": "age1…", "email": "…"},
      "signature": "-----BEGIN SSH SIGNATURE-----\\n…"
    }

``email`` may be left out. ``signature`` is SSHSIG by the office's own signing key,
namespace ``mengzhan-enrolment``, over the RFC 8785 JSON of the object without ``signature``; blanks
and line ends in the file do not matter. Only whole numbers, no key twice. Keys that this version
does not know are allowed (the signature covers them) and not kept, but for ``packs``: what an office may
one day send along must be empty here, since a station would miss it without being told.

The signature shows that the file is whole and was made by the holder of the key inside it. It
cannot show that this is the right office: that is what ``Enrolment.key_code`` is for, compared
over the telephone.

``EnrolmentError.code``: ``enrolment.too_large``, ``enrolment.unreadable`` (not such a file, or
damaged), ``enrolment.newer_format``, ``enrolment.bad_field``, ``enrolment.bad_signature``.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mengzhan.model.entry import canonical
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.package.devicekey import DeviceKeys, DevicePublic, key_code
from mengzhan.package.filenames import is_plain_line
from mengzhan.package.mail import is_address
from mengzhan.package.sshsig import ENROLMENT_NAMESPACE, BadSignature, sign, verify
from mengzhan.package.strictjson import read_json_object

FORMAT = "mengzhan-enrolment"
VERSION = 1
LARGEST_FILE = 16 * 1024 * 1024

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)
_LONGEST_NAME = 100

_WORDS = {
    "too_large": Message(
        QT_TRANSLATE_NOOP("model", "这个文件太大，不是登记文件。请选择上级给的 .mzk 文件。")
    ),
    "unreadable": Message(
        QT_TRANSLATE_NOOP("model", "这不是登记文件，或者已经损坏。请上级重新给一份 .mzk 文件。")
    ),
    "newer_format": Message(
        QT_TRANSLATE_NOOP("model", "这份登记文件要用更新版本的蒙站才能读。请先升级蒙站。")
    ),
    "bad_field": Message(
        QT_TRANSLATE_NOOP("model", "登记文件里有一项缺失或不合规定：{name}。请上级重新生成一份。")
    ),
    "bad_signature": Message(
        QT_TRANSLATE_NOOP(
            "model", "登记文件的签名不对，内容可能被改过。不要使用，请上级重新给一份。"
        )
    ),
}


class EnrolmentError(UserError):
    """An enrolment file that cannot be used. ``field`` names the item for ``bad_field``."""

    def __init__(self, reason: str, field: str = "") -> None:
        words = _WORDS[reason]
        super().__init__(
            f"enrolment.{reason}", Message(words.template, {"name": field}) if field else words
        )
        self.field = field


@dataclass(frozen=True)
class Enrolment:
    """What an enrolment file says. ``created`` is a UTC time as text, ``email`` may be empty."""

    station_code: str
    station_name: str
    office_code: str
    office_name: str
    office: DevicePublic
    created: str
    email: str = ""

    @property
    def key_code(self) -> str:
        """The office's 20 digits, to be compared over the telephone before the file is used."""
        return key_code(self.office)


def write_enrolment(enrolment: Enrolment, keys: DeviceKeys) -> bytes:
    """Write the file, signed by ``keys``, which must be the office's own (``ValueError``).

    Raises ``EnrolmentError`` (``bad_field``) for values that ``read_enrolment`` would refuse.
    """
    if keys.public != enrolment.office:
        raise ValueError("an office signs its enrolment files with the keys that they name")
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "created": enrolment.created,
        "station": {"code": enrolment.station_code, "name": enrolment.station_name},
        "office": {
            "code": enrolment.office_code,
            "name": enrolment.office_name,
            **enrolment.office.as_dict(),
            "email": enrolment.email,
        },
    }
    _understand(document)
    armor = sign(canonical(document), keys.signing_seed, ENROLMENT_NAMESPACE)
    document["signature"] = armor.decode()
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def read_enrolment(data: bytes) -> Enrolment:
    """Read a file and check that it agrees with itself; raises ``EnrolmentError``.

    The keys in it are not yet to be trusted: see the module.
    """
    if len(data) > LARGEST_FILE:
        raise EnrolmentError("too_large")
    try:
        document = read_json_object(data)
    except ValueError:
        raise EnrolmentError("unreadable") from None
    _check_format(document)
    signature = document.pop("signature", None)
    if not isinstance(signature, str):
        raise EnrolmentError("unreadable")
    enrolment = _understand(document)
    try:
        armor = signature.encode()
        verify(canonical(document), armor, enrolment.office.signing_key, ENROLMENT_NAMESPACE)
    except BadSignature:
        raise EnrolmentError("bad_signature") from None
    return enrolment


def _check_format(document: Mapping[str, Any]) -> None:
    version = document.get("version")
    if document.get("format") != FORMAT or type(version) is not int or version < 1:
        raise EnrolmentError("unreadable")
    if version > VERSION or document.get("packs", {}) != {}:
        raise EnrolmentError("newer_format")


def _understand(document: Mapping[str, Any]) -> Enrolment:
    station, office = _part(document, "station"), _part(document, "office")
    try:
        public = DevicePublic.from_dict(office)
    except ValueError:
        raise EnrolmentError("bad_field", "office.signing_key") from None
    email = office.get("email", "")
    if not isinstance(email, str) or (email and not is_address(email)):
        raise EnrolmentError("bad_field", "office.email")
    return Enrolment(
        station_code=_code(station, "station"),
        station_name=_name(station, "name", "station.name"),
        office_code=_code(office, "office"),
        office_name=_name(office, "name", "office.name"),
        office=public,
        created=_name(document, "created", "created"),
        email=email,
    )


def _part(document: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = document.get(name)
    if not isinstance(value, dict):
        raise EnrolmentError("bad_field", name)
    return value


def _code(part: Mapping[str, Any], name: str) -> str:
    value = part.get("code")
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        raise EnrolmentError("bad_field", f"{name}.code")
    return value


def _name(part: Mapping[str, Any], key: str, field: str) -> str:
    value = part.get(key)
    if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST_NAME:
        raise EnrolmentError("bad_field", field)
    if not is_plain_line(value):
        raise EnrolmentError("bad_field", field)
    return value
