"""Ctrl+E: what the list shows, as a workbook for whoever asks for it."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QWidget

from mengzhan.model.kind import Kind
from mengzhan.model.problem import UserError
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.sheets.ledgers.file_names import free_path, workbook_name
from mengzhan.sheets.ledgers.ledger import PurposeMissing, Wanted, Written, write_ledger
from mengzhan.sheets.ledgers.profile import (
    Profile,
    masked,
    revealed,
    shows_sensitive,
    template_profile,
)
from mengzhan.sheets.ledgers.template import write_template
from mengzhan.ui.pages.export_columns import ExportColumns
from mengzhan.ui.pages.export_profiles import ON_SCREEN, ExportProfiles
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.written_dialog import WrittenDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_FOLDER = "export.folder"
_LAST = "export.profile"


class ExportDialog(WrittenDialog):
    """Asks for whom, which columns, masked or not, and where to; then writes beside the screen."""

    def __init__(
        self,
        workspace: Workspace,
        kind: Kind,
        ids: "array[int]",
        shown: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """``ids`` are the row numbers in display order, ``shown`` the columns on the screen."""
        super().__init__(workspace.jobs, parent)
        self._workspace = workspace
        self._session = workspace.session
        self._kind = kind
        self._ids = ids
        self._job = 0
        self._agreed: Path | None = None
        self.setWindowTitle(self.tr("导出"))
        title = self.tr("导出{label}：{count} 条")
        self.panel.set_heading(title.format(label=say(kind.label), count=f"{len(ids):,}"))
        self.profiles = ExportProfiles(workspace, kind, shown, self.profile)
        self.columns = ExportColumns(self._session.catalogue, kind)
        self.bare_box = QCheckBox(self.tr("显示完整证件号、电话  Alt+W"))
        self.purpose = LineEdit()
        self.period = LineEdit()
        self.target = LineEdit()
        self.browse_button = Button(self.tr("换地方…"))
        self.blank_button = Button(self.tr("空白模板…"), "Ctrl+T")
        self.go_button = FilledButton(self.tr("导出"), "Ctrl+Return")
        self._build()
        self._connect()
        self.target.setText(str(self._proposed()))
        self.profiles.offer(self._session.setting(f"{_LAST}.{kind.name}") or ON_SCREEN)
        self.profiles.box.setFocus()

    def _build(self) -> None:
        self.purpose.setPlaceholderText(self.tr("用途，例如 报旗县就业局核对；会记下条数和用途"))
        self.period.setPlaceholderText(self.tr("截至今天"))
        below = QGridLayout()
        below.setVerticalSpacing(theme().size(6))
        below.addWidget(self.bare_box, 0, 0, 1, 2)
        below.addWidget(self.purpose, 0, 2, 1, 2)
        below.addWidget(Words(self.tr("期间"), "label"), 1, 0)
        below.addWidget(self.period, 1, 1)
        below.addWidget(self.target, 1, 2)
        below.addWidget(self.browse_button, 1, 3)
        below.setColumnStretch(1, 1)
        below.setColumnStretch(2, 3)
        self.panel.body.addWidget(self.profiles)
        self.panel.body.addWidget(self.columns, 1)
        self.panel.body.addLayout(below)
        self.put_foot([self.go_button], left=[self.blank_button])
        self.resize(theme().size(820), theme().size(480))

    def _connect(self) -> None:
        self.profiles.taken.connect(self._take_profile)
        self.profiles.said.connect(self.tell)
        # Its own shortcut would act a tenth of a second late, and keep the focus.
        bind(self, "Alt+W", self.bare_box.click)
        self.bare_box.toggled.connect(self._follow_bare)
        self.columns.bared.connect(self._bare_by_form)
        self.browse_button.clicked.connect(self._browse)
        self.blank_button.clicked.connect(self.write_blank)
        self.go_button.clicked.connect(self.export)

    # The profile ---------------------------------------------------------------------------

    def _take_profile(self, profile: Profile) -> None:
        bare = shows_sensitive(self._session.catalogue, profile)
        self.bare_box.blockSignals(True)
        self.bare_box.setChecked(bare)
        self.bare_box.blockSignals(False)
        self.purpose.setText(profile.purpose)
        self.purpose.setVisible(bare)
        self.columns.set_profile(profile)

    def profile(self) -> Profile:
        """The profile as it stands now, with what was changed here."""
        return replace(
            self.profiles.chosen,
            columns=self.columns.columns(),
            purpose=self.purpose.text().strip(),
        )

    def _follow_bare(self, bare: bool) -> None:
        change = revealed if bare else masked
        try:
            profile = change(self._session.catalogue, self.profile())
        except UserError as error:
            self.tell(say(error.message), "red")
            return
        self.columns.set_profile(profile)
        self.purpose.setVisible(bare)
        if bare:
            self.purpose.setFocus(Qt.FocusReason.TabFocusReason)

    def _bare_by_form(self) -> None:
        """A form that shows everything was chosen for one column; the others stay as they are."""
        self.bare_box.blockSignals(True)
        self.bare_box.setChecked(True)
        self.bare_box.blockSignals(False)
        self.purpose.show()

    # Where to ------------------------------------------------------------------------------

    def _proposed(self, *, blank: bool = False) -> Path:
        station, today = self._session.place.name, self._session.today()
        return free_path(self._folder() / workbook_name(station, self._kind, today, blank=blank))

    def _folder(self) -> Path:
        """The folder in the line, else the one of last time, else that for documents."""
        typed, kept = self.target.text().strip(), self._session.setting(_FOLDER)
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        usual = QStandardPaths.writableLocation(documents)
        folders = [Path(typed).parent if typed else None, Path(kept) if kept else None, Path(usual)]
        return next((one for one in folders if one is not None and one.is_dir()), Path.home())

    def _browse(self) -> None:
        pattern = self.tr("工作簿 (*.xlsx)")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里"), self.target.text(), pattern
        )
        if name:
            self._agreed = Path(name)
            self.target.setText(str(_with_suffix(self._agreed)))

    def _path(self) -> Path:
        """The file in the line; with nothing there the one that was proposed."""
        typed = Path(self.target.text().strip())
        return _with_suffix(typed) if typed.name else self._proposed()

    # Writing -------------------------------------------------------------------------------

    def export(self) -> None:
        """Write what is shown."""
        if self._job:
            return
        bare = self.bare_box.isChecked()
        session, path = self._session, self._path()
        if path.exists() and path != self._agreed:
            self.tell(self.tr("已有同名的文件，没有动它。换个名字，或点“换地方…”同意替换。"), "red")
            self.target.setFocus()
            return
        wanted = Wanted(
            self.profile(),
            self._ids,
            bare=bare,
            purpose=self.purpose.text(),
            period=self.period.text().strip(),
        )
        session.set_setting(f"{_LAST}.{self._kind.name}", self.profiles.chosen.name)
        words = self.tr("已导出 {rows} 条，{columns} 列：{path}")
        self._work(lambda progress: write_ledger(session, wanted, path, progress), path, words)

    def write_blank(self) -> None:
        """Write a blank workbook for people who collect elsewhere."""
        if self._job:
            return
        session, path = self._session, self._proposed(blank=True)
        profile = self.profile() if self.profiles.is_own else template_profile(self._kind)
        words = self.tr("空白模板写好了，{columns} 列：{path}")
        self._work(lambda _progress: write_template(session, profile, path), path, words)

    def _work(self, work: Callable[[Progress], Written], path: Path, words: str) -> None:
        if path.parent.is_dir():
            self._session.set_setting(_FOLDER, str(path.parent))
        self.tell("", "plain")
        self._enable(False)
        done = partial(self._done, words)
        self._job = self._workspace.jobs.run(work, done, window=self)
        self.busy.follow(self._job, self.tr("正在写…"))

    def _enable(self, free: bool) -> None:
        for button in (self.go_button, self.blank_button):
            button.setEnabled(free)

    def _done(self, words: str, written: Written | None, error: Exception | None) -> None:
        self._job = 0
        self._enable(True)
        if written is not None:
            rows = f"{written.rows:,}"
            said = words.format(rows=rows, columns=written.columns, path=written.path)
            self.tell_written(said, written.path)
            self.target.setText(str(self._proposed()))
        elif isinstance(error, Cancelled):
            self.tell(self.tr("已停下，没有留下半个文件。"), "plain")
        elif isinstance(error, UserError):
            self.tell(say(error.message), "red")
            if isinstance(error, PurposeMissing):
                self.purpose.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._workspace.failed.emit(error)

    def reject(self) -> None:
        if self._job:
            self._workspace.jobs.cancel(self._job)
        super().reject()


def _with_suffix(path: Path) -> Path:
    return path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
