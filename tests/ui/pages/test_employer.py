"""An employer's page: vacancies with the places left, visits on the timeline."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from mengzhan.store.session import Session
from mengzhan.ui.pages.employer import EmployerPage
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.timeline import Timeline
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.ui.pages.conftest import Town

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, town: Town, show: Show) -> EmployerPage:
    made = EmployerPage(workspace)
    show(made)
    return made


def lines(timeline: Timeline) -> list[str]:
    model = timeline.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_places_left_follow_who_has_come(page: EmployerPage, session: Session, town: Town) -> None:
    vacancy = stations.log(session, "vacancy", people.vacancy_values(town.employer))
    page.show_record(town.employer)
    assert "招 2 人，还缺 2 人" in lines(page.vacancies)[0]
    came = {"result": "2", "result_on": "2026-11-21", "arrived_on": "2026-11-22"}
    referral = {"person": town.people[0], "vacancy": vacancy, "day": "2026-11-20"}
    stations.log(session, "referral", {**referral, **came})
    page.show_record(town.employer)
    assert "还缺 1 人" in lines(page.vacancies)[0]
    assert "部分招满" in lines(page.vacancies)[0]


def test_a_vacancy_that_does_not_say_how_many_shows_no_number(
    page: EmployerPage, session: Session, town: Town
) -> None:
    vacancy = stations.log(session, "vacancy", people.vacancy_values(town.employer))
    stations.write_raw(session, "vacancy", vacancy, {"headcount": None})
    page.show_record(town.employer)
    assert "人数未填；" in lines(page.vacancies)[0]
    assert "还缺" not in lines(page.vacancies)[0]


def test_without_vacancies_it_says_how_to_log_one(page: EmployerPage, town: Town) -> None:
    page.show_record(town.employer)
    assert page.vacancies.isHidden()


def test_visits_stand_on_the_timeline_and_vacancies_apart(
    page: EmployerPage, session: Session, town: Town
) -> None:
    visit = stations.log(session, "visit", people.visit_values(town.employer, demand="用电"))
    values = people.vacancy_values(town.employer, visit=visit)
    stations.log(session, "vacancy", values)
    page.show_record(town.employer)
    assert [line.split()[1] for line in lines(page.timeline)] == ["走访"]
    assert lines(page.timeline)[0].endswith("走访 用电")


def test_only_the_list_with_the_focus_marks_its_line(
    page: EmployerPage, session: Session, town: Town
) -> None:
    stations.log(session, "vacancy", people.vacancy_values(town.employer))
    stations.log(session, "visit", people.visit_values(town.employer))
    page.show_record(town.employer)
    page.focus_first()

    def marked(view: Timeline) -> bool:
        picture = view.viewport().grab().toImage()
        return picture.pixelColor(3, 3).name().upper() == theme().colours.accent_tint

    assert (marked(page.timeline), marked(page.vacancies)) == (True, False)
    page.vacancies.setFocus()
    assert (marked(page.timeline), marked(page.vacancies)) == (False, True)


def test_a_visit_begins_with_the_employer(page: EmployerPage, town: Town) -> None:
    asked: list[tuple[str, dict[str, object]]] = []
    page.service_asked.connect(lambda kind, values: asked.append((kind, values)))
    page.show_record(town.employer)
    page.service_buttons["visit"].click()
    assert asked == [("visit", {"employer": town.employer})]
