"""The page of one person or employer: who, what can be done, and everything on one timeline."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mengzhan.model.entry import Value
from mengzhan.model.fold import State
from mengzhan.ui.pages.facts import Facts
from mengzhan.ui.pages.keys import bind
from mengzhan.ui.pages.record_menu import RecordMenu
from mengzhan.ui.pages.timeline_page import Events
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.badge import Badge
from mengzhan.ui.widgets.button_flow import ButtonFlow
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.masked_label import MaskedLabel
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.widgets.timeline import Timeline
from mengzhan.ui.widgets.two_sides import TwoSides
from mengzhan.ui.words import say, within
from mengzhan.ui.workspace import Workspace


class SubjectPage(TwoSides):
    """Base of the two pages.

    ``service_asked(kind, values)``: log a service with the subject filled in. ``edit_asked``.
    ``event_opened(kind, record)``: an event was opened. ``policies_asked(record)``: which policies
    the subject may have. ``match_asked(kind, record)``: show what fits the subject. ``left``: back
    to the list.
    """

    service_asked = Signal(str, dict)
    edit_asked = Signal(str)
    event_opened = Signal(str, str)
    policies_asked = Signal(str)
    match_asked = Signal(str, str)
    left = Signal()

    KIND = "person"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.kind = workspace.session.catalogue[self.KIND]
        self.record = ""
        self.name = Words("", "page", wrap=True)
        self.facts_line = Words("", "remark", wrap=True)
        self.tags = QWidget()
        self._tag_flow = FlowLayout(self.tags)
        self.masked: dict[str, MaskedLabel] = {}
        self.timeline = Timeline(only_with_focus=True)
        self.facts = Facts(workspace)
        self.events = Events(workspace)
        self._nothing_yet = Words(
            self.tr("还没有办过什么。上面办一件，这里就多一行。"), "remark", wrap=True
        )
        self.menu = RecordMenu(workspace, self)
        self.menu.gone.connect(self.left)
        self.workspace.hidden.connect(self.hide_again)
        self._build()

    def services(self) -> Sequence[str]:
        """The kinds of service that are logged here, in the order of their keys."""
        return ()

    def more_buttons(self) -> Sequence[Button]:
        """What else can be asked here, after the services."""
        return ()

    def subject_field(self, kind: str) -> str:
        """The field of a service that names the subject of this page."""
        references = self.workspace.session.catalogue[kind].references
        return next(name for name, to in references if to == self.KIND)

    def masked_fields(self) -> Sequence[str]:
        """The sensitive fields that the head shows masked."""
        return ("phone",)

    # Building ------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().size(12))
        column.addWidget(self._head())
        row = QHBoxLayout()
        row.setSpacing(theme().size(12))
        for part in (self.timeline, self.facts):
            # a layout takes what wraps for as high as it wishes to be; these take what is left
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.left_side = self.main_side()
        self.right_side = self.other_side()
        self.set_sides(self.left_side, self.right_side, self.facts)
        row.addWidget(self.left_side, 5)
        row.addWidget(self.right_side, 3)
        column.addLayout(row, 1)
        self.timeline.opened.connect(self._open_event)
        shortcuts = {
            "Esc": self.left.emit,
            "F2": self.toggle_masks,
            "F6": self.toggle_side,
            "Ctrl+H": lambda: self.menu.show_history(self.KIND, self.record),
        }
        for keys, act in shortcuts.items():
            bind(self, keys, act)

    def _head(self) -> Panel:
        panel = Panel()
        back = LinkButton(self.tr("← 列表  Esc"))
        back.clicked.connect(self.left)
        back.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        top = QHBoxLayout()
        top.setSpacing(theme().size(12))
        top.addWidget(self.name, 1)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        panel.body.addLayout(top)
        panel.body.addWidget(self.facts_line)
        line = QHBoxLayout()
        line.setSpacing(theme().size(16))
        for name in self.masked_fields():
            label = Words(say(self.kind[name].label), "label")
            self.masked[name] = MaskedLabel(own_button=False)
            line.addWidget(label)
            line.addWidget(self.masked[name])
        self.mask_button = LinkButton("")
        self.mask_button.clicked.connect(self.toggle_masks)
        line.addWidget(self.mask_button)
        line.addStretch(1)
        panel.body.addLayout(line)
        panel.body.addWidget(self.tags)
        panel.body.addWidget(self._buttons())
        return panel

    def _buttons(self) -> QWidget:
        flow = ButtonFlow()
        self.service_buttons: dict[str, Button] = {}
        for number, kind in enumerate(self.services(), 1):
            label = within(say(self.workspace.session.catalogue[kind].one))
            button = Button(self.tr("记{label}").format(label=label), str(number))
            button.clicked.connect(lambda _on=False, kind=kind: self.log(kind))
            self.service_buttons[kind] = button
            flow.add(button)
        for button in self.more_buttons():
            flow.add(button)
        self.edit_button = Button(self.tr("改资料"), "E")
        self.edit_button.clicked.connect(lambda: self.edit_asked.emit(self.record))
        flow.add(self.edit_button)
        self.policies_button = Button(self.tr("适合的政策"), "Z")
        self.policies_button.clicked.connect(lambda: self.policies_asked.emit(self.record))
        flow.add(self.policies_button)
        more = Button(self.tr("更多 ▾"))
        more.clicked.connect(lambda: self.menu.show_below(more, self.KIND, self.record))
        flow.add(more)
        return flow

    def main_side(self) -> QWidget:
        """The panel that is always seen."""
        panel = Panel(self.tr("经过"))
        panel.body.addWidget(self._nothing_yet)
        panel.body.addWidget(self.timeline, 1)
        return panel

    def other_side(self) -> QWidget:
        """The panel that a narrow window shows on F6."""
        panel = Panel(self.tr("资料"))
        panel.body.addWidget(self.facts, 1)
        return panel

    # Showing -------------------------------------------------------------------------------

    def show_record(self, record: str) -> bool:
        """Show a record; return whether it is there."""
        state = self.workspace.reader.state(record)
        if state is None or state.erased or state.deleted or state.kind != self.KIND:
            return False
        if record != self.record:
            self.side_shown = False
        self.record = record
        self.fill(state)
        self.arrange()
        return True

    def fill(self, state: State) -> None:
        """Show everything anew; masks fall."""
        values = state.values
        self.name.setText(self.workspace.reader.title(self.KIND, state.record))
        self.facts_line.setText("  ·  ".join(filter(None, self.head_words(state))))
        for name, label in self.masked.items():
            item = self.kind[name]
            value = values.get(name)
            label.set_value(item.show(value, masked=False) or "—", item.show(value) or "—")
        self._offer_masks()
        self._show_tags(self.tag_words(state))
        events = self.events.of(state.record)
        self.timeline.set_items(events)
        self._nothing_yet.setVisible(not events)
        shown = (*self.kind.title, *self.masked, *self.tagged_fields(state))
        self.facts.show_values(self.kind, values, without=shown, first=self.hint_lines(state))

    def forget(self) -> bool:
        """Show what is left since somebody was erased; return whether it was who is shown here."""
        state = self.workspace.reader.state(self.record) if self.record else None
        if state is None:
            return False
        self.fill(state)
        return state.erased

    def head_words(self, state: State) -> list[str]:
        """What stands beside the name."""
        return []

    def tag_words(self, state: State) -> list[tuple[str, str]]:
        """The tags: pairs of words and tone."""
        return []

    def tagged_fields(self, state: State) -> Sequence[str]:
        """The fields that the tags tell already."""
        return ()

    def hint_lines(self, state: State) -> list[tuple[str, str]]:
        """What the rules say of the subject, above what stands in the record: label and words."""
        return []

    def _show_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        while self._tag_flow.count():
            item = self._tag_flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, tone in tags:
            self._tag_flow.addWidget(Badge(words, tone))  # type: ignore[arg-type]
        self.tags.setVisible(bool(tags))

    def hide_again(self) -> None:
        """Cover what was shown."""
        for label in self.masked.values():
            label.hide_again()
        self._offer_masks()

    def _offer_masks(self) -> None:
        lifted = any(label.is_lifted for label in self.masked.values())
        self.mask_button.set_words(self.tr("隐藏  F2") if lifted else self.tr("显示  F2"))
        self.mask_button.setVisible(any(label.hides for label in self.masked.values()))

    def toggle_masks(self) -> None:
        """Show the sensitive values of the head, or cover them."""
        shown = any(label.is_lifted for label in self.masked.values())
        for label in self.masked.values():
            if shown:
                label.hide_again()
            else:
                label.lift()
        self._offer_masks()

    # Acting --------------------------------------------------------------------------------

    def focus_first(self) -> None:
        """Put the focus on the timeline, from where all keys work."""
        self.timeline.setFocus(Qt.FocusReason.TabFocusReason)

    def log(self, kind: str) -> None:
        """Ask for a form of a service with the subject filled in."""
        values: dict[str, Value] = {self.subject_field(kind): self.record}
        self.service_asked.emit(kind, values)

    def _open_event(self, key: str) -> None:
        kind, _, record = key.partition("/")
        if record == self.record:
            self.edit_asked.emit(record)
        else:
            self.event_opened.emit(kind, record)
