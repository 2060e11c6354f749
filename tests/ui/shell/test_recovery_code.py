"""The recovery code on the screen and on paper."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from mengzhan.store.recovery import new_code, read_code
from mengzhan.ui.shell.recovery_code import RecoveryCode
from tests.prints.test_slip import words_of


def test_nothing_goes_on_before_the_tick(qtbot: QtBot) -> None:
    view = RecoveryCode("站", new_code(), date(2026, 11, 23), "好了")
    qtbot.addWidget(view)
    done: list[bool] = []
    view.done.connect(lambda: done.append(True))
    view.button.click()
    assert done == []
    view.tick.setChecked(True)
    view.button.click()
    assert done == [True]


def test_what_is_shown_opens(qtbot: QtBot) -> None:
    code = new_code()
    view = RecoveryCode("站", code, date(2026, 11, 23), "好了")
    qtbot.addWidget(view)
    assert read_code(view.shown.text()) == read_code(code)


def test_a_saved_file_comes_with_a_warning(qtbot: QtBot, tmp_path: Path) -> None:
    view = RecoveryCode("站", new_code(), date(2026, 11, 23), "好了")
    qtbot.addWidget(view)
    path = tmp_path / "code.pdf"
    view.save_to(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert path.stat().st_mode & 0o077 == 0
    assert "打印后请马上删掉" in view.message.text()
    view.save_to(tmp_path / "missing" / "code.pdf")
    assert "打印后" not in view.message.text()


def test_the_code_goes_to_a_printer_as_it_stands(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    module = "mengzhan.ui.shell.recovery_code.ask_printer"
    monkeypatch.setattr(module, lambda _made, _parent: printer)
    code = new_code()
    view = RecoveryCode("站", code, date(2026, 11, 23), "好了")
    qtbot.addWidget(view)
    view.print_button.click()
    assert code in words_of(tmp_path / "out.pdf")
    assert "打印机" in view.message.text()


def test_no_printer_changes_nothing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    module = "mengzhan.ui.shell.recovery_code.ask_printer"
    monkeypatch.setattr(module, lambda _made, _parent: None)
    view = RecoveryCode("站", new_code(), date(2026, 11, 23), "好了")
    qtbot.addWidget(view)
    view.print_button.click()
    assert view.message.text() == ""
