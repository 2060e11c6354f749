"""The zip around a workbook, of which some members change and all else stays byte for byte.

A member that is not replaced keeps its local header, compressed bytes, data descriptor and
whatever stands behind it; the central directory keeps its entries, order, comments and extra
fields. Only where a member has moved its offset changes. A replaced member keeps its name, date,
attributes and compression method, but is written without data descriptor and Zip64 sizes.

Layout: APPNOTE.TXT 6.3.10. ``FormRefused`` for anything that two readers could read in two ways.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from struct import Struct, error, pack_into, unpack_from

from mengzhan.sheets.filling.refusal import FormRefused
from mengzhan.sheets.reading.ole2 import MAGIC

_LOCAL = Struct("<4sHHHHHLLLHH")
_CENTRAL = Struct("<4sHHHHHHLLLHHHHHLL")
_END = Struct("<4sHHHHLLH")
_LOCATOR = Struct("<4sLQL")
_END64 = Struct("<4sQHHLLQQQQ")
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

_STORED, _DEFLATED = 0, 8
_ENCRYPTED = 0x0001
_DESCRIPTOR = 0x0008
_UTF8_NAME = 0x0800
_OFFSET_AT = 42
"""Where a central entry holds the offset of its local header."""
_FULL = 0xFFFFFFFF
"""The value stands in the Zip64 extra field instead."""
_ZIP64 = 0x0001

LARGEST_FILE = 64 * 1024 * 1024
LARGEST_PART = 128 * 1024 * 1024
LARGEST_TOTAL = 512 * 1024 * 1024


@dataclass(frozen=True)
class _Member:
    name: str
    entry: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    zip64: int
    """Where in ``entry`` the Zip64 offset stands, 0 if the offset is in the entry itself."""


class Archive:
    """A zip held in memory. Names are looked up without regard to case, as OPC asks for."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST_FILE:
            raise FormRefused("too_large", "file")
        if data.startswith(MAGIC):  # an old .xls, or an .xlsx behind a password
            raise FormRefused("encrypted" if _ENCRYPTED_STREAM in data else "not_a_workbook")
        if not data.startswith(b"PK"):
            raise FormRefused("not_a_workbook", "no zip")
        self._data = data
        try:
            self._end, self._start, count = _find_directory(data)
            self._members = self._read_directory(count)
        except error as problem:
            raise FormRefused("damaged", f"zip: {problem}") from None
        self._by_name = {_lookup(member.name): member for member in self._members}
        if len(self._by_name) != len(self._members):
            raise FormRefused("damaged", "a name comes twice")
        if sum(member.size for member in self._members) > LARGEST_TOTAL:
            raise FormRefused("too_large", "sum of parts")

    @property
    def names(self) -> list[str]:
        """Member names in the order of the central directory."""
        return [member.name for member in self._members]

    def __contains__(self, name: str) -> bool:
        return _lookup(name) in self._by_name

    def read(self, name: str) -> bytes:
        """Return the content of a member, checked against its size and CRC."""
        member = self._by_name.get(_lookup(name))
        if member is None:
            raise FormRefused("damaged", f"no part {name}")
        if member.flags & _ENCRYPTED:
            raise FormRefused("encrypted")
        if member.size > LARGEST_PART:
            raise FormRefused("too_large", name)
        start, end = self._packed_span(member)
        content = _unpack(self._data[start:end], member)
        if len(content) != member.size or zlib.crc32(content) != member.crc:
            raise FormRefused("damaged", f"content of {name}")
        return content

    def same(self, other: "Archive", name: str) -> bool:
        """Tell whether a member stands in another archive with the very same bytes."""
        mine, theirs = (x._by_name[_lookup(name)] for x in (self, other))
        start, end = self._packed_span(mine)
        there, here = other._packed_span(theirs)
        known = (mine.crc, mine.size, mine.method) == (theirs.crc, theirs.size, theirs.method)
        return known and self._data[start:end] == other._data[there:here]

    def replaced(self, contents: Mapping[str, bytes]) -> bytes:
        """Return the zip with some members' contents replaced."""
        new = {_lookup(name): content for name, content in contents.items()}
        if not new.keys() <= self._by_name.keys():
            raise FormRefused("damaged", "no such part to replace")
        out = bytearray(self._data[: self._stretches[0][0].offset])
        entries: dict[str, bytes] = {}
        for member, end in self._stretches:
            at, name = len(out), _lookup(member.name)
            if name in new:
                local, entry = self._rewritten(member, new[name])
                entries[name] = _moved(entry, 0, at)
                out += local
            else:
                entries[name] = _moved(member.entry, member.zip64, at)
                out += self._data[member.offset : end]
        start = len(out)
        for member in self._members:
            out += entries[_lookup(member.name)]
        return bytes(out + self._ending(start, len(out)))

    @cached_property
    def _stretches(self) -> list[tuple[_Member, int]]:
        """Each member with the place where the next one, or the directory, begins."""
        ordered = sorted(self._members, key=lambda member: member.offset)
        ends = [member.offset for member in ordered[1:]] + [self._start]
        for member, end in zip(ordered, ends, strict=True):
            if self._packed_span(member)[1] > end:
                raise FormRefused("damaged", "members overlap")
        if not ordered:
            raise FormRefused("damaged", "no members")
        return list(zip(ordered, ends, strict=True))

    def _packed_span(self, member: _Member) -> tuple[int, int]:
        if member.offset + _LOCAL.size > self._start:
            raise FormRefused("damaged", "local header out of reach")
        magic, *_rest, name, extra = _LOCAL.unpack_from(self._data, member.offset)
        start = member.offset + _LOCAL.size + int(name) + int(extra)
        if magic != b"PK\x03\x04" or start + member.packed > self._start:
            raise FormRefused("damaged", "local header")
        return start, start + member.packed

    def _read_directory(self, count: int) -> list[_Member]:
        members, at = [], self._start
        for _ in range(count):
            member, at = _read_entry(self._data, at, self._end)
            members.append(member)
        if not members:
            raise FormRefused("damaged", "no members")
        return members

    def _rewritten(self, member: _Member, content: bytes) -> tuple[bytes, bytes]:
        """Return local header with data, and central entry (its offset still the old one)."""
        if member.method not in {_STORED, _DEFLATED}:
            raise FormRefused("damaged", f"compression {member.method}")
        packed = content if member.method == _STORED else _deflate(content)
        flags = member.flags & ~_DESCRIPTOR
        sizes = (zlib.crc32(content), len(packed), len(content))
        magic, needed, _flags, *shared, _crc, _packed, _size, name_length, extra_length = (
            _LOCAL.unpack_from(self._data, member.offset)
        )
        name_at = member.offset + _LOCAL.size
        name = self._data[name_at : name_at + name_length]
        extra_at = name_at + name_length
        extra = _without_zip64(self._data[extra_at : extra_at + extra_length])
        local = _LOCAL.pack(magic, needed, flags, *shared, *sizes, name_length, len(extra))
        return local + name + extra + packed, _resized(member.entry, flags, sizes)

    def _ending(self, start: int, end: int) -> bytes:
        """Return the end records, moved: everything behind the directory."""
        tail = bytearray(self._data[self._end :])
        moved = end - self._end
        end_at = tail.rfind(b"PK\x05\x06")
        if tail.startswith(b"PK\x06\x06"):
            pack_into("<Q", tail, 48, start)
            pack_into("<Q", tail, 40, end - start)
            locator = end_at - _LOCATOR.size
            pack_into("<Q", tail, locator + 8, unpack_from("<Q", tail, locator + 8)[0] + moved)
        for at, value in ((12, end - start), (16, start)):
            if unpack_from("<L", tail, end_at + at)[0] != _FULL:
                pack_into("<L", tail, end_at + at, value)
        return bytes(tail)


def _lookup(name: str) -> str:
    return name.replace("\\", "/").removeprefix("/").casefold()


def _find_directory(data: bytes) -> tuple[int, int, int]:
    """Return where the central directory ends, where it begins and how many entries it has."""
    end_at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - 0xFFFF))
    if end_at < 0:
        raise FormRefused("damaged", "no end record")
    _magic, disk, _start_disk, _here, count, size, start, comment = _END.unpack_from(data, end_at)
    if disk not in {0, 0xFFFF} or end_at + _END.size + comment > len(data):
        raise FormRefused("damaged", "end record")
    directory_end = end_at
    locator = end_at - _LOCATOR.size
    if locator >= 0 and data[locator : locator + 4] == b"PK\x06\x07":
        directory_end = int(_LOCATOR.unpack_from(data, locator)[2])
        magic, *_versions, count, size, start = _END64.unpack_from(data, directory_end)
        if magic != b"PK\x06\x06" or directory_end + _END64.size > locator:
            raise FormRefused("damaged", "Zip64 end record")
    if start + size != directory_end:
        raise FormRefused("damaged", "bytes around the directory")
    return directory_end, start, count


def _read_entry(data: bytes, at: int, limit: int) -> tuple[_Member, int]:
    (
        magic, _made_by, _needed, flags, method, _time, _date, crc, packed, size,
        name_length, extra_length, comment_length, _disk, _internal, _external, offset,
    ) = _CENTRAL.unpack_from(data, at)  # fmt: skip
    extra_at = _CENTRAL.size + name_length
    end = at + extra_at + extra_length + comment_length
    if magic != b"PK\x01\x02" or end > limit:
        raise FormRefused("damaged", "central directory")
    entry = data[at:end]
    coding = "utf-8" if flags & _UTF8_NAME else "cp437"
    name = entry[_CENTRAL.size : extra_at].decode(coding, "replace")
    values, where = _zip64_values(entry, extra_at, extra_length, (size, packed, offset))
    size, packed, offset = values
    return _Member(name, entry, flags, method, crc, packed, size, offset, where), end


def _zip64_values(
    entry: bytes, at: int, length: int, values: tuple[int, ...]
) -> tuple[tuple[int, ...], int]:
    """Return size, packed size and offset, and where the Zip64 offset stands (0 for nowhere)."""
    if _FULL not in values:
        return values, 0
    found, where, end = list(values), 0, at + length
    while at + 4 <= end:
        sort, size = unpack_from("<HH", entry, at)
        at += 4
        if sort == _ZIP64:
            for index in (index for index, value in enumerate(values) if value == _FULL):
                found[index] = unpack_from("<Q", entry, at)[0]
                where, at = (at if index == len(values) - 1 else 0), at + 8
            return tuple(found), where
        at += size
    raise FormRefused("damaged", "no Zip64 sizes")


def _resized(entry: bytes, flags: int, sizes: tuple[int, int, int]) -> bytes:
    """Return a central entry with other CRC and sizes, all of them in its fixed part."""
    name_length, extra_length = unpack_from("<HH", entry, 28)
    extra_at = _CENTRAL.size + name_length
    extra = _without_zip64(entry[extra_at : extra_at + extra_length])
    out = bytearray(entry[:extra_at] + extra + entry[extra_at + extra_length :])
    pack_into("<H", out, 8, flags)
    pack_into("<LLL", out, 16, *sizes)
    pack_into("<H", out, 30, len(extra))
    return bytes(out)


def _moved(original: bytes, zip64: int, offset: int) -> bytes:
    entry = bytearray(original)
    if zip64:
        pack_into("<Q", entry, zip64, offset)
    else:
        pack_into("<L", entry, _OFFSET_AT, offset)
    return bytes(entry)


def _without_zip64(extra: bytes) -> bytes:
    kept, at = b"", 0
    while at + 4 <= len(extra):
        sort, size = unpack_from("<HH", extra, at)
        if sort != _ZIP64:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return kept + extra[at:]


def _deflate(content: bytes) -> bytes:
    stream = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


def _unpack(packed: bytes, member: _Member) -> bytes:
    """Unpack at most one byte more than the directory says, so that a lie costs nothing."""
    if member.method == _STORED:
        return packed
    if member.method != _DEFLATED:
        raise FormRefused("damaged", f"compression {member.method}")
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, member.size + 1)
    except zlib.error:
        raise FormRefused("damaged", f"content of {member.name}") from None
