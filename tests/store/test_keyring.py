import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pyrage
import pytest

from mengzhan.store.errors import DiskFullError, StoreError
from mengzhan.store.keyfile import Operator
from mengzhan.store.keyring import Keyring, NewKeyring
from mengzhan.store.recovery import new_code
from mengzhan.store.wrapping import Cost
from tests.computers import Clock, MemoryKeystore

PIN, OTHER_PIN, PASSWORD = "830517", "460912", "taban 羊 hundred"


@pytest.fixture
def settings(clock: Clock, keystore: MemoryKeystore, cheap: Cost) -> dict[str, Any]:
    return {"clock": clock, "keystore": keystore, "cost": cheap}


@pytest.fixture
def made(folder: Path, settings: dict[str, Any]) -> NewKeyring:
    return Keyring.create(folder, "操作员甲", "chief", PIN, **settings)


@pytest.fixture
def again(folder: Path, made: NewKeyring, settings: dict[str, Any]) -> Keyring:
    """The key file as the next start finds it."""
    return Keyring.read(folder, **settings)


@pytest.fixture
def first(made: NewKeyring) -> Operator:
    return made.keyring.operators[0]


def code_of(call: Callable[..., object], *arguments: object) -> str:
    with pytest.raises(StoreError) as caught:
        call(*arguments)
    assert PIN not in str(caught.value)
    return caught.value.code


def edit(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "keys.json"
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content), "utf-8")


def test_the_pin_opens(made: NewKeyring, again: Keyring, first: Operator) -> None:
    assert len(made.key) == 32
    assert again.unlock(first.id, PIN) == made.key
    assert again.unlock(first.id, " ８３０５１７") == made.key
    assert not again.uses_password(first.id)


def test_the_login_list_is_known_before_anything_is_open(again: Keyring) -> None:
    assert [(item.name, item.role, item.active) for item in again.operators] == [
        ("操作员甲", "chief", True)
    ]


def test_the_file_holds_no_secret_in_clear(made: NewKeyring, folder: Path) -> None:
    text = (folder / "keys.json").read_text("utf-8")
    assert made.key.hex() not in text
    assert PIN not in text
    assert made.recovery_code not in text
    assert (folder / "keys.json").stat().st_mode & 0o077 == 0


def test_neither_key_nor_code_is_in_a_repr(made: NewKeyring) -> None:
    assert made.recovery_code not in repr(made)
    assert repr(made.key) not in repr(made)


def test_a_key_file_is_never_replaced_by_a_new_one(
    made: NewKeyring, folder: Path, settings: dict[str, Any]
) -> None:
    before = (folder / "keys.json").read_bytes()
    with pytest.raises(FileExistsError):
        Keyring.create(folder, "操作员乙", "clerk", PIN, **settings)
    assert (folder / "keys.json").read_bytes() == before


def test_a_wrong_pin_is_told(again: Keyring, first: Operator) -> None:
    assert code_of(again.unlock, first.id, OTHER_PIN) == "KEYS_WRONG_SECRET"
    assert code_of(again.unlock, first.id, "") == "KEYS_WRONG_SECRET"


def test_wrong_pins_make_wait_across_restarts(
    made: NewKeyring, folder: Path, first: Operator, settings: dict[str, Any], clock: Clock
) -> None:
    for _ in range(3):
        code_of(Keyring.read(folder, **settings).unlock, first.id, OTHER_PIN)
    again = Keyring.read(folder, **settings)
    with pytest.raises(StoreError) as caught:
        again.unlock(first.id, PIN)
    assert caught.value.code == "KEYS_MUST_WAIT"
    assert "请等 30 秒" in str(caught.value)
    assert again.unlock_with_recovery(made.recovery_code) == made.key
    clock.move(seconds=31)
    assert again.unlock(first.id, PIN) == made.key
    assert code_of(again.unlock, first.id, OTHER_PIN) == "KEYS_WRONG_SECRET"


def test_a_new_pin_ends_the_wait(made: NewKeyring, again: Keyring, first: Operator) -> None:
    for _ in range(3):
        code_of(again.unlock, first.id, OTHER_PIN)
    assert code_of(again.unlock, first.id, PIN) == "KEYS_MUST_WAIT"
    again.set_secret(made.key, first.id, OTHER_PIN)
    assert again.unlock(first.id, OTHER_PIN) == made.key


def test_the_recovery_code_opens(made: NewKeyring, again: Keyring) -> None:
    assert again.unlock_with_recovery(made.recovery_code.lower()) == made.key


def test_another_recovery_code_is_told_from_a_typing_slip(made: NewKeyring, again: Keyring) -> None:
    assert code_of(again.unlock_with_recovery, new_code()) == "KEYS_WRONG_RECOVERY"
    slip = ("2" if made.recovery_code[0] != "2" else "3") + made.recovery_code[1:]
    assert code_of(again.unlock_with_recovery, slip) == "KEYS_RECOVERY_TYPO"
    assert code_of(again.unlock_with_recovery, slip[:-1]) == "KEYS_RECOVERY_LENGTH"


def test_a_new_recovery_code_retires_the_printed_one(made: NewKeyring, again: Keyring) -> None:
    code = again.new_recovery_code(made.key)
    assert again.unlock_with_recovery(code) == made.key
    assert code_of(again.unlock_with_recovery, made.recovery_code) == "KEYS_WRONG_RECOVERY"


def test_the_office_opens_if_it_was_asked_for(made: NewKeyring, again: Keyring) -> None:
    office = pyrage.x25519.Identity.generate()
    assert not again.office
    assert code_of(again.unlock_for_office, str(office)) == "KEYS_NO_OFFICE"
    again.set_office(made.key, str(office.to_public()))
    assert again.office == str(office.to_public())
    assert again.unlock_for_office(str(office)) == made.key
    other = str(pyrage.x25519.Identity.generate())
    assert code_of(again.unlock_for_office, other) == "KEYS_WRONG_OFFICE"
    assert code_of(again.set_office, made.key, "age1x") == "KEYS_BAD_OFFICE_KEY"
    again.set_office(made.key, None)
    assert code_of(again.unlock_for_office, str(office)) == "KEYS_NO_OFFICE"


def test_an_office_from_the_start(folder: Path, settings: dict[str, Any]) -> None:
    office = pyrage.x25519.Identity.generate()
    public = str(office.to_public())
    made = Keyring.create(folder, "操作员甲", "chief", PIN, office=public, **settings)
    assert Keyring.read(folder, **settings).unlock_for_office(str(office)) == made.key


def test_a_second_operator(
    made: NewKeyring, again: Keyring, folder: Path, settings: dict[str, Any], first: Operator
) -> None:
    second = again.add_operator(made.key, "操作员乙", "clerk", OTHER_PIN)
    later = Keyring.read(folder, **settings)
    assert later.operators == (first, second)
    assert later.unlock(second.id, OTHER_PIN) == later.unlock(first.id, PIN) == made.key
    assert code_of(later.unlock, second.id, PIN) == "KEYS_WRONG_SECRET"


def test_name_and_role_are_corrected(made: NewKeyring, again: Keyring, first: Operator) -> None:
    again.describe_operator(made.key, first.id, "操作员丙", "clerk")
    assert again.operators == (Operator(first.id, "操作员丙", "clerk"),)
    assert again.unlock(first.id, PIN) == made.key


def test_a_changed_pin(made: NewKeyring, again: Keyring, first: Operator) -> None:
    again.set_secret(made.key, first.id, OTHER_PIN)
    assert again.unlock(first.id, OTHER_PIN) == made.key
    assert code_of(again.unlock, first.id, PIN) == "KEYS_WRONG_SECRET"


def test_a_removed_operator_is_out_but_named(
    made: NewKeyring, again: Keyring, folder: Path, settings: dict[str, Any], first: Operator
) -> None:
    second = again.add_operator(made.key, "操作员乙", "clerk", OTHER_PIN)
    again.remove_operator(made.key, first.id)
    later = Keyring.read(folder, **settings)
    assert [(item.id, item.active) for item in later.operators] == [
        (first.id, False),
        (second.id, True),
    ]
    assert code_of(later.unlock, first.id, PIN) == "KEYS_UNKNOWN_OPERATOR"
    assert code_of(later.set_secret, made.key, first.id, PIN) == "KEYS_UNKNOWN_OPERATOR"
    assert code_of(later.remove_operator, made.key, first.id) == "KEYS_UNKNOWN_OPERATOR"
    assert later.unlock(second.id, OTHER_PIN) == made.key


def test_the_last_operator_stays(made: NewKeyring, again: Keyring, first: Operator) -> None:
    assert code_of(again.remove_operator, made.key, first.id) == "KEYS_LAST_OPERATOR"
    assert again.unlock(first.id, PIN) == made.key


def test_a_weak_pin_is_refused_everywhere(
    made: NewKeyring, again: Keyring, first: Operator, tmp_path: Path, settings: dict[str, Any]
) -> None:
    assert code_of(again.set_secret, made.key, first.id, "000000") == "KEYS_WEAK_SECRET"
    assert code_of(again.add_operator, made.key, "乙", "clerk", "123456") == "KEYS_WEAK_SECRET"
    with pytest.raises(StoreError):
        Keyring.create(tmp_path, "甲", "chief", "111111", **settings)
    assert not (tmp_path / "keys.json").exists()
    assert again.unlock(first.id, PIN) == made.key


def test_without_a_keystore_a_password_stands_alone(
    folder: Path, settings: dict[str, Any], keystore: MemoryKeystore
) -> None:
    keystore.works = False
    with pytest.raises(StoreError) as caught:
        Keyring.create(folder, "操作员甲", "chief", PIN, **settings)
    assert "这台电脑没有系统钥匙串，要用密码" in str(caught.value)
    made = Keyring.create(folder, "操作员甲", "chief", PASSWORD, **settings)
    again = Keyring.read(folder, **settings)
    first = again.operators[0]
    assert again.uses_password(first.id)
    assert again.unlock(first.id, PASSWORD) == made.key
    assert code_of(again.unlock, first.id, PASSWORD.upper()) == "KEYS_WRONG_SECRET"
    keystore.works = True
    assert again.unlock(first.id, PASSWORD) == made.key


@pytest.mark.parametrize("new_secret_there", [False, True])
def test_on_another_computer_the_pin_says_why_and_recovery_works(
    made: NewKeyring,
    again: Keyring,
    first: Operator,
    keystore: MemoryKeystore,
    new_secret_there: bool,
) -> None:
    keystore.kept.clear()
    if new_secret_there:
        keystore.make(again.id)
    assert code_of(again.unlock, first.id, PIN) == "KEYS_NO_MACHINE_SECRET"
    key = again.unlock_with_recovery(made.recovery_code)
    again.set_secret(key, first.id, PIN)
    assert again.unlock(first.id, PIN) == made.key


def test_a_keystore_that_fails_later_says_so(
    again: Keyring, first: Operator, keystore: MemoryKeystore
) -> None:
    keystore.works = False
    assert code_of(again.unlock, first.id, PIN) == "KEYS_NO_MACHINE_SECRET"


def test_a_role_edited_by_hand_keeps_everybody_out(
    made: NewKeyring, folder: Path, settings: dict[str, Any], first: Operator
) -> None:
    edit(folder, lambda content: content["operators"][0].update(role="office"))
    again = Keyring.read(folder, **settings)
    assert code_of(again.unlock, first.id, PIN) == "KEYS_CHANGED"
    assert code_of(again.unlock_with_recovery, made.recovery_code) == "KEYS_CHANGED"


def test_a_slot_copied_to_another_operator_does_not_open(
    made: NewKeyring, again: Keyring, folder: Path, settings: dict[str, Any], first: Operator
) -> None:
    second = again.add_operator(made.key, "操作员乙", "clerk", OTHER_PIN)

    def swap(content: dict[str, Any]) -> None:
        slots = [slot for slot in content["slots"] if slot["kind"] == "operator"]
        slots[0]["operator"], slots[1]["operator"] = second.id, first.id

    edit(folder, swap)
    later = Keyring.read(folder, **settings)
    assert code_of(later.unlock, second.id, PIN) == "KEYS_WRONG_SECRET"


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: slot.pop("salt"),
        lambda slot: slot.update(salt="***"),
        lambda slot: slot.update(nonce=5),
        lambda slot: slot.update(argon2id={"memory_kib": -1, "passes": 1, "lanes": 1}),
        lambda slot: slot.update(argon2id={"memory_kib": 10**12, "passes": 1, "lanes": 1}),
        lambda slot: slot.update(argon2id={"unknown": 1}),
    ],
)
def test_a_senseless_slot_is_damage(
    made: NewKeyring,
    folder: Path,
    settings: dict[str, Any],
    first: Operator,
    change: Callable[[dict[str, Any]], object],
) -> None:
    edit(folder, lambda content: change(content["slots"][0]))
    again = Keyring.read(folder, **settings)
    assert code_of(again.unlock, first.id, PIN) == "KEYS_DAMAGED"


def test_a_wrong_key_cannot_change_the_file(again: Keyring, folder: Path) -> None:
    before = (folder / "keys.json").read_bytes()
    for call in (
        lambda: again.add_operator(b"x" * 32, "乙", "clerk", OTHER_PIN),
        lambda: again.new_recovery_code(b"x" * 32),
        lambda: again.set_office(b"x" * 32, None),
    ):
        assert code_of(call) == "KEYS_CHANGED"
    assert (folder / "keys.json").read_bytes() == before


def test_a_change_that_cannot_be_written_changes_nothing(
    made: NewKeyring,
    again: Keyring,
    folder: Path,
    first: Operator,
    small_files: Callable[[int], AbstractContextManager[None]],
) -> None:
    before = (folder / "keys.json").read_bytes()
    with small_files(100), pytest.raises(DiskFullError):
        again.set_secret(made.key, first.id, OTHER_PIN)
    assert (folder / "keys.json").read_bytes() == before
    assert again.unlock(first.id, PIN) == made.key
