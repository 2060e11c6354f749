"""A sensitive value on a page: hidden, shown on request, hidden again on lock or on moving on."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import LinkButton
from mengzhan.ui.widgets.panel import Words


class MaskedLabel(QWidget):
    """Shows ``masked`` with 显示 beside it; where one button shows several values, ``own_button`` is
    false."""

    def __init__(
        self,
        value: str = "",
        masked: str = "",
        parent: QWidget | None = None,
        *,
        own_button: bool = True,
    ) -> None:
        super().__init__(parent)
        self._own_button = own_button
        self._value, self._masked = value, masked
        self._words = Words()
        self._button = LinkButton(self.tr("显示"))
        self._button.clicked.connect(self._toggle)
        self._shown = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().size(4))
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        self.setFocusProxy(self._button)
        self._write()

    def set_value(self, value: str, masked: str) -> None:
        """Show another value, hidden."""
        self._value, self._masked = value, masked
        self.hide_again()

    def text(self) -> str:
        """What can be read now."""
        return self._words.text()

    @property
    def hides(self) -> bool:
        """Whether there is anything to show."""
        return self._value != self._masked

    @property
    def is_lifted(self) -> bool:
        """Whether the value can be read."""
        return self._shown

    def lift(self) -> None:
        """Show the value."""
        self._shown = True
        self._write()

    def hide_again(self) -> None:
        """Hide the value (lock, another line)."""
        self._shown = False
        self._write()

    def _toggle(self) -> None:
        if self._shown:
            self.hide_again()
        else:
            self.lift()

    def _write(self) -> None:
        self._words.setText(self._value if self._shown else self._masked)
        self._button.setVisible(self._own_button and self.hides)
        self._button.set_words(self.tr("隐藏") if self._shown else self.tr("显示"))
