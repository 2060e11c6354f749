"""Settings: the rule tables in force, who sent them, and rows to replace some of them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.model.codes import code_table
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.model.resources import read_table
from mengzhan.rules.tables import (
    KIND,
    Edition,
    editions,
    label_of,
    publish,
    shipped_edition,
    withdraw,
    write_rows,
)
from mengzhan.store.atomic import write_atomic
from mengzhan.store.session import ChangeSet
from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import ResultLine, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


@dataclass(frozen=True)
class _Line:
    """A table that came with the program, or rows that stand over it (``edition``)."""

    table: str
    day: str
    edition: Edition | None = None


class TablesSection(QWidget):
    """The tables; what is done concerns the one that is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._office = workspace.session.is_office
        column = QVBoxLayout(self)
        space(column, 0, 10)
        column.addWidget(Words(self._introduction(), "remark", wrap=True))
        self.model: LinesModel[_Line] = LinesModel(
            [
                Part(self.tr("表"), self._name, share=3),
                Part(self.tr("版本"), lambda line: line.day, 110),
                Part(self.tr("来源"), self._source, 110),
                Part(self.tr("内容"), self._content, share=4, tone=_tone),
            ]
        )
        self.table = LinesTable(self.model)
        self.table.setAccessibleName(self.tr("规则表"))
        # a low window shows fewer lines, and the buttons all the same
        self.table.setMinimumHeight(theme().size(120))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.moved.connect(lambda _line: self._offer())
        column.addWidget(self.table, 1)
        self.told = ResultLine()
        column.addWidget(self.told)
        self.busy = BusyBar(workspace.jobs)
        column.addWidget(self.busy)
        row = QHBoxLayout()
        self.replace_button = FilledButton(self.tr("换上新的…"))
        self.save_button = Button(self.tr("导出现用的…"))
        self.withdraw_button = Button(self.tr("撤回这一份"))
        self.replace_button.clicked.connect(self.bring_in)
        self.save_button.clicked.connect(self.save)
        self.withdraw_button.clicked.connect(self.take_back)
        for button in (self.replace_button, self.save_button, self.withdraw_button):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.refresh()

    def _introduction(self) -> str:
        how = self.tr("先导出现用的，用 Excel 改好再换上：写了的行换掉同一项，没写的不动。")
        if self._office:
            return how + self.tr("换上的表随下一份回执发给所有站点，站点收下就用。")
        return how + self.tr("上级发来的表，读入回执时就用上，不用自己换。")

    # Words -----------------------------------------------------------------------------------

    def _name(self, line: _Line) -> str:
        return label_of(line.table) if line.edition is None else f"    + {label_of(line.table)}"

    def _source(self, line: _Line) -> str:
        if line.edition is None:
            return self.tr("程序自带")
        own = line.edition.station == self._workspace.session.place.code
        return self.tr("本单位") if own else self.tr("上级")

    def _content(self, line: _Line) -> str:
        if line.edition is None:
            return self.tr("现用 {count} 行").format(count=len(read_table(line.table)))
        if line.edition.fault is not None:
            return self.tr("没有用：{why}").format(why=say(line.edition.fault.message))
        return self.tr("{count} 行").format(count=len(line.edition.rows))

    # What can be done --------------------------------------------------------------------------

    @property
    def chosen(self) -> _Line:
        """The line in focus."""
        return self.model.lines[max(self.table.current, 0)]

    def refresh(self) -> None:
        """Read the tables anew."""
        found = editions(self._workspace.reader)
        lines: list[_Line] = []
        for code in code_table(KIND):
            lines.append(_Line(code.code, shipped_edition(code.code)))
            lines += [_Line(one.table, one.day, one) for one in found if one.table == code.code]
        at = max(self.table.current, 0)
        self.model.fill(lines)
        self.table.go(min(at, len(lines) - 1))
        self._offer()

    def _offer(self) -> None:
        edition = self.chosen.edition
        own = self._workspace.session.place.code
        self.withdraw_button.setEnabled(edition is not None and edition.station == own)

    def bring_in(self) -> None:
        """Let the rows of a file count from today on."""
        table, path, session = self.chosen.table, self.ask_path(), self._workspace.session
        if path is None:
            return

        def work(_progress: Progress) -> ChangeSet:
            from mengzhan.sheets.rule_table import read_table_file

            rows = read_table_file(table, path)
            return session.run(publish(table, rows, session.today()), f"add {KIND}")

        job = self._workspace.jobs.run(work, self._take, window=self, lane="tables")
        self.busy.follow(job, self.tr("正在读…"))

    def _take(self, change: ChangeSet | None, error: Exception | None) -> None:
        if change is None:
            self._fail(error)
            return
        self._workspace.tell(change)
        self.refresh()
        words = self.tr("已换上，从现在起用。")
        if self._office:
            words += self.tr("下一份回执发给各站。")
        self.told.tell(words, "accent")

    def save(self) -> None:
        """Write the chosen table as it is in force."""
        table = self.chosen.table
        path = self.ask_place(f"{label_of(table)}.csv")
        if path is None:
            return
        try:
            # Excel takes UTF-8 for Chinese only with the mark in front
            write_atomic(path, write_rows(read_table(table)).encode("utf-8-sig"))
        except UserError as error:
            self._fail(error)
        else:
            self.told.tell(self.tr("已存 {path}").format(path=path), "accent")

    def take_back(self) -> None:
        """Withdraw the chosen edition; it can be undone."""
        edition = self.chosen.edition
        if edition is not None:
            saying = self.tr("已撤回 {table}").format(table=label_of(edition.table))
            self._workspace.run(withdraw(edition.record), f"remove {KIND}", saying)
            self.refresh()

    def ask_path(self) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        patterns = self.tr("规则表 (*.csv *.xlsx *.xls *.et *.ods)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选规则表"), "", patterns)
        return Path(name) if name else None

    def ask_place(self, name: str) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里"), name, "CSV (*.csv)")
        return Path(chosen) if chosen else None

    def _fail(self, error: Exception | None) -> None:
        if isinstance(error, UserError):
            self.told.tell(say(error.message), "red")
        elif error is not None:
            self._workspace.failed.emit(error)


def _tone(line: _Line) -> Tone:
    return "amber" if line.edition is not None and line.edition.fault is not None else "plain"
