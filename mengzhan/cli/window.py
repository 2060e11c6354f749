"""Opening the window, or saying plainly why there is none."""

import os
import re
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
    try:
        from mengzhan.ui.app import run
    except ImportError as error:
        words = "打不开窗口：缺少组件 {name}。请重新安装蒙站；命令行可以照用。"
        raise refusal("UI_MISSING", words, name=missing(error)) from None
    return run(folder)


def missing(error: ImportError) -> str:
    """Name what an import lacks: a package, or a library of the system."""
    library = re.match(r"[\w.+-]+\.so[.\d]*", str(error))
    return library[0] if library else error.name or "Qt"
