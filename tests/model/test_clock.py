"""Hybrid times: they sort as text and never run backwards."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.clock import (
    DOUBT_AFTER,
    chinese_day,
    day_of,
    is_doubtful,
    system_clock,
    tick,
    wall_moment,
    wall_text,
)

NOON = datetime(2026, 11, 23, 4, 0, 0, 123_456, tzinfo=UTC)
moments = st.datetimes(
    datetime(2000, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.just(UTC),
)


def test_the_raw_clock_is_utc_with_milliseconds() -> None:
    assert wall_text(NOON) == "2026-11-23T04:00:00.123Z"
    beijing = NOON.astimezone(timezone(timedelta(hours=8)))
    assert wall_text(beijing) == "2026-11-23T04:00:00.123Z"


def test_a_day_is_the_day_in_beijing() -> None:
    assert day_of("2026-11-22T15:59:59.999Z+0000") == "2026-11-22"
    assert day_of("2026-11-22T16:00:00.000Z") == "2026-11-23"
    assert day_of("") == ""


def test_a_first_time_is_the_clock() -> None:
    assert tick(NOON, "") == "2026-11-23T04:00:00.123Z+0000"


def test_within_one_millisecond_the_counter_counts() -> None:
    first = tick(NOON, "")
    second = tick(NOON, first)
    assert second == "2026-11-23T04:00:00.123Z+0001"
    assert tick(NOON, second) == "2026-11-23T04:00:00.123Z+0002"


def test_a_clock_set_back_goes_on_above_what_is_known() -> None:
    known = tick(NOON, "")
    assert tick(NOON - timedelta(days=400), known) == "2026-11-23T04:00:00.123Z+0001"


def test_a_full_counter_takes_the_next_millisecond() -> None:
    assert tick(NOON, "2026-11-23T04:00:00.123Z+9999") == "2026-11-23T04:00:00.124Z+0000"
    assert tick(NOON, "2026-12-31T23:59:59.999Z+9999") == "2027-01-01T00:00:00.000Z+0000"


@given(st.lists(moments, min_size=1, max_size=40))
def test_times_rise_whatever_the_clock_does(clocks: list[datetime]) -> None:
    made: list[str] = []
    for now in clocks:
        made.append(tick(now, made[-1] if made else ""))
        assert made[-1] >= f"{wall_text(now)}+0000"
    assert made == sorted(set(made))


@given(moments, moments)
def test_times_sort_as_text_as_they_do_as_moments(one: datetime, other: datetime) -> None:
    if wall_moment(wall_text(one)) < wall_moment(wall_text(other)):
        assert tick(one, "") < tick(other, "")


@given(moments)
def test_a_written_moment_reads_back_to_the_millisecond(moment: datetime) -> None:
    read = wall_moment(tick(moment, ""))
    assert read.tzinfo is not None
    assert timedelta(0) <= moment - read < timedelta(milliseconds=1)


@pytest.mark.parametrize(
    ("ahead", "doubtful"),
    [
        (timedelta(0), False),
        (timedelta(hours=-30), False),
        (DOUBT_AFTER, False),
        (DOUBT_AFTER + timedelta(milliseconds=1), True),
        (timedelta(days=365), True),
    ],
)
def test_more_than_a_day_ahead_is_doubtful(ahead: timedelta, doubtful: bool) -> None:
    assert is_doubtful(tick(NOON + ahead, ""), tick(NOON, "")) is doubtful


def test_the_computers_clock_is_in_utc() -> None:
    assert system_clock().utcoffset() == timedelta(0)


def test_a_day_is_written_as_on_papers() -> None:
    assert chinese_day(date(2026, 1, 3)) == "2026年1月3日"
