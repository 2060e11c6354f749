"""Vectors that do not open, or whose zip breaks one rule and no other."""

import base64
import stat
import struct
import zlib
from dataclasses import dataclass, replace

from mengzhan.package.agekeys import decrypt
from tests.vectors.building import (
    DIGEST,
    GOOD,
    MEMBERS,
    OFFICE_KEYS,
    PICTURE,
    STORY_STATES,
    Case,
    flip,
    listed_as,
    resigned_members,
    to_office,
    zip_sealed,
)

NAME = f"pictures/{DIGEST}.jpg"


def cases() -> list[Case]:
    """All of them."""
    return [case for group in (_age, _whole_zip, _members, _names) for case in group()]


def _age() -> list[Case]:
    text = base64.encodebytes(GOOD.data).replace(b"\n", b"")
    lines = [text[start : start + 64] for start in range(0, len(text), 64)]
    begin, end = b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----"
    armored = b"\n".join([begin, *lines, end, b""])
    return [
        Case("wrong_recipient", "不是发给这里的", GOOD.data, "cannot_open", "age_refused",
             reader="stranger"),
        Case("truncated", "只有前一半", GOOD.data[: len(GOOD.data) // 2], "cannot_open",
             "age_refused"),
        Case("truncated_header", "只有几十个字节", GOOD.data[:40], "cannot_open", "age_header"),
        Case("bit_flipped", "外层中间一位不同", flip(GOOD.data, len(GOOD.data) * 2 // 3),
             "cannot_open", "age_refused"),
        Case("age_armored", "age 文件是 armor 写法", armored, "cannot_open", "age_not_age"),
        Case("not_a_package", "一份文本", "这不是同步包\n".encode(), "cannot_open", "age_not_age"),
    ]  # fmt: skip


@dataclass(frozen=True)
class _Written:
    """One member as it is to be written, right or wrong."""

    name: bytes
    content: bytes
    flags: int = 0
    method: int = 8
    crc_off: int = 0
    size_off: int = 0
    extra: bytes = b""
    extra_here: bool = True
    comment: bytes = b""
    mode: int = stat.S_IFREG | 0o600
    attributes: int = 0
    before: bytes = b""
    local_method: int | None = None


def _zip(members: list[_Written], between: bytes = b"") -> bytes:
    files, directory = bytearray(), bytearray()
    for one in members:
        stream = zlib.compressobj(9, zlib.DEFLATED, -15)
        deflated = stream.compress(one.content) + stream.flush()
        packed = deflated if one.method == 8 else one.content
        files += one.before
        crc = zlib.crc32(one.content) ^ one.crc_off
        sizes = (crc, len(packed), len(one.content) + one.size_off, len(one.name))
        extra = one.extra if one.extra_here else b""
        local = one.method if one.local_method is None else one.local_method
        head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, one.flags, local, 0, 33, *sizes, len(extra))
        directory += struct.pack(
            "<4s6H3L5H2L", b"PK\1\2", 3 << 8 | 20, 20, one.flags, one.method, 0, 33, *sizes, len(one.extra),
            len(one.comment), 0, 0, one.mode << 16 | one.attributes, len(files),
        )  # fmt: skip
        directory += one.name + one.extra + one.comment
        files += head + one.name + extra + packed
    files += between
    count = len(members)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory), len(files), 0)
    return bytes(files + directory + end)


GOOD_MEMBERS = [_Written(name.encode(), content) for name, content in MEMBERS.items()]


def _last(**changes: object) -> bytes:
    """The good package with its last member, the picture, written in another way."""
    assert GOOD_MEMBERS[-1].name == NAME.encode()
    return to_office(_zip([*GOOD_MEMBERS[:-1], replace(GOOD_MEMBERS[-1], **changes)]))  # type: ignore[arg-type]


def _more(name: str, content: bytes = b"x") -> bytes:
    return to_office(_zip([*GOOD_MEMBERS, _Written(name.encode(), content)]))


def _whole_zip() -> list[Case]:
    raw = decrypt(GOOD.data, [OFFICE_KEYS.age_identity])
    moved = bytearray(raw)
    count = struct.unpack_from("<H", raw, len(raw) - 12)[0]
    struct.pack_into("<H", moved, len(raw) - 12, count - 1)
    rows = b'{"id":"e-1"}\n' * 200_000
    table = "data/employer.jsonl"
    more = {**listed_as(table, rows), "name": "employer"}
    signed = resigned_members(lambda document: document["resources"].append(more))
    bomb = _zip([_Written(n.encode(), c) for n, c in {**signed, table: rows}.items()])
    stored = [replace(one, method=0) for one in reversed(GOOD_MEMBERS)]
    return [
        Case("zip_stored", "成员没有压缩，次序也倒过来：照收", to_office(_zip(stored)),
             "accepted", new=4, states=STORY_STATES),
        Case("zip_bomb", "一张表压缩到 250 分之一以下，此外全都合规", to_office(bomb), "damaged",
             "zip_ratio"),
        Case("zip_comment", "zip 末尾有注释", zip_sealed(list(MEMBERS.items()), b"hello"),
             "damaged", "zip_no_end"),
        Case("zip_count_wrong", "目录里说的成员数不对", to_office(bytes(moved)), "damaged",
             "zip_layout"),
        Case("zip_bytes_in_front", "最前面多出几个字节", _first_after(b"MZ"), "damaged",
             "zip_layout"),
        Case("zip_bytes_between", "成员与目录之间多出几个字节",
             to_office(_zip(GOOD_MEMBERS, between=b"xx")), "damaged", "zip_layout"),
        Case("zip_bytes_behind", "最后面多出几个字节", to_office(raw + b"\0\0"), "damaged",
             "zip_no_end"),
    ]  # fmt: skip


def _first_after(junk: bytes) -> bytes:
    first = replace(GOOD_MEMBERS[0], before=junk)
    return to_office(_zip([first, *GOOD_MEMBERS[1:]]))


def _members() -> list[Case]:
    def damaged(name: str, about: str, detail: str, **changes: object) -> Case:
        return Case(name, about, _last(**changes), "damaged", detail)

    return [
        damaged("zip_encrypted", "一个成员标着加密", "zip_encrypted", flags=0x0001),
        damaged("zip_descriptor", "一个成员标着数据描述符", "zip_descriptor", flags=0x0008),
        damaged("zip_extra_field", "一个成员有额外字段", "zip_layout",
                extra=struct.pack("<2HL", 0x9999, 4, 0)),
        damaged("zip_extra_in_directory", "只有目录里的头有额外字段", "zip_layout",
                extra=struct.pack("<2HL", 0x9999, 4, 0), extra_here=False),
        damaged("zip_member_comment", "一个成员有注释", "zip_layout", comment=b"hello"),
        damaged("zip_crc", "一个成员的 CRC 不对", "zip_crc", crc_off=1),
        damaged("zip_size", "一个成员说的大小比真的大", "zip_size", size_off=1),
        damaged("zip_link", "一个成员是符号链接", "zip_link", mode=stat.S_IFLNK | 0o777),
        damaged("zip_folder_mark", "一个成员标着目录", "zip_directory", attributes=0x10),
        damaged("zip_heads_differ", "一个成员的两个头说的压缩方法不同", "zip_header",
                local_method=0),
        damaged("zip_method_unknown", "压缩方法 99，没有这种", "zip_method", method=99),
        Case("zip_method_newer", "压缩方法 93（Zstandard）", _last(method=93), "newer_format",
             "zip_new_method"),
    ]  # fmt: skip


def _names() -> list[Case]:
    def damaged(name: str, about: str, member: str, detail: str = "zip_bad_name") -> Case:
        return Case(name, about, _more(member), "damaged", detail)

    tables = [name for name in MEMBERS if name.startswith("data/")]
    return [
        damaged("zip_path_traversal", "成员名带 ..", "../evil.txt"),
        damaged("zip_absolute_name", "成员名是绝对路径", "/evil.txt"),
        damaged("zip_backslash", "成员名里有反斜杠", "data\\evil.txt"),
        damaged("zip_device_name", "成员名是 Windows 的设备名", "sounds/con.ogg"),
        damaged("zip_dot_behind", "成员名以点结尾", "sounds/hello."),
        damaged("zip_name_not_ascii", "成员名不是 ASCII", "sounds/人.ogg"),
        Case("zip_folder", "有一个目录成员", _more("data/", b""), "damaged", "zip_directory"),
        Case("zip_duplicate", "同名成员两个", _more(tables[0], MEMBERS[tables[0]]), "damaged",
             "zip_duplicate"),
        damaged("zip_duplicate_by_case", "两个成员名只有大小写不同", "data/Person.jsonl",
                "zip_duplicate"),
        Case("picture_other_name", "照片的名字不是内容的 SHA-256", _more("pictures/x.jpg", PICTURE),
             "damaged", "member_unlisted"),
        Case("zip_new_name", "名称无害但不认识的成员", _more("sounds/hello.ogg"), "newer_format",
             "zip_new_name"),
        Case("zip_new_table_name", "表名不合 data/<类别>.jsonl 的写法", _more("data/Later.jsonl"),
             "newer_format", "zip_new_name"),
    ]  # fmt: skip
