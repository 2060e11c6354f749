from mengzhan.ui.widgets.elided import ElidedWords
from tests.ui.props import Stage


def test_a_long_name_is_cut_in_its_middle_and_whole_again_with_room(stage: Stage) -> None:
    words = ElidedWords()
    window = stage.show(words, width=160)
    name = "乌兰毛都苏木巴彦敖包嘎查劳动力花名册（最新）.xlsx"
    words.say(name)
    assert "…" in words.text()
    assert words.text().endswith("xlsx")
    assert words.toolTip() == words.whole() == name
    window.resize(900, 300)
    window.grab()
    assert words.text() == name
