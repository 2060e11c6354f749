"""How values of a file and of the register are written for people, numbers covered if wished."""

import re

from PySide6.QtCore import QObject

from mengzhan.model.entry import Value
from mengzhan.sheets.importing.plan import Plan
from mengzhan.ui.workspace import Workspace

_NUMBER = re.compile(r"(?<!\d)(\d{3})\d{4,}(\d{2}[\dXx])(?![\dXx])")


def covered(text: str) -> str:
    """Cover the middle of every long number: telephones, ID numbers, cards, right or wrong."""
    return _NUMBER.sub(lambda found: f"{found[1]}****{found[2]}", text)


class ValueWords(QObject):
    """Writes values of one plan; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace, plan: Plan) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan = plan

    def label(self, name: str) -> str:
        """Return what a field is called."""
        return self._plan.kind[name].label

    def of(self, name: str, value: Value, *, masked: bool) -> str:
        """Write the value of a field; a record by its title."""
        item = self._plan.kind[name]
        if value is None or value == []:
            return ""
        to = getattr(item.type, "kind", "")
        if to and isinstance(value, str):
            made = self._plan.new_record(value)
            if made is None:
                return self._workspace.references.title(to, value)
            return self.tr("新建 {name}").format(name=made.values.get("name") or "")
        return item.show(value, masked=masked)
