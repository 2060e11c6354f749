"""How the user likes the screen."""

from pathlib import Path

import pytest

from mengzhan.ui.shell.preferences import PreferenceFile, Preferences
from mengzhan.ui.theme import theme


def test_a_choice_is_kept(tmp_path: Path) -> None:
    file = PreferenceFile(tmp_path / "deep" / "screen.json")
    assert file.read() == Preferences()
    file.change(factor=1.3)
    file.change(scheme="dark")
    assert file.read() == Preferences(scheme="dark", factor=1.3)
    file.read().apply_look()
    assert theme().colours.dark
    assert theme().field == 47


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"factor": 9}', '{"language": "xx"}', '{"new": 1}', '{"lock_minutes": 0}'],
)
def test_what_makes_no_sense_counts_as_never_chosen(tmp_path: Path, text: str) -> None:
    path = tmp_path / "screen.json"
    path.write_text(text, encoding="utf-8")
    assert PreferenceFile(path).read() == Preferences()
