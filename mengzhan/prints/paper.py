"""A sheet of paper to write on from top to bottom, as PDF. Lengths are millimetres."""

from collections.abc import Sequence
from types import TracebackType
from typing import Self

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from mengzhan.prints.fonts import print_font

_DOTS_PER_INCH = 300
_MM_PER_INCH = 25.4
_GREY = Qt.GlobalColor.darkGray


class Sheet:
    """One PDF with as many pages as it takes; use it in a ``with`` block.

    ``portrait`` paper of ``width`` x ``height`` mm with equal margins. Text is set in the print
    font, wrapped, and goes on to the next page where it has no room. The PDF is made in memory;
    ``pdf`` gives it once the block has ended.
    """

    def __init__(self, *, width: float = 210, height: float = 297) -> None:
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_DOTS_PER_INCH)
        size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter)
        margins = QMarginsF(0, 0, 0, 0)
        self._writer.setPageLayout(
            QPageLayout(
                size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
            )
        )
        self._painter = QPainter()
        self.width = width
        self.height = height
        self.margin = 18.0
        self.at = self.margin

    def __enter__(self) -> Self:
        self._painter.begin(self._writer)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._painter.end()

    @property
    def pdf(self) -> bytes:
        """Return the finished document."""
        return bytes(self._buffer.data().data())

    @property
    def inner_width(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * self.margin

    def set_title(self, title: str) -> None:
        """Name the document in its properties; never with personal data."""
        self._writer.setTitle(title)

    def text(
        self, words: str, points: float = 11, *, bold: bool = False, grey: bool = False
    ) -> None:
        """Write a paragraph over the whole width."""
        self.at += self._block(words, self.margin, self.inner_width, points, bold=bold, grey=grey)

    def centred(self, words: str, points: float, *, bold: bool = False) -> None:
        """Write one centred line or paragraph."""
        self.at += self._block(
            words,
            self.margin,
            self.inner_width,
            points,
            bold=bold,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def pair(self, label: str, value: str, points: float = 11) -> None:
        """Write a label in grey and its value beside it."""
        label_width = 34.0
        left = self._block(label, self.margin, label_width, points, grey=True, keep=True)
        value_x, value_width = self.margin + label_width, self.inner_width - label_width
        right = self._block(value, value_x, value_width, points)
        self.at += max(left, right)

    def row(self, cells: Sequence[str], widths: Sequence[float], points: float = 10) -> None:
        """Write one table row; ``widths`` are shares of the width."""
        total = sum(widths)
        x, highest = self.margin, 0.0
        for cell, share in zip(cells, widths, strict=True):
            width = self.inner_width * share / total
            highest = max(highest, self._block(cell, x, width - 2, points, keep=highest > 0))
            x += width
        self.at += highest
        self.rule()

    def rule(self) -> None:
        """Draw a hairline over the whole width."""
        self._painter.setPen(QPen(_GREY, 1))
        y = self._dots(self.at + 0.8)
        self._painter.drawLine(
            int(self._dots(self.margin)),
            int(y),
            int(self._dots(self.width - self.margin)),
            int(y),
        )
        self.at += 1.6

    def gap(self, height: float = 4) -> None:
        """Leave ``height`` mm free."""
        self.at += height

    def _block(
        self,
        words: str,
        x: float,
        width: float,
        points: float,
        *,
        bold: bool = False,
        grey: bool = False,
        keep: bool = False,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """Write a block at the present height and return how much height it took."""
        font = print_font(points, bold=bold)
        flags = int(align) | int(Qt.TextFlag.TextWrapAnywhere)
        metrics = QFontMetricsF(font, self._writer)
        room = QRectF(0, 0, self._dots(width), self._dots(self.height))
        needed = metrics.boundingRect(room, flags, words).height() / self._dots(1) + 1.5
        if not keep and self.at + needed > self.height - self.margin:
            self._writer.newPage()
            self.at = self.margin
        self._painter.setFont(font)
        self._painter.setPen(QPen(_GREY if grey else Qt.GlobalColor.black))
        place = QRectF(
            self._dots(x), self._dots(self.at), self._dots(width), self._dots(needed + 2)
        )
        self._painter.drawText(place, flags, words)
        return needed

    def _dots(self, millimetres: float) -> float:
        return millimetres * _DOTS_PER_INCH / _MM_PER_INCH
