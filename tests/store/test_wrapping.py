from typing import Any

import pyrage
import pytest

from mengzhan.store import wrapping
from mengzhan.store.wrapping import Cost

IDENTITY = {"id": "s1", "kind": "operator", "keyring": "k1", "operator": "o1"}
MACHINE = b"m" * 32


@pytest.mark.parametrize("machine", [MACHINE, None])
def test_a_secret_opens_its_slot(key: bytes, cheap: Cost, machine: bytes | None) -> None:
    slot = wrapping.wrap_with_secret(key, "830517", machine, IDENTITY, cheap)
    assert wrapping.unwrap_with_secret(slot, "830517", machine) == key
    assert wrapping.unwrap_with_secret(slot, "830518", machine) is None
    assert wrapping.unwrap_with_secret(slot, "830517", b"x" * 32) is None
    assert key.hex() not in str(slot)


def test_the_same_secret_wraps_differently_each_time(key: bytes, cheap: Cost) -> None:
    slots = [wrapping.wrap_with_secret(key, "830517", None, IDENTITY, cheap) for _ in range(2)]
    assert all(slots[0][part] != slots[1][part] for part in ("salt", "nonce", "wrapped"))


@pytest.mark.parametrize(
    ("part", "value"),
    [("id", "s2"), ("kind", "recovery"), ("keyring", "k2"), ("operator", "o2"), ("machine", "")],
)
def test_a_slot_is_bound_to_what_it_is_for(key: bytes, cheap: Cost, part: str, value: str) -> None:
    slot = wrapping.wrap_with_secret(key, "830517", MACHINE, IDENTITY, cheap)
    assert wrapping.unwrap_with_secret(slot | {part: value}, "830517", MACHINE) is None


def test_a_slot_remembers_its_own_cost(key: bytes) -> None:
    slot = wrapping.wrap_with_secret(key, "830517", None, IDENTITY, Cost(64, 2, 1))
    assert slot["argon2id"] == {"memory_kib": 64, "passes": 2, "lanes": 1}
    cheaper: dict[str, Any] = {**slot, "argon2id": {"memory_kib": 32, "passes": 1, "lanes": 1}}
    assert wrapping.unwrap_with_secret(cheaper, "830517", None) is None


def test_a_real_slot_costs_64_mebibytes_and_three_passes() -> None:
    assert (Cost().memory_kib, Cost().passes) == (65536, 3)


def test_a_code_opens_its_slot(key: bytes) -> None:
    slot = wrapping.wrap_with_code(key, "ABCD" * 7, IDENTITY)
    assert wrapping.unwrap_with_code(slot, "ABCD" * 7) == key
    assert wrapping.unwrap_with_code(slot, "ABCE" * 7) is None
    assert wrapping.unwrap_with_code(slot | {"kind": "office"}, "ABCD" * 7) is None


def test_the_office_opens_its_slot(key: bytes) -> None:
    office, other = pyrage.x25519.Identity.generate(), pyrage.x25519.Identity.generate()
    slot = wrapping.wrap_for_office(key, f" {office.to_public()}\n", IDENTITY)
    assert wrapping.unwrap_for_office(slot, str(office)) == key
    assert wrapping.unwrap_for_office(slot, str(other)) is None
    assert wrapping.unwrap_for_office(slot, "no key") is None
    assert wrapping.unwrap_for_office(slot | {"keyring": "k2"}, str(office)) is None


def test_what_is_no_public_key_is_refused(key: bytes) -> None:
    with pytest.raises(ValueError, match="recipient"):
        wrapping.wrap_for_office(key, "age1nonsense", IDENTITY)


def test_the_authenticator_hangs_on_key_and_content(key: bytes) -> None:
    mark = wrapping.authenticator(key, {"a": 1, "b": 2})
    assert mark == wrapping.authenticator(key, {"b": 2, "a": 1})
    assert mark != wrapping.authenticator(key, {"a": 1, "b": 3})
    assert mark != wrapping.authenticator(b"x" * 32, {"a": 1, "b": 2})


def test_the_machine_mark_tells_machines_apart_without_telling_the_secret() -> None:
    assert wrapping.machine_mark(None) == ""
    assert wrapping.machine_mark(MACHINE) != wrapping.machine_mark(b"x" * 32)
    assert MACHINE.hex()[:16] != wrapping.machine_mark(MACHINE)
