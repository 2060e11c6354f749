"""Time and memory grow with an honest big file, and never without end."""

from mengzhan.sheets.reading.limits import MEGABYTE, Limits


def test_a_small_file_gets_what_is_stated() -> None:
    for size in (0, 1000, 2 * MEGABYTE):
        assert (Limits().seconds_for(size), Limits().memory_for(size)) == (15.0, 600 * MEGABYTE)


def test_a_large_file_gets_more_up_to_a_bound() -> None:
    limits = Limits()
    assert limits.seconds_for(12 * MEGABYTE) == 45.0
    assert limits.memory_for(12 * MEGABYTE) == 800 * MEGABYTE
    assert limits.seconds_for(1000 * MEGABYTE) == 120.0
    assert limits.memory_for(1000 * MEGABYTE) == 1024 * MEGABYTE


def test_a_stated_bound_above_the_usual_one_counts() -> None:
    assert Limits(seconds=500.0).seconds_for(0) == 500.0
    assert Limits(memory=2048 * MEGABYTE).memory_for(0) == 2048 * MEGABYTE
