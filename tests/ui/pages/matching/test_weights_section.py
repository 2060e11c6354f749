"""The table of weights in the settings: changed, refused, put back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mengzhan.rules.matching.weights import SETTING, usual
from mengzhan.ui.pages.matching.weights_section import WeightsSection
from mengzhan.ui.pages.settings import SettingsPage
from mengzhan.ui.workspace import Workspace

Show = Callable[..., QWidget]


@pytest.fixture
def section(workspace: Workspace, show: Show) -> WeightsSection:
    made = WeightsSection(workspace)
    show(made)
    return made


def write(section: WeightsSection, name: str, text: str) -> None:
    line = section.lines[name]
    line.setFocus(Qt.FocusReason.TabFocusReason)
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_each_factor_stands_with_its_weight_and_what_it_was_at_first(
    section: WeightsSection,
) -> None:
    assert {name: line.text() for name, line in section.lines.items()} == {
        name: str(weight) for name, weight in usual().items()
    }
    assert not section.reset_button.isEnabled()


def test_a_change_is_kept_and_can_be_put_back(
    section: WeightsSection, workspace: Workspace
) -> None:
    write(section, "wage", "４０")
    assert workspace.session.setting(SETTING) == {"wage": 40}
    assert section.lines["wage"].text() == "40"
    section.reset_button.click()
    assert workspace.session.setting(SETTING) == {}
    assert section.lines["wage"].text() == str(usual()["wage"])


@pytest.mark.parametrize("text", ["101", "-3", "多些", ""])
def test_what_is_no_weight_is_refused_in_words(
    section: WeightsSection, workspace: Workspace, text: str
) -> None:
    write(section, "wage", text)
    assert workspace.session.setting(SETTING) is None
    assert section.lines["wage"].text() == str(usual()["wage"])
    assert "0 到 100" in section.result.text()


def test_the_settings_lead_to_it(workspace: Workspace, show: Show) -> None:
    page = SettingsPage(workspace)
    show(page)
    page.lead_to("matching")
    section = page.show_section("matching")
    assert isinstance(section, WeightsSection)
    assert section.lines["occupation"].hasFocus()
