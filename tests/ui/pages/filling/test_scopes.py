"""Whose records a form is offered, by the form and by the list beside it."""

from array import array
from pathlib import Path

import pytest

from mengzhan.sheets.filling.formtask import FormTask, open_form
from mengzhan.store.session import Session
from mengzhan.ui.pages.filling.scopes import Scope, Scopes
from tests import people, stations
from tests.sheets import blanks

SHOWN = array("q", [9, 7, 8])


@pytest.fixture
def roster(session: Session, tmp_path: Path) -> FormTask:
    path = blanks.roster(tmp_path / "表.xlsx")
    return open_form(session, path, session.catalogue["person"])


def offered(task: FormTask, **more: object) -> list[Scope]:
    return Scopes("person", shown=lambda: SHOWN, **more).of(task)  # type: ignore[arg-type]


def test_a_list_that_nobody_has_touched_gives_all_the_oldest_first(roster: FormTask) -> None:
    assert offered(roster) == [Scope("all", None)]


def test_the_order_that_the_user_has_chosen_holds(roster: FormTask) -> None:
    assert offered(roster, ordered=True) == [Scope("all", SHOWN)]
    assert offered(roster, ordered=True, marked=[8, 9])[0] == Scope("marked", [8, 9])
    assert offered(roster, marked=[9, 8])[0] == Scope("marked", [8, 9])


def test_what_is_selected_comes_before_what_is_found_and_before_all(roster: FormTask) -> None:
    assert offered(roster, marked=[9], filtered=True) == [
        Scope("marked", [9]),
        Scope("shown", [7, 8, 9]),
        Scope("all", None),
    ]


def test_a_form_that_names_people_or_is_about_another_kind_leaves_no_choice(
    session: Session, tmp_path: Path, roster: FormTask
) -> None:
    person = session.catalogue["person"]
    named = open_form(session, blanks.named_list(tmp_path / "名.xlsx", [1, 2]), person)
    assert offered(named, marked=[9], filtered=True) == [Scope("all", None)]
    assert Scopes("vacancy", marked=[9]).of(roster) == [Scope("all", None)]


def test_a_form_about_one_person_wants_the_one_selected_or_the_line(
    session: Session, tmp_path: Path
) -> None:
    stations.log(session, "person", people.person_values(1))
    card = open_form(session, blanks.card(tmp_path / "卡.xlsx"), session.catalogue["person"])
    assert offered(card) == []
    assert offered(card, current=7) == [Scope("one", [7])]
    assert offered(card, current=7, marked=[9]) == [Scope("one", [9])]
    assert offered(card, current=7, marked=[8, 9]) == [Scope("one", [7])]


def test_a_list_that_was_worked_through_gives_its_own_and_nothing_else(
    session: Session, tmp_path: Path
) -> None:
    person = session.catalogue["person"]
    named = open_form(session, blanks.named_list(tmp_path / "名.xlsx", [1, 2]), person)
    assert offered(named, only=[9, 7]) == [Scope("shown", [9, 7])]
