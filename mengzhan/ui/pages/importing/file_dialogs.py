"""The system's dialogs of an import: which file comes in, and where the rows left out go."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mengzhan.store.session import Session

FILES = "*.xlsx *.xlsm *.xls *.et *.csv *.txt"
_FOLDER = "import.folder"


class FileDialogs(QObject):
    """Asks for files, beginning in the folder of last time."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page

    def ask_source(self) -> Path | None:
        """Ask which file comes in."""
        pattern = self.tr("表格 ({files})").format(files=FILES)
        name, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("选要导入的表格"), str(self._folder()), pattern
        )
        return Path(name) if name else None

    def ask_target(self, source: Path) -> Path | None:
        """Ask where the rows of ``source`` go that were left out."""
        name = self.tr("{name}（没有导入的）").format(name=source.stem)
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("存到哪里"),
            str(source.with_name(f"{name}.xlsx")),
            self.tr("工作簿 (*.xlsx)"),
        )
        return Path(chosen) if chosen else None

    def remember(self, source: Path) -> None:
        """Begin in this folder next time."""
        self._session.set_setting(_FOLDER, str(source.parent))

    def _folder(self) -> Path:
        kept = self._session.setting(_FOLDER)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return Path(kept) if kept and Path(kept).is_dir() else Path(usual)
