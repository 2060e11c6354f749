"""A list of terms as stations get it: CSV from a spreadsheet, or the workbook itself."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from mengzhan.rules.mongolian import NoTerms, Term
from mengzhan.sheets.reading.refusal import BookRefused
from mengzhan.sheets.term_list import read_term_file

HERDER, MILKER = "ᠮᠠᠯᠴᠢᠨ", "ᠰᠠᠭᠠᠯᠢᠴᠢᠨ"
LINES = f"中文,蒙古文,是否审校\n羊倌,{HERDER},是\n挤奶工,{MILKER},否\n焊工,,\n"
EXPECTED = [Term("羊倌", HERDER, True), Term("挤奶工", MILKER, False)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_file_in_any_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "terms.csv"
    path.write_text(LINES, encoding=encoding)
    read = read_term_file(path)
    assert list(read.terms) == EXPECTED
    assert read.refused == (4,)


def test_a_workbook(tmp_path: Path) -> None:
    book = Workbook()
    for line in LINES.splitlines():
        book.active.append(line.split(","))
    book.save(tmp_path / "terms.xlsx")
    assert list(read_term_file(tmp_path / "terms.xlsx").terms) == EXPECTED


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "terms.csv"
    path.write_text("姓名,电话\n苏和,19900000001\n", encoding="utf-8")
    with pytest.raises(NoTerms):
        read_term_file(path)
    with pytest.raises(BookRefused):
        read_term_file(tmp_path / "missing.csv")
