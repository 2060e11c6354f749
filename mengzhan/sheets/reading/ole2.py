"""The little of a compound file (OLE2: .xls, .doc, encrypted .xlsx) that tells what it holds.

Reads the names at the top level and the first bytes of a stream ([MS-CFB] 2.2 to 2.6). A damaged
file gives fewer names, never an error: the reader that follows has its own say.
"""

from dataclasses import dataclass
from struct import Struct, error, unpack_from
from typing import BinaryIO

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER_BYTES = 512
_ENTRY = Struct("<64sHBBIII36sIQ")
_END_OF_CHAIN = 0xFFFFFFFA  # this and above are marks, not sectors
_NONE = 0xFFFFFFFF
_IN_HEADER = 109  # that many FAT sectors are listed in the header itself
_MINI_BYTES = 64
_MOST_ENTRIES = 4096
_MOST_LINKS = 1 << 20


@dataclass(frozen=True)
class _Entry:
    name: str
    left: int
    right: int
    child: int
    start: int
    size: int


class CompoundFile:
    """The top level of a compound file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        file.seek(0)
        self._header = file.read(_HEADER_BYTES).ljust(_HEADER_BYTES, b"\0")
        shift = int(unpack_from("<H", self._header, 30)[0])
        self._sector_bytes = 1 << (shift if shift in {9, 12} else 9)
        self._entries = self._directory()
        self._top = {entry.name: entry for entry in self._children_of_root()}

    @property
    def names(self) -> set[str]:
        """The names at the top level, in capitals: some writers say ``BOOK``."""
        return set(self._top)

    def beginning(self, name: str) -> bytes:
        """Return the first bytes of a stream: a sector, or 64 bytes of a small one."""
        entry = self._top.get(name)
        if entry is None:
            return b""
        cutoff = int(unpack_from("<I", self._header, 56)[0])
        if entry.size >= cutoff:
            return self._sector(entry.start)
        return self._mini_sector(entry.start)

    def _sector(self, number: int) -> bytes:
        if number >= _END_OF_CHAIN:
            return b""
        self._file.seek((number + 1) * self._sector_bytes)
        return self._file.read(self._sector_bytes)

    def _mini_sector(self, number: int) -> bytes:
        place, within = divmod(number * _MINI_BYTES, self._sector_bytes)
        sector = self._entries[0].start if self._entries else _NONE
        for _ in range(min(place, _MOST_LINKS)):
            sector = self._next(sector)
        return self._sector(sector)[within : within + _MINI_BYTES]

    def _next(self, sector: int) -> int:
        """Return the sector that follows, as the allocation table says."""
        place, within = divmod(sector, self._sector_bytes // 4)
        return self._number(self._sector(self._table_sector(place)), within)

    def _table_sector(self, place: int) -> int:
        if place < _IN_HEADER:
            return int(unpack_from("<I", self._header, 76 + 4 * place)[0])
        per_sector = self._sector_bytes // 4 - 1
        further, within = divmod(place - _IN_HEADER, per_sector)
        sector = int(unpack_from("<I", self._header, 68)[0])
        for _ in range(min(further, _MOST_LINKS)):
            sector = self._number(self._sector(sector), per_sector)
        return self._number(self._sector(sector), within)

    @staticmethod
    def _number(sector: bytes, place: int) -> int:
        try:
            return int(unpack_from("<I", sector, 4 * place)[0])
        except error:
            return _NONE

    def _directory(self) -> list[_Entry]:
        sector = int(unpack_from("<I", self._header, 48)[0])
        found: list[_Entry] = []
        while sector < _END_OF_CHAIN and len(found) < _MOST_ENTRIES:
            data = self._sector(sector)
            if not data:
                break
            whole = len(data) - len(data) % _ENTRY.size
            for name, length, _, _, left, right, child, _, start, size in _ENTRY.iter_unpack(
                data[:whole]
            ):
                words = name[: max(0, length - 2)].decode("utf-16-le", "replace").upper()
                found.append(_Entry(words, left, right, child, start, size & _NONE))
            sector = self._next(sector)
        return found

    def _children_of_root(self) -> list[_Entry]:
        found: list[_Entry] = []
        seen: set[int] = set()
        waiting = [self._entries[0].child] if self._entries else []
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self._entries):
                continue
            seen.add(number)
            entry = self._entries[number]
            found.append(entry)
            waiting += [entry.left, entry.right]
        return found
