import json
import random
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.entry import canonical
from mengzhan.package.devicekey import DeviceKeys, key_code
from mengzhan.package.enrolment import (
    LARGEST_FILE,
    Enrolment,
    EnrolmentError,
    read_enrolment,
    write_enrolment,
)
from mengzhan.package.sshsig import ENROLMENT_NAMESPACE, allowed_signers_line, sign
from tests.programs import program


@pytest.fixture(scope="module")
def enrolment(office_keys: DeviceKeys) -> Enrolment:
    return Enrolment(
        station_code="150199-003",
        station_name="巴彦嘎查就业服务站",
        office_code="150199",
        office_name="某旗就业服务中心",
        office=office_keys.public,
        created="2026-11-23T05:49:56.123Z",
        email="jiuye@example.gov.cn",
    )


@pytest.fixture(scope="module")
def file(enrolment: Enrolment, office_keys: DeviceKeys) -> bytes:
    return write_enrolment(enrolment, office_keys)


def _code(data: bytes) -> str:
    with pytest.raises(EnrolmentError) as caught:
        read_enrolment(data)
    return caught.value.code


def _signed(document: dict[str, Any], keys: DeviceKeys) -> bytes:
    body = {key: value for key, value in document.items() if key != "signature"}
    armor = sign(canonical(body), keys.signing_seed, ENROLMENT_NAMESPACE).decode()
    return json.dumps({**body, "signature": armor}).encode()


def test_round_trip(enrolment: Enrolment, file: bytes) -> None:
    assert read_enrolment(file) == enrolment
    assert read_enrolment(file).key_code == key_code(enrolment.office)


def test_file_can_be_read_by_a_person(file: bytes) -> None:
    text = file.decode("utf-8")
    assert '"name": "巴彦嘎查就业服务站"' in text
    assert "AGE-SECRET" not in text


def test_mail_address_may_be_left_out(
    enrolment: Enrolment, file: bytes, office_keys: DeviceKeys
) -> None:
    document = json.loads(file)
    del document["office"]["email"]
    assert read_enrolment(_signed(document, office_keys)) == replace(enrolment, email="")


def test_packs_are_for_a_newer_version(
    enrolment: Enrolment, file: bytes, office_keys: DeviceKeys
) -> None:
    document = json.loads(file)
    assert read_enrolment(_signed(document | {"packs": {}}, office_keys)) == enrolment
    filled = document | {"packs": {"wages": {"version": 3, "rows": [["某旗", 198000]]}}}
    assert _code(_signed(filled, office_keys)) == "enrolment.newer_format"


def test_layout_of_the_file_does_not_matter(enrolment: Enrolment, file: bytes) -> None:
    document = json.loads(file)
    turned = dict(reversed(document.items()))
    assert read_enrolment(json.dumps(turned, indent=7).encode()) == enrolment


def test_ssh_keygen_verifies_it(tmp_path: Path, enrolment: Enrolment, file: bytes) -> None:
    document = json.loads(file)
    (tmp_path / "sig").write_text(document.pop("signature"))
    line = allowed_signers_line("office", enrolment.office.signing_key, [ENROLMENT_NAMESPACE])
    (tmp_path / "allowed").write_text(line)
    command = [program("ssh-keygen"), "-Y", "verify", "-f", "allowed", "-I", "office"]
    command += ["-n", ENROLMENT_NAMESPACE, "-s", "sig"]
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    subprocess.run(command, input=text.encode(), cwd=tmp_path, check=True, capture_output=True)


def test_two_thousand_flipped_bits(enrolment: Enrolment, file: bytes) -> None:
    chance = random.Random(3)
    refused = 0
    for _ in range(2000):
        changed = bytearray(file)
        changed[chance.randrange(len(file))] ^= 1 << chance.randrange(8)
        try:
            assert read_enrolment(bytes(changed)) == enrolment  # a blank that became a tab
        except EnrolmentError:
            refused += 1
    assert refused > 1900


def test_cuts(file: bytes) -> None:
    for length in random.Random(4).sample(range(len(file) - 1), 200):
        assert _code(file[:length]) == "enrolment.unreadable"


@pytest.mark.parametrize(
    ("part", "key", "value"),
    [
        ("station", "name", "别的站"),
        ("station", "code", "150199-004"),
        ("office", "email", "evil@example.com"),
    ],
)
def test_changed_content_is_refused(file: bytes, part: str, key: str, value: object) -> None:
    document = json.loads(file)
    document[part][key] = value
    assert _code(json.dumps(document).encode()) == "enrolment.bad_signature"


def test_keys_cannot_be_exchanged(file: bytes, station_keys: DeviceKeys) -> None:
    document = json.loads(file)
    document["office"]["age_recipient"] = station_keys.public.age_recipient
    assert _code(json.dumps(document).encode()) == "enrolment.bad_signature"
    document["office"]["signing_key"] = station_keys.public.signing_key
    assert _code(json.dumps(document).encode()) == "enrolment.bad_signature"


def test_another_office_shows_another_key_code(
    enrolment: Enrolment, file: bytes, station_keys: DeviceKeys
) -> None:
    """A forger can sign a whole file with his own keys; the telephone finds it out."""
    document = json.loads(file)
    document["office"] |= station_keys.public.as_dict()
    forged = read_enrolment(_signed(document, station_keys))
    assert forged.office_name == enrolment.office_name
    assert forged.key_code != enrolment.key_code


def test_signature_for_another_purpose_is_refused(file: bytes, office_keys: DeviceKeys) -> None:
    document = json.loads(file)
    del document["signature"]
    armor = sign(canonical(document), office_keys.signing_seed, "mengzhan-package").decode()
    data = json.dumps({**document, "signature": armor}).encode()
    assert _code(data) == "enrolment.bad_signature"


def test_keys_of_a_later_version_are_allowed_and_covered(
    enrolment: Enrolment, file: bytes, office_keys: DeviceKeys
) -> None:
    document = json.loads(file) | {"later": {"x": 1}}
    assert read_enrolment(_signed(document, office_keys)) == enrolment
    assert _code(json.dumps(document).encode()) == "enrolment.bad_signature"


def test_newer_format_is_not_called_damaged(file: bytes) -> None:
    document = json.loads(file) | {"version": 2}
    assert _code(json.dumps(document).encode()) == "enrolment.newer_format"


@pytest.mark.parametrize(
    "change",
    [{"format": "x"}, {"version": "1"}, {"version": True}, {"version": 0}, {"signature": 5}],
)
def test_other_json_is_unreadable(file: bytes, change: dict[str, object]) -> None:
    assert _code(json.dumps(json.loads(file) | change).encode()) == "enrolment.unreadable"


@pytest.mark.parametrize(
    ("part", "key", "value", "field"),
    [
        ("station", "code", "", "station.code"),
        ("station", "code", "../x", "station.code"),
        ("station", "name", " ", "station.name"),
        ("station", "name", "站\n", "station.name"),
        ("station", "name", "站\u202e", "station.name"),
        ("station", "name", "站" * 101, "station.name"),
        ("office", "name", None, "office.name"),
        ("office", "code", 5, "office.code"),
        ("office", "signing_key", "ssh-rsa AAAA", "office.signing_key"),
        ("office", "age_recipient", "age1x", "office.signing_key"),
        ("office", "email", "x", "office.email"),
        ("office", "email", 5, "office.email"),
    ],
)
def test_bad_field_is_named(
    file: bytes, office_keys: DeviceKeys, part: str, key: str, value: object, field: str
) -> None:
    document = json.loads(file)
    document[part][key] = value
    with pytest.raises(EnrolmentError) as caught:
        read_enrolment(_signed(document, office_keys))
    assert (caught.value.code, caught.value.field) == ("enrolment.bad_field", field)
    assert field in str(caught.value)


@pytest.mark.parametrize("part", ["station", "office"])
def test_part_that_is_no_object(file: bytes, office_keys: DeviceKeys, part: str) -> None:
    document = json.loads(file) | {part: []}
    assert _code(_signed(document, office_keys)) == "enrolment.bad_field"


def test_writing_what_could_not_be_read(enrolment: Enrolment, office_keys: DeviceKeys) -> None:
    with pytest.raises(EnrolmentError):
        write_enrolment(replace(enrolment, station_name=""), office_keys)


def test_an_office_signs_for_itself_only(enrolment: Enrolment, station_keys: DeviceKeys) -> None:
    with pytest.raises(ValueError, match="signs"):
        write_enrolment(enrolment, station_keys)


def test_file_beyond_the_limit() -> None:
    assert _code(b" " * (LARGEST_FILE + 1)) == "enrolment.too_large"


@given(st.binary(max_size=200))
def test_garbage_is_a_named_error(garbage: bytes) -> None:
    assert _code(garbage) == "enrolment.unreadable"
