"""How entries are hashed: known answers worked out here with nothing but hashlib and json."""

import hashlib
import json
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.entry import (
    GENESIS,
    SEEN_LENGTH,
    Entry,
    NewEntry,
    Stamp,
    Value,
    canonical,
    date_of,
    entry_hash,
    is_intact,
    make_entry,
    text_of,
    texts_of,
)

SALT = "00112233445566778899aabbccddeeff"
STAMP = Stamp(
    replica="a" * 32,
    actor="op1",
    action="act1",
    words="edit person",
    wall="2026-11-23T04:00:00.000Z",
)
NEW_ENTRY = NewEntry(
    op="set",
    kind="person",
    record="rec1",
    values={
        "name": "苏和",
        "consent": True,
        "wage_wish": 320000,
        "key_groups": ["K04"],
        "note": None,
    },
    seen=["ffff000011112222", "0000111122223333"],
)


def made(**changes: Any) -> Entry:
    new = msgspec.structs.replace(NEW_ENTRY, **changes)
    return make_entry(
        STAMP, new, seq=7, at="2026-11-23T04:00:00.000Z+0000", prev="b" * 64, salt=SALT
    )


def test_the_payload_is_hashed_behind_its_salt() -> None:
    written = '{"consent":true,"key_groups":["K04"],"name":"苏和","note":null,"wage_wish":320000}'
    expected = hashlib.sha256(bytes.fromhex(SALT) + written.encode()).hexdigest()
    assert made().payload == expected


def test_the_header_is_hashed_as_sorted_json_without_spaces() -> None:
    header = {
        "replica": "a" * 32,
        "seq": 7,
        "at": "2026-11-23T04:00:00.000Z+0000",
        "wall": "2026-11-23T04:00:00.000Z",
        "actor": "op1",
        "action": "act1",
        "words": "edit person",
        "op": "set",
        "kind": "person",
        "record": "rec1",
        "target": "",
        "seen": ["0000111122223333", "ffff000011112222"],
        "payload": made().payload,
        "prev": "b" * 64,
    }
    written = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert made().hash == hashlib.sha256(written.encode()).hexdigest()
    assert entry_hash(made()) == made().hash


def test_a_known_answer_does_not_move_between_versions() -> None:
    # Written down once: packages of the first version must verify for ever.
    assert made().hash == "952d2188853c6e696052150833eebe5984794f71feb07f23919302373950255c"
    assert made().mark == made().hash[:SEEN_LENGTH]
    assert len(made().mark) == 16


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({"乙": 1, "甲": 2, "a": []}, '{"a":[],"乙":1,"甲":2}'),
        ({"t": '行\n“引号”"\\'}, '{"t":"行\\n“引号”\\"\\\\"}'),
        ({"n": -5, "b": False, "z": None}, '{"b":false,"n":-5,"z":null}'),
        ({"𠮷": "𠮷"}, '{"𠮷":"𠮷"}'),
    ],
)
def test_one_form_of_json(value: object, written: str) -> None:
    assert canonical(value) == written.encode()


HEADER_CHANGES: dict[str, Any] = {
    "replica": "c" * 32,
    "seq": 8,
    "at": "2026-11-23T04:00:00.000Z+0001",
    "wall": "2026-11-23T04:00:00.001Z",
    "actor": "op2",
    "action": "act2",
    "words": "add person",
    "op": "erase",
    "kind": "employer",
    "record": "rec2",
    "target": "0000111122223333",
    "seen": [],
    "payload": "0" * 64,
    "prev": GENESIS,
    "hash": "0" * 64,
}


@pytest.mark.parametrize("name", HEADER_CHANGES)
def test_any_change_of_the_header_shows(name: str) -> None:
    entry = made()
    assert is_intact(entry)
    assert not is_intact(msgspec.structs.replace(entry, **{name: HEADER_CHANGES[name]}))
    assert not is_intact(msgspec.structs.replace(entry.dropped(), **{name: HEADER_CHANGES[name]}))


def test_every_header_field_is_tried() -> None:
    assert set(Entry.__struct_fields__) - {"set", "salt"} == set(HEADER_CHANGES)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {**NEW_ENTRY.values, "name": "苏和巴特尔"},
        {**NEW_ENTRY.values, "consent": 1},
        {**NEW_ENTRY.values, "more": None},
    ],
)
def test_any_change_of_the_payload_shows(values: dict[str, Any]) -> None:
    assert not is_intact(msgspec.structs.replace(made(), set=values))


def test_another_or_no_salt_shows() -> None:
    assert not is_intact(msgspec.structs.replace(made(), salt="0" * 32))
    assert not is_intact(msgspec.structs.replace(made(), salt=None))


def test_a_dropped_payload_leaves_the_chain_verifiable_and_no_trace() -> None:
    dropped = made().dropped()
    assert is_intact(dropped)
    assert dropped.hash == made().hash
    assert (dropped.set, dropped.salt) == (None, None)
    assert "苏和" not in repr(dropped)


def test_equal_payloads_cannot_be_told_to_be_equal() -> None:
    one, other = (make_entry(STAMP, NEW_ENTRY, seq=1, at="x", prev=GENESIS) for _ in range(2))
    assert one.payload != other.payload
    assert len(one.salt or "") == 32


def test_the_order_of_what_was_seen_does_not_matter() -> None:
    assert made(seen=list(reversed(NEW_ENTRY.seen))) == made()


values = st.dictionaries(
    st.text(max_size=8),
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(max_size=8)
    | st.lists(st.text(max_size=4), max_size=3),
    max_size=5,
)


@given(values)
def test_every_entry_made_is_intact_and_survives_json(payload: dict[str, Any]) -> None:
    entry = made(values=payload)
    assert is_intact(entry)
    assert msgspec.json.decode(msgspec.json.encode(entry), type=Entry) == entry


WHATEVER = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(WHATEVER)
def test_what_is_hashed_never_changes_by_one_byte(value: Any) -> None:
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert canonical(value) == plain.encode()


@pytest.mark.parametrize(
    ("held", "expected"),
    [(" 挤奶工 ", "挤奶工"), ("  ", ""), (None, ""), (3, ""), (["C1"], ""), (True, "")],
)
def test_a_field_holds_text_or_none(held: Value, expected: str) -> None:
    assert text_of({"title": held}, "title") == expected
    assert text_of({}, "title") == ""


@pytest.mark.parametrize(
    ("held", "day"),
    [
        ("2026-11-05", date(2026, 11, 5)),
        (" 2026-11-05 ", date(2026, 11, 5)),
        ("20261105", None),
        ("2026-W45-4", None),
        ("2026-02-31", None),
        ("1899-12-31", None),
        ("2101-01-01", None),
        ("", None),
        (20261105, None),
        (["2026-11-05"], None),
    ],
    ids=str,
)
def test_a_day_is_read_or_there_is_none(held: Value, day: date | None) -> None:
    assert date_of({"day": held}, "day") == day
    assert date_of({}, "day") is None


def test_of_a_list_only_texts_are_read() -> None:
    mixed: Any = ["K04", 5, ["K01"], None, "K05"]
    assert texts_of({"groups": mixed}, "groups") == ["K04", "K05"]
    assert texts_of({"groups": "K04"}, "groups") == []
    assert texts_of({}, "groups") == []
