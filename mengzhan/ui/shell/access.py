"""Who is at the keyboard: choosing an operator, typing a PIN, choosing a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.store.key_errors import MustWaitError
from mengzhan.store.keyfile import Operator
from mengzhan.store.keyring import Keyring
from mengzhan.store.keystore import SystemKeystore
from mengzhan.store.secrets_policy import check_secret, read_secret
from mengzhan.store.station import Surroundings
from mengzhan.ui.theme import application, theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Panel, Words, space
from mengzhan.ui.words import say

_PROBE = "keystore-probe"


def has_keystore(around: Surroundings) -> bool:
    """Whether the system keeps secrets, so that a PIN of six digits is enough."""
    keystore = around.keystore or SystemKeystore()
    return keystore.make(_PROBE) is not None


def secret_line(placeholder: str) -> LineEdit:
    """Return a line that hides what is typed."""
    line = LineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setPlaceholderText(placeholder)
    return line


class OperatorList(QWidget):
    """The operators as buttons; left and right walk, one is always chosen."""

    chosen = Signal(str)

    def __init__(self, operators: Sequence[Operator], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, Button] = {}
        row = FlowLayout(self)
        for operator in operators:
            button = Button(operator.name)
            button.set_look("choice")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _on=False, who=operator.id: self.chosen.emit(who))
            row.addWidget(button)
            self._buttons[operator.id] = button
        if operators:
            self.choose(operators[0].id)

    def choose(self, operator: str) -> None:
        """Choose an operator."""
        self._buttons[operator].setChecked(True)

    @property
    def current(self) -> str:
        """The id of the operator chosen, or an empty text without any."""
        return next((who for who, button in self._buttons.items() if button.isChecked()), "")


class OperatorAccess(QWidget):
    """Operator and PIN. ``tried(operator, secret)``; answer with ``fail`` or ``forget``.

    ``recovery_asked``: the PIN is forgotten.
    """

    tried = Signal(str, str)
    recovery_asked = Signal()

    def __init__(self, keyring: Keyring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyring = keyring
        self.operators = OperatorList([who for who in keyring.operators if who.active])
        self.secret = secret_line("")
        self.message = Words("", "remark", wrap=True, tone="red")
        self.button = FilledButton(self.tr("打开  Enter"))
        self.forgotten = Button("")
        self.forgotten.set_look("link")
        column = QVBoxLayout(self)
        space(column, 0, 12)
        column.addWidget(self.operators)
        column.addWidget(self.secret)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addWidget(self.forgotten)
        row.addStretch(1)
        row.addWidget(self.button)
        column.addLayout(row)
        self.setFocusProxy(self.secret)
        self.secret.moved.connect(lambda step: self._try() if step > 0 else None)
        self.button.clicked.connect(self._try)
        self.forgotten.clicked.connect(self.recovery_asked)
        self.operators.chosen.connect(self.choose)
        self._name_secret()
        self._left = 0
        self._error: MustWaitError | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._count_down)

    def choose(self, operator: str) -> None:
        """Ask this operator."""
        self.operators.choose(operator)
        self._name_secret()
        self.secret.setFocus()

    def _name_secret(self) -> None:
        """A PIN where this computer keeps its part of the key, else a password."""
        operator = self.operators.current
        if operator and self._keyring.uses_password(operator):
            word, forgotten = self.tr("密码"), self.tr("忘了密码，用恢复码")
        else:
            word, forgotten = self.tr("PIN"), self.tr("忘了 PIN，用恢复码")
        self.secret.setPlaceholderText(word)
        self.secret.setAccessibleName(word)
        self.forgotten.set_words(forgotten)

    def set_busy(self, busy: bool) -> None:
        """Show that the PIN is being tried."""
        self.button.setEnabled(not busy)
        self.secret.setReadOnly(busy)
        if busy:
            self._say(self.tr("正在打开…"), wrong=False)

    def fail(self, error: UserError) -> None:
        """Say why it did not open; a waiting time counts down."""
        self.set_busy(False)
        self.secret.clear()
        self._say(say(error.message), wrong=True)
        if isinstance(error, MustWaitError):
            self._error = error
            self._left = int(str(error.message.params["seconds"]))
            self.button.setEnabled(False)
            self._timer.start()
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Leave nothing behind of what was typed."""
        self._timer.stop()
        self.set_busy(False)
        self.secret.clear()
        self.message.setText("")

    def _try(self) -> None:
        if self.button.isEnabled() and self.secret.text():
            self.tried.emit(self.operators.current, self.secret.text())

    def _count_down(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say(say(MustWaitError(seconds=self._left).message), wrong=True)
            return
        self._timer.stop()
        self.button.setEnabled(True)
        self.message.setText("")

    def _say(self, words: str, *, wrong: bool) -> None:
        self.message.set_tone("red" if wrong else "plain")
        self.message.setText(words)


class NewSecret(QWidget):
    """A new PIN or password, typed twice. ``entered``: Enter in the second line."""

    entered = Signal()

    def __init__(self, *, with_keystore: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_keystore = with_keystore
        pin = self.tr("PIN：6 位以上数字，不要用生日和电话")
        password = self.tr("密码：8 个字符以上，不能全是数字")
        self.first = secret_line(pin if with_keystore else password)
        self.second = secret_line(self.tr("再输一遍"))
        self.message = Words("", "remark", wrap=True, tone="red")
        column = QVBoxLayout(self)
        space(column, 0, 8)
        column.addWidget(self.first)
        column.addWidget(self.second)
        if not with_keystore:
            why = self.tr("这台电脑存不住钥匙，只用数字容易被试出来，所以要用密码。")
            column.addWidget(Words(why, "remark", wrap=True))
        column.addWidget(self.message)
        self.setFocusProxy(self.first)
        self.first.moved.connect(lambda step: self.second.setFocus() if step > 0 else None)
        self.second.moved.connect(lambda step: self.entered.emit() if step > 0 else None)
        self.first.left.connect(lambda _reason: self._check_first())

    def take(self) -> str:
        """Return what was chosen, or an empty text after saying what is wrong with it."""
        if not self._check_first():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
            return ""
        if read_secret(self.first.text()) != read_secret(self.second.text()):
            self.message.setText(self.tr("两次输入的不一样，请再输一遍。"))
            self.second.clear()
            self.second.setFocus(Qt.FocusReason.OtherFocusReason)
            return ""
        self.message.setText("")
        return self.first.text()

    def clear(self) -> None:
        """Leave nothing behind of what was typed."""
        self.first.clear()
        self.second.clear()
        self.message.setText("")

    def _check_first(self) -> bool:
        try:
            check_secret(self.first.text(), with_keystore=self._with_keystore)
        except UserError as error:
            if self.first.text() or self.second.text() or not self.first.hasFocus():
                self.message.setText(say(error.message))
            return False
        self.message.setText("")
        return True


class CardArea(QScrollArea):
    """Scrolls where the window is lower than the card; what has the focus stays in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ground = QWidget()
        self.ground.setProperty("look", "scrolled")
        self.setWidget(self.ground)
        application().focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if focused is not None and self.ground.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)


def card(parent: QWidget, width: int = 520) -> tuple[QVBoxLayout, QWidget]:
    """Put one calm white card into the middle of a window; return its column and itself."""
    outer = QVBoxLayout(parent)
    space(outer, 0, 0)
    area = CardArea()
    outer.addWidget(area)
    outer = QVBoxLayout(area.ground)
    space(outer, 8, 0)
    panel = Panel()
    panel.setMaximumWidth(theme().size(width))
    outer.addStretch(1)
    line = QHBoxLayout()
    line.addStretch(1)
    line.addWidget(panel, 100)
    line.addStretch(1)
    outer.addLayout(line)
    outer.addStretch(2)
    column = QVBoxLayout()
    space(column, 0, 10)
    panel.body.addLayout(column)
    return column, panel
