"""Taking a station over from an old computer: this one's key goes there, a package comes back."""

import json
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.package import manifest as mf
from mengzhan.package.device import device_keys
from mengzhan.package.devicekey import DevicePublic, is_same_key_code, key_code
from mengzhan.package.opening import UnknownSender, open_package
from mengzhan.package.receiving import read_handover
from mengzhan.store.atomic import write_atomic
from mengzhan.store.errors import named_errors
from mengzhan.store.session import Session
from mengzhan.ui.shell.access import card
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import HairLine, Words
from mengzhan.ui.words import say

KEY_SUFFIX = ".mzd"


def key_file(public: DevicePublic) -> bytes:
    """Write the public key of a device as a file to be carried to another one."""
    return json.dumps(public.as_dict(), indent=2).encode()


def read_key_file(path: Path) -> DevicePublic | None:
    """Read such a file; ``None`` if it is none.

    Raises:
        StoreError: it cannot be read at all.
    """
    try:
        with named_errors():
            data = path.read_bytes()
        return DevicePublic.from_dict(json.loads(data))
    except ValueError:
        return None


class HandoverCard(QWidget):
    """``done``: the station has arrived. ``left``: go on without it."""

    done = Signal()
    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._data = b""
        self._old: DevicePublic | None = None
        mine = device_keys(session).public
        column, _panel = card(self, 640)
        column.addWidget(Words(self.tr("从旧电脑接手"), "page"))
        first = self.tr(
            "1  把本机的钥匙文件存到 U 盘，拿到旧电脑：设置 → 上级与钥匙 → 移交到新电脑。"
        )
        column.addWidget(Words(first, "body", wrap=True))
        row = QHBoxLayout()
        save = Button(self.tr("存钥匙文件（.mzd）…"))
        save.clicked.connect(self._save)
        row.addWidget(save)
        row.addWidget(Words(self.tr("本机密钥码"), "remark"))
        self.own_code = Words(key_code(mine), "strong")
        row.addWidget(self.own_code)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(HairLine())
        column.addWidget(Words(self.tr("2  读旧电脑写好的移交包（.mzp）。"), "body", wrap=True))
        choose = Button(self.tr("选移交包…"))
        choose.clicked.connect(self._choose)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.code = LineEdit()
        self.code.setPlaceholderText(self.tr("旧电脑屏幕上的 20 位密钥码"))
        self.code.hide()
        column.addWidget(self.code)
        self.message = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.message)
        foot = QHBoxLayout()
        back = Button(self.tr("先不接手"), "Esc")
        back.clicked.connect(self.left)
        self.button = FilledButton(self.tr("核对并接手"))
        self.button.setEnabled(False)
        self.button.clicked.connect(self.take)
        self._first = Words(self.tr("先选移交包"), "remark")
        foot.addWidget(back)
        foot.addStretch(1)
        foot.addWidget(self._first)
        foot.addWidget(self.button)
        column.addLayout(foot)
        self.code.moved.connect(lambda step: self.take() if step > 0 else None)
        self.setFocusProxy(save)

    def _save(self) -> None:
        name = self.tr("新电脑钥匙") + KEY_SUFFIX
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里"), name)
        if chosen:
            self.save_key(Path(chosen))

    def save_key(self, path: Path) -> None:
        """Write this computer's public key."""
        try:
            write_atomic(path, key_file(device_keys(self._session).public))
            self._say(self.tr("已存到 {path}").format(path=path), wrong=False)
        except UserError as error:
            self._say(say(error.message), wrong=True)

    def _choose(self) -> None:
        pattern = self.tr("移交包 (*.mzp)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选移交包"), "", pattern)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Look who made a package; nothing of it is believed yet."""
        identity = device_keys(self._session).age_identity
        try:
            with named_errors():
                self._data = path.read_bytes()
            open_package(self._data, [identity], lambda *_: False, [mf.HANDOVER])
        except UnknownSender as stranger:
            self._old = stranger.device
            words = self.tr("{station} 的移交包。请照旧电脑屏幕打 20 位密钥码：")
            self._say(words.format(station=stranger.manifest.station.name), wrong=False)
            self.code.show()
            self._first.hide()
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.button.setEnabled(True)
        except UserError as error:
            self._say(say(error.message), wrong=True)

    def take(self) -> None:
        """Compare the codes, then take the station over."""
        if self._old is None or not is_same_key_code(key_code(self._old), self.code.text()):
            self._say(self.tr("密钥码和移交包对不上，请照旧电脑屏幕再核对一遍。"), wrong=True)
            return
        try:
            read_handover(self._data, self._session, self._old)
        except UserError as error:
            self._say(say(error.message), wrong=True)
            return
        self.done.emit()

    def _say(self, words: str, *, wrong: bool) -> None:
        self.message.set_tone("red" if wrong else "accent")
        self.message.setText(words)
