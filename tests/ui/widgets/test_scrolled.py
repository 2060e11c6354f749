from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.scrolled import Scrolled


def test_nothing_is_cut_off_when_it_has_to_scroll(qtbot: QtBot) -> None:
    scrolled = Scrolled()
    for number in range(30):
        scrolled.body.addWidget(Words(f"第 {number} 行"))
    qtbot.addWidget(scrolled)
    scrolled.resize(300, 200)
    scrolled.show()
    bar = scrolled.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() > 0
    right = scrolled.body.contentsMargins().right()
    scrolled.resize(300, 2000)
    scrolled.grab()
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert scrolled.body.contentsMargins().right() < right
