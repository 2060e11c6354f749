"""A vacancy or an employer of another station: what it says, whose it is, whom to call. Nothing is
changed here."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.divisions import place_name
from mengzhan.model.entry import text_of
from mengzhan.model.kind import Kind
from mengzhan.ui.pages.facts import Facts
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.masked_label import MaskedLabel
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class ForeignPage(QWidget):
    """``match_asked(kind, record)``: show who fits a vacancy. ``left``: back to where it was
    opened."""

    match_asked = Signal(str, str)
    left = Signal()

    def __init__(self, workspace: Workspace, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._kind = kind
        self.record = ""
        self.name = Words("", "page", wrap=True)
        self.whose = Words("", "body", wrap=True, tone="amber")
        self.contact = Words("", "body")
        self.phone = MaskedLabel(own_button=False)
        self.phone_button = LinkButton("")
        self.match_button = Button(self.tr("合适的人"), "Ctrl+M")
        self.facts = Facts(workspace)
        self._build()
        self.match_button.setVisible(kind.name == "vacancy")
        self.phone_button.clicked.connect(self.toggle_phone)
        self.match_button.clicked.connect(lambda: self.match_asked.emit(kind.name, self.record))
        workspace.hidden.connect(self.hide_again)
        bind(self, "Esc", self.left.emit)
        bind(self, "F2", self.toggle_phone)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(12))
        head, body = Panel(), Panel(say(self._kind.label))
        back = LinkButton(self.tr("← 返回  Esc"))
        back.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        back.clicked.connect(self.left)
        top, line = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.name, 1)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        for part in (self.contact, self.phone, self.phone_button, self.match_button):
            line.addWidget(part)
        line.setSpacing(theme().size(12))
        line.addStretch(1)
        head.body.addLayout(top)
        head.body.addWidget(self.whose)
        head.body.addLayout(line)
        body.body.addWidget(self.facts, 1)
        column.addWidget(head)
        column.addWidget(body, 1)

    def show_record(self, record: str) -> None:
        """Show a record, its telephone hidden."""
        self.record = record
        reader, kind = self._workspace.reader, self._kind
        row = reader.record(kind.name, record) or {}
        shop = reader.record("employer", text_of(row, "employer")) or {}
        self.name.setText(reader.title(kind.name, record))
        self.whose.setText(self._whose().format(station=place_name(text_of(row, "station"))))
        self.contact.setText(text_of(row, "contact") or text_of(shop, "contact"))
        number = text_of(row, "phone") or text_of(shop, "phone")
        item = kind["phone"]
        self.phone.set_value(item.show(number, masked=False), item.show(number))
        self._offer_phone()
        self.facts.show_values(kind, row, without=(*kind.title, "contact", "phone"))

    def _whose(self) -> str:
        if self._kind.name == "vacancy":
            return self.tr("{station}登记的岗位：这里能看、能推荐，不能改；招满没有由那边说。")
        return self.tr("{station}登记的单位：这里只能看，不能改。要改请找那边。")

    def focus_first(self) -> None:
        """Put the focus where reading goes on."""
        self.facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_phone(self) -> None:
        """Show the telephone in full, or cover it."""
        if self.phone.is_lifted:
            self.phone.hide_again()
        else:
            self.phone.lift()
        self._offer_phone()

    def hide_again(self) -> None:
        """Cover what was shown."""
        self.phone.hide_again()
        self._offer_phone()

    def _offer_phone(self) -> None:
        lifted = self.phone.is_lifted
        self.phone_button.set_words(self.tr("隐藏  F2") if lifted else self.tr("显示  F2"))
        self.phone_button.setVisible(self.phone.hides)
