"""The report: every column is the figure of its own period, and the year's months are figures too."""

from datetime import date

import pytest

from mengzhan.rules.closing import close_month, standing
from mengzhan.rules.figures import INDICATORS, Evidence, Figure, Period, figures
from mengzhan.rules.reporting import SECTIONS, Line, Report, read_report
from tests import people
from tests.rules.conftest import Station

NOVEMBER = Period.parse("2026-11")
TODAY = date(2026, 11, 23)


@pytest.fixture
def report(station: Station) -> Report:
    """One visit and three follow-ups of November, one of October, one of January."""
    person = station.add("person", people.person_values(1))
    employer = station.add("employer", people.employer_values(1))
    station.add("visit", people.visit_values(employer))
    for day in ("2026-11-01", "2026-11-02", "2026-11-20", "2026-10-31", "2026-01-05"):
        station.add("follow_up", people.follow_up_values(person, day=day))
    return read_report(station.session.read(), NOVEMBER, TODAY)


def test_every_indicator_stands_in_one_section() -> None:
    told = [code for section in SECTIONS for code in section.codes]
    assert sorted(told) == sorted(INDICATORS)
    assert len(told) == len(set(told))


def test_each_column_is_counted_in_its_own_period(report: Report, station: Station) -> None:
    line = report.lines["M13"]
    assert [one.shown for one in (line.now, line.before, line.year)] == ["3", "1", "5"]
    assert line.shown_difference == "+2"
    reader = station.session.read()
    for period, column in (
        (NOVEMBER.so_far(TODAY), report.now),
        (Period.parse("2026-10"), report.before),
    ):
        alone = figures(reader, period)
        assert {code: one.evidence for code, one in alone.items()} == {
            code: one.evidence for code, one in column.items()
        }


def test_a_month_that_goes_on_is_told_up_to_today(report: Report, station: Station) -> None:
    assert report.period.last == TODAY
    whole = read_report(station.session.read(), NOVEMBER, TODAY, whole=True)
    assert whole.period.last == date(2026, 11, 30)


def test_the_year_is_told_month_by_month(report: Report) -> None:
    follow_ups = report.course["M13"]
    assert follow_ups == (1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 3, None)
    assert report.course["M26"][10] == report.lines["M26"].now.value


def test_december_is_told_to_its_end(station: Station) -> None:
    found = read_report(station.session.read(), Period.parse("2025-12"), TODAY)
    assert (found.period.first, found.period.last) == (date(2025, 12, 1), date(2025, 12, 31))
    assert found.lines["M13"].before.period == Period.parse("2025-11")
    assert None not in found.course["M13"]


def test_january_stands_beside_december_of_the_year_before(station: Station) -> None:
    found = read_report(station.session.read(), Period.parse("2026-01"), TODAY)
    assert found.lines["M13"].before.period == Period.parse("2025-12")
    assert found.course["M13"] == (0, *[None] * 11)


def test_a_difference_is_that_of_what_is_read() -> None:
    rate, month = INDICATORS["M14"], NOVEMBER

    def figure(above: int, below: int) -> Line:
        def some(count: int) -> tuple[Evidence, ...]:
            return tuple(
                Evidence("person", str(one), str(one), "2026-11-01", ("person", str(one)))
                for one in range(count)
            )

        now = Figure(rate, month, some(above), some(below))
        before = Figure(rate, month, some(1), some(3))
        return Line(now, before, now)

    assert figure(2, 3).shown_difference == "+33.4"  # 66.7 and 33.3 are what is read
    assert figure(1, 3).shown_difference == "0"
    assert figure(0, 1).shown_difference == "-33.3"
    assert figure(1, 0).shown_difference == "—"


def test_what_a_closing_says_is_what_the_report_of_the_whole_month_says(
    report: Report, station: Station
) -> None:
    station.session.run(close_month("2026-11"), "close month_close")
    close = standing(station.session.read(), "2026-11").close
    assert close is not None
    whole = read_report(station.session.read(), NOVEMBER, TODAY, whole=True)
    for code, said in close.figures.items():
        assert said.shown(code) == whole.now[code].shown
