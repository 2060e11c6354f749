"""How many cells of a column look like values of a type."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.kinds import KINDS
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.evidence import share
from tests import people
from tests.sheets.test_plaintext import CELLS

PERSON, VACANCY = KINDS["person"], KINDS["vacancy"]


@pytest.mark.parametrize(
    ("field", "cells", "expected"),
    [
        ("id_number", [people.id_number(1), 150199199003070000.0, "1.5E+17", "15019919900307001"], 1.0),
        ("id_number", [people.phone(1), "乌云"], 0.0),
        ("phone", [people.phone(1), f"{people.phone(1)}/{people.phone(2)}", "无", "x"], 0.5),
        ("birth_date", [date(1990, 3, 7), datetime(1990, 3, 7), "1990.3", "1990年3月7日"], 1.0),
        ("sex", ["男", "女", " 男 ", "不知道"], 0.75),
        ("name", ["乌云", "阿拉坦·苏和", "12", ""], 2 / 3),
    ],
)  # fmt: skip
def test_the_share_of_cells_that_look_the_part(
    field: str, cells: list[Cell], expected: float
) -> None:
    assert share(PERSON[field].type, cells) == pytest.approx(expected)


def test_nothing_to_look_at_says_nothing() -> None:
    assert share(PERSON["phone"].type, [None, "", "  "]) is None
    assert share(PERSON["note"].type, ["什么都行"]) is None


@given(st.sampled_from([(k.name, f.name) for k in KINDS.values() for f in k]), st.lists(CELLS))
def test_no_cell_stops_the_looking(field: tuple[str, str], cells: list[Cell]) -> None:
    kind, name = field
    found = share(KINDS[kind][name].type, cells)
    assert found is None or 0 <= found <= 1
