"""The printed recovery code: seven groups of five characters that a person copies by hand.

Four characters of a group are random, the fifth is a check over them and the group's place, so
that a slip, two characters or two groups exchanged are told as such, with the group's number,
before any key is tried. 28 random characters of 31 are 138 bits: nothing to guess, so the key is
derived without a slow function.
"""

import secrets
import unicodedata

from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.store.errors import StoreError

# Without 0 O, 1 I L. 31 is a prime, so the weighted check finds every single slip and exchange.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS = 7
_DATA = 4
_GROUP = _DATA + 1


class RecoveryLengthError(StoreError):
    """The typed code has ``typed`` characters instead of ``need``."""

    SORT = "data"
    CODE = "KEYS_RECOVERY_LENGTH"
    TEXT = QT_TRANSLATE_NOOP(
        "model", "恢复码一共 {need} 个字符，现在输入了 {typed} 个。请对照打印的恢复码补全。"
    )


class RecoveryTypoError(StoreError):
    """A group does not agree with its check character: ``group`` counts from 1."""

    SORT = "data"
    CODE = "KEYS_RECOVERY_TYPO"
    TEXT = QT_TRANSLATE_NOOP(
        "model",
        "恢复码第 {group} 组抄错了。请对照打印的恢复码检查这一组"
        "（恢复码里没有 0、O、1、I、L 这几个字符）。",
    )


def new_code() -> str:
    """Make a code, written as ``XXXXX-XXXXX-…`` (7 groups)."""
    groups = []
    for place in range(GROUPS):
        data = "".join(secrets.choice(ALPHABET) for _ in range(_DATA))
        groups.append(data + _check(data, place))
    return "-".join(groups)


def read_code(typed: str) -> str:
    """Return the 28 random characters of a typed code.

    Takes lower case, full-width letters, and any spaces or dashes.

    Raises:
        RecoveryLengthError, RecoveryTypoError: the code was not copied rightly; says where.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    letters = "".join(char for char in plain if char.isalnum())
    need = GROUPS * _GROUP
    if len(letters) != need:
        raise RecoveryLengthError(typed=len(letters), need=need)
    data = ""
    for place in range(GROUPS):
        group = letters[place * _GROUP : (place + 1) * _GROUP]
        if any(char not in ALPHABET for char in group) or _check(group[:-1], place) != group[-1]:
            raise RecoveryTypoError(group=place + 1)
        data += group[:-1]
    return data


def _check(data: str, place: int) -> str:
    total = place + 1
    for weight, char in enumerate(data, start=2):
        total += weight * ALPHABET.index(char)
    return ALPHABET[total % len(ALPHABET)]
