"""A sender whose key is not known yet: 20 digits, compared over the telephone, then trusted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.office.desk import Office
from mengzhan.office.inbox import Proposal
from mengzhan.office.letters import Letter
from mengzhan.package.devicekey import DevicePublic, key_code
from mengzhan.package.outcome import Outcome
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Panel, Words
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class UnknownKey(Panel):
    """``pinned``: a key is trusted now."""

    pinned = Signal()

    def __init__(self, workspace: Workspace, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_heading(self.tr("还不认识的电脑"))
        self._workspace = workspace
        self._office = office
        self._public: DevicePublic | None = None
        self._station = ""
        self._who = Words("", wrap=True)
        self.code = Words("", "panel")
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("站点在电话里念的 20 位"))
        self.line.moved.connect(lambda _step: self.pin())
        self.pin_button = Button(self.tr("一致，登记  Enter"))
        self.pin_button.clicked.connect(self.pin)
        self.problem = Words("", "remark", wrap=True, tone="red")
        self.problem.hide()
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.pin_button)
        self.body.addWidget(self._who)
        self.body.addWidget(self.code)
        self.body.addLayout(row)
        self.body.addWidget(self.problem)
        self.body.addStretch(1)
        self.hide()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show the key of a package that was just read, if it is unknown."""
        unknown = proposal is not None and proposal.outcome is Outcome.UNKNOWN_STATION
        if unknown and proposal is not None and proposal.manifest is not None:
            station = proposal.manifest.station
            self._show(station.code, station.name, proposal.device)
        else:
            self._show("", "", None)

    def show_letter(self, letter: Letter | None) -> None:
        """Show the key of a package that waits in the inbox."""
        if letter is not None and letter.public is not None:
            self._show(letter.station, letter.station_name, letter.public)
        else:
            self._show("", "", None)

    def _show(self, station: str, name: str, public: DevicePublic | None) -> None:
        if public == self._public:
            return
        self._public, self._station = public, station
        self.line.clear()
        self.problem.hide()
        self.setVisible(public is not None)
        if public is None:
            return
        known = self._office.roster.expects(station)
        words = self.tr("{name}。给站点打电话，请对方念“设置 → 上级与钥匙”里的密钥码，和下面的比：")
        if not known:
            words = self.tr("{name} 不在名册里。先到“名册”加上这个站，再核对密钥码：")
        self._who.setText(words.format(name=name))
        self.code.setText(key_code(public))
        self.pin_button.setEnabled(known)

    def pin(self) -> None:
        """Trust the key if the digits that were read out are its own."""
        if self._public is None:
            return
        try:
            self._office.pin(self._station, self._public, self.line.text())
        except UserError as error:
            self.problem.setText(say(error.message))
            self.problem.show()
            self.line.setFocus()
            return
        self._show("", "", None)
        self._workspace.said.emit(self.tr("已登记这台电脑"), "")
        self.pinned.emit()
