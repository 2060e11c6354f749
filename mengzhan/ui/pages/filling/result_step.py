"""Steps 2 and 3, 写入 and 结果: what would be written and where to, then what was written; which
cells stay empty and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from mengzhan.sheets.filling.filledform import Filled
from mengzhan.sheets.filling.formtask import FormTask
from mengzhan.sheets.filling.formwords import reason
from mengzhan.sheets.filling.outcome import ColumnOutcome, outcomes
from mengzhan.sheets.ledgers.file_names import free_path
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.filling.fill_course import FillCourse
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import Panel, ResultLine, Words, space
from mengzhan.ui.words import say


@dataclass(frozen=True)
class _Line:
    """What became of a column, or of somebody whom the form names."""

    place: str
    header: str
    filled: int
    empty: int
    why: str


class ResultStep(QWidget):
    """``passed``: nothing more to type. ``folder_asked``: show where it was written."""

    passed = Signal()
    folder_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._task: FormTask | None = None
        self._agreed: Path | None = None
        self._blank = Path()
        self.counts = Panel()
        self.figures: dict[str, Words] = {}
        self._figures = QGridLayout()
        self._form = QGridLayout()
        self.purpose_label = Words(self.tr("用途"), "label")
        self.purpose = LineEdit()
        self.target_label = Words(self.tr("存到"), "label")
        self.target = LineEdit()
        self.browse_button = Button(self.tr("换地方…"))
        self.result = ResultLine()
        self.folder_button = Button(self.tr("打开文件夹"), "Ctrl+J")
        model: LinesModel[_Line] = LinesModel(
            [
                Part(self.tr("列"), lambda line: line.place, 60),
                Part(self.tr("栏名"), lambda line: line.header, 80, 2),
                Part(self.tr("填了"), lambda line: _number(line.filled), 54),
                Part(self.tr("留空"), lambda line: _number(line.empty), 54, tone=_tone),
                Part(self.tr("为什么留空"), lambda line: line.why, 80, 3),
            ]
        )
        self.table = LinesTable(model)
        self._build()
        self.purpose.moved.connect(self._move_from_purpose)
        self.target.moved.connect(self._move_from_target)
        self.browse_button.clicked.connect(self.browse)
        self.folder_button.clicked.connect(self.folder_asked)

    def _build(self) -> None:
        self._figures.setHorizontalSpacing(theme().size(12))
        self._figures.setVerticalSpacing(theme().size(6))
        self._figures.setColumnStretch(2, 1)
        self._tones: dict[str, Tone] = {}
        lines: list[tuple[str, str, str, Tone]] = [
            ("records", self.tr("条记录"), self.tr("填进表里"), "accent"),
            ("written", self.tr("格"), self.tr("填好"), "accent"),
            ("fixed", self.tr("格"), self.tr("填报单位、时间、人"), "accent"),
            ("empty", self.tr("格"), self.tr("留空，右边说明为什么"), "amber"),
            ("unfound", self.tr("行"), self.tr("不知道是谁的，整行不填"), "amber"),
            ("left_over", self.tr("条"), self.tr("放不下，这张表加不了行，请分成几张"), "red"),
        ]
        for at, (name, words, why, tone) in enumerate(lines):
            figure = Words("0", "panel")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.figures[name], self._tones[name] = figure, tone
            for column, part in enumerate((figure, Words(words, "strong"), Words(why, "remark"))):
                self._figures.addWidget(part, at, column)
        hint = self.tr("例如 报旗县就业局核对；会记下条数和用途")
        self.purpose.setPlaceholderText(hint)
        self._form.setVerticalSpacing(theme().size(6))
        self._form.addWidget(self.purpose_label, 0, 0)
        self._form.addWidget(self.purpose, 0, 1, 1, 2)
        self._form.addWidget(self.target_label, 1, 0)
        self._form.addWidget(self.target, 1, 1)
        self._form.addWidget(self.browse_button, 1, 2)
        self._form.setColumnStretch(1, 1)
        body = self.counts.body
        body.addLayout(self._figures)
        body.addLayout(self._form)
        body.addWidget(self.result)
        body.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        side = Panel(self.tr("每一栏"))
        side.body.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        space(row, 0, 12)
        row.addWidget(self.counts, 2)
        row.addWidget(side, 3)

    # Before --------------------------------------------------------------------------------

    def show_tried(self, course: FillCourse) -> None:
        """Show what would be written."""
        task, filled = course.task, course.filled
        assert task is not None and filled is not None  # noqa: S101, PT018 - shown only with both
        if course.path is not None and (task is not self._task or not self.target.text()):
            self._blank, self._agreed = course.path, None
            self.target.setText(str(self._proposed()))
            known = task.known.purpose if task.known is not None else ""
            self.purpose.setText(known or course.path.stem)
        self._task = task
        self.counts.set_heading(self.tr("要写什么（还什么都没有写）"))
        self._show_figures(filled)
        self.table.lines.fill(list(self._lines(task, filled)))
        self.result.tell("")
        self._show_form(shown=True, bare=filled.bare > 0)

    def _show_form(self, *, shown: bool, bare: bool = False) -> None:
        for part in (self.target_label, self.target, self.browse_button):
            part.setVisible(shown)
        for part in (self.purpose_label, self.purpose):
            part.setVisible(shown and bare)
        self.folder_button.setVisible(not shown)

    def _show_figures(self, filled: Filled) -> None:
        counts = {
            "records": filled.records,
            "written": filled.written,
            "fixed": len(filled.fixed),
            "empty": sum(len(one.rows) for one in filled.empty),
            "unfound": len(filled.unfound),
            "left_over": filled.left_over,
        }
        for at, (name, count) in enumerate(counts.items()):
            self.figures[name].setText(f"{count:,}")
            self.figures[name].set_tone(self._tones[name] if count else "plain")
            for column in range(3):
                item = self._figures.itemAtPosition(at, column)
                if item is not None and (widget := item.widget()) is not None:
                    widget.setVisible(name == "written" or count > 0)

    def _lines(self, task: FormTask, filled: Filled) -> Iterator[_Line]:
        for one in filled.unfound:
            place = self.tr("{row} 行").format(row=one.row)
            yield _Line(place, one.name, 0, 0, say(reason(one.why)))
        for empty in filled.empty:
            if empty.column < 0:
                yield _Line("", empty.header, 0, len(empty.rows), say(reason(empty.why)))
        for outcome in outcomes(task.form, filled):
            yield _Line(
                outcome.group.place,
                outcome.group.header,
                outcome.filled,
                outcome.missing,
                self._why(outcome),
            )

    def _why(self, outcome: ColumnOutcome) -> str:
        if len(outcome.empty) == 1:
            return say(reason(outcome.empty[0][0]))
        if outcome.empty:
            words = self.tr("{why} {count} 格")
            parts = (words.format(why=say(reason(w)), count=n) for w, n in outcome.empty)
            return self.tr("；").join(parts)
        if outcome.standing == "formula":
            return self.tr("表里自己算，不动")
        if outcome.standing == "given":
            return "" if outcome.filled else self.tr("上级已填，不动")
        column = outcome.group.head
        if not column.path:
            decided = column.how in ("chosen", "memory")
            return self.tr("你定的留空") if decided else self.tr("登记册里没有这一栏")
        return "" if column.is_sure else self.tr("没定填什么")

    def _move_from_purpose(self, step: int) -> None:
        if step > 0:
            self.target.setFocus(Qt.FocusReason.TabFocusReason)

    def _move_from_target(self, step: int) -> None:
        if step > 0:
            self.passed.emit()
        elif self.purpose.isVisible():
            self.purpose.setFocus(Qt.FocusReason.BacktabFocusReason)

    # Where to ------------------------------------------------------------------------------

    def _proposed(self) -> Path:
        """Beside the blank form, under a name that no file has."""
        name = self.tr("{name}（已填）").format(name=self._blank.stem)
        return free_path(self._blank.with_name(f"{name}{self._blank.suffix}"))

    def browse(self) -> None:
        """Ask where to with the system's dialog, which asks about a file that is there."""
        pattern = self.tr("工作簿 (*{suffix})").format(suffix=self._blank.suffix)
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里"), self.target.text(), pattern
        )
        if name:
            self.agree(Path(name))

    def agree(self, path: Path) -> None:
        """Write to a path, even in the place of the file that is there."""
        self._agreed = self._with_suffix(path)
        self.target.setText(str(self._agreed))

    def path(self) -> Path:
        """The file in the line; with nothing there the one that was proposed."""
        typed = Path(self.target.text().strip())
        return self._with_suffix(typed) if typed.name else self._proposed()

    def _with_suffix(self, path: Path) -> Path:
        same = path.suffix.lower() == self._blank.suffix.lower()
        return path if same else path.with_name(f"{path.name}{self._blank.suffix}")

    def objection(self) -> str:
        """Say what stands in the way of writing, if anything does."""
        for line in (self.purpose, self.target):
            line.composition.commit()
        path = self.path()
        if path.exists() and path != self._agreed:
            self.target.setFocus(Qt.FocusReason.OtherFocusReason)
            if path == self._blank:
                return self.tr("这是空白表本身，没有动它。换个名字，或点“换地方…”同意替换。")
            return self.tr("已有同名的文件，没有动它。换个名字，或点“换地方…”同意替换。")
        if self.purpose.isVisible() and not self.purpose.text().strip():
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)
            return self.tr("表里有完整的证件号或电话，请写明用途。")
        return ""

    # After ---------------------------------------------------------------------------------

    def show_written(self, out: Path) -> None:
        """Say what was written."""
        self.counts.set_heading(self.tr("做完了"))
        self.result.tell(self.tr("已写好：{path}").format(path=out))
        self._show_form(shown=False)
        self.target.setText("")


def _number(count: int) -> str:
    return f"{count:,}" if count else ""


def _tone(line: _Line) -> Tone:
    return "amber" if line.empty else "plain"
