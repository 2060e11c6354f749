"""What the office answered, as three short lists: accepted, please fix, held elsewhere."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.ruling import Ruling
from mengzhan.office.reasons import reason_words
from mengzhan.store.exchange import ReceivedVerdict
from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.timeline import Timeline, TimelineItem
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class Receipts(Panel):
    """``opened(kind, record)``: Enter on a line; the form opens at the field."""

    opened = Signal(str, str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._workspace = workspace
        self.fix = self._list()
        self.elsewhere = self._list()
        self._fix_head = Words("", "group")
        self._elsewhere_head = Words("", "group")
        self._accepted = Words("", "remark", wrap=True)
        self._none = Words(
            self.tr("还没有回执。上级收下后会给一份回执文件，从 U 盘或邮件读进来，或者拖到这里。"),
            "remark",
            wrap=True,
        )
        column = QVBoxLayout()
        column.setSpacing(theme().size(6))
        for widget in (self._none, self._accepted, self._fix_head):
            column.addWidget(widget)
        column.addWidget(self.fix, 2)
        column.addWidget(self._elsewhere_head)
        column.addWidget(self.elsewhere, 1)
        column.addStretch(0)
        self.body.addLayout(column, 1)
        self._filler = QWidget()
        self.body.addWidget(self._filler, 1)
        self.refresh()

    def _list(self) -> Timeline:
        lines = Timeline()
        lines.opened.connect(self._open)
        return lines

    def count(self) -> int:
        """How many records the office wants changed."""
        return len(self._workspace.session.exchange().verdicts(Ruling.FIX, open_only=True))

    def refresh(self) -> None:
        """Show what stands now."""
        exchange = self._workspace.session.exchange()
        receipts = exchange.receipts()
        fix = exchange.verdicts(Ruling.FIX, open_only=True)
        elsewhere = exchange.verdicts(Ruling.ELSEWHERE, open_only=True)
        self._none.setVisible(not receipts)
        words = self.tr("上级的回执")
        if receipts:
            words = self.tr("第 {number} 号回执").format(number=receipts[0]["number"])
            counts = receipts[0]["counts"]
            told = self.tr("已接收 {accepted} 条。").format(accepted=counts.get(Ruling.ACCEPTED, 0))
            self._accepted.setText(told)
        self.set_heading(words)
        self._accepted.setVisible(bool(receipts))
        self._show(self.fix, self._fix_head, fix, self.tr("请改 {count} 处 · Enter 去改"))
        head = self.tr("别处已登记 {count} 条")
        self._show(self.elsewhere, self._elsewhere_head, elsewhere, head)
        self._filler.setVisible(not fix and not elsewhere)

    def _show(
        self, lines: Timeline, head: Words, verdicts: list[ReceivedVerdict], words: str
    ) -> None:
        lines.set_items([self._item(verdict) for verdict in verdicts])
        lines.setVisible(bool(verdicts))
        head.setText(words.format(count=len(verdicts)))
        head.setVisible(bool(verdicts))

    def _item(self, verdict: ReceivedVerdict) -> TimelineItem:
        kind = self._workspace.session.catalogue.get(verdict.kind)
        item = kind.get(verdict.field) if kind and verdict.field else None
        title = self._workspace.reader.title(verdict.kind, verdict.record)
        if item is not None:
            title = self.tr("{title} · {field}").format(title=title, field=say(item.label))
        detail = say(reason_words(verdict.reason))
        if verdict.suggestion and item is not None:
            today = self._workspace.session.today()
            shown = item.show(item.read(verdict.suggestion, today).value) or verdict.suggestion
            detail = self.tr("{reason} 建议 {value}").format(reason=detail, value=shown)
        badge = self.tr("请改") if verdict.verdict == Ruling.FIX else self.tr("别处")
        tone: Tone = "amber" if verdict.verdict == Ruling.FIX else "blue"
        label = say(kind.label) if kind else verdict.kind
        return TimelineItem(f"{verdict.kind}/{verdict.record}", label, badge, title, detail, tone)

    def _open(self, key: str) -> None:
        kind, _, record = key.partition("/")
        self.opened.emit(kind, record)
