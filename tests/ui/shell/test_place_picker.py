"""Picking a place."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.divisions import division_tree
from mengzhan.ui.shell.place_picker import PlacePicker

Keys = Callable[[str], None]


@pytest.fixture
def picker(qtbot: QtBot) -> PlacePicker:
    made = PlacePicker()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def picked(picker: PlacePicker) -> list[str]:
    found: list[str] = []
    picker.picked.connect(found.append)
    return found


def names(picker: PlacePicker) -> list[str]:
    model = picker.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_walking_from_league_to_village(picker: PlacePicker, keys: Keys) -> None:
    found = picked(picker)
    assert names(picker)[0].startswith("呼和浩特市")
    keys("Enter Enter Enter")
    assert len(found) == 0
    keys("Down Enter")
    assert len(found[0]) == 12
    assert division_tree().get(found[0]) is not None


def test_initials_find_a_sumu_and_ctrl_enter_takes_it(picker: PlacePicker, keys: Keys) -> None:
    found = picked(picker)
    keys("'wlmdsm Ctrl+Enter")
    place = division_tree().get(found[0])
    assert place is not None
    assert place.name == "乌兰毛都苏木"


def test_left_goes_back_to_where_one_came_from(picker: PlacePicker, keys: Keys) -> None:
    keys("Down Down Enter")
    inside = picker.path.text()
    keys("Left")
    assert picker.path.text() != inside
    current = picker.current()
    assert current is not None
    assert current.name in inside


def test_placeholders_of_the_statistics_are_not_offered(picker: PlacePicker) -> None:
    tree = division_tree()
    hidden = [place for place in tree if len(place.code) == 12 and not place.offered]
    assert hidden
    picker.go(hidden[0].code[:9])
    assert not [name for name in names(picker) if name.startswith(hidden[0].name)]


def test_nothing_found_picks_nothing(picker: PlacePicker, keys: Keys) -> None:
    found = picked(picker)
    keys("'zzzzqqq Enter Ctrl+Enter")
    assert names(picker) == []
    assert found == []
    assert isinstance(picker.focusWidget(), QWidget)
