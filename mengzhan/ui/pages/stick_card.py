"""Where a package is written to: a stick that was plugged in, or a folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from mengzhan.package.drives import Drive
from mengzhan.ui.pages.step_card import StepCard

LOOK_AGAIN_MS = 2000


class StickCard(StepCard):
    """Follows which sticks are there. ``chosen``: another place, or none any more."""

    chosen = Signal()

    def __init__(
        self,
        number: int,
        drives: Callable[[], Sequence[Drive]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(number, "", parent)
        self.heading_words.setText(self.tr("选 U 盘或邮件"))
        self._drives = drives
        self._shown: list[tuple[str, Path | None]] = []
        self.folder: Path | None = None
        self.box = QComboBox()
        self.box.activated.connect(self._choose)
        self.more.addWidget(self.box)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.look)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def look(self) -> None:
        """Look which sticks are there; the chosen place stays chosen while it is."""
        drives = [drive for drive in self._drives() if drive.writable]
        places: list[tuple[str, Path | None]] = [(self._words(d), d.path) for d in drives]
        paths = [path for _, path in places]
        if self.folder is not None and self.folder not in paths:
            if self.folder.is_dir():
                places.append((self.folder.name or str(self.folder), self.folder))
            else:
                self.folder = None
        if self.folder is None and drives:
            self.folder = drives[0].path
        places.append((self.tr("选一个文件夹…"), None))
        if places != self._shown:
            self._show(places)
        at = next(at for at, (_, path) in enumerate(places) if path in (self.folder, None))
        self.box.setCurrentIndex(at)
        if self.folder is None:
            self.say(self.tr("没有找到 U 盘。插好会自动出现，或者选一个文件夹。"), "amber")
        else:
            self.say(self.tr("写之前会查空间和重名。"), "accent")
        self.chosen.emit()

    def _show(self, places: list[tuple[str, Path | None]]) -> None:
        self._shown = places
        self.box.clear()
        for words, _ in places:
            self.box.addItem(words)

    def _words(self, drive: Drive) -> str:
        free = f"{drive.free / 1_000_000_000:.1f}"
        return self.tr("U 盘 {label}，剩 {free} GB").format(label=drive.label, free=free)

    def _choose(self, at: int) -> None:
        path = self._shown[at][1] or self.ask_folder()
        if path is not None:
            self.folder = path
        self.look()

    def ask_folder(self) -> Path | None:
        """Ask with the system's dialog; tests replace this."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("写到哪个文件夹"))
        return Path(chosen) if chosen else None
