"""The top level of compound files, whole and damaged."""

import io

from hypothesis import given
from hypothesis import strategies as st

from mengzhan.sheets.reading.ole2 import CompoundFile
from tests.sheets.makers import compound

WHOLE = compound({"Workbook": b"abc" * 3000, "一": b"x", "Book": b"y" * 9000})


def test_names_and_beginnings() -> None:
    found = CompoundFile(io.BytesIO(WHOLE))
    assert found.names == {"WORKBOOK", "一", "BOOK"}
    assert found.beginning("WORKBOOK") == (b"abc" * 3000)[:512]
    assert found.beginning("BOOK") == b"y" * 512
    assert found.beginning("NOT THERE") == b""


def test_many_sectors_of_the_allocation_table() -> None:
    streams = {f"S{n}": bytes([n]) * 300_000 for n in range(9)}
    found = CompoundFile(io.BytesIO(compound(streams)))
    assert found.names == set(streams)
    assert found.beginning("S8") == b"\x08" * 512


@given(st.integers(0, len(WHOLE)), st.binary(max_size=40), st.integers(0, len(WHOLE)))
def test_damage_gives_fewer_names_and_never_an_error(cut: int, junk: bytes, place: int) -> None:
    data = WHOLE[:place] + junk + WHOLE[place + len(junk) :]
    found = CompoundFile(io.BytesIO(data[:cut]))
    for name in found.names:
        assert len(found.beginning(name)) <= 512
