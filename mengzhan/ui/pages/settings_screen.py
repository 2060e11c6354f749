"""Settings: size of type, light or dark, language, when the screen locks."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mengzhan.model.problem import UserError
from mengzhan.ui.shell.preferences import PreferenceFile
from mengzhan.ui.theme import LARGE_TYPE_FACTORS, theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import Words, space
from mengzhan.ui.words import LANGUAGES
from mengzhan.ui.workspace import Workspace

_MINUTES = (5, 10, 20, 30)


class ScreenSection(QWidget):
    """Rows of choices; each takes effect at once, but the language at the next start."""

    def __init__(self, workspace: Workspace, file: PreferenceFile | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._file = file or PreferenceFile()
        self.buttons: dict[tuple[str, object], Button] = {}
        column = QVBoxLayout(self)
        space(column, 0, 8)
        sizes = [self.tr("标准"), self.tr("大"), self.tr("更大"), self.tr("最大")]
        self._row(
            column, self.tr("字号"), "factor", list(zip(LARGE_TYPE_FACTORS, sizes, strict=True))
        )
        schemes = [
            ("system", self.tr("跟随系统")),
            ("light", self.tr("浅色")),
            ("dark", self.tr("深色")),
        ]
        self._row(column, self.tr("颜色"), "scheme", schemes)
        names = {"zh_CN": self.tr("中文"), "en": "English"}
        languages = [(code, names.get(code, code)) for code in LANGUAGES]
        self._row(column, self.tr("语言（下次打开时换）"), "language", languages)
        minutes = [(count, self.tr("{count} 分钟").format(count=count)) for count in _MINUTES]
        self._row(column, self.tr("没人动就锁屏（下次打开时起）"), "lock_minutes", minutes)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen."""
        chosen = self._file.read()
        for (name, value), button in self.buttons.items():
            button.setChecked(getattr(chosen, name) == value)

    def choose(self, name: str, value: object) -> None:
        """Keep a choice and let it take effect."""
        try:
            self._file.change(**{name: value}).apply_look()
        except UserError as error:
            self._workspace.failed.emit(error)
        self.refresh()

    def _row(
        self, column: QVBoxLayout, label: str, name: str, choices: Sequence[tuple[object, str]]
    ) -> None:
        column.addWidget(Words(label, "group"))
        row = FlowLayout()
        for value, words in choices:
            button = Button(words)
            button.set_look("choice")
            button.setCheckable(True)
            button.clicked.connect(
                lambda _on=False, name=name, value=value: self.choose(name, value)
            )
            self.buttons[(name, value)] = button
            row.addWidget(button)
        column.addLayout(row)
        column.addSpacing(theme().size(8))
