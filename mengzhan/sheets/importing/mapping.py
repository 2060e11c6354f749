"""Which column gives what: proposals with how sure they are, from words, cells and memory."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import Literal

from mengzhan.model.fieldtypes import (
    Choice,
    Date,
    Division,
    FieldType,
    Flag,
    IdNumber,
    Integer,
    Money,
    Month,
    Phone,
    Text,
)
from mengzhan.model.fieldtypes.coded import OneCode, SeveralCodes
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.contactdays import asks_day, heading_of, is_tick, tells_day
from mengzhan.sheets.importing.contacts import (
    CALLED,
    CONTACTS,
    REMARKS,
    UNDATED,
    contact_path,
    without_call,
)
from mengzhan.sheets.importing.evidence import SAMPLE, share
from mengzhan.sheets.importing.headers import (
    AGE,
    NOTE,
    SECTION,
    SERIAL,
    TICK,
    TRIMMED,
    WAGE,
    HeaderWords,
)
from mengzhan.sheets.importing.places import GROUP_ENDINGS
from mengzhan.sheets.importing.runs import Repeated, find_runs
from mengzhan.sheets.importing.table import Table, header_scores
from mengzhan.sheets.ledgers.forms import Form

SURE = 0.8
"""From here on a column is taken without asking."""

_KNOWN = 2.0
_WORTH_ASKING = 0.5
_TELLING = 0.8
_BOOST = 0.2
_UNTOLD = 0.3
_TELLS = re.compile(rf"情况|内容|记录|{CALLED}$")
"""Above what is told of a contact in free words."""

_DOUBTED_DAY = 0.6
_NUMBER_OF_OWN = 0.85
_LIST_OF_OWN = 0.8
_TELLING_TABLES = {"sex", "ethnic", "education"}
_MOST_PROPOSALS = 4
_OF_GROUPS = ("employer.name", "area_group", "residence")
_TICK_ALONE = 0.85
_PLAIN = TRIMMED * 0.9
"""From here on a header is a word for a path, not merely like one."""

How = Literal["", "word", "cells", "memory", "chosen"]


@dataclass(frozen=True)
class MappedColumn:
    """One column: what stands above it, what it is taken for, how sure that is and from where.

    ``path`` is empty for a column that nobody knows; ``others`` are further proposals; ``form`` is
    how this program wrote the cells, if it did.
    """

    index: int
    header: str
    path: str = ""
    sure: float = 0.0
    how: How = ""
    others: tuple[tuple[str, float], ...] = field(default=(), compare=False)
    form: Form | None = field(default=None, compare=False)

    @property
    def is_sure(self) -> bool:
        """Whether nobody needs to be asked."""
        return self.sure >= SURE

    @property
    def taken(self) -> bool:
        """Whether its cells go into a record."""
        return bool(self.path) and not self.path.startswith("-")


def map_columns(
    table: Table, words: HeaderWords, remembered: Mapping[int, str] | None = None
) -> tuple[MappedColumn, ...]:
    """Propose a path for every column that has a header or cells.

    Args:
        remembered: column -> path as a person decided earlier for this layout; an empty path
            means that the column is not taken in.
    """
    known = {i: path for i, path in (remembered or {}).items() if words.accepts(path)}
    columns: list[MappedColumn] = []
    scores: list[tuple[float, int, str]] = []
    ranked: dict[int, list[tuple[str, float]]] = {}
    alike = _ticked_side_by_side(table, words)
    contacts = _contacts(table, words)
    for index in range(table.sheet.width):
        header = table.header(index)
        cells = _cells(table, index)
        if not header and not cells:
            continue
        columns.append(MappedColumn(index, header))
        judged = contacts.get(index) or (
            _judge(table.headers[index], cells, words) | alike.get(index, {})
        )
        ranked[index] = sorted(judged.items(), key=lambda pair: -pair[1])[:_MOST_PROPOSALS]
        if index in known:
            scores.append((_KNOWN, index, known[index]))
        scores += [(score, index, path) for path, score in judged.items()]
    chosen = _assign(scores, words)
    decided = [
        _decided(column, chosen.get(column.index), ranked[column.index], known)
        for column in columns
    ]
    over = _over_groups(table, words, {column.path for column in decided})
    if SECTION in known:
        over = [replace(one, path=known[SECTION], sure=1.0, how="memory") for one in over]
    return (*decided, *over)


def _over_groups(table: Table, words: HeaderWords, taken: set[str]) -> list[MappedColumn]:
    """What the lines over groups of records give, if no column does: the employer, the place."""
    lines = list(dict.fromkeys(table.sections.values()))
    for path in _OF_GROUPS:
        if not lines or path in taken or words.field(path) is None:
            continue
        share_of = sum(line.endswith(GROUP_ENDINGS) for line in lines) / len(lines)
        if (path == "area_group") == (share_of >= _TELLING):
            return [MappedColumn(SECTION, "；".join(lines[:2]), path, SURE, "word")]
    return []


def _decided(
    column: MappedColumn,
    choice: tuple[str, float] | None,
    ranked: Sequence[tuple[str, float]],
    known: Mapping[int, str],
) -> MappedColumn:
    others = tuple(ranked)
    if column.index in known and choice is not None and choice[1] == _KNOWN:
        return MappedColumn(column.index, column.header, choice[0], 1.0, "memory", others)
    if choice is None or choice[1] < _WORTH_ASKING:
        return MappedColumn(column.index, column.header, others=others)
    path, score = choice
    return MappedColumn(column.index, column.header, path, min(score, 1.0), "word", others)


def _assign(
    scores: Iterable[tuple[float, int, str]], words: HeaderWords
) -> dict[int, tuple[str, float]]:
    """Give each column one path and each path one column, the surest first."""
    order = {path: place for place, path in enumerate(words.paths)}
    ranked = sorted(scores, key=lambda item: (-item[0], order.get(item[2], 0), item[1]))
    chosen: dict[int, tuple[str, float]] = {}
    used: set[str] = set()
    for score, index, path in ranked:
        several = path.startswith("-") or words.takes_several(path)
        if index in chosen or (path in used and path and not several):
            continue
        chosen[index] = (path, score)
        used.add(path)
    return chosen


def _cells(table: Table, index: int) -> list[Cell]:
    """Return the filled cells of a column, as many as are worth a look."""
    cells = (table.sheet.cell(row, index) for row in table.records)
    return list(islice((cell for cell in cells if cell not in (None, "")), SAMPLE))


def _judge(parts: Sequence[str], cells: Sequence[Cell], words: HeaderWords) -> dict[str, float]:
    """Return path -> score from header and cells together."""
    found: dict[str, float] = {}
    scores = header_scores(parts, words)
    only = sum(score >= _PLAIN for score in scores.values()) == 1
    for path, score in scores.items():
        found[path] = _weighed(score, path, cells, words, only=only)
    found |= _ticks(parts, cells, words)
    for path in words.paths:
        item = words.field(path)
        if item is not None and path not in found:
            alone = _from_cells(item.type, cells)
            if alone:
                found[path] = alone if not parts else alone - 0.1
    return found


def _ticks(parts: Sequence[str], cells: Sequence[Cell], words: HeaderWords) -> dict[str, float]:
    """A column of ticks or yes and no, whose header names one code (稳岗返还 under 推送政策)."""
    if not parts or (share(Flag(), cells) or 0.0) < _TELLING:
        return {}
    over = {path for part in parts[:-1] for path in words.scores(part)}
    return {
        path: 1.0 if path.partition(TICK)[0] in over else _TICK_ALONE
        for path, asks in words.ticked(parts[-1])
        if asks or path.partition(TICK)[0] in over or words.takes_several(path)
    }


def _ticked_side_by_side(table: Table, words: HeaderWords) -> dict[int, dict[str, float]]:
    """Columns of ticks under one heading that name codes of one field (电话, 入户, 微信)."""
    under: dict[tuple[tuple[str, ...], str], dict[int, str]] = {}
    for index, parts in enumerate(table.headers):
        ticked = words.ticked(parts[-1]) if len(parts) > 1 else []
        if ticked and (share(Flag(), _cells(table, index)) or 0.0) >= _TELLING:
            for path, _ in ticked:
                under.setdefault((parts[:-1], path.partition(TICK)[0]), {})[index] = path
    found: dict[int, dict[str, float]] = {}
    for columns in under.values():
        for index, path in columns.items() if len(columns) > 1 else ():
            found.setdefault(index, {})[path] = _TICK_ALONE
    return found


def _contacts(table: Table, words: HeaderWords) -> dict[int, dict[str, float]]:
    """Return what columns give that are repeated for each contact with a person or employer.

    Contacts of which none has a day are left; of others all columns are taken, that their words go
    into the note where a day is missing.
    """
    kind = CONTACTS.get(words.kind.name, "")
    runs = find_runs(table.headers, words.kind.name, " ".join(table.above))
    if not runs:
        return {}
    told = HeaderWords(words.catalogue[kind], words.catalogue)
    judged = [(run, _judge_run(run, table, told)) for run in runs]
    days = _day_columns(judged)
    dated = {run.family for run, _ in judged if not days.keys().isdisjoint(run.columns)}
    found: dict[int, dict[str, float]] = {}
    for run, scores in judged:
        others = {path: score for path, score in scores.items() if path != "day"}
        for number, index in run.columns.items() if scores else ():
            given = {"day": scores["day"]} if days.get(number) == index else others
            found[index] = {contact_path(kind, number, path): s for path, s in given.items()}
            if run.family not in dated:
                found[index] = {UNDATED: 1.0, contact_path(kind, number, "day"): _UNTOLD}
    return found


def _day_columns(judged: Iterable[tuple[Repeated, dict[str, float]]]) -> dict[int, int]:
    """Return for each contact the column that gives its day, if one does.

    Where some columns give days for sure, those that may and do not ask for them are words.
    """
    judged = [(run, scores) for run, scores in judged if scores.get("day", 0.0) >= _WORTH_ASKING]
    known = {run.family for run, scores in judged if scores["day"] >= SURE}
    best: dict[int, tuple[float, int]] = {}
    for run, scores in judged:
        if scores["day"] < SURE and run.family in known and not asks_day(run.parts):
            continue
        for number, index in run.columns.items():
            best[number] = max((scores["day"], -index), best.get(number, (0.0, 0)))
    return {number: -index for number, (_, index) in best.items()}


def _judge_run(run: Repeated, table: Table, told: HeaderWords) -> dict[str, float]:
    """Return field -> score for the columns of a run; nothing if they tell of somebody else.

    The cells of all columns count together: the last contacts are still empty. A header is judged
    as it stands and without what the contact is called (走访时间, 联系方式), the better counts.
    """
    cells = [cell for index in run.columns.values() for cell in _cells(table, index)]
    parts = tuple(map(without_call, run.parts))
    scores = _judge(run.parts, cells, told)
    if parts != run.parts:
        bare = _judge(parts, cells, told)
        scores |= {path: max(score, scores.get(path, 0.0)) for path, score in bare.items()}
    scores = {path: score for path, score in scores.items() if not path.startswith("-")}
    best = max(scores, key=scores.__getitem__, default="")
    item = told.field(best)
    if "." in best and scores[best] >= SURE:
        return {}
    own = {path: score for path, score in scores.items() if "." not in path}
    if item is not None and best != "day" and isinstance(item.type, Date) and scores[best] >= SURE:
        return own
    days = _days_told(run, table)
    if days is not None:
        named = header_scores(parts, told).get("day", 0.0) >= _PLAIN
        own["day"] = _day_score(
            own.get("day", 0.0), days, of_other=not named and asks_day(run.parts)
        )
    if run.family == "records" and own.get("day", 0.0) < SURE:
        return {}
    worded = any(score >= _WORTH_ASKING for path, score in own.items() if path != "day")
    return own if worded else {**own, _rest_of(run, told): SURE}


def _days_told(run: Repeated, table: Table) -> float | None:
    """Return how many of the cells of a run that are no ticks tell of a whole day (0 to 1)."""
    told = []
    for index in run.columns.values():
        heading = heading_of(table.headers[index], table.year, table.filled_in)
        told += [
            heading.day is not None or tells_day(cell, heading, date.max)
            for cell in _cells(table, index)
            if heading.day is not None or not is_tick(cell)
        ]
    return sum(told) / len(told) if told else None


def _day_score(headed: float, days: float, *, of_other: bool) -> float:
    """How sure it is that a column gives the day of a contact.

    Args:
        headed: how well its header fits; it is believed if half of the cells have a day: no cell is
            made one.
        days: how many cells tell of one.
        of_other: the header asks for days that may be those of something else (上岗时间).
    """
    if days < _WORTH_ASKING:
        return headed and _DOUBTED_DAY
    if of_other:
        return _DOUBTED_DAY
    if days >= _TELLING:
        return 1.0
    return SURE if headed or days > _WORTH_ASKING else days


def _rest_of(run: Repeated, told: HeaderWords) -> str:
    """The field for a column whose header is none of the known: what is told in free words, or
    the note for everything else (回访人, 是否解决)."""
    remarks = REMARKS[told.kind.name]
    return remarks if not run.parts or _TELLS.search(run.parts[-1]) else NOTE


def _weighed(
    score: float, path: str, cells: Sequence[Cell], words: HeaderWords, *, only: bool
) -> float:
    """A header whose cells say otherwise is unsure; one whose cells agree is surer.

    ``only``: the header is a word for this path and for no other.
    """
    item = words.field(path)
    if path in (SERIAL, AGE):
        kind: FieldType = Integer()
    elif path == WAGE:
        kind = Money()
    elif item is None or isinstance(item.type, Text):
        return score
    else:
        kind = item.type
    agreeing = share(kind, cells)
    if agreeing is None:
        return score
    if agreeing >= _TELLING:
        return min(1.0, score + _BOOST)
    doubted = score * (0.4 + 0.6 * min(1.0, agreeing / 0.5))
    # What is no such value goes into the note, so a plain header may be believed all the same.
    wordy = isinstance(kind, OneCode | SeveralCodes | Flag) and not isinstance(kind, Division)
    named = item is not None and item.name in words.kind.title
    harmless = wordy or (only and not named and isinstance(kind, Date | Month | Integer | Money))
    return max(doubted, SURE) if harmless and score >= _PLAIN else doubted


def _from_cells(kind: FieldType, cells: Sequence[Cell]) -> float:
    """What cells alone can tell: only what looks like nothing else."""
    if isinstance(kind, IdNumber | Phone):
        agreeing = share(kind, cells) or 0.0
        return _NUMBER_OF_OWN * agreeing if agreeing >= _TELLING else 0.0
    if isinstance(kind, Choice) and kind.source in _TELLING_TABLES:
        wordy = [cell for cell in cells if isinstance(cell, str) and not cell.strip().isdigit()]
        agreeing = share(kind, wordy) or 0.0
        return _LIST_OF_OWN * agreeing if agreeing >= _TELLING and wordy else 0.0
    return 0.0
