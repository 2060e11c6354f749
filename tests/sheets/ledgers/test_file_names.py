"""What a workbook is called."""

from datetime import date
from pathlib import Path

import pytest

from mengzhan.model.kinds import KINDS
from mengzhan.package.filenames import is_portable
from mengzhan.sheets.ledgers.file_names import free_path, workbook_name

DAY = date(2026, 11, 23)


def test_a_name_tells_station_register_and_day() -> None:
    person = KINDS["person"]
    assert workbook_name("巴彦嘎查站", person, DAY) == "巴彦嘎查站_人员台账_20261123.xlsx"
    assert workbook_name("巴彦嘎查站", person, DAY, blank=True) == "巴彦嘎查站_人员采集表.xlsx"


@pytest.mark.parametrize("station", ["", "a/b\\c:d*e?", "站" * 200, " . ", "线\n路"])
def test_every_system_takes_the_name(station: str) -> None:
    assert is_portable(workbook_name(station, KINDS["person"], DAY))


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "表.xlsx"
    assert free_path(wanted) == wanted
    for taken in (wanted, tmp_path / "表(2).xlsx"):
        taken.touch()
    assert free_path(wanted) == tmp_path / "表(3).xlsx"
