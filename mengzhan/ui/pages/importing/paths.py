"""What a column can be taken for, in words, and the picker over all of it."""

from PySide6.QtCore import QObject

from mengzhan.model.codes import Code, CodeTable
from mengzhan.model.fieldtypes import Choice
from mengzhan.model.kind import Field
from mengzhan.sheets.importing.contacts import UNDATED
from mengzhan.sheets.importing.headers import AGE, OWN, SERIAL, HeaderWords, path_meaning
from mengzhan.ui.words import say

NOTHING = "0"
"""The code under which the picker offers not to take a column in."""


class PathWords(QObject):
    """Names what columns give; a ``QObject`` only for its ``tr``."""

    def __init__(self, words: HeaderWords) -> None:
        super().__init__()
        self._words = words

    def of(self, path: str) -> str:
        """Return the words for a path, as they stand behind 导入为."""
        if not path:
            return self.tr("不导入")
        special = {
            SERIAL: self.tr("不导入（序号）"),
            AGE: self.tr("不导入（年龄由证件号算）"),
            OWN: self.tr("不导入（蒙站自己的栏）"),
            UNDATED: self.tr("不导入（没有日期）"),
        }
        return special[path] if path in special else say(path_meaning(path, self._words))


def path_field(words: HeaderWords, label: str) -> tuple[Field, dict[str, str]]:
    """Return a field whose values are picked from all that a column can be taken for, numbered,
    and number -> path. Its ``label`` is what stands before the picker."""
    spoken = PathWords(words)
    codes = [Code(NOTHING, spoken.of(""))]
    paths = {NOTHING: ""}
    own = [path for path in words.paths if not path.startswith("-")]
    for number, path in enumerate(own, 1):
        codes.append(Code(str(number), spoken.of(path)))
        paths[str(number)] = path
    return Field("path", label, Choice(CodeTable("import paths", codes))), paths
