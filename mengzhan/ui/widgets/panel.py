"""White panels on a warm ground, headings, remarks, and what stands in an empty place."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from mengzhan.ui.colours import Tone
from mengzhan.ui.theme import Role, mark, theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.flow import FlowLayout


def space(layout: QLayout, margin: int = 0, gap: int = 8) -> None:
    """Set margins and gaps in steps of the theme (pixels at 100 % type)."""
    step = theme().size(margin)
    layout.setContentsMargins(step, step, step, step)
    layout.setSpacing(theme().size(gap))


def space_page(layout: QLayout, gap: int = 10) -> None:
    """Set the margins of a page, the same on all of them."""
    side, above = theme().size(20), theme().size(14)
    layout.setContentsMargins(side, above, side, above)
    layout.setSpacing(theme().size(gap))


class Words(QLabel):
    """Plain text in one of the sizes of type. Markup in it is shown, not obeyed."""

    def __init__(
        self, text: str = "", role: Role = "body", *, wrap: bool = False, tone: Tone = "plain"
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: Tone) -> None:
        """Colour the words."""
        mark(self, "tone", tone)


class PageHead(QWidget):
    """The first line of a page, at the same height on all of them: what it is, a remark, and on
    the right what can be done.

    Where that is too much for the window, the remark goes first, then the shortcuts on the buttons.
    """

    def __init__(self, title: str = "", remark: str = "") -> None:
        super().__init__()
        self.title = Words(title, "page")
        self.remark = Words(remark, "remark")
        self._row = QHBoxLayout(self)
        space(self._row, 0, 8)
        self._row.addWidget(self.title)
        self._row.addWidget(self.remark)
        self._row.addStretch(1)
        self.setFixedHeight(theme().size(36))
        # no window is held open by what its head could say
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tell(self, remark: str) -> None:
        """Write another remark; one that was empty comes into sight, if there is room."""
        self.remark.setText(remark)
        self._fit()

    def lead(self, *parts: QWidget) -> None:
        """Put what is chosen or set on the page to the left, before everything else."""
        for place, part in enumerate(parts):
            self._row.insertWidget(place, part)

    def add(self, *parts: QWidget) -> None:
        """Put what can be done to the right."""
        for part in parts:
            self._row.addWidget(part)

    def _parts(self) -> list[QWidget]:
        """What stands in the line, the remark apart."""
        children = self.findChildren(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
        return [part for part in children if part is not self.remark and not part.isHidden()]

    def _fit(self) -> None:
        parts, gap = self._parts(), self._row.spacing()
        needed = sum(_wanted_width(part) + gap for part in parts)
        remark = self.remark.sizeHint().width() + gap
        self.remark.setVisible(bool(self.remark.text()) and needed + remark <= self.width())
        for part in parts:
            if isinstance(part, Button):
                part.set_short(needed > self.width())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)


def _wanted_width(part: QWidget) -> int:
    return part.whole_width() if isinstance(part, Button) else part.sizeHint().width()


class ResultLine(Words):
    """Says what came of the last thing that was done; gone while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("", wrap=True, tone="accent")
        self.hide()

    def tell(self, words: str, tone: Tone = "accent") -> None:
        """Say something else, or nothing."""
        self.set_tone(tone)
        self.setText(words)
        self.setVisible(bool(words))


class HairLine(QFrame):
    """A thin line between two things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "hair")


class Panel(QFrame):
    """A white panel with an optional heading; put things into ``body``."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        outer = QVBoxLayout(self)
        space(outer, 16, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme().size(8))
        self.heading = Words(heading, "panel", wrap=True)
        self.head.addWidget(self.heading, 1)
        outer.addLayout(self.head)
        # Only now: a part that is shown before it has its place is a window for a moment, and
        # takes the keyboard away.
        self.heading.setVisible(bool(heading))
        self.body: QBoxLayout = QVBoxLayout()
        self.body.setSpacing(theme().size(8))
        outer.addLayout(self.body, 1)

    def set_heading(self, heading: str) -> None:
        """Change the heading; an empty one takes no room."""
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))


class HintLine(QWidget):
    """A hint beside what it is about: a sentence, where the rule comes from, offers to act.

    ``chosen(name)`` says which offer was taken.
    """

    chosen = Signal(str)

    def __init__(
        self,
        text: str,
        tone: Tone = "amber",
        *,
        source: str = "",
        offers: tuple[tuple[str, str], ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``offers`` are pairs of (name, words on the button)."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        space(column, 0, 2)
        self._words = Words(text, "remark", wrap=True, tone=tone)
        column.addWidget(self._words)
        below = FlowLayout()
        if source:
            where = Words(source, "remark")
            where.setMinimumHeight(theme().size(24))
            below.addWidget(where)
        for name, words in offers:
            button = LinkButton(words)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            below.addWidget(button)
        if below.count():
            column.addLayout(below)

    def text(self) -> str:
        """The sentence."""
        return self._words.text()


class EmptyState(QWidget):
    """What an empty place says: a sentence on what to do, and the button that does it."""

    acted = Signal()

    def __init__(
        self, sentence: str, action: str = "", keys: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addStretch(2)
        self._words = Words(sentence, "body", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._words)
        self.button = Button(action, keys)
        self.button.clicked.connect(self.acted)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button.setVisible(bool(action))
        column.addStretch(3)

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._words.setText(sentence)

    def sentence(self) -> str:
        """What it says now."""
        return self._words.text()
