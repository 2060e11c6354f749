"""Names for things that are made where no server can be asked: records, actions, replicas."""

import secrets


def uuid7(milliseconds: int, random_bits: int | None = None) -> str:
    """Return a UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then 74 random bits."""
    tail = secrets.randbits(74) if random_bits is None else random_bits
    value = (milliseconds & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | (tail >> 62) << 64
    value |= 0b10 << 62 | tail & (1 << 62) - 1
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def new_record(milliseconds: int, replica: str) -> str:
    """Return the id of a record: a UUIDv7 whose tail names the replica where it was born.

    RFC 9562 section 6.4 allows a node id in the random part. 48 bits of the replica stand still
    from one record to the next, so that a package carries them once; 26 random bits and the
    millisecond tell apart what one replica makes, or two copies of it that nobody noticed yet.
    """
    node, random = int(replica[:12], 16), secrets.randbits(26)
    return uuid7(milliseconds, random >> 14 << 62 | node << 14 | random & (1 << 14) - 1)


def new_action() -> str:
    """Return the random name of one action: 12 characters, 72 bits.

    Every entry carries it, so it is as short as it may be. It holds no hyphen: at the beginning a
    command would take it for an option.
    """
    return secrets.token_urlsafe(9).replace("-", ".")


def new_replica() -> str:
    """Return the random name of one copy of a database: 32 hexadecimal digits."""
    return secrets.token_hex(16)
