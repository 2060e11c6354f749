"""The hits of one vacancy under the rows of its form, following what is typed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mengzhan.model.entry import Value, Values
from mengzhan.model.progress import Progress
from mengzhan.rules.ads.exceptions import AdException, with_exception, without_exception
from mengzhan.rules.ads.fields import TEXTS
from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.lint import exception_key, lint
from mengzhan.ui.pages.adlint.ad_hint import AdHint
from mengzhan.ui.widgets.form_row import FormRow
from mengzhan.ui.workspace import Workspace

KEPT = "lint_exceptions"
"""The field of a vacancy in which exceptions stand."""

TAKE_KEY = "F7"
_PAUSE = 250
"""How long (ms) somebody has to pause in typing before the words are looked at."""


class AdHints(QObject):
    """Shows hits in the slots of ``rows``. ``changed``: they are others now.

    ``values`` gives the values as last read; texts are taken as they stand in the fields, so that
    hits appear before a field is left. What an input method has open is not text yet. ``put`` sets
    a field as if the user had; ``reached`` tells whether the user has been at a field.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        rows: Mapping[str, FormRow],
        values: Callable[[], Values],
        put: Callable[[str, Value], None],
        reached: Callable[[str], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows = rows
        self._values = values
        self._put = put
        self._reached = reached
        self._hits: list[Hit] = []
        self._told_already: list[bool] = []
        self._hints: list[AdHint] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look)
        for name in TEXTS:
            if name in rows:
                rows[name].editor.edited.connect(self._timer.start)

    @property
    def hits(self) -> list[Hit]:
        """What is wrong as last looked at, those with a reason too."""
        return list(self._hits)

    def look(self) -> None:
        """Look at what stands in the fields; a later call overtakes an earlier one."""
        self._timer.stop()
        typed = self._typed()
        place, today = self._surroundings()

        def work(_progress: Progress) -> list[Hit]:
            return lint(typed, division=place, day=today)

        self._workspace.jobs.run(work, self._take, window=self, lane=f"ad-hints-{id(self)}")

    def clear(self) -> None:
        """Forget what was found."""
        self._timer.stop()
        self._show([])

    def _surroundings(self) -> tuple[str, date]:
        session = self._workspace.session
        return session.place.code, session.today()

    def _typed(self) -> dict[str, Value]:
        values = dict(self._values())
        for name in TEXTS:
            if name in self._rows and self._rows[name].editor.text():
                values[name] = self._rows[name].editor.text()
        return values

    def _take(self, hits: list[Hit] | None, error: Exception | None) -> None:
        # A hint that could not be worked out is no reason to disturb whoever types.
        self._show([hit for hit in hits or () if self._told(hit)])

    def _told(self, hit: Hit) -> bool:
        """Whether a hit is worth saying: the form itself says what is missing or contradictory,
        and nobody is told that a field is empty before having been there."""
        row = self._rows.get(hit.field)
        if row is None or hit.words:
            return row is not None
        if row.severity or row.editor.value() not in (None, []):
            return not row.severity
        return not row.field.required and self._reached(hit.field)

    def _show(self, hits: Sequence[Hit]) -> None:
        told = [self._is_told(hit) for hit in hits]
        if (list(hits), told) == (self._hits, self._told_already):
            return
        self._hits, self._told_already = list(hits), told
        for hint in self._hints:
            hint.hide()
            hint.deleteLater()
        keys = TAKE_KEY
        self._hints = []
        for alike in _by_rule(hits):
            hint = self._make(alike, keys)
            self._hints.append(hint)
            if hint.can_be_taken:
                keys = ""
        self.changed.emit()

    def _make(self, hits: Sequence[Hit], keys: str) -> AdHint:
        row = self._rows[hits[0].field]
        hint = AdHint(hits, keys=keys, told=self._is_told(hits[0]))
        hint.taken.connect(lambda: self.take(hits))
        hint.excused.connect(lambda reason: self.excuse(hits, reason))
        hint.withdrawn.connect(lambda: self.withdraw(hits))
        row.slot.addWidget(hint)
        return hint

    def _is_told(self, hit: Hit) -> bool:
        """Whether the form says already that such words cannot be saved."""
        return hit.blocks and self._rows[hit.field].severity == "block"

    def lines(self) -> list[str]:
        """What is said, in the order of the fields."""
        return [hint.text() for hint in self._hints]

    def hint(self, rule: str) -> AdHint:
        """Return what is said of a rule."""
        return next(hint for hint in self._hints if hint.hits[0].rule.id == rule)

    def take(self, hits: Sequence[Hit]) -> None:
        """Put the rewrites of hits in one field into it, wherever the words stand by now."""
        first = hits[0]
        place, today = self._surroundings()
        row = self._rows[first.field]
        text = row.editor.text() if first.words else first.replacement or ""
        wanted = {exception_key(hit) for hit in hits}
        for hit in reversed(lint(self._typed(), division=place, day=today)):
            if hit.words and hit.field == first.field and exception_key(hit) in wanted:
                text = hit.applied(text)
        self._put(first.field, row.field.read(text, today).value)
        self.look()

    def take_here(self) -> None:
        """Take what the key is named on: in the field in focus, or else the first."""
        ready = [hint for hint in self._hints if hint.can_be_taken]
        focused = QApplication.focusWidget()
        here = (
            hint
            for hint in ready
            if focused is not None and self._rows[hint.hits[0].field].isAncestorOf(focused)
        )
        hint = next(here, ready[0] if ready else None)
        if hint is not None:
            self.take(hint.hits)

    def excuse(self, hits: Sequence[Hit], reason: str) -> None:
        """Keep the words, with a reason that goes into the record."""
        kept = self._values().get(KEPT)
        for hit in hits:
            kept = with_exception(kept, AdException(*exception_key(hit), reason))
        self._put(KEPT, kept)
        self.look()

    def withdraw(self, hits: Sequence[Hit]) -> None:
        """Take a reason back."""
        kept = self._values().get(KEPT)
        for hit in hits:
            kept = without_exception(kept, *exception_key(hit))
        self._put(KEPT, kept)
        self.look()


def _by_rule(hits: Sequence[Hit]) -> list[list[Hit]]:
    """Gather what one rule says of one field; what has a reason stands apart."""
    gathered: dict[tuple[str, str, str], list[Hit]] = {}
    for hit in hits:
        gathered.setdefault((hit.field, hit.rule.id, hit.reason), []).append(hit)
    return list(gathered.values())
