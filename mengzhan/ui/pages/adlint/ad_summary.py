"""What the words of a stored vacancy break, in a line or two beside a list."""

from PySide6.QtCore import QObject

from mengzhan.model.entry import Values
from mengzhan.rules.ads.faulty import hit_words
from mengzhan.rules.ads.lint import lint
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class AdSummary(QObject):
    """Reads like one more fact of the record; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def facts(self, kind: str, values: Values) -> list[tuple[str, str]]:
        """Return label and words if a vacancy has hits that nobody gave a reason for; of another
        station's vacancy that station answers."""
        if kind != "vacancy" or not values or values.get("excerpt"):
            return []
        session = self._workspace.session
        found = lint(values, division=session.place.code, day=session.today())
        said = dict.fromkeys(say(hit_words(hit)) for hit in found if not hit.reason)
        return [(self.tr("招聘用语"), "\n".join(said))] if said else []
