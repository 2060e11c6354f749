import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.ui.widgets.column_widths import share

COLUMNS = [(120, 80), (140, 100), (110, 94), (90, 90)]


@pytest.mark.parametrize(
    ("room", "may_hide", "expected"),
    [
        (600, True, [120, 140, 110, 90]),
        (412, True, [100, 120, 102, 90]),
        (364, True, [80, 100, 94, 90]),
        (363, True, [117, 137, 108, 0]),
        (363, False, [80, 100, 94, 90]),
        (10, True, [80, 0, 0, 0]),
    ],
)
def test_columns_shrink_before_the_last_gives_way(
    room: int, may_hide: bool, expected: list[int]
) -> None:
    assert share(COLUMNS, room, may_hide=may_hide) == expected


pairs = st.tuples(st.integers(20, 200), st.integers(0, 100)).map(lambda p: (p[0] + p[1], p[0]))


@given(st.lists(pairs, min_size=1, max_size=12), st.integers(0, 2000))
def test_what_is_shown_fits_and_keeps_its_least(columns: list[tuple[int, int]], room: int) -> None:
    widths = share(columns, room, may_hide=True)
    shown = [width for width in widths if width]
    assert widths[: len(shown)] == shown
    assert all(
        least <= width <= wanted for width, (wanted, least) in zip(shown, columns, strict=False)
    )
    assert sum(shown) <= room or len(shown) == 1
