import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.entry import GENESIS, REDACT, Entry, Value, is_intact
from mengzhan.package.rows import COLUMNS, read_rows, write_rows
from tests.package.scribe import Scribe

WHOLE = st.integers(-(2**53) + 1, 2**53 - 1)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.dictionaries(
    st.from_regex(r"[a-z_]{1,8}", fullmatch=True),
    st.one_of(TEXT, WHOLE, st.booleans(), st.lists(TEXT, max_size=3), st.none()),
    max_size=4,
)
WRITING = st.lists(
    st.tuples(st.sampled_from("ab"), st.sampled_from(["p1", "p2"]), VALUES, st.booleans()),
    max_size=12,
)


def _written(story: list[tuple[str, str, dict[str, Value], bool]]) -> list[Entry]:
    scribes = {letter: Scribe(letter) for letter in "ab"}
    entries: list[Entry] = []
    for letter, record, values, dropped in story:
        seen = [entry for entry in entries if entry.record == record][-2:]
        entry = scribes[letter].write("person", record, values, seen=seen)
        entries.append(entry.dropped() if dropped else entry)
    return entries


def _rows(entries: list[Entry]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in write_rows(entries).splitlines()]


def _bytes(rows: list[dict[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


@settings(max_examples=40)
@given(WRITING, st.randoms())
def test_round_trip_in_any_order(
    story: list[tuple[str, str, dict[str, Value], bool]], chance: Any
) -> None:
    entries = _written(story)
    assert read_rows(write_rows(entries)) == entries
    chance.shuffle(entries)
    assert read_rows(write_rows(entries)) == entries
    assert all(is_intact(entry) for entry in read_rows(write_rows(entries)))


@settings(max_examples=40)
@given(WRITING)
def test_every_row_carries_every_column_in_order(
    story: list[tuple[str, str, dict[str, Value], bool]],
) -> None:
    for row in _rows(_written(story)):
        assert list(row) == list(COLUMNS)


def test_only_what_cannot_be_computed_travels() -> None:
    scribe = Scribe("a")
    for number in range(3):
        scribe.write("person", "p1", {"note": f"第{number}次"})
    first, second, third = _rows(scribe.entries)
    assert first["prev"] == GENESIS
    assert second["prev"] is third["prev"] is None
    assert first["payload"] is None
    assert first["seen"] is None
    assert first["target"] is None
    assert b'"hash"' not in write_rows(scribe.entries)


def test_a_dropped_payload_travels_as_its_hash() -> None:
    scribe = Scribe("a")
    entry = scribe.write("person", "p1", {"name": "乌云其木格"}).dropped()
    (row,) = _rows([entry])
    assert (row["set"], row["salt"], row["payload"]) == (None, None, entry.payload)
    assert "乌云".encode() not in write_rows([entry])
    assert read_rows(write_rows([entry])) == [entry]


def test_singles_bring_the_hash_before_them() -> None:
    scribe = Scribe("a")
    for number in range(5):
        scribe.write("person", f"p{number}", {"note": "x"})
    singles = [scribe.entries[1], scribe.entries[4]]
    assert [row["prev"] for row in _rows(singles)] == [
        scribe.entries[0].hash,
        scribe.entries[3].hash,
    ]
    assert read_rows(write_rows(singles)) == singles


def test_a_fork_does_not_borrow_the_hash_of_its_neighbour() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    other = scribe.branch()
    scribe.write("person", "p1", {"note": "这边"})
    other.write("person", "p1", {"note": "那边"})
    other.write("person", "p1", {"note": "那边又"})
    rows = [*scribe.entries, *other.entries[1:]]
    assert read_rows(write_rows(rows)) == rows


def test_columns_of_a_later_version_are_left_alone() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    (row,) = _rows(scribe.entries)
    assert read_rows(_bytes([row | {"later": [1]}])) == scribe.entries


def test_nothing_is_nothing() -> None:
    assert write_rows([]) == b""
    assert read_rows(b"") == []


WRONG: list[tuple[str, object]] = [
    ("replica", None),
    ("replica", "A" * 32),
    ("replica", "a" * 31),
    ("replica", "a" * 32 + "\n"),
    ("seq", 0),
    ("seq", -1),
    ("seq", 2**53),
    ("seq", "1"),
    ("seq", 1.0),
    ("seq", True),
    ("at", "2026-11-20"),
    ("at", "2026-02-30T00:00:00.000Z+0000"),
    ("at", "9999-12-31T23:59:59.999Z+9999"),
    ("at", "2026-11-20T01:00:00.000Z"),
    ("at", "2026-11-20T01:00:00.000Z+00000"),
    ("at", "2026-11-20T01:00:00.000Z+000a"),
    ("at", "2026-11-20T01:00:00.000Z+٠٠٠٧"),
    ("at", "2026-11-20T24:00:00.000Z+0000"),
    ("wall", "gestern"),
    ("wall", "2026-13-20T01:00:00.000Z"),
    ("kind", ""),
    ("record", ""),
    ("record", None),
    ("seen", ["0123456789abcdef 0123456789abcdef"]),
    ("seen", [""]),
    ("seen", "0123456789abcdef"),
    ("target", "x"),
    ("salt", "00 11" * 7),
    ("salt", None),
    ("set", None),
    ("set", []),
    ("set", {"wage_min": 1.5}),
    ("set", {"wage_min": 2**53}),
    ("set", {"list": [{"deep": -0.1}]}),
    ("set", {"姓名": "乌云"}),
    ("set", {"later": {"深": 1}}),
    ("payload", 3),
    ("payload", "0" * 64),
    ("prev", None),
    ("prev", "0" * 63),
]


@pytest.mark.parametrize(("column", "value"), WRONG)
def test_what_a_reader_would_trip_over_is_refused(column: str, value: object) -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    (row,) = _rows(scribe.entries)
    with pytest.raises(ValueError, match=r"row|payload|number|calendar|missing|month|day"):
        read_rows(_bytes([row | {column: value}]))


@pytest.mark.parametrize("depth", [9, 900, 5_000, 200_000])
def test_deep_nesting(depth: int) -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    deep = b"[" * (depth - 1) + b"]" * (depth - 1)
    with pytest.raises(ValueError, match="row"):
        read_rows(write_rows(scribe.entries).replace(b'"x"', deep))


def test_a_little_nesting_is_kept() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"later": [[[[[[["x"]]]]]]]})  # type: ignore[list-item]
    assert read_rows(write_rows(scribe.entries)) == scribe.entries


@pytest.mark.parametrize(
    "span", [{}, {"first": 1}, {"first": 0, "last": 2}, {"first": 2, "last": 1}]
)
def test_a_doubt_names_its_span(span: dict[str, Value]) -> None:
    scribe = Scribe("a")
    scribe.write("clock", "b" * 32, span, op="doubt")
    with pytest.raises(ValueError, match="row"):
        read_rows(write_rows(scribe.entries))


def test_a_doubt_is_about_a_clock_and_nothing_else_is() -> None:
    for kind, op in (("person", "doubt"), ("clock", "set")):
        scribe = Scribe("a")
        scribe.write(kind, "b" * 32, {"first": 1, "last": 1}, op=op)
        with pytest.raises(ValueError, match="clocks"):
            read_rows(write_rows(scribe.entries))


def test_a_redaction_names_its_target() -> None:
    scribe = Scribe("a")
    scribe.write("visit", "v1", {"demand": "〔已删除〕"}, op=REDACT)
    with pytest.raises(ValueError, match="names the entry"):
        read_rows(write_rows(scribe.entries))


@pytest.mark.parametrize(
    "data",
    [b"{}\n", b"[]\n", b"null\n", b"{\n", b"\xff\xfe\n", b"\n", b'{"a":1},{"a":2}\n', b"nan\n"],
)
def test_lines_that_are_no_rows(data: bytes) -> None:
    with pytest.raises(ValueError, match="row"):
        read_rows(data)


def test_two_rows_do_not_stand_on_one_line() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    scribe.write("person", "p1", {"note": "y"})
    data = write_rows(scribe.entries)
    with pytest.raises(ValueError, match="row"):
        read_rows(data.replace(b"}\n{", b"},{"))


def test_errors_hold_nothing_of_the_record() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"name": "乌云其木格"})
    (row,) = _rows(scribe.entries)
    with pytest.raises(ValueError, match="row") as caught:
        read_rows(_bytes([row | {"seq": "乌云其木格"}]))
    assert not re.search("乌云", str(caught.value))


def test_a_key_does_not_come_twice() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "x"})
    data = write_rows(scribe.entries)
    for once in (b'"actor":"operator-1"', b'"note":"x"'):
        assert once in data
        with pytest.raises(ValueError, match="row"):
            read_rows(data.replace(once, once + b"," + once))


def test_a_line_ends_at_lf_and_nowhere_else() -> None:
    scribe = Scribe("a")
    scribe.write("person", "p1", {"note": "\u2028\x85"})
    scribe.write("person", "p1", {"note": "y"})
    data = write_rows(scribe.entries)
    assert read_rows(data) == read_rows(data.removesuffix(b"\n")) == scribe.entries
    for wrong in (data.replace(b"\n", b"\r"), data.replace(b"\n", b"\n\n"), data + b"\n"):
        with pytest.raises(ValueError, match="row"):
            read_rows(wrong)


@pytest.mark.parametrize("values", [{"station": ["x"]}, {"same_as": ["x"]}, {"deleted": "x"}])
def test_system_fields_of_the_wrong_sort_are_refused(values: dict[str, Any]) -> None:
    scribe = Scribe("a")
    scribe.write("person", "r1", values)
    with pytest.raises(ValueError, match="system field"):
        read_rows(write_rows(scribe.entries))
