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
        sheets.setSpacing(theme().size(24))
        for heading, lines in (
            (self.tr("到哪一页"), pages),
            (self.tr("随时可用"), self._everywhere()),
            (self.tr("今日和列表"), self._lists()),
            (self.tr("填表、看一条"), self._records()),
        ):
            sheets.addLayout(self._sheet(heading, lines))
        column.addLayout(sheets)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = FilledButton(self.tr("关闭"), "Esc")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)

    def _sheet(self, heading: str, lines: Sequence[tuple[str, str]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme().size(8))
        column.addWidget(Words(heading, "panel"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(8))
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
            ("Ctrl+Z", self.tr("撤销")),
            ("Ctrl+Y", self.tr("重做")),
            ("Ctrl+Shift+Z", self.tr("最近的操作")),
            ("Ctrl+Tab", self.tr("同页的另一类")),
            ("F6", self.tr("换到旁边一栏")),
            ("Ctrl+L", self.tr("锁屏")),
            ("Esc", self.tr("返回")),
            ("F1", self.tr("按键一览")),
            ("Ctrl+Q", self.tr("退出")),
        ]

    def _lists(self) -> list[tuple[str, str]]:
        return [
            ("↑ ↓", self.tr("上一条、下一条")),
            ("Enter", self.tr("办这一条")),
            ("1 – 9", self.tr("记结果")),
            ("0", self.tr("少见的结果")),
            ("← →", self.tr("只看一类")),
            ("Ins", self.tr("新的一条")),
            ("J", self.tr("两张清单里：推荐")),
            ("Ctrl+F", self.tr("在列表里找")),
            ("F3", self.tr("筛选")),
            ("Ctrl+G / U", self.tr("广告有问题、外站岗位")),
            ("Space", self.tr("选中")),
            ("Ctrl+B", self.tr("批量改")),
            ("Del", self.tr("删除，可以撤销")),
            ("Ctrl+I / E", self.tr("导入、导出表格")),
            ("Ctrl+T / R", self.tr("填上级发的表、录入户表")),
        ]

    def _records(self) -> list[tuple[str, str]]:
        return [
            ("Enter / Tab", self.tr("下一项")),
            ("Shift+Enter", self.tr("上一项")),
            ("Ctrl+S", self.tr("保存")),
            ("Ctrl+Enter", self.tr("保存，再填一条")),
            ("Ctrl+D", self.tr("接着填草稿")),
            ("Ctrl+J", self.tr("走访里登记岗位")),
            ("Ctrl+V", self.tr("岗位页：粘贴招聘信息")),
            ("E", self.tr("改资料")),
            ("M / Ctrl+M", self.tr("合适的岗位、合适的人")),
            ("F2", self.tr("显示号码")),
            ("F7", self.tr("照建议改招聘用语")),
            ("Ctrl+H", self.tr("历史")),
            ("Ctrl+P", self.tr("发布、打印")),
            ("F9", self.tr("报送")),
            ("Ctrl+O", self.tr("读回执")),
        ]
