"""推荐记录: what a referral stands at, and the results by one key."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.entry import Value
from mengzhan.rules.operations import edit
from mengzhan.store.session import Session
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.referring.slips import SlipList
from mengzhan.ui.workspace import Workspace
from tests import people
from tests.computers import TickingClock
from tests.ui.pages.referring.conftest import Village, column

Show = Callable[..., QWidget]
Introduced = Callable[..., str]


@pytest.fixture
def page(workspace: Workspace, village: Village, show: Show) -> RecordsPage:
    made = RecordsPage(workspace, "referral")
    show(made)
    workspace.changed.connect(made.refresh)
    return made


def slips(page: RecordsPage, qtbot: QtBot, count: int) -> SlipList:
    assert isinstance(page.list, SlipList)
    page.list.refresh()
    qtbot.waitUntil(lambda: page.list.table.model.rowCount() == count)
    return page.list


def test_overdue_is_called_so_and_never_a_success(
    page: RecordsPage, qtbot: QtBot, introduced: Introduced, session: Session
) -> None:
    late, open_, came = introduced(0, date(2026, 11, 10)), introduced(1), introduced(2)
    session.run(edit(came, {"result": "2", "arrived_on": "2026-11-23"}), "edit referral")
    listed = slips(page, qtbot, 3)
    standing = dict(
        zip(column(listed.table, "person"), column(listed.table, "standing"), strict=True)
    )
    assert standing == {
        people.name(1): "逾期，未反馈",
        people.name(2): "已推荐待反馈",
        people.name(3): "录用已到岗，缺证据",
    }
    session.run(edit(came, {"evidence": ["1"], "left_on": "2026-11-23"}), "edit referral")
    session.run(edit(late, {"result": "X", "result_on": "2026-11-23"}), "edit referral")
    session.run(edit(open_, {"result": "4", "result_on": "2026-11-23"}), "edit referral")
    page.list.refresh()
    expected = ["到岗后离职", "未录用：条件不符", "逾期未返回执"]
    qtbot.waitUntil(lambda: sorted(column(listed.table, "standing")) == expected)


def test_slips_are_ordered_by_what_they_stand_at(
    page: RecordsPage, qtbot: QtBot, introduced: Introduced, session: Session
) -> None:
    came = introduced(2)
    for number, day in ((0, date(2026, 11, 10)), (1, date(2026, 11, 20)), (3, date(2026, 11, 9))):
        introduced(number, day)
    session.run(edit(came, {"result": "2", "arrived_on": "2026-11-23"}), "edit referral")
    listed = slips(page, qtbot, 4)
    place = [shown.name for shown in listed.table.model.columns].index("standing")
    listed.table.model.sort(place, Qt.SortOrder.AscendingOrder)
    expected = ["已推荐待反馈", "录用已到岗，缺证据", "逾期，未反馈", "逾期，未反馈"]
    qtbot.waitUntil(lambda: column(listed.table, "standing") == expected)
    listed.table.model.sort(place, Qt.SortOrder.DescendingOrder)
    qtbot.waitUntil(lambda: column(listed.table, "standing") == expected[::-1])


def test_digits_lead_from_the_slip_to_the_proof_and_the_stay(
    page: RecordsPage, qtbot: QtBot, introduced: Introduced, session: Session
) -> None:
    record = introduced(0)
    listed = slips(page, qtbot, 1)
    listed.focus_first()

    def press(key: str) -> dict[str, Value]:
        QTest.keyClicks(listed.table.view, key)
        qtbot.waitUntil(listed.table.view.hasFocus)
        return session.read().record("referral", record) or {}

    def answers(count: int) -> None:
        qtbot.waitUntil(lambda: len(listed.keys.answers) == count)

    assert press("2")["arrived_on"] == "2026-11-23"
    answers(8)
    assert press("3")["evidence"] == ["3"]
    answers(1)
    clock = session.clock
    assert isinstance(clock, TickingClock)
    clock.move(days=30)
    slips(page, qtbot, 1)
    answers(2)
    assert press("1")["stay_1_on"] == "2026-12-23"
    answers(1)
    assert press("2")["left_on"] == "2026-12-23"
    answers(0)


def test_a_referral_from_the_form_has_a_number(
    page: RecordsPage, session: Session, village: Village, qtbot: QtBot
) -> None:
    page.new({"person": village.people[0], "vacancy": village.vacancies[0]})
    assert page.forms.current is not None
    page.forms.current.form.submit()
    (row,) = session.read().rows("referral", session.read().ids("referral"))
    assert str(row["letter_no"]).startswith("介〔2026〕")
    listed = slips(page, qtbot, 1)
    listed.filter_line.search.setText(str(row["letter_no"])[-8:-1])
    qtbot.waitUntil(lambda: listed.table.model.rowCount() == 1)
