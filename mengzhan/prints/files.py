"""A print as files: one PDF, or a picture of each page."""

from pathlib import Path

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.prints.page import Print
from mengzhan.prints.painting import pdf_of, png_of
from mengzhan.store.atomic import free_name, write_atomic
from mengzhan.store.errors import named_errors

PDF, PNG = ".pdf", ".png"


class UnknownFileType(UserError):
    """A name that ends in nothing that can be written."""

    def __init__(self, suffixes: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "文件名请以 {suffixes} 结尾。")
        super().__init__("PRINT_FILE_TYPE", Message(words, {"suffixes": suffixes}))


def write_print(made: Print, path: Path) -> list[Path]:
    """Write a PDF, or PNG files numbered from the second page on; return what was written.

    Only ``path`` may replace a file; the name of a further page is one that was free.

    Raises:
        UnknownFileType: the name ends in neither.
        StoreError: disk full and the like.
    """
    suffix = path.suffix.lower()
    if suffix == PDF:
        write_atomic(path, pdf_of(made))
        return [path]
    if suffix != PNG:
        raise UnknownFileType(f"{PDF}、{PNG}")
    written = []
    for number, page in enumerate(made.pages, 1):
        target = path if number == 1 else _further(path, number)
        write_atomic(target, png_of(page, made.pixels))
        written.append(target)
    return written


def _further(path: Path, number: int) -> Path:
    with named_errors():
        return path.with_name(free_name(path.parent, f"{path.stem}-{number}{path.suffix}"))
