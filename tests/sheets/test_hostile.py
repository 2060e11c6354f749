"""Files that want to do harm, and files that are merely odd: each read right or refused by name.

``-s`` prints the table. The made ones are in ``hostile_made``; the collection beside the
repository is gone through where it is there, a few of its files always (``hostile/``).
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from mengzhan.sheets.grid import Book, Span
from mengzhan.sheets.reading.opening import open_book
from mengzhan.sheets.reading.refusal import TEXTS
from tests.sheets.hostile_made import MADE
from tests.sheets.hostile_shared import SHARED

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).parent / "hostile"
COLLECTION = ROOT.parent / "shared" / "data" / "hostile_xlsx"
SECONDS, MEGABYTES = 15, 600


@dataclass(frozen=True)
class Line:
    """What came of one file."""

    name: str
    outcome: str
    words: str
    seconds: float
    megabytes: int


def gone_through(folder: Path) -> dict[str, Line]:
    """Open every file below a folder in one small program, which must live to the end."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.sheets.hostile_driver", str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    lines = [Line(**json.loads(line)) for line in done.stdout.splitlines()]
    print(f"\n{'s':>5} {'MB so far':>9}  outcome")
    for line in lines:
        print(f"{line.seconds:5.1f} {line.megabytes:9}  {line.outcome[:60]:60} {line.name}")
    return {line.name: line for line in lines}


def assert_within_bounds(lines: dict[str, Line]) -> None:
    slow = [line for line in lines.values() if line.seconds > SECONDS]
    large = [line for line in lines.values() if line.megabytes > MEGABYTES]
    assert (slow, large) == ([], [])


def assert_named(lines: dict[str, Line]) -> None:
    """A refusal is a sentence that ends and holds no gap."""
    for line in lines.values():
        if line.outcome in TEXTS:
            assert line.words.endswith("。")
            assert "{" not in line.words


def test_made_files(tmp_path: Path) -> None:
    for made in MADE:
        (tmp_path / made.name).write_bytes(made.build())
    lines = gone_through(tmp_path)
    assert len(MADE) >= 100
    assert {name: line.outcome for name, line in lines.items()} == {
        made.name: made.outcome for made in MADE
    }
    assert_within_bounds(lines)
    assert_named(lines)


def test_every_refusal_that_bytes_can_bring_is_in_the_set() -> None:
    shown = {made.outcome for made in MADE} & set(TEXTS)
    # Those that need a folder, a lock, another user or time are in test_opening.
    elsewhere = {"BOOK_MISSING", "BOOK_NOT_A_FILE", "BOOK_IN_USE", "BOOK_NO_PERMISSION"}
    elsewhere |= {"BOOK_UNREADABLE", "BOOK_TOO_BIG", "BOOK_TOO_SLOW"}
    assert set(TEXTS) - shown == elsewhere


def test_the_files_kept_here() -> None:
    lines = gone_through(KEPT)
    expected = {Path(name).name: came for name, came in SHARED.items() if "generated/" in name}
    assert {name: line.outcome for name, line in lines.items()} == expected
    assert_within_bounds(lines)


@pytest.mark.skipif(not COLLECTION.is_dir(), reason="the collection of workbooks is not here")
def test_the_collection(tmp_path: Path) -> None:
    # A copy: some systems show the collection read-only and name it otherwise.
    for name in SHARED:
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((COLLECTION / name).read_bytes())
    lines = gone_through(tmp_path)
    assert {name: line.outcome for name, line in lines.items()} == SHARED
    assert_within_bounds(lines)
    assert_named(lines)


def opened(name: str, tmp_path: Path) -> Book:
    made = next(made for made in MADE if made.name == name)
    path = tmp_path / name
    path.write_bytes(made.build())
    return open_book(path)


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("😀𠮷.xlsx", [["😀", "𠮷野"]]),
        ("动态数据交换.xlsx", [["文本"]]),
        ("外部链接.xlsx", [[5]]),
        ("不是数.xlsx", [["#NUM!", "abc"]]),
        ("没有位置.xlsx", [["a", 1]]),
        ("乱序.xlsx", [["a"], ["b"]]),
        ("远处只有格式.xlsx", [["姓名", "电话"], ["巴特尔", "15900000001"]]),
        ("宽字符表.xlsx", [["姓名", "电话"], ["巴特尔", "15900000001"]]),
        ("反斜线.xlsx", [["姓名", "电话"], ["巴特尔", "15900000001"]]),
        ("其实是旧工作簿.xlsx", [[1]]),
        ("宽字符.csv", [["姓名", "电话"], ["巴特尔", "007"]]),
        ("国标.csv", [["姓名", "备注"], ["巴特尔", "㐂𠮷"]]),
        ("换行混用.csv", [["a", "b"], ["c", "d"], ["e", "f"], ["g\r\nh", "i"]]),
        ("分号.csv", [["姓名", "电话"], ["巴特尔", "1,5"]]),
        ("说明分隔符.csv", [["姓名", "电话"]]),
    ],
)
def test_what_is_read_is_right(name: str, rows: list[list[object]], tmp_path: Path) -> None:
    assert opened(name, tmp_path).sheets[0].rows == rows


def test_a_households_ledger_keeps_its_ten_thousand_merges(tmp_path: Path) -> None:
    sheet = opened("合并一万处.xlsx", tmp_path).sheets[0]
    assert sheet.merged[0] == Span(0, 0, 1, 0)
    assert sheet.merged[-1] == Span(19_998, 0, 19_999, 0)


def test_the_kept_ledgers_cell_by_cell() -> None:
    floats = open_book(KEPT / "idcard_as_float.xlsx").sheets[0]
    assert floats.cell(1, 4) == 1.525251990010112e17, "18 digits as a number are lost digits"
    assert isinstance(floats.cell(1, 4), float)
    assert (floats.cell(4, 4), floats.cell(3, 6)) == (152525750101123, date(1980, 1, 1))
    headed = open_book(KEPT / "two_row_merged_header.xlsx").sheets[0]
    assert headed.merged[:2] == [Span(0, 0, 0, 9), Span(2, 0, 3, 0)]
    assert headed.cell(3, 4) == "身份证号"
    assert headed.cell(4, 4) == "152525199001011237"


@pytest.mark.skipif(not COLLECTION.is_dir(), reason="the collection of workbooks is not here")
@pytest.mark.parametrize(
    ("name", "cells"),
    [
        (f"calamine/date{variant}", [date(2021, 1, 1), date(2021, 1, 2), timedelta(10, 54610)])
        for variant in (".xls", ".xlsx", "_1904.xls", "_1904.xlsx")
    ]
    + [
        ("poi/1900DateWindowing.xls", [date(2000, 1, 1)]),
        ("poi/1904DateWindowing.xls", [date(2000, 1, 1)]),
        (
            "calamine/errors.xlsx",
            ["#DIV/0!", "#NAME?", "#VALUE!", "#NULL!", "#REF!", "#NUM!", "#N/A"],
        ),
        ("calamine/rph.xlsx", ["課きく\u3000毛こ"]),
        ("calamine/richtext-namespaced.xlsx", ["inline string\nLine 2\nLine 3"]),
        ("calamine/has_x000D_.xlsx", ["ABC\r\nDEF"]),
        ("generated/csv_utf8_bom_crlf.csv", ["姓名", "巴特尔"]),
        ("poi/chinese-provinces.xls", ["Provinces in China", "Anhui", "Beijing", "Chongqing"]),
        ("poi/xxe_in_schema.xlsx", [None] * 10),
    ],
)
def test_first_columns_of_the_collection(name: str, cells: list[object]) -> None:
    sheet = open_book(COLLECTION / name).sheets[0]
    assert [sheet.cell(row, 0) for row in range(sheet.height)] == cells


@pytest.mark.skipif(not COLLECTION.is_dir(), reason="the collection of workbooks is not here")
def test_columns_before_the_first_one_in_use_are_kept() -> None:
    sheet = open_book(COLLECTION / "poi" / "xxe_in_schema.xlsx").sheets[0]
    assert (sheet.height, sheet.width) == (10, 5)
    assert sheet.cell(8, 2) is not None
