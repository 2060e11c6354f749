"""An employer's page: facts, vacancies with the places left, visits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QWidget

from mengzhan.model.fold import State
from mengzhan.ui.pages.subject_page import SubjectPage
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import EmptyState, Panel
from mengzhan.ui.widgets.timeline import Timeline


class EmployerPage(SubjectPage):
    """One employer."""

    KIND = "employer"

    def services(self) -> Sequence[str]:
        return ("visit", "vacancy", "verification")

    def main_side(self) -> QWidget:
        holder = QWidget()
        self._panels = QBoxLayout(QBoxLayout.Direction.TopToBottom, holder)
        self._panels.setContentsMargins(0, 0, 0, 0)
        self._panels.setSpacing(theme().size(12))
        self.vacancies = Timeline(only_with_focus=True)
        self.vacancies.opened.connect(self._open_event)
        self.vacancy_panel = Panel(self.tr("岗位"))
        self._no_vacancy = EmptyState(self.tr("还没有登记岗位。按 2 登记，或者记走访时一起登记。"))
        self.vacancy_panel.body.addWidget(self.vacancies, 1)
        self.vacancy_panel.body.addWidget(self._no_vacancy, 1)
        self._panels.addWidget(self.vacancy_panel, 1)
        self._panels.addWidget(super().main_side(), 1)
        return holder

    def arrange(self) -> None:
        super().arrange()
        # a narrow window is low as well: two lists one above the other would show a line each
        directions = QBoxLayout.Direction
        narrow = self.is_narrow()
        self._panels.setDirection(directions.LeftToRight if narrow else directions.TopToBottom)

    def head_words(self, state: State) -> list[str]:
        names = ("entity_type", "place", "contact")
        return [self.kind[name].show(state.values.get(name)) for name in names]

    def tag_words(self, state: State) -> list[tuple[str, str]]:
        tags: list[tuple[str, str]] = []
        if state.values.get("short_of_staff") is True:
            tags.append((self.tr("缺工"), "amber"))
        if state.rivals:
            tags.append((self.tr("有两处不同"), "red"))
        return tags

    def fill(self, state: State) -> None:
        super().fill(state)
        vacancies = self.events.vacancies(state.record)
        self.vacancies.set_items(vacancies)
        self.vacancies.setVisible(bool(vacancies))
        self._no_vacancy.setVisible(not vacancies)
        self.timeline.set_items(
            [i for i in self.events.of(state.record) if not i.key.startswith("vacancy/")]
        )
        count = len(vacancies)
        words = self.tr("岗位 {count} 个").format(count=count) if count else self.tr("岗位")
        self.vacancy_panel.set_heading(words)
