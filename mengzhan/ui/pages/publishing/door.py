"""The button over a list that leads to paper, and the dialog behind it, loaded when it is asked
for: painting and square codes are not needed to show a list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mengzhan.ui.workspace import Workspace

MOST = 500
"""How many records of a list go on paper when none is selected."""


class PaperDoor(QObject):
    """What goes out for records of a kind, if anything does."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._kind = kind

    @property
    def words(self) -> str:
        """What stands on the button, empty where nothing goes out."""
        words = {
            "vacancy": self.tr("发布…"),
            "referral": self.tr("推荐信…"),
            "person": self.tr("入户表…"),
            "policy": self.tr("宣传单…"),
        }
        return words.get(self._kind, "")

    @property
    def takes_list(self) -> bool:
        """Whether without a selection the whole list is meant, and not the current line: a route
        goes from house to house."""
        return self._kind == "person"

    def open(self, records: Sequence[str], window: QWidget, left_out: int = 0) -> None:
        """Show the dialog for some records until it is closed.

        Args:
            left_out: how many more the list holds than go on paper at once.
        """
        from mengzhan.ui.pages.publishing.dialog import OutgoingDialog
        from mengzhan.ui.pages.publishing.papers import PaperSources

        papers = PaperSources(self._workspace).of(self._kind, records, left_out)
        dialog = OutgoingDialog(self._workspace, papers, window)
        dialog.exec()
        dialog.deleteLater()
