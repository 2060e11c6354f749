"""Showing a new recovery code once: to copy by hand, to print, or to save for printing elsewhere."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.prints.slip import RecoveryPrint
from mengzhan.store.atomic import write_atomic
from mengzhan.ui.printer import ask_printer, print_pages
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say


class RecoveryCode(QWidget):
    """``done``: the user says that the code is on paper. Nothing goes on before."""

    done = Signal()

    def __init__(
        self, station: str, code: str, day: date, verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._station, self._code, self._day = station, code, day
        column = QVBoxLayout(self)
        space(column, 0, 10)
        words = self.tr(
            "忘了 PIN 或密码、换了电脑，只有它能打开数据。请抄在纸上或打印，锁进抽屉。只显示这一次。"
        )
        column.addWidget(Words(words, "body", wrap=True))
        groups = code.split("-")
        self.shown = Words("   ".join(groups[:4]) + "\n" + "   ".join(groups[4:]), "panel")
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(theme().type("page"))
        self.shown.setFont(fixed)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.shown.setMinimumHeight(theme().size(84))
        column.addWidget(self.shown)
        row = QHBoxLayout()
        self.print_button = Button(self.tr("打印…"))
        self.print_button.clicked.connect(self._print)
        to_file = Button(self.tr("存为 PDF…"))
        to_file.clicked.connect(self._save)
        row.addWidget(self.print_button)
        row.addWidget(to_file)
        row.addStretch(1)
        column.addLayout(row)
        self.message = Words("", "remark", wrap=True, tone="amber")
        column.addWidget(self.message)
        self.tick = QCheckBox(self.tr("我已抄下或打印（空格勾选）"))
        self.button = FilledButton(verb)
        self.button.setEnabled(False)
        self.tick.toggled.connect(self.button.setEnabled)
        self.tick.toggled.connect(lambda on: self.button.setFocus() if on else None)
        self.button.clicked.connect(self.done)
        foot = QHBoxLayout()
        foot.addWidget(self.tick)
        foot.addStretch(1)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self.setFocusProxy(self.tick)

    def _print(self) -> None:
        """Send the code straight to a printer, so that it never lies on the disk."""
        made = RecoveryPrint().pages(self._station, self._code, self._day.isoformat())
        printer = ask_printer(made, self)
        if printer is None:
            return
        try:
            print_pages(made, printer)
        except UserError as error:
            self.message.setText(say(error.message))
        else:
            self.message.setText(self.tr("已送到打印机。看到纸了再打勾。"))

    def _save(self) -> None:
        name = self.tr("恢复码.pdf")
        pattern = self.tr("PDF 文件 (*.pdf)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里"), name, pattern)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the code as a PDF, readable by this user only, and say what must follow."""
        pdf = RecoveryPrint().render(self._station, self._code, self._day.isoformat())
        try:
            write_atomic(path, pdf)
        except UserError as error:
            self.message.setText(say(error.message))
            return
        words = self.tr("已存到 {path}。有这个文件的人就能打开全部数据：打印后请马上删掉。")
        self.message.setText(words.format(path=path))
