"""今日: what to do now, and why. The first page of every day."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.package.desk_work import DRAFT, FIX, SEND
from mengzhan.rules.agenda.lines import Line, Subject, within
from mengzhan.rules.agenda.putting_off import take_up
from mengzhan.rules.agenda.reading import Agenda
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.agenda.day_now import day_now
from mengzhan.ui.pages.agenda.day_tools import DayTools
from mengzhan.ui.pages.agenda.groups import PUT_OFF, UNSEEN, grouped
from mengzhan.ui.pages.agenda.new_row import NewRow
from mengzhan.ui.pages.agenda.put_off_dialog import PutOffDialog
from mengzhan.ui.pages.answer_keys import MODES, next_mode
from mengzhan.ui.pages.today_answers import Answer, Answers
from mengzhan.ui.pages.today_list import LineList
from mengzhan.ui.pages.today_side import SidePanel
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import EmptyState, PageHead, Panel, space_page
from mengzhan.ui.words import say, short_title
from mengzhan.ui.workspace import Workspace

_ALL = ""
NARROW = 900


class TodayPage(QWidget):
    """The list of what is due, and beside it the person or employer of the selected line."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._session = workspace.session
        self._day = day_now(workspace)
        self._agenda = Agenda(self._session.today(), (), (), {}, ())
        self._filter = _ALL
        self._mode = MODES[0]
        self.is_reading = False
        """Whether what is due is being read beside the screen."""
        self.new_row = NewRow(self._session.catalogue)
        self._kinds = self.new_row.kinds
        self._head = PageHead()
        self._chips: dict[str, Button] = {}
        self.list = LineList(self.work_word, self.button_word)
        self.side = SidePanel()
        self.tools = DayTools()
        self.empty = EmptyState("", self.tr("登记第一个人"))
        self._build()
        self.list.moved.connect(self._show_side)
        self.list.acted.connect(self.act)
        self.list.typed.connect(self._take_key)
        self.list.turned.connect(self._turn)
        self.side.answered.connect(self.answer)
        self.side.mode_asked.connect(self._next_mode)
        self.side.rare_asked.connect(self._show_rare)
        self.side.opened.connect(self._open_subject)
        self.tools.shortened.connect(self._fill)
        self.tools.put_off_asked.connect(self.put_off)
        self.tools.print_asked.connect(self.print_day)
        self.empty.acted.connect(lambda: workspace.form_asked.emit("person", {}))
        self.new_row.chosen.connect(lambda kind: workspace.form_asked.emit(kind, {}))
        self._day.ready.connect(self.refresh)
        workspace.hidden.connect(self.side.hide_phone)
        self.refresh()

    @property
    def title(self) -> str:
        """The name of the page."""
        return self.tr("今日")

    def count(self) -> int:
        """How much is to be done."""
        return len(self._agenda.lines)

    def work_word(self, kind: str) -> str:
        """Return the short word for the work behind a line."""
        words = {
            "follow_up": self.tr("回访"),
            "referral": self.tr("推荐"),
            "vacancy": self.tr("岗位"),
            "visit": self.tr("走访"),
            "task": self.tr("任务"),
            SEND: self.tr("报送"),
            FIX: self.tr("请改"),
            DRAFT: self.tr("草稿"),
        }
        known = self._session.catalogue.get(kind)
        return words.get(kind) or (say(known.label) if known is not None else kind)

    def button_word(self, kind: str) -> str:
        """Return what the button of a line says; Enter does the same."""
        words = {
            "follow_up": self.tr("记回访"),
            "referral": self.tr("记结果"),
            "vacancy": self.tr("核实"),
            "visit": self.tr("记走访"),
            DRAFT: self.tr("接着填"),
        }
        return words.get(kind, self.tr("去办"))

    # Building ----------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        step = theme().size
        space_page(column)
        self.turn_button = LinkButton("")
        self.turn_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.turn_button.clicked.connect(self.turn_side)
        self._head.add(self.turn_button)
        column.addWidget(self._head)
        self._chip_row = FlowLayout()
        column.addLayout(self._chip_row)
        column.addWidget(self.tools)
        self.panel = Panel()
        self.panel.body.addWidget(self.list)
        self._without_margins(self.panel)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panel)
        self.stack.addWidget(self._in_panel(self.empty))
        row = QHBoxLayout()
        row.setSpacing(step(14))
        row.addWidget(self.stack, 1)
        self.side.setFixedWidth(step(320))
        row.addWidget(self.side)
        column.addLayout(row, 1)
        column.addWidget(self.new_row)
        turn = QShortcut(QKeySequence("F6"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self.turn_side)

    def _without_margins(self, panel: Panel) -> None:
        layout = panel.layout()
        if layout is not None:
            layout.setContentsMargins(1, theme().size(6), 1, theme().size(6))
            layout.setSpacing(0)

    def _in_panel(self, widget: QWidget) -> Panel:
        panel = Panel()
        panel.body.addWidget(widget)
        return panel

    # Showing -----------------------------------------------------------------------------

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Show what is due now; the selected line stays selected."""
        agenda = self._day.at_once()
        if agenda is None:
            self._day.ask()
            self._show_reading()
            return
        waited = self.is_reading and self.list.hasFocus()
        self.is_reading = False
        self._show(agenda)
        if waited:
            self.focus_first()

    def _show_reading(self) -> None:
        """What there was may be of another day, or of somebody who was erased: it goes."""
        self.is_reading = True
        self._show(Agenda(self._session.today(), (), (), {}, ()))
        self._head.title.setText(self.tr("正在看今天要办什么…"))
        self.stack.setCurrentIndex(0)

    def _show(self, agenda: Agenda) -> None:
        self._agenda = agenda
        today, count = agenda.day, self.count()
        words = self.tr("今天要办 {count} 件").format(count=count)
        self._head.title.setText(words if count else self.tr("今天没有要办的"))
        weekdays = self.tr("一 二 三 四 五 六 日").split()
        day = self.tr("{month}月{day}日 星期{weekday}").format(
            month=today.month, day=today.day, weekday=weekdays[today.weekday()]
        )
        if count:
            day += self.tr(" · 先办逾期，再按路线")
        for year in self._agenda.unknown_years:
            words = self.tr(" · 没有 {year} 年放假安排，按周一到周五算")
            day += words.format(year=year)
        self._head.remark.setText(day)
        self._write_chips()
        self._fill()
        self._write_empty()
        self.stack.setCurrentIndex(0 if self._chips else 1)
        self.tools.setVisible(bool(self._chips))
        self._fit()

    def _write_empty(self) -> None:
        if self._workspace.reader.count("person"):
            sentence = self.tr("今天到期的都办完了。要登记新的，按下面的字母。")
            action = self.tr("登记一个人")
        else:
            sentence = self.tr(
                "还没有登记人员。先登记一个人：按 R 或回车。约好回访日期后，到期会出现在这里。"
            )
            action = self.tr("登记第一个人")
        self.empty.set_sentence(sentence)
        # the letter is taken by the page; here it is only written
        key = next((key for key, kind in self._kinds.items() if kind == "person"), "")
        self.empty.button.set_words(f"{action}  {key}".strip())

    def _write_chips(self) -> None:
        counts = Counter(line.kind for line in self._agenda.lines)
        apart = {
            PUT_OFF: len(self._agenda.put_off),
            UNSEEN: sum(map(len, self._agenda.unseen.values())),
        }
        all_counts = {_ALL: counts.total(), **counts} if counts else {}
        all_counts |= {name: count for name, count in apart.items() if count}
        if self._filter not in all_counts:
            self._filter = next(iter(all_counts), _ALL)
        for chip in self._chips.values():
            self._chip_row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = {}
        words = {
            _ALL: self.tr("全部"),
            PUT_OFF: self.tr("推后的"),
            UNSEEN: self.tr("本月没走访的单位"),
        }
        for kind, count in all_counts.items():
            chip = Button(f"{words.get(kind) or self.work_word(kind)} {count}")
            chip.set_look("choice")
            chip.setCheckable(True)
            chip.setChecked(kind == self._filter)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(partial(self._choose_filter, kind))
            self._chips[kind] = chip
            self._chip_row.addWidget(chip)

    def _choose_filter(self, kind: str, _checked: bool = False) -> None:
        self._filter = kind
        for name, chip in self._chips.items():
            chip.setChecked(name == kind)
        self._fill()
        self.list.setFocus()

    def _turn(self, step: int) -> None:
        names = list(self._chips)
        if names:
            self._choose_filter(names[(names.index(self._filter) + step) % len(names)])

    def _fill(self) -> None:
        lines = list(self._agenda.lines)
        if self._filter not in (_ALL, PUT_OFF, UNSEEN):
            lines = [line for line in lines if line.kind == self._filter]
        chosen = within(lines, self.tools.minutes) if self.tools.minutes else lines
        self.tools.tell(len(chosen), len(lines))
        current = self.list.current()
        rows = grouped(self._agenda, self._filter, chosen)
        self.list.fill(rows, current.due.record if current is not None else "")

    def focus_first(self) -> None:
        """Put the focus where the keys work."""
        if self._chips or self.is_reading:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_side(self.list.current())
        else:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_side(self, line: Line | None) -> None:
        if line is None:
            self.side.clear()
            return
        reader, today = self._workspace.reader, self._session.today()
        answers = Answers(reader, today, self._mode).of(line)
        self.side.show_line(reader, line, answers, self._mode, today)

    def turn_side(self) -> None:
        """Show the person instead of the list, or go back; for narrow windows (F6)."""
        if self._is_narrow and self._chips:
            shown = self.side.isHidden()
            self.side.setVisible(shown)
            self.stack.setVisible(not shown)
            if not shown:
                self.list.setFocus()
            self._write_turn()

    def _write_turn(self) -> None:
        """Where the phone and the results are, if there is no room for them beside the list."""
        there = self.side.isHidden()
        self.turn_button.set_words(
            self.tr("看电话、记结果  F6") if there else self.tr("回到列表  F6")
        )
        self.turn_button.setVisible(self._is_narrow and bool(self._chips))

    @property
    def _is_narrow(self) -> bool:
        return self.width() < theme().size(NARROW)

    def _fit(self) -> None:
        narrow = self._is_narrow
        self.side.setVisible(not narrow and bool(self._chips))
        self.stack.setVisible(True)
        self.side.setMaximumWidth(16_777_215 if narrow else theme().size(320))
        self._write_turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # Acting ------------------------------------------------------------------------------

    def act(self, line: Line) -> None:
        """Do what the button of a line says: open the form or record it is about."""
        if line.kind in (SEND, FIX):
            self._workspace.page_asked.emit("send", "")
        elif line.kind == DRAFT:
            self._open_draft()
        elif line.kind == "follow_up" and line.subject is not None:
            self._workspace.form_asked.emit("follow_up", {"person": line.subject.record})
        elif line.kind == "visit" and line.subject is not None:
            self._workspace.form_asked.emit("visit", {"employer": line.subject.record})
        else:
            self._workspace.record_asked.emit(line.kind, line.due.record)

    def _open_draft(self) -> None:
        """Open the form of the newest draft; the form itself offers what was typed."""
        draft = self._workspace.reader.drafts()[0]
        if self._workspace.reader.state(draft["record"]) is not None:
            self._workspace.record_asked.emit(draft["kind"], draft["record"])
        else:
            self._workspace.form_asked.emit(draft["kind"], {})

    def put_off(self) -> None:
        """Ask until when the line waits and why; a line that waits already is taken up again."""
        line = self.list.current()
        if line is None or line.kind in (SEND, FIX, DRAFT):
            return
        if self._filter == PUT_OFF:
            saying = self.tr("又放回今日：{title}").format(title=line.title)
            self._workspace.run(take_up(line.waiting.record), "edit put_off", saying)
            return
        dialog = PutOffDialog(self._workspace, line, self)
        dialog.accepted.connect(self.list.setFocus)
        dialog.open()

    def print_day(self) -> None:
        """Show the sheet of the day: telephones, row codes, boxes to tick."""
        from mengzhan.ui.pages.agenda.day_papers import day_papers
        from mengzhan.ui.pages.publishing.dialog import OutgoingDialog

        lines = [row for row in self.list.lines.rows if isinstance(row, Line)]
        dialog = OutgoingDialog(self._workspace, day_papers(self._workspace, lines), self)
        dialog.exec()
        dialog.deleteLater()

    def answer(self, answer: Answer) -> None:
        """Record a result and go on to the next line."""
        line = self.list.current()
        if line is None:
            return
        title = short_title(line.title)
        saying = self.tr("已记：{title} · {result}").format(title=title, result=answer.label)
        self._workspace.run(answer.operation, answer.words, saying)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An empty day has no list that takes the letters of new records."""
        if not event.modifiers() and event.text().upper() in self._kinds:
            self._take_key(event.text().upper())
        else:
            super().keyPressEvent(event)

    def _take_key(self, key: str) -> None:
        if self.side.keys.take(key):
            return
        if key == "T" and self._shows_follow_up():
            self._next_mode()
        elif key in self._kinds:
            self._workspace.form_asked.emit(self._kinds[key], {})
        else:
            self.tools.take(key)

    def _shows_follow_up(self) -> bool:
        line = self.list.current()
        return line is not None and line.kind == "follow_up"

    def _next_mode(self) -> None:
        self._mode = next_mode(self._mode)
        self._show_side(self.list.current())
        self.list.setFocus()

    def _show_rare(self) -> None:
        self.side.keys.show_rare(self.list)

    def _open_subject(self, subject: Subject) -> None:
        self._workspace.record_asked.emit(subject.kind, subject.record)
