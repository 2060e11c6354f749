"""Up to three small pictures: shrunk here, kept apart from the record."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QImageReader, QImageWriter, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from mengzhan.model.entry import Value, texts_in
from mengzhan.model.fieldtypes import Pictures, Reading
from mengzhan.model.kind import Field
from mengzhan.model.problem import Problem
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.ui.theme import theme
from mengzhan.ui.widgets.buttons import Button, LinkButton
from mengzhan.ui.widgets.editor import EditorContext, FieldEditor

LONGEST_SIDE = 1280
MOST_BYTES = 150 * 1024
_JPEG_START = b"\xff\xd8\xff"
_QUALITIES = (85, 75, 65, 50, 35)


def shrink(image: QImage) -> bytes:
    """Return ``image`` as JPEG of at most 1280 pixels a side and 150 KB.

    Writing it anew also drops what a camera put beside it: place, time, owner.
    """
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    side = min(LONGEST_SIDE, max(flat.width(), flat.height(), 1))
    while True:
        small = flat.scaled(
            QSize(side, side),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        for quality in _QUALITIES:
            jpeg = _jpeg(small, quality)
            if len(jpeg) <= MOST_BYTES:
                return jpeg
        side = side * 3 // 4


def _jpeg(image: QImage, quality: int) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(data.data())


def read_jpeg(jpeg: bytes) -> QImage:
    """Return a kept picture, or a null image. It may come from another station, so nothing but
    JPEG of about the size that `shrink` makes is decoded."""
    if not jpeg.startswith(_JPEG_START):
        return QImage()
    buffer = QBuffer()
    buffer.setData(jpeg)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if max(size.width(), size.height()) > 2 * LONGEST_SIDE:
        return QImage()
    return reader.read()


class _LeadingButton(Button):
    """A button among fields: Space presses it, Enter leads on as in every other field."""

    led = Signal(int)
    focused = Signal()
    unfocused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.led.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()


class PictureEditor(FieldEditor):
    """Thumbnails and a button that adds one from a file."""

    wide = True

    def __init__(self, field: Field, context: EditorContext) -> None:
        super().__init__(field, context)
        self._limit = field.type.limit if isinstance(field.type, Pictures) else 1
        self._row = QHBoxLayout()
        self._row.setSpacing(theme().size(8))
        self._add = _LeadingButton(self.tr("添加照片…  空格"))
        self._add.clicked.connect(self._ask)
        self._add.led.connect(self.moved)
        self._shown: list[QWidget] = []
        self._row.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self.box.addLayout(self._row)
        self.setFocusProxy(self._add)
        self._add.focused.connect(self.entered)
        self._add.unfocused.connect(self.left)

    def digests(self) -> list[str]:
        """The pictures of the record."""
        value = self.value()
        return texts_in(value)

    def choose_files(self) -> list[str]:
        """Ask for picture files; a window of the system."""
        words = self.tr("图片 (*.jpg *.jpeg *.png *.bmp *.webp)")
        return QFileDialog.getOpenFileNames(self, self.tr("添加照片"), "", words)[0]

    def _ask(self) -> None:
        for name in self.choose_files():
            self.add_file(Path(name))

    def add_file(self, path: Path) -> None:
        """Add a picture from a file, or say why not."""
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        image = reader.read()
        if image.isNull() or self.context.pictures is None:
            words = QT_TRANSLATE_NOOP("model", "这个文件不是能用的图片，请选 JPG 或 PNG。")
            problem = Problem("PICTURE_UNREADABLE", self.field.name, None, Message(words), "warn")
            self.take(Reading(self.value(), (problem,)))
            return
        digest = self.context.pictures.add(shrink(image))
        if digest not in self.digests():
            self._put([*self.digests(), digest])

    def remove(self, digest: str) -> None:
        """Take a picture off the record."""
        self._put([kept for kept in self.digests() if kept != digest])

    def _put(self, digests: list[str]) -> None:
        value: Value = digests or None
        problems = tuple(self.field.check(value, self.context.today())) if digests else ()
        self.take(Reading(value, problems))

    def show_value(self, value: Value) -> None:
        super().show_value(value)
        for widget in self._shown:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        digests = self.digests()
        self._shown = [self._thumbnail(digest) for digest in digests]
        for position, widget in enumerate(self._shown):
            self._row.insertWidget(position, widget)
        self._add.setEnabled(len(digests) < self._limit)

    def _thumbnail(self, digest: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = QLabel()
        label.setFixedSize(theme().size(96), theme().size(72))
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        jpeg = self.context.pictures.load(digest) if self.context.pictures else None
        image = QImage() if jpeg is None else read_jpeg(jpeg)
        if not image.isNull():
            small = image.scaled(
                label.size(),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            label.setPixmap(QPixmap.fromImage(small))
        else:
            label.setText(self.tr("照片未到"))
        column.addWidget(label)
        away = LinkButton(self.tr("去掉"))
        away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        away.clicked.connect(lambda: self.remove(digest))
        column.addWidget(away)
        return holder
