"""Sheets for house visits (入户表): who lives where, in walking order, each line with a code.

A code is the number of the sheet, the number of the line and a check letter: ``12-07K``. The
letter is the remainder of ``sheet * 100 + line`` by 23, written with the 23 letters that are
neither I, O nor Q. 23 is prime and no power of ten below the 22nd is 1 modulo 23, so that every
single wrong digit and every two digits that changed places give another letter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Values, text_of
from mengzhan.model.fold import State
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.operations import present
from mengzhan.rules.reader import Reader

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
MOST_LINES = 99
"""Lines of one sheet; their number has two digits."""

PURPOSE = "入户表"
"""What telephones are written out for; it stands in the log of disclosures."""

OUTCOMES = ("F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "FA", "FB")
"""What can be ticked: codes of ``followup_outcome`` in the order in which they are keyed in."""

_CODE = re.compile(r"(\d{1,6})-?(\d\d)([A-Z])")
_NUMERALS = {char: at for at, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = re.compile(
    r"\d+|[零〇一二两三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九]"
)


class WrongCode(UserError):
    """A line code that was mistyped."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "行码不对，请再看一眼表上的数字和最后的字母。")
        super().__init__("LINE_CODE", Message(words))


class NobodyToVisit(UserError):
    """No person for a sheet."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "这里没有要走访的人。请换个地方，或先选好人员。")
        super().__init__("VISIT_NOBODY", Message(words))


@dataclass(frozen=True)
class Visited:
    """What is known of one person before the visit."""

    record: str
    name: str
    group: str
    address: str
    phone: str
    known: str


@dataclass(frozen=True)
class VisitSheet:
    """One sheet: a village, and who is to be visited there in walking order."""

    number: int
    place: str
    people: tuple[Visited, ...]

    def code(self, line: int) -> str:
        """Return the code of a line, counted from 1."""
        return line_code(self.number, line)


def line_code(sheet: int, line: int) -> str:
    """Return the code of a line of a sheet."""
    return f"{sheet}-{line:02d}{LETTERS[(sheet * 100 + line) % len(LETTERS)]}"


def read_line_code(text: str) -> tuple[int, int]:
    """Return sheet and line of a code as somebody typed it.

    Raises:
        WrongCode: its letter does not belong to its digits.
    """
    found = _CODE.fullmatch("".join(text.split()).upper())
    if found is None:
        raise WrongCode
    sheet, line = int(found[1]), int(found[2])
    if line_code(sheet, line)[-1] != found[3]:
        raise WrongCode
    return sheet, line


def visit_sheets(reader: Reader, people: Iterable[str], first: int) -> list[VisitSheet]:
    """Return sheets for some people: one for each village, numbered from ``first``.

    Raises:
        NoSuchRecord: one of them is not there.
        NobodyToVisit: there are none.
    """
    villages: dict[str, list[State]] = {}
    for record in people:
        state = present(reader, record)
        villages.setdefault(text_of(state.values, "residence"), []).append(state)
    sheets: list[VisitSheet] = []
    for code in sorted(villages):
        route = sorted(villages[code], key=lambda state: walking_order(state.values))
        for part in _parts(route):
            visited = tuple(_visited(reader, state) for state in part)
            sheets.append(VisitSheet(first + len(sheets), _place(code), visited))
    if not sheets:
        raise NobodyToVisit
    return sheets


def walking_order(values: Values) -> tuple[object, ...]:
    """Sort by group, house and address as one walks: 二组 before 十组, 2号 before 10号."""
    named = (text_of(values, name) for name in ("area_group", "address", "household", "name"))
    return tuple((not text, _natural(text)) for text in named)


def _natural(text: str) -> list[tuple[int, int, str]]:
    """Cut a text into numbers, which are compared as such, and the rest."""
    parts: list[tuple[int, int, str]] = []
    at = 0
    for found in _NUMBER.finditer(text):
        if found.start() > at:
            parts.append((1, 0, text[at : found.start()]))
        parts.append((0, _number(found[0]), ""))
        at = found.end()
    return [*parts, (1, 0, text[at:])] if at < len(text) else parts


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return _NUMERALS[text]
    return _NUMERALS.get(tens, 1) * 10 + _NUMERALS.get(ones, 0)


def _parts(route: Sequence[State]) -> Iterator[Sequence[State]]:
    for start in range(0, len(route), MOST_LINES):
        yield route[start : start + MOST_LINES]


def _visited(reader: Reader, state: State) -> Visited:
    values, kind = state.values, reader.catalogue["person"]
    status = code_table("employment_status").get(text_of(values, "employment_status"))
    return Visited(
        record=state.record,
        name=text_of(values, "name"),
        group=text_of(values, "area_group"),
        address="　".join(filter(None, (text_of(values, "address"), text_of(values, "household")))),
        phone=kind["phone"].show(values.get("phone"), masked=False),
        known="；".join(
            filter(
                None,
                (
                    status.label if status is not None else "",
                    "需蒙古语" if values.get("needs_mongolian") is True else "",
                ),
            )
        ),
    )


def _place(code: str) -> str:
    """Return township and village, which is what stands on the way there."""
    path = division_tree().path(code)
    return "".join(place.name for place in path[-2:]) if path else code
