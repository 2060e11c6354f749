"""录入户表: row code, answers, Enter, next row; the whole sheet is saved as one action."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.rules.house_visits import HouseVisit, record_house_visits
from mengzhan.store.papers import drafted_sheet, newest_sheet, sheet_line
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.pages.keying.keyed_sheet import KeyedSheet, SheetLine
from mengzhan.ui.pages.keying.keyed_table import SheetParts
from mengzhan.ui.pages.keying.line_entry import LineEntry
from mengzhan.ui.pages.keying.row_code import RowCode
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.theme import mark, theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import commit_composition
from mengzhan.ui.widgets.lines_table import LinesTable
from mengzhan.ui.widgets.panel import PageHead, Panel, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_NONE = -1
_BY_KEY = Qt.FocusReason.TabFocusReason


class KeyInPage(QWidget):
    """``left``: the user goes back; what was not saved waits as drafts."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.sheet: KeyedSheet | None = None
        self.place = _NONE
        """The line whose answers are shown, or -1 while a row code is awaited."""
        context = form_context(workspace)
        self.head = PageHead(self.tr("录入户表"))
        self.back_button = Button(self.tr("返回"), "Esc")
        self.clear_button = Button(self.tr("清空这一行"), "F8")
        self.save_button = FilledButton(self.tr("存这张表"), "Ctrl+S")
        self.save_button.setEnabled(False)
        self.row = RowCode(context)
        self.entry = LineEntry(context)
        self.remark = Words("", "remark", wrap=True)
        # a second line of keys moves nothing
        self.remark.setMinimumHeight(theme().size(38))
        self.table = LinesTable(SheetParts(workspace.session).model())
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head.add(self.back_button, self.clear_button, self.save_button)
        asked = Panel()
        asked.body.addWidget(self.row)
        asked.body.addWidget(self.entry)
        asked.body.addWidget(self.remark)
        listed = Panel()
        listed.body.addWidget(self.table)
        column = QVBoxLayout(self)
        space(column, 0, 10)
        column.addWidget(self.head)
        column.addWidget(asked)
        column.addWidget(listed, 1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.step_back)
        self.save_button.clicked.connect(self.save)
        self.clear_button.clicked.connect(self.clear_line)
        self.row.taken.connect(self.take_code)
        self.row.typed.connect(self._follow_code)
        self.row.stepped.connect(self._step_code)
        self.row.day_changed.connect(self._follow_day)
        self.entry.changed.connect(self._keep)
        self.entry.done.connect(self.finish_line)
        self.entry.back.connect(self._await_code)
        self.entry.reached.connect(self._say_keys)
        self.table.opened.connect(self.open_line)
        self.workspace.changed.connect(self._read_again)
        self.workspace.hidden.connect(self._close_line)
        bind(self, "Ctrl+Return", self.finish_line)
        bind(self, "F6", self._turn)

    # Beginning -----------------------------------------------------------------------------

    def open(self) -> None:
        """Go on with what was not saved, or begin with the sheet that was printed last."""
        self.row.day.set_value(self.workspace.session.today().isoformat())
        number = drafted_sheet(self.workspace.session) or newest_sheet(self.workspace.session)
        if number and self._show_sheet(number):
            self._offer(self._unfinished())
        else:
            self._offer(_NONE)
            self._tell(
                self.tr("还没有印过入户表：到“人员”选好人，按 Ctrl+P 印。印好后在这里录。"), "amber"
            )

    def focus_first(self) -> None:
        """Put the focus where typing goes on."""
        if self.place == _NONE:
            self.row.ask()
        else:
            self.entry.focus_first()

    def commit(self) -> None:
        """Read what is being typed, before the page is left."""
        commit_composition()
        if self.place != _NONE:
            self.entry.commit()
            self._keep()

    def _show_sheet(self, number: str) -> bool:
        try:
            self.sheet = KeyedSheet(self.workspace.session, number)
        except UserError as error:
            self._tell(say(error.message), "red")
            return False
        days = [line.visit.day for line in self.sheet.lines if line.waiting and line.visit.day]
        if days:
            self.row.day.set_value(days[-1])
        self.place = _NONE
        self._show_lines()
        return True

    def _lines(self) -> Sequence[SheetLine]:
        return self.sheet.lines if self.sheet is not None else ()

    def _read_again(self) -> None:
        """Records changed, here or elsewhere: an undo empties its lines."""
        if self.sheet is None:
            return
        try:
            self.sheet.read()
        except UserError as error:
            self.workspace.failed.emit(error)
        if self.place != _NONE and self._lines()[self.place].who is None:
            self._offer(_NONE)
        self._show_lines()

    def _show_lines(self) -> None:
        if self.table.lines.lines is self._lines():
            self.table.lines.refresh()
        else:
            self.table.lines.fill(self._lines())
        lines = [line for line in self._lines() if line.who is not None]
        waiting = sum(line.waiting is not None for line in lines)
        saved = sum(line.waiting is None and not line.saved.is_empty for line in lines)
        if self.sheet is not None:
            words = self.tr("{sheet} 号表 {count} 行 · 已存 {saved} · 待存 {waiting}")
            counts = {"count": len(lines), "saved": saved, "waiting": waiting}
            self.head.tell(words.format(sheet=self.sheet.number, **counts))
        self.save_button.setEnabled(waiting > 0)

    def _tell(self, words: str, tone: str = "plain") -> None:
        mark(self.remark, "tone", tone)
        self.remark.setText(words)

    def _close_line(self) -> None:
        """A telephone that is being typed is covered again: its line waits behind its code."""
        if self.place != _NONE:
            self.commit()
            self._offer(self.place)

    # Row code ------------------------------------------------------------------------------

    def _unfinished(self) -> int:
        """The first line that waits for an answer, else the first without any."""
        lines = self._lines()
        begun = (at for at, line in enumerate(lines) if line.waiting and line.waiting.asks_for)
        first = next(begun, _NONE)
        if first != _NONE or self.sheet is None:
            return first
        return self.sheet.first_open()

    def _offer(self, place: int) -> None:
        """Wait for a row code; that of ``place`` stands there already, so that Enter is enough."""
        self.place = _NONE
        line = self._lines()[place] if place != _NONE else None
        self.row.show_code(line.code if line else "", line.who if line else None)
        self.entry.show_visit(HouseVisit(), "")
        self.entry.setEnabled(False)
        self.clear_button.setEnabled(False)
        if place != _NONE:
            self.table.go(place)
            self._tell(self.tr("对一下行码和姓名，是这一行就按 Enter；不是就打表上的行码。"))
        self.row.ask()

    def _await_code(self) -> None:
        """Back from the answers to the code of the same line."""
        self.commit()
        self._offer(self.place)

    def take_code(self) -> None:
        """Go to the line whose code was typed, on this sheet or another one."""
        current = self.sheet.number if self.sheet is not None else ""
        try:
            number, line = sheet_line(self.workspace.session, self.row.code.text(), current)
        except UserError as error:
            self._refuse_code(say(error.message))
            return
        if number == current or self._show_sheet(number):
            self.open_line(line - 1)

    def _follow_code(self, text: str) -> None:
        """While a code is typed, no name stands beside it that is not its own."""
        current = self.sheet.number if self.sheet is not None else ""
        try:
            number, line = sheet_line(self.workspace.session, text, current)
        except UserError:
            self.row.show_who(None)
        else:
            self.row.show_who(self._lines()[line - 1].who if number == current else None)

    def _refuse_code(self, words: str) -> None:
        self._tell(words, "red")
        self.row.refuse()

    def _step_code(self, step: int) -> None:
        """Offer the line before or behind."""
        place = self.table.current + step
        if 0 <= place < len(self._lines()):
            self._offer(place)

    # One line ------------------------------------------------------------------------------

    def open_line(self, place: int) -> None:
        """Show the answers of a line, to be keyed in or put right."""
        line = self._lines()[place]
        self.row.show_code(line.code, line.who)
        if line.who is None:
            self._refuse_code(self.tr("这一行的人或推荐已经删除，不用录了。"))
            return
        day = self.row.visited_on()
        if not day:
            self._ask_day()
            return
        self.place = place
        self.table.go(place)
        self.entry.setEnabled(True)
        self.clear_button.setEnabled(True)
        phone = self.workspace.session.catalogue["person"]["phone"]
        asked = line.slip.asked if line.slip is not None else None
        self.entry.show_visit(line.visit, day, phone.show(line.who.phone), asked)
        self.entry.focus_first()

    def _say_keys(self, keys: str) -> None:
        """What the field takes, or how to go on from it."""
        self._tell(keys or self.tr("没写的按 Enter 跳过；Ctrl+Enter 这一行录完。"))

    def _keep(self) -> None:
        """What was keyed so far outlives a crash."""
        if self.sheet is None or self.place == _NONE:
            return
        try:
            self.sheet.keep(self.place, self.entry.visit())
        except UserError as error:
            self.workspace.failed.emit(error)
        self._show_lines()

    def finish_line(self) -> None:
        """Note the answers of the line and offer the next one; behind the last, saving."""
        if self.sheet is None or self.place == _NONE:
            return
        wrong = self.entry.commit()
        if wrong:
            self._tell(wrong, "red")
            return
        self._keep()
        if not self._is_whole(self.place):
            return
        following = self.sheet.first_open(self.place)
        if following == _NONE:
            self._offer_saving()
        else:
            self._offer(following)

    def _is_whole(self, place: int) -> bool:
        """Whether a line lacks no answer; if it does, say so and go there."""
        missing = self._lines()[place].visit.asks_for
        if not missing:
            return True
        if place != self.place:
            self.open_line(place)
        words = {
            "outcome": self.tr("这一行还没有录现状或推荐结果：按表上勾的那个数字或字母。"),
            "willing": self.tr("录了想学或创业，请先录培训：1 愿意，2 不愿意，3 再考虑。"),
        }
        self.entry.show_problem(missing)
        self._tell(words[missing], "red")
        return False

    def _offer_saving(self) -> None:
        self._offer(_NONE)
        if self.sheet is None or not self.sheet.waiting():
            self._tell(self.tr("这张表都录过了。要改哪一行，打它的行码。"), "accent")
            return
        left = sum(line.is_open for line in self._lines())
        words = self.tr("录到最后一行了。看一遍下面，没错就按 Enter 存。")
        if left:
            words = self.tr(
                "录到最后一行了，还有 {count} 行没录，可以以后再录。没错就按 Enter 存。"
            )
        self._tell(words.format(count=left), "accent")
        self.save_button.setFocus(_BY_KEY)

    def clear_line(self) -> None:
        """Take back everything that was keyed in for the line."""
        if self.place != _NONE:
            self.entry.show_visit(HouseVisit(), "")
            self._keep()
            self._offer(self.place)

    def _follow_day(self) -> None:
        """All lines that are not saved were visited on the day that stands above."""
        day = self.row.visited_on()
        if self.sheet is None or not day:
            return
        try:
            self.sheet.visited_on(day)
        except UserError as error:
            self.workspace.failed.emit(error)
        # a saved line that is only looked at keeps its day
        line = self._lines()[self.place] if self.place != _NONE else None
        if line is not None and (line.waiting is not None or line.is_open):
            self.entry.set_day(day)
        self._show_lines()

    def _ask_day(self) -> None:
        """Say what is wrong with the day of the visits, and go there."""
        problem = next(iter(self.row.day.reading().problems), None)
        self._tell(say(problem.hint) if problem else self.tr("请填走访日期。"), "red")
        self.row.ask_day()

    # Saving and leaving --------------------------------------------------------------------

    def save(self) -> None:
        """Write the lines of the sheet, as one action that can be undone."""
        if self.sheet is None or not self._is_ready():
            return
        session, keyed = self.workspace.session, self.sheet.keyed()
        operation = record_house_visits(keyed, session.operator.name)
        words = self.tr("已存 {sheet} 号入户表 {count} 行")
        saying = words.format(sheet=self.sheet.number, count=len(keyed))
        change = self.workspace.run(operation, f"visit_sheet {self.sheet.number}", saying)
        if change is not None:
            self.sheet.settle()
            self._show_lines()
            following = self.sheet.first_open()
            if following == _NONE:
                self._offer_saving()
            else:
                self._offer(following)

    def _is_ready(self) -> bool:
        """Whether the day and all lines can be saved; if not, go where something is missing."""
        if self.place != _NONE:
            wrong = self.entry.commit()
            if wrong:
                self._tell(wrong, "red")
                return False
            self._keep()
        self.row.day.commit()
        if not self.row.visited_on():
            self._ask_day()
            return False
        waiting = self.sheet.waiting() if self.sheet is not None else []
        return all(self._is_whole(at) for at in waiting)

    def step_back(self) -> None:
        """From the answers to the row code, from there out of the page."""
        if self.place != _NONE:
            self._await_code()
        else:
            self.left.emit()

    def _turn(self) -> None:
        """To the list of lines and back."""
        if self.table.hasFocus():
            self.focus_first()
        else:
            self.table.setFocus(_BY_KEY)
