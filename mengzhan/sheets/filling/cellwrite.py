"""What is written into a cell, and how it looks in the XML of a sheet.

A text is always an inline string: nothing in it is ever read as a formula, a number or an entity.
"""

import math
import re
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from mengzhan.sheets.filling.package import WorkbookPackage
from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.grid import LONGEST_TEXT, cell_name
from mengzhan.sheets.plaintext import EXACT_FLOAT

_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LOSES_SPACE = re.compile(r"^\s|\s$|[\t\n]|  ")


@dataclass(frozen=True)
class DateWrite:
    """A day: a serial number where the cell's own format shows a day, elsewhere this text."""

    day: date
    text: str


CellWrite = str | int | float | DateWrite


@dataclass(frozen=True)
class Content:
    """What a cell is to hold: ``sort`` is the value of the attribute ``t``, ``None`` for numbers."""

    sort: str | None
    value: str

    def xml(self, prefix: bytes) -> bytes:
        """Return what stands inside the ``c`` element; ``prefix`` is the one of that element."""
        if self.sort is None and not self.value:
            return b""
        if self.sort is None:
            return b"<%sv>%s</%sv>" % (prefix, self.value.encode("ascii"), prefix)
        space = b' xml:space="preserve"' if _LOSES_SPACE.search(self.value) else b""
        text = escape(_LOOKS_ESCAPED.sub("_x005F_", self.value)).encode("utf-8")
        return b"<%sis><%st%s>%s</%st></%sis>" % (prefix, prefix, space, text, prefix, prefix)


def content(
    write: CellWrite, place: tuple[int, int], style: int, package: WorkbookPackage
) -> Content:
    """Say how a value is stored in a cell of that style."""
    if isinstance(write, DateWrite):
        serial = package.serial(write.day) if style in package.date_styles else None
        write = write.text if serial is None else serial
    if write == "":
        return Content(None, "")
    if isinstance(write, str):
        return Content("inlineStr", _text(write, place))
    return Content(None, _number(write, place))


def unescaped(text: str) -> str:
    """Undo the escapes of ``ST_Xstring``: ``_x005F_`` stands for ``_``."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def _text(text: str, place: tuple[int, int]) -> str:
    """Check a text; a line break inside a cell is LF whatever it was before."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ILLEGAL.search(text):
        raise FormRefused("text", cell=cell_name(*place))
    if len(text.encode("utf-16-le")) > LONGEST_TEXT * 2:
        raise FormRefused("text_too_long", cell=cell_name(*place), limit=LONGEST_TEXT)
    return text


def _number(number: float, place: tuple[int, int]) -> str:
    """Check a number: it must come back as it went in."""
    if isinstance(number, bool):
        raise TypeError("a truth value has no cell form here")
    if isinstance(number, int):
        if abs(number) >= EXACT_FLOAT:
            raise FormRefused("number", cell=cell_name(*place))
        return str(number)
    if not math.isfinite(number):
        raise FormRefused("number", cell=cell_name(*place))
    return repr(number)
