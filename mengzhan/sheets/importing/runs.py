"""Runs of columns that say the same of one contact after another: 第一次回访, 第二次回访; 1月, 2月.

A contact may have several columns, side by side (第一次回访时间, 第一次回访结果) or under one heading;
it may be called by its day (4.20电话回访) or have a column of records without a number (回访记录).
Not here: what the columns of a run give (``mapping``).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mengzhan.sheets.importing.contacts import CALLED, CONTACTS
from mengzhan.sheets.importing.headers import plain, without_remark

Family = Literal["times", "quarters", "months", "numbers", "days", "records"]
"""What tells the contacts of a ledger apart."""

_ABOUT = re.compile(CALLED)
_TITLED = re.compile(rf"{CALLED}(?!人员?\s*[:：])")
"""In a title; a line over the table that names who made the contacts (走访人：…) says nothing."""

_COUNT = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_AGAIN = re.compile(r"[首初复再]访")
_FAMILIES: tuple[tuple[Family, re.Pattern[str]], ...] = (
    ("times", re.compile(rf"首[次轮]|初次|再次|第?{_COUNT}[次轮]|{_AGAIN.pattern}")),
    ("quarters", re.compile(rf"第?{_COUNT}季度")),
    ("months", re.compile(rf"(?:20\d\d年?)?{_COUNT}月份?(?!\d)")),
    ("numbers", re.compile(r"(?<=[访企户门踪排问系络扶])\d{1,2}|\d{1,2}$")),
)
"""Which of the contacts a header means."""

_CALLED_BY_DAY = re.compile(
    r"(?:20\d\d[-./年])?\d{1,2}(?:[./]\d{1,2}[日号]?|月\d{1,2}[日号])(?=\D)"
)
_RECORDS = re.compile(rf"(?:电话)?{CALLED}+(?:服务)?(?:记录|情况)?续?\d?")
_ALONE: tuple[Family, ...] = ("days", "records")
"""What is a contact, or some, even if there is no other."""


@dataclass(frozen=True)
class Repeated:
    """The columns that say the same of several contacts.

    ``parts`` are the words above them but for that which tells the contacts apart; ``columns``
    maps the number of each contact, counted from the left of the table, to its column.
    """

    family: Family
    parts: tuple[str, ...]
    columns: dict[int, int]


@dataclass(frozen=True)
class _Place:
    family: Family
    which: str
    rest: tuple[str, ...]


def find_runs(headers: Sequence[tuple[str, ...]], kind: str, title: str = "") -> list[Repeated]:
    """Return what is repeated for each contact with a person or employer.

    One contact alone is none, unless it is called by its day or is a column of records.

    Args:
        title: the lines over the table; columns that are called 1月 and nothing else may be of
            contacts if these say so.
    """
    if kind not in CONTACTS:
        return []
    over = {parts[0] for parts in headers if any(map(_ABOUT.search, parts))}
    titled = _TITLED.search(title) is not None
    found: dict[tuple[Family, tuple[str, ...]], dict[str, int]] = {}
    for index, parts in enumerate(headers):
        named = any(map(_ABOUT.search, parts))
        told = named or (bool(parts) and (titled or parts[0] in over))
        place = _split(parts, index, named=named) if told else None
        if place is not None:
            found.setdefault((place.family, place.rest), {}).setdefault(place.which, index)
    left: dict[tuple[Family, str], int] = {}
    for (family, _), columns in found.items():
        for which, index in columns.items():
            left[family, which] = min(index, left.get((family, which), index))
    counted = [one for one in left if one[0] not in _ALONE]
    kept = [one for one in left if one[0] in _ALONE or len(counted) > 1]
    numbers = {one: number for number, one in enumerate(sorted(kept, key=left.__getitem__), 1)}
    runs = (
        Repeated(
            family,
            rest,
            {numbers[family, w]: i for w, i in columns.items() if (family, w) in numbers},
        )
        for (family, rest), columns in found.items()
    )
    return [run for run in runs if run.columns]


def _split(parts: tuple[str, ...], index: int, *, named: bool) -> _Place | None:
    """Split the words above a column into which contact it means and all the others.

    Args:
        named: they say themselves that they are of contacts; otherwise one of them has to be
            nothing but the name of one.
    """
    for place in reversed(range(len(parts))):
        day = _CALLED_BY_DAY.match(parts[place]) if named else None
        if day:
            return _Place("days", day[0], _others(parts, place, plain(parts[place][day.end() :])))
        for text in (plain(without_remark(parts[place])), plain(parts[place])):
            for family, form in _FAMILIES:
                which = form.search(text)
                if which and (named or (which[0] == text and family != "numbers")):
                    again = "走访" if _AGAIN.fullmatch(which[0]) else ""
                    rest = text[: which.start()] + again + text[which.end() :]
                    return _Place(family, which[0], _others(parts, place, rest))
    if named and len(parts) == 1 and _RECORDS.fullmatch(plain(parts[0])):
        return _Place("records", str(index), ())
    return None


def _others(parts: tuple[str, ...], place: int, rest: str) -> tuple[str, ...]:
    others = (*parts[:place], rest, *parts[place + 1 :])
    return tuple(filter(None, (_AGAIN.sub("走访", part) for part in others)))
