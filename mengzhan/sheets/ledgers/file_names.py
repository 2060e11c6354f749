"""What a workbook is called: station, register and day, never a person."""

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
    """Propose a file name that every system takes; a blank workbook is of no day."""
    register = register_name(kind, blank=blank)
    parts = (_UNFIT.sub("", part).strip(" .")[:_LONGEST] for part in (station, register))
    name = "_".join(filter(None, parts))
    return f"{name}.xlsx" if blank else f"{name}_{day:%Y%m%d}.xlsx"


def free_path(path: Path) -> Path:
    """Return a name that no file has yet: a number is put behind it."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem}({number}){path.suffix}")
        number += 1
    return found
