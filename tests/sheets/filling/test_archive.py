import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pytest

from mengzhan.sheets.filling.archive import Archive
from mengzhan.sheets.filling.refusal import FormRefused

CONTENTS = {"甲.xml": b"<a/>" * 500, "b.bin": bytes(range(256)), "目录/c.xml": b"c" * 9}


class Unseekable(io.RawIOBase):
    """What makes zipfile write data descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += memoryview(data)  # type: ignore[arg-type]
        return len(memoryview(data))  # type: ignore[arg-type]


def plain() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = "备注".encode()
        for name, content in CONTENTS.items():
            info = zipfile.ZipInfo(name, (1999, 12, 31, 23, 59, 58))
            info.compress_type = zipfile.ZIP_STORED if name == "b.bin" else zipfile.ZIP_DEFLATED
            info.external_attr, info.comment, info.extra = 0o640 << 16, b"note", b"\xfe\xca\x02\0xy"
            archive.writestr(info, content)
    return out.getvalue()


def with_descriptors() -> bytes:
    out = Unseekable()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in CONTENTS.items():
            archive.writestr(name, content)
    return bytes(out.data)


def zip64() -> bytes:
    """Sizes, offset and end record in their 64-bit forms, as a streaming writer leaves them."""
    out, directory = bytearray(), bytearray()
    for name, content in CONTENTS.items():
        raw, at = name.encode(), len(out)
        crc, size = zlib.crc32(content), len(content)
        extra = struct.pack("<HHQQ", 1, 16, size, size)
        fixed = (45, 0x800, 0, 0, 0x21, crc, 2**32 - 1, 2**32 - 1, len(raw))
        out += struct.pack("<4sHHHHHLLLHH", b"PK\3\4", *fixed, len(extra)) + raw + extra + content
        extra = struct.pack("<HHQQQ", 1, 24, size, size, at)
        directory += struct.pack(
            "<4sHHHHHHLLLHHHHHLL", b"PK\1\2", 45, *fixed, len(extra), 0, 0, 0, 0, 2**32 - 1
        )
        directory += raw + extra
    count, start = len(CONTENTS), len(out)
    end = struct.pack(
        "<4sQHHLLQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, count, count, len(directory), start
    )
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, start + len(directory), 1)
    full = 2**16 - 1, 2**16 - 1, 2**32 - 1, 2**32 - 1
    last = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, *full, 0)
    return bytes(out + directory + end + locator + last)


@pytest.mark.parametrize("make", [plain, with_descriptors, zip64])
@pytest.mark.parametrize("replaced", list(CONTENTS))
@pytest.mark.parametrize("content", [b"", b"new" * 999])
def test_one_member_is_replaced_and_the_others_are_copied(
    make: Callable[[], bytes], replaced: str, content: bytes
) -> None:
    source = make()
    archive = Archive(source)
    again = Archive(archive.replaced({replaced.upper(): content}))
    with (
        zipfile.ZipFile(io.BytesIO(source)) as before,
        zipfile.ZipFile(io.BytesIO(archive.replaced({replaced: content}))) as after,
    ):
        assert after.testzip() is None
        assert after.comment == before.comment
        for old, new in zip(before.infolist(), after.infolist(), strict=True):
            assert (new.filename, new.date_time, new.comment, new.external_attr) == (
                (old.filename, old.date_time, old.comment, old.external_attr)
            )
            assert new.compress_type == old.compress_type
            expected = content if new.filename == replaced else CONTENTS[new.filename]
            assert after.read(new) == expected == again.read(new.filename)
            if new.filename != replaced:
                assert (new.flag_bits, new.extra) == (old.flag_bits, old.extra) or make is zip64
                assert again.same(archive, new.filename)
            else:
                assert not again.same(archive, new.filename)


@pytest.mark.parametrize("make", [plain, with_descriptors, zip64])
def test_nothing_replaced_is_the_same_file(make: Callable[[], bytes]) -> None:
    assert Archive(make()).replaced({}) == make()


def read_all(data: bytes) -> dict[str, bytes]:
    archive = Archive(data)
    archive.replaced({})
    return {name: archive.read(name) for name in archive.names}


def refused(data: bytes) -> str:
    with pytest.raises(FormRefused) as caught:
        read_all(data)
    return caught.value.code


def test_cut_files_are_damaged() -> None:
    source = plain()
    assert {refused(source[:size]) for size in range(4, len(source), 13)} == {"form.damaged"}


def test_other_files_are_no_workbooks() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(b"") == "form.not_a_workbook"
    assert refused("姓名,电话".encode("gb18030")) == "form.not_a_workbook"
    assert refused(compound) == "form.not_a_workbook"
    assert refused(compound + "EncryptedPackage".encode("utf-16-le")) == "form.encrypted"


def test_flipped_bits_never_change_what_is_read() -> None:
    source = plain()
    stopped = 0
    for at in range(len(source)):
        try:
            found = read_all(source[:at] + bytes([source[at] ^ 0x10]) + source[at + 1 :])
        except FormRefused:
            stopped += 1
        else:
            assert list(found.values()) == list(CONTENTS.values()) or len(found) < len(CONTENTS)
    assert stopped > len(source) / 3


def test_two_members_of_one_name_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/a.xml", "1")
        archive.writestr("XL/A.xml", "2")
    assert refused(out.getvalue()) == "form.damaged"


def test_members_that_share_bytes_are_refused() -> None:
    source = bytearray(plain())
    second = source.index(b"PK\1\2", source.index(b"PK\1\2") + 4)
    struct.pack_into("<L", source, second + 42, 0)
    assert refused(bytes(source)) == "form.damaged"


def test_a_member_that_inflates_beyond_reason_is_refused() -> None:
    source = bytearray(plain())
    struct.pack_into("<L", source, source.index(b"PK\1\2") + 24, 2**31)
    assert refused(bytes(source)) == "form.too_large"


def test_a_member_behind_a_password_is_named_as_such() -> None:
    source = bytearray(plain())
    struct.pack_into("<H", source, source.index(b"PK\1\2") + 8, 0x801)
    assert refused(bytes(source)) == "form.encrypted"
