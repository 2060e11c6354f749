"""The 8 digits of a package file (包号校验), for matching a slip of paper with a file.

Definition: the SHA-256 of the finished file, read as one big-endian whole number, modulo
100,000,000, written with leading zeros in two groups of four: ``4715 0926``. Anybody can compute
it: ``int(sha256sum_hex, 16) % 10**8``.

It tells two files apart that a tired person has mixed up (a wrong match has a chance of one in
100 million). It protects against nobody who wants to deceive: finding another file with the same
8 digits takes seconds. Trust comes from the signature and from the 20-digit key code alone.
"""

import hashlib
import unicodedata

_DIGITS = 8


def check_number(sha256: bytes) -> str:
    """Return the digits for a file whose SHA-256 is ``sha256`` (32 bytes)."""
    if len(sha256) != hashlib.sha256().digest_size:
        raise ValueError("a SHA-256 has 32 bytes")
    digits = f"{int.from_bytes(sha256, 'big') % 10**_DIGITS:0{_DIGITS}d}"
    return f"{digits[:4]} {digits[4:]}"


def check_number_of(data: bytes) -> str:
    """Return the digits for a file that holds ``data``."""
    return check_number(hashlib.sha256(data).digest())


def is_same_check_number(shown: str, typed: str) -> bool:
    """Whether what a person typed is the number shown: spaces, dashes and width do not count."""
    wanted = spoken_digits(shown)
    return len(wanted) == _DIGITS and spoken_digits(typed) == wanted


def spoken_digits(text: str) -> str:
    """Keep the digits of a code that was read aloud and typed: full-width ones become plain."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(char for char in normal if char in "0123456789")
