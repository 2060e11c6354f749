"""Ed25519 signatures in OpenSSH's SSHSIG form, so that ``ssh-keygen -Y verify`` can check them.

Format (OpenSSH, PROTOCOL.sshsig). ``string`` is a 4-byte big-endian length and that many bytes::

    armor    = "-----BEGIN SSH SIGNATURE-----\\n", base64 of blob in lines of 70 characters,
               "-----END SSH SIGNATURE-----\\n"
    blob     = "SSHSIG", uint32 version = 1, string public key, string namespace,
               string reserved (empty), string hash name, string signature
    key      = string "ssh-ed25519", string 32 bytes
    signature = string "ssh-ed25519", string 64 bytes
    signed   = "SSHSIG", string namespace, string reserved, string hash name, string hash(message)

Only Ed25519 and only the hash ``sha512`` are written and accepted. The namespace keeps a
signature made for one purpose from being used for another. Public keys are in OpenSSH line form:
``ssh-ed25519 AAAA…``, an optional comment after them.

``BadSignature.code`` is one of ``signature.malformed`` (not an SSHSIG, or of another sort),
``signature.wrong_namespace``, ``signature.other_key`` (made by a key that was not expected) and
``signature.mismatch`` (the content is not what was signed).
"""

import base64
import hashlib
import re
from collections.abc import Sequence

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

PACKAGE_NAMESPACE = "mengzhan-package"
ENROLMENT_NAMESPACE = "mengzhan-enrolment"
KEY_NAMESPACE = "mengzhan-key"

_MAGIC = b"SSHSIG"
_VERSION = 1
_KEY_TYPE = b"ssh-ed25519"
_HASH = b"sha512"
_BEGIN = "-----BEGIN SSH SIGNATURE-----"
_END = "-----END SSH SIGNATURE-----"
_LINE = 70
_KEY_BYTES = 32
_SIGNATURE_BYTES = 64
_LONGEST_ARMOR = 4096
_PRINCIPAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]*", re.ASCII)

_MALFORMED = Message(
    QT_TRANSLATE_NOOP("model", "签名文件读不懂，可能已损坏。请对方重新生成后再发。")
)
_WRONG_NAMESPACE = Message(
    QT_TRANSLATE_NOOP("model", "这个签名是为别的用途做的，不能用在这里。请对方重新生成后再发。")
)
_OTHER_KEY = Message(
    QT_TRANSLATE_NOOP("model", "签名的密钥不是登记的那一把。请给对方打电话，重新核对 20 位密钥码。")
)
_MISMATCH = Message(
    QT_TRANSLATE_NOOP("model", "签名和内容对不上，内容可能被改过。请对方重新生成后再发。")
)


class BadSignature(UserError):
    """A signature that does not prove what it should; ``code`` says why."""


def malformed_signature() -> BadSignature:
    """The error for something that is no signature, or signs no document of ours."""
    return BadSignature("signature.malformed", _MALFORMED)


def sign(message: bytes, seed: bytes, namespace: str) -> bytes:
    """Sign ``message`` with the Ed25519 private key ``seed`` (32 bytes); returns the armor."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(seed)
    signature = key.sign(_signed_bytes(message, namespace.encode(), b""))
    blob = b"".join(
        (
            _MAGIC,
            _VERSION.to_bytes(4, "big"),
            _string(_key_blob(key.public_key().public_bytes_raw())),
            _string(namespace.encode()),
            _string(b""),
            _string(_HASH),
            _string(_string(_KEY_TYPE) + _string(signature)),
        )
    )
    text = base64.b64encode(blob).decode()
    lines = [text[start : start + _LINE] for start in range(0, len(text), _LINE)]
    return "\n".join([_BEGIN, *lines, _END, ""]).encode()


def verify(message: bytes, armor: bytes, public_key: str, namespace: str) -> None:
    """Check that ``public_key`` (OpenSSH line) signed ``message`` for ``namespace``.

    Raises ``BadSignature`` otherwise, whatever bytes ``armor`` holds.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    raw, signed_namespace, reserved, signature = _parse(armor)
    if signed_namespace != namespace.encode():
        raise BadSignature("signature.wrong_namespace", _WRONG_NAMESPACE)
    if raw != read_public_key(public_key):
        raise BadSignature("signature.other_key", _OTHER_KEY)
    try:
        Ed25519PublicKey.from_public_bytes(raw).verify(
            signature, _signed_bytes(message, signed_namespace, reserved)
        )
    except (InvalidSignature, ValueError):
        raise BadSignature("signature.mismatch", _MISMATCH) from None


def public_key_of(seed: bytes) -> str:
    """Return the OpenSSH line, without comment, of the private key ``seed`` (32 bytes)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return public_line(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def public_line(raw: bytes) -> str:
    """Return the OpenSSH line, without comment, of the 32 bytes of an Ed25519 public key."""
    return f"{_KEY_TYPE.decode()} {base64.b64encode(_key_blob(raw)).decode()}"


def read_public_key(line: str) -> bytes:
    """Return the 32 bytes of an Ed25519 public key in OpenSSH line form; a comment may follow.

    Raises ``ValueError`` if it is anything else.
    """
    parts = line.split(maxsplit=2)
    if len(parts) < 2 or parts[0] != _KEY_TYPE.decode():
        raise ValueError("not an ssh-ed25519 public key line")
    reader = _Reader(base64.b64decode(parts[1], validate=True))
    if reader.string() != _KEY_TYPE:
        raise ValueError("the key is of another type than its line says")
    raw = reader.string()
    reader.end()
    if len(raw) != _KEY_BYTES:
        raise ValueError("an Ed25519 public key has 32 bytes")
    return raw


def allowed_signers_line(
    principal: str,
    public_key: str,
    namespaces: Sequence[str] = (PACKAGE_NAMESPACE,),
    comment: str = "",
) -> str:
    """Return one line (with its newline) of the ``allowed_signers`` file of ssh-keygen(1).

    ``principal`` is the device id; wildcards, commas and blanks, which have a meaning in that
    file, raise ``ValueError``. ``comment`` (such as a station's name) must be one line.
    """
    if not _PRINCIPAL.fullmatch(principal):
        raise ValueError("a principal is made of letters, digits and . _ @ -")
    if len((comment or "-").splitlines()) != 1:
        raise ValueError("a comment is one line")
    read_public_key(public_key)
    key_type, key = public_key.split(maxsplit=2)[:2]
    line = f'{principal} namespaces="{",".join(namespaces)}" {key_type} {key}'
    return f"{line} {comment}".rstrip() + "\n"


def _signed_bytes(message: bytes, namespace: bytes, reserved: bytes) -> bytes:
    digest = hashlib.sha512(message).digest()
    return _MAGIC + _string(namespace) + _string(reserved) + _string(_HASH) + _string(digest)


def _key_blob(raw: bytes) -> bytes:
    return _string(_KEY_TYPE) + _string(raw)


def _string(value: bytes) -> bytes:
    return len(value).to_bytes(4, "big") + value


def _parse(armor: bytes) -> tuple[bytes, bytes, bytes, bytes]:
    """Return raw public key, namespace, reserved field and raw signature."""
    try:
        reader = _Reader(_unarmor(armor))
        reader.expect(_MAGIC + _VERSION.to_bytes(4, "big"))
        key, namespace, reserved = reader.string(), reader.string(), reader.string()
        if reader.string() != _HASH:
            raise ValueError("another hash than sha512")
        signature = reader.string()
        reader.end()
        return _typed(key, _KEY_BYTES), namespace, reserved, _typed(signature, _SIGNATURE_BYTES)
    except ValueError:
        raise malformed_signature() from None


def _typed(blob: bytes, length: int) -> bytes:
    reader = _Reader(blob)
    if reader.string() != _KEY_TYPE:
        raise ValueError("another key type than Ed25519")
    value = reader.string()
    reader.end()
    if len(value) != length:
        raise ValueError("wrong length")
    return value


def _unarmor(armor: bytes) -> bytes:
    """Take the blob out of its armor; a mail program may have turned line ends into CRLF."""
    if len(armor) > _LONGEST_ARMOR:
        raise ValueError("longer than any Ed25519 signature")
    lines = armor.decode("ascii").replace("\r\n", "\n").removesuffix("\n").split("\n")
    if len(lines) < 3 or lines[0] != _BEGIN or lines[-1] != _END:
        raise ValueError("no armor")
    text = "".join(lines[1:-1])
    blob = base64.b64decode(text, validate=True)
    if base64.b64encode(blob).decode() != text:
        raise ValueError("base64 with bits left over")
    return blob


class _Reader:
    """Walks over length-prefixed bytes and never past their end."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def string(self) -> bytes:
        """Take the next ``string``; raises ``ValueError`` if it is cut short."""
        return self._take(int.from_bytes(self._take(4), "big"))

    def expect(self, wanted: bytes) -> None:
        """Take ``wanted``; raises ``ValueError`` if something else stands there."""
        if self._take(len(wanted)) != wanted:
            raise ValueError("unexpected bytes")

    def end(self) -> None:
        """Raise ``ValueError`` if anything is left."""
        if self._at != len(self._data):
            raise ValueError("bytes left over")

    def _take(self, count: int) -> bytes:
        part = self._data[self._at : self._at + count]
        if len(part) != count:
            raise ValueError("cut short")
        self._at += count
        return part
