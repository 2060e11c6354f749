"""What can be wrong, as data: a value that does not fit, an operation that cannot be done."""

import dataclasses
from dataclasses import dataclass
from typing import Literal

from mengzhan.model.words import Message

Severity = Literal["block", "warn"]


@dataclass(frozen=True)
class Problem:
    """One thing wrong with one value.

    ``code`` is stable and documented, ``field`` names the field of the record kind (empty for
    the record as a whole), ``hint`` says what to type instead. A ``warn`` never stops saving.
    The value stays out of ``repr`` because it may be an ID number on its way to a log.
    """

    code: str
    field: str
    value: object = dataclasses.field(repr=False)
    hint: Message
    severity: Severity = "block"

    @property
    def blocks(self) -> bool:
        """Whether the record cannot be saved before this is put right."""
        return self.severity == "block"


class UserError(Exception):
    """Something that a user may meet: a stable code and a sentence that says what to do next.

    Subclasses belong to the area that raises them. The text never holds personal data.
    """

    def __init__(self, code: str, message: Message) -> None:
        super().__init__(code)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return str(self.message)
