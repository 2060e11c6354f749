"""How the screens look: Fusion, a palette and one short style sheet, light or dark.

Everything that has a size takes it from here, so that the large-type setting reaches all of it.
"""

from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from mengzhan.ui.colours import DARK, LIGHT, Colours
from mengzhan.ui.fonts import interface_font

Scheme = Literal["system", "light", "dark"]
TypeName = Literal["page", "panel", "body", "remark", "tag"]
Role = Literal["page", "panel", "body", "remark", "tag", "label", "group", "strong"]

LARGE_TYPE_FACTORS = (1.0, 1.15, 1.3, 1.5)
_TYPE: dict[TypeName, int] = {"page": 22, "panel": 16, "body": 14, "remark": 13, "tag": 12}

_SHEET = """
QToolTip {{ color: {text}; background: {panel}; border: 1px solid {line}; padding: {s4}px; }}
QLabel[role="page"] {{ font-size: {page}px; font-weight: 600; }}
QLabel[role="panel"] {{ font-size: {panel_type}px; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="remark"] {{ font-size: {remark}px; color: {grey}; }}
QLabel[role="label"] {{ font-size: {remark}px; color: {grey}; }}
QLabel[role="group"] {{ font-size: {tag}px; font-weight: 600; color: {grey}; }}
QLabel[tone="red"] {{ color: {red}; }}
QLabel[tone="amber"] {{ color: {amber}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="blue"] {{ color: {blue}; }}
QFrame[look="panel"] {{ background: {panel}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[look="rail"] {{ background: {panel}; border: none; border-right: 1px solid {line}; }}
QFrame[look="bar"] {{ background: {panel}; border: none; border-bottom: 1px solid {line}; }}
QFrame[look="hair"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QLineEdit, QPlainTextEdit, QFrame[look="field"] {{
  background: {field}; color: {text}; border: 1px solid {edge}; border-radius: 6px;
  selection-background-color: {accent}; selection-color: {on_accent};
  placeholder-text-color: {grey}; }}
QLineEdit {{ padding: 0 {s8}px; min-height: {inner}px; max-height: {inner}px; }}
QPlainTextEdit {{ padding: {s4}px {s4}px; }}
QLineEdit[severity="warn"], QPlainTextEdit[severity="warn"], QFrame[severity="warn"] {{
  border: 1px solid {amber}; }}
QLineEdit[severity="block"], QPlainTextEdit[severity="block"], QFrame[severity="block"] {{
  border: 1px solid {red}; }}
QLineEdit:focus, QPlainTextEdit:focus, QFrame[look="field"][focused="true"] {{
  background: {panel}; border: 2px solid {accent}; }}
QLineEdit:focus {{ padding: 0 {s7}px; min-height: {inner_focus}px; max-height: {inner_focus}px; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {ground}; color: {grey}; }}
QLineEdit[look="bare"] {{ border: none; background: transparent; padding: 0 {s4}px;
  min-height: {bare}px; max-height: {bare}px; }}
QComboBox {{ background: {field}; color: {text}; border: 1px solid {edge}; border-radius: 6px;
  padding: 0 {s8}px; min-height: {inner}px; max-height: {inner}px; }}
QComboBox:focus {{ background: {panel}; border: 2px solid {accent}; padding: 0 {s7}px;
  min-height: {inner_focus}px; max-height: {inner_focus}px; }}
QComboBox:disabled {{ background: {ground}; color: {grey}; border-color: {line}; }}
QComboBox::drop-down {{ border: none; width: {s28}px; }}
QComboBox::down-arrow {{ width: 0; height: 0; border-top: {s5}px solid {grey};
  border-left: {s4}px solid {field}; border-right: {s4}px solid {field}; }}
QComboBox QAbstractItemView {{ background: {panel}; color: {text}; border: 1px solid {accent};
  selection-background-color: {accent_tint}; selection-color: {text}; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: {s28}px; padding: 0 {s4}px; }}
QComboBox QAbstractItemView::item:selected {{ background: {accent_tint}; color: {text}; }}
QPushButton {{ background: {panel}; color: {text}; border: 1px solid {edge}; border-radius: 6px;
  padding: 0 {s14}px; min-height: {button}px; outline: none; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 {s13}px; min-height: {button2}px; }}
QPushButton:pressed {{ background: {accent_tint}; }}
QPushButton:disabled {{ color: {grey}; background: {ground}; border-color: {line}; }}
QPushButton[look="filled"] {{ background: {accent}; color: {on_accent}; border-color: {accent};
  font-weight: 600; }}
QPushButton[look="filled"]:hover, QPushButton[look="filled"]:pressed {{
  background: {accent_pressed}; }}
QPushButton[look="filled"]:focus {{ border: 2px solid {text}; }}
QPushButton[look="filled"]:disabled {{ background: {line}; color: {grey}; border-color: {line}; }}
QPushButton[look="danger"] {{ color: {red}; border-color: {red}; }}
QPushButton[look="link"] {{ background: transparent; border: 1px solid transparent; color: {accent};
  padding: 0 {s4}px; min-height: {small}px; font-size: {remark}px; }}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 1px solid {accent}; border-radius: 4px; }}
QPushButton[look="choice"]:checked, QPushButton[look="answer"]:checked {{
  background: {accent_tint}; color: {accent};
  border: 1px solid {accent}; font-weight: 600; }}
QPushButton[look="choice"]:checked:focus {{ border: 2px solid {accent}; }}
QPushButton[look="link"]:disabled {{ background: transparent; border-color: transparent;
  color: {grey}; }}
QPushButton[look="more"] {{ text-align: left; border: none; background: transparent; color: {grey};
  padding: 0 {s8}px; }}
QPushButton[look="more"]:focus {{ border: 2px solid {accent}; color: {text}; padding: 0 {s6}px; }}
QPushButton[look="answer"] {{ text-align: left; padding: 0 {s8}px; min-height: {chip}px; }}
QPushButton[look="chip"] {{ background: {accent_tint}; color: {accent}; border: none;
  border-radius: 4px; padding: 0 {s8}px; min-height: {chip}px; font-size: {remark}px; }}
QTableView, QListView {{ background: {panel}; color: {text}; border: none; outline: none;
  gridline-color: {line}; selection-background-color: {accent_tint}; selection-color: {text};
  alternate-background-color: {panel}; }}
QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 {s5}px; }}
QTableView::item:selected {{ background: {accent_tint}; color: {text}; }}
QTableView::indicator {{ width: {s14}px; height: {s14}px; }}
QListView[look="options"] {{ border: 1px solid {accent}; border-radius: 6px; padding: {s2}px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QHeaderView {{ background: {panel}; }}
QHeaderView::section {{ background: {panel}; color: {grey}; border: none;
  border-bottom: 1px solid {edge}; padding: 0 {s8}px; font-size: {remark}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[look="scrolled"] {{ background: transparent;
  border: none; }}
QScrollBar:vertical {{ background: transparent; width: {s10}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {s10}px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: {s4}px; min-height: {s28}px;
  min-width: {s28}px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {grey}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; min-height: 6px;
  max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QFrame[look="toast"] {{ background: {text}; border-radius: 8px; }}
QFrame[look="toast"] QLabel {{ color: {panel}; }}
QFrame[look="toast"] QPushButton {{ background: transparent; color: {panel};
  border: 1px solid {panel}; }}
"""


class Theme(QObject):
    """The look in force. ``changed`` is emitted after colours or sizes became others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.colours: Colours = LIGHT
        self.factor = 1.0
        self._scheme: Scheme = "system"
        self._followed = False

    def size(self, pixels: float) -> int:
        """Scale a length given for 100 % type; everything that holds text grows with it."""
        return round(pixels * self.factor)

    def type(self, name: TypeName) -> int:
        """Return a type size in pixels."""
        return self.size(_TYPE[name])

    @property
    def row(self) -> int:
        """Height of a two-line row."""
        return self.size(54)

    @property
    def table_row(self) -> int:
        """Height of a one-line row in a table."""
        return self.size(38)

    @property
    def field(self) -> int:
        """Height of a field."""
        return self.size(36)

    def apply(self, scheme: Scheme = "system", factor: float = 1.0) -> None:
        """Put a look on the application. ``system`` follows what the system says, also later.

        Raises:
            ValueError: ``factor`` lies outside 0.8 to 2.
        """
        if not 0.8 <= factor <= 2.0:
            raise ValueError("the type factor must lie between 0.8 and 2")
        self._scheme, self.factor = scheme, factor
        hints = application().styleHints()
        # Native parts (title bars, file dialogs) follow this; it exists from Qt 6.8 on.
        if hasattr(hints, "setColorScheme"):
            hints.setColorScheme(_QT_SCHEMES[scheme])
        if not self._followed:
            hints.colorSchemeChanged.connect(self._refresh)
            self._followed = True
        self._refresh()

    def _is_dark(self) -> bool:
        if self._scheme == "system":
            return application().styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme == "dark"

    def _refresh(self) -> None:
        self.colours = DARK if self._is_dark() else LIGHT
        app = application()
        if app.style().objectName().lower() != "fusion" or app.styleSheet() == "":
            app.setStyle("Fusion")
        app.setFont(interface_font(self.type("body")))
        app.setPalette(palette_of(self.colours))
        app.setPalette(_palette_of_boxes(self.colours), "QCheckBox")  # type: ignore[arg-type]
        app.setStyleSheet(self.sheet())
        self.changed.emit()

    def sheet(self) -> str:
        """Return the style sheet for the colours and sizes in force."""
        sizes = {f"s{step}": self.size(step) for step in (2, 4, 5, 6, 7, 8, 10, 13, 14, 28)}
        colours = {
            name: value for name, value in vars(self.colours).items() if isinstance(value, str)
        }
        return _SHEET.format(
            **colours,
            **sizes,
            page=self.type("page"),
            panel_type=self.type("panel"),
            remark=self.type("remark"),
            tag=self.type("tag"),
            inner=self.field - 2,
            inner_focus=self.field - 4,
            bare=self.size(28),
            button=self.size(34),
            button2=self.size(34) - 2,
            small=self.size(22),
            chip=self.size(26),
        )


_QT_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_current: list[Theme] = []


def theme() -> Theme:
    """Return the one look of this program."""
    if not _current:
        _current.append(Theme())
    return _current[0]


def application() -> QApplication:
    """Return the running application.

    Raises:
        RuntimeError: there is none yet.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("a QApplication must exist before the look is put on it")
    return app


def palette_of(colours: Colours) -> QPalette:
    """Return the palette for parts that the style draws without the sheet."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: colours.ground,
        role.WindowText: colours.text,
        role.Base: colours.panel,
        role.AlternateBase: colours.field,
        role.Text: colours.text,
        role.PlaceholderText: colours.grey,
        role.Button: colours.panel,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.ToolTipBase: colours.panel,
        role.ToolTipText: colours.text,
        role.Link: colours.accent,
        role.Light: colours.panel,
        role.Midlight: colours.line,
        role.Mid: colours.edge,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }.items():
        palette.setColor(name, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, name, QColor(colours.grey))
    return palette


def _palette_of_boxes(colours: Colours) -> QPalette:
    """Fusion draws the frame of a box a shade darker than the window; on dark it would vanish."""
    palette = palette_of(colours)
    palette.setColor(QPalette.ColorRole.Window, QColor(colours.grey).lighter(140))
    return palette


def mark(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet looks at, and draw the widget anew if it changed."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
