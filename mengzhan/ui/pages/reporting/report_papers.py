"""The papers of a report: pages with charts, the draft of a bulletin, and the workbook."""

from pathlib import Path

from PySide6.QtCore import QObject

from mengzhan.prints.draft_word import draft_docx
from mengzhan.prints.month_report import Particulars, month_report
from mengzhan.rules.postings import day_words
from mengzhan.rules.reporting import Report
from mengzhan.rules.reporting.apart import groups_apart, places_apart
from mengzhan.rules.reporting.bulletin import bulletin
from mengzhan.rules.reporting.standing_words import corrections_in_chinese, standing_in_chinese
from mengzhan.sheets.month_book import write_month_book
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
        stands = standing_in_chinese(look.standing if look is not None else None)
        station, operator = session.place.name, session.operator.name

        def pages(_choice: Choice) -> Made:
            reader = session.read()
            about = Particulars(
                station,
                stands,
                operator,
                places_apart(reader, report.now),
                groups_apart(reader, report.now),
                corrections_in_chinese(look.corrections, reader.title) if look else (),
            )

            def book(path: Path) -> None:
                write_month_book(
                    session.read(),
                    report,
                    path,
                    station=station,
                    standing=stands,
                    places=places_apart(reader, report.now),
                    groups=groups_apart(reader, report.now),
                )

            return Made(month_report(report, about), book=book)

        def text(_choice: Choice) -> Made:
            day = day_words(report.day.isoformat())
            draft = bulletin(station, report.period, report.now, report.before, closing=day)
            return Made(text=draft.text, word=lambda: draft_docx(draft))

        title = self.tr("月报 {period}").format(period=say(report.period.label))
        forms = [
            Form("pages", self.tr("月报（图、表、说明）"), pages),
            Form("bulletin", self.tr("通报稿"), text),
        ]
        return Papers(title, forms)
