import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.package.strictjson import read_json_object

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=10,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=4), VALUES))
def test_reads_what_json_writes(value: dict[str, object]) -> None:
    try:
        data = json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return
    assert read_json_object(data) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'"x"',
        b"{",
        b'{"a":1,"a":1}',
        b'{"b":{"a":1,"a":2}}',
        b'{"a":1.5}',
        b'{"a":1e3}',
        b'{"a":NaN}',
        b'{"a":-Infinity}',
        b'{"a":9007199254740992}',
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":"\\ud800"}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\xff"}',
        b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        b'{"a":1} x',
        '{"a":1}'.encode("utf-16"),
    ],
)
def test_everything_with_two_meanings_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_json_object(data)


@given(st.binary(max_size=100))
def test_garbage_raises_nothing_else(garbage: bytes) -> None:
    try:
        read_json_object(garbage)
    except ValueError:
        return
