"""What the columns of a form hold, given to other stations as a file and taken from one."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu

from mengzhan.model.problem import UserError
from mengzhan.ui.pages.filling.fill_course import FillCourse
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.words import say

SUFFIX = ".json"


class FormProfiles(Button):
    """``loaded``: columns were taken from a file. ``said(words, tone)``: tell the user."""

    loaded = Signal()
    said = Signal(str, str)

    def __init__(self, course: FillCourse) -> None:
        super().__init__("", "Alt+M")
        self.set_words(self.tr("对照…"))
        self._course = course
        self.clicked.connect(self._show_menu)

    def menu_of_files(self) -> QMenu:
        """What can be done with mapping files."""
        menu = QMenu(self)
        menu.addAction(self.tr("从文件读入栏目对照…"), self.ask_load)
        menu.addAction(self.tr("把栏目对照存成文件，给别的站…"), self.ask_save)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_menu(self) -> None:
        self.menu_of_files().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def ask_load(self) -> None:
        """Ask for a file and take its columns."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选对照文件"), "", self._pattern())
        if name:
            self.load(Path(name))

    def ask_save(self) -> None:
        """Ask where to, and write the columns."""
        path = self._course.path
        name = self.tr("{name}（对照）").format(name=path.stem if path is not None else "")
        wanted = (path or Path(name)).with_name(f"{name}{SUFFIX}")
        taken, _ = QFileDialog.getSaveFileName(
            self, self.tr("存到哪里"), str(wanted), self._pattern()
        )
        if taken:
            chosen = Path(taken)
            has = chosen.suffix.lower() == SUFFIX
            self.save(chosen if has else chosen.with_name(f"{chosen.name}{SUFFIX}"))

    def _pattern(self) -> str:
        return self.tr("对照文件 (*{suffix})").format(suffix=SUFFIX)

    def load(self, path: Path) -> None:
        """Take the columns of a file."""
        task = self._course.task
        if task is None:
            return
        try:
            task.load_profile(path)
        except UserError as error:
            self.said.emit(say(error.message), "red")
            return
        self._course.renew()
        self.loaded.emit()
        words = self.tr("已照 {name} 定了栏目。")
        self.said.emit(words.format(name=path.name), "accent")

    def save(self, path: Path) -> None:
        """Write the columns into a file."""
        task = self._course.task
        if task is None:
            return
        try:
            task.save_profile(path)
        except UserError as error:
            self.said.emit(say(error.message), "red")
            return
        words = self.tr("已存成 {name}，里面只有栏名和字段，没有任何人的内容。")
        self.said.emit(words.format(name=path.name), "accent")
