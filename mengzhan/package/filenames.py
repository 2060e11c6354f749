"""Which file names survive the way over a FAT stick and a Windows computer.

Rules: Microsoft, "Naming Files, Paths, and Namespaces": no ``< > : " / \\ | ? *``, no control
characters, no blank or dot at the end, no device name before the first dot, 255 UTF-16 units.
ext4 allows 255 bytes of UTF-8, which is less for Chinese, so both limits hold here.
"""

import unicodedata

_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"]
)
_LONGEST = 255
_BREAKS_A_LINE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNS_TEXT = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def is_plain_line(text: str) -> bool:
    """Whether ``text`` shows as what it is: one line, nothing that turns the reading direction.

    Joiners and the vowel separator, which Mongolian writing needs, are fine.
    """
    return not any(
        unicodedata.category(char) in _BREAKS_A_LINE
        or unicodedata.bidirectional(char) in _TURNS_TEXT
        for char in text
    )


def is_portable(name: str) -> bool:
    """Whether a file may be called ``name`` on every system that we meet."""
    return (
        bool(name)
        and not name.startswith(" ")
        and not name.endswith((" ", "."))
        and not _FORBIDDEN.intersection(name)
        and is_plain_line(name)
        and not is_device(name)
        and len(name.encode("utf-8")) <= _LONGEST
        and len(name.encode("utf-16-le")) <= 2 * _LONGEST
    )


def is_device(name: str) -> bool:
    """Whether Windows would take ``name`` for a device such as ``CON`` or ``LPT1``."""
    return name.partition(".")[0].rstrip(" ").casefold() in _DEVICES
