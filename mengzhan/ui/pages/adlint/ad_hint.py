"""What one rule says of the words in one field: why, what to write instead, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mengzhan.rules.ads.hits import Hit
from mengzhan.ui.colours import Tone
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words, space

_TONES: dict[str, Tone] = {"block": "red", "error": "amber", "warn": "amber", "info": "plain"}


class AdHint(QWidget):
    """``taken``: the rewrites go into the field. ``excused(reason)``: the words stay, with a reason
    that the law allows. ``withdrawn``: the reason is taken back."""

    taken = Signal()
    excused = Signal(str)
    withdrawn = Signal()

    def __init__(self, hits: Sequence[Hit], *, keys: str = "", told: bool = False) -> None:
        """``hits`` are of one rule. ``keys`` takes the rewrites and is named on the button; ``told``
        says that why they are wrong stands above already."""
        super().__init__()
        self.hits = list(hits)
        self._first = hits[0]
        self._told = told
        self._words = Words(self._sentence(), "remark", wrap=True, tone=self._tone())
        column = QVBoxLayout(self)
        space(column, 0, 2)
        column.addWidget(self._words)
        self._below = FlowLayout()
        if self._first.reason:
            self._offer(self.tr("收回理由")).clicked.connect(self.withdrawn)
        else:
            self._offer_ways(keys)
        if self._below.count():
            column.addLayout(self._below)

    def _offer(self, words: str) -> LinkButton:
        button = LinkButton(words)
        self._below.addWidget(button)
        return button

    def _offer_ways(self, keys: str) -> None:
        if self.can_be_taken:
            self._offer(f"{self._rewrite()}  {keys}".rstrip()).clicked.connect(self.taken)
        if self._first.rule.allowed:
            button = self._offer(self.tr("法律允许，写明理由 ▾"))
            button.clicked.connect(lambda: self._choose_reason(button))

    @property
    def can_be_taken(self) -> bool:
        """Whether there are rewrites that need no person to write them."""
        return not self._first.reason and self._first.replacement is not None

    def _tone(self) -> Tone:
        return "plain" if self._first.reason else _TONES[self._first.rule.severity]

    def _sentence(self) -> str:
        hit = self._first
        said = "".join(self.tr("“{words}”").format(words=h.words) for h in self.hits if h.words)
        if hit.reason:
            words = self.tr("{words}保留，理由：{reason}")
            return words.format(words=said or hit.message, reason=hit.reason)
        if self._told:
            words = self.tr("怎么改：{advice}（{basis}）")
            return words.format(advice=hit.advice, basis=hit.rule.basis)
        lead = self._lead()
        both = self.tr("{why}{advice}").format(why=hit.message, advice=hit.advice)
        why = hit.message if self.can_be_taken else both
        if not said:
            words = self.tr("{lead} · {why}（{basis}）")
            return words.format(lead=lead, why=why, basis=hit.rule.basis)
        words = self.tr("{lead} · {words}：{why}（{basis}）")
        return words.format(lead=lead, words=said, why=why, basis=hit.rule.basis)

    def _lead(self) -> str:
        return {
            "block": self.tr("不得发布"),
            "error": self.tr("违法"),
            "warn": self.tr("不合理"),
            "info": self.tr("提示"),
        }[self._first.rule.severity]

    def _rewrite(self) -> str:
        replacement = self._first.replacement
        if replacement and not self._first.words:
            return self.tr("填“{words}”").format(words=replacement)
        if replacement:
            return self.tr("改成“{words}”").format(words=replacement)
        return self.tr("删去这几个字")

    def _choose_reason(self, button: LinkButton) -> None:
        self.reasons().popup(button.mapToGlobal(QPoint(0, button.height())))

    def reasons(self) -> QMenu:
        """Return the menu of reasons that the rule allows."""
        menu = QMenu(self)
        for reason in self._first.rule.allowed:
            menu.addAction(reason).triggered.connect(
                lambda _checked=False, reason=reason: self.excused.emit(reason)
            )
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def text(self) -> str:
        """The sentence."""
        return self._words.text()
