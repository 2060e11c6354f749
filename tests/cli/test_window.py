"""Opening the window, or saying plainly why there is none."""

import sys
from pathlib import Path

import pytest

from mengzhan.cli.window import has_screen, missing, open_window
from mengzhan.model.problem import UserError


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits in front of a screen."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setenv("DISPLAY", ":0")


@pytest.mark.parametrize("platform", ["offscreen", "minimal"])
def test_painting_in_the_dark_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, screen: None, platform: str
) -> None:
    assert has_screen()
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert not has_screen()


def test_no_display_is_no_screen(monkeypatch: pytest.MonkeyPatch, screen: None) -> None:
    if sys.platform != "linux":
        pytest.skip("a Linux matter")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_screen()


def test_a_missing_part_is_named(
    monkeypatch: pytest.MonkeyPatch, screen: None, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "mengzhan.ui.app", None)
    with pytest.raises(UserError) as refused:
        open_window(tmp_path)
    assert refused.value.code == "UI_MISSING"
    assert "mengzhan.ui.app" in str(refused.value)


@pytest.mark.parametrize(
    ("words", "name", "found"),
    [
        ("libEGL.so.1: cannot open shared object file: No such file", "PySide6", "libEGL.so.1"),
        ("libxkbcommon-x11.so.0: cannot open", None, "libxkbcommon-x11.so.0"),
        ("No module named 'PySide6'", "PySide6", "PySide6"),
        ("something else", None, "Qt"),
    ],
)
def test_a_library_of_the_system_is_named(words: str, name: str | None, found: str) -> None:
    assert missing(ImportError(words, name=name)) == found
