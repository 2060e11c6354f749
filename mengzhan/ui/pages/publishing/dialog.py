"""The dialog: which form, how it looks, and out with it: copied, saved or printed."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled
from mengzhan.prints.files import PDF, PNG, write_print
from mengzhan.prints.painting import image_of
from mengzhan.prints.vacancy_forms import PICTURE
from mengzhan.sheets.ledgers.file_names import file_name
from mengzhan.store.atomic import write_atomic
from mengzhan.ui.pages.publishing.papers import Choice, Form, Made, Papers
from mengzhan.ui.pages.publishing.preview import Preview
from mengzhan.ui.printer import ask_printer, print_pages
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.written_dialog import WrittenDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_FOLDER = "publishing.folder"
_WORD = ".docx"
_BOOK = ".xlsx"
_LEFT = 230


class OutgoingDialog(WrittenDialog):
    """Shows the papers of some records. Nothing leaves before a button is pressed."""

    def __init__(self, workspace: Workspace, papers: Papers, parent: QWidget | None = None) -> None:
        super().__init__(workspace.jobs, parent)
        self._workspace = workspace
        self._papers = papers
        self._form = papers.forms[0]
        self._made: Made | None = None
        self.setWindowTitle(papers.title)
        self.panel.set_heading(papers.title)
        self.form_buttons = [self._form_button(form) for form in papers.forms]
        self.mongolian_box = QCheckBox(self.tr("加印蒙古文"))
        self.remarks = Words("", "remark", wrap=True, tone="amber")
        self.preview = Preview()
        self.copy_button = Button(self.tr("复制"), "Ctrl+C")
        self.picture_button = Button(self.tr("存图片…"), "Ctrl+G")
        self.pdf_button = Button(self.tr("存 PDF…"), "Ctrl+S")
        self.word_button = Button(self.tr("存 Word…"), "Ctrl+W")
        self.book_button = Button(self.tr("存 Excel…"), "Ctrl+E")
        self.print_button = Button(self.tr("打印…"), "Ctrl+P")
        self.out_buttons = [
            self.copy_button,
            self.picture_button,
            self.word_button,
            self.book_button,
            self.pdf_button,
            self.print_button,
        ]
        self._build()
        self._connect()
        self.form_buttons[0].setChecked(True)
        self.form_buttons[0].setFocus()
        self.make()

    def _form_button(self, form: Form) -> Button:
        button = Button(form.label)
        button.set_look("choice")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.clicked.connect(lambda _on=False, form=form: self.choose(form))
        return button

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme().size(8))
        for button in self.form_buttons:
            left.addWidget(button)
            button.setVisible(len(self.form_buttons) > 1)
        left.addSpacing(theme().size(8))
        left.addWidget(self.mongolian_box)
        left.addWidget(self.remarks)
        left.addStretch(1)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(theme().size(_LEFT))
        side.setVisible(self._papers.mongolian or len(self.form_buttons) > 1)
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        row.addWidget(side)
        row.addWidget(self.preview, 1)
        self.panel.body.addLayout(row, 1)
        self.put_foot(self.out_buttons)
        self.mongolian_box.setVisible(self._papers.mongolian)
        self._fit(self.parentWidget())

    def _fit(self, parent: QWidget | None) -> None:
        """As large as the window leaves room for: a page wants to be read."""
        width, height = theme().size(820), theme().size(480)
        if parent is not None:
            room = parent.window().size()
            width = max(width, min(theme().size(1000), room.width() - theme().size(60)))
            height = max(height, min(theme().size(760), room.height() - theme().size(40)))
        self.resize(width, height)

    def _connect(self) -> None:
        self.mongolian_box.toggled.connect(self.make)
        self.copy_button.clicked.connect(self.copy)
        self.picture_button.clicked.connect(lambda: self.save(PNG))
        self.pdf_button.clicked.connect(lambda: self.save(PDF))
        self.word_button.clicked.connect(lambda: self.save(_WORD))
        self.book_button.clicked.connect(lambda: self.save(_BOOK))
        self.print_button.clicked.connect(self.print_out)

    # Making --------------------------------------------------------------------------------

    def choose(self, form: Form) -> None:
        """Make another form."""
        self._form = form
        self.make()

    def make(self) -> None:
        """Make the chosen form anew, beside the screen."""
        form = self._form
        choice = Choice(self.mongolian_box.isChecked())
        self._take(None, None)
        self.tell(self._papers.note, "amber")
        job = self._workspace.jobs.run(
            lambda _progress: form.make(choice), self._take, window=self, lane="publishing"
        )
        self.busy.follow(job, self.tr("正在排版…"))

    def _take(self, made: Made | None, error: Exception | None) -> None:
        self._made = made
        printed = made.printed if made is not None else None
        if printed is not None:
            self.preview.show_print(printed)
        elif made is not None:
            self.preview.show_text(made.text)
        elif isinstance(error, UserError):
            self.preview.show_refusal(say(error.message))
        else:
            self.preview.show_refusal("")
            if error is not None and not isinstance(error, Cancelled):
                self._workspace.failed.emit(error)
        self.remarks.setText("\n".join(map(say, printed.remarks)) if printed is not None else "")
        self._offer(made)

    def _offer(self, made: Made | None) -> None:
        """Show what can be done with a form; nothing while there is none."""
        on_paper = self._form.name != PICTURE and (made is None or not made.text)
        shown = {
            self.copy_button: not on_paper,
            self.picture_button: made is None or not made.text,
            self.word_button: made is not None and made.word is not None,
            self.book_button: made is not None and made.book is not None,
            self.pdf_button: on_paper,
            self.print_button: on_paper,
        }
        main = self.print_button if on_paper else self.copy_button
        for button, visible in shown.items():
            button.setVisible(visible)
            button.setEnabled(made is not None)
            button.set_look("filled" if button is main else "quiet")
        if made is not None and len(self.form_buttons) == 1 and not self.mongolian_box.hasFocus():
            # nothing is to be chosen: Enter sends the paper out, it does not close the window
            main.setFocus()

    # Leaving -------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the text, or the first picture, where WeChat can take it from."""
        made = self._made
        if made is None:
            return
        clipboard = QGuiApplication.clipboard()
        if made.printed is not None:
            clipboard.setImage(image_of(made.printed.pages[0], made.printed.pixels))
            self.tell(self.tr("图片已复制，到微信里粘贴。"), "accent")
        else:
            clipboard.setText(made.text)
            self.tell(self.tr("文字已复制，到要用的地方粘贴。"), "accent")

    def save(self, suffix: str) -> None:
        """Write a file where the user wants it."""
        made = self._made
        path = self.ask_path(suffix) if made is not None else None
        if made is None or path is None:
            return
        if path.parent.is_dir():
            self._workspace.session.set_setting(_FOLDER, str(path.parent))
        self._note(made)
        job = self._workspace.jobs.run(
            lambda _progress: _write(made, path), self._saved, window=self
        )
        self.busy.follow(job, self.tr("正在写…"))

    def _saved(self, files: list[Path] | None, error: Exception | None) -> None:
        if files:
            words = self.tr("已存 {count} 个文件：{path}")
            self.tell_written(words.format(count=len(files), path=files[0]), files[0])
        else:
            self._fail(error)

    def print_out(self) -> None:
        """Print on a printer that the user picks."""
        made = self._made
        if made is None or made.printed is None:
            return
        printer = ask_printer(made.printed, self)
        if printer is None:
            return
        self._note(made)
        try:
            print_pages(made.printed, printer)
        except UserError as error:
            self._fail(error)
        else:
            self.tell(self.tr("已送到打印机。"), "accent")

    def _note(self, made: Made) -> None:
        """Note what is shown in full before it leaves: better one too many than one too few."""
        if made.leave is not None:
            made.leave()

    def _fail(self, error: Exception | None) -> None:
        if isinstance(error, UserError):
            self.tell(say(error.message), "red")
        elif error is not None:
            self._workspace.failed.emit(error)

    def ask_path(self, suffix: str) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        session = self._workspace.session
        kept = session.setting(_FOLDER)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = Path(kept) if kept and Path(kept).is_dir() else Path(usual)
        name = file_name(session.place.name, self._form.label, session.today(), suffix)
        patterns = {
            PDF: "PDF (*.pdf)",
            PNG: "PNG (*.png)",
            _WORD: "Word (*.docx)",
            _BOOK: "Excel (*.xlsx)",
        }
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里"), str(folder / name), patterns[suffix]
        )
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def _write(made: Made, path: Path) -> list[Path]:
    if path.suffix.lower() == _WORD and made.word is not None:
        write_atomic(path, made.word())
        return [path]
    if path.suffix.lower() == _BOOK and made.book is not None:
        made.book(path)
        return [path]
    return write_print(made.printed, path) if made.printed is not None else []
