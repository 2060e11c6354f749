"""Pasting a recruitment message: its text beside a form for each vacancy that it names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value
from mengzhan.model.problem import UserError
from mengzhan.rules.ads.drafts import VacancyDraft, drafts_of
from mengzhan.rules.ads.parse import ParsedAd, parse_ad
from mengzhan.rules.ads.register import Hirer, find_hirer
from mengzhan.store.drafts import Draft
from mengzhan.ui.pages.form_stack import FORMS, FormStack
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.pasting.ad_view import AdView
from mengzhan.ui.pages.pasting.pasted_form import Pasted, PastedForm
from mengzhan.ui.pages.record_form import RecordForm
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import AreaEdit, commit_composition
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.workspace import Workspace

SIDE_FROM = 900
"""From this width on the message stands beside the form; below it, in its place on F6."""

SIDE = 340
LONGEST = 10_000
"""Most characters of a message; more is no message, and would keep the window waiting."""


class AdBox(AreaEdit):
    """A message while it is put right by hand."""

    FEWEST, MOST = 8, 14


class PastePage(QWidget):
    """``closed``: everything was saved, or the user left."""

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._ad: ParsedAd | None = None
        self._waiting: list[tuple[str, VacancyDraft]] = []
        self._total = 0
        self._chosen: list[tuple[dict[str, Value], str]] = []
        self._text_shown = False
        self.view = AdView()
        self.box = AdBox()
        self.forms = FormStack(workspace, forms={**FORMS, "vacancy": self._make_form})
        self._build()
        self._connect()

    def _build(self) -> None:
        self.text_panel = Panel(self.tr("招聘信息原文"))
        self.text_panel.body.addWidget(self.view, 1)
        remark = self.tr("有底色的字填进了这个岗位；原文会存在备注里。")
        self.text_panel.body.addWidget(Words(remark, "remark", wrap=True))
        self.entry = Panel(self.tr("粘贴招聘信息"))
        self._say = Words("", "body", wrap=True)
        self.entry.body.addWidget(self._say)
        self.entry.body.addWidget(self.box)
        self.entry.body.addStretch(1)
        self.read_button = FilledButton(self.tr("读出岗位"), "Ctrl+Return")
        self.back_button = Button(self.tr("返回"), "Esc")
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.read_button)
        self.entry.body.addLayout(foot)
        self._stack = QStackedWidget()
        self.work = QWidget()
        row = QHBoxLayout(self.work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().size(12))
        row.addWidget(self.text_panel)
        row.addWidget(self.forms, 1)
        for part in (self.entry, self.work):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def _connect(self) -> None:
        self.read_button.clicked.connect(self._read_box)
        self.box.moved.connect(
            lambda _step: self.read_button.setFocus(Qt.FocusReason.TabFocusReason)
        )
        self.back_button.clicked.connect(self.leave)
        self.forms.closed.connect(self._go_on)
        self.forms.opened.connect(self.workspace.record_asked)
        self.workspace.hidden.connect(self._cover)
        bind(self, "F6", self.toggle_text)

    # Reading -------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether there is a message under way that leaving would lose."""
        return self._ad is not None

    def open(self, text: str) -> None:
        """Read a message; one without any vacancy stays in the box, to be put right there."""
        plain = text.replace("\r\n", "\n").strip()
        ad = parse_ad(plain) if len(plain) <= LONGEST else None
        if ad is None or not ad.vacancies:
            self._ask(plain[:LONGEST], read=bool(plain))
            return
        self._ad = ad
        self.view.show_text(ad.text)
        session = self.workspace.session
        banner = division_tree().banner(session.place.code)
        self._waiting = [(session.new_id(), draft) for draft in drafts_of(ad, banner)]
        self._total = len(self._waiting)
        self._keep()
        self._stack.setCurrentWidget(self.work)
        self._arrange()
        self._next()

    def _ask(self, text: str, *, read: bool) -> None:
        words = self.tr("把微信里的招聘信息复制过来，粘贴在下面。")
        if read:
            words = self.tr(
                "这段文字里没有读出岗位。补上岗位名（如“招服务员2名”）再读，或者返回手工登记。"
            )
        self._say.setText(words)
        self.box.put(text)
        self._stack.setCurrentWidget(self.entry)
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_box(self) -> None:
        commit_composition()
        self.open(self.box.toPlainText())

    def _keep(self) -> None:
        """Every vacancy of the message is a draft from now on; a crash loses none."""
        try:
            waiting = [Draft(record, record, draft.values) for record, draft in self._waiting]
            self.workspace.session.save_drafts("vacancy", waiting)
        except UserError as error:
            self.workspace.failed.emit(error)

    # One after the other -------------------------------------------------------------------

    def _next(self) -> None:
        if self._waiting:
            self.forms.new("vacancy")
        else:
            self._close()

    def _make_form(self, workspace: Workspace, _kind: str) -> RecordForm:
        record, draft = self._waiting.pop(0)
        text = self._ad.text if self._ad is not None else ""
        number = self._total - len(self._waiting)
        pasted = Pasted(record, text, draft, self._hirer(draft), number, self._total)
        form = PastedForm(workspace, pasted)
        form.looked_at.connect(self.view.mark)
        form.skipped.connect(self._skip)
        form.finished.connect(lambda saved, _ahead: self._remember(draft, saved))
        return form

    def _hirer(self, draft: VacancyDraft) -> Hirer | None:
        """The employer: the one that was chosen for the same words before, or by the register."""
        for said, record in self._chosen:
            if said == draft.employer:
                return Hirer(record, "name", 1.0)
        return find_hirer(self.workspace.reader, draft.employer)

    def _remember(self, draft: VacancyDraft, record: str) -> None:
        row = self.workspace.reader.record("vacancy", record) or {}
        if row.get("employer"):
            self._chosen.append((draft.employer, str(row["employer"])))

    def _skip(self) -> None:
        self.forms.clear()
        self._next()

    def _go_on(self, record: str) -> None:
        if record:
            self._next()
        else:
            self.leave()

    def leave(self) -> None:
        """Close the page; whoever leaves a message wants none of the vacancies that follow."""
        shown = [self.forms.current.record] if self.forms.current else []
        for record in (*shown, *(record for record, _ in self._waiting)):
            self.workspace.session.drop_drafts(record)
        self._waiting.clear()
        self._close()

    def _close(self) -> None:
        self._ad = None
        self.closed.emit()

    # Page ----------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus where the page is worked with."""
        if self._stack.currentWidget() is self.entry:
            self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.forms.focus_first()

    def commit(self) -> None:
        """Read what is being typed, before the page is left."""
        self.forms.commit()

    def _cover(self) -> None:
        """Cover the telephone numbers of the message, as the form does with its own."""
        if self._ad is not None:
            self.view.cover(self._ad.masked())

    def toggle_text(self) -> None:
        """Narrow window: message or form. Wide window: the focus goes there and back."""
        self._text_shown = not self._text_shown
        self._arrange()
        if self._text_shown:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.forms.focus_first()

    def _arrange(self) -> None:
        wide = self.width() >= theme().size(SIDE_FROM)
        self.text_panel.setMinimumWidth(theme().size(SIDE) if wide else 0)
        self.text_panel.setMaximumWidth(theme().size(SIDE) if wide else _WHOLE)
        self.text_panel.setVisible(wide or self._text_shown)
        self.forms.setVisible(wide or not self._text_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


_WHOLE = 16_777_215
