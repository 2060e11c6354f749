"""What a user reads when something fails: whose turn it is, what to do next, a stable code.

Three sorts: the environment (free the disk, plug the stick in), the data (put this right), and
our bug (nothing to put right; a redacted report to hand on).
"""

import contextlib
import sys
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.store.faults import keep_report, redacted
from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import say


class FailureDialog(QDialog):
    """Says what went wrong and what to do; a fault of the program shows its report as well."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("蒙站"))
        self.setMinimumWidth(theme().size(460))
        column = QVBoxLayout(self)
        space(column, 20, 12)
        head = QHBoxLayout()
        word, tone = self._sort(error)
        head.addWidget(Badge(word, tone))
        self.code = Words(_code(error), "remark")
        head.addWidget(self.code)
        head.addStretch(1)
        column.addLayout(head)
        self.sentence = Words(self._sentence(error), "body", wrap=True)
        self.sentence.setMinimumWidth(theme().size(420))
        column.addWidget(self.sentence)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.report = "" if isinstance(error, UserError) else redacted(error)
        if self.report:
            column.addWidget(self._report_view())
            self.place = Words(self._keep(), "remark", wrap=True)
            column.addWidget(self.place)
            copy = Button(self.tr("复制报告"))
            copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.report))
            foot.addWidget(copy)
        close = FilledButton(self.tr("关闭"), "Esc")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort(self, error: BaseException) -> tuple[str, Tone]:
        if not isinstance(error, UserError):
            return self.tr("程序出错"), "red"
        if getattr(error, "SORT", "data") == "environment":
            return self.tr("电脑或磁盘"), "amber"
        return self.tr("要您处理"), "blue"

    def _sentence(self, error: BaseException) -> str:
        if isinstance(error, UserError):
            return "\n".join(filter(None, (say(error.message), self._way_back(error))))
        return self.tr(
            "这是程序的毛病，不是您做错了。已经存的内容没有动，正在填的已存为草稿。"
            "下面的报告不含任何个人信息，可以复制给上级或维护人员。"
        )

    def _way_back(self, error: UserError) -> str:
        """Backups are restored before a folder is opened, so never from here."""
        if not getattr(error, "RESTORES", False):
            return ""
        return self.tr("请退出蒙站再打开，那里有“从备份恢复”。")

    def _report_view(self) -> QPlainTextEdit:
        view = QPlainTextEdit(self.report)
        view.setReadOnly(True)
        view.setTabChangesFocus(True)
        view.setFixedHeight(theme().size(160))
        return view

    def _keep(self) -> str:
        try:
            return self.tr("报告已存到 {path}").format(path=keep_report(self.report))
        except UserError as error:
            return self.tr("报告没有存成：{why}").format(why=say(error.message))


def _code(error: BaseException) -> str:
    return error.code if isinstance(error, UserError) else f"FAULT {type(error).__name__}"


def tell(error: BaseException, parent: QWidget | None = None) -> None:
    """Show a failure and wait until it was read. Tests replace this function."""
    FailureDialog(error, parent).exec()


class Guard(QObject):
    """Catches what nobody else did: drafts are kept first, then the user is told.

    A fault while telling of a fault is not told again; it would never end.
    """

    def __init__(
        self, show: Callable[[BaseException], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._busy = False
        self.before: list[Callable[[], None]] = []

    def install(self) -> None:
        """Become the place where exceptions of the whole program end."""
        sys.excepthook = self.catch

    def catch(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Deal with one exception."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if self._busy:
            return
        self._busy = True
        try:
            for rescue in self.before:
                with contextlib.suppress(Exception):
                    rescue()
            self._show(error.with_traceback(trace))
        finally:
            self._busy = False
