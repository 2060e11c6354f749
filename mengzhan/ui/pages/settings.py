"""设置: one section at a time, chosen by the buttons on the left."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from mengzhan.store.session import ChangeSet
from mengzhan.store.station import REAL, Surroundings
from mengzhan.ui.pages.matching.weights_section import WeightsSection
from mengzhan.ui.pages.settings_about import AboutSection
from mengzhan.ui.pages.settings_backup import BackupSection
from mengzhan.ui.pages.settings_keys import KeysSection
from mengzhan.ui.pages.settings_operators import OperatorsSection
from mengzhan.ui.pages.settings_screen import ScreenSection
from mengzhan.ui.pages.settings_station import StationSection
from mengzhan.ui.pages.settings_terms import TermsSection
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button
from mengzhan.ui.widgets.flow import FlowLayout
from mengzhan.ui.widgets.panel import PageHead, Panel, space_page
from mengzhan.ui.workspace import Workspace


class SettingsPage(QWidget):
    """Operators, screen, matching, backups, keys, station, rule tables, Mongolian terms, about."""

    def __init__(self, workspace: Workspace, around: Surroundings = REAL) -> None:
        super().__init__()
        own = self.tr("本单位") if workspace.session.is_office else self.tr("本站")
        self._makers: dict[str, tuple[str, Callable[[], QWidget]]] = {
            "operators": (self.tr("操作员"), lambda: OperatorsSection(workspace, around)),
            "screen": (self.tr("字号、颜色、语言"), lambda: ScreenSection(workspace)),
            "matching": (self.tr("人岗匹配"), lambda: WeightsSection(workspace)),
            "backup": (self.tr("备份"), lambda: BackupSection(workspace)),
            "keys": (self.tr("上级与钥匙"), lambda: KeysSection(workspace, around)),
            "station": (own, lambda: StationSection(workspace)),
            "tables": (self.tr("规则表"), lambda: self._tables(workspace)),
            "terms": (self.tr("蒙古文术语"), lambda: TermsSection(workspace)),
            "about": (self.tr("关于"), lambda: AboutSection(workspace)),
        }
        self._made: dict[str, QWidget] = {}
        self._buttons: dict[str, Button] = {}
        column = QVBoxLayout(self)
        space_page(column)
        column.addWidget(PageHead(self.title))
        row = FlowLayout()
        for name, (label, _) in self._makers.items():
            button = Button(label)
            button.set_look("choice")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _on=False, name=name: self.show_section(name))
            self._buttons[name] = button
            row.addWidget(button)
        column.addLayout(row)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self.show_section("operators")

    @property
    def title(self) -> str:
        """The name of the page."""
        return self.tr("设置")

    def _tables(self, workspace: Workspace) -> QWidget:
        # what proves tables takes a while to import
        from mengzhan.ui.pages.settings_tables import TablesSection

        return TablesSection(workspace)

    def show_section(self, name: str) -> QWidget:
        """Show a section, made when it is first asked for, and return it."""
        if name not in self._made:
            section = self._makers[name][1]()
            self._made[name] = section
            panel = Panel()
            area = QScrollArea()
            area.setWidgetResizable(True)
            section.setProperty("look", "scrolled")
            self._keep_from_bar(section)
            area.setWidget(section)
            panel.body.addWidget(area)
            self._stack.addWidget(panel)
        section = self._made[name]
        self._buttons[name].setChecked(True)
        self._stack.setCurrentIndex(list(self._made).index(name))
        self._refresh_section(section)
        return section

    def _keep_from_bar(self, section: QWidget) -> None:
        layout = section.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setRight(theme().size(8))
            layout.setContentsMargins(margins)

    def lead_to(self, name: str) -> None:
        """Show a section with the focus on what is to be done there first."""
        self.show_section(name).setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self, change: ChangeSet | None = None) -> None:
        """Read anew what the section in sight shows."""
        for name, section in self._made.items():
            if self._buttons[name].isChecked():
                self._refresh_section(section)

    def focus_first(self) -> None:
        """Put the focus on the section that is chosen."""
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh_section(self, section: QWidget) -> None:
        refresh = getattr(section, "refresh", None)
        if refresh is not None:
            refresh()
