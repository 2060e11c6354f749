"""Possible duplicates beside a form: found in the background while somebody types."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.entry import Values
from mengzhan.model.progress import Progress
from mengzhan.rules.duplicates import find_duplicates, is_enough
from mengzhan.rules.suspicion import TELLING, Suspicion
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.context import record_detail
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import HintLine, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

_TONES: dict[str, Tone] = {"same": "red", "likely": "amber", "warn": "plain"}


@dataclass(frozen=True)
class _Line:
    suspicion: Suspicion
    title: str
    detail: str


class Suspicions(QWidget):
    """Shows who may be the same. ``opened(record)``, ``merged(record)``: the offer taken."""

    opened = Signal(str)
    merged = Signal(str)
    found = Signal(int)

    def __init__(self, workspace: Workspace, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self._existing = False
        self._looked = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().size(10))
        self._lines: list[QWidget] = []
        self._records: list[str] = []
        self.clear()

    def clear(self, *, existing: bool = False) -> None:
        """Forget what was found; ``existing`` records can be merged."""
        self._existing = existing
        self._looked = False
        self._show([])

    @property
    def records(self) -> list[str]:
        """The records shown, the surest first."""
        return list(self._records)

    def look(self, values: Values, own: str) -> None:
        """Look for duplicates of what is typed; a later call overtakes an earlier one."""
        session, kind = self._workspace.session, self._kind
        typed = dict(values)
        self._looked = is_enough(session.catalogue, kind, typed)

        def work(_progress: Progress) -> list[_Line]:
            reader = session.read()
            return [
                _Line(
                    suspicion,
                    reader.title(kind, suspicion.record),
                    record_detail(reader, kind, suspicion.record),
                )
                for suspicion in find_duplicates(reader, kind, typed, own)
            ]

        self._workspace.jobs.run(work, self._take, window=self, lane=f"duplicates-{id(self)}")

    def _take(self, lines: list[_Line] | None, error: Exception | None) -> None:
        # A hint that could not be worked out is no reason to disturb whoever types.
        self._show(lines or [])

    def _show(self, lines: list[_Line]) -> None:
        for widget in self._lines:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._records = [line.suspicion.record for line in lines]
        self._lines = [self._widget(line) for line in lines]
        if not lines and (words := self._none_words()):
            self._lines = [Words(words, "remark", wrap=True)]
        for widget in self._lines:
            self._column.addWidget(widget)
        self.found.emit(len(lines))

    def _none_words(self) -> str:
        """What stands there without any: what is looked at, or that nothing was found."""
        if self._existing:
            return ""
        if self._looked:
            return self.tr("边填边查，没有发现重复。")
        if self._kind not in TELLING:
            return ""
        kind = self._workspace.session.catalogue[self._kind]
        names = dict.fromkeys((*kind.title, *TELLING[self._kind]))
        labels = [say(item.label) for item in kind if item.name in names]
        return self.tr("填{fields}时，这里会提醒重复。").format(fields=self.tr("、").join(labels))

    def words(self) -> list[str]:
        """What it says."""
        return [line.text() for line in self._lines if isinstance(line, Words | HintLine)]

    def _widget(self, line: _Line) -> QWidget:
        offers = [("open", self.tr("打开那条"))]
        if self._existing:
            offers.append(("merge", self.tr("并到那条")))
        words = self.tr("{title}：{reason}").format(
            title=line.title, reason=say(line.suspicion.reason)
        )
        tone = _TONES[line.suspicion.weight]
        hint = HintLine(words, tone, source=line.detail, offers=tuple(offers))
        hint.chosen.connect(lambda name: self._act(name, line.suspicion.record))
        return hint

    def _act(self, name: str, record: str) -> None:
        if name == "open":
            self.opened.emit(record)
        else:
            self.merged.emit(record)
