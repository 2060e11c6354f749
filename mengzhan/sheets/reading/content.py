"""What a file really is, from its bytes and never from its name.

A ledger that a system exported as ``.xls`` is often a web page, a WPS ``.et`` is an ``.xls``
inside, and people rename files. Nothing here unpacks or parses cells.
"""

import re
import zipfile
from enum import StrEnum
from struct import unpack_from
from typing import BinaryIO

from mengzhan.sheets.reading.ole2 import MAGIC as OLE2
from mengzhan.sheets.reading.ole2 import CompoundFile

HEAD_BYTES = 64 * 1024
_TYPES_BYTES = 1024 * 1024


class Sort(StrEnum):
    """What a file can be; these words are stable (``Book.sort``, ``--json``)."""

    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    TEXT = "text"
    OLD_XLS = "old-xls"
    ENCRYPTED = "encrypted"
    HTML = "html"
    XML = "xml"
    DOCUMENT = "document"
    PDF = "pdf"
    PICTURE = "picture"
    ARCHIVE = "archive"
    BROKEN_ZIP = "broken-zip"
    PACKAGE = "package"
    EMPTY = "empty"
    UNKNOWN = "unknown"


READABLE = frozenset({Sort.XLSX, Sort.XLSM, Sort.XLSB, Sort.ODS, Sort.XLS, Sort.TEXT})
"""The sorts that hold a table which can be read."""

REFUSALS: dict[Sort, str] = {
    Sort.OLD_XLS: "BOOK_OLD_FORMAT",
    Sort.ENCRYPTED: "BOOK_ENCRYPTED",
    Sort.HTML: "BOOK_HTML",
    Sort.XML: "BOOK_XML",
    Sort.DOCUMENT: "BOOK_DOCUMENT",
    Sort.PDF: "BOOK_PDF",
    Sort.PICTURE: "BOOK_PICTURE",
    Sort.ARCHIVE: "BOOK_ARCHIVE",
    Sort.BROKEN_ZIP: "BOOK_DAMAGED",
    Sort.PACKAGE: "BOOK_PACKAGE",
    Sort.EMPTY: "BOOK_EMPTY_FILE",
    Sort.UNKNOWN: "BOOK_NOT_A_TABLE",
}
"""Why each of the other sorts is refused."""

_MAGIC: tuple[tuple[bytes, Sort], ...] = (
    (b"%PDF-", Sort.PDF),
    (b"\x89PNG\r\n", Sort.PICTURE),
    (b"\xff\xd8\xff", Sort.PICTURE),
    (b"GIF8", Sort.PICTURE),
    (b"II*\0", Sort.PICTURE),
    (b"MM\0*", Sort.PICTURE),
    (b"{\\rtf", Sort.DOCUMENT),
    (b"Rar!\x1a", Sort.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Sort.ARCHIVE),
    (b"\x1f\x8b", Sort.ARCHIVE),
    (b"age-encryption.org/", Sort.PACKAGE),
    (b"-----BEGIN AGE ENCRYPTED FILE-----", Sort.PACKAGE),
    (b"MIME-Version:", Sort.HTML),
    # A bare stream of Excel 2, 3, 4 or 5: the BOF record with its length.
    (b"\x09\x00\x04\x00", Sort.OLD_XLS),
    (b"\x09\x02\x06\x00", Sort.OLD_XLS),
    (b"\x09\x04\x06\x00", Sort.OLD_XLS),
    (b"\x09\x08\x08\x00", Sort.OLD_XLS),
    (b"\x09\x08\x10\x00", Sort.OLD_XLS),
)
_HTML = re.compile(
    rb"<(!doctype\s+html|html|head|meta|body|table|style|div|center)\b", re.IGNORECASE
)
_NOT_IN_TEXT = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_FILEPASS = 0x002F
_OPEN_DOCUMENT: tuple[tuple[bytes, Sort], ...] = (
    (b"application/vnd.oasis.opendocument.spreadsheet", Sort.ODS),
    (b"application/vnd.oasis.opendocument", Sort.DOCUMENT),
)
_TYPES: tuple[tuple[bytes, Sort], ...] = (
    (b"sheet.macroEnabled.main+xml", Sort.XLSM),
    (b"template.macroEnabled.main+xml", Sort.XLSM),
    (b"spreadsheetml.sheet.main+xml", Sort.XLSX),
    (b"spreadsheetml.template.main+xml", Sort.XLSX),
    (b"sheet.binary.macroEnabled.main", Sort.XLSB),
    (b"wordprocessingml.document.main+xml", Sort.DOCUMENT),
    (b"presentationml.presentation.main+xml", Sort.DOCUMENT),
)
_BY_NAME: tuple[tuple[str, Sort], ...] = (
    ("xl/workbook.xml", Sort.XLSX),
    ("xl/workbook.bin", Sort.XLSB),
    ("word/document.xml", Sort.DOCUMENT),
    ("ppt/presentation.xml", Sort.DOCUMENT),
    ("datapackage.json", Sort.PACKAGE),
)


def sniff(file: BinaryIO) -> Sort:
    """Say what a file is; ``file`` must be seekable and is left anywhere."""
    file.seek(0)
    head = file.read(HEAD_BYTES)
    if not head:
        return Sort.EMPTY
    if head.startswith(OLE2):
        return _compound(file)
    if head.startswith(b"PK"):
        return _zipped(file)
    for magic, sort in _MAGIC:
        if head.startswith(magic):
            return sort
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Sort.PICTURE
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0":
        return Sort.PICTURE
    return _written(head)


def _compound(file: BinaryIO) -> Sort:
    compound = CompoundFile(file)
    names = compound.names
    if "ENCRYPTEDPACKAGE" in names:
        return Sort.ENCRYPTED
    for book in ("WORKBOOK", "BOOK"):
        if book in names:
            locked = _has_password(compound.beginning(book))
            return Sort.ENCRYPTED if locked else Sort.XLS
    if names & {"WORDDOCUMENT", "POWERPOINT DOCUMENT"}:
        return Sort.DOCUMENT
    # Too damaged for a directory: the reader decides whether a workbook is in there.
    return Sort.XLS if not names else Sort.UNKNOWN


def _has_password(stream: bytes) -> bool:
    """Look for FILEPASS, which stands right after the first record or after WRITEPROT."""
    place = 0
    for _ in range(3):
        if place + 4 > len(stream):
            return False
        record, length = unpack_from("<HH", stream, place)
        if record == _FILEPASS:
            return True
        place += 4 + length
    return False


def _zipped(file: BinaryIO) -> Sort:
    try:
        with zipfile.ZipFile(file) as archive:
            return _member_sort(archive)
    except (zipfile.BadZipFile, RuntimeError, OSError, ValueError, EOFError):
        return Sort.BROKEN_ZIP


def _member_sort(archive: zipfile.ZipFile) -> Sort:
    names = {info.filename.replace("\\", "/"): info for info in archive.infolist()}
    kind = _beginning(archive, names.get("mimetype"), 100)
    for words, sort in _OPEN_DOCUMENT:
        if kind.startswith(words):
            manifest = _beginning(archive, names.get("META-INF/manifest.xml"), _TYPES_BYTES)
            return Sort.ENCRYPTED if b":encryption-data" in manifest else sort
    types = _beginning(archive, names.get("[Content_Types].xml"), _TYPES_BYTES)
    for words, sort in _TYPES:
        if words in types:
            return sort
    lowered = {name.lower() for name in names}
    for name, sort in _BY_NAME:
        if name in lowered:
            return sort
    return Sort.ARCHIVE


def _beginning(archive: zipfile.ZipFile, info: zipfile.ZipInfo | None, most: int) -> bytes:
    if info is None or info.flag_bits & 1:
        return b""
    try:
        with archive.open(info) as member:
            return member.read(most)
    except Exception:  # a damaged member says nothing about the sort; the guard names it
        return b""


def _written(head: bytes) -> Sort:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[: len(head) & ~1].decode("utf-16", "replace").encode()
    elif _NOT_IN_TEXT.search(head):
        return Sort.UNKNOWN
    words = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if words.startswith((b"<?xml", b"<Workbook")):
        return Sort.HTML if re.search(rb"<html\b", words[:2048], re.IGNORECASE) else Sort.XML
    if words.startswith(b"<") and _HTML.search(words[:2048]):
        return Sort.HTML
    return Sort.TEXT
