"""Painting from the command line: the slip as PDF, pictures of the pages; also without a screen."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mengzhan.cli.command import refusal
from mengzhan.cli.window import has_screen, missing

if TYPE_CHECKING:
    from mengzhan.store.session import Session
    from mengzhan.store.station import Surroundings


def application() -> object:
    """Return the application that fonts and painters need; keep it while painting.

    Raises:
        UserError: ``PAINTING_IMPOSSIBLE``, Qt or a library of the system is missing.
    """
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # The invisible screen warns of each window that it cannot place; nobody can act on that.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
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


def draw_pages(folder: Path, session: "Session", around: "Surroundings") -> int:
    """Draw the main pages on the data of a session into a folder; return how many.

    Raises:
        UserError: they cannot be painted or written.
    """
    running = application()
    from mengzhan.ui.background import Jobs
    from mengzhan.ui.pictures import render
    from mengzhan.ui.workspace import Workspace

    made = render(Workspace(session, Jobs()), folder, around)
    del running
    return len(made)
