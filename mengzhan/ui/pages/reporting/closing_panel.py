"""结账: how the month stands, what to look at first, closing it, and what was corrected since."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.model.entry import Entry
from mengzhan.rules.closing import Check
from mengzhan.rules.reporting.corrected import change_words, correction_words
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.context import Moments
from mengzhan.ui.pages.reporting.closing_look import ClosingLook
from mengzhan.ui.shell.action_words import ActionWords
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import FilledButton, LinkButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.scrolled import Scrolled
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_MOST_CHECKS = 9
_LINES_SEEN = 4


class ClosingPanel(Panel):
    """``opened(check)``: look at what a check is about. ``close_asked(reason)``. ``send_asked``."""

    opened = Signal(object)
    close_asked = Signal(str)
    send_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._moments = Moments(workspace.session)
        self._actions = ActionWords(workspace.session)
        self.look: ClosingLook | None = None
        self.reason = LineEdit()
        self.reason.setPlaceholderText(self.tr("为什么再结一次"))
        self.close_button = FilledButton(self.tr("结账"), "F9")
        self.close_button.clicked.connect(self._act)
        self.check_buttons: list[LinkButton] = []
        self.scrolled = Scrolled()
        self.body.addWidget(self.scrolled)
        self.body.addWidget(self.reason)
        self.head.addWidget(self.close_button)
        self.show_look(None)

    @property
    def is_done(self) -> bool:
        """Whether the month is closed and nothing has changed since."""
        look = self.look
        return bool(look and look.standing.close and not look.standing.changed)

    def show_look(self, look: ClosingLook | None) -> None:
        """Show how a month stands; ``None`` while it is being looked at."""
        self.look = look
        self.set_heading(self.standing_words())
        again = bool(look and look.standing.close and look.standing.changed)
        self.reason.setVisible(again)
        words = self.tr("再结一次") if again else self.tr("结账")
        self.close_button.set_words(self.tr("去报送") if self.is_done else words)
        blocked = look is None or (look.blocked is not None and not self.is_done)
        self.close_button.setEnabled(not blocked)
        self._fill()

    def standing_words(self) -> str:
        """How the month stands, in a few words."""
        look = self.look
        if look is None:
            return self.tr("正在看这个月的账…")
        close, changed = look.standing.close, look.standing.changed
        if close is None:
            return self.tr("还没结账")
        if not changed:
            return self.tr("{day} 已结账").format(day=close.closed_on)
        words = self.tr("{day} 已结账，之后 {count} 个数有更正")
        return words.format(day=close.closed_on, count=len(changed))

    # Checks and corrections ----------------------------------------------------------------

    def _fill(self) -> None:
        column = self.scrolled.body
        while column.count():
            widget = column.takeAt(0).widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.check_buttons = []
        look = self.look
        if look is None:
            self.scrolled.hide()
            return
        for words, tone in self._corrected(look):
            column.addWidget(Words(words, "remark" if tone == "plain" else "body", wrap=True))
        said = [] if self.is_done else look.checks
        for check in said[:_MOST_CHECKS]:
            column.addWidget(self._check(check))
        if len(said) > _MOST_CHECKS:
            words = self.tr("还有 {count} 处要看，先看上面这些。")
            column.addWidget(Words(words.format(count=len(said) - _MOST_CHECKS), "remark"))
        if not said and look.standing.close is None:
            column.addWidget(Words(self.tr("没有缺的，可以结账。"), "remark", wrap=True))
        # what little there is to say takes no room from what stands below
        self.scrolled.setVisible(bool(column.count()))
        lines = min(column.count(), _LINES_SEEN)
        # a low window squeezes it before anything covers anything
        self.scrolled.setMinimumHeight(theme().size(30))
        self.scrolled.setMaximumHeight(lines * (theme().size(30) + column.spacing()))
        column.addStretch(1)

    def _check(self, check: Check) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().size(8))
        tone: Tone = "red" if check.blocks else "amber"
        row.addWidget(Words(say(check.message), "remark", wrap=True, tone=tone), 1)
        if check.records:
            label = self.tr("说明") if check.anomaly is not None else self.tr("去看")
            button = LinkButton(label, str(len(self.check_buttons) + 1))
            button.clicked.connect(lambda _on=False, check=check: self.opened.emit(check))
            self.check_buttons.append(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _corrected(self, look: ClosingLook) -> Iterator[tuple[str, Tone]]:
        reader = self._workspace.reader
        for correction in look.corrections:
            yield say(correction_words(correction, correction.indicator.label)), "accent"
            for line in change_words(correction, reader.title, self._by):
                yield say(line), "plain"

    def _by(self, entry: Entry) -> str:
        words = self.tr("{who} {when} {what}")
        return words.format(
            who=self._moments.who(entry.actor, entry.replica),
            when=self._moments.when(entry.wall),
            what=self._actions.of(entry.words),
        )

    # Closing -------------------------------------------------------------------------------

    def _act(self) -> None:
        if self.is_done:
            self.send_asked.emit()
        elif self.reason.isVisible() and not self.reason.text().strip():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close_asked.emit(self.reason.text().strip())
