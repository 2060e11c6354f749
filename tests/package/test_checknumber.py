import hashlib
import subprocess
from pathlib import Path

import pytest

from mengzhan.package.checknumber import check_number, check_number_of, is_same_check_number


def test_known_value() -> None:
    # SHA-256 of nothing, a well-known value.
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    number = f"{int(digest, 16) % 100_000_000:08d}"
    assert check_number_of(b"") == f"{number[:4]} {number[4:]}" == "6508 6549"


def test_leading_zeros_stay() -> None:
    assert check_number(bytes(32)) == "0000 0000"


def test_anybody_can_compute_it_with_sha256sum(tmp_path: Path) -> None:
    file = tmp_path / "报送包.mzp"
    file.write_bytes("内容".encode())
    printed = subprocess.run(["sha256sum", file], capture_output=True, check=True, text=True)
    number = int(printed.stdout.removeprefix("\\").split()[0], 16) % 10**8
    assert check_number_of(file.read_bytes()).replace(" ", "") == f"{number:08d}"


def test_wants_a_whole_digest() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        check_number(hashlib.md5(b"").digest())


@pytest.mark.parametrize("typed", ["47150926", "4715 0926", "４７１５　０９２６", " 4715-0926\n"])
def test_typed_number_is_compared_by_its_digits(typed: str) -> None:
    assert is_same_check_number("4715 0926", typed)


@pytest.mark.parametrize("typed", ["4715 0927", "4715 092", "4715 09260", "", "包号"])
def test_other_number_is_not_the_same(typed: str) -> None:
    assert not is_same_check_number("4715 0926", typed)


def test_nothing_shown_matches_nothing() -> None:
    assert not is_same_check_number("", "")
