"""Encryption to one or more X25519 keys in the age format (age-encryption.org/v1), by pyrage.

Files are binary age files, not armored; the ``age`` program opens them with
``age --decrypt -i identity.txt``. A recipient is text ``age1…``, an identity (the private key) is
text ``AGE-SECRET-KEY-1…``. age hides and protects the content but does not say who sent it: what
is inside is always signed.

``PackageRefused(CANNOT_OPEN)`` carries one of these details: ``age_not_age`` (not a binary age v1
file), ``age_header`` (its header is longer than 16 KiB or has no end), ``age_too_large``,
``age_refused`` (for other keys, or damaged or cut short: the format cannot always tell which).
"""

from collections.abc import Sequence

from mengzhan.package.outcome import Outcome, PackageRefused

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes of an encrypted file that is opened at all."""

_MAGIC = b"age-encryption.org/v1\n"
# Reading the header takes rage time that grows with the square of its length: 68 KB of made-up
# recipients took 7 seconds. 16 KiB hold about 150 recipients.
_LONGEST_HEADER = 16 * 1024
_HEADER_END = b"\n--- "


def new_identity() -> str:
    """Make a private key: ``AGE-SECRET-KEY-1…``."""
    import pyrage

    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public key ``age1…`` of a private key.

    Raises ``ValueError`` if ``identity`` is none; its text stays out of the exception.
    """
    import pyrage

    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError:
        raise ValueError("not an age X25519 identity") from None


def check_recipient(text: str) -> str:
    """Return ``text`` if it is an X25519 recipient in its one canonical spelling.

    Raises ``ValueError`` otherwise.
    """
    import pyrage

    try:
        canonical = str(pyrage.x25519.Recipient.from_str(text))
    except pyrage.RecipientError:
        raise ValueError("not an age X25519 recipient") from None
    if canonical != text:
        raise ValueError("an age recipient is written in small letters")
    return canonical


def encrypt(data: bytes, recipients: Sequence[str]) -> bytes:
    """Encrypt ``data`` so that the owner of any of ``recipients`` can open it.

    Raises ``ValueError`` if there is no recipient or one of them is not an X25519 recipient.
    """
    import pyrage

    if not recipients:
        raise ValueError("somebody must be able to open the file")
    keys = [pyrage.x25519.Recipient.from_str(check_recipient(text)) for text in recipients]
    return bytes(pyrage.encrypt(data, keys))


def decrypt(data: bytes, identities: Sequence[str]) -> bytes:
    """Open a file for any of ``identities``: all of it or nothing.

    Raises ``PackageRefused`` with ``CANNOT_OPEN`` for any file that is not for these keys, was
    changed in any bit or lost any byte.
    """
    import pyrage

    if len(data) > LARGEST_FILE:
        raise PackageRefused(Outcome.CANNOT_OPEN, "age_too_large")
    if not data.startswith(_MAGIC):
        raise PackageRefused(Outcome.CANNOT_OPEN, "age_not_age")
    if data.find(_HEADER_END, 0, _LONGEST_HEADER) < 0:
        raise PackageRefused(Outcome.CANNOT_OPEN, "age_header")
    keys = [pyrage.x25519.Identity.from_str(text) for text in identities]
    try:
        return bytes(pyrage.decrypt(data, keys))
    except pyrage.DecryptError:
        raise PackageRefused(Outcome.CANNOT_OPEN, "age_refused") from None
