"""Charts: every month has its number, the longest bar is the largest, and the month told of is dark."""

import pytest

from mengzhan.prints.charts import Chart, draw
from mengzhan.prints.page import Area, Page, Print, Rule
from tests.prints.measuring import faults

YEAR = (3, 8, 0, 12, 5, None, None, None, None, None, None, None)


def drawn(chart: Chart, width: float = 85, height: float = 42) -> Page:
    page = Page(110, 70)
    draw(page, chart, 10, 10, width, height)
    return page


def bars(page: Page) -> list[Area]:
    return [item for item in page.items if isinstance(item, Area)]


def test_bars_are_as_high_as_their_numbers() -> None:
    page = drawn(Chart("走访次数", YEAR, 5))
    heights = [bar.height for bar in bars(page)]
    assert len(heights) == 4  # nought has none
    for height, value in zip(heights, (3, 8, 12, 5), strict=True):
        assert height == pytest.approx(heights[2] * value / 12)
    feet = {round(bar.y + bar.height, 3) for bar in bars(page)}
    assert len(feet) == 1


def test_the_month_that_is_told_of_is_dark() -> None:
    assert [bar.fill for bar in bars(drawn(Chart("走访次数", YEAR, 5)))] == [
        "line",
        "line",
        "line",
        "accent",
    ]


@pytest.mark.parametrize("stands", [True, False])
def test_every_month_that_was_has_its_number_and_the_others_have_none(stands: bool) -> None:
    words = [line.text for line in drawn(Chart("走访次数", YEAR, 5, stands)).words]
    months = [str(month) for month in range(1, 13)]
    numbers = ["3", "8", "0", "12", "5"]
    assert sorted(words) == sorted(["走访次数", *months, *numbers])


def test_a_list_is_a_line_through_its_months() -> None:
    page = drawn(Chart("期末人数", YEAR, 5, stands=True))
    lines = [item for item in page.items if isinstance(item, Rule) and item.ink == "accent"]
    assert len(lines) == 4
    ends = [(line.to_x, line.to_y) for line in lines[:-1]]
    assert ends == [(line.x, line.y) for line in lines[1:]]


@pytest.mark.parametrize(
    "values",
    [YEAR, (0,) * 12, (None,) * 12, (9999,) * 12, (1, *[None] * 11)],
    ids=["some", "noughts", "nothing", "large", "january"],
)
@pytest.mark.parametrize("stands", [True, False])
def test_nothing_leaves_the_chart_or_lies_on_something(
    values: tuple[int | None, ...], stands: bool
) -> None:
    page = drawn(Chart("“有活没人干”期末岗位人数（人）", values, 1, stands))
    assert faults(Print("", (page,))) == []
    assert all(10 <= line.y <= 52 for line in page.words)
