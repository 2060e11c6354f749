"""Members unpacked by what is there, not by what the directory claims."""

import io
import zipfile
from collections.abc import Callable

import pytest

from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.reading.zipparts import pieces
from tests.sheets.makers import Member, deflated, raw_zip, zipped


def contents(data: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file) as archive:
        member = archive.infolist()[-1]
    found = list(pieces(file, member))
    assert max(map(len, found), default=0) <= 1 << 20
    return b"".join(found)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
@pytest.mark.parametrize("size", [0, 1, 1_000_000, 3_000_001])
def test_the_whole_member_in_small_pieces(method: int, size: int) -> None:
    assert contents(zipped({"a": b"first", "b": b"x" * size}, method)) == b"x" * size


@pytest.mark.parametrize(
    ("member", "code"),
    [
        (deflated("a", b"x" * 5000, 4999), "BOOK_BOMB"),
        (Member("a", b"stored", 5, method=0), "BOOK_BOMB"),
        (Member("a", b"\xff" * 50, 50), "BOOK_DAMAGED"),
        (Member("a", deflated("a", b"x" * 5000).packed[:-3], 5000), "BOOK_DAMAGED"),
        (Member("a", b"x", 1, method=12), "BOOK_DAMAGED"),
        (Member("a", b"x", 1, method=0, flags=1), "BOOK_ENCRYPTED"),
    ],
)
def test_lies_and_damage(member: Member, code: str) -> None:
    with pytest.raises(BookRefused) as caught:
        contents(raw_zip([member]))
    assert caught.value.code == code


@pytest.mark.parametrize(
    "harm",
    [
        lambda data: data.replace(b"PK\3\4", b"PK\3\5", 1),
        lambda data: b"\0" * 6 + data[6:],
    ],
)
def test_no_local_header(harm: Callable[[bytes], bytes]) -> None:
    with pytest.raises(BookRefused) as caught:
        contents(harm(raw_zip([deflated("a", b"x")])))
    assert caught.value.code == "BOOK_DAMAGED"


def test_a_file_that_shrank_meanwhile() -> None:
    file = io.BytesIO(zipped({"a": b"x" * 99}, zipfile.ZIP_STORED))
    with zipfile.ZipFile(file) as archive:
        member = archive.infolist()[0]
    for left in (10, 60):
        with pytest.raises(BookRefused, match="损坏"):
            list(pieces(io.BytesIO(file.getvalue()[:left]), member))
