"""Messages in the clipboard and the page that reads them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.ui.pages.pasting.paste_page import PastePage
from mengzhan.ui.pages.pasting.pasted_form import PastedForm
from mengzhan.ui.workspace import Workspace

Show = Callable[..., QWidget]
Open = Callable[[str], PastePage]

ONE = "招收银员3人，工资3000-3800元，管午饭，地址老街口，电话13800000102刘店长，车新活稳"
"""One vacancy, of whose employer it says nothing."""

THREE = (
    "老牛头火锅招人🔥\n服务员2名3500元\n切配1名5000元\n洗碗阿姨3000元\n地址北门，13800000103赵经理"
)
"""Three vacancies; how many are wanted of the last is not said."""


@pytest.fixture
def open_page(workspace: Workspace, show: Show) -> Open:
    """``open_page(text)`` shows the page with a message."""

    def make(text: str) -> PastePage:
        page = PastePage(workspace)
        show(page)
        page.open(text)
        QApplication.processEvents()
        return page

    return make


@pytest.fixture
def clipboard() -> Iterator[Callable[[str], None]]:
    """``clipboard(text)`` puts a text into the clipboard."""
    yield lambda text: QGuiApplication.clipboard().setText(text)
    QGuiApplication.clipboard().clear()


def form_of(page: PastePage) -> PastedForm:
    """The form that is shown."""
    form = page.forms.current
    assert isinstance(form, PastedForm)
    return form


def focused_field(form: PastedForm) -> str:
    """The field that the keyboard reaches, or an empty text."""
    focused = QApplication.focusWidget()
    rows = form.form.rows.items()
    return next((name for name, row in rows if focused and row.isAncestorOf(focused)), "")


def press(key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    """Press a key on whatever has the focus."""
    modifiers = Qt.KeyboardModifier.NoModifier
    for modifier in held:
        modifiers |= modifier
    target = QApplication.focusWidget()
    assert target is not None
    QTest.keyClick(target, key, modifiers)
    QApplication.processEvents()


CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
