"""Opening the window, or saying plainly why there is none."""

import importlib.util
import os
import sys
from pathlib import Path

from mengzhan.cli.command import refusal


def has_screen() -> bool:
    """Whether a window could be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def open_window(folder: Path) -> int:
    """Open the window on a data folder; return its exit code.

    Raises:
        UserError: ``UI_NO_SCREEN`` or ``UI_MISSING``, with what to do.
    """
    if not has_screen():
        words = (
            "这里没有图形界面（没有连接显示器或桌面）。请在桌面上打开，或用命令：mengzhan --help"
        )
        raise refusal("UI_NO_SCREEN", words)
    if importlib.util.find_spec("PySide6") is None:
        raise refusal("UI_MISSING", "没有安装窗口组件（PySide6）。请重新安装蒙站；命令行可以照用。")
    from mengzhan.ui.app import run

    return int(run(folder))
