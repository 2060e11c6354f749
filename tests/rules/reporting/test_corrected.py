"""更正 and 补报 in words: before and after, which record, and that papers stay Chinese."""

from collections.abc import Iterator

import pytest

from mengzhan.model.codes import show_codes_in
from mengzhan.rules.closing import Standing, close_month
from mengzhan.rules.operations import edit, remove
from mengzhan.rules.reporting.standing_words import corrections_in_chinese, standing_in_chinese
from mengzhan.store.report_facts import stands_with_corrections
from tests import people
from tests.rules.conftest import Station


@pytest.fixture
def english() -> Iterator[None]:
    show_codes_in("en")
    yield
    show_codes_in("zh_CN")


@pytest.fixture
def calls(station: Station) -> list[str]:
    """Eight follow-ups of a month that is closed, on its first eight days."""
    person = station.add("person", people.person_values(0))
    made = [
        station.add("follow_up", people.follow_up_values(person, day=f"2026-10-0{day}"))
        for day in range(1, 9)
    ]
    station.session.run(close_month("2026-10"), "close month_close")
    return made


def told(station: Station) -> list[str]:
    _, corrected = stands_with_corrections(station.session, "2026-10")
    return [*corrections_in_chinese(corrected, station.session.read().title)]


def test_a_month_that_nobody_touched_has_no_corrections(station: Station, calls: list[str]) -> None:
    assert told(station) == []
    stands, _ = stands_with_corrections(station.session, "2026-10")
    assert standing_in_chinese(stands) == "2026年11月23日结账"


def test_what_came_late_and_what_went_is_told_apart(station: Station, calls: list[str]) -> None:
    station.session.run(remove(calls[0]), "remove follow_up")
    person = station.session.read().state(calls[1])
    assert person is not None
    late = people.follow_up_values(str(person.values["person"]), day="2026-10-28")
    station.add("follow_up", late)
    station.session.run(edit(calls[2], {"day": "2026-10-30"}), "edit follow_up")
    lines = told(station)
    at = lines.index("回访人次：数没变，依据的记录变了")
    three = lines[at + 1 : at + 4]
    (came,) = [line for line in three if "补报 乌云其木格" in line]
    assert came.count("2026-10-28") == 1, "the day is said once"
    assert any("更正 " in line and "2026-10-01" in line and "不算了" in line for line in three)
    assert any("2026-10-03 改为 2026-10-30" in line for line in three)


def test_of_many_records_the_first_are_told(station: Station, calls: list[str]) -> None:
    for one in calls:
        station.session.run(edit(one, {"day": "2026-11-02"}), "edit follow_up")
    lines = told(station)
    at = lines.index("回访人次：结账时 8，现在 0")
    assert lines[at + 6] == "　　还有 3 条"


@pytest.mark.usefixtures("english")
def test_papers_stay_chinese_whatever_the_screen_speaks(station: Station, calls: list[str]) -> None:
    station.session.run(remove(calls[0]), "remove follow_up")
    lines = told(station)
    assert "回访人次：结账时 8，现在 7" in lines
    stands, _ = stands_with_corrections(station.session, "2026-10")
    assert standing_in_chinese(stands) == f"2026年11月23日结账，之后有更正 {len(stands.changed)} 项"


def test_an_open_month_and_a_quarter(station: Station) -> None:
    assert standing_in_chinese(Standing("2026-10")) == "尚未结账"
    assert standing_in_chinese(None) == ""
