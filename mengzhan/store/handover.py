"""A copy that handed its station over to a new computer, and who took that back.

Both would otherwise go on writing for one station without knowing of each other. Kept as a list
in the settings, which is the log at the same time: an open handover makes the copy read-only, a
handover that was taken back says when and by whom.
"""

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.store import settings
from mengzhan.store.driver import Connection

SETTING = "handovers"
"""A list of ``{"at": …, "to": device id, "taken_back": "" or time, "by": operator}``."""


class HandedOver(UserError):
    """The station lives on another computer now; nothing was written."""

    def __init__(self, day: str) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "本站已于 {day} 移交到新电脑，这台电脑只能查看，没有写入。请到新电脑上办。"
            "新电脑没有收到的，在窗口上方选“继续在这台电脑上使用”（命令：mengzhan resume）。",
        )
        super().__init__("HANDED_OVER", Message(words, {"day": day}))


def kept(connection: Connection) -> list[dict[str, str]]:
    """Return every handover of this copy, oldest first."""
    found: list[dict[str, str]] = settings.read(connection, SETTING, [])
    return found


def open_since(connection: Connection) -> str:
    """Return when this copy was handed over (UTC text), empty while it is in use."""
    return next((item["at"] for item in kept(connection) if not item["taken_back"]), "")


def note(connection: Connection, at: str, to: str) -> None:
    """Remember that the package for the device ``to`` was written; a second stick counts anew."""
    made = {"at": at, "to": to, "taken_back": "", "by": ""}
    settings.write(connection, SETTING, [*kept(connection), made])


def take_back(connection: Connection, at: str, operator: str) -> None:
    """Go on here: the new computer did not get the station."""
    found = kept(connection)
    ended = {"taken_back": at, "by": operator}
    after = [item if item["taken_back"] else item | ended for item in found]
    settings.write(connection, SETTING, after)
