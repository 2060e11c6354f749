"""Values that point elsewhere: other records, pictures."""

from dataclasses import dataclass
from typing import Any

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes.base import Editor, FieldType, ListType


@dataclass(frozen=True)
class Reference(FieldType):
    """The id of a record of ``kind``."""

    name = "reference"
    kind: str

    @property
    def editor(self) -> Editor:
        return "reference"

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "description": f"→ {self.kind}.id"}


@dataclass(frozen=True)
class References(ListType):
    """Ids of several records of ``kind``."""

    name = "references"
    kind: str
    limit: int = 100_000

    @property
    def editor(self) -> Editor:
        return "references"

    def show(self, value: Value) -> str:
        return str(len(value)) if isinstance(value, list) else ""


@dataclass(frozen=True)
class Pictures(ListType):
    """SHA-256 digests of up to ``limit`` small pictures, which travel apart from the text."""

    name = "pictures"
    limit: int = 3

    @property
    def editor(self) -> Editor:
        return "pictures"

    def show(self, value: Value) -> str:
        return str(len(value)) if isinstance(value, list) and value else ""
