"""Settings: the backups there are, one more now, and going back to one of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from mengzhan.model.clock import BEIJING
from mengzhan.model.progress import Progress
from mengzhan.store.backup import Backup
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.workspace import Workspace


class BackupSection(QWidget):
    """The list of backups, newest first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        space(column, 0, 10)
        words = self.tr(
            "每次打开和关闭都自动备份，加密，存在数据文件夹的 backups 里；"
            "一周留每天的，以后留每周、每月的。"
        )
        column.addWidget(Words(words, "remark", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("备份"))
        self.list.setMinimumHeight(theme().size(120))
        self.list.setProperty("look", "options")
        self.list.setSpacing(theme().size(2))
        self._none = Words(self.tr("还没有备份。按下面的“现在备份”做第一份。"))
        column.addWidget(self._none)
        column.addWidget(self.list, 1)
        self.busy = BusyBar(workspace.jobs)
        column.addWidget(self.busy)
        row = QHBoxLayout()
        self.now = FilledButton(self.tr("现在备份"))
        self.now.clicked.connect(self.back_up)
        row.addWidget(self.now)
        row.addStretch(1)
        column.addLayout(row)
        words = self.tr(
            "要回到某一份：退出蒙站，再打开时选“从备份恢复”。"
            "恢复后缺的记录，会随上级的下一份回执补回来。"
        )
        column.addWidget(Words(words, "remark", wrap=True))
        self.folder = Button(self.tr("复制文件夹位置"))
        self.folder.clicked.connect(self._copy_folder)
        column.addWidget(self.folder, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)
        self.refresh()

    def refresh(self) -> None:
        """List the backups anew."""
        self.list.clear()
        for backup in self._workspace.session.store.backups.listed():
            made = backup.made + BEIJING
            words = self.tr("{day}   {size} MB").format(
                day=f"{made:%Y-%m-%d %H:%M}", size=f"{backup.size / 2**20:.1f}"
            )
            self.list.addItem(QListWidgetItem(words))
        self._none.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)

    def back_up(self) -> None:
        """Make a backup now, beside the screen."""
        store = self._workspace.session.store
        self.now.setEnabled(False)

        def work(_progress: Progress) -> Backup | None:
            return store.backup(force=True)

        job = self._workspace.jobs.run(work, self._done, window=self, lane="backup")
        self.busy.follow(job, self.tr("正在备份并检查…"))

    def _done(self, made: Backup | None, error: Exception | None) -> None:
        self.now.setEnabled(True)
        if error is not None:
            self._workspace.failed.emit(error)
        elif made is not None:
            self._workspace.said.emit(self.tr("已备份，并检查过能打开"), "")
        self.refresh()

    def _copy_folder(self) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(str(self._workspace.session.store.backups.folder))
        self._workspace.said.emit(self.tr("已复制备份文件夹的位置"), "")
