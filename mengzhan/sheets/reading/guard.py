"""What a zipped workbook must hold to before any reader sees it.

Checks the directory (member count, names, sums, ratio), then unpacks every member once, piece by
piece: real sizes against declared ones, no DOCTYPE and no entities in any XML (entity bombs and
external entities need one), and a ``SheetScan`` of every worksheet. Pictures and embedded files
are counted and never opened.
"""

import re
import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from mengzhan.sheets.reading.limits import MEGABYTE, Limits
from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.reading.sheetscan import SheetFacts, SheetScan
from mengzhan.sheets.reading.zipparts import pieces

_BAD_NAME = re.compile(r"^/|^[A-Za-z]:|(^|/)\.\.(/|$)|[\x00-\x1f]")
_ROOT = re.compile(rb"<(?:[^\s<>/!?:]+:)?([A-Za-z_][\w.-]*)")
_REMARK = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->)", re.DOTALL)
_HEAD_BYTES = 64 * 1024
_WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_STRING_ITEM = re.compile(rb"<(?:[^\s<>/:]+:)?si[\s>/]")


def check_zip(file: BinaryIO, limits: Limits) -> dict[str, SheetFacts]:
    """Refuse what is unsafe; return the facts of each worksheet by its member's name.

    Raises:
        BookRefused: ``BOOK_DAMAGED``, ``BOOK_UNSAFE``, ``BOOK_BOMB``, ``BOOK_ENCRYPTED`` or one of
            the ``BOOK_TOO_MANY_`` codes; ``detail`` names the rule.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError) as reason:
        raise BookRefused("BOOK_DAMAGED", "zip directory") from reason
    _check_directory(members, limits)
    facts: dict[str, SheetFacts] = {}
    for member in members:
        found = _check_member(pieces(file, member), limits)
        if found is not None:
            facts[member.filename.replace("\\", "/")] = found
        if len(facts) > limits.sheets:
            raise BookRefused("BOOK_TOO_MANY_SHEETS", count=len(facts), most=limits.sheets)
    return facts


def _check_directory(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise BookRefused("BOOK_UNSAFE", "member count")
    names = [member.filename.replace("\\", "/").lower() for member in members]
    if len(set(names)) < len(names):
        raise BookRefused("BOOK_UNSAFE", "duplicate member")
    if any(map(_BAD_NAME.search, names)):
        raise BookRefused("BOOK_UNSAFE", "member name")
    if sum(member.file_size for member in members) > limits.unpacked_bytes:
        raise BookRefused("BOOK_BOMB", "unpacked size")
    for member in members:
        packed = max(member.compress_size, 1)
        if member.file_size > MEGABYTE and member.file_size / packed > limits.ratio:
            raise BookRefused("BOOK_BOMB", "ratio")


def _check_member(found: Iterator[bytes], limits: Limits) -> SheetFacts | None:
    """Go through one member; only a worksheet has facts."""
    head = b""
    for piece in found:
        head += piece
        if len(head) >= _HEAD_BYTES:
            break
    wide = head.startswith(_WIDE_STARTS)
    root = _root(_narrow(head[:_HEAD_BYTES]) if wide else head[:_HEAD_BYTES])
    if root == b"worksheet" and not wide:
        return _scanned(head, found, limits)
    strings = _STRING_ITEM.findall(head) if root == b"sst" else []
    count = len(strings)
    for piece in found:
        count += len(_STRING_ITEM.findall(piece)) if root == b"sst" else 0
    if count > limits.cells:
        raise BookRefused("BOOK_TOO_MANY_CELLS", "shared strings", most=limits.cells)
    return SheetFacts(far=True) if root == b"worksheet" else None


def _narrow(head: bytes) -> bytes:
    encoding = "utf-16-be" if head.startswith((b"\0<", b"\xfe\xff")) else "utf-16-le"
    return head.decode(encoding, "replace").encode()


def _root(head: bytes) -> bytes:
    """Return the name of the first element, or nothing for what is no XML.

    Raises:
        BookRefused: ``BOOK_UNSAFE`` for declarations before it, or so much that they may hide.
    """
    words = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not words and len(head) == _HEAD_BYTES:
        raise BookRefused("BOOK_UNSAFE", "blank beginning")
    while (remark := _REMARK.match(words)) is not None:
        words = words[remark.end() :]
    words = words.lstrip()
    if words.startswith((b"<!", b"<?")):
        raise BookRefused("BOOK_UNSAFE", "document type")
    match = _ROOT.match(words)
    return match[1] if match else b""


def _scanned(head: bytes, rest: Iterator[bytes], limits: Limits) -> SheetFacts:
    scan = SheetScan(limits)
    scan.feed(head)
    for piece in rest:
        scan.feed(piece)
    return scan.close()
