"""JSON from strangers: one meaning or none.

Python's reader takes the last of two equal keys, ``NaN`` and a surrogate without its partner;
two programs could then see two documents in the bytes that one of them has checked.
"""

import json
from typing import Any

_WHOLE_NUMBER_LIMIT = 2**53
"""Whole numbers that every JSON reader keeps exactly (RFC 8259, section 6)."""


def read_json_object(data: bytes) -> dict[str, Any]:
    """Read one JSON object in UTF-8 without a byte-order mark.

    Raises ``ValueError`` for anything else, and for a key that comes twice in one object, a number
    with a fraction or exponent, one of 2**53 or more, a lone surrogate, or too deep a nesting.
    """
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_whole_number,
            parse_float=_no_number,
            parse_constant=_no_number,
        )
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")
    return value


def read_json_lines(data: bytes) -> list[dict[str, Any]]:
    """Read one object a line, as ``read_json_object`` does; a line ends at LF and nowhere else.

    Raises ``ValueError`` also for an empty line. The last line may lack its LF.
    """
    return [read_json_object(x) for x in data.removesuffix(b"\n").split(b"\n")] if data else []


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key comes twice")
    return found


def _whole_number(text: str) -> int:
    value = int(text)
    if abs(value) >= _WHOLE_NUMBER_LIMIT:
        raise ValueError("a number too large to be kept exactly")
    return value


def _no_number(text: str) -> float:
    raise ValueError(f"not a whole number ({len(text)} characters)")
