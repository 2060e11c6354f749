"""Which pages there are, in the order of the rail, and which record kinds live on which."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.store.session import ChangeSet
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.panel import space
from mengzhan.ui.widgets.rail import RailItem
from mengzhan.ui.words import say_many
from mengzhan.ui.workspace import Workspace

Maker = Callable[[], QWidget]

TODAY, MONTH, SEND, SETTINGS = "today", "month", "send", "settings"
WANTS_WORK, UNFILLED = "wants_work", "unfilled"
"""The two lists, as parts of the page of referrals."""

TO_VERIFY = "to_verify"
"""The lists to work through, as a part of the page of verifications."""

NEW_KEYS: Mapping[str, str] = {
    "person": "R",
    "employer": "D",
    "vacancy": "G",
    "training_intent": "P",
    "follow_up": "H",
    "visit": "Z",
    "verification": "X",
    "referral": "J",
    "enrolment": "C",
    "policy": "M",
    "task": "S",
}
"""The key of each kind after Ctrl+N: an initial of its name in pinyin, different for each.

T stays free: on a due follow-up it turns the way of contact."""


@dataclass(frozen=True)
class PageEntry:
    """One page of the rail; ``kinds`` are the record kinds that live on it, ``count`` says how
    much waits there if the page alone knows; it is asked on another thread."""

    item: RailItem
    make: Maker
    kinds: tuple[str, ...] = ()
    count: Callable[[], int] | None = None


def new_keys(kinds: Sequence[str]) -> dict[str, str]:
    """Return key -> kind for every kind; kinds that this version does not know get digits."""
    keys = {NEW_KEYS[kind]: kind for kind in kinds if kind in NEW_KEYS}
    others = [kind for kind in kinds if kind not in NEW_KEYS]
    return keys | {str(number): kind for number, kind in enumerate(others[:9], 1)}


def _records(workspace: Workspace, kind: str) -> QWidget:
    from mengzhan.ui.pages.records import RecordsPage

    return RecordsPage(workspace, kind)


def _part(workspace: Workspace, kind: str) -> QWidget:
    """A page behind a tab, which names it already."""
    from mengzhan.ui.pages.records import RecordsPage

    page = RecordsPage(workspace, kind)
    page.list.head.title.hide()
    return page


class TabbedPage(QWidget):
    """Several parts behind one name on the rail; Ctrl+Tab goes round. Parts are made when shown."""

    def __init__(
        self, title: str, parts: Sequence[tuple[str, str, Maker]], *, leads_on: bool = True
    ) -> None:
        """``leads_on``: at first, the part where something waits is shown."""
        super().__init__()
        self.title = title
        self._leads_on = leads_on
        self._makers = [make for _, _, make in parts]
        self._names = [name for name, _, _ in parts]
        self._labels = [label for _, label, _ in parts]
        self._made: dict[int, QWidget] = {}
        self._stack = QStackedWidget()
        self._buttons: list[Button] = []
        row = QHBoxLayout()
        row.setContentsMargins(theme().size(20), theme().size(14), theme().size(20), 0)
        row.setSpacing(theme().size(8))
        for number, (_, label, _) in enumerate(parts):
            button = Button(label)
            button.set_look("choice")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _on=False, at=number: self._show(at))
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        space(column, 0, 0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        following = QShortcut(QKeySequence("Ctrl+Tab"), self)
        following.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        following.activated.connect(self._show_next)
        self._show(0)

    def part(self, name: str) -> QWidget:
        """Show a part and return it."""
        self._show(self._names.index(name))
        return self._stack.currentWidget()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write on each part how much waits there."""
        for name, label, button in zip(self._names, self._labels, self._buttons, strict=True):
            count = counts.get(name, 0)
            button.set_words(self.tr("{label}  {count}").format(label=label, count=count))
            if not count:
                button.set_words(label)

    def show_waiting(self, counts: Mapping[str, int]) -> None:
        """Write it, and show the first part where something waits, or else the first of all."""
        self.show_counts(counts)
        if self._leads_on:
            self._show(next((n for n, name in enumerate(self._names) if counts.get(name)), 0))

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Let every part that exists follow a change."""
        for widget in self._made.values():
            refresh = getattr(widget, "refresh", None)
            if refresh is not None:
                refresh(change)

    def focus_first(self) -> None:
        """Put the focus into the part that is shown."""
        focus_first = getattr(self._stack.currentWidget(), "focus_first", None)
        if focus_first is not None:
            focus_first()

    def _show(self, number: int) -> None:
        if number not in self._made:
            self._made[number] = self._makers[number]()
            self._stack.addWidget(self._made[number])
        self._stack.setCurrentWidget(self._made[number])
        self._buttons[number].setChecked(True)

    def _show_next(self) -> None:
        self._show((self._stack.currentIndex() + 1) % len(self._makers))
        self.focus_first()


class PageTable(QObject):
    """The pages of a station's window."""

    reports = True
    """Whether this folder sends its records to an office, and has work of its own that is due."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        kinds = workspace.session.catalogue.by_hand
        self._labels = {name: say_many(kind) for name, kind in kinds.items()}
        self.entries = self._entries()
        held = {kind for entry in self.entries for kind in entry.kinds}
        extra = [name for name in self._labels if name not in held]
        last = max(at for at, entry in enumerate(self.entries) if entry.kinds) + 1
        self.entries[last:last] = [
            self._of_kinds(name, self._labels[name][:1], self.tr("其他"), name) for name in extra
        ]

    def page_of(self, kind: str) -> str:
        """Return the page on which a kind lives."""
        return next(entry.item.key for entry in self.entries if kind in entry.kinds)

    def _entries(self) -> list[PageEntry]:
        logs, serves, reports = self.tr("登记"), self.tr("服务"), self.tr("上报")
        return [
            PageEntry(RailItem(TODAY, self.tr("今日"), self.tr("今")), self._today),
            self._of_kinds("person", self.tr("人"), logs, "person"),
            self._of_kinds("employer", self.tr("单"), logs, "employer"),
            self._of_kinds("vacancy", self.tr("岗"), logs, "vacancy"),
            self._of_kinds(
                "training_intent", self.tr("训"), serves, "training_intent", "enrolment"
            ),
            self._of_kinds("follow_up", self.tr("访"), serves, "follow_up"),
            self._of_kinds(
                "visit", self.tr("走"), serves, "visit", "policy", label=self.tr("走访企业")
            ),
            self._of_referrals(self.tr("介"), serves),
            self._of_verifications(self.tr("核"), serves),
            PageEntry(RailItem(MONTH, self.tr("月报"), self.tr("月"), reports), self._month),
            PageEntry(RailItem(SEND, self.tr("报送"), self.tr("报"), reports), self._send),
            PageEntry(RailItem(SETTINGS, self.tr("设置"), self.tr("设"), reports), self._settings),
        ]

    def _of_kinds(
        self, key: str, short: str, group: str, *kinds: str, label: str = ""
    ) -> PageEntry:
        known = tuple(kind for kind in kinds if kind in self._labels)
        title = label or self._labels.get(key, key)

        def make() -> QWidget:
            if len(known) == 1:
                return _records(self._workspace, known[0])
            parts = [
                (kind, self._labels[kind], lambda kind=kind: _part(self._workspace, kind))
                for kind in known
            ]
            return TabbedPage(title, parts)

        return PageEntry(RailItem(key, title, short, group), make, known)

    def _of_referrals(self, short: str, group: str) -> PageEntry:
        """职业介绍: the two lists, then what was done about them."""
        entry = self._of_kinds("referral", short, group, "referral")
        labels = {WANTS_WORK: self.tr("有人没活干"), UNFILLED: self.tr("有活没人干")}

        def make() -> QWidget:
            from mengzhan.ui.pages.referring.page import list_parts

            lists = list_parts(self._workspace)
            parts = [(name, label, lists[name]) for name, label in labels.items()]
            records = ("referral", self.tr("推荐记录"), lambda: _part(self._workspace, "referral"))
            return TabbedPage(entry.item.label, [*parts, records], leads_on=False)

        return replace(entry, make=make) if entry.kinds else entry

    def _of_verifications(self, short: str, group: str) -> PageEntry:
        """信息核实: the lists to work through, then what was recorded and what was asked for."""
        entry = self._of_kinds("verification", short, group, "verification", "task")

        def make() -> QWidget:
            from mengzhan.ui.pages.verifying.page import VerifyPage
            from mengzhan.ui.pages.verifying.tasks import TaskRecords

            lists, tasks = VerifyPage(self._workspace), TaskRecords(self._workspace)
            page = TabbedPage(
                entry.item.label,
                [
                    (TO_VERIFY, self.tr("清单核实"), lambda: lists),
                    (
                        "verification",
                        self.tr("核实记录"),
                        partial(_part, self._workspace, "verification"),
                    ),
                    ("task", self._labels["task"], lambda: tasks),
                ],
            )

            def work(task: str) -> None:
                page.part(TO_VERIFY)
                lists.open_task(task)

            def edit(task: str) -> None:
                page.part("task")
                tasks.edit(task)

            tasks.work_asked.connect(work)
            lists.edit_asked.connect(edit)
            return page

        return replace(entry, make=make) if self.reports and entry.kinds else entry

    def _today(self) -> QWidget:
        from mengzhan.ui.pages.today import TodayPage

        return TodayPage(self._workspace)

    def _month(self) -> QWidget:
        from mengzhan.ui.pages.reporting.month_page import MonthPage

        return MonthPage(self._workspace)

    def _send(self) -> QWidget:
        from mengzhan.ui.pages.send import SendPage

        return SendPage(self._workspace)

    def _settings(self) -> QWidget:
        from mengzhan.ui.pages.settings import SettingsPage

        return SettingsPage(self._workspace)


class OfficePageTable(PageTable):
    """The pages of an office's window: its own, then the records it holds, then settings."""

    reports = False

    def __init__(self, workspace: Workspace, pages: Callable[[], Sequence[QWidget]]) -> None:
        """``pages`` makes the office's own pages, each with a ``title`` and a ``count``."""
        self._make_pages = pages
        self._own = list(pages())
        self._handed_out: set[int] = set()
        super().__init__(workspace)

    def _entries(self) -> list[PageEntry]:
        own, station = [], super()._entries()
        for number, page in enumerate(self._own):
            title = str(getattr(page, "title", ""))
            # one Chinese character says as much as two letters
            item = RailItem(f"office-{number}", title, title[: 2 if title.isascii() else 1])
            own.append(
                PageEntry(item, partial(self._take, number), count=partial(self._count, number))
            )
        records = [entry for entry in station if entry.kinds]
        settings = replace(station[-1], item=replace(station[-1].item, group=self.tr("本机")))
        return [*own, *records, settings]

    def _count(self, number: int) -> int:
        count = getattr(self._own[number], "count", None)
        return count() if count is not None else 0

    def _take(self, number: int) -> QWidget:
        """Hand out a page; the second time (another operator) all are made anew."""
        if number in self._handed_out:
            self._own = list(self._make_pages())
            self._handed_out.clear()
        self._handed_out.add(number)
        return self._own[number]


def refresh_page(page: QWidget, change: ChangeSet | None) -> None:
    """Bring a page up to date, if it shows anything that changes; ``None``: everything may have."""
    refresh = getattr(page, "refresh", None)
    if refresh is not None:
        refresh(change)
