"""Two records side by side: what a row says, and what the register or an earlier row holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from mengzhan.model.entry import Value, Values, is_empty
from mengzhan.sheets.importing.planned import Resemblance
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.importing.findings import Findings
from mengzhan.ui.pages.importing.shown import ValueWords
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


@dataclass
class Pair:
    """One field: the value of the row, the value known, whether they differ, whether the row's
    is wanted while one picks field by field."""

    name: str
    new: Value
    old: Value
    differs: bool
    wanted: bool = False

    @property
    def fills(self) -> bool:
        """Whether the row knows what was not known."""
        return self.differs and is_empty(self.old)


class Comparison(LinesTable):
    """``picked``: Enter while picking field by field."""

    picked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._words: ValueWords | None = None
        self._masked = True
        self.picking = False
        model: LinesModel[Pair] = LinesModel(
            [
                Part("", self._mark, 34),
                Part(self.tr("项目"), self._label, 84),
                Part(self.tr("表里"), lambda pair: self._value(pair, pair.new), 60, 1, self._tone),
                Part("", lambda pair: self._value(pair, pair.old), 60, 1, self._tone),
            ],
            ground=lambda pair: "amber" if pair.differs else None,
        )
        super().__init__(model)

    def show_pairs(self, found: Findings, row: int, alike: Resemblance) -> None:
        """Show a row beside what it resembles; fields that differ come first."""
        self._words = ValueWords(self._workspace, found.plan)
        self.picking = False
        values = found.plan.at(row).row.values
        heading = self.tr("登记册里")
        if alike.row is not None:
            heading = self.tr("第 {row} 行").format(row=alike.row)
        known = found.plan.standing(row)
        parts = self.lines.parts
        row_words = self.tr("表里第 {row} 行").format(row=row)
        parts[2] = Part(row_words, parts[2].write, 60, 1, self._tone)
        parts[3] = Part(heading, parts[3].write, 60, 1, self._tone)
        pairs = sorted(_pairs(found, values, known), key=lambda pair: not pair.differs)
        self.lines.fill(pairs)
        self.lines.headerDataChanged.emit(Qt.Orientation.Horizontal, 2, 3)

    def begin_picking(self) -> None:
        """Let Space choose field by field; what fills a gap is chosen at first."""
        self.picking = True
        for pair in self.pairs:
            pair.wanted = pair.fills
        self.lines.refresh()
        self.go(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def pairs(self) -> list[Pair]:
        """The fields that are shown."""
        return list(self.lines.lines)

    def wanted(self) -> frozenset[str]:
        """The fields that were chosen."""
        return frozenset(pair.name for pair in self.pairs if pair.wanted)

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that are the same on both sides."""
        self._masked = masked
        self.lines.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.picking and event.key() == Qt.Key.Key_Space and self.current >= 0:
            pair = self.lines.lines[self.current]
            pair.wanted = pair.differs and not pair.wanted
            self.lines.refresh()
        elif self.picking and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
        else:
            super().keyPressEvent(event)

    # Words ---------------------------------------------------------------------------------

    def _mark(self, pair: Pair) -> str:
        if not self.picking or not pair.differs:
            return "≠" if pair.differs else ""
        return "☑" if pair.wanted else "☐"

    def _label(self, pair: Pair) -> str:
        found = self._words
        return say(found.label(pair.name)) if found is not None else ""

    def _value(self, pair: Pair, value: Value) -> str:
        # where two numbers differ, nobody could choose between their masks
        masked = self._masked and not pair.differs
        return self._words.of(pair.name, value, masked=masked) if self._words is not None else ""

    def _tone(self, pair: Pair) -> Tone:
        return "amber" if pair.differs else "plain"


def _pairs(found: Findings, values: Values, known: Values) -> Iterator[Pair]:
    """Fields of which the row says something, in the order of the declaration."""
    for item in found.plan.kind:
        new, old = values.get(item.name), known.get(item.name)
        told = not is_empty(new)
        if told or (item.listed and not is_empty(old)):
            yield Pair(item.name, new, old, told and new != old)
