"""What follows once people were introduced: their letters."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mengzhan.ui.workspace import Workspace


class Letters(QObject):
    """Hands out the letters of referrals; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def hand_out(self, referrals: Sequence[str], window: QWidget) -> None:
        """Show the letters of some referrals, to be printed or saved."""
        rows = self._workspace.reader.records("referral", referrals)
        numbers = "、".join(str(rows[record]["letter_no"]) for record in referrals)
        self._workspace.said.emit(self.tr("推荐信：{numbers}").format(numbers=numbers), "")
