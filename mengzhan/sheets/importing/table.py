"""Finding the table in a sheet: where its header stands, which rows are records, which are not.

Ledgers have titles, unit and date lines above, headers of one to three rows with merged cells,
rows of column numbers, totals in between, notes below. All of it is named, nothing is dropped
unsaid: what is no record is in ``Table.skipped`` with its reason.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from mengzhan.sheets.grid import Cell, Sheet
from mengzhan.sheets.importing.dates import filled_in_on, years_named
from mengzhan.sheets.importing.headers import NOTE, HeaderWords, plain
from mengzhan.sheets.importing.runs import find_runs

Why = Literal["title", "blank", "numbering", "total", "note", "header", "section"]

_LOOK_AT = 40
_DEEPEST_HEADER = 3
_MOST = 4
_FEW = 3
_LONGEST_HEADER = 40
_WORTH = 0.6
_OVER = 0.9
_TOTALS = {"合计", "小计", "总计", "共计", "累计", "本页合计", "本月合计", "本页小计", "总合计"}
_HINT = re.compile(
    r"[(（\[【](?:.*[/、].*|.*元|%|％|年月日?|[^）)]*填|[单多]选|打[√✓]|人|岁|天|个)[)）\]】]"
)
"""A unit or a hint: （元）, （是/否）."""

_TOTAL_START = re.compile(r"^(?:合计|总计|小计|共计|累计)[:：(（\d]")
_NOTE_START = re.compile(
    r"^(?:备注|说明|注|填表|填报|制表|审核|经办|负责人|单位负责人|主管|分管|复核|附|※|★|联系人|"
    r"报送|上报|盖章|签字|统计人|站长|填写说明)[^，,]{0,8}?[:：]|^注\d|^[（(]?注[)）]|^此表|^本表"
)
_TOLD = re.compile(r"[^:：]{1,12}[:：]\s*\S|.*\d{4}\s*年")
"""A line over the table that already says something: 填报单位：某某, 2026年11月."""

_SENDER = re.compile(r"^(?:填报|填表|报送|上报|制表)(?:单位|部门|站点|人|时间|日期)")
"""A line for who fills the table in."""

_NUMBER = re.compile(r"[\d.,\-/年月日Xx%\s]+")
_MONTH_NAME = re.compile(r"(?:1[0-2]|[1-9])月")
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
    that hold records; ``sections`` the line (its row, its text) that stands over a group of them.
    """

    sheet: Sheet
    header_top: int
    header_bottom: int
    headers: tuple[tuple[str, ...], ...]
    records: tuple[int, ...]
    skipped: tuple[Skipped, ...]
    score: float

    @property
    def sections(self) -> dict[int, str]:
        """Return for each record the text of the line over its group, where there are such."""
        lines = {skipped.row: skipped.text for skipped in self.skipped if skipped.why == "section"}
        found: dict[int, str] = {}
        standing = ""
        for row in range(self.header_bottom + 1, self.sheet.height if lines else 0):
            standing = lines.get(row, standing)
            if standing:
                found[row] = standing
        return found

    @property
    def year(self) -> int | None:
        """The one year that the lines over the header name, if there is one."""
        years = years_named(self.above)
        return years.pop() if len(years) == 1 else None

    @property
    def filled_in(self) -> date | None:
        """The day on which the table was filled in, if its year is known by that alone."""
        return filled_in_on(self.above)

    @property
    def above(self) -> tuple[str, ...]:
        """The lines over the header: title, unit, date."""
        return tuple(skipped.text for skipped in self.skipped if skipped.why == "title")

    def header(self, column: int) -> str:
        """The words above a column as one text."""
        return " ".join(self.headers[column]) if column < len(self.headers) else ""


def header_scores(parts: Sequence[str], words: HeaderWords) -> dict[str, float]:
    """Judge the words above one column: all of them together first, then the lowest alone.

    What stands over several columns counts where these may go together (任职要求 over 学历, 年龄).
    """
    if len(parts) > 1 and plain(parts[-1]) in _TOTALS:
        parts = parts[:-1]
    if not parts:
        return {}
    together = words.scores("".join(parts))
    if len(parts) == 1 or (together and max(together.values()) >= 1):
        return together
    lowest = words.scores(parts[-1])
    over = {
        path: score * _OVER
        for part in parts[:-1]
        for path, score in words.scores(part).items()
        if words.takes_several(path) and path != NOTE
    }
    if over and NOTE in lowest:
        # 其他 under 要求 are further demands, not remarks
        lowest = {path: score for path, score in lowest.items() if path != NOTE}
    return {**together, **over, **{p: max(score, over.get(p, 0)) for p, score in lowest.items()}}


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
    deeper = _merged_bottom(sheet, top, bottom)
    if deeper > bottom:
        bottom, headers = deeper, _headers(sheet, top, deeper)
    records, skipped = _sort_rows(sheet, top, bottom, headers)
    return Table(sheet, top, bottom, headers, records, skipped, score)


def _merged_bottom(sheet: Sheet, top: int, bottom: int) -> int:
    """Return the last row that a header cell merged downwards reaches."""
    ends = [s.bottom for s in sheet.merged if top <= s.top <= bottom and s.bottom - s.top < _MOST]
    return min(max([bottom, *ends]), top + _DEEPEST_HEADER - 1)


def _score(headers: Sequence[tuple[str, ...]], words: HeaderWords) -> float:
    """How well a header fits: each path counts once, unknown columns cost a little."""
    best: dict[str, float] = {}
    unknown = 0
    runs = find_runs(headers, words.kind.name)
    contacts = {index for run in runs for index in run.columns.values()}
    for index, parts in enumerate(headers):
        scores = header_scores(parts, words)
        path = max(scores, key=lambda name: scores[name], default="")
        if path and scores[path] >= _WORTH:
            best[path] = max(best.get(path, 0.0), scores[path])
        elif parts and index not in contacts:
            unknown += 1
    return sum(best.values()) - 0.05 * unknown


def text_of(cell: Cell) -> str:
    """A cell as a short text, without spaces at its ends."""
    return "" if cell is None else str(cell).strip()


def _may_be_header(sheet: Sheet, row: int) -> bool:
    cells = [text_of(cell) for cell in sheet.rows[row]]
    filled = [text for text in cells if text]
    # One header may list its answers after a colon (去向：1已就业2升学); a line of facts is all such.
    told = sum(bool(_TOLD.match(t) or _SENDER.match(plain(t))) for t in filled)
    if len(set(filled)) < 2 or told * _MOST >= len(filled):
        return False
    wordy = [t for t in filled if len(t) <= _LONGEST_HEADER and not _is_number(t)]
    return len(wordy) * 2 >= len(filled)


def _is_number(text: str) -> bool:
    """Whether a text is a number or a day; 1月 stands over columns."""
    return bool(_NUMBER.fullmatch(text)) and not _MONTH_NAME.fullmatch(text)


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
            text = _joined(text_of(_merged_value(sheet, row, column)))
            if text and (not parts or parts[-1] != text):
                parts.append(text)
        # a row of a header may hold only units and hints
        found.append(tuple(part for part in parts if not _HINT.fullmatch(part)) or tuple(parts))
    return tuple(found)


def _joined(text: str) -> str:
    """Words that were broken into lines or spaced out; Latin words keep one blank."""
    return (" " if text.isascii() else "").join(text.split())


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
    titles = {line.text for line in skipped}
    skipped += [Skipped(row, "header") for row in range(top, bottom + 1)]
    names = {plain(parts[-1]) for parts in headers if parts}
    wide = {span.top for span in sheet.merged if span.right > span.left}
    lead = next(column for column, parts in enumerate(headers) if parts)
    records: list[int] = []
    lines: list[Skipped] = []
    for row in range(bottom + 1, sheet.height):
        cells = sheet.rows[row]
        why = _why_no_record(cells, names, len(headers))
        if why == "section" and not _is_line(cells, len(headers) if row in wide else lead):
            why = None
        if why is None:
            records.append(row)
            skipped += lines
            lines = []
            continue
        text = "" if why == "blank" else _line(cells)
        if why == "section":
            lines.append(Skipped(row, "title" if text in titles else "section", text))
        else:
            skipped.append(Skipped(row, why, text))
    # a line with no records below it heads nothing
    skipped += [replace(line, why="note") for line in lines]
    return tuple(records), tuple(skipped)


def _why_no_record(cells: Sequence[Cell], names: set[str], width: int) -> Why | None:
    filled = _first_filled(cells)
    if not filled:
        return "blank"
    lead = plain(filled[0])
    if any(_is_total(text) for text in filled[:_FEW]) or _TOTAL_START.match(lead):
        return "total"
    if len(filled) <= _FEW and any(_NOTE_START.match(text) for text in filled):
        return "note"
    if len(set(filled)) == 1 and width > _FEW and not _is_number(filled[0]):
        return "section"
    if lead in names and _is_header_again(cells, names):
        return "header"
    if len(filled) > _FEW and _COUNTING.fullmatch(filled[0]) and _is_numbering(cells):
        return "numbering"
    return None


def _is_total(text: str) -> bool:
    return "计" in text and plain(text) in _TOTALS


def _is_line(cells: Sequence[Cell], furthest: int) -> bool:
    """Whether one text is all that a row says, and says it over the table instead of in a column:
    at its left edge, merged over columns, or again and again."""
    filled = [column for column, cell in enumerate(cells) if text_of(cell)]
    alike = len({text_of(cells[column]) for column in filled}) == 1
    return alike and (len(filled) > 1 or filled[0] <= furthest)


def _first_filled(cells: Sequence[Cell]) -> list[str]:
    """Return the texts of the first filled cells, one more than are few."""
    found: list[str] = []
    for cell in cells:
        text = text_of(cell)
        if text:
            found.append(text)
            if len(found) > _FEW:
                break
    return found


def _is_header_again(cells: Sequence[Cell], names: set[str]) -> bool:
    filled = [text for cell in cells if (text := text_of(cell))]
    return len(filled) > 1 and sum(plain(text) in names for text in filled) * 2 > len(filled)


def _is_numbering(cells: Sequence[Cell]) -> bool:
    """A row of column numbers: 1 2 3 …, 甲 乙 1 2 …, (1) (2) …"""
    texts = [text for cell in cells if (text := text_of(cell))]
    if not all(_COUNTING.fullmatch(text) for text in texts):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _line(cells: Sequence[Cell]) -> str:
    return " ".join(dict.fromkeys(text for cell in cells if (text := text_of(cell))))
