"""Step 3, 重复: each row that may be known beside what it resembles; one digit says what it is."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.sheets.importing.planned import Decision, Intent, Resemblance, Same
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.importing.comparison import Comparison
from mengzhan.ui.pages.importing.findings import Findings
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import Panel, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class RepeatsStep(QWidget):
    """``changed``: something was decided. ``settled``: no row waits any more."""

    changed = Signal()
    settled = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._found: Findings | None = None
        model: LinesModel[int] = LinesModel(
            [
                Part(self.tr("行"), str, 52),
                Part(self.tr("谁"), self._who, 60, 2),
                Part(self.tr("像在哪里"), self._reason, 70, 3),
                Part(self.tr("结果"), self._outcome, 80, 2, tone=self._tone),
            ]
        )
        self.table = LinesTable(model)
        self.comparison = Comparison(workspace)
        self.panel = Panel()
        self.empty = Words(self.tr("没有可能重复的行。"), "remark")
        self.fill_button = Button(self.tr("是同一人，只补空的"), "1")
        self.take_button = Button(self.tr("是同一人，以表为准"), "2")
        self.pick_button = Button(self.tr("逐项选"), "3")
        self.add_button = Button(self.tr("不是，新增"), "4")
        self.skip_button = Button(self.tr("跳过"), "5")
        self.pick_hint = Words("", "remark", wrap=True)
        self._acts = QWidget()
        self.rule_words = Words("", "label")
        self.rules = QWidget()
        self.rule_buttons: list[Button] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        left = Panel()
        left.body.addWidget(self.empty)
        left.body.addWidget(self.table, 1)
        flow = FlowLayout(self.rules)
        flow.addWidget(self.rule_words)
        rules: tuple[tuple[Same, str, str], ...] = (
            ("fill", self.tr("都只补空的"), "Ctrl+1"),
            ("take", self.tr("都以表为准"), "Ctrl+2"),
            ("keep", self.tr("都不动登记册"), "Ctrl+3"),
        )
        for same, words, keys in rules:
            button = Button(words, keys)
            button.clicked.connect(partial(self._rule, same))
            self.rule_buttons.append(button)
            flow.addWidget(button)
        left.body.addWidget(self.rules)
        flow = FlowLayout(self._acts)
        for button in self._answers():
            flow.addWidget(button)
        self.panel.body.addWidget(self.comparison, 1)
        self.panel.body.addWidget(self.pick_hint)
        self.panel.body.addWidget(self._acts)
        whole = QHBoxLayout(self)
        space(whole, 0, 12)
        whole.addWidget(left, 4)
        whole.addWidget(self.panel, 5)
        self.rule_words.setMinimumHeight(theme().size(36))

    def _answers(self) -> tuple[Button, ...]:
        return (
            self.fill_button,
            self.take_button,
            self.pick_button,
            self.add_button,
            self.skip_button,
        )

    def _connect(self) -> None:
        self.table.moved.connect(lambda _line: self._show())
        self.table.opened.connect(lambda _line: self._pick())
        self.fill_button.clicked.connect(self._fill)
        self.take_button.clicked.connect(lambda: self._merge(None))
        self.pick_button.clicked.connect(self._pick)
        self.comparison.picked.connect(lambda: self._merge(self.comparison.wanted()))
        self.add_button.clicked.connect(lambda: self._decide(Decision("add")))
        self.skip_button.clicked.connect(lambda: self._decide(Decision("skip")))

    # Showing -------------------------------------------------------------------------------

    def show_findings(self, found: Findings) -> None:
        """Show the rows that may be known."""
        self._found = found
        self.table.lines.fill(found.repeats)
        some = bool(found.repeats)
        self.empty.setVisible(not some)
        self.panel.setVisible(some)
        if some:
            self.table.go(0)
            self._show()
        self._write_rules()

    def refresh(self) -> None:
        """Show what rows resemble now, after others were corrected."""
        if self._found is not None and self._found.repeats:
            line = max(self.table.current, 0)
            self.show_findings(self._found)
            self.table.go(line)

    def set_masked(self, masked: bool) -> None:
        """Hide or show numbers that are the same on both sides."""
        self.comparison.set_masked(masked)

    def focus_first(self) -> None:
        """Go to the first row that waits; tell that there is none otherwise."""
        if not self._go_to_open():
            self.settled.emit()

    def _go_to_open(self) -> bool:
        found = self._found
        rows = found.repeats if found is not None else []
        waiting = [at for at, row in enumerate(rows) if self._intent(row) is Intent.WAIT]
        if not waiting:
            return False
        here = max(self.table.current, 0)
        self.table.go(next((at for at in waiting if at >= here), waiting[0]))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _show(self) -> None:
        found, row, alike = self._found, self._row, self._alike
        self._acts.setEnabled(alike is not None)
        if found is None or alike is None:
            self.comparison.lines.fill(())
            self.panel.set_heading(self.tr("第 {row} 行：改过以后不像了").format(row=row))
            self.pick_hint.setText("")
            return
        self.comparison.show_pairs(found, row, alike)
        self.panel.set_heading(
            self.tr("第 {row} 行：{reason}").format(row=row, reason=say(alike.suspicion.reason))
        )
        self.pick_hint.setText(self._hint(alike))
        self.pick_hint.set_tone("red" if self._intent(row) is Intent.OUT else "plain")

    def _hint(self, alike: Resemblance) -> str:
        found = self._found
        clashes = found.plan.at(self._row).clashes if found is not None else ()
        if clashes:
            return self.tr("合起来对不上：{hint}").format(hint=say(clashes[0].problem.hint))
        if alike.row is None:
            return ""
        if self._intent(alike.row) is Intent.WAIT:
            return self.tr("像第 {row} 行，那一行还没定：先定它。").format(row=alike.row)
        words = self.tr("第 {row} 行也在这份表里：补的、改的都记到第 {row} 行，这一行不另外新增。")
        return words.format(row=alike.row)

    # Words ---------------------------------------------------------------------------------

    @property
    def _row(self) -> int:
        at = self.table.current
        rows = self._found.repeats if self._found is not None else []
        return rows[at] if 0 <= at < len(rows) else 0

    @property
    def _alike(self) -> Resemblance | None:
        return self._resemblance(self._row) if self._row else None

    def _resemblance(self, row: int) -> Resemblance | None:
        return self._found.plan.at(row).resemblance if self._found is not None else None

    def _intent(self, row: int) -> Intent | None:
        return self._found.plan.at(row).intent if self._found is not None else None

    def _who(self, row: int) -> str:
        return self._found.title(row) if self._found is not None else ""

    def _reason(self, row: int) -> str:
        alike = self._resemblance(row)
        if alike is None:
            return self.tr("改过以后不像了")
        reason = say(alike.suspicion.reason)
        if alike.row is None:
            return reason
        return self.tr("与第 {row} 行{reason}").format(row=alike.row, reason=reason)

    def _outcome(self, row: int) -> str:
        return {
            Intent.WAIT: self.tr("等你定"),
            Intent.NEW: self.tr("新增"),
            Intent.CHANGE: self.tr("更新"),
            Intent.JOIN: self._joined(row),
            Intent.SAME: self.tr("已有，没变"),
            Intent.SKIP: self.tr("跳过"),
            Intent.OUT: self.tr("有错"),
            None: "",
        }[self._intent(row)]

    def _tone(self, row: int) -> Tone:
        intent = self._intent(row)
        if intent is Intent.WAIT:
            return "amber"
        if intent is Intent.OUT:
            return "red"
        return "accent" if intent in (Intent.NEW, Intent.CHANGE, Intent.JOIN) else "plain"

    def _joined(self, row: int) -> str:
        alike = self._resemblance(row)
        words = self.tr("并入第 {row} 行")
        return words.format(row=alike.row) if alike is not None else ""

    def _write_rules(self) -> None:
        sure = [row for row in (self._found.repeats if self._found else ()) if self._is_sure(row)]
        self.rule_words.setText(self.tr("号码相同的 {count} 行").format(count=len(sure)))
        self.rules.setVisible(len(sure) > 1)

    def _is_sure(self, row: int) -> bool:
        alike = self._resemblance(row)
        return alike is not None and alike.suspicion.weight == "same"

    # Deciding ------------------------------------------------------------------------------

    def _fill(self) -> None:
        fills = frozenset(pair.name for pair in self.comparison.pairs if pair.fills)
        self._merge(fills)

    def _pick(self) -> None:
        if self._alike is not None:
            self.comparison.begin_picking()
            self.pick_hint.setText(self.tr("空格勾选要用表里的哪几项，Enter 定下。"))

    def _merge(self, fields: frozenset[str] | None) -> None:
        if self._alike is not None:
            self._decide(Decision("merge", fields))

    def _decide(self, decision: Decision) -> None:
        if self._found is not None and self._row:
            self._found.decide(self._row, decision)
            self._go_on()

    def _rule(self, same: Same) -> None:
        if self._found is not None:
            self._found.decide_same(same)
            self._go_on()

    def _go_on(self) -> None:
        self.comparison.picking = False
        self.table.lines.refresh()
        self._show()
        self.changed.emit()
        if not self._go_to_open():
            self.settled.emit()
