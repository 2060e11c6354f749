import json
from pathlib import Path
from typing import Any

import pytest

from mengzhan.store import keyfile
from mengzhan.store.key_errors import (
    KeysChangedError,
    KeysDamagedError,
    KeysMissingError,
    KeysNewerError,
)
from mengzhan.store.keyfile import Operator

OPERATOR = Operator("o1", "操作员甲", "clerk")


def test_what_was_written_is_read_again(folder: Path, key: bytes) -> None:
    content = keyfile.sealed(keyfile.with_operator(keyfile.empty(), OPERATOR), key)
    keyfile.write(folder / "keys.json", content)
    assert keyfile.read(folder / "keys.json") == content
    keyfile.check_seal(content, key)


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(KeysMissingError):
        keyfile.read(folder / "keys.json")


@pytest.mark.parametrize(
    "change",
    [
        {"format": "1"},
        {"id": 3},
        {"operators": [{"name": "no id"}]},
        {"operators": 5},
        {"slots": [{}]},
        {"slots": ["x"]},
        {"slots": [{"kind": 7}]},
    ],
)
def test_a_wrong_shape_is_damage(change: dict[str, Any]) -> None:
    with pytest.raises(KeysDamagedError):
        keyfile.parse(json.dumps(keyfile.empty() | change).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"3", b"\xff\xfe\x00", b"{}"])
def test_what_is_no_key_file_is_damage(data: bytes) -> None:
    with pytest.raises(KeysDamagedError):
        keyfile.parse(data)


def test_a_file_cut_anywhere_is_damage(key: bytes) -> None:
    data = json.dumps(keyfile.sealed(keyfile.empty(), key)).encode()
    for length in range(len(data)):
        with pytest.raises(KeysDamagedError):
            keyfile.parse(data[:length])


def test_a_newer_format_is_another_matter_whatever_else_it_holds() -> None:
    with pytest.raises(KeysNewerError):
        keyfile.parse(b'{"format": 2, "people": []}')


def test_an_edit_breaks_the_seal(key: bytes) -> None:
    content = keyfile.sealed(keyfile.with_operator(keyfile.empty(), OPERATOR), key)
    content["operators"][0]["role"] = "chief"
    with pytest.raises(KeysChangedError):
        keyfile.check_seal(content, key)


def test_fields_of_a_newer_program_are_kept_and_sealed(key: bytes) -> None:
    content = keyfile.sealed(keyfile.empty() | {"later": [1]}, key)
    changed = keyfile.sealed(keyfile.with_operator(content, OPERATOR), key)
    assert changed["later"] == [1]
    with pytest.raises(KeysChangedError):
        keyfile.check_seal(changed | {"later": [2]}, key)


def test_changing_leaves_the_original_alone() -> None:
    content = keyfile.empty() | {"slots": [{"kind": "recovery"}]}
    keyfile.with_operator(content, OPERATOR)
    keyfile.without_slot(content, "recovery")
    assert content["operators"] == []
    assert keyfile.find_slot(content, "recovery") == {"kind": "recovery"}
    assert keyfile.find_slot(content, "operator", "o1") is None
