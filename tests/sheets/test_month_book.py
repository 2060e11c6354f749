"""The report as a workbook: numbers that add up, every record behind them, nobody's whole number."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.escape import unescape

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.rules.erasure import erase
from mengzhan.rules.figures import INDICATORS, Period
from mengzhan.rules.reporting import read_report
from mengzhan.sheets.month_book import write_month_book
from mengzhan.store.report_facts import particulars_of
from mengzhan.store.session import Session
from tests import people, stations
from tests.sheets.conftest import HOSTILE, LONG_NAME

NOVEMBER = Period.month_of(date(2026, 11, 1))


def book_of(session: Session, path: Path) -> Workbook:
    """Write the book of November and return its sheets, row by row."""
    report = read_report(session.read(), NOVEMBER, session.today())
    about = particulars_of(session, report, None)
    rows = write_month_book(session.read(), report, about, path)
    book = load_workbook(path)
    assert rows == len([*book["依据"].values]) - 1
    return book


def test_figures_are_numbers_beside_those_before(filled: Session, tmp_path: Path) -> None:
    report = read_report(filled.read(), NOVEMBER, filled.today())
    rows = {row[0]: row for row in book_of(filled, tmp_path / "m.xlsx")["月报"].values}
    assert rows["代码"][3:7] == ("本月", "上月", "增减", "年初以来")
    for code, line in report.lines.items():
        row = rows[code]
        assert row[1].strip() == INDICATORS[code].label
        if line.now.value is None:
            assert row[3] == "—"
        else:
            assert row[3] == pytest.approx(float(line.now.shown))
        assert row[7] == INDICATORS[code].meaning


def test_every_record_behind_every_figure_stands_there(filled: Session, tmp_path: Path) -> None:
    report = read_report(filled.read(), NOVEMBER, filled.today())
    rows = [*book_of(filled, tmp_path / "m.xlsx")["依据"].values][1:]
    for code, line in report.lines.items():
        told = sorted(row[8] for row in rows if row[0] == code)
        known = sorted(one.record for one in (*line.now.evidence, *line.now.base))
        assert told == known, code
    assert {row[2] for row in rows if row[0] == "M30"} == {"分子", "分母"}


def test_no_whole_number_stands_in_it(filled: Session, tmp_path: Path) -> None:
    book = book_of(filled, tmp_path / "m.xlsx")
    cells = [str(cell) for sheet in book.worksheets for row in sheet.values for cell in row]
    written = "\n".join(cells)
    for number in range(3):
        assert people.id_number(number) not in written
        assert people.phone(number) not in written
    assert LONG_NAME in written
    assert any(cell.startswith(people.AREA[:4]) and "*" in cell for cell in cells)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_name_becomes_a_formula(session: Session, tmp_path: Path, text: str) -> None:
    employer = stations.log(session, "employer", people.employer_values(1, name=text))
    stations.log(session, "visit", people.visit_values(employer))
    book = book_of(session, tmp_path / "m.xlsx")
    kinds = {cell.data_type for sheet in book.worksheets for row in sheet for cell in row}
    assert "f" not in kinds
    names = [unescape(row[5]) for row in book["依据"].values]
    shown = session.catalogue["employer"]["name"].show(
        next(iter(session.read().columns("employer", ("name",))))["name"]
    )
    assert shown in names


def test_what_is_left_of_an_erased_record_is_told_without_a_name(
    session: Session, tmp_path: Path
) -> None:
    person = stations.log(session, "person", people.person_values(1))
    stations.log(session, "follow_up", people.follow_up_values(person))
    session.run(erase(person), "erase person")
    rows = [row for row in book_of(session, tmp_path / "m.xlsx")["依据"].values if row[0] == "M13"]
    assert [row[5] for row in rows] == ["（已删除）"]


def test_corrections_have_a_sheet_of_their_own(filled: Session, tmp_path: Path) -> None:
    report = read_report(filled.read(), NOVEMBER, filled.today())
    about = replace(
        particulars_of(filled, report, None), corrections=("走访次数：结账时 3，现在 4",)
    )
    write_month_book(filled.read(), report, about, tmp_path / "m.xlsx")
    rows = [*load_workbook(tmp_path / "m.xlsx")["更正"].values]
    assert rows[1] == ("走访次数：结账时 3，现在 4",)


def test_a_month_in_which_nothing_happened_is_a_book_too(session: Session, tmp_path: Path) -> None:
    book = book_of(session, tmp_path / "m.xlsx")
    assert book.sheetnames == ["月报", "各月", "分地点", "分群体", "依据"]


def test_stopped_half_way_nothing_is_left(filled: Session, tmp_path: Path) -> None:
    report = read_report(filled.read(), NOVEMBER, filled.today())
    about = particulars_of(filled, report, None)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_month_book(filled.read(), report, about, tmp_path / "out.xlsx", progress)
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def test_no_explanation_is_cut(filled: Session, tmp_path: Path) -> None:
    """The longest takes two lines in Excel, whose widths are counted in digits."""
    sheet = book_of(filled, tmp_path / "m.xlsx")["月报"]
    heights = {}
    for row in range(4, sheet.max_row + 1):
        told = sheet.cell(row, 8).value
        if told:
            heights[len(str(told))] = sheet.row_dimensions[row].height
    assert max(heights) > 30 > min(heights)
    assert heights[max(heights)] > 30 > heights[min(heights)]
