"""Pages painted: into a PDF, as a picture, or onto whatever a painter paints on (a printer)."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLineF,
    QMarginsF,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from mengzhan.prints.fonts import UNITS_PER_MM, print_font
from mengzhan.prints.page import Area, Ink, Item, Page, Print, Rule, Square, Words, baseline

_DOTS_PER_INCH = 720  # one dot is one unit of the print font
Inks = Mapping[Ink, str]
"""A colour (#rrggbb) for every ink."""

_ON_PAPER: Inks = {
    "black": "#000000",
    "grey": "#4a524e",
    "accent": "#0b5a49",
    "white": "#ffffff",
    "pale": "#f3f5f1",
    "line": "#9aa39e",
}
"""All but the lines are dark enough to be read from a black-and-white printer."""


def pdf_of(made: Print) -> bytes:
    """Return the pages as one PDF, fonts embedded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setTitle(made.title)
    painter = QPainter()
    for number, page in enumerate(made.pages):
        writer.setPageLayout(page_layout(page))
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        paint(page, painter, 1.0)
    painter.end()
    return bytes(buffer.data().data())


def page_layout(page: Page) -> QPageLayout:
    """Return the paper of a page, without margins: a page brings its own."""
    across = page.width > page.height
    upright = QSizeF(page.width, page.height)
    size = QPageSize(upright.transposed() if across else upright, QPageSize.Unit.Millimeter)
    turns = QPageLayout.Orientation
    turn = turns.Landscape if across else turns.Portrait
    return QPageLayout(size, turn, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def image_of(page: Page, pixels: int) -> QImage:
    """Return a page as a picture that is ``pixels`` wide."""
    height = round(page.height * pixels / page.width)
    image = QImage(pixels, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(page, painter, pixels / (page.width * UNITS_PER_MM))
    painter.end()
    return image


def png_of(page: Page, pixels: int) -> bytes:
    """Return a page as a PNG file that is ``pixels`` wide."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image_of(page, pixels))
    return bytes(buffer.data().data())


def paint(page: Page, painter: QPainter, scale: float, inks: Inks = _ON_PAPER) -> None:
    """Paint a page; ``scale`` is how many dots of the device a tenth of a point is, ``inks`` the
    colours of a screen that is not white."""
    painter.save()
    painter.scale(scale, scale)
    for item in page.items:
        _paint_item(item, painter, inks)
    painter.restore()


def _paint_item(item: Item, painter: QPainter, inks: Inks) -> None:
    match item:
        case Words():
            _paint_words(item, painter, inks)
        case Rule():
            painter.setPen(_pen(inks[item.ink], item.thick, dashed=item.dashed))
            painter.drawLine(QLineF(_point(item.x, item.y), _point(item.to_x, item.to_y)))
        case Area():
            _paint_area(item, painter, inks)
        case Square():
            _paint_square(item, painter)


def _paint_words(words: Words, painter: QPainter, inks: Inks) -> None:
    style = words.style
    painter.setFont(print_font(style.points, bold=style.bold, family=style.family))
    painter.setPen(QColor(inks[style.ink]))
    if not words.turned:
        painter.drawText(_point(words.x, words.y + baseline(style)), words.text)
        return
    painter.save()
    # Qt writes no columns: a line is turned to the right, its upper side is then on the right.
    painter.translate(_point(words.x + style.line - baseline(style), words.y))
    painter.rotate(90)
    painter.drawText(QPointF(0, 0), words.text)
    painter.restore()


def _paint_area(area: Area, painter: QPainter, inks: Inks) -> None:
    place = QRectF(_point(area.x, area.y), QSizeF(area.width, area.height) * UNITS_PER_MM)
    if area.fill is not None:
        painter.fillRect(place, QColor(inks[area.fill]))
    if area.frame is not None:
        painter.setPen(_pen(inks[area.frame], area.thick))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)


def _paint_square(square: Square, painter: QPainter) -> None:
    side = square.side * UNITS_PER_MM / len(square.modules)
    painter.save()
    painter.translate(_point(square.x, square.y))
    # neighbouring modules must touch: soft edges would leave hairlines between them
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for row, modules in enumerate(square.modules):
        for start, end in _runs(modules):
            place = QRectF(start * side, row * side, (end - start) * side, side)
            painter.fillRect(place, Qt.GlobalColor.black)
    painter.restore()


def _runs(modules: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where dark modules begin and end, neighbours as one."""
    found: list[tuple[int, int]] = []
    for at, dark in enumerate(modules):
        if dark and found and found[-1][1] == at:
            found[-1] = (found[-1][0], at + 1)
        elif dark:
            found.append((at, at + 1))
    return found


def _pen(colour: str, thick: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(colour), thick * UNITS_PER_MM)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashed:
        pen.setDashPattern([6, 4])
    return pen


def _point(x: float, y: float) -> QPointF:
    return QPointF(x, y) * UNITS_PER_MM
