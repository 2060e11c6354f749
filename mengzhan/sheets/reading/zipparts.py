"""Unpacking a zip member with suspicion: the directory's figures are claims, not facts."""

import zipfile
import zlib
from collections.abc import Iterator
from struct import error, unpack_from
from typing import BinaryIO

from mengzhan.sheets.reading.refusal import BookRefused

_CHUNK = 256 * 1024
_PIECE = 1024 * 1024
_LOCAL_BYTES = 30
_ENCRYPTED = 0x1


def pieces(file: BinaryIO, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield a member's contents in pieces of at most 1 MiB, and never more than it declares.

    ``zipfile`` stops quietly at the declared size where other readers go on, so a member that
    declares 1 KB may unpack to 5 GB for them; hence this own reading.

    Raises:
        BookRefused: ``BOOK_BOMB`` when more comes out than was declared, ``BOOK_ENCRYPTED``,
            ``BOOK_DAMAGED``.
    """
    if member.flag_bits & _ENCRYPTED:
        raise BookRefused("BOOK_ENCRYPTED", "zip member")
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise BookRefused("BOOK_DAMAGED", "zip method")
    _go_to_data(file, member)
    raw = _raw(file, member.compress_size)
    found = raw if member.compress_type == zipfile.ZIP_STORED else _inflated(raw)
    left = member.file_size
    for piece in found:
        left -= len(piece)
        if left < 0:
            raise BookRefused("BOOK_BOMB", "more than declared")
        yield piece


def _go_to_data(file: BinaryIO, member: zipfile.ZipInfo) -> None:
    file.seek(member.header_offset)
    local = file.read(_LOCAL_BYTES)
    try:
        name, extra = unpack_from("<HH", local, 26)
    except error as reason:
        raise BookRefused("BOOK_DAMAGED", "local header") from reason
    if not local.startswith(b"PK\3\4"):
        raise BookRefused("BOOK_DAMAGED", "local header")
    file.seek(name + extra, 1)


def _raw(file: BinaryIO, size: int) -> Iterator[bytes]:
    while size > 0:
        data = file.read(min(_CHUNK, size))
        if not data:
            raise BookRefused("BOOK_DAMAGED", "zip cut off")
        size -= len(data)
        yield data


def _inflated(raw: Iterator[bytes]) -> Iterator[bytes]:
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for data in raw:
            rest = data
            while rest and not stream.eof:
                yield stream.decompress(rest, _PIECE)
                rest = stream.unconsumed_tail
        while piece := stream.decompress(stream.unconsumed_tail, _PIECE):
            yield piece
    except zlib.error as reason:
        raise BookRefused("BOOK_DAMAGED", "deflate") from reason
    if not stream.eof:
        raise BookRefused("BOOK_DAMAGED", "deflate cut off")
