"""What a file is called: station, register and day, never a person."""

import re
from datetime import date
from pathlib import Path

from mengzhan.model.kind import Kind

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 60  # a Chinese character takes three of the 255 bytes that a name may have


def register_name(kind: Kind, *, blank: bool = False) -> str:
    """Return what a workbook of a kind is headed; ``blank`` for one to be filled in."""
    return f"{kind.label}采集表" if blank else f"{kind.label}台账"


def workbook_name(station: str, kind: Kind, day: date, *, blank: bool = False) -> str:
    """Propose a name for a workbook; a blank one is of no day."""
    return file_name(station, register_name(kind, blank=blank), None if blank else day, ".xlsx")


def file_name(station: str, what: str, day: date | None, suffix: str) -> str:
    """Propose a file name that every system takes."""
    parts = (_UNFIT.sub("", part).strip(" .")[:_LONGEST] for part in (station, what))
    name = "_".join(filter(None, parts))
    return f"{name}_{day:%Y%m%d}{suffix}" if day is not None else f"{name}{suffix}"


def free_path(path: Path) -> Path:
    """Return a name that no file has yet: a number is put behind it."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem}({number}){path.suffix}")
        number += 1
    return found
