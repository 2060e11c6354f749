"""A page of two sides: what has the room when the window becomes narrow."""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.two_sides import TwoSides


class Sides(TwoSides):
    """Two widgets of the same width."""

    def __init__(self) -> None:
        super().__init__()
        self.main, self.side = QWidget(), QWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.main, 1)
        row.addWidget(self.side, 1)
        self.set_sides(self.main, self.side, self.side)

    def focus_first(self) -> None:
        self.main.setFocus()


def test_a_page_resized_unseen_comes_up_with_all_its_room(qtbot: QtBot) -> None:
    pages, sides = QStackedWidget(), Sides()
    qtbot.addWidget(pages)
    for page in (sides, QWidget()):
        pages.addWidget(page)
    wide = theme().size(Sides.SIDE_FROM) + 100
    pages.resize(wide, 300)
    pages.show()
    assert sides.main.width() < wide
    pages.setCurrentIndex(1)
    narrow = wide - 200
    pages.resize(narrow, 300)
    pages.setCurrentIndex(0)
    assert not sides.side.isVisible()
    assert sides.main.width() == narrow
