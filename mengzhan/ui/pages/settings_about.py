"""Settings: version, licences, and figures for whoever helps; nothing personal in them."""

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

import mengzhan
from mengzhan.model.resources import resource_path
from mengzhan.store.versions import MIGRATIONS
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import HairLine, Words, space
from mengzhan.ui.words import say_many
from mengzhan.ui.workspace import Workspace


class AboutSection(QWidget):
    """What this program is made of."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        space(column, 0, 10)
        version = self.tr("蒙站 {version}").format(version=mengzhan.__version__)
        column.addWidget(Words(version, "panel"))
        words = self.tr("内蒙古就业服务站离线工作台。木兰宽松许可证第 2 版，可以自由使用和修改。")
        column.addWidget(Words(words, "remark", wrap=True))
        column.addWidget(Words(self.tr("诊断（不含任何个人信息）"), "group"))
        self.figures = Words("", wrap=True)
        self.figures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.figures)
        copy = Button(self.tr("复制"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.figures.text()))
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(HairLine())
        column.addWidget(Words(self.tr("用到的软件和它们的许可证"), "group"))
        row = QHBoxLayout()
        self.names = QListWidget()
        self.names.setFixedWidth(theme().size(180))
        self.licence = QPlainTextEdit()
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        for view in (self.names, self.licence):
            view.setMinimumHeight(theme().size(200))
        row.addWidget(self.names)
        row.addWidget(self.licence, 1)
        column.addLayout(row, 1)
        folder = resource_path("licences")
        self.names.addItems(sorted(path.stem for path in folder.glob("*.txt")))
        self.names.currentTextChanged.connect(self._show_licence)
        self.names.setCurrentRow(0)
        self.refresh()

    def refresh(self) -> None:
        """Measure anew."""
        session = self._workspace.session
        reader = session.read()
        path = session.store.path
        # what was written last waits in files beside it
        size = sum(part.stat().st_size for part in path.parent.glob(f"{path.name}*")) / 2**10
        lines = [
            f"mengzhan {mengzhan.__version__}",
            f"Python {platform.python_version()} · Qt {qVersion()} · {platform.platform()}",
            self.tr("数据版本 {version}").format(version=MIGRATIONS[-1].version),
            self.tr("数据库 {size} KB").format(size=f"{size:,.0f}"),
            self.tr("改动 {count} 条").format(count=reader.journal.position()),
            self.tr("备份 {count} 份").format(count=len(session.store.backups.listed())),
            " · ".join(
                f"{say_many(kind)} {reader.count(name)}"
                for name, kind in session.catalogue.by_hand.items()
            ),
        ]
        self.figures.setText("\n".join(lines))

    def _show_licence(self, name: str) -> None:
        path = resource_path("licences", f"{name}.txt")
        self.licence.setPlainText(path.read_text(encoding="utf-8", errors="replace"))
