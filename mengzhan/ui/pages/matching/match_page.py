"""合适的人, 合适的岗位: who fits a vacancy or what fits a person, why, and what is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.rules.matching.board import Found
from mengzhan.rules.matching.gathering import read_referrals
from mengzhan.rules.matching.outcomes import outcomes_of, sentences
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.matching.lines import OTHER, Line, Lines
from mengzhan.ui.pages.matching.match_list import MatchList
from mengzhan.ui.pages.matching.match_side import MatchSide
from mengzhan.ui.pages.matching.matcher import matcher_of
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import FilledButton, LinkButton
from mengzhan.ui.widgets.elided import ElidedWords
from mengzhan.ui.widgets.panel import EmptyState, Panel, Words
from mengzhan.ui.widgets.two_sides import TwoSides
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

SIDE = 340
SECTION = "matching"
"""The section of the settings that holds the weights."""


class MatchPage(TwoSides):
    """What fits one person or vacancy.

    ``introduce(records)``: bring these people and this vacancy, or these vacancies and this person,
    together; ``kind`` and ``record`` say whom the page is about, ``ticked()`` who was ticked.
    ``opened(kind, record)``: show this record. ``left``: go back.
    """

    introduce = Signal(list)
    opened = Signal(str, str)
    left = Signal()

    SIDE_FROM = 1000

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind, self.record = "", ""
        self._whose, self._history = "", list[str]()
        self._matcher = matcher_of(workspace)
        self._lines = Lines(workspace)
        self.title = ElidedWords("page")
        self.remark = Words("", "body", wrap=True, tone="amber")
        self.outcomes = Words("", "remark", wrap=True)
        self.list = MatchList()
        self.side = MatchSide()
        self.busy = BusyBar(workspace.jobs)
        self.empty = EmptyState("")
        self.rest = Words("", "remark", wrap=True)
        self._build()
        self._connect()

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(12))
        column.addWidget(self._head())
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        self.list_panel = Panel()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        self.list_panel.body.addWidget(self.busy)
        self.list_panel.body.addWidget(self.stack, 1)
        self.list_panel.body.addWidget(self.rest)
        self.side_panel = Panel()
        self.side_panel.body.addWidget(self.side, 1)
        row.addWidget(self.list_panel, 1)
        row.addWidget(self.side_panel)
        self.set_sides(self.list_panel, self.side_panel, self.side)
        column.addLayout(row, 1)

    def _head(self) -> Panel:
        panel = Panel()
        back = LinkButton(self.tr("← 返回  Esc"))
        back.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        back.clicked.connect(self.left)
        top = QHBoxLayout()
        top.setSpacing(theme().size(12))
        top.addWidget(self.title, 1)
        top.addWidget(back)
        panel.body.addLayout(top)
        panel.body.addWidget(self.outcomes)
        panel.body.addWidget(self.remark)
        row = QHBoxLayout()
        row.setSpacing(theme().size(8))
        self.introduce_button = FilledButton("", "J")
        self.introduce_button.clicked.connect(self._introduce)
        self.weights_button = LinkButton(self.tr("先后怎么排…"))
        self.weights_button.clicked.connect(
            lambda: self.workspace.page_asked.emit("settings", SECTION)
        )
        self.turn_button = LinkButton("")
        self.turn_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.turn_button.clicked.connect(self.toggle_side)
        self.keys = Words(self.tr("空格选中 · Enter 打开"), "remark")
        for part in (self.introduce_button, self.turn_button, self.weights_button, self.keys):
            row.addWidget(part)
        row.addStretch(1)
        panel.body.addLayout(row)
        return panel

    def _connect(self) -> None:
        self._matcher.ready.connect(self._show)
        self.list.opened.connect(lambda record: self.opened.emit(OTHER[self.kind], record))
        self.list.moved.connect(self._explain)
        self.list.ticked.connect(self._count_ticked)
        bind(self, "Esc", self.left.emit)
        bind(self, "F6", self.toggle_side)

    # Showing -------------------------------------------------------------------------------

    def show_subject(self, kind: str, record: str) -> None:
        """Show what fits a person or a vacancy."""
        if (kind, record) != (self.kind, self.record):
            self.list.fill((), keep=False)
            self.side_shown = False
        self.kind, self.record = kind, record
        self._write_head()
        self.refresh()
        self.arrange()

    def refresh(self) -> None:
        """See to it that the board is there; when it is, and after every change, it is shown."""
        if not self.record:
            return
        job = self._matcher.prepare(self.kind, self.record)
        if job:
            self.busy.follow(job, self.tr("正在对照人员和岗位"))

    def focus_first(self) -> None:
        """Put the focus into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ticked(self) -> list[str]:
        """Return who or what was ticked; the selected line if nothing was."""
        marked, current = self.list.marked(), self.list.current()
        return marked or ([current.record] if current is not None else [])

    def _write_head(self) -> None:
        reader = self.workspace.reader
        name = reader.title(self.kind, self.record)
        words, whom, about = self.tr("合适的岗位：{name}"), self.kind, self.record
        self._whose = self.tr("本人以前")
        if self.kind == "vacancy":
            row = reader.record("vacancy", self.record) or {}
            employer = str(row.get("employer") or "")
            name = self.tr(" · ").join(filter(None, (name, reader.title("employer", employer))))
            words, whom, about = self.tr("合适的人：{name}"), "employer", employer
            self._whose = self.tr("这个单位以前")
        self.title.say(words.format(name=name))
        told = sentences(
            outcomes_of(read_referrals(reader, whom, about), self.workspace.session.today())
        )
        self._history = list(map(say, told))
        history = self.tr("；").join(self._history)
        line = self.tr("{whose}：{history}").format(whose=self._whose, history=history)
        self.outcomes.setText(line)

    def _show(self) -> None:
        if not self._matcher.is_ready:
            # much changed at once, or somebody was erased: what was found goes, seen or not
            self._write_head()
            self.list.fill((), keep=False)
        if not self.isVisible():
            return
        if not self._matcher.is_ready:
            self.refresh()
            return
        self._write_head()
        found = self._matcher.find(self.kind, self.record) or Found()
        self.list.fill(self._lines.of(self.kind, self.record, found), keep=True)
        self._say(self.remark, say(found.remark) if found.remark else "")
        rest = found.rest()
        self._say(self.rest, say(rest) if rest else "")
        self.empty.set_sentence(self._nothing())
        self.stack.setCurrentWidget(self.list if found.hits or found.near else self.empty)

    def _say(self, line: Words, words: str) -> None:
        line.setText(words)
        line.setVisible(bool(words))

    def _nothing(self) -> str:
        if self.kind == "vacancy":
            return self.tr("眼下没有合适的人，也没有只差一样的。登记的人多了，或改了岗位，再来看。")
        return self.tr("眼下没有合适的岗位，也没有只差一样的。放宽可去范围、多写几个工种，再来看。")

    def _explain(self, line: Line | None) -> None:
        if line is None:
            self.side_panel.set_heading("")
            self.side.show_sections([])
            return
        self.side_panel.set_heading(line.title)
        sections = self._lines.sections(line.match)
        if line.earlier:
            sections.append((self.tr("以前"), [line.earlier]))
        if self.is_narrow():
            sections.append((self._whose, self._history))
        self.side.show_sections(sections)

    # Acting --------------------------------------------------------------------------------

    def _introduce(self) -> None:
        records = self.ticked()
        if records:
            self.introduce.emit(records)

    def _count_ticked(self) -> None:
        count = len(self.list.marked())
        if not count:
            words = self.tr("推荐这一个")
        elif self.kind == "vacancy":
            words = self.tr("推荐选中的 {count} 人").format(count=count)
        else:
            words = self.tr("推荐到选中的 {count} 个岗位").format(count=count)
        self.introduce_button.set_words(words)
        self.introduce_button.setEnabled(bool(self.ticked()))

    # Narrow windows --------------------------------------------------------------------------

    def arrange(self) -> None:
        """Show both sides, or the one that is wanted."""
        super().arrange()
        narrow = self.is_narrow()
        self.side_panel.setMinimumWidth(0 if narrow else theme().size(SIDE))
        self.side_panel.setMaximumWidth(_WHOLE if narrow else theme().size(SIDE))
        self.turn_button.set_words(
            self.tr("回到列表  F6") if self.side_shown else self.tr("看全部理由  F6")
        )
        self.turn_button.setVisible(narrow)
        # a low window needs the room for lines; there it stands behind F6
        self.outcomes.setVisible(not narrow)
        self.keys.setVisible(not narrow)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


_WHOLE = 16_777_215
