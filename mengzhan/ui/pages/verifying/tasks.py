"""上级任务: their records. One with a list of people leads to where the list is worked through."""

from PySide6.QtCore import Signal

from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.workspace import Workspace

_LISTED = ("people", "strangers")


class TaskRecords(RecordsPage):
    """``work_asked(task)``: work through a list."""

    work_asked = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, "task")
        self.list.head.title.hide()

    def open_record(self, record: str, field: str = "") -> bool:
        """Work through a task that is a list and not done; show any other, or what is to be fixed,
        in its form."""
        values = self.workspace.reader.record("task", record) or {}
        is_open = any(values.get(name) for name in _LISTED) and not values.get("done_on")
        if field or not is_open:
            return super().open_record(record, field)
        self.work_asked.emit(record)
        return True
