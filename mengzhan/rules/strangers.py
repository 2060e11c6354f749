"""People on a list from above whom the station does not know: one line of text for each.

A line holds the name, the number and the telephone that the list gives, with a blank between
them. It stands in the task (名单上不在册的人) and, once answered, in the verification (核实).
"""

import re
from dataclasses import dataclass

from mengzhan.model.idnumber import clean_id
from mengzhan.model.phone import clean_phone
from mengzhan.rules.redaction import FORGOTTEN

_PHONE = re.compile(r"[\d-]{7,13}")
_NUMBER = re.compile(r"[0-9A-Z]{14,18}")


@dataclass(frozen=True)
class Stranger:
    """Somebody on a list, as the list names them."""

    name: str
    number: str = ""
    phone: str = ""

    @property
    def text(self) -> str:
        """The line that stands for them."""
        return " ".join(filter(None, (self.name, self.number, self.phone)))


def read_stranger(text: str) -> Stranger:
    """Read a line; what is neither a number nor a telephone belongs to the name."""
    names: list[str] = []
    number = phone = ""
    for part in text.split():
        if not number and _NUMBER.fullmatch(clean_id(part)):
            number = clean_id(part)
        elif not phone and _PHONE.fullmatch(clean_phone(part)):
            phone = clean_phone(part)
        else:
            names.append(part)
    return Stranger(" ".join(names), number, phone)


def strangers_in(text: str) -> list[Stranger]:
    """Return the people of a whole list, without those who were erased since."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    kept = (line for line in lines if line and not line.startswith(FORGOTTEN))
    return [read_stranger(line) for line in dict.fromkeys(kept)]
