from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.ui.widgets.button_flow import ButtonFlow
from mengzhan.ui.widgets.buttons import Button


def test_shortcuts_go_where_that_saves_a_second_line(qtbot: QtBot) -> None:
    flow = ButtonFlow()
    buttons = [Button(words, "Ctrl+Return") for words in ("记回访", "记推荐", "改资料", "更多")]
    for button in buttons:
        flow.add(button)
    qtbot.addWidget(flow)
    flow.show()
    whole = sum(button.whole_width() for button in buttons)

    def lines(width: int) -> int:
        flow.resize(width, 100)
        QApplication.processEvents()
        return len({button.y() for button in buttons})

    assert lines(whole + 40) == 1
    assert "Ctrl" in buttons[0].text()
    assert lines(whole - 20) == 1
    assert "Ctrl" not in buttons[0].text()
    assert lines(buttons[0].short_width() * 2) > 1
    assert "Ctrl" in buttons[0].text()
