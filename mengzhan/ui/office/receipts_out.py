"""Writing receipts into a folder or onto a stick, each read back."""

from dataclasses import dataclass
from pathlib import Path

from mengzhan.model.progress import Progress
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.office.desk import Office
from mengzhan.office.receipts import Receipts, receipt_name
from mengzhan.package.media import put_package

_WRITING = QT_TRANSLATE_NOOP("model", "正在写回执")


@dataclass(frozen=True)
class Written:
    """How many receipts were written, and where to."""

    count: int
    folder: Path


def write_receipts(office: Office, folder: Path, progress: Progress) -> Written:
    """Write a receipt to each device to which there is something to say.

    Raises:
        MediaError: one could not be written; the next run writes newer ones in their place.
    """
    packed = Receipts(office).write_all()
    for number, receipt in enumerate(packed):
        progress.step(number, len(packed), Message(_WRITING))
        put_package(receipt.data, folder, receipt_name(receipt))
    return Written(len(packed), folder)
