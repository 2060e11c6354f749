"""Paint ``mengzhan.png`` and ``mengzhan.ico`` from ``mengzhan.svg``.

Run it after changing the drawing: ``QT_QPA_PLATFORM=offscreen python resources/icons/build_icons.py``.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
SIZES = (16, 24, 32, 48, 64, 256)


def png(size: int) -> bytes:
    """Return the drawing as a PNG of ``size`` by ``size`` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(HERE / "mengzhan.svg")).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon: a header, one 16-byte entry for each picture, then the pictures."""
    entries, offset = b"", 6 + 16 * len(pictures)
    for size, data in pictures.items():
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset)
        offset += len(data)
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


def main() -> None:
    """Write both files beside the drawing."""
    application = QGuiApplication([])
    (HERE / "mengzhan.png").write_bytes(png(256))
    (HERE / "mengzhan.ico").write_bytes(ico({size: png(size) for size in SIZES}))
    application.quit()


if __name__ == "__main__":
    main()
