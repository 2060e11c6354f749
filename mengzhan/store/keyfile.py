"""The shape of the key file: reading, sealing and changing its content, no secrets tried here.

The seal is an HMAC by a key derived from the database key, over everything else in the file: an
operator's role edited by another program shows as soon as somebody is in. Fields that a newer
program added are kept and sealed as they are.
"""

import hmac
import json
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mengzhan.store import wrapping
from mengzhan.store.atomic import write_atomic
from mengzhan.store.errors import named_errors
from mengzhan.store.key_errors import (
    KeysChangedError,
    KeysDamagedError,
    KeysMissingError,
    KeysNewerError,
)
from mengzhan.store.wrapping import Slot

KEYS_NAME = "keys.json"
_FORMAT = 1
_SEAL = "seal"

Content = dict[str, Any]


@dataclass(frozen=True)
class Operator:
    """Somebody who works with this data. One who left stays named: history refers to them."""

    id: str
    name: str
    role: str
    active: bool = True


def empty() -> Content:
    """Return the content of a key file without anybody in it."""
    return {"format": _FORMAT, "id": str(uuid.uuid4()), "operators": [], "slots": []}


def read(path: Path) -> Content:
    """Read a key file.

    Raises:
        KeysMissingError, KeysDamagedError, KeysNewerError: it cannot be used; says what to do.
    """
    if not path.exists():
        raise KeysMissingError
    with named_errors():
        data = path.read_bytes()
    return parse(data)


def parse(data: bytes) -> Content:
    """Read the bytes of a key file; raises as ``read`` does."""
    try:
        content = json.loads(data)
        newer = content["format"] > _FORMAT
    except (ValueError, KeyError, TypeError) as error:
        raise KeysDamagedError from error
    if newer:
        raise KeysNewerError
    try:
        shaped = isinstance(content["id"], str) and all(
            isinstance(slot["kind"], str) for slot in content["slots"]
        )
        for item in content["operators"]:
            Operator(**item)
    except (KeyError, TypeError) as error:
        raise KeysDamagedError from error
    if not shaped:
        raise KeysDamagedError
    return dict(content)


def write(path: Path, content: Content) -> None:
    """Write a sealed key file, whole or not at all."""
    write_atomic(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def sealed(content: Content, key: bytes) -> Content:
    """Return the content with a fresh seal."""
    unsealed = _unsealed(content)
    return unsealed | {_SEAL: wrapping.authenticator(key, unsealed)}


def is_sealed(content: Content) -> bool:
    """Whether the content has ever been written."""
    return _SEAL in content


def check_seal(content: Content, key: bytes) -> None:
    """Compare the seal.

    Raises:
        KeysChangedError: the content was edited, or ``key`` is not its key.
    """
    expected = wrapping.authenticator(key, _unsealed(content))
    if not hmac.compare_digest(expected, str(content.get(_SEAL, ""))):
        raise KeysChangedError


def find_slot(content: Content, kind: str, operator: str | None = None) -> Slot | None:
    """Return the slot of a kind (and operator), or None."""
    for slot in content["slots"]:
        if slot["kind"] == kind and slot.get("operator") == operator:
            return dict(slot)
    return None


def without_slot(content: Content, kind: str, operator: str | None = None) -> Content:
    """Return the content without the slot of a kind (and operator)."""
    kept = [
        slot
        for slot in content["slots"]
        if not (slot["kind"] == kind and slot.get("operator") == operator)
    ]
    return content | {"slots": kept}


def with_operator(content: Content, operator: Operator) -> Content:
    """Return the content with this operator added, or put in place of the one with the same id."""
    listed = {item["id"]: item for item in content["operators"]}
    listed[operator.id] = asdict(operator)
    return content | {"operators": list(listed.values())}


def _unsealed(content: Content) -> Content:
    return {name: value for name, value in content.items() if name != _SEAL}
