import pytest
from pytestqt.qtbot import QtBot

from mengzhan.ui.colours import TONES, Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from tests.ui.props import Stage


@pytest.mark.parametrize("tone", TONES)
def test_the_ground_of_a_badge_is_its_tint(stage: Stage, tone: Tone) -> None:
    badge = Badge("逾期", tone)
    stage.show(badge)
    image = badge.grab().toImage()
    assert image.pixelColor(5, badge.height() // 2).name().upper() == theme().colours.tint(tone)


def test_another_word_takes_another_size(qtbot: QtBot) -> None:
    badge = Badge("回访")
    qtbot.addWidget(badge)
    before = badge.sizeHint().width()
    badge.show_word("职业介绍逾期", "red")
    assert badge.sizeHint().width() > before
    assert (badge.text(), badge.tone(), badge.accessibleName()) == (
        "职业介绍逾期",
        "red",
        "职业介绍逾期",
    )
