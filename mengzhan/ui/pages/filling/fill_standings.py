"""How each of the three steps stands, in a few words and a colour."""

from PySide6.QtCore import QObject

from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.filling.fill_course import FillCourse

FORM, WRITE, DONE = range(3)


class FillStandings(QObject):
    """Says how steps stand; a ``QObject`` only for its ``tr``."""

    def of(self, step: int, course: FillCourse) -> tuple[str, Tone]:
        """Return the words beside a heading."""
        if step == DONE and course.out is not None:
            return self.tr("写好了"), "accent"
        task = course.task
        if step != FORM or task is None:
            return "", "plain"
        unsure = len(task.form.unsure)
        if unsure:
            return self.tr("{count} 栏要定").format(count=unsure), "amber"
        if task.asks_nothing:
            return self.tr("和上次一样"), "accent"
        return self.tr("填 {count} 栏").format(count=len(task.form.sure)), "accent"
