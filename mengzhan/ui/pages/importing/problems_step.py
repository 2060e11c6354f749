"""Step 2, 问题: what keeps rows out, one after the other; beside it what was put right by itself."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.importing.findings import Findings, Trouble
from mengzhan.ui.pages.importing.problem_card import PlaceWords, ProblemCard
from mengzhan.ui.pages.importing.remarks_list import RemarkGroups, RemarkLines
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import EmptyState, Panel, space
from mengzhan.ui.words import say

TROUBLES, WARNINGS, REPAIRS = range(3)


class ProblemsStep(QWidget):
    """``changed``: something was decided. ``settled``: no problem is left open."""

    changed = Signal()
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: Findings | None = None
        self._stale = False
        self._place = PlaceWords()
        model: LinesModel[Trouble] = LinesModel(
            [
                Part(self.tr("位置"), self._where, 116),
                Part(self.tr("栏名"), self._header, 60, 1),
                Part(self.tr("表里写的"), self._text, 90, 2),
                Part(self.tr("结果"), self._outcome, 90, 2, tone=self._tone),
            ]
        )
        self.table = LinesTable(model)
        self.empty = EmptyState(self.tr("没有要改的。"))
        self.groups = RemarkGroups()
        self.card = ProblemCard()
        self.lines = RemarkLines()
        self.tabs: list[Button] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        left = Panel()
        row = QHBoxLayout()
        row.setSpacing(theme().size(8))
        for which, keys in ((TROUBLES, "F7"), (WARNINGS, "F8"), (REPAIRS, "F9")):
            tab = Button("", keys)
            tab.set_look("choice")
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(lambda _on=False, which=which: self.show_list(which))
            self.tabs.append(tab)
            row.addWidget(tab)
        row.addStretch(1)
        left.body.addLayout(row)
        self._lists = QStackedWidget()
        for part in (self.table, self.empty, self.groups):
            self._lists.addWidget(part)
        left.body.addWidget(self._lists, 1)
        self._sides = QStackedWidget()
        for side in (self.card, self.lines):
            self._sides.addWidget(side)
        whole = QHBoxLayout(self)
        space(whole, 0, 12)
        whole.addWidget(left, 4)
        whole.addWidget(self._sides, 5)

    def _connect(self) -> None:
        self.table.moved.connect(self._show)
        self.table.opened.connect(lambda _line: self.card.focus_typed())
        self.groups.moved.connect(self._show_group)
        self.groups.opened.connect(lambda _line: self.lines.focus_lines())
        self.card.left.connect(self.table.setFocus)
        self.card.corrected.connect(self._correct)
        self.card.skipped.connect(lambda: self._do(lambda f, t: f.skip([t])))
        self.card.emptied_alike.connect(lambda: self._do(lambda f, t: f.correct(f.alike(t), "")))
        self.card.skipped_alike.connect(lambda: self._do(lambda f, t: f.skip(f.alike(t))))
        self.card.put_back.connect(self._put_back)

    # Showing -------------------------------------------------------------------------------

    def show_findings(self, found: Findings) -> None:
        """Show what the plan found."""
        self._found = found
        self._stale = False
        self.table.lines.fill(found.troubles)
        if found.troubles:
            self.table.go(0)
        lists = (found.troubles, found.warnings, found.repairs)
        self.show_list(next((which for which, some in enumerate(lists) if some), TROUBLES))

    def refresh(self) -> None:
        """Take up what came or went when rows were decided."""
        found, line = self._found, max(self.table.current, 0)
        if found is None:
            return
        self._stale = True
        self.table.lines.fill(found.troubles)
        if found.troubles:
            self.table.go(min(line, len(found.troubles) - 1))
        shown = next(which for which, tab in enumerate(self.tabs) if tab.isChecked())
        self.show_list(TROUBLES if found.open_troubles else shown)

    def show_list(self, which: int) -> None:
        """Show problems, warnings or repairs."""
        found = self._found
        if found is None:
            return
        if self._stale:
            found.gather()
            self._stale = False
        self._write_tabs()
        self.tabs[which].setChecked(True)
        side = self.card if which == TROUBLES else self.lines
        self._sides.setCurrentWidget(side)
        if which == TROUBLES:
            some = bool(found.troubles)
            self._lists.setCurrentWidget(self.table if some else self.empty)
            self.card.setVisible(some)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            groups = found.warnings if which == WARNINGS else found.repairs
            self._lists.setCurrentWidget(self.groups)
            self.groups.show_groups(found, groups)
            self._show_group(0)
            self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def _write_tabs(self) -> None:
        found = self._found
        if found is None:
            return
        words = (self.tr("要改 {count}"), self.tr("提醒 {count}"), self.tr("已修正 {count}"))
        counts = (
            len(found.troubles),
            sum(group.count for group in found.warnings),
            sum(group.count for group in found.repairs),
        )
        for tab, text, count in zip(self.tabs, words, counts, strict=True):
            tab.set_words(text.format(count=f"{count:,}"))

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers in warnings and repairs; those that are wrong are always shown."""
        self.lines.set_masked(masked)

    def focus_first(self) -> None:
        """Go to the first problem; tell that there is none otherwise."""
        if not self._go_to_open():
            self.settled.emit()

    def _go_to_open(self) -> bool:
        troubles: Sequence[Trouble] = self._found.troubles if self._found is not None else ()
        open_ = [at for at, trouble in enumerate(troubles) if trouble.is_open]
        if not open_:
            return False
        here = max(self.table.current, 0)
        self.table.go(next((at for at in open_ if at >= here), open_[0]))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # Words ---------------------------------------------------------------------------------

    def _where(self, trouble: Trouble) -> str:
        return self._place.of(self._found, trouble) if self._found is not None else ""

    def _header(self, trouble: Trouble) -> str:
        return self._found.header(trouble.column) if self._found is not None else ""

    def _text(self, trouble: Trouble) -> str:
        found = self._found
        return found.text(trouble.row, trouble.column) if found is not None else ""

    def _outcome(self, trouble: Trouble) -> str:
        if trouble.skipped:
            return self.tr("跳过这一行")
        if trouble.typed is None:
            return say(trouble.problem.problem.hint)
        if not trouble.typed:
            return self.tr("留空")
        return self.tr("改为 {text}").format(text=trouble.typed)

    def _tone(self, trouble: Trouble) -> Tone:
        if trouble.is_open:
            return "red"
        return "plain" if trouble.skipped else "accent"

    # Deciding ------------------------------------------------------------------------------

    @property
    def current(self) -> Trouble | None:
        """The problem that is shown."""
        at = self.table.current
        troubles = self._found.troubles if self._found is not None else []
        return troubles[at] if 0 <= at < len(troubles) else None

    def _show(self, _line: int) -> None:
        if self._found is not None and self.current is not None:
            self.card.show_trouble(self._found, self.current)

    def _show_group(self, line: int) -> None:
        groups = self.groups.lines.lines
        if self._found is not None:
            self.lines.show_group(self._found, groups[line] if 0 <= line < len(groups) else None)

    def _correct(self, text: str) -> None:
        self._do(lambda found, trouble: found.correct([trouble], text))

    def _do(self, act: Callable[[Findings, Trouble], None]) -> None:
        """Carry out an answer and go on to the next problem that is open."""
        if self._act(act) and not self._go_to_open():
            self.settled.emit()

    def _put_back(self) -> None:
        self._act(lambda found, trouble: found.put_back(trouble))

    def _act(self, act: Callable[[Findings, Trouble], None]) -> bool:
        found, trouble = self._found, self.current
        if found is None or trouble is None:
            return False
        act(found, trouble)
        self._stale = True
        self.table.lines.refresh()
        self.card.show_trouble(found, trouble)
        self._write_tabs()
        self.changed.emit()
        return True
