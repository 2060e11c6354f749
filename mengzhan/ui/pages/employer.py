"""An employer's page: facts, vacancies with the places left, visits."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

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
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(12))
        self.vacancies = Timeline()
        self.vacancies.opened.connect(self._open_event)
        self.vacancy_panel = Panel(self.tr("岗位"))
        self._no_vacancy = EmptyState(self.tr("还没有登记岗位。按 2 登记，或者记走访时一起登记。"))
        self.vacancy_panel.body.addWidget(self.vacancies, 1)
        self.vacancy_panel.body.addWidget(self._no_vacancy, 1)
        column.addWidget(self.vacancy_panel, 1)
        column.addWidget(super().main_side(), 1)
        return holder

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
