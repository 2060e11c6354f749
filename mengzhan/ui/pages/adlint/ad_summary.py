"""What the words of a stored vacancy break, in a line or two beside a list."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from mengzhan.model.entry import Values
from mengzhan.model.progress import Progress
from mengzhan.rules.ads.faulty import hit_words
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.lint import lint
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

Labelled = list[tuple[str, str]]
"""Labels, each with its words."""


class AdSummary(QObject):
    """Reads like one more fact of the record. An ad is read beside the screen: whoever walks
    through a list with the arrow keys does not wait for it."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def look(self, kind: str, values: Values, tell: Callable[[Labelled], None]) -> None:
        """Call ``tell`` if a vacancy has hits that nobody gave a reason for; of another station's
        vacancy that station answers. A later call overtakes an earlier one."""
        session = self._workspace.session
        place, today = session.place.code, session.today()
        has_ad = kind == "vacancy" and bool(values) and not values.get("excerpt")

        def work(progress: Progress) -> list[Hit]:
            # rows that were only passed wait in line, and are not read any more
            progress.check()
            return lint(values, division=place, day=today) if has_ad else []

        def done(hits: list[Hit] | None, error: Exception | None) -> None:
            if hits is None:
                self._workspace.failed.emit(error)
                return
            said = dict.fromkeys(say(hit_words(hit)) for hit in hits if not hit.reason)
            if said:
                tell([(self.tr("招聘用语"), "\n".join(said))])

        self._workspace.jobs.run(work, done, window=self, lane=f"ad-summary-{id(self)}")
