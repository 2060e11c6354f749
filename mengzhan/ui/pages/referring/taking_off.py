"""The menu of reasons for which people or vacancies are taken off their list (销号)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from mengzhan.model.codes import Code, code_table
from mengzhan.rules.leaving import person_reasons, take_off, vacancy_reasons
from mengzhan.rules.operations import together
from mengzhan.ui.workspace import Workspace


class TakingOff(QObject):
    """Each reason writes a record of its own for each of the records chosen."""

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self._window = parent

    def show_below(self, button: QWidget, rows: Sequence[dict[str, object]], mode: str) -> None:
        """Open the menu under a button."""
        if rows:
            corner = QPoint(0, button.height())
            self.make(rows, mode).popup(button.mapToGlobal(corner))

    def make(self, rows: Sequence[dict[str, object]], mode: str) -> QMenu:
        """Return the menu; the end of a registration is offered where there is one."""
        menu = QMenu(self._window)
        if self._kind == "vacancy":
            self._add(menu, vacancy_reasons(), rows, mode)
        else:
            self._add(menu, person_reasons(), rows, mode)
            if all(row.get("unemployed_on") and not row.get("deregistered_on") for row in rows):
                ending = menu.addMenu(self.tr("注销失业登记"))
                self._add(ending, code_table("deregister_reason").offered, rows, mode)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _add(
        self, menu: QMenu, codes: Sequence[Code], rows: Sequence[dict[str, object]], mode: str
    ) -> None:
        for code in codes:
            action = menu.addAction(code.words)
            action.triggered.connect(partial(self._take_off, code, rows, mode))

    def _take_off(
        self, code: Code, rows: Sequence[dict[str, object]], mode: str, _checked: bool = False
    ) -> None:
        today = self._workspace.session.today()
        operations = [take_off(str(row["id"]), code.code, today, mode) for row in rows]
        words = self.tr("已销号 {count} 条：{reason}")
        saying = words.format(count=len(rows), reason=code.words)
        self._workspace.run(together(*operations), f"answer {self._kind}", saying)
