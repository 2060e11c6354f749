"""In place of lines where there are none: how far the list is, and what to do next."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mengzhan.rules.verifying import View
from mengzhan.ui.widgets.panel import EmptyState


class ListEnd(EmptyState):
    """``finished``: note that the list is done. ``pending_asked``: show the lines that need a
    closer look."""

    finished = Signal()
    pending_asked = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self._pending = 0
        self.acted.connect(self._act)

    def show_standing(self, view: View, counts: Mapping[View, int]) -> None:
        """Say that there is nobody in ``view``; a list is done once nothing is pending either."""
        pending = self._pending = counts["pending"]
        sentence, action = self.tr("这里没有人。"), ""
        if view == "open" and pending:
            sentence = self.tr("没核实的没有了，还有 {count} 个待进一步核实。")
            sentence = sentence.format(count=f"{pending:,}")
            action = self.tr("看待进一步核实的")
        elif view != "done" and counts["done"] and not counts["open"]:
            sentence = self.tr(
                "这张清单核实完了。上级要回表的，按 Ctrl+T 填回；不要的，记完成就行。"
            )
            action = self.tr("记这张清单完成")
        self.set_sentence(sentence)
        self.button.set_words(action)
        self.button.setVisible(bool(action))

    def target(self) -> QWidget:
        """Return what takes the focus: the button, if there is one to press."""
        return self if self.button.isHidden() else self.button

    def _act(self) -> None:
        (self.pending_asked if self._pending else self.finished).emit()
