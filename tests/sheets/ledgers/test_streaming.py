"""Writing row by row, beside the target and nowhere else."""

import tempfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mengzhan.sheets.ledgers.streaming import Look, cell_text, streaming


def test_texts_are_kept_as_a_cell_can_hold_them() -> None:
    assert cell_text("甲\x00\x1b乙\ufffe") == "甲乙"
    assert cell_text("a\rb") == "a_x000D_b"
    assert cell_text("_x000D_ _x12") == "_x005F_x000D_ _x12"


def test_a_text_that_is_too_long_is_cut_as_excel_counts_it() -> None:
    assert cell_text("长" * 40_000) == "长" * 32_767
    assert cell_text("𠮷" * 40_000) == "𠮷" * 16_383, "two units each, none of them halved"
    assert cell_text("\r" * 40_000) == "_x000D_" * 32_767, "escapes are not part of the text"


def test_unfinished_sheets_lie_beside_their_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of a ledger may stay in a common temporary folder."""
    common = tmp_path / "common"
    common.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(common))
    out = tmp_path / "out"
    out.mkdir()
    target = out / "x.part"
    with streaming(target, "题", "站") as book:
        sheet = book.sheet("甲")
        sheet.append([("其其格", Look())])
        assert list(common.iterdir()) == []
        assert (out / "x.part.0").exists()
    assert list(out.iterdir()) == [target]
    assert load_workbook(target.rename(tmp_path / "x.xlsx"))["甲"]["A1"].value == "其其格"


def test_after_a_failure_nothing_is_left(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()

    def fail() -> None:
        with streaming(out / "x.part", "题", "站") as book:
            book.sheet("甲").append([("其其格", Look())])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(out.iterdir()) == []


def test_each_row_keeps_its_own_height(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with streaming(path, "题", "站") as book:
        sheet = book.sheet("甲")
        for height in (20, 0, 40):
            sheet.append([("x", Look())], height)
    rows = load_workbook(path)["甲"].row_dimensions
    assert [rows[number].height for number in (1, 2, 3)] == [20, None, 40]


def test_a_row_is_as_high_as_its_words_need(tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    with streaming(path, "题", "站") as book:
        sheet = book.sheet("甲")
        sheet.set_widths([20, 20])
        for text in ("短", "长" * 30, "一\n二\n三"):
            sheet.append([(text, Look()), (None, Look())])
        sheet.append([("长" * 30, Look(wrap=False)), (None, Look(wrap=False))])
    rows = load_workbook(path)["甲"].row_dimensions
    one, four, three, single = (rows[number].height for number in (1, 2, 3, 4))
    assert one < three < four
    assert single is None, "what is not broken needs no more than a line"
