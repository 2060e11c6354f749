"""How the database key is wrapped: one slot per way to open, each bound to what it is for.

A slot holds the 32-byte key under AES-256-GCM. The wrapping key comes from a PIN or password by
Argon2id (RFC 9106; the machine secret enters as its secret value) or from the recovery code by
HKDF. The slot's id, kind, owner and key file are associated data: a slot copied to another
operator or file does not open.
"""

import base64
import json
import os
import secrets
from dataclasses import asdict, dataclass
from typing import Any

_SALT_BYTES = 16
_NONCE_BYTES = 12
_KEY_BYTES = 32

Slot = dict[str, Any]


@dataclass(frozen=True)
class Cost:
    """What one try of a PIN costs: memory in KiB, passes over it, lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


def wrap_with_secret(
    key: bytes, secret: str, machine: bytes | None, identity: dict[str, str], cost: Cost
) -> Slot:
    """Wrap ``key`` under a PIN or password; ``machine`` is the machine secret, if there is one."""
    salt = os.urandom(_SALT_BYTES)
    slot: Slot = {
        **identity,
        "machine": machine_mark(machine),
        "argon2id": asdict(cost),
        "salt": _text(salt),
    }
    return slot | _seal(key, _from_secret(secret, machine, salt, cost), slot)


def unwrap_with_secret(slot: Slot, secret: str, machine: bytes | None) -> bytes | None:
    """Return the key, or None when the secret does not fit (or the slot was changed)."""
    cost = Cost(**slot["argon2id"])
    return _open(slot, _from_secret(secret, machine, _bytes(slot["salt"]), cost))


def wrap_with_code(key: bytes, code: str, identity: dict[str, str]) -> Slot:
    """Wrap ``key`` under the characters of a recovery code (138 random bits)."""
    salt = os.urandom(_SALT_BYTES)
    slot: Slot = {**identity, "salt": _text(salt)}
    return slot | _seal(key, _from_code(code, salt), slot)


def unwrap_with_code(slot: Slot, code: str) -> bytes | None:
    """Return the key, or None when the code belongs to another key file."""
    return _open(slot, _from_code(code, _bytes(slot["salt"])))


def wrap_for_office(key: bytes, recipient: str, identity: dict[str, str]) -> Slot:
    """Wrap ``key`` for an age X25519 public key (``age1…``).

    age has no associated data, so the slot's identity goes inside.

    Raises:
        ValueError: this is no age public key.
    """
    import pyrage

    try:
        to = pyrage.x25519.Recipient.from_str(recipient.strip())
    except pyrage.RecipientError as error:
        raise ValueError("not an age X25519 recipient") from error
    slot: Slot = {**identity, "recipient": recipient.strip()}
    inner = json.dumps({"for": _identity(slot), "key": _text(key)}).encode()
    return slot | {"age": _text(pyrage.encrypt(inner, [to]))}


def unwrap_for_office(slot: Slot, identity: str) -> bytes | None:
    """Return the key by the office's age identity (``AGE-SECRET-KEY-…``), or None."""
    import pyrage

    try:
        own = pyrage.x25519.Identity.from_str(identity.strip())
        inner = json.loads(pyrage.decrypt(_bytes(slot["age"]), [own]))
    except (pyrage.IdentityError, pyrage.DecryptError):
        return None
    return _bytes(inner["key"]) if inner["for"] == _identity(slot) else None


def machine_mark(machine: bytes | None) -> str:
    """Return the mark by which a slot knows its machine secret (32 random bytes), or ``""``."""
    return "" if machine is None else _hkdf(machine, b"", b"mengzhan machine mark").hex()[:16]


def authenticator(key: bytes, content: object) -> str:
    """Return an HMAC-SHA256 over ``content`` (JSON) by a key derived from the database key."""
    import hmac

    mac_key = _hkdf(key, b"", b"mengzhan key file")
    return hmac.new(mac_key, _canonical(content), "sha256").hexdigest()


def new_slot_id() -> str:
    """Return a random name for a slot."""
    return secrets.token_hex(8)


def _seal(key: bytes, wrapping_key: bytes, slot: Slot) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE_BYTES)
    sealed = AESGCM(wrapping_key).encrypt(nonce, key, _canonical(slot))
    return {"nonce": _text(nonce), "wrapped": _text(sealed)}


def _open(slot: Slot, wrapping_key: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    bound = {name: value for name, value in slot.items() if name not in {"nonce", "wrapped"}}
    try:
        return AESGCM(wrapping_key).decrypt(
            _bytes(slot["nonce"]), _bytes(slot["wrapped"]), _canonical(bound)
        )
    except InvalidTag:
        return None


def _from_secret(secret: str, machine: bytes | None, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
        secret=machine,
    ).derive(secret.encode())


def _from_code(code: str, salt: bytes) -> bytes:
    return _hkdf(code.encode(), salt, b"mengzhan recovery code")


def _hkdf(material: bytes, salt: bytes, info: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=salt, info=info).derive(material)


def _identity(slot: Slot) -> dict[str, Any]:
    return {name: value for name, value in slot.items() if name != "age"}


def _canonical(content: object) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
