"""What the reading child says to the parent, and how the parent hears it without trusting it.

Each event is one pickle. The child works on a stranger's file, so the parent loads with an
unpickler that knows four classes of ``datetime`` and nothing else.
"""

import datetime as dt
import io
import pickle
from typing import Any

Event = tuple[Any, ...]
"""A word and its values: ``ready``, ``sort``, ``sheet``, ``rows``, ``end``, ``again`` (forget the
sheets so far), ``done``, ``refused`` (code, detail, parameters), ``fault`` (where)."""

_ADMITTED = {name: getattr(dt, name) for name in ("date", "datetime", "time", "timedelta")}


def packed(event: Event) -> bytes:
    """Write an event."""
    return pickle.dumps(event, protocol=5)


class _Suspicious(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name == "datetime" and global_name in _ADMITTED:
            return _ADMITTED[global_name]
        raise pickle.UnpicklingError(f"{module_name}.{global_name}")


def unpacked(data: bytes) -> Event:
    """Read an event.

    Raises:
        pickle.UnpicklingError: it names anything but dates and times, or is no event.
    """
    event = _Suspicious(io.BytesIO(data)).load()
    if not isinstance(event, tuple) or not event:
        raise pickle.UnpicklingError("no event")
    return event
