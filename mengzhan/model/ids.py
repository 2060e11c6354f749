"""Names for things that are made where no server can be asked: records, actions, replicas."""

import secrets
import uuid
from collections.abc import Callable

IdMaker = Callable[[], str]


def uuid7(milliseconds: int, random_bits: int | None = None) -> str:
    """Return a UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits."""
    tail = secrets.randbits(74) if random_bits is None else random_bits
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (tail >> 62) << 64
    value |= 0b10 << 62 | tail & (1 << 62) - 1
    return str(uuid.UUID(int=value))


def new_replica() -> str:
    """Return the random name of one copy of a database: 32 hexadecimal digits."""
    return secrets.token_hex(16)
