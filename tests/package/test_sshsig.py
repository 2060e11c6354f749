import random
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.package.sshsig import (
    PACKAGE_NAMESPACE,
    BadSignature,
    allowed_signers_line,
    public_key_of,
    public_line,
    read_public_key,
    sign,
    verify,
)
from tests.programs import program

SEED = bytes(range(32))
KEY = public_key_of(SEED)
MESSAGE = "岗位与人员\n".encode()


def _ssh_verify(folder: Path, message: bytes, armor: bytes, line: str, principal: str) -> int:
    (folder / "allowed_signers").write_text(line, encoding="utf-8")
    (folder / "file.sig").write_bytes(armor)
    command = [program("ssh-keygen"), "-Y", "verify", "-f", "allowed_signers", "-I", principal]
    command += ["-n", PACKAGE_NAMESPACE, "-s", "file.sig"]
    done = subprocess.run(command, cwd=folder, input=message, capture_output=True, check=False)
    return done.returncode


def test_ssh_keygen_verifies_ours(tmp_path: Path) -> None:
    armor = sign(MESSAGE, SEED, PACKAGE_NAMESPACE)
    line = allowed_signers_line("mz-abc", KEY, comment="某嘎查服务站")
    assert _ssh_verify(tmp_path, MESSAGE, armor, line, "mz-abc") == 0
    assert _ssh_verify(tmp_path, MESSAGE + b"x", armor, line, "mz-abc") != 0
    assert _ssh_verify(tmp_path, MESSAGE, armor, line, "mz-other") != 0
    elsewhere = allowed_signers_line("mz-abc", KEY, namespaces=["other"])
    assert _ssh_verify(tmp_path, MESSAGE, armor, elsewhere, "mz-abc") != 0


def test_we_verify_what_ssh_keygen_signs(tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run([program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    file = tmp_path / "file"
    file.write_bytes(MESSAGE)
    subprocess.run(
        [program("ssh-keygen"), "-Y", "sign", "-f", str(key), "-n", PACKAGE_NAMESPACE, file],
        check=True,
        capture_output=True,
    )
    armor = (tmp_path / "file.sig").read_bytes()
    public = (tmp_path / "key.pub").read_text()
    verify(MESSAGE, armor, public, PACKAGE_NAMESPACE)
    with pytest.raises(BadSignature):
        verify(MESSAGE + b" ", armor, public, PACKAGE_NAMESPACE)


def test_ssh_keygen_with_another_hash_is_not_taken(tmp_path: Path) -> None:
    key = tmp_path / "key"
    subprocess.run([program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    command = [
        program("ssh-keygen"),
        "-Y",
        "sign",
        "-O",
        "hashalg=sha256",
        "-f",
        str(key),
        "-n",
        "n",
    ]
    done = subprocess.run(command, input=MESSAGE, capture_output=True, check=True)
    with pytest.raises(BadSignature) as caught:
        verify(MESSAGE, done.stdout, (tmp_path / "key.pub").read_text(), "n")
    assert caught.value.code == "signature.malformed"


def test_ours_equals_ssh_keygens_byte_for_byte(tmp_path: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = tmp_path / "key"
    key.write_bytes(
        Ed25519PrivateKey.from_private_bytes(SEED).private_bytes(
            Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()
        )
    )
    key.chmod(0o600)
    command = [program("ssh-keygen"), "-Y", "sign", "-f", str(key), "-n", PACKAGE_NAMESPACE]
    done = subprocess.run(command, input=MESSAGE, capture_output=True, check=True)
    assert done.stdout == sign(MESSAGE, SEED, PACKAGE_NAMESPACE)


@given(st.binary(max_size=200), st.binary(min_size=32, max_size=32))
def test_round_trip(message: bytes, seed: bytes) -> None:
    verify(message, sign(message, seed, "n"), public_key_of(seed), "n")


def test_namespace_counts() -> None:
    armor = sign(MESSAGE, SEED, PACKAGE_NAMESPACE)
    with pytest.raises(BadSignature) as caught:
        verify(MESSAGE, armor, KEY, "mengzhan-enrolment")
    assert caught.value.code == "signature.wrong_namespace"


def test_another_key_is_named_as_such() -> None:
    armor = sign(MESSAGE, bytes(32), PACKAGE_NAMESPACE)
    with pytest.raises(BadSignature) as caught:
        verify(MESSAGE, armor, KEY, PACKAGE_NAMESPACE)
    assert caught.value.code == "signature.other_key"
    assert "重新核对 20 位密钥码" in str(caught.value)


def test_changed_content_is_named_as_such() -> None:
    armor = sign(MESSAGE, SEED, PACKAGE_NAMESPACE)
    with pytest.raises(BadSignature) as caught:
        verify(MESSAGE[:-1], armor, KEY, PACKAGE_NAMESPACE)
    assert caught.value.code == "signature.mismatch"


def test_line_ends_of_a_mail_program_do_not_hurt() -> None:
    armor = sign(MESSAGE, SEED, "n").replace(b"\n", b"\r\n")
    verify(MESSAGE, armor, KEY, "n")


def test_every_cut_is_refused() -> None:
    armor = sign(MESSAGE, SEED, "n")
    for length in range(len(armor) - 1):
        with pytest.raises(BadSignature):
            verify(MESSAGE, armor[:length], KEY, "n")


def test_no_flipped_bit_passes_as_another_signature() -> None:
    armor = sign(MESSAGE, SEED, "mengzhan-key")
    assert b"=\n" in armor  # padding has bits that base64 decoders ignore
    chance = random.Random(11)
    for _ in range(2000):
        changed = bytearray(armor)
        changed[chance.randrange(len(armor) - 1)] ^= 1 << chance.randrange(8)
        with pytest.raises(BadSignature):
            verify(MESSAGE, bytes(changed), KEY, "mengzhan-key")


@given(st.binary(max_size=300))
def test_garbage_is_a_named_error(garbage: bytes) -> None:
    with pytest.raises(BadSignature):
        verify(MESSAGE, garbage, KEY, "n")


@given(st.binary(max_size=200))
def test_garbage_inside_the_armor_is_a_named_error(garbage: bytes) -> None:
    import base64

    body = base64.b64encode(b"SSHSIG\0\0\0\1" + garbage)
    armor = b"-----BEGIN SSH SIGNATURE-----\n" + body + b"\n-----END SSH SIGNATURE-----\n"
    with pytest.raises(BadSignature):
        verify(MESSAGE, armor, KEY, "n")


@given(st.binary(min_size=32, max_size=32), st.sampled_from(["", " 说明", "  a b "]))
def test_public_line_round_trip(raw: bytes, comment: str) -> None:
    assert read_public_key(public_line(raw) + comment) == raw


@pytest.mark.parametrize(
    "line",
    ["", "ssh-ed25519", "ssh-rsa AAAA", "ssh-ed25519 !!!!", "ssh-ed25519 AAAA", f"{KEY[:-4]}"],
)
def test_other_public_keys_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_public_key(line)


@pytest.mark.parametrize("principal", ["", "*", "a b", "a,b", "!a", "a\nb", "站"])
def test_principal_with_a_meaning_of_its_own_is_refused(principal: str) -> None:
    with pytest.raises(ValueError, match="principal"):
        allowed_signers_line(principal, KEY)


def test_comment_cannot_add_a_line() -> None:
    with pytest.raises(ValueError, match="one line"):
        allowed_signers_line("mz-a", KEY, comment="站\nmz-evil ssh-ed25519 AAAA")
