"""For whom one exports: the profile that is picked, kept, given away, or taken in."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QInputDialog, QMenu, QWidget

from mengzhan.model.kind import Kind
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.sheets.ledgers import profile_file
from mengzhan.sheets.ledgers.profile import NUMBER, Column, Profile, shows_sensitive
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

ON_SCREEN = QT_TRANSLATE_NOOP("model", "屏幕上的列")


class ExportProfiles(QWidget):
    """``taken(profile)``: another one was picked. ``said(words, tone)``: tell the user."""

    taken = Signal(object)
    said = Signal(str, str)

    def __init__(
        self,
        workspace: Workspace,
        kind: Kind,
        shown: Sequence[str],
        edited: Callable[[], Profile],
        parent: QWidget | None = None,
    ) -> None:
        """``shown`` are the columns on the screen; ``edited`` gives the profile with what was
        changed since it was picked."""
        super().__init__(parent)
        self._session = workspace.session
        self._kind = kind
        self._edited = edited
        columns = (Column(NUMBER), *(Column(name) for name in shown))
        self._screen = Profile(ON_SCREEN, kind.name, columns)
        self._profiles = [self._screen]
        self.box = QComboBox()
        self.more_button = Button(self.tr("方案…"), "Alt+M")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Words(self.tr("给谁"), "label"))
        row.addWidget(self.box, 1)
        row.addWidget(self.more_button)
        self.setFocusProxy(self.box)
        self.box.activated.connect(lambda _at: self.taken.emit(self.chosen))
        self.more_button.clicked.connect(self._show_menu)

    def offer(self, name: str) -> None:
        """List all profiles and take the one of this name."""
        self._profiles = [self._screen, *profile_file.profiles(self._session, self._kind)]
        self.box.clear()
        for profile in self._profiles:
            bare = shows_sensitive(self._session.catalogue, profile)
            words = self.tr("{name}（含完整号码）") if bare else "{name}"
            self.box.addItem(words.format(name=say(profile.name)))
        names = [profile.name for profile in self._profiles]
        self.box.setCurrentIndex(names.index(name) if name in names else 0)
        self.taken.emit(self.chosen)

    @property
    def chosen(self) -> Profile:
        """The profile as it was kept, without what was changed since."""
        return self._profiles[max(self.box.currentIndex(), 0)]

    @property
    def is_own(self) -> bool:
        """Whether the chosen profile was made here."""
        chosen = self.chosen
        return chosen is not self._screen and profile_file.is_own(chosen, self._kind)

    def menu(self) -> QMenu:
        """What can be done with profiles."""
        menu = QMenu(self)
        menu.addAction(self.tr("存为方案…"), self.ask_keep)
        menu.addAction(self.tr("从文件读入…"), self.ask_load)
        menu.addAction(self.tr("存成文件，给别的站…"), self.ask_save)
        menu.addAction(self.tr("去掉这个方案"), self.forget).setEnabled(self.is_own)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def ask_keep(self) -> None:
        """Keep the columns as a profile under a name."""
        name, agreed = QInputDialog.getText(
            self,
            self.tr("存为方案"),
            self.tr("给谁的（例如 旗县就业局月报）"),
            text=self.chosen.name if self.is_own else "",
        )
        if agreed and name.strip():
            self.keep(name.strip())

    def keep(self, name: str) -> None:
        """Keep the columns as the profile ``name``."""
        wanted = replace(self._edited(), name=name)
        taken = name == self._screen.name or not profile_file.is_own(wanted, self._kind)
        if taken:
            self.said.emit(self.tr("这个名字是自带方案的，请换一个。"), "red")
            return
        if self._attempt(lambda: profile_file.keep(self._session, wanted)):
            self.offer(name)
            self.said.emit(self.tr("已记住方案“{name}”。").format(name=name), "accent")

    def forget(self) -> None:
        """Keep the chosen profile no longer."""
        profile_file.forget(self._session, self.chosen)
        self.offer(ON_SCREEN)

    def ask_load(self) -> None:
        """Take in a profile from a file."""
        pattern = self.tr("导出方案 (*{suffix})").format(suffix=profile_file.SUFFIX)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选方案文件"), "", pattern)
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Take in the profile in ``path`` and keep it."""
        found: list[Profile] = []

        def take() -> None:
            profile = profile_file.load_file(path, self._session.catalogue)
            profile_file.keep(self._session, profile)
            found.append(profile)

        if not self._attempt(take):
            return
        profile = found[0]
        if profile.kind == self._kind.name:
            self.offer(profile.name)
        label = say(self._session.catalogue[profile.kind].label)
        words = self.tr("已记住“{label}”的方案“{name}”。")
        self.said.emit(words.format(label=label, name=profile.name), "accent")

    def ask_save(self) -> None:
        """Write the profile into a file of its own."""
        proposed = f"{say(self.chosen.name)}{profile_file.SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里"), proposed)
        if name and self._attempt(lambda: profile_file.save_file(self._edited(), Path(name))):
            self.said.emit(self.tr("已存：{path}").format(path=name), "accent")

    def _attempt(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except UserError as error:
            self.said.emit(say(error.message), "red")
            return False
        return True
