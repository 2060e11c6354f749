"""The slip and the recovery sheet, read back from their PDFs."""

import subprocess
from pathlib import Path

from pytestqt.qtbot import QtBot

from mengzhan.prints.slip import RecoveryPrint, Slip, SlipPrint
from tests.programs import program


def words_of(pdf: Path) -> str:
    """Return the text of a PDF, blanks removed."""
    run = subprocess.run(
        [program("pdftotext"), "-layout", pdf, "-"], capture_output=True, check=True
    )
    return "".join(run.stdout.decode().split())


def test_a_slip_shows_number_counts_and_check_number(qtbot: QtBot, tmp_path: Path) -> None:
    slip = Slip(
        "巴彦嘎查就业服务站",
        "兴安盟就业服务中心",
        7,
        "2026-11-23",
        "报送-巴彦嘎查-0007-20261123.mzp",
        21_345,
        "4715 0926",
        {"人员": 9, "岗位": 6, "回访": 14},
    )
    (tmp_path / "slip.pdf").write_bytes(SlipPrint().render(slip))
    words = words_of(tmp_path / "slip.pdf")
    for expected in ("第7包", "47150926", "巴彦嘎查就业服务站", "合计29", "21345字节"):
        assert expected in words


def test_a_slip_with_many_kinds_goes_on_to_a_second_page(qtbot: QtBot, tmp_path: Path) -> None:
    counts = {f"第{n}类记录": n for n in range(1, 60)}
    slip = Slip("站", "上级", 1, "2026-11-23", "a.mzp", 1, "0000 0001", counts)
    (tmp_path / "slip.pdf").write_bytes(SlipPrint().render(slip))
    info = subprocess.run(
        [program("pdfinfo"), tmp_path / "slip.pdf"], capture_output=True, check=True, text=True
    ).stdout
    assert "Pages:           1" not in info
    assert "第59类记录59" in words_of(tmp_path / "slip.pdf")


def test_the_recovery_sheet_shows_the_whole_code(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = RecoveryPrint().render("巴彦嘎查", "9AY96-EVUEJ-D7VH5", "2026-11-23")
    (tmp_path / "code.pdf").write_bytes(pdf)
    assert "9AY96-EVUEJ-D7VH5" in words_of(tmp_path / "code.pdf")
