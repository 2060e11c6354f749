"""The zip inside a package: made so that equal contents give equal bytes, read with suspicion.

Written form: one file, members in the order ``datapackage.json``, ``datapackage.json.sig``, then
the others by name; each deflated (method 8, level 9), dated 1980-01-01 00:00:00, mode 0600; no
extra fields, comments, directories, data descriptors, encryption or Zip64. The compressed bytes
depend on the zlib in use, so nothing signs or counts on them: the signed manifest holds the
SHA-256 of each uncompressed member.

Member names are ASCII: ``datapackage.json``, ``datapackage.json.sig``, ``data/<kind>.jsonl``,
``pictures/<name>`` and, in a relay, ``packages/<name>.zip`` (the inner zip of a station's package,
byte for byte). ``<kind>`` is small letters, digits and ``_``; ``<name>`` is letters, digits,
``. _ -``, begins with a letter or digit, has at most 100 characters and is no Windows device.

Reading (APPNOTE.TXT 6.3.10, a narrow part of it): the local files stand one after another from the
first byte, the central directory follows directly and names them in the same order with the same
values, the end record follows directly and is the last thing in the file. Stored members (method
0) are read too. Anything else raises ``PackageRefused``: with ``NEWER_FORMAT`` and the detail
``zip_new_name`` (a harmless name in no known folder) or ``zip_new_method`` (a compression of
APPNOTE that is not read here), otherwise with ``DAMAGED`` and one of

``zip_too_large``, ``zip_no_end`` (end record missing, or bytes or a comment after it),
``zip_layout`` (bytes before, between or after the parts, several disks, Zip64, extra fields),
``zip_header`` (local and central header disagree), ``zip_count``, ``zip_bad_name`` (not ASCII,
absolute, drive, backslash, ``..``, device name, control character), ``zip_duplicate`` (also when
only the case differs), ``zip_link`` (a link, device or other special file), ``zip_directory``,
``zip_encrypted``, ``zip_descriptor``, ``zip_method``, ``zip_size`` (declared and real size
differ, or more than the limits allow), ``zip_ratio``, ``zip_stream`` (deflate data broken),
``zip_crc``, ``zip_incomplete`` (``datapackage.json`` or its signature missing).
"""

import re
import stat
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from struct import Struct

from mengzhan.package.filenames import is_device
from mengzhan.package.outcome import Outcome, PackageRefused

MANIFEST = "datapackage.json"
SIGNATURE = "datapackage.json.sig"

_KNOWN_NAME = re.compile(
    r"datapackage\.json(\.sig)?"
    r"|data/[a-z][a-z0-9_]{0,63}\.jsonl"
    r"|pictures/[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
    r"|packages/[A-Za-z0-9][A-Za-z0-9._-]{0,95}\.zip"
)
_HARMLESS_NAME = re.compile(
    r"([A-Za-z0-9][A-Za-z0-9._-]{0,99}/){0,7}[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
)
_STORED = 0
_DEFLATED = 8
_METHODS_ELSEWHERE = frozenset({9, 12, 14, 93, 95, 98})
"""Deflate64, bzip2, LZMA, Zstandard, XZ, PPMd (APPNOTE 4.4.5)."""

_LOCAL = Struct("<4sHHHHHLLLHH")
_CENTRAL = Struct("<4sHHHHHHLLLHHHHHLL")
_END = Struct("<4sHHHHLLH")
_FLAG_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_FLAG_DESCRIPTOR = 0x0008
_DIRECTORY_BIT = 0x10
_EPOCH_DATE = 0x0021
"""1980-01-01 in the MS-DOS form of APPNOTE 4.4.6."""
_NEEDED = 20
"""Version 2.0 is what a reader needs for deflate (APPNOTE 4.4.3)."""
_MADE_BY_UNIX = 3 << 8 | _NEEDED
_FREE_RATIO_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How much a zip may ask for, in bytes but for ``members`` (a count) and ``ratio``.

    ``ratio`` is uncompressed to compressed size and is looked at for members above 1 MiB.
    """

    file: int = 256 * 1024 * 1024
    member: int = 256 * 1024 * 1024
    total: int = 512 * 1024 * 1024
    members: int = 10_000
    ratio: int = 250


STANDARD_LIMITS = Limits()


@dataclass(frozen=True)
class _Member:
    """What the central directory says of one member."""

    name: str
    raw_name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int


def write_zip(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Write ``(name, content)`` pairs, in any order, as the one zip that they stand for.

    Raises ``ValueError`` if a name is not one that ``read_zip`` takes, or comes twice, or if the
    manifest or its signature is missing: these are mistakes of the caller, not of a user.
    """
    contents: dict[str, bytes] = {}
    for name, content in members:
        if not _KNOWN_NAME.fullmatch(name) or _is_hostile(name):
            raise ValueError(f"no such member in a package: {name!r}")
        contents[name] = content if name not in contents else _twice(name)
    if len({name.casefold() for name in contents}) != len(contents):
        raise ValueError("two names differ only in case")
    if not {MANIFEST, SIGNATURE} <= contents.keys():
        raise ValueError("a package has a manifest and its signature")
    files, directory = bytearray(), bytearray()
    for name in sorted(contents, key=lambda name: (name != MANIFEST, name != SIGNATURE, name)):
        raw_name, content, offset = name.encode("ascii"), contents[name], len(files)
        packed = _deflate(content)
        shared = (_NEEDED, 0, _DEFLATED, 0, _EPOCH_DATE, zlib.crc32(content), len(packed))
        sizes = (len(content), len(raw_name), 0)
        files += _LOCAL.pack(b"PK\x03\x04", *shared, *sizes) + raw_name + packed
        mode = (stat.S_IFREG | 0o600) << 16
        directory += _CENTRAL.pack(
            b"PK\x01\x02", _MADE_BY_UNIX, *shared, *sizes, 0, 0, 0, mode, offset
        )
        directory += raw_name
    count = len(contents)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), len(files), 0)
    return bytes(files + directory + end)


def _deflate(content: bytes) -> bytes:
    """Deflate in the better of two ways.

    Journals are full of random identifiers, in which the few short repeats that zlib finds cost
    more than they save; ``Z_FILTERED`` leaves them out and is 4 % smaller there.
    """
    found: list[bytes] = []
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED):
        stream = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS, 9, strategy)
        found.append(stream.compress(content) + stream.flush())
    return min(found, key=len)


def read_zip(data: bytes, limits: Limits = STANDARD_LIMITS) -> dict[str, bytes]:
    """Return the members of a zip by name, in file order; nothing touches the disk.

    Raises ``PackageRefused`` (see the module) for anything that is not exactly as it should be.
    Memory stays below the file and ``limits.total`` together, whatever the headers say.
    """
    if len(data) > limits.file:
        raise _damaged("zip_too_large")
    members = _central_directory(data, limits)
    _check_names(members)
    _check_sizes(members, limits)
    contents = {member.name: _content(data, member) for member in members}
    if not {MANIFEST, SIGNATURE} <= contents.keys():
        raise _damaged("zip_incomplete")
    return contents


def _twice(name: str) -> bytes:
    raise ValueError(f"member comes twice: {name!r}")


def _damaged(detail: str) -> PackageRefused:
    return PackageRefused(Outcome.DAMAGED, detail)


def _central_directory(data: bytes, limits: Limits) -> list[_Member]:
    end_at = len(data) - _END.size
    if end_at < 0:
        raise _damaged("zip_no_end")
    magic, disk, start_disk, here, count, size, start, comment = _END.unpack_from(data, end_at)
    if magic != b"PK\x05\x06" or comment:
        raise _damaged("zip_no_end")
    if disk or start_disk or here != count or start + size != end_at:
        raise _damaged("zip_layout")
    if count > limits.members:
        raise _damaged("zip_count")
    members = []
    at = start
    for _ in range(count):
        member, at = _central_entry(data, at, end_at)
        members.append(member)
    if at != end_at or _end_of_files(data, members) != start:
        raise _damaged("zip_layout")
    return members


def _central_entry(data: bytes, at: int, limit: int) -> tuple[_Member, int]:
    if at + _CENTRAL.size > limit:
        raise _damaged("zip_layout")
    (
        magic, _made_by, _needed, flags, method, _time, _date, crc, packed, size,
        name_length, extra_length, comment_length, disk, _internal, external, offset,
    ) = _CENTRAL.unpack_from(data, at)  # fmt: skip
    following = at + _CENTRAL.size + name_length
    if magic != b"PK\x01\x02" or extra_length or comment_length or disk or following > limit:
        raise _damaged("zip_layout")
    raw_name = data[at + _CENTRAL.size : following]
    if raw_name.endswith(b"/") or external & _DIRECTORY_BIT:
        raise _damaged("zip_directory")
    _check_type(external >> 16)
    _check_coding(flags, method)
    name = raw_name.decode("latin-1")
    return _Member(name, raw_name, flags, method, crc, packed, size, offset), following


def _check_type(mode: int) -> None:
    """Refuse everything that a Unix tool would unpack as something else than a file."""
    kind = stat.S_IFMT(mode)
    if kind == stat.S_IFDIR:
        raise _damaged("zip_directory")
    if kind not in {0, stat.S_IFREG}:
        raise _damaged("zip_link")


def _check_coding(flags: int, method: int) -> None:
    if flags & _FLAG_ENCRYPTED:
        raise _damaged("zip_encrypted")
    if flags & _FLAG_DESCRIPTOR:
        raise _damaged("zip_descriptor")
    if method in _METHODS_ELSEWHERE:
        raise PackageRefused(Outcome.NEWER_FORMAT, "zip_new_method")
    if method not in {_STORED, _DEFLATED}:
        raise _damaged("zip_method")


def _end_of_files(data: bytes, members: list[_Member]) -> int:
    """Walk the local headers from the first byte and return where the last member ends."""
    at = 0
    for member in members:
        if member.offset != at or at + _LOCAL.size > len(data):
            raise _damaged("zip_layout")
        magic, _needed, flags, method, _time, _date, crc, packed, size, name_length, extra = (
            _LOCAL.unpack_from(data, at)
        )
        if magic != b"PK\x03\x04" or extra:
            raise _damaged("zip_layout")
        name_at = at + _LOCAL.size
        local = (data[name_at : name_at + name_length], flags, method, crc, packed, size)
        if local != (
            member.raw_name, member.flags, member.method, member.crc, member.packed, member.size,
        ):  # fmt: skip
            raise _damaged("zip_header")
        at = name_at + name_length + packed
    return at


def _check_names(members: list[_Member]) -> None:
    seen: set[str] = set()
    unknown = False
    for member in members:
        if not _HARMLESS_NAME.fullmatch(member.name) or _is_hostile(member.name):
            raise _damaged("zip_bad_name")
        if member.name.casefold() in seen:
            raise _damaged("zip_duplicate")
        seen.add(member.name.casefold())
        unknown = unknown or not _KNOWN_NAME.fullmatch(member.name)
    if unknown:
        raise PackageRefused(Outcome.NEWER_FORMAT, "zip_new_name")


def _is_hostile(name: str) -> bool:
    return any(is_device(part) or part.endswith(".") for part in name.split("/"))


def _check_sizes(members: list[_Member], limits: Limits) -> None:
    if sum(member.size for member in members) > limits.total:
        raise _damaged("zip_size")
    for member in members:
        if member.size > limits.member:
            raise _damaged("zip_size")
        if member.size > _FREE_RATIO_BYTES and member.size > limits.ratio * member.packed:
            raise _damaged("zip_ratio")


def _content(data: bytes, member: _Member) -> bytes:
    start = member.offset + _LOCAL.size + len(member.raw_name)
    packed = data[start : start + member.packed]
    content = packed if member.method == _STORED else _inflate(packed, member.size)
    if len(content) != member.size:
        raise _damaged("zip_size")
    if zlib.crc32(content) != member.crc:
        raise _damaged("zip_crc")
    return content


def _inflate(packed: bytes, size: int) -> bytes:
    """Unpack at most one byte more than ``size``, so that a lie costs nothing."""
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = stream.decompress(packed, size + 1)
    except zlib.error:
        raise _damaged("zip_stream") from None
    if len(content) > size:
        raise _damaged("zip_size")
    if not stream.eof or stream.unused_data or stream.unconsumed_tail:
        raise _damaged("zip_stream")
    return content
