"""Settings: this device's key, the office, other laptops of the station, a new recovery code."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.package.delivery import deliver
from mengzhan.package.device import device_keys
from mengzhan.package.devicekey import DevicePublic, is_same_key_code, key_code
from mengzhan.package.receiving import add_peer
from mengzhan.package.sending import build_handover
from mengzhan.store.atomic import write_atomic
from mengzhan.store.session import ChangeSet
from mengzhan.store.station import Surroundings
from mengzhan.ui.shell.enrol_office import EnrolOffice
from mengzhan.ui.shell.handover import KEY_SUFFIX, key_file, read_key_file
from mengzhan.ui.shell.recovery_code import RecoveryCode
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets import ask
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import HairLine, Words, space
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class RecoveryDialog(QDialog):
    """Shows a new recovery code once; it cannot be left before the code is on paper."""

    def __init__(self, workspace: Workspace, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新的恢复码"))
        self.setMinimumWidth(theme().size(560))
        session = workspace.session
        column = QVBoxLayout(self)
        space(column, 20, 12)
        self.recovery = RecoveryCode(
            session.place.name, code, session.today(), self.tr("完成  Enter")
        )
        self.recovery.done.connect(self.accept)
        column.addWidget(self.recovery)


class PeerDialog(QDialog):
    """The key file of another computer, and its code typed from that screen; then ``public``."""

    def __init__(self, words: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("另一台电脑"))
        self.setMinimumWidth(theme().size(480))
        self.public: DevicePublic | None = None
        column = QVBoxLayout(self)
        space(column, 20, 12)
        column.addWidget(Words(words, "body", wrap=True))
        choose = Button(self.tr("选钥匙文件（.mzd）…"))
        choose.clicked.connect(self._choose)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.code = LineEdit()
        self.code.setPlaceholderText(self.tr("那台电脑屏幕上的 20 位密钥码"))
        column.addWidget(self.code)
        self.message = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.message)
        row = QHBoxLayout()
        back = Button(self.tr("取消  Esc"))
        back.clicked.connect(self.reject)
        self.button = FilledButton(verb)
        self.button.clicked.connect(self.confirm)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.button)
        column.addLayout(row)
        self.code.moved.connect(lambda step: self.confirm() if step > 0 else None)
        choose.setFocus()

    def _choose(self) -> None:
        pattern = self.tr("钥匙文件 (*.mzd)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选钥匙文件"), "", pattern)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a key file."""
        try:
            self.public = read_key_file(path)
        except UserError as error:
            self.message.setText(say(error.message))
            return
        bad = self.tr("这不是钥匙文件。请在那台电脑上 设置 → 上级与钥匙 里重新存一份。")
        self.message.setText("" if self.public is not None else bad)
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Accept if the code that was typed is the file's."""
        if self.public is None:
            self.message.setText(self.tr("请先选钥匙文件。"))
        elif not is_same_key_code(key_code(self.public), self.code.text()):
            self.message.setText(self.tr("密钥码不一样，请照那台电脑的屏幕再核对一遍。"))
        else:
            self.accept()


class KeysSection(QWidget):
    """Keys, one matter below the other."""

    def __init__(self, workspace: Workspace, around: Surroundings) -> None:
        super().__init__()
        self._workspace, self._around = workspace, around
        column = QVBoxLayout(self)
        space(column, 0, 8)
        column.addWidget(Words(self.tr("本机密钥码（上级打电话核对时念这个）"), "group"))
        row = QHBoxLayout()
        self.own_code = Words(key_code(device_keys(workspace.session).public), "panel")
        row.addWidget(self.own_code)
        row.addStretch(1)
        save = Button(self.tr("存钥匙文件（.mzd）…"))
        save.clicked.connect(self._save)
        row.addWidget(save)
        column.addLayout(row)
        column.addWidget(HairLine())
        column.addWidget(Words(self.tr("上级"), "group"))
        self.office = Words("", wrap=True)
        column.addWidget(self.office)
        self.enrol = EnrolOffice(workspace.session)
        self.enrol.enrolled.connect(self._lead_on)
        column.addWidget(self.enrol)
        self.onward = Button(self.tr("去报送 →"))
        self.onward.clicked.connect(lambda: workspace.page_asked.emit("send", ""))
        self.onward.hide()
        column.addWidget(self.onward, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.enrol)
        column.addWidget(HairLine())
        column.addWidget(Words(self.tr("本站的另一台电脑"), "group"))
        self.peers = Words("", wrap=True)
        column.addWidget(self.peers)
        column.addLayout(self._peer_row())
        column.addWidget(HairLine())
        column.addWidget(Words(self.tr("恢复码"), "group"))
        words = self.tr("纸丢了，或者给不该看的人看见了，就换一个；旧的立刻作废。")
        column.addWidget(Words(words, "remark", wrap=True))
        renew = Button(self.tr("换新的恢复码…"))
        renew.clicked.connect(self.renew_code)
        column.addWidget(renew, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.refresh()

    def _lead_on(self) -> None:
        """The office is known; what was held up by that is the next thing to do."""
        self._workspace.look_again()
        self.refresh()
        # an office reports through its own pages
        self.onward.setVisible(not self._workspace.session.is_office)
        self.onward.setFocus(Qt.FocusReason.TabFocusReason)

    def _peer_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        add = Button(self.tr("认另一台电脑…"))
        add.clicked.connect(self._ask_peer)
        leave = Button(self.tr("移交到新电脑…"))
        leave.clicked.connect(self._ask_handover)
        row.addWidget(add)
        row.addWidget(leave)
        row.addStretch(1)
        return row

    def refresh(self) -> None:
        """Read what is known of office and peers."""
        session = self._workspace.session
        office = session.setting("office")
        if office:
            words = self.tr("{name}，密钥码 {code}")
            code = key_code(DevicePublic.from_dict(office["keys"]))
            self.office.setText(words.format(name=office["name"], code=code))
        else:
            self.office.setText(self.tr("还没有登记。有了登记文件（.mzk）才能报送。"))
        known = [DevicePublic.from_dict(peer) for peer in session.setting("peers") or []]
        none = self.tr("没有。有第二台电脑时，两边各认对方一次，就能用 U 盘互相同步。")
        self.peers.setText("\n".join(key_code(public) for public in known) or none)

    def _save(self) -> None:
        name = self.tr("本机钥匙") + KEY_SUFFIX
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里"), name)
        if chosen:
            self.save_key(Path(chosen))

    def save_key(self, path: Path) -> None:
        """Write this device's public key for another computer."""
        try:
            write_atomic(path, key_file(device_keys(self._workspace.session).public))
        except UserError as error:
            self._workspace.failed.emit(error)
            return
        self._workspace.said.emit(self.tr("已存钥匙文件"), "")

    def _ask_peer(self) -> None:
        words = self.tr("在那台电脑上 设置 → 上级与钥匙 里存一份钥匙文件，用 U 盘拿过来。")
        dialog = PeerDialog(words, self.tr("认这台电脑"), self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.public is not None:
            add_peer(self._workspace.session, dialog.public)
            self.refresh()

    def _ask_handover(self) -> None:
        words = self.tr("新电脑上选 从旧电脑接手，存一份钥匙文件拿过来。移交之后这台电脑就停用。")
        dialog = PeerDialog(words, self.tr("写移交包…"), self)
        if dialog.exec() != QDialog.DialogCode.Accepted or dialog.public is None:
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("写到哪个 U 盘或文件夹"))
        if folder:
            self.hand_over(dialog.public, Path(folder))

    def hand_over(self, to: DevicePublic, folder: Path) -> None:
        """Write the whole station for a new computer."""
        session = self._workspace.session
        try:
            deliver(session, build_handover(session, to), folder)
        except UserError as error:
            self._workspace.failed.emit(error)
            return
        words = self.tr(
            "移交包已写好。到新电脑上读它，照本机密钥码核对；这台电脑从现在起只能查看。"
        )
        self._workspace.said.emit(words, "")
        self._workspace.changed.emit(ChangeSet("", frozenset()))

    def renew_code(self) -> None:
        """Make a new recovery code, after asking, and show it once."""
        title = self.tr("换新的恢复码？")
        words = self.tr("以前打印的那张立刻作废。新的只显示一次，请准备好纸笔或打印机。")
        if not ask.ask_irrevocable(self, title, words, self.tr("换新的")):
            return
        session = self._workspace.session
        try:
            code = self._around.keyring(session.store.folder).new_recovery_code(session.store.key)
            session.store.backups.refresh_keys()
        except UserError as error:
            self._workspace.failed.emit(error)
            return
        RecoveryDialog(self._workspace, code, self).exec()
