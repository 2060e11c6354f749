"""The report of a fault of the program: types, code locations and versions, never a value."""

import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

import mengzhan

_PACKAGES = ("PySide6-Essentials", "click", "cryptography", "pyrage", "sqlcipher3", "sqlite-utils")


def write_report(error: BaseException) -> str:
    """Write the report below the user's log folder; return the sentence that says where."""
    text = redacted(error)
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    try:
        import platformdirs

        from mengzhan.store.atomic import private_folder, write_atomic

        folder = platformdirs.user_log_path("mengzhan", appauthor=False)
        private_folder(folder)
        path = folder / f"report-{stamp}.txt"
        write_atomic(path, text.encode())
    except Exception as second:  # without a report the user still gets a sentence
        return f"程序出错（{type(error).__name__}），报告也没写成（{type(second).__name__}）。请重试。"
    return f"程序出错了，已存的数据没有动。报告（不含个人信息）在 {path}，请发给维护人员。"


def redacted(error: BaseException) -> str:
    """Describe an exception and its causes without any text that might hold a value."""
    lines = [
        f"mengzhan {mengzhan.__version__}",
        f"python {platform.python_version()} {sys.platform} {platform.machine()}",
        *(f"{name} {_version(name)}" for name in _PACKAGES),
    ]
    current: BaseException | None = error
    while current is not None:
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame in traceback.extract_tb(current.__traceback__):
            lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines) + "\n"


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _place(filename: str) -> str:
    """The last parts of a path: the front may hold the user's login name."""
    return "/".join(Path(filename).parts[-3:])
