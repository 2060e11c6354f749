"""F1: every key on one sheet."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.panel import Words, space


class KeysOverview(QDialog):
    """What the keys do; ``pages`` are pairs of (key, name) as on the rail."""

    def __init__(self, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("按键一览"))
        column = QVBoxLayout(self)
        space(column, 20, 12)
        sheets = QHBoxLayout()
        sheets.setSpacing(theme().size(32))
        for heading, lines in (
            (self.tr("到哪一页"), pages),
            (self.tr("随时可用"), self._everywhere()),
            (self.tr("今日和列表"), self._lists()),
        ):
            sheets.addLayout(self._sheet(heading, lines))
        column.addLayout(sheets)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = FilledButton(self.tr("知道了"))
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)

    def _sheet(self, heading: str, lines: Sequence[tuple[str, str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(Words(heading, "panel"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(12))
        grid.setVerticalSpacing(theme().size(4))
        for row, (key, words) in enumerate(lines):
            grid.addWidget(Words(key, "strong"), row, 0)
            grid.addWidget(Words(words), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _everywhere(self) -> list[tuple[str, str]]:
        return [
            ("Ctrl+N", self.tr("新记录，再按一个字母")),
            ("Ctrl+K", self.tr("搜索")),
            ("Ctrl+S", self.tr("保存")),
            ("Ctrl+Enter", self.tr("保存，再填一条")),
            ("Enter / Tab", self.tr("下一项")),
            ("Ctrl+Z", self.tr("撤销")),
            ("Ctrl+Y", self.tr("重做")),
            ("Ctrl+Shift+Z", self.tr("最近的操作")),
            ("Ctrl+L", self.tr("锁屏")),
            ("Esc", self.tr("返回")),
            ("F1", self.tr("按键一览")),
        ]

    def _lists(self) -> list[tuple[str, str]]:
        return [
            ("↑ ↓", self.tr("上一条、下一条")),
            ("Enter", self.tr("办这一条")),
            ("1 – 9", self.tr("记结果")),
            ("0", self.tr("少见的结果")),
            ("← →", self.tr("只看一类")),
            ("F6", self.tr("看这个人（窄屏）")),
            ("Ctrl+I", self.tr("导入表格")),
            ("Ctrl+E", self.tr("导出成表格")),
            ("Ctrl+Tab", self.tr("同页的另一类")),
        ]
