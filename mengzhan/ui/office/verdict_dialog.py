"""A verdict by hand: which record, which field, why, and what would be right."""

from PySide6.QtWidgets import QComboBox, QFormLayout, QVBoxLayout, QWidget

from mengzhan.model.fieldtypes import Reference
from mengzhan.model.kind import Field
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.office.reasons import BY_HAND
from mengzhan.ui.pages.context import form_context
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import FilledButton
from mengzhan.ui.widgets.editor import FieldEditor
from mengzhan.ui.widgets.editors import make_editor
from mengzhan.ui.widgets.line_edit import LineEdit
from mengzhan.ui.widgets.panel import Words
from mengzhan.ui.widgets.question_dialog import QuestionDialog
from mengzhan.ui.words import say
from mengzhan.ui.workspace import Workspace


class VerdictDialog(QuestionDialog):
    """Accepted, it holds ``record``, ``field``, ``reason`` and ``suggestion``."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("写一条意见"))
        self._catalogue = workspace.session.catalogue.by_hand
        self._context = form_context(workspace)
        self._kinds = list(self._catalogue)
        self.kind_box = QComboBox()
        self.kind_box.addItems([say(kind.label) for kind in self._catalogue.values()])
        self.record_editor: FieldEditor = self._reference()
        self._record_place = QVBoxLayout()
        self._record_place.addWidget(self.record_editor)
        self.field_box = QComboBox()
        self.reason_box = QComboBox()
        for code, words in BY_HAND.items():
            self.reason_box.addItem(say(words), code)
        self.line = LineEdit()
        self.line.setPlaceholderText(self.tr("可以不填"))
        self.problem = Words("", "remark", wrap=True, tone="red")
        self.go_button = FilledButton(self.tr("记下，随回执发出"), "Ctrl+Return")
        self._build()
        self.kind_box.currentIndexChanged.connect(self._change_kind)
        self.go_button.clicked.connect(self.try_go)
        self._offer_fields()

    def _build(self) -> None:
        rows = QFormLayout()
        rows.setVerticalSpacing(theme().size(8))
        rows.addRow(Words(self.tr("类别"), "label"), self.kind_box)
        rows.addRow(Words(self.tr("哪一条"), "label"), self._record_place)
        rows.addRow(Words(self.tr("哪一项"), "label"), self.field_box)
        rows.addRow(Words(self.tr("理由"), "label"), self.reason_box)
        rows.addRow(Words(self.tr("建议改成"), "label"), self.line)
        self.panel.body.addLayout(rows)
        self.panel.body.addWidget(self.problem)
        self.panel.body.addStretch(1)
        self.put_foot(self.go_button, 560, 400)

    def _reference(self) -> FieldEditor:
        kind = self._kinds[max(self.kind_box.currentIndex(), 0)]
        field = Field("record", QT_TRANSLATE_NOOP("model", "哪一条"), Reference(kind))
        return make_editor(field, self._context)

    def _change_kind(self) -> None:
        self._record_place.removeWidget(self.record_editor)
        self.record_editor.hide()
        self.record_editor.deleteLater()
        self.record_editor = self._reference()
        self._record_place.addWidget(self.record_editor)
        self._offer_fields()

    def _offer_fields(self) -> None:
        kind = self._catalogue[self._kinds[max(self.kind_box.currentIndex(), 0)]]
        self.field_box.clear()
        for item in kind:
            self.field_box.addItem(say(item.label), item.name)

    @property
    def record(self) -> str:
        """The record."""
        return str(self.record_editor.value() or "")

    @property
    def field(self) -> str:
        """The name of the field."""
        return str(self.field_box.currentData())

    @property
    def reason(self) -> str:
        """The code of the reason."""
        return str(self.reason_box.currentData())

    @property
    def suggestion(self) -> str:
        """What would be right, or empty."""
        return self.line.text().strip()

    def try_go(self) -> None:
        """Accept if a record was chosen."""
        self.record_editor.commit()
        if self.record:
            self.accept()
        else:
            self.problem.setText(self.tr("请先选哪一条。"))
            self.record_editor.setFocus()
