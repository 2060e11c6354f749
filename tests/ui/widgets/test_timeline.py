from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from tests.ui.props import Stage

ITEMS = [
    TimelineItem("r1", "11-12", "推荐", "洗煤厂 装载机司机", "等回执", "red"),
    TimelineItem("f1", "11-05", "回访", "想找镇上的活"),
]


def test_events_are_shown_and_opened_by_keyboard(
    stage: Stage, qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    timeline = Timeline()
    stage.show(timeline)
    timeline.set_items(ITEMS)
    qtmodeltester.check(timeline.model(), force_py=True)  # type: ignore[no-untyped-call]
    assert timeline.model().index(0, 0).data() == "11-12 推荐 洗煤厂 装载机司机 等回执"
    timeline.setFocus()
    QTest.keyClick(timeline, Qt.Key.Key_Down)
    with qtbot.waitSignal(timeline.opened) as opened:
        QTest.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == ["f1"]
    timeline.grab()


def test_words_begin_at_one_line_however_wide_a_badge_is(stage: Stage) -> None:
    timeline = Timeline()
    stage.show(timeline)
    wide = TimelineItem("w", "11-05", "还不认识这个站点", "公")
    timeline.set_items([TimelineItem("n", "11-12", "推荐", "公"), wide])
    assert begins(timeline, 0) == begins(timeline, 1) > 0


def begins(timeline: Timeline, row: int) -> int:
    """Where the words of a row begin: the ink that lies farthest to the right begins there."""
    place = timeline.visualRect(timeline.model().index(row, 0))
    picture = timeline.viewport().grab(place).toImage()
    middle = range(picture.height() // 4, picture.height() * 3 // 4)
    ground = picture.pixelColor(picture.width() - 2, picture.height() // 2)
    inked = [
        x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in middle)
    ]
    return next(x for x, before in pairwise(reversed(inked)) if x - before > 4)


def test_an_empty_one_opens_nothing(stage: Stage, qtbot: QtBot) -> None:
    timeline = Timeline()
    stage.show(timeline)
    timeline.set_items([])
    with qtbot.assertNotEmitted(timeline.opened):
        QTest.keyClick(timeline, Qt.Key.Key_Return)
