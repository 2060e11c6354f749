"""First start: where the station is, who works there, the recovery code. Keyboard only, in order."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.clock import BEIJING
from mengzhan.model.divisions import division_tree
from mengzhan.model.fieldtypes import Choice, PersonName
from mengzhan.model.kind import Field
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.store.session import Place, Session
from mengzhan.store.station import Surroundings, set_up
from mengzhan.ui.background import Jobs
from mengzhan.ui.shell.access import NewSecret, card, has_keystore
from mengzhan.ui.shell.enrol_office import EnrolOffice
from mengzhan.ui.shell.place_picker import PlacePicker
from mengzhan.ui.shell.recovery_code import RecoveryCode
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.editor import EditorContext
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import HairLine, Words, space
from mengzhan.ui.words import say

_NAME = Field("name", QT_TRANSLATE_NOOP("model", "姓名"), PersonName(), required=True)
_ROLE = Field("role", QT_TRANSLATE_NOOP("model", "身份"), Choice("operator_role"), required=True)


class StationStep(QWidget):
    """``done(place)``; ``restore_asked`` and ``handover_asked``: it is no new station."""

    done = Signal(object)
    restore_asked = Signal()
    handover_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code = ""
        column = QVBoxLayout(self)
        space(column, 0, 10)
        column.addWidget(Words(self.tr("1 / 3  本站在哪里"), "page"))
        self.hint = Words("", "remark", wrap=True, tone="accent")
        self.hint.hide()
        column.addWidget(self.hint)
        self.picker = PlacePicker()
        column.addWidget(self.picker, 1)
        self.name = LineEdit()
        self.name.setPlaceholderText(self.tr("站点名称"))
        self.name.setAccessibleName(self.tr("站点名称"))
        self.next = FilledButton(self.tr("下一步  Enter"))
        self.next.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.next)
        column.addLayout(row)
        column.addWidget(HairLine())
        others = QHBoxLayout()
        others.addWidget(Words(self.tr("不是新站？"), "remark"))
        for words, signal in (
            (self.tr("从备份恢复"), self.restore_asked),
            (self.tr("从旧电脑接手"), self.handover_asked),
        ):
            button = Button(words)
            button.set_look("link")
            button.clicked.connect(signal)
            others.addWidget(button)
        others.addStretch(1)
        column.addLayout(others)
        self.picker.picked.connect(self.pick)
        self.name.moved.connect(lambda step: self._finish() if step > 0 else None)
        self.next.clicked.connect(self._finish)
        self.setFocusProxy(self.picker)

    def pick(self, code: str) -> None:
        """Take a place; its name makes the station's, which can be changed."""
        self._code = code
        place = division_tree().get(code)
        name = place.name if place is not None else ""
        self.name.setText(self.tr("{place}就业服务站").format(place=name))
        self.next.setEnabled(True)
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def hint_handover(self) -> None:
        """Say that three steps come before the old computer's data."""
        words = self.tr("先按这三步给新电脑设好站点和操作员，接着就读旧电脑的移交包。")
        self.hint.setText(words)
        self.hint.show()
        self.picker.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        name = self.name.text().strip()
        if self._code and name:
            self.done.emit(Place(self._code, name))


class OperatorStep(QWidget):
    """``done(name, role, secret)``; ``left``: one step back."""

    done = Signal(str, str, str)
    left = Signal()

    def __init__(self, around: Surroundings, heading: str = "", verb: str = "") -> None:
        super().__init__()
        context = EditorContext(today=(around.clock() + BEIJING).date)
        self.name = make_editor(_NAME, context)
        self.role = make_editor(_ROLE, context)
        with_keystore = has_keystore(around)
        self.secret = NewSecret(with_keystore=with_keystore)
        column = QVBoxLayout(self)
        space(column, 0, 10)
        column.addWidget(Words(heading or self.tr("2 / 3  谁在用"), "page"))
        words = self.tr("每条记录都会写明是谁登记的。")
        if not heading:
            words += self.tr("以后可以在 设置 里再加人。")
        column.addWidget(Words(words, "remark", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().size(12))
        for row, editor in enumerate((self.name, self.role)):
            grid.addWidget(Words(say(editor.field.label), "label"), row, 0)
            grid.addWidget(editor, row, 1)
        label = Words(self.tr("PIN") if with_keystore else self.tr("密码"), "label")
        label.setFixedHeight(theme().field)
        grid.addWidget(label, 2, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.secret, 2, 1)
        column.addLayout(grid)
        self.message = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.message)
        column.addStretch(1)
        foot = QHBoxLayout()
        back = Button(self.tr("取消  Esc") if heading else self.tr("返回  Esc"))
        back.clicked.connect(self.left)
        self.next = FilledButton(verb or self.tr("下一步  Enter"))
        self.next.clicked.connect(self.finish)
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column.addLayout(foot)
        self.name.moved.connect(lambda step: self._move(step, self.role, self.name))
        self.role.moved.connect(lambda step: self._move(step, self.secret, self.name))
        self.secret.entered.connect(self.finish)
        self.setFocusProxy(self.name)

    def _move(self, step: int, following: QWidget, before: QWidget) -> None:
        (following if step > 0 else before).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def set_busy(self, busy: bool) -> None:
        """Show that the station is being made."""
        self.next.setEnabled(not busy)
        self.message.set_tone("plain" if busy else "red")
        self.message.setText(self.tr("正在建立加密的数据库…") if busy else "")

    def fail(self, error: UserError) -> None:
        """Say why it could not be made."""
        self.set_busy(False)
        self.message.setText(say(error.message))

    def finish(self) -> None:
        """Go on, or say what is missing."""
        problems = []
        for editor in (self.name, self.role):
            reading = editor.commit()
            found = [*reading.problems, *editor.field.check(reading.value, editor.context.today())]
            problems += [problem for problem in found if problem.blocks]
            if problems:
                self.message.setText(say(problems[0].hint))
                editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.message.setText("")
        secret = self.secret.take()
        if secret and self.next.isEnabled():
            self.done.emit(str(self.name.value()), str(self.role.value()), secret)


class CodeStep(QWidget):
    """The recovery code, and the enrolment file if there is one. ``done``."""

    done = Signal()

    def __init__(self, session: Session, code: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        space(column, 0, 10)
        column.addWidget(Words(self.tr("3 / 3  恢复码"), "page"))
        self.recovery = RecoveryCode(
            session.place.name, code, session.today(), self.tr("开始使用  Enter")
        )
        self.recovery.done.connect(self.done)
        self.enrol = EnrolOffice(session)
        self.enrol.enrolled.connect(self.recovery.setFocus)
        column.addWidget(self.recovery)
        column.addWidget(HairLine())
        words = self.tr("有上级给的登记文件，现在就可以登记；没有就跳过，以后在 设置 里补。")
        column.addWidget(Words(words, "remark", wrap=True))
        column.addWidget(self.enrol)
        column.addStretch(1)
        self.setFocusProxy(self.recovery)


class FirstStart(QWidget):
    """``opened(session)``: the station stands. ``restore_asked``, ``handover_asked``."""

    opened = Signal(object)
    restore_asked = Signal()
    handover_asked = Signal()

    def __init__(self, folder: Path, around: Surroundings, jobs: Jobs) -> None:
        super().__init__()
        self._folder, self._around, self._jobs = folder, around, jobs
        self._place = Place("", "")
        self._session: Session | None = None
        column, _panel = card(self, 640)
        self.steps = QStackedWidget()
        column.addWidget(self.steps, 1)
        self.station = StationStep()
        self.operator = OperatorStep(around)
        self.code: CodeStep | None = None
        for step in (self.station, self.operator):
            self.steps.addWidget(step)
        self.station.done.connect(self._take_place)
        self.station.restore_asked.connect(self.restore_asked)
        self.station.handover_asked.connect(self.handover_asked)
        self.operator.left.connect(lambda: self._show(self.station))
        self.operator.done.connect(self._set_up)
        self.setFocusProxy(self.station)

    def _show(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        step.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_place(self, place: Place) -> None:
        self._place = place
        self._show(self.operator)

    def _set_up(self, name: str, role: str, secret: str) -> None:
        self.operator.set_busy(True)

        def work(_progress: Progress) -> tuple[Session, str]:
            return set_up(self._folder, self._place, name, role, secret, self._around)

        self._jobs.run(work, self._answer, window=self, lane="unlock")

    def _answer(self, made: tuple[Session, str] | None, error: Exception | None) -> None:
        if isinstance(error, UserError):
            self.operator.fail(error)
        elif error is not None:
            raise error
        elif made is not None:
            self.operator.secret.clear()
            self._session, code = made
            self.code = CodeStep(self._session, code)
            self.code.done.connect(lambda: self.opened.emit(self._session))
            self.steps.addWidget(self.code)
            self._show(self.code)

    @property
    def unfinished(self) -> Session | None:
        """The session that was made while the recovery code is still shown."""
        return self._session
