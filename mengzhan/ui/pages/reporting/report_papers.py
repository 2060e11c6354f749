"""The papers of a report: pages with charts, the draft of a bulletin, and the workbook."""

from pathlib import Path

from PySide6.QtCore import QObject

from mengzhan.prints.draft_word import draft_docx
from mengzhan.prints.month_report import month_report
from mengzhan.rules.postings import day_words
from mengzhan.rules.reporting import Report
from mengzhan.rules.reporting.bulletin import bulletin
from mengzhan.sheets.month_book import write_month_book
from mengzhan.store.report_facts import particulars_of
from mengzhan.ui.pages.publishing.papers import Choice, Form, Made, Papers
from mengzhan.ui.pages.reporting.closing_look import ClosingLook
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class ReportPapers(QObject):
    """Makes them; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._session = workspace.session

    def of(self, report: Report, look: ClosingLook | None) -> Papers:
        """Return the papers of a report; ``look`` tells how its month stands."""
        session = self._session
        stands = look.standing if look is not None else None
        corrected = look.corrections if look is not None else ()

        def pages(_choice: Choice) -> Made:
            about = particulars_of(session, report, stands, corrected)

            def book(path: Path) -> None:
                write_month_book(session.read(), report, about, path)

            return Made(month_report(report, about), book=book)

        def text(_choice: Choice) -> Made:
            day = day_words(report.day.isoformat())
            draft = bulletin(
                session.place.name, report.period, report.now, report.before, closing=day
            )
            return Made(text=draft.text, word=lambda: draft_docx(draft))

        period = say(report.period.label)
        forms = [
            Form("pages", self.tr("{period}月报").format(period=period), pages),
            Form("bulletin", self.tr("{period}通报稿").format(period=period), text),
        ]
        return Papers(self.tr("月报 {period}").format(period=period), forms)
