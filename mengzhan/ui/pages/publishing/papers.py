"""What there is to go out for some records: the forms, and what to note when one has left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from mengzhan.prints.draft_word import draft_docx
from mengzhan.prints.leaflet import leaflets
from mengzhan.prints.letter import letters
from mengzhan.prints.letter_word import letter_docx, template_path
from mengzhan.prints.mongolian import Script
from mengzhan.prints.page import Print
from mengzhan.prints.paper import A4, A5
from mengzhan.prints.vacancy_forms import BOOKLET, CARD, FORMS, PICTURE, POSTER
from mengzhan.prints.visit_sheet import visit_sheets_print
from mengzhan.rules import referral_letter, visit_sheets
from mengzhan.rules.leaflets import leaflet_of
from mengzhan.rules.postings import Posting, announcement, postings_of
from mengzhan.rules.reporting.case import typical_case
from mengzhan.store.papers import new_sheets, outlet_of, remember_sheets, terms_of
from mengzhan.store.session import Session
from mengzhan.ui.workspace import Workspace

TEXT = "text"


@dataclass(frozen=True)
class Choice:
    """What the user said: Mongolian beside the Chinese."""

    mongolian: bool = False


@dataclass(frozen=True)
class Made:
    """What a form came to: pages, or text to copy; ``word`` makes a file to go on writing in.

    ``book`` writes a workbook to a path. ``leave`` is called before it leaves the program: it notes
    that telephones were shown.
    """

    printed: Print | None = None
    text: str = ""
    word: Callable[[], bytes] | None = None
    book: Callable[[Path], object] | None = None
    leave: Callable[[], None] | None = None


@dataclass(frozen=True)
class Form:
    """One form; ``make`` may be called on another thread and raises what the rules refuse."""

    name: str
    label: str
    make: Callable[[Choice], Made]


@dataclass(frozen=True)
class Papers:
    """The forms for some records; ``mongolian`` says whether there may be any beside them,
    ``note`` what has to be known before they leave."""

    title: str
    forms: Sequence[Form]
    mongolian: bool = False
    note: str = ""


class PaperSources(QObject):
    """Makes the papers of records; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._session = workspace.session

    def of(self, kind: str, records: Sequence[str], left_out: int = 0) -> Papers:
        """Return what goes out for records of a kind that has a ``PaperDoor``.

        Args:
            left_out: how many more are listed than go on paper at once.
        """
        makers = {
            "vacancy": self._vacancies,
            "referral": self._letters,
            "person": self._visits,
            "policy": self._leaflets,
        }
        papers = makers[kind](list(records))
        if not left_out:
            return papers
        words = self.tr(
            "一次最多 {most} 条，还有 {left} 条没有排进来。请先按村、按组筛选，分几次印。"
        )
        return replace(papers, note=words.format(most=len(records), left=left_out))

    # Vacancies -----------------------------------------------------------------------------

    def _vacancies(self, records: list[str]) -> Papers:
        labels = {
            POSTER: self.tr("海报（A4，大字）"),
            PICTURE: self.tr("长图（微信）"),
            BOOKLET: self.tr("岗位册（A5）"),
            CARD: self.tr("岗位卡（一张八个）"),
        }
        session = self._session

        def paper(name: str) -> Callable[[Choice], Made]:
            def make(choice: Choice) -> Made:
                found = self._postings(records)
                script = _script(session) if choice.mongolian else None
                return Made(FORMS[name](found, outlet_of(session), session.today(), script))

            return make

        def text(_choice: Choice) -> Made:
            found = self._postings(records)
            return Made(text=announcement(found, outlet_of(session), session.today()))

        forms = [
            Form(TEXT, self.tr("文字（微信群）"), text),
            *(Form(name, label, paper(name)) for name, label in labels.items()),
        ]
        title = self.tr("发布 {count} 个岗位").format(count=len(records))
        return Papers(title, forms, mongolian=True)

    def _postings(self, records: Sequence[str]) -> list[Posting]:
        session = self._session
        return postings_of(session.read(), records, session.today(), session.place.code)

    # Letters, visits, leaflets -------------------------------------------------------------

    def _letters(self, records: list[str]) -> Papers:
        session = self._session

        def make(_choice: Choice) -> Made:
            reader, today, name = session.read(), session.today(), session.operator.name
            found = [
                referral_letter.referral_letter(reader, record, name, today) for record in records
            ]
            outlet = outlet_of(session)

            def word() -> bytes:
                return letter_docx(found[0], outlet, template_path(session.store.folder))

            return Made(
                letters(found, outlet),
                word=word if len(found) == 1 else None,
                leave=lambda: session.disclose("person", len(found), referral_letter.PURPOSE),
            )

        title = self.tr("推荐信 {count} 份").format(count=len(records))
        return Papers(title, [Form("letter", self.tr("推荐信和回执"), make)])

    def _visits(self, records: list[str]) -> Papers:
        session = self._session

        def make(_choice: Choice) -> Made:
            sheets = new_sheets(session, records)

            def leave() -> None:
                remember_sheets(session, sheets)
                session.disclose("person", len(records), visit_sheets.PURPOSE)

            return Made(visit_sheets_print(sheets), leave=leave)

        title = self.tr("入户表：{count} 人").format(count=len(records))
        return Papers(title, [Form("visit", self.tr("按村、组排好，每行有行码"), make)])

    def case(self, person: str) -> Papers:
        """Return the draft of a typical case of one person, who cannot be told from it."""
        session = self._session

        def make(_choice: Choice) -> Made:
            draft = typical_case(session.read(), person, session.place.name, session.today())
            return Made(text=draft.text, word=lambda: draft_docx(draft))

        label = self.tr("典型案例")
        return Papers(label, [Form("case", label, make)])

    def _leaflets(self, records: list[str]) -> Papers:
        session = self._session

        def sized(paper: tuple[float, float]) -> Callable[[Choice], Made]:
            def make(choice: Choice) -> Made:
                found = [leaflet_of(session.read(), record) for record in records]
                script = _script(session) if choice.mongolian else None
                return Made(leaflets(found, outlet_of(session), paper, script))

            return make

        title = self.tr("政策宣传单 {count} 张").format(count=len(records))
        forms = [
            Form("a5", self.tr("A5，发到手里"), sized(A5)),
            Form("a4", self.tr("A4，贴在墙上"), sized(A4)),
        ]
        return Papers(title, forms, mongolian=True)


def _script(session: Session) -> Script:
    return Script.of(terms_of(session))
