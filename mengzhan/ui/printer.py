"""A print on paper: the system's dialog, then every page."""

from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.prints.page import Print
from mengzhan.prints.painting import page_layout, paint

_UNITS_PER_INCH = 720


class PrinterTrouble(UserError):
    """The printer took nothing."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "打印机没有接收。请看它是否开着、有没有连上；也可以先存成 PDF 再打印。"
        )
        super().__init__("PRINTER_TROUBLE", Message(words))


def ask_printer(made: Print, parent: QWidget) -> QPrinter | None:
    """Let the user choose a printer in the system's dialog; ``None`` if they went back."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(made.title)
    _take_paper(printer, made, 0)
    dialog = QPrintDialog(printer, parent)
    chosen = dialog.exec()
    dialog.deleteLater()
    return printer if chosen else None


def print_pages(made: Print, printer: QPrinter) -> None:
    """Print every page in its own size.

    Raises:
        PrinterTrouble: the printer did not begin, or did not go on.
    """
    printer.setFullPage(True)  # pages bring their own margins
    _take_paper(printer, made, 0)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterTrouble
    try:
        for number, page in enumerate(made.pages):
            if number:
                _take_paper(printer, made, number)
                if not printer.newPage():
                    raise PrinterTrouble
            paint(page, painter, printer.resolution() / _UNITS_PER_INCH)
    finally:
        painter.end()


def _take_paper(printer: QPrinter, made: Print, number: int) -> None:
    layout = page_layout(made.pages[number])
    printer.setPageSize(layout.pageSize())
    printer.setPageOrientation(layout.orientation())
