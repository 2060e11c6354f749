"""Finding the table in a sheet: where its header stands, which rows are records, which are not.

Ledgers have titles, unit and date lines above, headers of one to three rows with merged cells,
rows of column numbers, totals in between, notes below. All of it is named, nothing is dropped
unsaid: what is no record is in ``Table.skipped`` with its reason.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from mengzhan.sheets.grid import Cell, Sheet
from mengzhan.sheets.headers import HeaderWords, plain

Why = Literal["title", "blank", "numbering", "total", "note", "header"]

_LOOK_AT = 40
_DEEPEST_HEADER = 3
_LONGEST_HEADER = 40
_WORTH = 0.6
_TOTALS = {"合计", "小计", "总计", "共计", "累计", "本页合计", "本月合计", "本页小计", "总合计"}
_TOTAL_START = re.compile(r"^(?:合计|总计|小计|共计|累计)[:：(（\d]")
_NOTE_START = re.compile(
    r"^(?:备注|说明|注|填表|填报|制表|审核|经办|负责人|单位负责人|主管|分管|复核|附|※|★|联系人|"
    r"报送|上报|盖章|签字|统计人|站长|填写说明)[^，,]{0,8}?[:：]|^注\d|^[（(]?注[)）]|^此表|^本表"
)
_COUNTING = re.compile(r"[(（]?(?:\d{1,3}|[A-Za-z]|[甲乙丙丁戊己庚辛壬癸]|栏次)[)）]?")


@dataclass(frozen=True)
class Skipped:
    """A row that is no record, and why."""

    row: int
    why: Why
    text: str = ""


@dataclass(frozen=True)
class Table:
    """A table within a sheet. Rows and columns count from 0.

    ``headers`` gives for each column the words above it, from the top down; ``records`` the rows
    that hold records; ``above`` the lines over the header.
    """

    sheet: Sheet
    header_top: int
    header_bottom: int
    headers: tuple[tuple[str, ...], ...]
    records: tuple[int, ...]
    skipped: tuple[Skipped, ...]
    score: float

    @property
    def above(self) -> tuple[str, ...]:
        """The lines over the header: title, unit, date."""
        return tuple(skipped.text for skipped in self.skipped if skipped.why == "title")

    def header(self, column: int) -> str:
        """The words above a column as one text."""
        return " ".join(self.headers[column]) if column < len(self.headers) else ""


def header_scores(parts: Sequence[str], words: HeaderWords) -> dict[str, float]:
    """Judge the words above one column: all of them together first, then the lowest alone."""
    if not parts:
        return {}
    together = words.scores("".join(parts))
    if len(parts) == 1 or (together and max(together.values()) >= 1):
        return together
    lowest = words.scores(parts[-1])
    return {**together, **lowest} if lowest else together


def find_table(sheet: Sheet, words: HeaderWords) -> Table | None:
    """Return the table whose header fits the kind best, or ``None`` if there is none."""
    best: tuple[float, int, int, tuple[tuple[str, ...], ...]] | None = None
    for top in range(min(sheet.height, _LOOK_AT)):
        if not _may_be_header(sheet, top):
            continue
        for depth in range(1, _DEEPEST_HEADER + 1):
            bottom = top + depth - 1
            if depth > 1 and not _belongs_to_header(sheet, top, bottom):
                break
            headers = _headers(sheet, top, bottom)
            score = _score(headers, words)
            if best is None or score > best[0]:
                best = (score, top, bottom, headers)
    if best is None or best[0] < 1:
        return None
    score, top, bottom, headers = best
    records, skipped = _sort_rows(sheet, top, bottom, headers)
    return Table(sheet, top, bottom, headers, records, skipped, score)


def _score(headers: Iterable[tuple[str, ...]], words: HeaderWords) -> float:
    """How well a header fits: each path counts once, unknown columns cost a little."""
    best: dict[str, float] = {}
    unknown = 0
    for parts in headers:
        scores = header_scores(parts, words)
        path = max(scores, key=lambda name: scores[name], default="")
        if path and scores[path] >= _WORTH:
            best[path] = max(best.get(path, 0.0), scores[path])
        elif parts:
            unknown += 1
    return sum(best.values()) - 0.05 * unknown


def text_of(cell: Cell) -> str:
    """A cell as a short text, without spaces at its ends."""
    return "" if cell is None else str(cell).strip()


def _may_be_header(sheet: Sheet, row: int) -> bool:
    cells = [text_of(cell) for cell in sheet.rows[row]]
    filled = [text for text in cells if text]
    if len(set(filled)) < 2:
        return False
    wordy = [t for t in filled if len(t) <= _LONGEST_HEADER and not _is_number(t)]
    return len(wordy) * 2 >= len(filled)


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[\d.,\-/年月日Xx%\s]+", text))


def _belongs_to_header(sheet: Sheet, top: int, bottom: int) -> bool:
    """Whether ``bottom`` is one more row of a header that begins at ``top``."""
    if bottom >= sheet.height or not _only_words(sheet, bottom):
        return False
    if any(span.top <= bottom - 1 and span.bottom >= bottom > top for span in sheet.merged):
        return True
    across = any(
        span.top <= bottom - 1 <= span.bottom and span.right > span.left and span.top >= top
        for span in sheet.merged
    )
    above = [text_of(cell) for cell in sheet.rows[bottom - 1]]
    below = [text_of(cell) for cell in sheet.rows[bottom]]
    gaps = [n for n, text in enumerate(below) if text and not (above[n : n + 1] or [""])[0]]
    return across or (bool(gaps) and sum(map(bool, above)) >= 2)


def _only_words(sheet: Sheet, row: int) -> bool:
    filled = [text_of(cell) for cell in sheet.rows[row]]
    filled = [text for text in filled if text]
    return bool(filled) and all(
        len(text) <= _LONGEST_HEADER and not _is_number(text) for text in filled
    )


def _headers(sheet: Sheet, top: int, bottom: int) -> tuple[tuple[str, ...], ...]:
    """Return the words above each column; a merged cell stands over all columns it covers."""
    found = []
    for column in range(sheet.width):
        parts: list[str] = []
        for row in range(top, bottom + 1):
            text = text_of(_merged_value(sheet, row, column))
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        found.append(tuple(parts))
    return tuple(found)


def _merged_value(sheet: Sheet, row: int, column: int) -> Cell:
    value = sheet.cell(row, column)
    if value is not None and value != "":
        return value
    for span in sheet.merged:
        if (row, column) in span:
            return sheet.cell(span.top, span.left)
    return None


def _sort_rows(
    sheet: Sheet, top: int, bottom: int, headers: tuple[tuple[str, ...], ...]
) -> tuple[tuple[int, ...], tuple[Skipped, ...]]:
    """Tell records from everything else."""
    skipped = [
        Skipped(row, "title", text) for row in range(top) if (text := _line(sheet.rows[row]))
    ]
    skipped += [Skipped(row, "header") for row in range(top, bottom + 1)]
    names = {plain(parts[-1]) for parts in headers if parts}
    records: list[int] = []
    for row in range(bottom + 1, sheet.height):
        why = _why_no_record(sheet.rows[row], names, first=not records)
        if why is None:
            records.append(row)
        else:
            skipped.append(Skipped(row, why, "" if why == "blank" else _line(sheet.rows[row])))
    return tuple(records), tuple(skipped)


def _why_no_record(cells: Sequence[Cell], names: set[str], *, first: bool) -> Why | None:
    filled = [text for cell in cells if (text := text_of(cell))]
    if not filled:
        return "blank"
    if first and len(filled) > 1 and _is_numbering(filled):
        return "numbering"
    lead = plain(filled[0])
    if any(plain(text) in _TOTALS for text in filled[:3]) or _TOTAL_START.match(lead):
        return "total"
    if len(filled) <= 3 and any(_NOTE_START.match(text) for text in filled):
        return "note"
    if len(filled) > 1 and sum(plain(text) in names for text in filled) * 2 > len(filled):
        return "header"
    return None


def _is_numbering(filled: Sequence[str]) -> bool:
    """A row of column numbers: 1 2 3 …, 甲 乙 1 2 …, (1) (2) …"""
    texts = [text.removesuffix(".0") for text in filled]
    if not all(_COUNTING.fullmatch(text) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _line(cells: Sequence[Cell]) -> str:
    return " ".join(dict.fromkeys(text for cell in cells if (text := text_of(cell))))
