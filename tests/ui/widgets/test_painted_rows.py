import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter
from pytestqt.modeltest import ModelTester

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.painted_rows import PaintedList, RowDelegate, RowsModel, write_words
from tests.ui.props import Stage


class Names(RowDelegate[str]):
    """Colours a whole row by whether it is chosen."""

    def paint_row(
        self, painter: QPainter, rect: QRect, font: QFont, row: str, *, chosen: bool
    ) -> None:
        painter.fillRect(rect, QColor("red" if chosen else "blue"))


def test_rows_are_read_painted_and_replaced(stage: Stage, qtmodeltester: ModelTester) -> None:
    shown, model = PaintedList(), RowsModel[str]()
    shown.setModel(model)
    shown.setItemDelegate(Names(model))
    stage.show(shown)
    model.fill(["苏和", "娜仁"])
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]
    assert [model.index(row, 0).data() for row in range(2)] == ["苏和", "娜仁"]
    shown.setCurrentIndex(model.index(1, 0))
    image = shown.viewport().grab().toImage()
    centres = [shown.visualRect(model.index(row, 0)).center() for row in range(2)]
    assert [image.pixelColor(at).name() for at in centres] == ["#0000ff", "#ff0000"]
    model.fill([])
    assert model.rowCount() == 0


@pytest.mark.parametrize("cut", [Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft])
def test_words_are_cut_to_their_room(stage: Stage, cut: Qt.TextElideMode) -> None:
    image = QImage(300, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    font, words = QFont(), "巴彦嘎查三组" * 9
    whole = QFontMetrics(font).horizontalAdvance("巴彦")
    painter = QPainter(image)
    ink = theme().colours.text
    assert write_words(painter, QRect(0, 0, 290, 40), "巴彦", font, ink, cut=cut) == whole
    image.fill(QColor("white"))
    width = write_words(painter, QRect(0, 0, 100, 40), words, font, ink, cut=cut)
    painter.end()
    assert 0 < width <= 100
    beyond = {image.pixelColor(x, y).name() for x in range(101, 300) for y in range(40)}
    assert beyond == {"#ffffff"}
