"""Sheets for house visits (入户表): who lives where, in walking order, each line with a code.

A code is the number of the sheet, the number of the line and a check letter: ``KM12-07N``. Two
laptops of one station print sheets without hearing of each other, so a sheet's number begins with
two letters that stand for the copy of the database. The check letter is the remainder by 23 of all
characters before it, each worth ten times what it would be one place further right; a letter is
its place among the 23 that are neither I, O nor Q. 23 is prime and no power of ten below the 22nd
is 1 modulo 23, so that every single wrong character and every two that changed places give another
check letter.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Values, text_of
from mengzhan.model.fold import State
from mengzhan.model.problem import UserError
from mengzhan.model.text import normalise
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.rules.operations import present
from mengzhan.rules.reader import Reader
from mengzhan.rules.slip_answers import AskedSlip

LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
MOST_LINES = 99
"""Lines of one sheet; their number has two digits."""

PURPOSE = "入户表"
"""What telephones are written out for; it stands in the log of disclosures."""

SHORT_OUTCOMES = {
    "F1": "仍失业",
    "F2": "单位上班",
    "F3": "灵活创业",
    "F4": "在培训",
    "F5": "暂不想干",
    "F6": "领养老金",
    "F7": "外出务工",
    "F8": "入学参军",
    "F9": "没见到",
    "FA": "拒绝",
    "FB": "信息有误",
}
"""What can be ticked, in the order in which it is keyed in: codes of ``followup_outcome`` with words
that fit beside a box."""

_CODE = re.compile(r"((?:[A-Z]{2})?\d{1,6})-?(\d\d)([A-Z])")
"""The first sheets had numbers without letters; who still has one can key it in."""

_NO_LETTERS = {"I", "O", "Q"}
_SHORT_CODE = re.compile(r"\d\d[A-Z]")
_NUMERALS = {char: at for at, char in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_NUMBER = re.compile(
    r"\d+|[零〇一二两三四五六七八九]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九]"
)


class WrongCode(UserError):
    """A line code that was mistyped."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "行码不对，请再看一眼表上的数字和最后的字母。")
        super().__init__("LINE_CODE", Message(words))


class UnknownSheet(UserError):
    """A sheet that was not printed here."""

    def __init__(self, sheet: str) -> None:
        words = QT_TRANSLATE_NOOP(
            "model",
            "这台电脑没有印过 {sheet} 号入户表。请看表头的号；在别的电脑上印的，到那台电脑上录。",
        )
        super().__init__("SHEET_UNKNOWN", Message(words, {"sheet": sheet}))


class NoSuchLine(UserError):
    """A line that a sheet does not have."""

    def __init__(self, sheet: str, line: int, lines: int) -> None:
        words = QT_TRANSLATE_NOOP("model", "{sheet} 号入户表只有 {lines} 行，没有第 {line} 行。")
        params = {"sheet": sheet, "line": line, "lines": lines}
        super().__init__("SHEET_LINE", Message(words, params))


class NobodyToVisit(UserError):
    """No person for a sheet."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP("model", "这里没有要走访的人。请换个地方，或先选好人员。")
        super().__init__("VISIT_NOBODY", Message(words))


@dataclass(frozen=True)
class Visited:
    """What is known of one person before the visit; ``slip`` is asked about in place of how the
    person is doing, if it is what waits, and ``offer`` is what they were introduced to."""

    record: str
    name: str
    group: str
    address: str
    phone: str
    known: str
    slip: AskedSlip | None = None
    offer: str = ""


@dataclass(frozen=True)
class VisitSheet:
    """One sheet: a village, and who is to be visited there in walking order."""

    number: str
    place: str
    people: tuple[Visited, ...]

    def code(self, line: int) -> str:
        """Return the code of a line, counted from 1."""
        return line_code(self.number, line)


def sheet_series(replica: str) -> str:
    """Return the two letters with which the sheets of one copy of the database begin.

    One chance in 529 that two copies share them; then the name beside the code tells.
    """
    first, second = divmod(int(replica[:12] or "0", 16) % len(LETTERS) ** 2, len(LETTERS))
    return LETTERS[first] + LETTERS[second]


def line_code(sheet: str, line: int) -> str:
    """Return the code of a line of a sheet."""
    return f"{sheet}-{line:02d}{_check_letter(f'{sheet}{line:02d}')}"


def _check_letter(text: str) -> str:
    worth = 0
    for char in text:
        worth = worth * 10 + (int(char) if char.isdigit() else LETTERS.index(char))
    return LETTERS[worth % len(LETTERS)]


def read_line_code(text: str, current: str = "") -> tuple[str, int]:
    """Return sheet and line of a code as somebody typed it.

    Args:
        current: the sheet that lies on the table; of its codes the line and letter are enough.

    Raises:
        WrongCode: its check letter does not belong to what stands before it.
    """
    typed = "".join(normalise(text).split()).upper()
    if current and _SHORT_CODE.fullmatch(typed):
        typed = current + typed
    found = _CODE.fullmatch(typed)
    if found is None or set(found[1]) & _NO_LETTERS:
        raise WrongCode
    sheet, line = found[1], int(found[2])
    if line_code(sheet, line)[-1] != found[3]:
        raise WrongCode
    return sheet, line


def visit_sheets(
    reader: Reader, people: Iterable[str], series: str, first: int
) -> list[VisitSheet]:
    """Return sheets for some people: one for each village, numbered in a series from ``first``.

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
            visited = tuple(visited_person(reader, state) for state in part)
            sheets.append(VisitSheet(f"{series}{first + len(sheets)}", _place(code), visited))
    if not sheets:
        raise NobodyToVisit
    return sheets


def walking_order(values: Values) -> tuple[object, ...]:
    """Sort by group, house and address as one walks: 二组 before 十组, 2号 before 10号."""
    named = (text_of(values, name) for name in ("area_group", "address", "household", "name"))
    return tuple((not text, _natural(text) if text else []) for text in named)


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


def visited_person(reader: Reader, state: State) -> Visited:
    """Return what is known of a person before the visit."""
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
