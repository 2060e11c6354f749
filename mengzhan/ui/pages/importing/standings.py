"""How each of the four steps stands, in a few words and a colour."""

from PySide6.QtCore import QObject

from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.importing.course import Course
from mengzhan.ui.words import say

COLUMNS, PROBLEMS, REPEATS, WRITE = range(4)

Standing = tuple[str, Tone]


class Standings(QObject):
    """Says how steps stand; a ``QObject`` only for its ``tr``."""

    def of(self, step: int, course: Course, *, stale: bool) -> Standing:
        """Return the words beside a heading; ``stale`` says that the plan is out of date."""
        if step == COLUMNS:
            return self._columns(course)
        if step == WRITE:
            return (self.tr("写好了"), "accent") if course.change is not None else ("", "plain")
        found = course.findings
        if found is None or stale:
            return "", "plain"
        if step == PROBLEMS:
            left, some, none = (
                found.open_troubles,
                self.tr("还有 {count} 处"),
                self.tr("没有要改的"),
            )
        else:
            left, some, none = found.open_repeats, self.tr("还有 {count} 行"), self.tr("没有要定的")
        return (some.format(count=f"{left:,}"), "amber") if left else (none, "accent")

    def _columns(self, course: Course) -> Standing:
        task = course.task
        if task is None:
            return "", "plain"
        if task.unsure:
            return self.tr("{count} 列要定").format(count=len(task.unsure)), "amber"
        if task.needed:
            fields = "、".join(say(item.label) for item in task.needed)
            return self.tr("还缺{fields}").format(fields=fields), "amber"
        taken = sum(column.taken for column in task.columns)
        return self.tr("导入 {count} 列").format(count=taken), "accent"
