"""月报: what was logged in a month, kind by kind; records and people are counted apart."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mengzhan.model.kind import Kind
from mengzhan.rules.directions import direction_counts
from mengzhan.rules.filters import Filter
from mengzhan.store.reader import StoreReader
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.conditions import Condition, to_filter
from mengzhan.ui.pages.directions import DirectionFigures
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.panel import HairLine, PageHead, Panel, Words, space, space_page
from mengzhan.ui.words import say, say_many
from mengzhan.ui.workspace import Workspace


@dataclass(frozen=True)
class MonthCount:
    """The figures of one kind: ``records`` 条数, ``people`` 人数 (``None`` where nobody counts)."""

    kind: str
    records: int
    people: int | None


def last_of(first: date) -> date:
    """Return the last day of the month that begins with ``first``."""
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def month_conditions(kind: Kind, first: date) -> list[Condition]:
    """Return the conditions for records of ``kind`` whose day lies in the month of ``first``."""
    return [
        Condition(kind.day, "from", first.isoformat()),
        Condition(kind.day, "until", last_of(first).isoformat()),
    ]


def month_filter(kind: Kind, first: date) -> Filter:
    """Return the same as a filter."""
    return to_filter(kind, month_conditions(kind, first), first)


def month_counts(reader: StoreReader, first: date) -> list[MonthCount]:
    """Count every kind that has a day, for the month that begins with ``first``."""
    found = []
    for kind in reader.catalogue.by_hand.values():
        if not kind.day:
            continue
        rows = list(reader.matching(kind.name, month_filter(kind, first)))
        people = None
        if kind.name == "person":
            people = len(rows)
        elif any(name == "person" for name, _ in kind.references):
            people = len({row["person"] for row in rows if row.get("person")})
        found.append(MonthCount(kind.name, len(rows), people))
    return found


class MonthPage(QWidget):
    """``listed(kind, conditions)``: open the records behind a figure."""

    listed = Signal(str, object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.first = workspace.session.today().replace(day=1)
        self.figures: dict[str, LinkButton] = {}
        """The figures that open to records; a nought opens to nothing."""
        self._head = PageHead()
        self._back = Button(self.tr("← 上月"))
        self._next = Button(self.tr("下月 →"))
        self._back.clicked.connect(lambda: self.turn(-1))
        self._next.clicked.connect(lambda: self.turn(1))
        column = QVBoxLayout(self)
        space_page(column)
        self._head.add(self._back, self._next)
        column.addWidget(self._head)
        words = self.tr("按记录上的日期算，一人多次：条数算多条，人数算一人。点条数看是哪些记录。")
        column.addWidget(Words(words, "remark", wrap=True))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        panel = Panel()
        panel.body.addWidget(self._area)
        column.addWidget(panel, 1)
        self.refresh()

    @property
    def title(self) -> str:
        """The name of the page."""
        return self.tr("月报")

    def turn(self, step: int) -> None:
        """Show the month before or after; never one that has not begun."""
        middle = self.first + timedelta(days=31 if step > 0 else -1)
        if middle.replace(day=1) <= self._workspace.session.today():
            self.first = middle.replace(day=1)
            self.refresh()

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Count anew."""
        words = self.tr("月报 · {year}年{month}月")
        self._head.title.setText(words.format(year=self.first.year, month=self.first.month))
        this_month = self._workspace.session.today().replace(day=1)
        self._next.setEnabled(self.first < this_month)
        self.figures = {}
        inside = QWidget()
        inside.setProperty("look", "scrolled")
        column = QVBoxLayout(inside)
        space(column, 0, 0)
        grid = QGridLayout()
        column.addLayout(grid)
        space(grid, 0, 4)
        grid.setHorizontalSpacing(theme().size(24))
        heads = (self.tr("记录"), self.tr("条数"), self.tr("人数"), self.tr("属于哪项工作"))
        for place, label in enumerate(heads):
            grid.addWidget(Words(label, "group"), 0, place, _SIDES[place])
        for number, count in enumerate(month_counts(self._workspace.reader, self.first)):
            self._add(grid, 1 + 2 * number, count)
        # figures too far from their words are read in the wrong line: the last column takes the room
        grid.setColumnMinimumWidth(0, theme().size(160))
        grid.setColumnStretch(len(heads) - 1, 1)
        self.directions = self._directions()
        column.addWidget(self.directions)
        column.addStretch(1)
        self._area.setWidget(inside)

    def _directions(self) -> DirectionFigures:
        month = self.first, last_of(self.first)
        first, last = (day.isoformat() for day in month)
        counts = direction_counts(self._workspace.reader, first, last)
        figures = DirectionFigures(self._workspace.session.catalogue, counts, month)
        figures.listed.connect(self.listed)
        return figures

    def _add(self, grid: QGridLayout, at: int, count: MonthCount) -> None:
        kind = self._workspace.session.catalogue[count.kind]
        people = self.tr("—")
        if count.people is not None:
            people = self.tr("{count} 人").format(count=f"{count.people:,}")
        cells = (
            Words(say_many(kind)),
            self._figure(kind, count.records),
            Words(people),
            Words(say(kind.duty), "remark"),
        )
        for place, cell in enumerate(cells):
            grid.addWidget(cell, at, place, _SIDES[place])
        grid.setRowMinimumHeight(at, theme().size(26))
        grid.addWidget(HairLine(), at + 1, 0, 1, len(cells))

    def _figure(self, kind: Kind, count: int) -> QWidget:
        words = self.tr("{count} 条").format(count=f"{count:,}")
        if not count:
            return Words(words)
        figure = LinkButton(words)
        figure.clicked.connect(lambda: self._open(kind))
        self.figures[kind.name] = figure
        return figure

    def _open(self, kind: Kind) -> None:
        self.listed.emit(kind.name, month_conditions(kind, self.first))

    def focus_first(self) -> None:
        """Put the focus on the first figure that opens, or else on the way to another month."""
        target = next(iter(self.figures.values()), self._back)
        target.setFocus(Qt.FocusReason.OtherFocusReason)


_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SIDES = (_LEFT, _RIGHT, _RIGHT, _LEFT)
