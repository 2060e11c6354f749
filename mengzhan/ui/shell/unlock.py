"""Unlocking a data folder: operator and PIN, or the printed recovery code and a new PIN."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.store.key_errors import AccessError
from mengzhan.store.recovery import RecoveryLengthError, RecoveryTypoError
from mengzhan.store.secrets_policy import WeakSecretError
from mengzhan.store.session import Session
from mengzhan.store.station import Surroundings, unlock, unlock_with_recovery
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.access import NewSecret, OperatorAccess, OperatorList, card, has_keystore
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say

_TRY_AGAIN = (AccessError, WeakSecretError, RecoveryLengthError, RecoveryTypoError)
"""Errors that are answered by typing again; all others need the rescue card."""


class UnlockCard(QWidget):
    """``opened(session)``; ``stuck(error)``: the data cannot be opened; ``recovery_asked``.

    Raises:
        StoreError: the key file cannot be used.
    """

    opened = Signal(object)
    stuck = Signal(object)
    recovery_asked = Signal()

    def __init__(self, folder: Path, around: Surroundings, jobs: Jobs) -> None:
        super().__init__()
        self._folder, self._around, self._jobs = folder, around, jobs
        keyring = around.keyring(folder)
        column, _panel = card(self, 460)
        column.addWidget(Words(self.tr("蒙站"), "page"))
        column.addWidget(Words(self.tr("选您的名字，输入后回车打开。"), "remark"))
        self.access = OperatorAccess(keyring)
        column.addWidget(self.access)
        self.access.tried.connect(self._try)
        self.access.recovery_asked.connect(self.recovery_asked)
        self.setFocusProxy(self.access)

    def _try(self, operator: str, secret: str) -> None:
        self.access.set_busy(True)

        def work(_progress: Progress) -> Session:
            return unlock(self._folder, operator, secret, self._around)

        self._jobs.run(work, self._answer, window=self, lane="unlock")

    def _answer(self, session: Session | None, error: Exception | None) -> None:
        if session is not None:
            self.access.forget()
            self.opened.emit(session)
        elif isinstance(error, _TRY_AGAIN):
            self.access.fail(error)
        elif isinstance(error, UserError):
            self.stuck.emit(error)
        elif error is not None:
            raise error


class RecoveryCard(QWidget):
    """The recovery code opens, and gives an operator a new PIN.

    ``opened(what let_in returned)``, ``stuck(error)``, ``left``: back to the PIN.
    """

    opened = Signal(object)
    stuck = Signal(object)
    left = Signal()

    def __init__(self, folder: Path, around: Surroundings, jobs: Jobs, code: str = "") -> None:
        super().__init__()
        self._folder, self._around, self._jobs = folder, around, jobs
        operators = [who for who in around.keyring(folder).operators if who.active]
        column, _panel = card(self)
        column.addWidget(Words(self.tr("用恢复码打开"), "page"))
        words = self.tr("恢复码在打印的那张纸上，七组，每组五个字。大小写和横线都不要紧。")
        column.addWidget(Words(words, "remark", wrap=True))
        self.code = LineEdit()
        self.code.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self.code.setAccessibleName(self.tr("恢复码"))
        self.code.setText(code)
        column.addWidget(self.code)
        column.addWidget(Words(self.tr("给谁重设"), "group"))
        self.operators = OperatorList(operators)
        column.addWidget(self.operators)
        self.secret = NewSecret(with_keystore=has_keystore(around))
        column.addWidget(self.secret)
        self.message = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.message)
        row = QHBoxLayout()
        back = Button(self.tr("返回"), "Esc")
        back.clicked.connect(self.left)
        self.button = FilledButton(self.tr("打开并重设  Enter"))
        self.button.clicked.connect(self.open)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.code.moved.connect(lambda step: self.secret.setFocus() if step > 0 else None)
        self.secret.entered.connect(self.open)
        self.setFocusProxy(self.secret if code else self.code)

    def open(self) -> None:
        """Try what was typed."""
        secret = self.secret.take()
        if not secret or not self.button.isEnabled():
            return
        code, operator = self.code.text(), self.operators.current
        self.button.setEnabled(False)
        self.message.setText("")

        def work(_progress: Progress) -> object:
            return self.let_in(code, operator, secret)

        self._jobs.run(work, self._answer, window=self, lane="unlock")

    def let_in(self, code: str, operator: str, secret: str) -> object:
        """Open the folder, beside the screen; return its session."""
        session = unlock_with_recovery(self._folder, code, operator, secret, self._around)
        # whoever came in by the code may have lost the old PIN: old copies get the new keys
        session.store.backups.refresh_keys()
        return session

    def _answer(self, let_in: object, error: Exception | None) -> None:
        self.button.setEnabled(True)
        if let_in is not None:
            self.secret.clear()
            self.code.clear()
            self.opened.emit(let_in)
        elif isinstance(error, _TRY_AGAIN):
            self.message.setText(say(error.message))
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, UserError):
            self.stuck.emit(error)
        elif error is not None:
            raise error
