from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from mengzhan.ui.widgets.masked_label import MaskedLabel
from tests.ui.props import Stage


def test_a_value_is_shown_on_request_and_hidden_again(stage: Stage) -> None:
    label = MaskedLabel("19900000001", "199****0001")
    stage.show(label)
    (button,) = label.findChildren(QPushButton)
    assert label.text() == "199****0001"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert label.text() == "19900000001"
    label.hide_again()
    assert (label.text(), label.is_lifted) == ("199****0001", False)


def test_another_value_begins_hidden(stage: Stage) -> None:
    label = MaskedLabel("19900000001", "199****0001")
    label.lift()
    label.set_value("19900000002", "199****0002")
    assert label.text() == "199****0002"


def test_nothing_to_hide_has_no_button(stage: Stage) -> None:
    label = MaskedLabel("", "")
    stage.show(label)
    (button,) = label.findChildren(QPushButton)
    assert button.isHidden()
