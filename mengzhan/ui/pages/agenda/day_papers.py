"""The sheet of the day for the dialog that prints and saves."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from mengzhan.prints.day_list import day_list_print
from mengzhan.rules.agenda.lines import Line
from mengzhan.store.day_sheet import day_sheet
from mengzhan.ui.pages.publishing.papers import Choice, Form, Made, Papers
from mengzhan.ui.workspace import Workspace


def day_papers(workspace: Workspace, lines: Sequence[Line]) -> Papers:
    """Return what goes on paper for the lines that are shown."""
    session = workspace.session

    def make(_choice: Choice) -> Made:
        sheets, others, leave = day_sheet(session, lines)
        return Made(day_list_print(sheets, others, session.today().isoformat()), leave=leave)

    title = QCoreApplication.translate("today", "今日清单：{count} 件").format(count=len(lines))
    label = QCoreApplication.translate("today", "电话、行码、勾选框")
    return Papers(title, [Form("day", label, make)])
