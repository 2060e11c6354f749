import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.package import agekeys
from mengzhan.package.agekeys import check_recipient, decrypt, encrypt, new_identity, recipient_of
from mengzhan.package.outcome import Outcome, PackageRefused
from tests.programs import program

IDENTITY = new_identity()
OTHER = new_identity()
TEXT = "张三丰的岗位\n".encode() * 5


def _refused(data: bytes, identity: str = IDENTITY) -> str:
    with pytest.raises(PackageRefused) as caught:
        decrypt(data, [identity])
    assert caught.value.outcome is Outcome.CANNOT_OPEN
    return caught.value.detail


@settings(max_examples=30)
@given(st.binary(max_size=2000))
def test_round_trip_for_every_recipient(data: bytes) -> None:
    sealed = encrypt(data, [recipient_of(IDENTITY), recipient_of(OTHER)])
    assert decrypt(sealed, [IDENTITY]) == decrypt(sealed, [OTHER]) == data


def test_the_age_program_opens_ours(tmp_path: Path) -> None:
    (tmp_path / "identity.txt").write_text(f"{IDENTITY}\n")
    command = [program("age"), "--decrypt", "-i", str(tmp_path / "identity.txt")]
    sealed = encrypt(TEXT, [recipient_of(IDENTITY)])
    done = subprocess.run(command, input=sealed, capture_output=True, check=True)
    assert done.stdout == TEXT


def test_we_open_what_the_age_program_seals_for_a_key_of_age_keygen(tmp_path: Path) -> None:
    file = tmp_path / "identity.txt"
    subprocess.run([program("age-keygen"), "-o", file], check=True, capture_output=True)
    identity = file.read_text().splitlines()[-1]
    shown = subprocess.run(
        [program("age-keygen"), "-y", file], check=True, capture_output=True, text=True
    )
    assert recipient_of(identity) == shown.stdout.strip()
    command = [program("age"), "-r", recipient_of(identity), "-r", recipient_of(OTHER)]
    sealed = subprocess.run(command, input=TEXT, capture_output=True, check=True).stdout
    assert decrypt(sealed, [identity]) == TEXT
    assert decrypt(sealed, [new_identity(), OTHER]) == TEXT


def test_somebody_else_cannot_open_it() -> None:
    assert _refused(encrypt(TEXT, [recipient_of(IDENTITY)]), OTHER) == "age_refused"


def test_every_flipped_bit_is_refused() -> None:
    sealed = encrypt(TEXT, [recipient_of(IDENTITY)])
    chance = random.Random(5)
    for _ in range(2000):
        changed = bytearray(sealed)
        changed[chance.randrange(len(sealed))] ^= 1 << chance.randrange(8)
        assert _refused(bytes(changed)) in {"age_refused", "age_not_age", "age_header"}


def test_every_cut_is_refused() -> None:
    sealed = encrypt(TEXT, [recipient_of(IDENTITY)])
    for length in range(len(sealed)):
        assert _refused(sealed[:length]).startswith("age_")


def test_a_cut_between_two_chunks_is_refused() -> None:
    data = bytes(3 * 65536)
    sealed = encrypt(data, [recipient_of(IDENTITY)])
    chunk = 65536 + 16
    for chunks in (1, 2):
        assert _refused(sealed[: len(sealed) - chunks * chunk]).startswith("age_")
    assert decrypt(sealed, [IDENTITY]) == data


@pytest.mark.parametrize("tail", [b"\0", b"\n", bytes(100_000)])
def test_anything_after_the_end_is_refused(tail: bytes) -> None:
    assert _refused(encrypt(TEXT, [recipient_of(IDENTITY)]) + tail).startswith("age_")


def test_armored_file_is_not_our_format() -> None:
    command = [program("age"), "-a", "-r", recipient_of(IDENTITY)]
    sealed = subprocess.run(command, input=TEXT, capture_output=True, check=True).stdout
    assert _refused(sealed) == "age_not_age"


@given(st.binary(max_size=200))
def test_garbage_is_a_named_error(garbage: bytes) -> None:
    assert _refused(garbage).startswith("age_")
    assert _refused(b"age-encryption.org/v1\n" + garbage).startswith("age_")


def test_a_header_of_made_up_recipients_is_refused_before_it_is_read() -> None:
    stanza = b"-> X25519 " + b"A" * 43 + b"\n" + b"A" * 43 + b"\n"
    hostile = b"age-encryption.org/v1\n" + stanza * 20_000 + b"--- " + b"A" * 43 + b"\n"
    assert _refused(hostile) == "age_header", "rage would say age_refused, much later"


def test_a_file_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = encrypt(TEXT, [recipient_of(IDENTITY)])
    monkeypatch.setattr(agekeys, "LARGEST_FILE", len(sealed))
    assert decrypt(sealed, [IDENTITY]) == TEXT
    monkeypatch.setattr(agekeys, "LARGEST_FILE", len(sealed) - 1)
    assert _refused(sealed) == "age_too_large"


def test_nobody_is_no_recipient() -> None:
    with pytest.raises(ValueError, match="somebody"):
        encrypt(TEXT, [])


@pytest.mark.parametrize(
    "text",
    ["", "age1xyz", recipient_of(IDENTITY).upper(), IDENTITY],
    ids=["empty", "short", "upper", "identity"],
)
def test_other_texts_are_no_recipients(text: str) -> None:
    with pytest.raises(ValueError, match="recipient"):
        check_recipient(text)


def test_a_bad_identity_does_not_show_in_the_error() -> None:
    with pytest.raises(ValueError, match="identity") as caught:
        recipient_of(IDENTITY[:-1])
    assert IDENTITY[16:-1] not in str(caught.value)
