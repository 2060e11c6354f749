"""One blocking problem: its cell, what stands there, why it is wrong, and ways to put it right."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.ui.pages.importing.findings import Findings, Trouble
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.scrolled import Scrolled
from mengzhan.ui.words import say

_MOST = 9


class PlaceWords(QObject):
    """Says where a problem is: 第 12 行 C 列."""

    def of(self, found: Findings, trouble: Trouble) -> str:
        """Return the words."""
        letters = found.letters(trouble.column)
        if not letters:
            return self.tr("第 {row} 行").format(row=trouble.row)
        return self.tr("第 {row} 行 {letters} 列").format(row=trouble.row, letters=letters)


class ProblemCard(Panel):
    """``corrected(text)``: the cell is to be read with this text. ``skipped``, ``emptied_alike``,
    ``skipped_alike``, ``put_back``: the buttons. ``left``: Enter without a change."""

    corrected = Signal(str)
    skipped = Signal()
    emptied_alike = Signal()
    skipped_alike = Signal()
    put_back = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._stood = ""
        self._place = PlaceWords()
        self._area = Scrolled()
        self.stands = Words("", "strong", wrap=True)
        self.reason = Words("", wrap=True, tone="red")
        self.offers = QWidget()
        self._offers = FlowLayout(self.offers)
        self.suggestions: list[Button] = []
        self.typed = LineEdit()
        self.typed_label = Words(self.tr("改成  Enter"), "label")
        self.empty_button = Button(self.tr("留空"), "Del")
        self.skip_button = Button(self.tr("跳过这一行"), "0")
        self.back_button = Button(self.tr("恢复原样"), "Backspace")
        self.empty_all_button = Button("", "Shift+Del")
        self.skip_all_button = Button("", "Ctrl+0")
        self._build()
        self._connect()

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(theme().size(8))
        line.addWidget(self.typed_label)
        line.addWidget(self.typed, 1)
        self._line = QWidget()
        self._line.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (
            self.empty_button,
            self.skip_button,
            self.back_button,
            self.empty_all_button,
            self.skip_all_button,
        ):
            flow.addWidget(button)
        for part in (self.stands, self.reason, self.offers, self._line, acts):
            self._area.body.addWidget(part)
        self._area.body.addStretch(1)
        self.body.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.typed.moved.connect(self._enter)
        self.empty_button.clicked.connect(lambda: self.corrected.emit(""))
        self.skip_button.clicked.connect(self.skipped)
        self.back_button.clicked.connect(self.put_back)
        self.empty_all_button.clicked.connect(self.emptied_alike)
        self.skip_all_button.clicked.connect(self.skipped_alike)

    def show_trouble(self, found: Findings, trouble: Trouble) -> None:
        """Show a problem. A number that is wrong is shown in full: how else could it be seen."""
        has_cell = trouble.column is not None
        self.set_heading(self._place.of(found, trouble))
        held = found.plan.fixed(trouble.row, trouble.column) if trouble.column is not None else None
        text = found.text(trouble.row, trouble.column) if held is None else held
        self._stood = text
        who = found.title(trouble.row)
        stands = (
            self.tr("{who}：{header} 写的是“{text}”") if who else self.tr("{header} 写的是“{text}”")
        )
        self.stands.setText(
            stands.format(who=who, header=found.header(trouble.column), text=text)
            if has_cell
            else who
        )
        self.reason.setText(say(trouble.problem.problem.hint))
        self._offer(trouble)
        self._area.verticalScrollBar().setValue(0)
        self.typed.setText(text)
        self._line.setVisible(has_cell)
        self.empty_button.setVisible(has_cell and bool(text))
        self.back_button.setVisible(not trouble.is_open)
        alike = len(found.alike(trouble)) if trouble.is_open else 0
        self.empty_all_button.set_words(self.tr("同类 {count} 处都留空").format(count=alike))
        self.skip_all_button.set_words(self.tr("同类 {count} 行都跳过").format(count=alike))
        self.empty_all_button.setVisible(alike > 1 and has_cell)
        self.skip_all_button.setVisible(alike > 1)

    def _offer(self, trouble: Trouble) -> None:
        while self._offers.count():
            item = self._offers.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        proposals = trouble.problem.suggestions[:_MOST] if trouble.is_open else ()
        self.suggestions = []
        for number, text in enumerate(proposals, 1):
            button = Button(text, str(number))
            button.clicked.connect(lambda _on=False, text=text: self.corrected.emit(text))
            self._offers.addWidget(button)
            self.suggestions.append(button)
        self.offers.setVisible(bool(proposals))
        self.offers.updateGeometry()

    def focus_typed(self) -> None:
        """Type what should stand in the cell."""
        if not self._line.isHidden():
            self.typed.setFocus()
            self._area.ensureWidgetVisible(self.typed)
            self.typed.selectAll()

    def _enter(self, step: int) -> None:
        text = self.typed.text().strip()
        if step > 0 and text != self._stood:
            self.corrected.emit(text)
        else:
            self.left.emit()
