"""A small program that opens every file of a folder and says what came of it.

Its own process, because the peak memory that the system reports for a child begins with that of
the process that started it, and a test run is large. Arguments: the folder, then nothing; prints
one JSON line for each file.
"""

import json
import resource
import sys
import time
from pathlib import Path

from mengzhan.sheets.grid import Book
from mengzhan.sheets.reading.opening import open_book
from mengzhan.sheets.reading.refusal import BookRefused


def summary(book: Book) -> str:
    """Return sort and shape in one line."""
    shapes = (
        f"{sheet.height}x{sheet.width}"
        + (f"m{len(sheet.merged)}" if sheet.merged else "")
        + ("" if sheet.visible else "hidden")
        for sheet in book.sheets
    )
    return f"{book.sort} {' '.join(shapes)}"


def outcome(path: Path) -> tuple[str, str]:
    """Return what came of a file, and the sentence for the user."""
    try:
        return summary(open_book(path)), ""
    except BookRefused as refusal:
        return refusal.code, str(refusal)


def main(folder: Path) -> None:
    """Open all files below ``folder``, one after the other."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        start = time.monotonic()
        came, words = outcome(path)
        line = {
            "name": path.relative_to(folder).as_posix(),
            "outcome": came,
            "words": words,
            "seconds": round(time.monotonic() - start, 2),
            "megabytes": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024,
        }
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
