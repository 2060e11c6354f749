"""Painting from the command line: the slip as PDF, pictures of the pages; also without a screen."""

import os
from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mengzhan.cli.command import refusal
from mengzhan.cli.window import has_screen, missing

if TYPE_CHECKING:
    from mengzhan.store.session import Session


def application() -> object:
    """Return the application that fonts and painters need; keep it while painting.

    Raises:
        UserError: ``PAINTING_IMPOSSIBLE``, Qt or a library of the system is missing.
    """
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from mengzhan.ui.app import make_application
    except ImportError as error:
        words = "画不了：缺少窗口组件 {name}。数据和包都已写好；要图请重新安装蒙站。"
        raise refusal("PAINTING_IMPOSSIBLE", words, name=missing(error)) from None
    return make_application()


def write_slip(
    path: Path, document: Mapping[str, Any], *, station: str, office: str, day: str
) -> None:
    """Paint the slip (送达单) of a package that was written.

    ``document`` is what ``send`` answers, with counts under their Chinese names.

    Raises:
        UserError: it cannot be painted or written; the package itself is safe.
    """
    running = application()
    from mengzhan.prints.slip import Slip, SlipPrint
    from mengzhan.store.atomic import write_atomic

    slip = Slip(
        station=station,
        office=office,
        number=document["number"],
        day=day,
        file_name=Path(document["file"]).name,
        size=document["size"],
        check_number=document["check_number"],
        counts=document["counts"],
    )
    write_atomic(path, SlipPrint().render(slip))
    del running


def can_draw_pages() -> bool:
    """Whether the window's parts are installed."""
    return find_spec("PySide6") is not None and find_spec("mengzhan.ui.pictures") is not None


def draw_pages(folder: Path, session: "Session") -> int:
    """Draw the main pages on the data of a session into a folder; return how many."""
    running = application()
    folder.mkdir(mode=0o700, exist_ok=True)
    import_module("mengzhan.ui.pictures").render(folder, session)
    del running
    return len(list(folder.glob("*.png")))
