"""Runs of columns that say the same of one contact after another: 第一次回访, 第二次回访; 1月, 2月.

A contact may have several columns, side by side (第一次回访时间, 第一次回访结果) or under one heading.
Not here: what the columns of a run give (``mapping``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.sheets.importing.headers import plain, without_remark

_ABOUT = {
    "person": re.compile(r"回访|随访|跟访|走访|跟踪"),
    "employer": re.compile(r"走访|回访|访企|入企"),
}
_COUNT = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_WHICH = re.compile(
    rf"首[次轮]|第?{_COUNT}[次轮]|第?{_COUNT}季度|(?:20\d\d年?)?{_COUNT}月份?|(?<=访)\d{{1,2}}|\d{{1,2}}$"
)
"""Which of the contacts a header means."""


@dataclass(frozen=True)
class Repeated:
    """The columns that say the same of several contacts.

    ``parts`` are the words above them but for that which tells the contacts apart; ``columns``
    maps the number of each contact, counted from the left of the table, to its column.
    """

    parts: tuple[str, ...]
    columns: dict[int, int]


def find_runs(headers: Sequence[tuple[str, ...]], kind: str) -> list[Repeated]:
    """Return what is repeated for each contact with a person or employer; at least two of one."""
    if kind not in _ABOUT:
        return []
    found: dict[tuple[str, ...], dict[str, int]] = {}
    for index, parts in enumerate(headers):
        split = _split(parts, _ABOUT[kind])
        if split is not None:
            which, rest = split
            found.setdefault(rest, {}).setdefault(which, index)
    told = {which for columns in found.values() if len(columns) > 1 for which in columns}
    left = {which: min(c[which] for c in found.values() if which in c) for which in told}
    numbers = {which: number for number, which in enumerate(sorted(told, key=left.__getitem__), 1)}
    runs = [
        Repeated(rest, {numbers[which]: index for which, index in columns.items() if which in told})
        for rest, columns in found.items()
    ]
    return [run for run in runs if run.columns]


def _split(parts: tuple[str, ...], about: re.Pattern[str]) -> tuple[str, tuple[str, ...]] | None:
    """Split the words above a column into which contact it means and all the others."""
    if not any(about.search(part) for part in parts):
        return None
    for place in reversed(range(len(parts))):
        for text in (plain(without_remark(parts[place])), plain(parts[place])):
            which = _WHICH.search(text)
            if which:
                rest = text[: which.start()] + text[which.end() :]
                others = (*parts[:place], rest, *parts[place + 1 :])
                return which[0], tuple(filter(None, others))
    return None
