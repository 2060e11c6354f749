"""Reading the office's enrolment file (登记文件, .mzk), its key code compared by telephone."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.package.device import enrol
from mengzhan.package.devicekey import is_same_key_code
from mengzhan.package.enrolment import Enrolment, read_enrolment
from mengzhan.store.errors import named_errors
from mengzhan.store.session import Place, Session
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.widgets.taken_line import TakenLine
from mengzhan.ui.words import say


class EnrolOffice(QWidget):
    """``enrolled``: the office is known now."""

    enrolled = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._enrolment: Enrolment | None = None
        column = QVBoxLayout(self)
        space(column, 0, 8)
        self.choose = Button(self.tr("选登记文件（.mzk）…"))
        self.choose.clicked.connect(self._choose)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.found = Words("", "body", wrap=True)
        column.addWidget(self.found)
        self.code = LineEdit()
        self.code.setPlaceholderText(self.tr("对方在电话里念的 20 位密钥码"))
        self.code.setAccessibleName(self.tr("20 位密钥码"))
        self.button = FilledButton(self.tr("核对并登记"))
        column.addLayout(TakenLine(self.code, self.button, self.confirm))
        self.message = Words("", "remark", wrap=True, tone="red")
        column.addWidget(self.message)
        self.setFocusProxy(self.choose)
        self._show()

    def _choose(self) -> None:
        pattern = self.tr("登记文件 (*.mzk)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("选登记文件"), "", pattern)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file and ask for the code; nothing is believed yet."""
        try:
            with named_errors():
                data = path.read_bytes()
            self._enrolment = read_enrolment(data)
            self.message.setText("")
        except UserError as error:
            self._enrolment = None
            self.message.setText(say(error.message))
        self._show()

    def _show(self) -> None:
        known = self._enrolment is not None
        self.found.setVisible(known)
        self.code.setVisible(known)
        self.button.setVisible(known)
        if self._enrolment is not None:
            words = self.tr(
                "上级：{office}，给本站：{station}。\n"
                "请拨打您知道的上级电话，请对方念密钥码，照着打进来："
            )
            self.found.setText(
                words.format(
                    office=self._enrolment.office_name, station=self._enrolment.station_name
                )
            )
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)

    def confirm(self) -> None:
        """Compare the typed code with the file's; only then trust the office."""
        if self._enrolment is None:
            return
        if not is_same_key_code(self._enrolment.key_code, self.code.text()):
            words = self.tr(
                "密钥码不一样。请对方再念一遍；还不一样，就不要用这个文件，可能不是上级发的。"
            )
            self.message.setText(words)
            return
        place = Place(self._enrolment.station_code, self._enrolment.station_name)
        if place.code != self._session.place.code:
            words = self.tr("这份登记文件是给 {station} 的，不是本站。请上级重新给一份。")
            self.message.setText(words.format(station=place.name))
            return
        enrol(self._session, self._enrolment)
        self.message.set_tone("accent")
        self.message.setText(
            self.tr("已登记上级：{office}。").format(office=self._enrolment.office_name)
        )
        self.code.clear()
        self._enrolment = None
        # the field goes away; nobody chose what Qt would give the focus to
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.enrolled.emit()
