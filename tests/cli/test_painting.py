"""The slip as PDF, also without a screen."""

import sys
from pathlib import Path

import pytest

from mengzhan.cli.painting import write_slip
from mengzhan.model.problem import UserError

DOCUMENT = {
    "number": 3,
    "file": "/somewhere/报送-0003.mzp",
    "size": 12_345,
    "check_number": "0615 1743",
    "counts": {"人员": 2, "岗位": 1},
}


def slip(path: Path) -> None:
    write_slip(path, DOCUMENT, station="勿布林", office="前旗", day="2026-11-23")


def test_the_slip_is_a_pdf_that_others_cannot_read(tmp_path: Path) -> None:
    path = tmp_path / "slip.pdf"
    slip(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert path.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_without_qt_the_slip_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "mengzhan.ui.app", None)
    with pytest.raises(UserError) as refused:
        slip(tmp_path / "slip.pdf")
    assert refused.value.code == "PAINTING_IMPOSSIBLE"
    assert not (tmp_path / "slip.pdf").exists()
