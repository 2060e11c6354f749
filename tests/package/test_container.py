import io
import random
import stat
import struct
import subprocess
import tracemalloc
import warnings
import zipfile
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.package.container import MANIFEST, SIGNATURE, Limits, read_zip, write_zip
from mengzhan.package.outcome import Outcome, PackageRefused
from tests.programs import program

BASE = [(MANIFEST, b'{"name":"x"}'), (SIGNATURE, b"-----BEGIN SSH SIGNATURE-----\n")]
JOURNAL = ("data/journal.jsonl", '{"姓名":"张三丰"}\n'.encode() * 20)
SMALL = [*BASE, JOURNAL, ("pictures/p1.jpg", bytes(range(64)))]

NAMES = st.one_of(
    st.from_regex(r"data/[a-z][a-z0-9_]{0,8}\.jsonl", fullmatch=True),
    st.from_regex(r"pictures/x[a-z0-9._-]{0,8}", fullmatch=True).filter(
        lambda name: not name.endswith(".")
    ),
    st.from_regex(r"packages/p[0-9]{1,4}\.zip", fullmatch=True),
)


def _refused(data: bytes, limits: Limits | None = None) -> tuple[Outcome, str]:
    with pytest.raises(PackageRefused) as caught:
        read_zip(data, limits or Limits())
    return caught.value.outcome, caught.value.detail


def _damage(data: bytes, limits: Limits | None = None) -> str:
    outcome, detail = _refused(data, limits)
    assert outcome is Outcome.DAMAGED
    return detail


def _foreign(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = 8) -> bytes:
    """A zip as another program may write it, with the two parts that every package has."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # a duplicate name is what is wanted
        for name, content in [*BASE, *members]:
            archive.writestr(name, content)
    return buffer.getvalue()


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=6), st.randoms())
def test_round_trip_in_any_order_is_the_same_file(
    others: dict[str, bytes], chance: random.Random
) -> None:
    members = [*BASE, *others.items()]
    written = write_zip(members)
    assert read_zip(written) == dict(members)
    chance.shuffle(members)
    assert write_zip(members) == written


def test_manifest_stands_first_and_its_signature_second() -> None:
    assert list(read_zip(write_zip(reversed(SMALL)))) == [
        "datapackage.json",
        "datapackage.json.sig",
        "data/journal.jsonl",
        "pictures/p1.jpg",
    ]


def test_nothing_of_this_computer_gets_in() -> None:
    with zipfile.ZipFile(io.BytesIO(write_zip(SMALL))) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.external_attr >> 16 == stat.S_IFREG | 0o600
            assert info.compress_type == zipfile.ZIP_DEFLATED
            assert info.extra + info.comment == b""


def test_unzip_opens_it(tmp_path: Path) -> None:
    file = tmp_path / "包.zip"
    file.write_bytes(write_zip(SMALL))
    subprocess.run([program("unzip"), "-tqq", file], check=True)
    subprocess.run([program("unzip"), "-qq", file, "-d", tmp_path / "出"], check=True)
    for name, content in SMALL:
        assert (tmp_path / "出" / name).read_bytes() == content


def test_stored_members_are_read_too() -> None:
    assert read_zip(_foreign(JOURNAL, method=0)) == dict([*BASE, JOURNAL])


def test_two_thousand_flipped_bits() -> None:
    written = write_zip(SMALL)
    good = dict(SMALL)
    chance = random.Random(7)
    refused = 0
    for _ in range(2000):
        changed = bytearray(written)
        changed[chance.randrange(len(written))] ^= 1 << chance.randrange(8)
        try:
            assert read_zip(bytes(changed)) == good
        except PackageRefused:
            refused += 1
    assert refused > 1000


def test_every_cut_is_refused() -> None:
    written = write_zip(SMALL)
    for length in range(len(written)):
        assert _damage(written[:length]).startswith("zip_")


@given(st.binary(max_size=200))
def test_garbage_is_a_named_error(garbage: bytes) -> None:
    assert _damage(garbage) in {"zip_no_end", "zip_layout", "zip_incomplete"}


@settings(max_examples=200)
@given(st.data())
def test_patched_files_raise_nothing_else(data: st.DataObject) -> None:
    written = bytearray(write_zip(SMALL))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(written) - 4))
        written[at : at + 4] = data.draw(st.binary(min_size=4, max_size=4))
    try:
        assert read_zip(bytes(written)) == dict(SMALL)
    except PackageRefused:
        return


@pytest.mark.parametrize(
    "name",
    [
        "../evil.jsonl",
        "data/../../evil",
        "data/./x.jsonl",
        "/etc/passwd",
        "//server/share",
        "C:/x",
        "c:x",
        "data\\journal.jsonl",
        "data//x.jsonl",
        "data/名单.jsonl",
        "pictures/con.jpg",
        "pictures/a.",
        "pictures/.hidden",
        "pictures/a b.jpg",
        "pictures/a\nb",
        "pictures/a:stream",
        "pictures/~x",
    ],
)
def test_hostile_names(name: str) -> None:
    assert _damage(_foreign((name, b"x"))) == "zip_bad_name"


def test_name_with_a_zero_byte() -> None:
    written = bytearray(_foreign(("pictures/abc", b"x")))
    assert _damage(bytes(written).replace(b"pictures/abc", b"pictures/a\0c")) == "zip_bad_name"


@pytest.mark.parametrize("name", ["readme.txt", "data/sub/x.jsonl", "data/x.csv", "extra/a"])
def test_a_name_that_only_a_newer_version_can_know(name: str) -> None:
    assert _refused(_foreign((name, b"x"))) == (Outcome.NEWER_FORMAT, "zip_new_name")


@pytest.mark.parametrize("twin", ["pictures/a.jpg", "pictures/A.JPG"])
def test_duplicates_also_by_case(twin: str) -> None:
    assert _damage(_foreign(("pictures/a.jpg", b"1"), (twin, b"2"))) == "zip_duplicate"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
@pytest.mark.parametrize("system", [0, 3])
def test_links_and_devices(kind: int, system: int) -> None:
    info = zipfile.ZipInfo("pictures/a")
    info.create_system = system
    info.external_attr = (kind | 0o777) << 16
    assert _damage(_foreign((info, b"/etc/passwd"))) == "zip_link"


def test_directories() -> None:
    assert _damage(_foreign(("pictures/", b""))) == "zip_directory"
    for attributes in (0x10, (stat.S_IFDIR | 0o755) << 16):
        info = zipfile.ZipInfo("pictures/a")
        info.external_attr = attributes
        assert _damage(_foreign((info, b""))) == "zip_directory"


def _with_field(data: bytes, name: bytes, offset: int, value: int) -> bytes:
    """Set a 2-byte field of a member in its local header and in the central directory.

    ``offset`` counts from the signature of the local header; the central one stands 2 later.
    """
    changed = bytearray(data)
    for magic, header, shift in ((b"PK\x03\x04", 30, 0), (b"PK\x01\x02", 46, 2)):
        at = data.index(magic)
        while data[at + header : at + header + len(name)] != name:
            at = data.index(magic, at + 1)
        struct.pack_into("<H", changed, at + offset + shift, value)
    return bytes(changed)


@pytest.mark.parametrize("flag", [0x0001, 0x0041, 0x2000])
def test_encrypted_members(flag: int) -> None:
    written = _with_field(write_zip(SMALL), b"pictures/p1.jpg", 6, flag)
    assert _damage(written) == "zip_encrypted"


def test_members_whose_size_comes_afterwards() -> None:
    written = _with_field(write_zip(SMALL), b"pictures/p1.jpg", 6, 0x0008)
    assert _damage(written) == "zip_descriptor"


def test_unknown_compression() -> None:
    written = _with_field(write_zip(SMALL), b"pictures/p1.jpg", 8, 77)
    assert _damage(written) == "zip_method"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compression_that_a_newer_version_may_use(method: int) -> None:
    assert _refused(_foreign(JOURNAL, method=method)) == (Outcome.NEWER_FORMAT, "zip_new_method")


def test_local_and_central_header_must_agree() -> None:
    written = write_zip(SMALL)
    at = written.index(b"pictures/p1.jpg")
    changed = written[:at] + b"pictures/p2.jpg" + written[at + 15 :]
    assert _damage(changed) == "zip_header"


def test_bytes_before_after_and_between() -> None:
    written = write_zip(SMALL)
    assert _damage(b"MZ" + written) == "zip_layout"
    assert _damage(written + b"\0") == "zip_no_end"
    commented = io.BytesIO(written)
    with zipfile.ZipFile(commented, "a") as archive:
        archive.comment = b"PK"
    assert _damage(commented.getvalue()) == "zip_no_end"
    start = written.index(b"PK\x01\x02")
    moved = bytearray(written[:start] + b"hidden" + written[start:])
    struct.pack_into("<L", moved, len(moved) - 6, start + 6)
    assert _damage(bytes(moved)) == "zip_layout"


def test_extra_fields_and_member_comments() -> None:
    extra = zipfile.ZipInfo("pictures/a")
    extra.extra = struct.pack("<HH", 0x7075, 0)
    comment = zipfile.ZipInfo("pictures/a")
    comment.comment = b"x"
    assert _damage(_foreign((extra, b""))) == "zip_layout"
    assert _damage(_foreign((comment, b""))) == "zip_layout"


def test_overlapping_members() -> None:
    """Two central entries for one local file: the trick of the densest zip bombs."""
    written = write_zip([*BASE, ("pictures/a", b"x" * 50), ("pictures/b", b"x" * 50)])
    second = written.rindex(b"PK\x01\x02")
    first = written.rindex(b"PK\x01\x02", 0, second)
    changed = bytearray(written)
    changed[second + 42 : second + 46] = written[first + 42 : first + 46]
    assert _damage(bytes(changed)) == "zip_layout"


def test_limits_on_file_count_and_sizes() -> None:
    written = write_zip(SMALL)
    assert read_zip(written, Limits(file=len(written), members=4, member=len(JOURNAL[1])))
    assert _damage(written, Limits(file=len(written) - 1)) == "zip_too_large"
    assert _damage(written, Limits(members=3)) == "zip_count"
    assert _damage(written, Limits(member=len(JOURNAL[1]) - 1)) == "zip_size"
    total = sum(len(content) for _, content in SMALL)
    assert read_zip(written, Limits(total=total))
    assert _damage(written, Limits(total=total - 1)) == "zip_size"


def test_bomb_by_ratio() -> None:
    bomb = write_zip([*BASE, ("data/x.jsonl", bytes(5_000_000))])
    assert len(bomb) < 10_000
    assert _damage(bomb) == "zip_ratio"


def test_bomb_that_lies_about_its_size_costs_no_memory() -> None:
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    stream = packed.compress(bytes(200_000_000)) + packed.flush()
    honest = write_zip([*BASE, ("pictures/a", b"x" * 100)])
    at = honest.index(b"pictures/a") + len(b"pictures/a")
    size = struct.unpack_from("<L", honest, at - len(b"pictures/a") - 30 + 18)[0]
    bomb = bytearray(honest[:at] + stream + honest[at + size :])
    grown = len(stream) - size
    struct.pack_into("<L", bomb, at - len(b"pictures/a") - 30 + 18, len(stream))
    central = bytes(bomb).rindex(b"PK\x01\x02")
    struct.pack_into("<L", bomb, central + 20, len(stream))
    start = struct.unpack_from("<L", honest, len(honest) - 6)[0]
    struct.pack_into("<L", bomb, len(bomb) - 6, start + grown)
    tracemalloc.start()
    try:
        assert _damage(bytes(bomb)) == "zip_size"
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_wrong_checksum() -> None:
    written = write_zip(SMALL)
    crc = struct.pack("<L", zlib.crc32(JOURNAL[1]))
    assert written.count(crc) == 2
    assert _damage(written.replace(crc, b"\1\2\3\4")) == "zip_crc"


def test_manifest_and_signature_must_be_there() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(*JOURNAL)
    assert _damage(buffer.getvalue()) == "zip_incomplete"
    empty = io.BytesIO()
    zipfile.ZipFile(empty, "w").close()
    assert _damage(empty.getvalue()) == "zip_incomplete"


@pytest.mark.parametrize(
    "members",
    [
        [*BASE, ("readme.txt", b"")],
        [*BASE, ("../x", b"")],
        [*BASE, ("pictures/con.jpg", b"")],
        [*BASE, ("pictures/a.", b"")],
        [*BASE, JOURNAL, JOURNAL],
        [*BASE, ("pictures/a", b""), ("pictures/A", b"")],
        [JOURNAL],
        BASE[:1],
    ],
)
def test_writing_what_could_not_be_read_is_a_mistake(members: list[tuple[str, bytes]]) -> None:
    with pytest.raises(ValueError, match=r"."):
        write_zip(members)
