"""What a file is, from its bytes."""

import io
import zipfile

import pytest

from mengzhan.sheets.reading.content import READABLE, REFUSALS, Sort, sniff
from mengzhan.sheets.reading.refusal import TEXTS
from tests.sheets import makers as make


def sort_of(data: bytes) -> Sort:
    return sniff(io.BytesIO(data))


def test_every_sort_is_read_or_has_a_refusal() -> None:
    assert set(Sort) == READABLE | set(REFUSALS)
    assert not READABLE & set(REFUSALS)
    assert set(REFUSALS.values()) <= set(TEXTS)


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", Sort.XLSM),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", Sort.XLSX),
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", Sort.XLSX),
        ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", Sort.XLSB),
        ("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", Sort.DOCUMENT),
    ],
)  # fmt: skip
def test_content_types_count_whatever_the_parts_are_called(words: str, sort: Sort) -> None:
    types = f'<Types><Override PartName="/odd.xml" ContentType="{words}"/></Types>'
    assert sort_of(make.zipped({"[Content_Types].xml": types, "odd.xml": "<x/>"})) is sort


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("xl/workbook.xml", Sort.XLSX),
        ("xl\\workbook.xml", Sort.XLSX),
        ("xl/workbook.bin", Sort.XLSB),
        ("word/document.xml", Sort.DOCUMENT),
        ("datapackage.json", Sort.PACKAGE),
        ("台账.xlsx", Sort.ARCHIVE),
    ],
)
def test_names_of_members_count_where_types_are_missing(name: str, sort: Sort) -> None:
    assert sort_of(make.zipped({name: "<x/>"})) is sort


@pytest.mark.parametrize(
    ("streams", "sort"),
    [
        (["Workbook"], Sort.XLS),
        (["Book"], Sort.XLS),
        (["EncryptionInfo", "EncryptedPackage"], Sort.ENCRYPTED),
        (["WordDocument"], Sort.DOCUMENT),
        (["PowerPoint Document"], Sort.DOCUMENT),
        (["__properties_version1.0"], Sort.UNKNOWN),
        ([], Sort.XLS),
    ],
)
def test_compound_files_by_their_streams(streams: list[str], sort: Sort) -> None:
    assert sort_of(make.compound(dict.fromkeys(streams, b"\0" * 99))) is sort


@pytest.mark.parametrize("before", [[], [(0x0086, b"")]])
def test_a_password_is_seen_before_anything_is_parsed(before: list[tuple[int, bytes]]) -> None:
    stream = make.biff8([], [*before, (0x002F, b"\1\0" + b"\0" * 50)])
    assert sort_of(make.compound({"Workbook": stream})) is Sort.ENCRYPTED


@pytest.mark.parametrize(
    ("data", "sort"),
    [
        (b"", Sort.EMPTY),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html>", Sort.HTML),
        (b"<table><tr>", Sort.HTML),
        (b"<?xml version='1.0'?><html xmlns='x'>", Sort.HTML),
        (b"<?xml version='1.0'?><a/>", Sort.XML),
        (b"<Workbook xmlns='x'/>", Sort.XML),
        (b"<5 people\n", Sort.TEXT),
        ("姓名\t电话".encode("gb18030"), Sort.TEXT),
        ("姓名\t电话".encode("utf-16"), Sort.TEXT),
        (b"a\0b", Sort.UNKNOWN),
        (b"BM\x36\x00\x00\x00\0\0\0\0", Sort.PICTURE),
        (b"RIFF\0\0\0\0WEBP", Sort.PICTURE),
        (b"BMW,15900000001\n", Sort.TEXT),
        (b"\x1f\x8b\x08", Sort.ARCHIVE),
        (b"PK\3\4 nothing more", Sort.BROKEN_ZIP),
        (b"\x09\x08\x10\x00\x00\x06", Sort.OLD_XLS),
    ],
)
def test_beginnings(data: bytes, sort: Sort) -> None:
    assert sort_of(data) is sort


def test_an_open_document_that_is_locked() -> None:
    words = "application/vnd.oasis.opendocument.spreadsheet"
    plain = {"mimetype": words, "META-INF/manifest.xml": "<manifest:manifest/>"}
    assert sort_of(make.zipped(plain, zipfile.ZIP_STORED)) is Sort.ODS
    locked = plain | {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert sort_of(make.zipped(locked)) is Sort.ENCRYPTED
    text = plain | {"mimetype": "application/vnd.oasis.opendocument.text"}
    assert sort_of(make.zipped(text)) is Sort.DOCUMENT
