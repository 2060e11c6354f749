"""The system's dialog for a file to read, beginning in the folder of last time."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mengzhan.store.session import Session


def ask_file(
    parent: QWidget, session: Session, folder: str, title: str, pattern: str
) -> Path | None:
    """Ask for a file, ``None`` if nobody chose one; ``folder`` is the setting of last time."""
    kept = str(session.setting(folder, ""))
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    begin = kept if kept and Path(kept).is_dir() else usual
    name, _ = QFileDialog.getOpenFileName(parent, title, begin, pattern)
    return Path(name) if name else None
