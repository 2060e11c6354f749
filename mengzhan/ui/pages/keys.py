"""Keys of a page: they work inside it, at once, and stand on the buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mengzhan.ui.widgets.buttons import Button


def bind(page: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """Let ``keys`` do something while the focus is inside ``page``."""
    shortcut = QShortcut(QKeySequence(keys), page)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut


def own_keys(page: QWidget, *buttons: Button) -> None:
    """Take the keys of buttons over: a button's own shortcut acts a tenth of a second later (it
    shows itself pressed first) and reaches beyond the page, and what is typed meanwhile is lost."""
    for button in buttons:
        keys = button.shortcut()
        if not keys.isEmpty():
            button.setShortcut(QKeySequence())
            bind(page, keys.toString(), button.click)
