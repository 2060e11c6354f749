"""What one column is to be taken for: proposals under digits, 0 for nothing, or picked from all."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.kind import Field
from mengzhan.sheets.importing.contacts import UNDATED
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.mapping import MappedColumn
from mengzhan.ui.pages.importing.paths import PathWords, path_field
from mengzhan.ui.widgets.buttons import OfferButton
from mengzhan.ui.widgets.code_picker import CodePicker
from mengzhan.ui.widgets.editor import EditorContext
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Panel, Words


class ColumnQuestion(Panel):
    """``answered(column, path)``: what it is taken for. ``left``: back to the columns."""

    answered = Signal(int, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column: MappedColumn | None = None
        self._words: PathWords | None = None
        self._paths: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self.hint = Words("", "remark", wrap=True)
        self.offers = QWidget()
        self._flow = FlowLayout(self.offers)
        self._place = QVBoxLayout()
        self.picker: CodePicker | None = None
        self.buttons: list[OfferButton] = []
        self.body.addWidget(self.hint)
        self.body.addWidget(self.offers)
        self.body.addLayout(self._place)

    def set_words(self, words: HeaderWords) -> None:
        """Offer what columns of this kind can give."""
        self._offer_all(PathWords(words), *path_field(words, self.tr("导入为")))

    def _offer_all(self, words: PathWords, field: Field, paths: dict[str, str]) -> None:
        """Offer the choices of ``field``; ``paths`` tells what each of its codes stands for."""
        self._words, self._paths = words, paths
        self._numbers = {path: number for number, path in self._paths.items()}
        if self.picker is not None:
            self._place.removeWidget(self.picker)
            self.picker.hide()
            self.picker.deleteLater()
        self.picker = CodePicker(field, EditorContext(date.today))
        self.picker.set_placeholder(self.tr("从全部项目里选：拼音首字母、编号  Enter"))
        self.picker.moved.connect(self._take)
        self.picker.completed.connect(lambda: self._take(1))
        self._place.addWidget(self.picker)

    def ask(self, column: MappedColumn, letters: str) -> None:
        """Ask about a column."""
        self._column = column
        heading = self._heading()
        self.set_heading(heading.format(letters=letters, header=column.header or "　"))
        self.hint.setText(self._reason(column))
        if self.picker is not None:
            self.picker.set_value(self._numbers.get(column.path) if column.path else None)
        self._offer(column)

    def _heading(self) -> str:
        return self.tr("{letters} 列“{header}”导入为")

    def _reason(self, column: MappedColumn) -> str:
        if column.path and not column.is_sure:
            return self.tr("栏名和内容对不上，拿不准。按数字键选一个。")
        if not column.path:
            return self.tr("这一列不导入。要导入就选一项。")
        if column.path == UNDATED:
            return self.tr("没有写全年月日，记不成回访、走访；只有月份不算日期。")
        return self.tr("不用问；不对就改。")

    def _offer(self, column: MappedColumn) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        proposals = [path for path, _ in column.others if self._is_offered(path)]
        self.buttons = [self._button(str(number), path) for number, path in enumerate(proposals, 1)]
        self.buttons.append(self._button("0", ""))
        self.offers.updateGeometry()

    def _is_offered(self, path: str) -> bool:
        return not path.startswith("-")

    def _button(self, key: str, path: str) -> OfferButton:
        button = OfferButton(self._words.of(path) if self._words is not None else path, key)
        # The list of columns hears the digit: a field beside it wants its own.
        button.setShortcut(QKeySequence())
        button.clicked.connect(lambda: self._answer(path))
        self._flow.addWidget(button)
        return button

    def press(self, digit: int) -> None:
        """Answer with what stands under a digit; 0 is the last."""
        if digit < len(self.buttons):
            self.buttons[digit - 1].click()

    def focus_picker(self) -> None:
        """Pick from everything."""
        if self.picker is not None:
            self.picker.line.setFocus()

    def _take(self, step: int) -> None:
        value = self.picker.value() if self.picker is not None else None
        if step < 0 or value is None:
            self.left.emit()
        else:
            self._answer(self._paths[str(value)])

    def _answer(self, path: str) -> None:
        if self._column is not None:
            self.answered.emit(self._column.index, path)
