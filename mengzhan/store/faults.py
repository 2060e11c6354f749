"""The report of a fault of the program: types, places in the code, versions; never a value."""

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import mengzhan
from mengzhan.store.atomic import private_folder, write_atomic


def redacted(error: BaseException) -> str:
    """Describe an exception and its causes without any text that might hold a value."""
    lines = [
        f"mengzhan {mengzhan.__version__}",
        f"python {platform.python_version()} {sys.platform} {platform.machine()}",
    ]
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame in traceback.extract_tb(current.__traceback__):
            # the front of a path may hold the user's login name
            place = "/".join(Path(frame.filename).parts[-3:])
            lines.append(f"  {place}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def keep_report(text: str) -> Path:
    """Write a report into the user's log folder and return where.

    Raises:
        StoreError: it could not be written.
    """
    import platformdirs

    folder = platformdirs.user_log_path("mengzhan", appauthor=False)
    private_folder(folder)
    path = folder / f"report-{datetime.now(UTC):%Y%m%dT%H%M%S%f}.txt"
    write_atomic(path, text.encode())
    return path
