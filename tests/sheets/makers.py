"""Builds workbooks byte by byte, also those that no program would write."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Parts = Mapping[str, str | bytes]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    """Return a worksheet around ``<row>`` elements."""
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_REL}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def row_xml(number: int, *texts: str) -> str:
    """Return a row of inline texts, from column A."""
    cells = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
        for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


LEDGER = row_xml(1, "姓名", "电话") + row_xml(2, "巴特尔", "15900000001")
"""Two rows that any reader takes."""


def parts(
    *sheets: str, names: Iterable[str] = (), states: Iterable[str] = (), extra: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of a plain workbook; ``extra`` goes into workbook.xml after the sheets."""
    sheets = sheets or (sheet_xml(LEDGER),)
    called = dict(enumerate(names))
    hidden = dict(enumerate(states))
    count = range(1, len(sheets) + 1)
    listed = "".join(
        f'<sheet name="{called.get(n - 1, f"Sheet{n}")}" sheetId="{n}" r:id="rId{n}"'
        f' state="{hidden.get(n - 1, "visible")}"/>'
        for n in count
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for n in count
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in count
    )
    found: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
            f"{types}</Types>"
        ),
        "_rels/.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{listed}</sheets>{extra}</workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        ),
    }
    found |= {f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in zip(count, sheets, strict=True)}
    return found


def with_strings(items: str, sheet: str, head: str = "") -> dict[str, str | bytes]:
    """Return a workbook with a table of shared strings; ``head`` goes before its root."""
    found = parts(sheet)
    found["xl/sharedStrings.xml"] = f'{head}<sst xmlns="{_MAIN}">{items}</sst>'
    rels = str(found["xl/_rels/workbook.xml.rels"])
    link = f'<Relationship Id="rId99" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
    found["xl/_rels/workbook.xml.rels"] = rels.replace("</Relat", f"{link}</Relat")
    return found


def chartsheet_only() -> dict[str, str | bytes]:
    """Return a workbook whose only sheet is a chart."""
    found = parts()
    del found["xl/worksheets/sheet1.xml"]
    found["xl/chartsheets/sheet1.xml"] = f'<chartsheet xmlns="{_MAIN}"/>'
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        words = str(found[name]).replace("worksheets/", "chartsheets/")
        found[name] = words.replace("worksheet+xml", "chartsheet+xml").replace(
            "relationships/worksheet", "relationships/chartsheet"
        )
    return found


def zipped(contents: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return the parts as a zip."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return target.getvalue()


@dataclass(frozen=True)
class Member:
    """A zip member as it shall stand in the file, whatever is true."""

    name: str
    packed: bytes
    size: int
    method: int = 8
    flags: int = 0
    crc: int = 0


def deflated(name: str, data: str | bytes, size: int | None = None) -> Member:
    """Return a member; ``size`` is what it claims to unpack to."""
    raw = data.encode() if isinstance(data, str) else data
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(raw) + packer.flush()
    return Member(name, packed, len(raw) if size is None else size, crc=zlib.crc32(raw))


def inflating(name: str, start: str, gigabytes: int, claimed: int | None = None) -> Member:
    """Return a member that unpacks to ``gigabytes`` of blanks after ``start``.

    The deflate block of 64 MiB is made once and repeated: a full flush makes it stand alone.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(start.encode()) + packer.flush(zlib.Z_FULL_FLUSH)
    blank = b" " * (1 << 26)
    block = packer.compress(blank) + packer.flush(zlib.Z_FULL_FLUSH)
    size = len(start.encode()) + gigabytes * (1 << 30)
    packed = first + block * (16 * gigabytes) + packer.flush(zlib.Z_FINISH)
    return Member(name, packed, size if claimed is None else claimed)


def raw_zip(members: Iterable[Member], prefix: bytes = b"") -> bytes:
    """Write a zip; sizes beyond 4 GB go into Zip64 fields."""
    out = bytearray(prefix)
    directory = bytearray()
    count = 0
    for member in members:
        name = member.name.encode()
        wide = member.size >= 0xFFFFFFFF
        size = 0xFFFFFFFF if wide else member.size
        extra = struct.pack("<HHQ", 1, 8, member.size) if wide else b""
        flags = member.flags | 0x800
        fixed = (flags, member.method, 0, 0x21, member.crc, len(member.packed), size)
        place = len(out)
        out += struct.pack("<4sHHHHHLLLHH", b"PK\3\4", 45, *fixed, len(name), 0)
        out += name + member.packed
        directory += struct.pack(
            "<4sHHHHHHLLLHHHHHLL",
            *(b"PK\1\2", 45, 45, *fixed, len(name), len(extra), 0, 0, 0, 0, place),
        )
        directory += name + extra
        count += 1
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, count, count, len(directory), len(out), 0)
    return bytes(out + directory + end)


def members_of(contents: Parts) -> list[Member]:
    """Return honest members of all parts."""
    return [deflated(name, data) for name, data in contents.items()]


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file (OLE2) with these streams, each padded to whole sectors of 512."""
    sectors: list[bytes] = []
    chains: list[tuple[int, int]] = []
    for data in streams.values():
        whole = data.ljust(max(4096, -(-len(data) // 512) * 512), b"\0")
        chains.append((len(sectors), len(whole)))
        sectors += [whole[place : place + 512] for place in range(0, len(whole), 512)]
    entries = [_entry("Root Entry", 5, child=1 if streams else 0xFFFFFFFF)]
    for number, (name, (start, size)) in enumerate(zip(streams, chains, strict=True), 1):
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, right=right, start=start, size=size))
    listing = b"".join(entries).ljust(-(-len(entries) // 4) * 512, b"\0")
    table = [0xFFFFFFFE] * len(sectors)
    for start, size in chains:
        for place in range(start, start + size // 512 - 1):
            table[place] = place + 1
    directory = len(sectors)
    sectors += [listing[place : place + 512] for place in range(0, len(listing), 512)]
    table += [*range(directory + 1, len(sectors)), 0xFFFFFFFE]
    fat = len(sectors)
    length = -(-(len(table) + 1) // 127)
    table += [0xFFFFFFFD] * length
    packed = struct.pack(f"<{len(table)}I", *table).ljust(length * 512, b"\xff")
    sectors += [packed[place : place + 512] for place in range(0, len(packed), 512)]
    header = struct.pack(
        "<8s16xHHHHH6xII", bytes.fromhex("d0cf11e0a1b11ae1"), 62, 3, 0xFFFE, 9, 6, 0, length
    )
    header += struct.pack("<IIIIIII", directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    listed = [*range(fat, fat + length), *[0xFFFFFFFF] * (109 - length)]
    return header + struct.pack("<109I", *listed) + b"".join(sectors)


def _entry(
    name: str,
    sort: int,
    right: int = 0xFFFFFFFF,
    child: int = 0xFFFFFFFF,
    start: int = 0,
    size: int = 0,
) -> bytes:
    words = name.encode("utf-16-le") + b"\0\0"
    if sort == 5:
        start = 0xFFFFFFFE
    return struct.pack(
        "<64sHBBIII36sIQ", words, len(words), sort, 1, 0xFFFFFFFF, right, child, b"", start, size
    )


def biff8(
    records: Iterable[tuple[int, bytes]], after_bof: Iterable[tuple[int, bytes]] = ()
) -> bytes:
    """Return the ``Workbook`` stream of an .xls with one sheet of these cell records."""

    def record(code: int, data: bytes) -> bytes:
        return struct.pack("<HH", code, len(data)) + data

    bof = struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6)
    before = record(0x0809, bof) + b"".join(record(*one) for one in after_bof)
    end = record(0x000A, b"")
    place = len(before) + 4 + 14 + len(end)
    listed = record(0x0085, struct.pack("<IBBBB", place, 0, 0, 6, 0) + b"Sheet1")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    return before + listed + end + sheet + b"".join(record(*one) for one in records) + end


def number_record(row: int, column: int, value: float) -> tuple[int, bytes]:
    """Return a NUMBER record of an .xls."""
    return 0x0203, struct.pack("<HHHd", row, column, 0, value)
