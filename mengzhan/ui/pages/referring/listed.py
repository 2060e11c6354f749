"""The pages of the two lists: who or what stands on it, since when, and what to do next."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from mengzhan.rules.two_lists import UNFILLED_SETTING
from mengzhan.ui.pages.referring.introduce import introduce
from mengzhan.ui.pages.referring.keyed_list import KeyedList
from mengzhan.ui.pages.referring.listed_source import (
    ListedSource,
    list_columns,
    vacancy_columns,
)
from mengzhan.ui.pages.referring.lists_now import LEFT_WITHIN, ListsNow, View
from mengzhan.ui.pages.referring.taking_off import TakingOff
from mengzhan.ui.pages.today_answers import Answer, Answers
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.table_model import Column, RowSource, columns_of
from mengzhan.ui.workspace import Workspace

_MOST_DAYS = 365


class ListedRecords(KeyedList):
    """Base of the two: those who stand on the list, or those who left it lately."""

    SHOWN: tuple[str, ...] = ()
    SHOWN_LEFT: tuple[str, ...] = ()
    """The columns at first, of who stands on the list and of who left it."""

    def __init__(
        self, workspace: Workspace, kind: str, now: ListsNow, parent: QWidget | None = None
    ) -> None:
        self._now = now
        self.view: View = "standing"
        super().__init__(workspace, kind, parent)
        self.new_asked.connect(lambda: workspace.form_asked.emit(kind, {}))
        self.opened.connect(lambda record: workspace.record_asked.emit(kind, record))

    def _columns(self) -> tuple[list[Column], list[str]]:
        own = [*list_columns(), *(vacancy_columns() if self.kind.name == "vacancy" else [])]
        columns = [*columns_of(self.kind, self._titles), *own]
        order = [*self.SHOWN, "left_on"]
        first = [column for name in order for column in columns if column.name == name]
        others = [column for column in columns if column.name not in order]
        return [*first, *others], list(self.SHOWN)

    def _source(self) -> RowSource:
        line, session = self.filter_line, self.workspace.session
        where, text = line.filter(), line.text
        return ListedSource(session, self.kind.name, self._now, self.view, where, text)

    def _build(self) -> None:
        self.refer_button = FilledButton(self.tr("推荐"), "J")
        self.leave_button = Button(self.tr("销号…"), "Del")
        self.standing_button = self._choice("standing")
        self.left_button = self._choice("left")
        super()._build()
        self.taking_off = TakingOff(self.workspace, self.kind.name, self)
        self.head.title.hide()
        self.head.tell("")
        self.head.lead(self.standing_button, self.left_button, *self._settings())
        self.refer_button.clicked.connect(self.introduce)
        self.leave_button.clicked.connect(self.take_off)
        self._say_counts()

    def _choice(self, view: View) -> Button:
        button = Button("")
        button.set_look("choice")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setChecked(view == self.view)
        button.clicked.connect(lambda: self.show_view(view))
        return button

    def _settings(self) -> Sequence[QWidget]:
        """What of the list can be set."""
        return ()

    def _head_parts(self) -> Sequence[QWidget]:
        return (self.paper_button, self.export_button, self.leave_button, self.refer_button)

    def _show_marked(self, marked: int) -> None:
        # a narrow head has no room for what the page of the kind offers as well
        self.paper_button.setVisible(not self.is_narrow())
        self.leave_button.setVisible(self.view == "standing")
        self.refer_button.setVisible(self.view == "standing")

    def show_view(self, view: View) -> None:
        """Show those who stand on the list, or those who left it."""
        self.view = view
        button = self.standing_button if view == "standing" else self.left_button
        button.setChecked(True)
        self.table.show_usual(self.SHOWN if view == "standing" else self.SHOWN_LEFT)
        self.table.set_source(self._source())
        self.arrange()
        self.focus_first()

    def _follow_count(self, count: int) -> None:
        super()._follow_count(count)
        self._say_counts()

    def _say_counts(self) -> None:
        """How many there are is known once the list was worked out beside the screen."""
        standing, left = (self._now.count(self.kind.name, view) for view in ("standing", "left"))
        days = LEFT_WITHIN.days
        if standing is None or left is None:
            self.standing_button.set_words(self.tr("在榜"))
            self.left_button.set_words(self.tr("{days} 天内离榜").format(days=days))
            return
        words = self.tr("在榜 {count}").format(count=f"{standing:,}")
        self.standing_button.set_words(words)
        words = self.tr("{days} 天内离榜 {count}").format(days=days, count=f"{left:,}")
        self.left_button.set_words(words)

    def offered(self) -> tuple[list[str], str]:
        """Return who is to be introduced, and to which vacancy, as far as the list tells."""
        return [], ""

    def introduce(self) -> None:
        """Introduce people to a vacancy."""
        people, vacancy = self.offered()
        if people or vacancy:
            introduce(self.workspace, people, vacancy, self, self._now)

    def take_off(self) -> None:
        """Ask why the selected records, or the current one, leave the list."""
        self.taking_off.show_below(self.leave_button, self.chosen(), self._mode)


class PeopleList(ListedRecords):
    """有人没活干: who wants work and has no introduction under way."""

    NAME = "wants_work"
    SHOWN = (
        "name",
        "phone",
        "listed_on",
        "list_days",
        "contact_on",
        "step",
        "wanted_occupations",
        "area_group",
    )
    SHOWN_LEFT = ("name", "listed_on", "list_days", "step", "left_on", "contact_on", "area_group")
    asks_people = True

    def __init__(self, workspace: Workspace, now: ListsNow) -> None:
        super().__init__(workspace, "person", now)

    def answers_of(self, row: Any, answers: Answers) -> Sequence[Answer]:
        return answers.follow_up(row["id"]) if self.view == "standing" else ()

    def offered(self) -> tuple[list[str], str]:
        return [str(row["id"]) for row in self.chosen()], ""

    def _nothing_yet(self) -> str:
        if self.view == "left":
            return self.tr("还没有人离开清单。推荐、回访有了结果，就到这里，写明去向。")
        return self.tr("现在没有人等着找活：登记了要求就业、又没有推荐在途的人，会出现在这里。")


class VacancyList(ListedRecords):
    """有活没人干: what was posted so many days ago and is not filled."""

    NAME = "unfilled"
    SHOWN = (
        "title",
        "employer",
        "places",
        "waiting",
        "listed_on",
        "list_days",
        "contact_on",
        "step",
        "workplace",
        "directions",
    )
    SHOWN_LEFT = ("title", "employer", "listed_on", "list_days", "step", "left_on", "workplace")

    def __init__(self, workspace: Workspace, now: ListsNow) -> None:
        super().__init__(workspace, "vacancy", now)

    def _settings(self) -> Sequence[QWidget]:
        self.days = LineEdit()
        self.days.setText(str(self._now.unfilled_after))
        self.days.setFixedWidth(theme().size(52))
        self.days.setAccessibleName(self.tr("挂出几天没招满算“没人干”"))
        self.days.moved.connect(lambda _step: self._set_days())
        self.days.left.connect(lambda _reason: self._set_days())
        return Words(self.tr("挂出满")), self.days, Words(self.tr("天没招满"))

    def _set_days(self) -> None:
        """Keep another number of days; what is no number goes back to what stood."""
        typed = self.days.text().strip()
        days = int(typed) if typed.isdecimal() else -1
        if 0 <= days <= _MOST_DAYS and days != self._now.unfilled_after:
            self.workspace.session.set_setting(UNFILLED_SETTING, days)
            self.table.set_source(self._source())
        self.days.setText(str(self._now.unfilled_after))

    def answers_of(self, row: Any, answers: Answers) -> Sequence[Answer]:
        return answers.vacancy(row["id"]) if self.view == "standing" else ()

    def offered(self) -> tuple[list[str], str]:
        current = self.table.current()
        return [], str(current["id"]) if current is not None else ""

    def _nothing_yet(self) -> str:
        if self.view == "left":
            return self.tr("还没有岗位离开清单。招满、撤下、到期的，会到这里，写明去向。")
        words = self.tr("现在没有招不到人的岗位：挂出满 {days} 天还没招满的，会出现在这里。")
        return words.format(days=self._now.unfilled_after)
