"""The charts of the year on the screen, the same as on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mengzhan.prints.charts import Chart, draw
from mengzhan.prints.fonts import UNITS_PER_MM
from mengzhan.prints.page import Page
from mengzhan.prints.painting import Inks, paint
from mengzhan.ui.theme import theme

_PIXELS_PER_MM = 4.8
"""At 100 % type: the smallest words of a chart come out as large as tags."""

_HEIGHT = 27.0
_GAP = 5.0


class CourseCharts(QWidget):
    """One chart below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.charts: Sequence[Chart] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_charts(self, charts: Sequence[Chart]) -> None:
        """Draw other charts; what they say is also there for screen readers."""
        self.charts = charts
        self.setAccessibleDescription("\n".join(map(_told, charts)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = len(self.charts) * (_HEIGHT + _GAP)
        return QSize(theme().size(260), round(height * self._scale()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        width = self.width() / self._scale()
        page = Page(width, len(self.charts) * (_HEIGHT + _GAP))
        for number, chart in enumerate(self.charts):
            draw(page, chart, 0, number * (_HEIGHT + _GAP), width, _HEIGHT)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(page, painter, self._scale() / UNITS_PER_MM, _inks())
        painter.end()

    def _scale(self) -> float:
        return _PIXELS_PER_MM * theme().factor


def _told(chart: Chart) -> str:
    counts = [
        f"{month}: {value}" for month, value in enumerate(chart.values, 1) if value is not None
    ]
    return f"{chart.title} {', '.join(counts)}"


def _inks() -> Inks:
    colours = theme().colours
    return {
        "black": colours.text,
        "grey": colours.grey,
        "accent": colours.accent,
        "white": colours.panel,
        "pale": colours.plain_tint,
        "line": colours.edge,
    }
