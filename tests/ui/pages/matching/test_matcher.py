"""The board of a window: read beside the screen, then kept up with changes."""

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.model.problem import UserError
from mengzhan.model.words import Message
from mengzhan.rules.erasure import erase
from mengzhan.rules.matching.weights import SETTING
from mengzhan.rules.operations import edit
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.matching import matcher as module
from mengzhan.ui.pages.matching.matcher import Matcher, matcher_of
from mengzhan.ui.workspace import Workspace
from tests.ui.pages.matching.conftest import Farm


@pytest.fixture
def matcher(workspace: Workspace, farm: Farm, qtbot: QtBot) -> Matcher:
    made = matcher_of(workspace)
    with qtbot.waitSignal(made.ready):
        made.prepare("vacancy", farm.vacancy)
    return made


def hits(matcher: Matcher, farm: Farm) -> list[str]:
    found = matcher.find("vacancy", farm.vacancy)
    assert found is not None
    return [match.seeker.record for match in found.hits]


def test_a_window_has_one(workspace: Workspace, matcher: Matcher) -> None:
    assert matcher_of(workspace) is matcher


def test_it_is_read_once_and_then_follows(
    workspace: Workspace, matcher: Matcher, farm: Farm, qtbot: QtBot
) -> None:
    assert hits(matcher, farm) == farm.people
    with qtbot.waitSignal(matcher.ready):
        workspace.run(edit(farm.people[0], {"licences": []}), "edit person")
    assert hits(matcher, farm) == farm.people[1:]
    assert workspace.jobs.running == 0


def test_a_change_while_it_is_read_is_not_lost(
    workspace: Workspace, farm: Farm, qtbot: QtBot
) -> None:
    matcher = matcher_of(workspace)
    matcher.prepare("vacancy", farm.vacancy)
    workspace.run(edit(farm.people[0], {"licences": []}), "edit person")
    with qtbot.waitSignal(matcher.ready):
        assert not matcher.is_ready
    assert hits(matcher, farm) == farm.people[1:]


def test_after_a_large_change_or_one_of_unknown_extent_it_is_read_anew(
    workspace: Workspace, matcher: Matcher, farm: Farm, qtbot: QtBot
) -> None:
    workspace.look_again()
    assert not matcher.is_ready
    with qtbot.waitSignal(matcher.ready):
        assert matcher.prepare("vacancy", farm.vacancy)
    many = frozenset(("person", f"p{number}") for number in range(module.MANY + 1))
    workspace.tell(ChangeSet("import", many))
    assert not matcher.is_ready


def test_other_weights_count_at_once(
    workspace: Workspace, matcher: Matcher, farm: Farm, qtbot: QtBot
) -> None:
    workspace.session.set_setting(SETTING, {"occupation": 0, "wage": 0})
    with qtbot.waitSignal(matcher.ready):
        assert matcher.prepare("vacancy", farm.vacancy) == 0
    found = matcher.find("vacancy", farm.vacancy)
    assert found is not None
    assert found.hits[0].reasons[0].code == "near_village"


def test_a_very_large_store_is_read_around_one_record(
    workspace: Workspace, farm: Farm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGE", 2)
    matcher = matcher_of(workspace)
    with qtbot.waitSignal(matcher.ready):
        matcher.prepare("vacancy", farm.vacancy)
    assert hits(matcher, farm) == farm.people
    assert matcher.find("person", "unread") is None
    with qtbot.waitSignal(matcher.ready):
        assert matcher.prepare("person", farm.short)
    found = matcher.find("person", farm.short)
    assert found is not None
    assert [match.opening.record for match in found.near] == [farm.vacancy]


def test_nothing_of_an_erased_person_is_kept(
    workspace: Workspace, matcher: Matcher, farm: Farm, qtbot: QtBot
) -> None:
    assert hits(matcher, farm) == farm.people
    workspace.run(erase(farm.people[0]), "erase person")
    assert not matcher.is_ready
    with qtbot.waitSignal(matcher.ready):
        matcher.prepare("vacancy", farm.vacancy)
    assert hits(matcher, farm) == farm.people[1:]


def test_a_reading_that_fails_is_told_of_once_and_not_begun_again(
    workspace: Workspace, farm: Farm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise UserError("TEST_DISK", Message("读不了磁盘"))

    monkeypatch.setattr(module, "Board", broken)
    matcher, asked = matcher_of(workspace), []
    matcher.ready.connect(lambda: asked.append(matcher.prepare("vacancy", farm.vacancy)))
    with qtbot.waitSignal(workspace.failed):
        matcher.prepare("vacancy", farm.vacancy)
    assert asked == []
    assert workspace.jobs.running == 0
