"""Step 4, 写入: what would be done in figures, then what was done, and the ways on and back."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from mengzhan.sheets.importing.contacts import CONTACTS
from mengzhan.sheets.importing.followers import Following
from mengzhan.sheets.importing.planned import Intent
from mengzhan.sheets.importing.results import LEFT_OUT
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.importing.findings import Findings
from mengzhan.ui.pages.importing.shown import ValueWords
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Panel, ResultLine, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_SELDOM = ("join", "made", "contact")
"""Lines that are shown only where there is something to say."""


class WriteStep(QWidget):
    """``save_asked``: the rows left out are wanted as a workbook. ``undo_asked``: all back."""

    save_asked = Signal()
    undo_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._found: Findings | None = None
        self._following = Following()
        self.result = ResultLine()
        self.figures: dict[str, Words] = {}
        self._tones: dict[str, Tone] = {}
        self._lines: dict[str, tuple[Words, ...]] = {}
        self.notes = Words("", wrap=True)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.save_button = Button("", "Ctrl+S")
        self.undo_button = Button(self.tr("整批撤销"), "Ctrl+U")
        self._grid = QGridLayout()
        self._build()
        self.save_button.clicked.connect(self.save_asked)
        self.undo_button.clicked.connect(self.undo_asked)

    def _build(self) -> None:
        self.counts = Panel(self.tr("要做什么"))
        self._grid.setHorizontalSpacing(theme().size(12))
        self._grid.setVerticalSpacing(theme().size(6))
        self._grid.setColumnStretch(2, 1)
        lines: list[tuple[str, str, str, Tone]] = [
            ("new", self.tr("新增"), self.tr("登记册里还没有"), "accent"),
            ("change", self.tr("更新"), self.tr("登记册里有，写进不一样的几项"), "accent"),
            ("join", self.tr("并入"), self.tr("表里前面已有同一条，补进那一行"), "accent"),
            ("same", self.tr("已有，没变"), self.tr("登记册里或表里前面有，一样"), "plain"),
            (
                "made",
                self.tr("新建单位、人员"),
                self.tr("表里提到、还没登记的，顺带建好"),
                "accent",
            ),
            (
                "contact",
                self.tr("回访、走访"),
                self.tr("一列一次的，有日期的每次记一条"),
                "accent",
            ),
            ("skip", self.tr("跳过"), self.tr("你定的"), "plain"),
            ("wait", self.tr("重复没定"), self.tr("不写入，退回第 3 步可以定"), "amber"),
            ("out", self.tr("有错"), self.tr("不写入，退回第 2 步可以改"), "red"),
        ]
        for line, (name, words, why, tone) in enumerate(lines):
            figure = Words("0", "panel")
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.figures[name] = figure
            self._tones[name] = tone
            self._lines[name] = (figure, Words(words, "strong"), Words(why, "remark"))
            for place, part in enumerate(self._lines[name]):
                self._grid.addWidget(part, line, place)
        self.counts.body.addLayout(self._grid)
        self.counts.body.addWidget(self.result)
        acts = QWidget()
        flow = FlowLayout(acts)
        for button in (self.save_button, self.undo_button):
            flow.addWidget(button)
        self.counts.body.addWidget(acts)
        self.counts.body.addStretch(1)
        side = Panel(self.tr("还要知道的"))
        side.body.addWidget(self.notes, 1)
        row = QHBoxLayout(self)
        space(row, 0, 12)
        row.addWidget(self.counts, 3)
        row.addWidget(side, 2)

    def show_findings(self, found: Findings) -> None:
        """Show what would be done."""
        self._found = found
        self.counts.set_heading(self.tr("要做什么（还什么都没有写）"))
        self.result.tell("")
        self.undo_button.hide()
        counts = found.plan.counts()
        for intent in Intent:
            self._write_figure(intent.value, counts[intent])
        self._write_figure("made", len(found.plan.made()))
        self._following = found.plan.following()
        self._write_figure("contact", self._following.count)
        self._write_save(sum(counts[intent] for intent in LEFT_OUT))
        self.notes.setText("\n".join(self._notes(found)))

    def _write_figure(self, name: str, count: int) -> None:
        self.figures[name].setText(f"{count:,}")
        self.figures[name].set_tone(self._tones[name] if count else "plain")
        for part in self._lines[name]:
            part.setVisible(count > 0 or name not in _SELDOM)

    def _write_save(self, left_out: int) -> None:
        words = self.tr("没有导入的 {count} 行另存为…").format(count=f"{left_out:,}")
        self.save_button.set_words(words)
        self.save_button.setVisible(left_out > 0)

    @property
    def writing(self) -> int:
        """How many records would be written."""
        if self._found is None:
            return 0
        counts = self._found.plan.counts()
        return counts[Intent.NEW] + counts[Intent.CHANGE] + self._following.count

    def _notes(self, found: Findings) -> list[str]:
        task, notes = found.task, []
        made = Counter(record.kind for record in found.plan.made().values())
        for kind, count in made.items():
            label = say(self._workspace.session.catalogue[kind].label)
            notes.append(self.tr("· 顺带新建{label} {count} 条。").format(label=label, count=count))
        if self._following.stored:
            text = self.tr("· {label}有 {count} 次当天已经记过，不再记。")
            notes.append(
                text.format(label=self._contacts(found), count=len(self._following.stored))
            )
        repaired = sum(group.count for group in found.repairs)
        if repaired:
            notes.append(
                self.tr("· 已修正 {count} 处写法，第 2 步 F9 可以看。").format(count=repaired)
            )
        warned = sum(group.count for group in found.warnings)
        if warned:
            notes.append(self.tr("· 提醒 {count} 处，第 2 步 F8 可以看。").format(count=warned))
        words = ValueWords(self._workspace, found.plan)
        for name, value in task.constants.items():
            label = say(task.kind[name].label)
            shown = words.of(name, value, masked=True)
            text = self.tr("· 整份表都一样：{label}＝{value}。")
            notes.append(text.format(label=label, value=shown))
        left = [column.header for column in task.columns if not column.taken and column.header]
        if left:
            text = self.tr("· 不导入的列：{columns}。")
            notes.append(text.format(columns="、".join(left)))
        return notes or [self.tr("没有别的。")]

    def _contacts(self, found: Findings) -> str:
        """What people call the contacts of this kind of record."""
        return say(self._workspace.session.catalogue[CONTACTS[found.task.kind.name]].label)

    def show_written(self, records: int) -> None:
        """Say what was done."""
        if self._found is None:
            return
        counts = self._found.plan.counts()
        self.counts.set_heading(self.tr("做完了"))
        words = self.tr("已写入：新增 {new} 条，更新 {change} 条，共 {records} 条记录。")
        said = words.format(
            new=f"{counts[Intent.NEW]:,}",
            change=f"{counts[Intent.CHANGE]:,}",
            records=f"{records:,}",
        )
        if self._following.count:
            more = self.tr("其中{label} {count} 条。")
            said += more.format(
                label=self._contacts(self._found), count=f"{self._following.count:,}"
            )
        left_out = sum(counts[intent] for intent in LEFT_OUT)
        if left_out:
            said += self.tr("{count} 行没有导入。").format(count=f"{left_out:,}")
        self.result.tell(said)
        self.undo_button.setVisible(records > 0)

    def show_saved(self, name: str, rows: int) -> None:
        """Say where the rows that were left out are."""
        words = self.tr("{count} 行存成 {name}：错的格有颜色，原因在批注里。改好可以再导入。")
        self.result.tell(words.format(count=rows, name=name))

    def show_undone(self) -> None:
        """Say that everything is as it was."""
        self.counts.set_heading(self.tr("已整批撤销"))
        self.result.tell(self.tr("这次导入已撤销，登记册和导入前一样。"), "plain")
        self.undo_button.hide()
