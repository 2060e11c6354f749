"""Pages go to a printer in their own sizes; a printer that takes nothing is told."""

import subprocess
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from mengzhan.prints.page import Block, Page, Print, Style
from mengzhan.ui.printer import PrinterTrouble, print_pages
from tests.programs import program


def page(text: str, width: float, height: float) -> Page:
    made = Page(width, height)
    Block(text, Style(20), 100).put(made, 20, 20)
    return made


@pytest.fixture
def made(qapp: QApplication) -> Print:
    return Print("样张", (page("招聘", 210, 297), page("推荐", 297, 210)))


def told(name: str, *arguments: str) -> str:
    """Run a program and return what it says."""
    command = [program(name), *arguments]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def printer_to(path: Path) -> QPrinter:
    """A printer that writes what it would have printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_every_page_is_printed_in_its_size(made: Print, tmp_path: Path) -> None:
    print_pages(made, printer_to(tmp_path / "a.pdf"))
    text = told("pdftotext", "-layout", str(tmp_path / "a.pdf"), "-")
    assert text.replace("\f", "").split() == ["招聘", "推荐"]
    info = told("pdfinfo", "-l", "2", str(tmp_path / "a.pdf"))
    sizes = [line.split(":")[1].split() for line in info.splitlines() if "size:" in line]
    assert sizes[0][:3] == ["595", "x", "842"]
    assert sizes[1][:3] == ["842", "x", "595"]


def test_words_lie_on_paper_where_they_were_measured(made: Print, tmp_path: Path) -> None:
    print_pages(made, printer_to(tmp_path / "a.pdf"))
    text = told("pdftotext", "-bbox", "-l", "1", str(tmp_path / "a.pdf"), "-")
    (line,) = [line for line in text.splitlines() if "招聘" in line]
    left = float(line.split('xMin="')[1].split('"')[0]) / 72 * 25.4
    assert left == pytest.approx(20, abs=0.7)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(made: Print, tmp_path: Path) -> None:
    with pytest.raises(PrinterTrouble):
        print_pages(made, printer_to(tmp_path / "missing" / "a.pdf"))
