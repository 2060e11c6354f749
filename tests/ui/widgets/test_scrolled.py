from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.labelled import LabelledLines
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


def test_other_lines_are_read_from_their_beginning(qtbot: QtBot) -> None:
    lines = LabelledLines()
    qtbot.addWidget(lines)
    lines.resize(300, 200)
    lines.show()
    lines.show_lines([(f"第 {number} 项", "说明") for number in range(40)])
    bar = lines.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    lines.show_lines([(f"另 {number} 项", "说明") for number in range(40)])

    def shown() -> list[str]:
        return [label.text() for label in lines.findChildren(Words) if label.isVisible()]

    qtbot.waitUntil(lambda: shown()[:2] == ["另 0 项", "说明"])
    assert not any(words.startswith("第") for words in shown())
    assert bar.value() == 0
