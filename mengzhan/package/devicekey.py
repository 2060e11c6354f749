"""The keys of one device (or office): who it is, what others pin, and how a new key is trusted.

A device makes two key pairs on first start: Ed25519 to sign and X25519 (age) to receive. The
public part travels as a plain object::

    {"signing_key": "ssh-ed25519 AAAA…", "age_recipient": "age1…"}

with both texts in their one canonical spelling (no comment, small letters). Derived from it:

* ``device_id`` = ``mz-`` and the first 16 characters of base32 (RFC 4648, small letters) of
  ``SHA-256("mengzhan-device-id-v1\\n" + 32 bytes of the Ed25519 key)``: a name of 80 bits, stable
  as long as the signing key is. It names a device and proves nothing.
* ``key_code`` (密钥码), see that function.

A **voucher** (换钥证明) is how an old key vouches for a new one::

    {"device_id": old id, "new": public part, "created": time, "signature": SSHSIG armor}

signed by the old key, namespace ``mengzhan-key``, over the RFC 8785 JSON of the other three.
"""

import base64
import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mengzhan.model.entry import canonical
from mengzhan.package.agekeys import check_recipient, new_identity, recipient_of
from mengzhan.package.checknumber import spoken_digits
from mengzhan.package.sshsig import (
    KEY_NAMESPACE,
    malformed_signature,
    public_key_of,
    public_line,
    read_public_key,
    sign,
    verify,
)

_ID_LABEL = b"mengzhan-device-id-v1\n"
_CODE_LABEL = b"mengzhan-key-code-v1"
_CODE_ROUNDS = 65_536
_CODE_DIGITS = 20
_SEED_BYTES = 32
_PRIVATE_FORMAT = 1


@dataclass(frozen=True)
class DevicePublic:
    """The public part: an OpenSSH line and an age recipient, both canonical.

    Raises ``ValueError`` when made from anything else.
    """

    signing_key: str
    age_recipient: str

    def __post_init__(self) -> None:
        raw = read_public_key(self.signing_key)
        if self.signing_key != public_line(raw):
            raise ValueError("a signing key is written without comment or extra blanks")
        check_recipient(self.age_recipient)

    @property
    def device_id(self) -> str:
        """``mz-`` and 16 characters; see the module."""
        digest = hashlib.sha256(_ID_LABEL + read_public_key(self.signing_key)).digest()
        return f"mz-{base64.b32encode(digest)[:16].decode().lower()}"

    def as_dict(self) -> dict[str, str]:
        """The plain object for manifests and enrolment files."""
        return {"signing_key": self.signing_key, "age_recipient": self.age_recipient}

    @classmethod
    def from_dict(cls, value: object) -> "DevicePublic":
        """Read the plain object; further keys in it are left alone.

        Raises ``ValueError`` if it is not an object with two canonical keys.
        """
        if not isinstance(value, Mapping):
            raise ValueError("public keys are an object")
        signing_key, age_recipient = value.get("signing_key"), value.get("age_recipient")
        if not isinstance(signing_key, str) or not isinstance(age_recipient, str):
            raise ValueError("a public key is missing")
        return cls(signing_key, age_recipient)


@dataclass(frozen=True)
class DeviceKeys:
    """Both private keys of a device; they never show in ``repr`` and live only encrypted."""

    signing_seed: bytes = field(repr=False)
    age_identity: str = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.signing_seed) != _SEED_BYTES:
            raise ValueError("an Ed25519 seed has 32 bytes")
        recipient_of(self.age_identity)

    @classmethod
    def generate(cls) -> "DeviceKeys":
        """Make new keys from the system's random source."""
        return cls(secrets.token_bytes(_SEED_BYTES), new_identity())

    @property
    def public(self) -> DevicePublic:
        """The part that may be shown to everybody."""
        return DevicePublic(public_key_of(self.signing_seed), recipient_of(self.age_identity))

    def to_bytes(self) -> bytes:
        """Write both keys for the encrypted database: JSON, never to be kept anywhere else."""
        return canonical(
            {
                "format": _PRIVATE_FORMAT,
                "signing_seed": base64.b64encode(self.signing_seed).decode(),
                "age_identity": self.age_identity,
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> "DeviceKeys":
        """Read what ``to_bytes`` wrote; raises ``ValueError`` without naming any content."""
        try:
            value = json.loads(data)
            if value["format"] == _PRIVATE_FORMAT:
                seed = base64.b64decode(value["signing_seed"], validate=True)
                return cls(seed, value["age_identity"])
        except (ValueError, KeyError, TypeError):
            raise ValueError("the stored keys cannot be read") from None
        raise ValueError("the stored keys are of another format")

    def vouch(self, new: DevicePublic, created: str) -> dict[str, Any]:
        """Make a voucher: this key says that ``new`` follows it. ``created`` is a time as text."""
        body = {"device_id": self.public.device_id, "new": new.as_dict(), "created": created}
        armor = sign(canonical(body), self.signing_seed, KEY_NAMESPACE)
        return {**body, "signature": armor.decode()}


def verify_voucher(voucher: object, old: DevicePublic) -> DevicePublic:
    """Return the new public keys if ``old``, a key that is already pinned, vouches for them.

    Raises ``BadSignature``. Whether ``old`` still counts (revoked, lost) is the caller's question:
    a voucher has no end of its own.
    """
    if not isinstance(voucher, Mapping) or not isinstance(voucher.get("signature"), str):
        raise malformed_signature()
    body = {key: value for key, value in voucher.items() if key != "signature"}
    try:
        signed = canonical(body)
        armor = voucher["signature"].encode("ascii")
        new = DevicePublic.from_dict(body.get("new"))
    except (ValueError, TypeError, RecursionError):
        raise malformed_signature() from None
    verify(signed, armor, old.signing_key, KEY_NAMESPACE)
    if body.get("device_id") != old.device_id:
        raise malformed_signature()
    return new


def key_code(public: DevicePublic) -> str:
    """Return the 20 digits (密钥码) that are read over the telephone, both ways, before pinning.

    PBKDF2-HMAC-SHA-256 (RFC 8018) with 65,536 rounds and 32 bytes of output; password: the two
    public texts, each followed by a newline; salt: ``mengzhan-key-code-v1``. The output, as one
    big-endian whole number modulo 10**20, with leading zeros, in four groups of five. With OpenSSL:
    ``openssl kdf -keylen 32 -kdfopt digest:SHA256 -kdfopt iter:65536 -kdfopt
    salt:mengzhan-key-code-v1 -kdfopt hexpass:<the password in hex> PBKDF2``.

    Strength, honestly: 20 digits are 66 bits. To pass for one given station somebody must try
    about 2**66 key pairs; the rounds make each try 2**16 times dearer than a hash, so the work is
    about 2**83 hashes; with 10,000 stations to choose from it is about 2**69. Two keys of one's own
    with the same code (a collision) take about 2**33 tries of 2**17 hashes, which is within reach
    and gains nothing: both belong to the same person. All of this holds only if all 20 digits are
    compared, over a line on which each side knows the other's voice or number.
    """
    texts = f"{public.signing_key}\n{public.age_recipient}\n".encode()
    digest = hashlib.pbkdf2_hmac("sha256", texts, _CODE_LABEL, _CODE_ROUNDS)
    digits = f"{int.from_bytes(digest, 'big') % 10**_CODE_DIGITS:0{_CODE_DIGITS}d}"
    return " ".join(digits[start : start + 5] for start in range(0, _CODE_DIGITS, 5))


def is_same_key_code(shown: str, typed: str) -> bool:
    """Whether what a person typed is the code shown: spaces, dashes and width do not count."""
    wanted = spoken_digits(shown)
    return len(wanted) == _CODE_DIGITS and spoken_digits(typed) == wanted
