"""What a stored vacancy's words break, beside the list."""

import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Values
from mengzhan.ui.pages.adlint.ad_summary import AdSummary, Labelled
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.ui.pages.conftest import Town


def told(workspace: Workspace, qtbot: QtBot, *asked: tuple[str, Values]) -> list[Labelled]:
    """Ask for several records, one after the other without waiting, and return what is said."""
    found: list[Labelled] = []
    owner = QObject()
    summary = AdSummary(workspace, owner)
    for kind, values in asked:
        summary.look(kind, values, found.append)
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    return found


def test_open_hits_stand_beside_the_list(workspace: Workspace, town: Town, qtbot: QtBot) -> None:
    values = people.vacancy_values(town.employer, title="女服务员", conditions="不限")
    assert told(workspace, qtbot, ("vacancy", values)) == [
        [("招聘用语", "“女服务员”：招聘条件不得限定或优先性别。")]
    ]
    kept = values | {"lint_exceptions": "D-SEX-1｜女服务员｜法律允许"}
    assert told(workspace, qtbot, ("vacancy", kept)) == []


def test_a_row_that_was_only_passed_says_nothing(
    workspace: Workspace, town: Town, qtbot: QtBot
) -> None:
    passed = people.vacancy_values(town.employer, title="女服务员", conditions="不限")
    stopped = people.vacancy_values(town.employer, title="男保安", conditions="不限")
    (only,) = told(workspace, qtbot, ("vacancy", passed), ("vacancy", stopped))
    assert "男保安" in only[0][1]


def test_nothing_is_said_of_other_records_or_of_none(workspace: Workspace, qtbot: QtBot) -> None:
    assert told(workspace, qtbot, ("person", people.person_values(1)), ("vacancy", {})) == []


def test_what_was_only_passed_is_not_told_of_nothing(
    workspace: Workspace, town: Town, qtbot: QtBot
) -> None:
    values = people.vacancy_values(town.employer, title="女服务员", conditions="不限")
    assert told(workspace, qtbot, ("vacancy", values), ("vacancy", {})) == []


def test_nothing_is_told_to_a_page_that_is_gone(
    workspace: Workspace, town: Town, qtbot: QtBot
) -> None:
    found: list[Labelled] = []
    owner = QObject()
    summary = AdSummary(workspace, owner)
    values = people.vacancy_values(town.employer, title="女服务员", conditions="不限")
    summary.look("vacancy", values, found.append)
    shiboken6.delete(owner)
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    assert found == []
