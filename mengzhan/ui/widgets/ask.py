"""The only question a window asks: before something that cannot be undone."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_irrevocable(parent: QWidget | None, title: str, words: str, verb: str) -> bool:
    """Ask whether to go on; the button says what will be done, and the safe answer is the default.

    Everything that can be undone is done without asking, with 撤销 in the toast. Tests replace
    this function.
    """
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(words)
    go_on = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    stay = QCoreApplication.translate("ask", "取消")
    back = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(back)
    box.setEscapeButton(back)
    box.exec()
    return box.clickedButton() is go_on
