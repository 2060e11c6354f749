"""Settings: the Mongolian terms that prints may use, and which of them a person has read."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Progress
from mengzhan.prints.fonts import mongolian_family
from mengzhan.prints.mongolian import NO_FONT
from mengzhan.rules.mongolian import UNREVIEWED, Term, TermList
from mengzhan.store.papers import keep_terms, terms_of
from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.busy_bar import BusyBar
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.widgets.panel import ResultLine, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class TermsSection(QWidget):
    """The list of terms; Enter confirms one, or takes that back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        space(column, 0, 10)
        words = self.tr(
            "蒙古文只印这里导入的术语。表要三列：中文、蒙古文（传统文字）、是否审校（是/否），"
            "CSV 或工作簿都行。没有审校的，印出来都带着“未经审校”。"
        )
        column.addWidget(Words(words, "remark", wrap=True))
        self.font_words = Words("", "remark", wrap=True, tone="amber")
        column.addWidget(self.font_words)
        self.model: LinesModel[Term] = LinesModel(
            [
                Part(self.tr("中文"), lambda term: term.chinese, share=2),
                Part(self.tr("蒙古文"), lambda term: term.mongolian, share=3),
                Part(self.tr("审校"), self._state, 120, tone=_tone),
            ]
        )
        self.table = LinesTable(self.model)
        self.table.setAccessibleName(self.tr("蒙古文术语"))
        self.table.setMinimumHeight(theme().size(110))
        self.table.opened.connect(self.confirm)
        column.addWidget(self.table, 1)
        self.told = ResultLine()
        column.addWidget(self.told)
        self.busy = BusyBar(workspace.jobs)
        column.addWidget(self.busy)
        row = QHBoxLayout()
        self.import_button = FilledButton(self.tr("导入术语表…"))
        self.confirm_button = Button(self.tr("这一条审校过了"))
        self.import_button.clicked.connect(self.bring_in)
        self.confirm_button.clicked.connect(lambda: self.confirm(self.table.current))
        row.addWidget(self.import_button)
        row.addWidget(self.confirm_button)
        row.addStretch(1)
        column.addLayout(row)
        self.refresh()

    def _state(self, term: Term) -> str:
        return self.tr("已审校") if term.reviewed else say(UNREVIEWED)

    def refresh(self) -> None:
        """Read the terms anew."""
        terms = terms_of(self._workspace.session)
        self.model.fill(list(terms))
        self.confirm_button.setEnabled(len(terms) > 0)
        self.font_words.setText(say(NO_FONT))
        self.font_words.setVisible(not mongolian_family())
        words = self.tr("共 {count} 条，{unreviewed} 条未经审校。")
        self.told.tell(words.format(count=len(terms), unreviewed=terms.unreviewed), "plain")

    def bring_in(self) -> None:
        """Import a list, beside the screen."""
        path = self.ask_path()
        if path is None:
            return

        def work(_progress: Progress) -> TermList:
            from mengzhan.sheets.term_list import read_term_file

            return read_term_file(path)

        job = self._workspace.jobs.run(work, self._take, window=self, lane="terms")
        self.busy.follow(job, self.tr("正在读…"))

    def _take(self, read: TermList | None, error: Exception | None) -> None:
        if read is None:
            if isinstance(error, UserError):
                self.told.tell(say(error.message), "red")
            else:
                self._workspace.failed.emit(error)
            return
        session = self._workspace.session
        keep_terms(session, terms_of(session).with_list(read.terms))
        self.refresh()
        words = self.tr("收了 {count} 条。").format(count=len(read.terms))
        if read.refused:
            skipped = self.tr("第 {lines} 行不是术语，没有收。")
            numbers = self.tr("、").join(map(str, read.refused[:20]))
            words += skipped.format(lines=numbers)
        self.told.tell(words, "amber" if read.refused else "accent")

    def confirm(self, line: int) -> None:
        """Say that a term was read by a person, or that it was not."""
        if not 0 <= line < len(self.model.lines):
            return
        term, session = self.model.lines[line], self._workspace.session
        terms = terms_of(session).confirmed([term.chinese], reviewed=not term.reviewed)
        keep_terms(session, terms)
        self.refresh()
        self.table.go(min(line + 1, len(self.model.lines) - 1))

    def ask_path(self) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        patterns = self.tr("术语表 (*.csv *.txt *.xlsx *.xls *.et *.ods)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选术语表"), "", patterns)
        return Path(name) if name else None


def _tone(term: Term) -> Tone:
    return "plain" if term.reviewed else "amber"
