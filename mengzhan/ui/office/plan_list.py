"""The packages that were just dropped: what each is, and what it would do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mengzhan.model.clock import day_of
from mengzhan.office.inbox import Inbox, Proposal
from mengzhan.package.outcome import Outcome
from mengzhan.ui.colours import Tone
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace

SUFFIX = ".mzp"


@dataclass(frozen=True)
class Arrived:
    """One file and what it would do; ``proposal`` is missing if it could not be read."""

    name: str
    proposal: Proposal | None


def tone_of(outcome: Outcome) -> Tone:
    """Return the colour of an outcome's word."""
    if outcome.refuses:
        return "red"
    if outcome.waits or outcome in (Outcome.CLOCK_DOUBTFUL, Outcome.FORKED):
        return "amber"
    return "accent" if outcome.applies else "plain"


def packages_in(paths: Iterable[Path]) -> list[Path]:
    """Return the packages among files and folders, by name."""
    found: list[Path] = []
    for path in paths:
        found += path.rglob(f"*{SUFFIX}") if path.is_dir() else [path]
    return sorted(found)


def plan_file(inbox: Inbox, path: Path) -> Arrived:
    """Work out what a file would do."""
    try:
        return Arrived(path.name, inbox.plan(path.read_bytes()))
    except OSError:
        return Arrived(path.name, None)


class PlanList(Panel):
    """``moved``: another package is the current one."""

    moved = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_heading(self.tr("这次的包"))
        self._workspace = workspace
        self.arrived: list[Arrived] = []
        self._none = Words(self.tr("把收到的 .mzp 文件或整个文件夹拖到这里。"), "remark", wrap=True)
        self.list = Timeline()
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())

    def ready(self) -> list[Proposal]:
        """The packages of which something goes in, or waits, when accepted."""
        proposals = [a.proposal for a in self.arrived if a.proposal is not None]
        return [p for p in proposals if p.outcome.applies or p.outcome.waits]

    def current(self) -> Proposal | None:
        """The package of the current line."""
        row = self.list.currentIndex().row()
        return self.arrived[row].proposal if 0 <= row < len(self.arrived) else None

    def show_all(self, arrived: Sequence[Arrived]) -> None:
        """Show packages; a key to compare comes first, for whoever holds the telephone."""
        self.arrived = list(arrived)
        self.list.set_items([self._item(at, a) for at, a in enumerate(self.arrived)])
        self._none.setVisible(not self.arrived)
        self.list.setVisible(bool(self.arrived))
        outcomes = [a.proposal.outcome if a.proposal else None for a in self.arrived]
        if Outcome.UNKNOWN_STATION in outcomes:
            row = outcomes.index(Outcome.UNKNOWN_STATION)
            self.list.setCurrentIndex(self.list.model().index(row, 0))
        self.moved.emit()

    def _item(self, at: int, arrived: Arrived) -> TimelineItem:
        proposal = arrived.proposal
        if proposal is None:
            words = self.tr("读不出这个文件")
            return TimelineItem(str(at), "", self.tr("读不出"), arrived.name, words, "red")
        manifest, outcome = proposal.manifest, proposal.outcome
        title = arrived.name
        if manifest is not None:
            title = self.tr("{station} 第 {number} 包").format(
                station=manifest.station.name, number=manifest.number
            )
        counts = self.tr("、").join(
            f"{self._label(kind)} {count}" for kind, count in proposal.counts.items()
        )
        detail = counts or say(outcome.explanation)
        day = day_of(manifest.created) if manifest else ""
        # nothing has gone in yet
        badge = self.tr("可以收") if outcome is Outcome.ACCEPTED else say(outcome.title)
        return TimelineItem(str(at), day, badge, title, detail, tone_of(outcome))

    def _label(self, kind: str) -> str:
        declared = self._workspace.session.catalogue.get(kind)
        return say(declared.label) if declared else kind
