"""Policies of one person: read, tick what was told, note it without typing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.store.session import Session
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.workspace import Workspace
from tests import people, stations

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, show: Show) -> RecordsPage:
    made = RecordsPage(workspace, "person")
    show(made)
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, held)


def lines(page: RecordsPage) -> list[list[str]]:
    assert page.policies is not None
    model = page.policies.table.lines
    across = range(model.columnCount())
    return [[model.index(row, at).data() for at in across] for row in range(model.rowCount())]


def test_what_was_told_goes_into_the_follow_up(page: RecordsPage, session: Session) -> None:
    person = stations.log(
        session, "person", people.person_values(1, birth_date="1975-03-02", key_groups=["K04"])
    )
    told = people.follow_up_values(person, day="2026-11-02", policies=["P16"])
    stations.log(session, "follow_up", told)
    page.open_record(person)
    press(Qt.Key.Key_Z)
    shown = lines(page)
    assert shown[0] == ["□", "失业登记、就业创业证", "不差", "11-02"]
    press(Qt.Key.Key_Down)
    assert page.policies is not None
    assert page.policies.details.heading.text() == shown[1][1]
    assert [label for label, _ in page.policies.details.facts.lines][:3] == ["因为", "还差", "对象"]
    assert not page.policies.note_button.isEnabled()
    press(Qt.Key.Key_Space)
    assert [line[0] for line in lines(page)][:3] == ["□", "✓", "□"]
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    form = page.forms.current
    assert form is not None
    assert form.kind.name == "follow_up"
    values = form.form.values()
    (item,) = page.policies.ticked
    assert values["policies"] == [item]
    assert values["person"] == person
    assert not values.get("outcome")


def test_who_may_have_nothing_reads_why_and_goes_back(page: RecordsPage, session: Session) -> None:
    nobody = people.person_values(1, employment_status="A", key_groups=["K00"])
    page.open_record(stations.log(session, "person", nobody))
    press(Qt.Key.Key_Z)
    assert page.policies is not None
    assert "看不出适合的政策" in page.policies.empty.sentence()
    assert not page.policies.empty.isHidden()
    press(Qt.Key.Key_Escape)
    assert page.subject is not None
    assert page.subject.isVisible()


def test_a_long_name_leaves_in_sight_what_the_page_is(page: RecordsPage, session: Session) -> None:
    person = stations.log(
        session, "person", people.person_values(1, name="阿拉坦其其格图雅·乌兰巴特尔额尔敦")
    )
    page.open_record(person)
    press(Qt.Key.Key_Z)
    assert page.policies is not None
    assert page.policies.head.title.text() == "阿拉坦其其格图雅·乌兰巴特尔额… 可能适合的政策"
