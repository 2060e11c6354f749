"""People on a list from above whom the station does not know: one line of text for each.

A line holds the name, the number and the telephone that the list gives, with a blank between
them. It stands in the task (名单上不在册的人) and, once answered, in the verification (核实).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.model.idnumber import clean_id, is_masked
from mengzhan.model.phone import first_phone
from mengzhan.rules.redaction import FORGOTTEN

_NUMBER = re.compile(r"[0-9A-Z]{14,18}")
_LEAST_PIECE, _LEAST_DIGITS = 3, 7
"""Digits of a piece of a telephone (138 0000 0001), and of one that words stand beside."""


@dataclass(frozen=True)
class Stranger:
    """Somebody on a list, as the list names them."""

    name: str
    number: str = ""
    phone: str = ""

    @property
    def text(self) -> str:
        """The line that stands for them."""
        return " ".join(self.values.values())

    @property
    def values(self) -> dict[str, str]:
        """What is told of them, by field of a person."""
        told = {"name": self.name, "id_number": self.number, "phone": self.phone}
        return {name: value for name, value in told.items() if value}


def read_stranger(text: str) -> Stranger:
    """Read a line; what is neither a number nor a telephone belongs to the name.

    A number with a mask in it tells nobody from another and is left out.
    """
    names: list[str] = []
    phones: list[str] = []
    number = ""
    for part in text.split():
        if is_masked(part):
            continue
        is_sign = not any(map(str.isalnum, part))
        if not number and _NUMBER.fullmatch(clean_id(part)) and not first_phone(part):
            number = clean_id(part)
        elif _is_phone(part) or (phones and is_sign):
            phones.append(part)
        else:
            names.append(part)
    return Stranger(" ".join(names), number, _one_phone(phones))


def _is_phone(part: str) -> bool:
    """Whether a part is a telephone or a piece of one, which must not stand within a name."""
    digits = sum(character.isdigit() for character in part)
    least = _LEAST_DIGITS if any(map(str.isalpha, part)) else _LEAST_PIECE
    return digits >= least


def _one_phone(parts: Sequence[str]) -> str:
    """Return the number to dial; one that cannot be dialled stays as it was written."""
    return first_phone(" ".join(parts)) or "".join(parts)


def strangers_in(text: str) -> list[Stranger]:
    """Return the people of a whole list, without those who were erased since."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    people = (read_stranger(line) for line in lines if line and not _is_erased(line))
    return [one for one in dict.fromkeys(people) if one.text]


def _is_erased(line: str) -> bool:
    """Whether a line is about somebody who was erased; of a namesake the name alone went.

    A telephone may be that of the household: behind an erased number it tells nothing.
    """
    if FORGOTTEN not in line:
        return False
    left = read_stranger(line)
    only_name = line.startswith(FORGOTTEN) and line.count(FORGOTTEN) == 1
    return not left.number and not (left.phone and only_name)
