"""F1 names the keys that buttons and pages answer to, and fits into a small window."""

from pytestqt.qtbot import QtBot

from mengzhan.ui.pictures import SMALL
from mengzhan.ui.shell.keys_overview import KeysOverview
from mengzhan.ui.widgets.panel import Words

PAGES = [(f"Alt+{number}", "走访企业") for number in range(12)]


def test_every_key_on_the_screens_is_named_and_the_sheet_fits(qtbot: QtBot) -> None:
    sheet = KeysOverview(PAGES)
    qtbot.addWidget(sheet)
    sheet.show()
    named = {words.text() for words in sheet.findChildren(Words)}
    assert named >= {"Ins", "Del", "Space", "E", "F2", "F3", "F6", "F9", "Ctrl+B", "Ctrl+D"}
    assert named >= {"Ctrl+F", "Ctrl+H", "Ctrl+J", "Ctrl+O", "Ctrl+Q", "Shift+Enter"}
    assert sheet.sizeHint().width() <= SMALL.width()
    assert sheet.sizeHint().height() <= SMALL.height()
