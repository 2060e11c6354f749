"""Letters printed by keyboard: only the system's own print dialog is stood in for."""

import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
from tests.programs import program
from tests.scenarios.keyboard import Keyboard


@dataclass(kw_only=True)
class Printing:
    """A keyboard, and a printer that writes into the file ``paper``."""

    paper: Path
    keyboard: Keyboard = field(default_factory=Keyboard)

    def print_letters(self) -> None:
        """Print what the dialog of the letters shows, and leave it."""
        dialog = QApplication.activeModalWidget()
        # before it is the active window no key reaches its shortcuts
        if (
            not isinstance(dialog, OutgoingDialog)
            or not dialog.isActiveWindow()
            or not dialog.print_button.isEnabled()
        ):
            QTimer.singleShot(20, self.print_letters)
            return
        self.keyboard.press("Ctrl+P", "Esc")

    def answer_printer(self, _made: object, _parent: object) -> QPrinter:
        """Take the printer that the system offers, by one Enter."""
        self.keyboard.keys += 1
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.paper))
        return printer

    def printed(self) -> str:
        """What lies in the printer."""
        command = [program("pdftotext"), "-layout", str(self.paper), "-"]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout
