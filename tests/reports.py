"""Reports whose figures are made up, for tests of papers."""

from collections.abc import Mapping
from datetime import date

from mengzhan.rules.figures import INDICATORS, Evidence, Figure, Period
from mengzhan.rules.reporting import Line, Report
from mengzhan.rules.reporting.apart import TOLD_BY_GROUP, TOLD_BY_PLACE, Apart
from mengzhan.rules.reporting.particulars import Particulars
from mengzhan.rules.reporting.report import DONE_EACH_MONTH, LISTED_EACH_MONTH

STATION = "公主府街道巴彦社区就业服务站"
LONG_STATION = "乌兰毛都苏木巴彦敖包嘎查退役军人与就业创业综合服务站"
NOVEMBER = Period.month_of(date(2026, 11, 1))


def figure(code: str, period: Period, count: int) -> Figure:
    """Return a figure of so many people; of a ratio so many of seven."""
    indicator = INDICATORS[code]
    return Figure(indicator, period, _some(code, count), _some("base", 7 * indicator.is_ratio))


def _some(mark: str, count: int) -> tuple[Evidence, ...]:
    names = [f"{mark}-{number}" for number in range(count)]
    return tuple(Evidence("person", one, one, "2026-11-05", ("person", one)) for one in names)


def report_of(counts: Mapping[str, int], period: Period = NOVEMBER, step: int = 1) -> Report:
    """Return a report: ``counts`` this time (others nought), and ``step`` less of each before."""
    lines = {
        code: Line(
            figure(code, period, counts.get(code, 0)),
            figure(code, period.previous(), max(counts.get(code, 0) - step, 0)),
            figure(code, Period.year_to_date(period.last), counts.get(code, 0)),
        )
        for code in INDICATORS
    }
    month = period.last.month
    course = {
        code: (*[counts.get(code, 0)] * month, *[None] * (12 - month))
        for code in (*DONE_EACH_MONTH, *LISTED_EACH_MONTH)
    }
    return Report(period, period.last, lines, course)


def particulars(places: int = 2, station: str = STATION, **more: str) -> Particulars:
    """Return what stands beside the figures, so many places among it."""
    rows = [(f"嘎查{number}", ["3"] * len(TOLD_BY_PLACE)) for number in range(places)]
    groups = [
        ("农牧民工", ["1"] * len(TOLD_BY_GROUP)),
        ("不属于重点群体", ["2"] * len(TOLD_BY_GROUP)),
    ]
    corrections = tuple(more.pop("corrections", "").split("|")) if "corrections" in more else ()
    return Particulars(
        station,
        more.get("standing", "尚未结账"),
        "其其格",
        Apart(TOLD_BY_PLACE, rows),
        Apart(TOLD_BY_GROUP, groups),
        corrections,
    )
