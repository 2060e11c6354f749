"""When the data does not open: what is the matter in one sentence, and the ways on."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from mengzhan.model.clock import BEIJING
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.store.backup import BACKUPS_NAME, Backup, list_backups, read_backup
from mengzhan.store.errors import InUseError, NewerVersionError
from mengzhan.store.key_errors import KeysDamagedError, KeysMissingError, KeysNewerError
from mengzhan.store.keyring import Keyring
from mengzhan.store.restore import bring_keys
from mengzhan.store.station import Surroundings, restore_backup
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.access import OperatorList, card, secret_line
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say

_CODE_LETTERS = 20
"""More letters and digits than any PIN: this is a recovery code."""


class RescueCard(QWidget):
    """``retried``: open again; ``restore_asked``; ``quit_asked``."""

    retried = Signal()
    restore_asked = Signal()
    quit_asked = Signal()

    def __init__(self, folder: Path, error: UserError) -> None:
        super().__init__()
        self._folder = folder
        column, _panel = card(self, 560)
        head = QHBoxLayout()
        head.addWidget(Words(self.tr("打不开数据"), "page"))
        head.addStretch(1)
        column.addLayout(head)
        self.sentence = Words(say(error.message), "body", wrap=True)
        column.addWidget(self.sentence)
        line = QHBoxLayout()
        environment = getattr(error, "SORT", "data") == "environment"
        word = self.tr("电脑或磁盘") if environment else self.tr("数据")
        line.addWidget(Badge(word, "amber" if environment else "red"))
        line.addWidget(Words(error.code, "remark"))
        line.addStretch(1)
        column.addLayout(line)
        self.retry = Button(self.tr("再试一次"))
        self.retry.clicked.connect(self.retried)
        self.restore = Button(self.tr("从备份恢复…"))
        self.restore.clicked.connect(self.restore_asked)
        show = Button(self.tr("打开数据文件夹"))
        show.clicked.connect(self._show_folder)
        leave = Button(self.tr("退出"))
        leave.clicked.connect(self.quit_asked)
        row = QHBoxLayout()
        restores = getattr(error, "RESTORES", False)
        self.first = self.restore if restores else self.retry
        self.first.set_look("filled")
        for button in (self.first, self.retry if restores else self.restore, show):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(leave)
        column.addLayout(row)
        # a newer program or another window is no reason to put an old copy in its place
        if isinstance(error, InUseError | NewerVersionError | KeysNewerError):
            self.restore.hide()
        self.setFocusProxy(self.first)

    def _show_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class RestoreCard(QWidget):
    """Puts a backup in the place of the data. ``restored(code)``: the recovery code if one was

    typed, else empty; ``left``: go back.
    """

    restored = Signal(str)
    left = Signal()

    def __init__(self, folder: Path, around: Surroundings, jobs: Jobs) -> None:
        super().__init__()
        self._folder, self._around, self._jobs = folder, around, jobs
        self._chosen: list[Backup] = []
        column, _panel = card(self, 600)
        column.addWidget(Words(self.tr("从备份恢复"), "page"))
        words = self.tr(
            "现在的数据会先另存，不会删掉。恢复后缺的记录，会随上级的下一份回执补回来。"
        )
        column.addWidget(Words(words, "remark", wrap=True))
        self.list = QListWidget()
        self.list.setFixedHeight(theme().size(110))
        self.list.setProperty("look", "options")
        self.list.setSpacing(theme().size(2))
        self.list.setAccessibleName(self.tr("备份"))
        self._none = Words(self.tr("数据文件夹里没有备份，请选别处的备份文件。"), wrap=True)
        column.addWidget(self._none)
        column.addWidget(self.list)
        self.list.hide()
        other = Button(self.tr("选别处的备份文件…"))
        other.set_look("link")
        other.clicked.connect(self._choose_file)
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        self._operators_words = Words(self.tr("谁来恢复"), "group")
        column.addWidget(self._operators_words)
        keyring = self._keyring()
        active = [who for who in keyring.operators if who.active] if keyring else []
        self.operators = OperatorList(active)
        column.addWidget(self.operators)
        self._operators_words.setVisible(bool(active))
        only_code = self.tr("恢复码（打印的那张纸上，七组）")
        either = self.tr("您的 PIN（密码），或者打印的恢复码")
        self.secret = secret_line(either if active else only_code)
        column.addWidget(self.secret)
        self.message = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.message)
        row = QHBoxLayout()
        back = Button(self.tr("返回"), "Esc")
        back.clicked.connect(self.left)
        self.button = FilledButton(self.tr("恢复这一份"))
        self.button.clicked.connect(self.restore)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.secret.moved.connect(lambda step: self.restore() if step > 0 else None)
        for backup in list_backups(folder / BACKUPS_NAME):
            self.add(backup)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.button.setEnabled(bool(self._chosen))
        self.setFocusProxy(self.list if self._chosen else other)

    def add(self, backup: Backup) -> None:
        """Offer a backup, also one from elsewhere."""
        made = backup.made + BEIJING
        words = self.tr("{day}   {size} MB").format(
            day=f"{made:%Y-%m-%d %H:%M}", size=f"{backup.size / 2**20:.1f}"
        )
        self._chosen.append(backup)
        self.list.addItem(QListWidgetItem(words))
        self._none.hide()
        self.list.show()
        self.list.setCurrentRow(self.list.count() - 1)
        self.button.setEnabled(True)

    def _keyring(self) -> Keyring | None:
        try:
            return self._around.keyring(self._folder)
        except (KeysMissingError, KeysDamagedError):
            return None

    def _choose_file(self) -> None:
        pattern = self.tr("蒙站备份 (backup-*.db)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选备份文件"), "", pattern)
        backup = read_backup(Path(name)) if name else None
        if backup is not None:
            self.add(backup)
        elif name:
            self.message.setText(self.tr("这不是蒙站的备份文件（backup-日期-版本.db），请另选。"))

    def restore(self) -> None:
        """Restore the chosen backup, with the PIN or code that was typed."""
        row = self.list.currentRow()
        if row < 0 or not self.secret.text() or not self.button.isEnabled():
            self.message.setText(self.tr("请先选一份备份，再把上面一栏填好。"))
            return
        backup, typed, operator = self._chosen[row], self.secret.text(), self.operators.current
        is_code = sum(char.isalnum() for char in typed) > _CODE_LETTERS
        self.button.setEnabled(False)
        self.message.setText("")

        def work(_progress: Progress) -> str:
            key = self._key(backup, typed, operator, is_code=is_code)
            restore_backup(self._folder, backup, key, self._around)
            return typed if is_code else ""

        self._jobs.run(work, self._answer, window=self, lane="restore")

    def _key(self, backup: Backup, typed: str, operator: str, *, is_code: bool) -> bytes:
        """Return the database key; a missing key file comes out of the backup first."""
        keyring = self._keyring()
        if keyring is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            stamp = f"{self._around.clock():%Y%m%dT%H%M%SZ}"
            bring_keys(backup, self._folder, self._folder / BACKUPS_NAME, stamp)
            keyring = self._around.keyring(self._folder)
        return keyring.unlock_with_recovery(typed) if is_code else keyring.unlock(operator, typed)

    def _answer(self, code: str | None, error: Exception | None) -> None:
        self.button.setEnabled(True)
        if isinstance(error, UserError):
            self.message.setText(say(error.message))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        elif error is not None:
            raise error
        else:
            self.secret.clear()
            self.restored.emit(code)
