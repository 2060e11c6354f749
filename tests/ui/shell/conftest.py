"""What tests of the window share."""

from tests.ui.windows import (
    add_record,
    around,
    clock,
    folder,
    jobs,
    keys,
    open_window,
    pressed,
    session,
    sheet,
    workspace,
)

__all__ = [
    "add_record",
    "around",
    "clock",
    "folder",
    "jobs",
    "keys",
    "open_window",
    "pressed",
    "session",
    "sheet",
    "workspace",
]
