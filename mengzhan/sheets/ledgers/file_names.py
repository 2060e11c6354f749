"""What a workbook is called: station, register and day, never a person."""

import re
from datetime import date
from pathlib import Path

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 60  # a Chinese character takes three of the 255 bytes that a name may have


def workbook_name(station: str, register: str, day: date | None) -> str:
    """Propose a file name that every system takes."""
    parts = (_UNFIT.sub("", part).strip(" .")[:_LONGEST] for part in (station, register))
    name = "_".join(filter(None, parts)) or "台账"
    return f"{name}_{day:%Y%m%d}.xlsx" if day is not None else f"{name}.xlsx"


def free_path(path: Path) -> Path:
    """Return a name that no file has yet: a number is put behind it."""
    number, found = 2, path
    while found.exists():
        found = path.with_name(f"{path.stem}({number}){path.suffix}")
        number += 1
    return found
