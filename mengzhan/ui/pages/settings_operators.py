"""Settings: who works here, with PIN or password, and who has left."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.codes import code_table
from mengzhan.model.problem import UserError
from mengzhan.store.keyfile import Operator
from mengzhan.store.keyring import Keyring
from mengzhan.store.station import Surroundings
from mengzhan.ui.shell.access import NewSecret, has_keystore
from mengzhan.ui.shell.first_start import OperatorStep
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets import ask
from mengzhan.ui.widgets.buttons import Button, FilledButton, LinkButton
from mengzhan.ui.widgets.panel import HairLine, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class SecretDialog(QDialog):
    """A new PIN for somebody; ``secret`` holds it once the dialog was accepted."""

    def __init__(self, name: str, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setMinimumWidth(theme().size(420))
        self.secret = ""
        column = QVBoxLayout(self)
        space(column, 20, 12)
        with_keystore = has_keystore(around)
        words = self.tr("{name} 的新 PIN") if with_keystore else self.tr("{name} 的新密码")
        column.addWidget(Words(words.format(name=name), "panel"))
        self.entry = NewSecret(with_keystore=with_keystore)
        self.entry.entered.connect(self.take)
        column.addWidget(self.entry)
        row = QHBoxLayout()
        back = Button(self.tr("取消  Esc"))
        back.clicked.connect(self.reject)
        self.button = FilledButton(self.tr("换  Enter"))
        self.button.clicked.connect(self.take)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.button)
        column.addLayout(row)
        self.entry.setFocus()

    def take(self) -> None:
        """Accept if the two lines hold one good secret."""
        self.secret = self.entry.take()
        if self.secret:
            self.entry.clear()
            self.accept()


class OperatorDialog(QDialog):
    """One more operator; ``answer`` holds name, role and secret once it was accepted."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("加操作员"))
        self.setMinimumSize(theme().size(460), theme().size(420))
        self.answer: tuple[str, str, str] | None = None
        column = QVBoxLayout(self)
        space(column, 20, 12)
        self.step = OperatorStep(around, self.tr("加操作员"), self.tr("加上  Enter"))
        self.step.done.connect(self._take)
        self.step.left.connect(self.reject)
        column.addWidget(self.step)
        self.step.setFocus()

    def _take(self, name: str, role: str, secret: str) -> None:
        self.answer = (name, role, secret)
        self.step.secret.clear()
        self.accept()


class OperatorsSection(QWidget):
    """The operators, one line each."""

    def __init__(self, workspace: Workspace, around: Surroundings) -> None:
        super().__init__()
        self._workspace, self._around = workspace, around
        column = QVBoxLayout(self)
        space(column, 0, 10)
        words = self.tr("每条记录都写明是谁登记的。人走了就移除：打不开数据了，名字还留在记录里。")
        column.addWidget(Words(words, "remark", wrap=True))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().size(16))
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        self.add_button = Button(self.tr("加操作员…"))
        self.add_button.clicked.connect(self.add)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.refresh()

    def keyring(self) -> Keyring:
        """Read the key file."""
        return self._around.keyring(self._workspace.session.store.folder)

    def refresh(self) -> None:
        """Read the operators anew."""
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        with_keystore = has_keystore(self._around)
        self._change_words = self.tr("换 PIN") if with_keystore else self.tr("换密码")
        for number, operator in enumerate(self.keyring().operators):
            self._add_line(2 * number, operator)

    def _add_line(self, row: int, operator: Operator) -> None:
        role = code_table("operator_role").label(operator.role)
        here = operator.id == self._workspace.session.operator.id
        name = self.tr("{name}（正在用）").format(name=operator.name) if here else operator.name
        self._grid.addWidget(Words(name, "strong"), row, 0)
        self._grid.addWidget(Words(say(role), "remark"), row, 1)
        if operator.active:
            change = LinkButton(self._change_words)
            change.clicked.connect(lambda: self.change_secret(operator))
            remove = LinkButton(self.tr("移除"))
            remove.clicked.connect(lambda: self.remove(operator))
            remove.setEnabled(not here)
            self._grid.addWidget(change, row, 2)
            self._grid.addWidget(remove, row, 3)
        else:
            self._grid.addWidget(Words(self.tr("已离开"), "remark"), row, 2, 1, 2)
        self._grid.addWidget(HairLine(), row + 1, 0, 1, 4)

    def add(self) -> None:
        """Ask for one more operator."""
        dialog = OperatorDialog(self._around, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.answer is not None:
            self.let_in(*dialog.answer)

    def let_in(self, name: str, role: str, secret: str) -> None:
        """Let one more person in."""
        key = self._workspace.session.store.key
        self._change(lambda ring: ring.add_operator(key, name, role, secret))
        self._workspace.said.emit(self.tr("已加操作员：{name}").format(name=name), "")

    def change_secret(self, operator: Operator) -> None:
        """Ask for a new PIN."""
        dialog = SecretDialog(operator.name, self._around, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.set_secret(operator, dialog.secret)

    def set_secret(self, operator: Operator, secret: str) -> None:
        """Give an operator a new PIN."""
        key = self._workspace.session.store.key
        self._change(lambda ring: ring.set_secret(key, operator.id, secret))
        self._workspace.said.emit(self.tr("已换：{name}").format(name=operator.name), "")

    def remove(self, operator: Operator) -> None:
        """Let somebody in no longer, after asking."""
        title = self.tr("移除 {name}？").format(name=operator.name)
        words = self.tr("之后这个人打不开数据。以前登记的记录不变。")
        if ask.ask_irrevocable(self, title, words, self.tr("移除")):
            key = self._workspace.session.store.key
            self._change(lambda ring: ring.remove_operator(key, operator.id))

    def _change(self, change: Callable[[Keyring], object]) -> None:
        try:
            change(self.keyring())
            # somebody who was removed must not come in through an old backup
            self._workspace.session.store.backups.refresh_keys()
        except UserError as error:
            self._workspace.failed.emit(error)
        self.refresh()
