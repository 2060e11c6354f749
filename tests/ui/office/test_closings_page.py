"""月结核对: who closed the month, and what the office's own count says of it."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.office.desk import Office
from mengzhan.package.sending import build_report
from mengzhan.rules.closing import close_month, in_force
from mengzhan.rules.operations import remove
from mengzhan.store.session import Session
from mengzhan.ui.office.closings_page import ClosingsPage
from mengzhan.ui.widgets.timeline import Timeline
from mengzhan.ui.workspace import Workspace
from tests import stations
from tests.rules.closing.month import follow_up, person

Show = Callable[..., QWidget]
MONTH = "2026-10"


@pytest.fixture
def call(office: Office, session: Session) -> str:
    """The one follow-up of October, which the station has closed and sent."""
    stations.introduce(office, session)
    someone = stations.log(session, "person", person(30))
    made = stations.log(session, "follow_up", follow_up(someone, "2026-10-20"))
    session.run(close_month(MONTH), "close month_close")
    stations.take_in(office, build_report(session).data)
    return made


@pytest.fixture
def page(workspace: Workspace, office: Office, show: Show, qtbot: QtBot) -> ClosingsPage:
    made = ClosingsPage(workspace, office)
    show(made)
    qtbot.waitUntil(lambda: not workspace.jobs.running)
    return made


def look(page: ClosingsPage, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.waitUntil(lambda: not page.workspace.jobs.running)


def lines(view: Timeline) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_true_closing_and_one_that_is_not_there(
    call: str, page: ClosingsPage, office: Office, qtbot: QtBot
) -> None:
    other = stations.OTHER_STATION
    office.add_station(other.code, other.name)
    look(page, qtbot)
    assert lines(page.list) == [
        "没结账 查干嘎查就业服务站 还没有结账，晚了",
        "2026-11-23 一致 巴彦嘎查就业服务站 2026-11-23 收到，晚了",
    ]
    assert page._head.remark.isVisible()
    assert page._head.remark.text() == "2026年10月：2 个站，1 个已结账，期限 2026-11-06"
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    assert page._nothing.text().endswith("应在 2026-11-06 前收到。请打电话问一问站点。")
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    assert lines(page.found) == [
        "异常 1 条回访过了 20 天以上才录入 核对日期；确实是补录的，写明原因。"
    ]


def test_what_was_deleted_since_is_named_and_opens(
    call: str,
    page: ClosingsPage,
    workspace: Workspace,
    office: Office,
    session: Session,
    qtbot: QtBot,
) -> None:
    session.run(remove(call), "remove follow_up")
    stations.take_in(office, build_report(session).data)
    look(page, qtbot)
    assert lines(page.list)[0].startswith("2026-11-23 有更正 巴彦嘎查就业服务站")
    told = lines(page.found)
    assert "M13 变了 回访人次 结账时 1，现在 0 人次" in told
    (line,) = [words for words in told if words.startswith("2026-10-20 更正")]
    assert line.endswith(f"今天 09:02 {session.operator.name} 删除回访")
    page.found.setCurrentIndex(page.found.model().index(told.index(line), 0))
    with qtbot.waitSignal(workspace.record_asked) as asked:
        QTest.keyClick(page.found, Qt.Key.Key_Return)
    assert asked.args == ["follow_up", call]


def test_a_doctored_figure_is_named(
    call: str, page: ClosingsPage, office: Office, session: Session, qtbot: QtBot
) -> None:
    close = in_force(session.read(), MONTH)
    assert close is not None
    said = close.figures["M13"]
    figures = json.dumps({**close.figures, "M13": (2, *said[1:])})
    stations.write_raw(session, "month_close", close.record, {"figures": figures})
    stations.take_in(office, build_report(session).data)
    look(page, qtbot)
    assert lines(page.list)[0].startswith("2026-11-23 对不上 巴彦嘎查就业服务站")
    told = lines(page.found)
    assert told[0] == "M13 对不上 回访人次 月结写 2，按结账时的记录是 1 人次"
    assert told[1].startswith("月结 月结被改动 各项指标：今天 09:02 其其格 ")
    assert len(told) == 3
    assert told[2].startswith("异常")


def test_another_month_by_keys(call: str, page: ClosingsPage, qtbot: QtBot) -> None:
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.workspace.jobs.running)
    assert lines(page.list) == ["没结账 巴彦嘎查就业服务站 还没有结账"]
    assert not page.next_button.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.workspace.jobs.running)
    assert lines(page.list)[0].startswith("2026-11-23 一致")


def test_an_empty_roster_says_what_to_do(page: ClosingsPage) -> None:
    assert lines(page.list) == []
    assert page._nothing.text() == "名册还是空的，先到“名册”加站点。"
