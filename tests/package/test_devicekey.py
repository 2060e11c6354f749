import hashlib
import json
import subprocess
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.package.devicekey import (
    DeviceKeys,
    DevicePublic,
    is_same_key_code,
    key_code,
    verify_voucher,
)
from mengzhan.package.sshsig import BadSignature, read_public_key
from tests.programs import program

CREATED = "2026-11-23T05:49:56.123Z"


def test_public_part_travels_as_a_plain_object(station_keys: DeviceKeys) -> None:
    public = station_keys.public
    wire = json.loads(json.dumps(public.as_dict()))
    assert DevicePublic.from_dict(wire) == public
    assert set(wire) == {"signing_key", "age_recipient"}


def test_device_id_comes_from_the_signing_key_alone(station_keys: DeviceKeys) -> None:
    public = station_keys.public
    raw = read_public_key(public.signing_key)
    digest = hashlib.sha256(b"mengzhan-device-id-v1\n" + raw).hexdigest()
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    bits = f"{int(digest, 16):0256b}"[:80]
    letters = "".join(alphabet[int(bits[at : at + 5], 2)] for at in range(0, 80, 5))
    assert public.device_id == f"mz-{letters}"
    moved = DevicePublic(public.signing_key, DeviceKeys.generate().public.age_recipient)
    assert moved.device_id == public.device_id


def test_private_part_round_trips_and_stays_out_of_sight(station_keys: DeviceKeys) -> None:
    stored = station_keys.to_bytes()
    assert DeviceKeys.from_bytes(stored) == station_keys
    assert DeviceKeys.from_bytes(stored).public == station_keys.public
    assert "AGE-SECRET" not in repr(station_keys)
    assert repr(station_keys.signing_seed) not in repr(station_keys)


def test_two_devices_never_get_the_same_keys() -> None:
    assert DeviceKeys.generate() != DeviceKeys.generate()


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": 2}',
        b'{"format": 1, "signing_seed": "AAAA", "age_identity": "x"}',
        b'{"format": 1, "signing_seed": 5, "age_identity": 5}',
        b"\xff",
    ],
)
def test_stored_keys_that_are_none_raise_without_content(stored: bytes) -> None:
    with pytest.raises(ValueError, match="stored keys"):
        DeviceKeys.from_bytes(stored)


@pytest.mark.parametrize("value", [None, [], {}, {"signing_key": 1, "age_recipient": "a"}])
def test_public_part_that_is_none(value: object) -> None:
    with pytest.raises(ValueError, match="public key"):
        DevicePublic.from_dict(value)


def test_only_one_spelling_of_a_public_key(station_keys: DeviceKeys) -> None:
    public = station_keys.public
    with pytest.raises(ValueError, match="without comment"):
        DevicePublic(f"{public.signing_key} 说明", public.age_recipient)
    with pytest.raises(ValueError, match="recipient"):
        DevicePublic(public.signing_key, public.age_recipient.upper())


def test_key_code_is_twenty_digits_in_four_groups(station_keys: DeviceKeys) -> None:
    groups = key_code(station_keys.public).split(" ")
    assert [len(group) for group in groups] == [5, 5, 5, 5]
    assert "".join(groups).isdecimal()


def test_key_code_can_be_computed_with_openssl(station_keys: DeviceKeys) -> None:
    public = station_keys.public
    password = f"{public.signing_key}\n{public.age_recipient}\n".encode().hex()
    command = [program("openssl"), "kdf", "-keylen", "32", "-kdfopt", "digest:SHA256"]
    command += ["-kdfopt", "iter:65536", "-kdfopt", "salt:mengzhan-key-code-v1"]
    command += ["-kdfopt", f"hexpass:{password}", "PBKDF2"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    number = int(done.stdout.strip().replace(":", ""), 16) % 10**20
    assert key_code(public).replace(" ", "") == f"{number:020d}"


def test_key_code_covers_both_keys(station_keys: DeviceKeys, office_keys: DeviceKeys) -> None:
    mine, theirs = station_keys.public, office_keys.public
    codes = {
        key_code(mine),
        key_code(DevicePublic(mine.signing_key, theirs.age_recipient)),
        key_code(DevicePublic(theirs.signing_key, mine.age_recipient)),
    }
    assert len(codes) == 3


def test_typed_key_code(station_keys: DeviceKeys) -> None:
    code = key_code(station_keys.public)
    wide = "".join(chr(ord(char) + 0xFEE0) if char.isdecimal() else "－" for char in code)
    assert unicodedata.normalize("NFKC", wide).replace("-", " ") == code
    assert is_same_key_code(code, wide)
    assert is_same_key_code(code, code.replace(" ", ""))
    last = str((int(code[-1]) + 1) % 10)
    assert not is_same_key_code(code, code[:-1] + last)
    assert not is_same_key_code(code, code[:-1])
    assert not is_same_key_code("", "")


def test_old_key_vouches_for_the_new_one(station_keys: DeviceKeys) -> None:
    new = DeviceKeys.generate().public
    wire = json.loads(json.dumps(station_keys.vouch(new, CREATED)))
    assert verify_voucher(wire, station_keys.public) == new


def test_voucher_of_a_stranger_is_refused(
    station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    voucher = office_keys.vouch(DeviceKeys.generate().public, CREATED)
    with pytest.raises(BadSignature) as caught:
        verify_voucher(voucher, station_keys.public)
    assert caught.value.code == "signature.other_key"


def test_voucher_cannot_be_turned_to_another_key(
    station_keys: DeviceKeys, office_keys: DeviceKeys
) -> None:
    voucher = station_keys.vouch(DeviceKeys.generate().public, CREATED)
    voucher["new"] = office_keys.public.as_dict()
    with pytest.raises(BadSignature) as caught:
        verify_voucher(voucher, station_keys.public)
    assert caught.value.code == "signature.mismatch"


def test_voucher_names_the_old_device(station_keys: DeviceKeys) -> None:
    from mengzhan.model.entry import canonical
    from mengzhan.package.sshsig import KEY_NAMESPACE, sign

    body = {"device_id": "mz-other", "new": station_keys.public.as_dict(), "created": CREATED}
    armor = sign(canonical(body), station_keys.signing_seed, KEY_NAMESPACE).decode()
    with pytest.raises(BadSignature):
        verify_voucher({**body, "signature": armor}, station_keys.public)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=60)
@given(JSON, JSON)
def test_any_other_object_is_no_voucher(new: object, signature: object) -> None:
    public = DeviceKeys(bytes(32), DeviceKeys.generate().age_identity).public
    for voucher in (new, {"device_id": "x", "new": new, "created": 1, "signature": signature}):
        with pytest.raises(BadSignature):
            verify_voucher(voucher, public)
