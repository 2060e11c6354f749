from datetime import UTC, datetime, timedelta

from mengzhan.store.retention import erasure_limit, to_keep

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_all_of_two_days_stay() -> None:
    made = [NOW - timedelta(hours=hour) for hour in range(49)]
    assert to_keep(made, NOW) == set(made)


def test_then_one_a_day_a_week_a_month() -> None:
    made = [NOW - timedelta(hours=6 * count) for count in range(4 * 500)]
    kept = sorted(to_keep(made, NOW), reverse=True)
    ages = [(NOW - moment) / timedelta(days=1) for moment in kept]
    assert len([age for age in ages if age <= 2]) == 9
    days = [moment for moment in kept if 2 < (NOW - moment) / timedelta(days=1) <= 13]
    assert len({moment.date() for moment in days}) == len(days) == 11
    assert max(ages) > 320
    assert len(kept) < 40


def test_of_a_day_the_newest_stays() -> None:
    morning, evening = NOW - timedelta(days=5, hours=4), NOW - timedelta(days=5)
    assert to_keep([morning, evening, NOW], NOW) == {evening, NOW}


def test_twelve_months_with_a_backup_reach_back_as_far_as_they_are() -> None:
    made = [datetime(2020 + count // 12, count % 12 + 1, 15, tzinfo=UTC) for count in range(36)]
    kept = to_keep(made, NOW)
    assert set(made[-12:]) <= kept
    assert made[0] not in kept


def test_the_newest_stays_however_old() -> None:
    only = datetime(2001, 1, 1, tzinfo=UTC)
    assert to_keep([only], NOW) == {only}
    assert to_keep([], NOW) == set()


def test_thinning_again_changes_nothing() -> None:
    made = [NOW - timedelta(hours=7 * count) for count in range(900)]
    once = to_keep(made, NOW)
    assert to_keep(once, NOW) == once


def test_an_erasure_reaches_the_backups_after_thirty_days() -> None:
    old, recent = NOW - timedelta(days=30), NOW - timedelta(days=29)
    assert erasure_limit([recent], NOW) is None
    assert erasure_limit([], NOW) is None
    assert erasure_limit([old, old - timedelta(days=9), recent], NOW) == old
