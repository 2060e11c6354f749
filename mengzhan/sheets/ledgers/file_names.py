"""What a file is called: station, register and day, never a person."""

import re
from datetime import date

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_LONGEST = 60  # a Chinese character takes three of the 255 bytes that a name may have


def workbook_name(station: str, register: str, day: date | None) -> str:
    """Propose a name for a workbook."""
    return file_name(station, register, day, ".xlsx")


def file_name(station: str, what: str, day: date | None, suffix: str) -> str:
    """Propose a file name that every system takes."""
    parts = (_UNFIT.sub("", part).strip(" .")[:_LONGEST] for part in (station, what))
    name = "_".join(filter(None, parts)) or "台账"
    return f"{name}_{day:%Y%m%d}{suffix}" if day is not None else f"{name}{suffix}"
