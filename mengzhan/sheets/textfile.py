"""Text files as a phone (UTF-8) or an old notepad (GB 18030) writes them."""

from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message


class NotText(UserError):
    """A file that is no text."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "这个文件不是文本。请存成 UTF-8 文本再试。")
        super().__init__("TEXT_FILE", Message(words))


def text_of(data: bytes) -> str:
    """Return the text of a file.

    Raises:
        NotText: it is none.
    """
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotText
