"""The page of a file on its way in or out: what it is made of, whichever way the file goes."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.ask_file import ask_file
from mengzhan.ui.pages.file_course import FileCourse
from mengzhan.ui.pages.importing.steps_bar import StepsBar
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.ask import ask_irrevocable
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.drop_page import DropPage
from mengzhan.ui.widgets.elided import ElidedWords
from mengzhan.ui.widgets.panel import EmptyState, ResultLine, Words
from mengzhan.ui.workspace import Workspace

TAB = Qt.FocusReason.TabFocusReason


@dataclass(frozen=True)
class FileWords:
    """What the page says of its file.

    ``invitation``: before there is one. ``choose``: over the system's dialog. ``leave``: on the
    button that gives it up. ``question`` and ``lost``: before that, and what is lost by it.
    ``stopped``: after work was stopped.
    """

    title: str
    steps: Sequence[str]
    invitation: str
    choose: str
    leave: str
    question: str
    lost: str
    stopped: str


class FilePage(DropPage):
    """Steps one after the other beside the list. ``closed``: back to the list.

    A page of a way adds its steps to ``stack`` and ends its making with ``show_waiting``.
    """

    closed = Signal()

    FILES = ""
    """What files may be called, as patterns of the system's dialog."""

    FOLDER = ""
    """The setting that holds the folder of last time."""

    def __init__(
        self, workspace: Workspace, course: FileCourse, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.course = course
        course.setParent(self)
        self.step = 0
        self._masked = True
        self._words = self.words()
        self.head = QHBoxLayout()
        self.file_words = ElidedWords("remark")
        self.masks_button = Button(self.tr("显示完整号码"), "F2")
        self.file_button = Button(self.tr("换文件…"), "Ctrl+O")
        self.close_button = Button(self._words.leave, "Esc")
        self.bar = StepsBar(self._words.steps)
        self.told = ResultLine()
        self.busy = BusyBar(workspace.jobs)
        self.stack = QStackedWidget()
        self.waiting = EmptyState(self._words.invitation, self.tr("选文件…"))
        self.back_button = Button(self.tr("上一步"), "Alt+Left")
        self.next_button = FilledButton(self.tr("下一步"), "Ctrl+Return")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.head.setSpacing(theme().size(8))
        self.head.addWidget(Words(self._words.title, "page"))
        self.head.addWidget(self.file_words, 1)
        for button in (self.masks_button, self.file_button, self.close_button):
            self.head.addWidget(button)
        self.stack.addWidget(self.waiting)
        foot = QHBoxLayout()
        foot.setSpacing(theme().size(8))
        foot.addWidget(self.back_button)
        foot.addWidget(self.told, 1)
        foot.addStretch(0)
        foot.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(8))
        column.addLayout(self.head)
        column.addWidget(self.bar)
        column.addWidget(self.busy)
        column.addWidget(self.stack, 1)
        column.addLayout(foot)

    def _listen(self) -> None:
        self.course.began.connect(self._begin)
        self.course.refused.connect(self._refuse)
        self.course.stopped.connect(self._stopped)
        self.dropped.connect(lambda paths: self.hand_over(paths[0]))
        self.waiting.acted.connect(self.ask)
        self.file_button.clicked.connect(self.ask)
        self.masks_button.clicked.connect(self.toggle_masks)
        self.close_button.clicked.connect(self.leave)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        self.workspace.hidden.connect(self._cover)

    # What a way says and does of its own ---------------------------------------------------

    @abstractmethod
    def words(self) -> FileWords:
        """What the page says of its file."""

    @abstractmethod
    def open(self, path: Path) -> None:
        """Read a file; what was under way is given up."""

    def hand_over(self, path: Path) -> None:
        """Read a file that was dropped here or on the list."""
        self.open(path)

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether a file is on its way that was not written yet."""

    @abstractmethod
    def loses(self) -> bool:
        """Whether leaving would lose what somebody decided."""

    @abstractmethod
    def focus_first(self) -> None:
        """Put the focus where the step is worked with."""

    @abstractmethod
    def go_on(self) -> None:
        """Go on to the next step."""

    @abstractmethod
    def go_back(self) -> None:
        """Go back to the step before."""

    @abstractmethod
    def standing(self, step: int) -> tuple[str, Tone]:
        """Return the words beside the heading of a step."""

    @abstractmethod
    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that tell who somebody is, in every step."""

    # The file ------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for a file."""
        path = self.ask_file()
        if path is not None:
            self.open(path)

    def ask_file(self) -> Path | None:
        """Ask with the system's dialog, beginning in the folder of last time; tests replace this."""
        session, title = self.workspace.session, self._words.choose
        pattern = self.tr("表格 ({files})").format(files=self.FILES)
        return ask_file(self, session, self.FOLDER, title, pattern)

    def begin_file(self, path: Path) -> bool:
        """Show that a file is being read, and return whether it may be."""
        if self.course.is_busy or not self._may_leave():
            return False
        self.workspace.session.set_setting(self.FOLDER, str(path.parent))
        self.file_words.say(path.name)
        self.show_waiting(self.tr("正在读 {name}…").format(name=path.name))
        return True

    def show_waiting(self, words: str = "") -> None:
        """Invite to choose a file, or say ``words`` while one is read."""
        self.step = 0
        self.waiting.set_sentence(words or self._words.invitation)
        self.waiting.button.setVisible(not words)
        self.stack.setCurrentWidget(self.waiting)
        self.next_button.hide()
        self.back_button.hide()
        self.told.tell("")
        self.write_bar()

    def leave(self) -> None:
        """Give up what was not written, and go back to the list."""
        if self.course.is_busy:
            self.course.cancel()
        elif self._may_leave():
            self.course.forget()
            self.show_waiting()
            self.file_words.say("")
            self.closed.emit()

    def _may_leave(self) -> bool:
        if not self.loses():
            return True
        words = self._words
        return ask_irrevocable(self, words.question, words.lost, self.tr("丢掉"))

    # Answers of the course -----------------------------------------------------------------

    def _begin(self, job: int, words: str) -> None:
        self.busy.follow(job, words)
        self.told.tell("")
        self._enable(False)

    def ended(self) -> None:
        """Long work has ended: everything can be used again."""
        self._enable(True)

    def _enable(self, enabled: bool) -> None:
        for part in (self.stack, self.next_button, self.back_button, self.file_button):
            part.setEnabled(enabled)

    def _refuse(self, words: str) -> None:
        self.ended()
        if self.course.task is None:
            self.show_waiting(words)
            self.waiting.button.show()
            self.waiting.button.setFocus(TAB)
        else:
            self.told.tell(words, "red")

    def _stopped(self) -> None:
        self.ended()
        if self.course.task is None:
            self.show_waiting()
        self.focus_first()
        self.told.tell(self._words.stopped, "plain")

    # Steps ---------------------------------------------------------------------------------

    def ready(self) -> None:
        """Nothing is asked here any more: Enter goes on."""
        self.next_button.setFocus(TAB)

    def write_bar(self) -> None:
        """Show how every step stands."""
        for step, head in enumerate(self.bar.heads):
            words, tone = self.standing(step)
            head.say(words, tone, current=step == self.step)

    # Masks ---------------------------------------------------------------------------------

    def toggle_masks(self) -> None:
        """Show numbers in full, or cover them again."""
        self._mask(not self._masked)

    def _cover(self) -> None:
        self._mask(True)

    def _mask(self, masked: bool) -> None:
        self._masked = masked
        words = self.tr("显示完整号码") if masked else self.tr("遮住号码")
        self.masks_button.set_words(words)
        self.set_masked(masked)
