"""The list of matches: headings are passed over, boxes ticked by key and by mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtTest import QTest

from mengzhan.rules.matching.board import Board
from mengzhan.rules.matching.matches import Match
from mengzhan.rules.matching.weights import usual
from mengzhan.ui.pages.matching import match_list
from mengzhan.ui.pages.matching.lines import Line, Row
from mengzhan.ui.pages.matching.match_list import MatchList
from tests.rules.matching.worlds import STATION, make_world, read_world
from tests.ui.props import Stage


@pytest.fixture(scope="module")
def match() -> Match:
    world = make_world(1)
    board = Board(read_world(world), world.day, usual(), STATION)
    found = [board.find("vacancy", vacancy) for vacancy in world.vacancies]
    return next(one.hits[0] for one in found if one and one.hits)


def line(match: Match, record: str, badge: str = "") -> Line:
    title = f"演示{record}，名字很长很长的人"
    return Line(record, title, "公主府社区", badge, "想做的就是保安员", "", match)


@pytest.fixture
def shown(stage: Stage, match: Match) -> MatchList:
    made = MatchList()
    stage.show(made)
    rows: list[Row] = ["合适 2 个", line(match, "p1"), line(match, "p2"), "差一点 1 个"]
    made.fill([*rows, line(match, "p3", "差健康证")], keep=False)
    made.setFocus()
    return made


def press(shown: MatchList, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(shown, key)


def test_up_and_down_pass_over_headings(shown: MatchList) -> None:
    seen = []
    shown.moved.connect(lambda line: seen.append(line.record))
    press(shown, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert seen == ["p2", "p3", "p2"]


def test_the_space_bar_ticks_and_empties(shown: MatchList) -> None:
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert shown.marked() == ["p1", "p3"]
    assert str(shown.lines.index(1, 0).data()).startswith("✓ 演示p1")
    press(shown, Qt.Key.Key_Space)
    assert shown.marked() == ["p1"]


def test_a_click_on_the_box_ticks_and_beside_it_does_not(shown: MatchList) -> None:
    rect = shown.visualRect(shown.lines.index(2, 0))
    QTest.mouseClick(
        shown.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(22, 27)
    )
    assert shown.marked() == ["p2"]
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert shown.marked() == ["p2"]


def test_enter_opens_the_line(shown: MatchList) -> None:
    opened: list[str] = []
    shown.opened.connect(opened.append)
    press(shown, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert opened == ["p2"]


def test_lines_that_come_anew_keep_place_and_ticks(shown: MatchList, match: Match) -> None:
    press(shown, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    shown.fill(["合适 2 个", line(match, "p4"), line(match, "p2")], keep=True)
    assert shown.marked() == ["p2"]
    current = shown.current()
    assert current is not None
    assert current.record == "p2"
    shown.fill([line(match, "p2")], keep=False)
    assert shown.marked() == []


def test_a_place_that_has_room_is_written_whole(
    shown: MatchList, match: Match, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def write(painter: QPainter, rect: QRect, text: str, font: QFont, *more: object) -> int:
        metrics = QFontMetrics(font)
        written.append(metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))
        return metrics.horizontalAdvance(text)

    monkeypatch.setattr(match_list, "write_words", write)
    places = ["草原丁号奶食店", "公主府社区 一组", "草原戊号奶食店3"]
    shown.fill([replace(line(match, place), place=place) for place in places], keep=False)
    shown.grab()
    assert set(places) <= set(written)
