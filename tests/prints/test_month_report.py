"""The report on paper: every figure, the year in charts, whose it is, and what each figure means."""

from datetime import date

import pytest

from mengzhan.prints.month_report import charts_of, month_report
from mengzhan.rules.figures import INDICATORS, Period
from tests.prints.measuring import all_words, faults, words_of
from tests.reports import LONG_STATION, NOVEMBER, STATION, particulars, report_of

USUAL = {"M01": 3, "M02": 12, "M05": 4, "M13": 27, "M14": 5, "M26": 31}


def test_the_first_page_holds_every_figure_beside_the_one_before() -> None:
    made = month_report(report_of(USUAL, step=2), particulars())
    first = words_of(made.pages[0])
    assert f"{STATION}2026年11月就业服务月报" in first
    assert (
        "期间：2026-11-01 至 2026-11-30　　尚未结账　　制表日期：2026-11-30　　制表人：其其格"
        in first
    )
    for code, indicator in INDICATORS.items():
        assert indicator.label_in_chinese in first, code
    assert "回访人次人次2725+227" in first
    assert "回访率%71.442.9+28.571.4" in first


def test_every_page_says_whose_it_is_and_which_of_how_many() -> None:
    made = month_report(report_of(USUAL), particulars(places=40))
    assert len(made.pages) > 3
    for number, page in enumerate(made.pages, 1):
        words = words_of(page)
        assert f"第 {number} 页，共 {len(made.pages)} 页" in words
        assert f"{STATION}　2026年11月" in words


def test_every_indicator_is_explained() -> None:
    words = all_words(month_report(report_of(USUAL), particulars()))
    for indicator in INDICATORS.values():
        assert indicator.meaning_in_chinese in words


@pytest.mark.parametrize(
    "counts",
    [{}, USUAL, dict.fromkeys(INDICATORS, 6), {"M13": 1234, "M26": 9999}],
    ids=["empty", "usual", "all", "large"],
)
@pytest.mark.parametrize("month", [1, 11, 12])
def test_nothing_runs_off_the_paper_or_lies_on_something(
    counts: dict[str, int], month: int
) -> None:
    period = Period.month_of(date(2026, month, 1))
    corrections = "走访次数：结账时 3，现在 4|　　补报 2026-11-28 草原店（其其格 2026-12-02）" * 9
    about = particulars(9, LONG_STATION, corrections=corrections)
    made = month_report(report_of(counts, period), about)
    assert faults(made) == []


def test_corrections_are_told_where_there_are_some() -> None:
    plain = all_words(month_report(report_of(USUAL), particulars()))
    assert "结账后的更正" not in plain
    line = "走访次数：结账时 3，现在 4"
    told = all_words(month_report(report_of(USUAL), particulars(corrections=line)))
    assert "结账后的更正" in told
    assert line in told


def test_a_quarter_and_a_year_speak_of_themselves() -> None:
    quarter = report_of(USUAL, Period.quarter_of(date(2026, 11, 1)))
    first = words_of(month_report(quarter, particulars(standing="")).pages[0])
    assert "本季度上季度增减年初以来" in first
    year = report_of(USUAL, Period.year_to_date(date(2026, 11, 1)))
    first = words_of(month_report(year, particulars(standing="")).pages[0])
    assert "今年以来上年同期增减征集空缺岗位" in first


def test_charts_are_of_the_two_lists_and_of_what_was_done() -> None:
    charts = charts_of(report_of(USUAL))
    assert [chart.stands for chart in charts] == [True, True, False, False, False, False]
    assert {chart.month for chart in charts} == {NOVEMBER.last.month}
    assert charts[0].title == "“有人没活干”期末人数（人）"
