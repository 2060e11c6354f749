"""What looks odd: go and look at it, or say why it is as it is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mengzhan.rules.anomalies import Anomaly
from mengzhan.ui.widgets.buttons import Button, FilledButton
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.words import say


class ExplainDialog(QuestionDialog):
    """``records_asked``: show the records, to look at or to put right."""

    records_asked = Signal()

    def __init__(self, anomaly: Anomaly, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("这里看着不寻常"))
        self.panel.body.addWidget(Words(say(anomaly.message), wrap=True))
        self.panel.body.addWidget(Words(anomaly.advice, "remark", wrap=True))
        self.records_button = Button(self.tr("看这些记录"), "F4")
        self.records_button.clicked.connect(self._show_records)
        self.panel.body.addWidget(self.records_button)
        self.text = QPlainTextEdit()
        self.text.setPlaceholderText(self.tr("没有错的，写一句为什么；上级看得到。"))
        self.text.setTabChangesFocus(True)
        self.panel.body.addWidget(self.text, 1)
        self.go_button = FilledButton(self.tr("写好了"), "Ctrl+Return")
        self.go_button.clicked.connect(self.accept)
        self.text.textChanged.connect(self._enable)
        self.put_foot(self.go_button, 480, 340)
        self._enable()
        self.text.setFocus()

    @property
    def reason(self) -> str:
        """What was written."""
        return self.text.toPlainText().strip()

    def _enable(self) -> None:
        self.go_button.setEnabled(bool(self.reason))

    def _show_records(self) -> None:
        self.reject()
        self.records_asked.emit()
