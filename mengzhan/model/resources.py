"""The one door to data files: the same call works in a checkout, a wheel and a bundle."""

import csv
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

_PACKAGE = Path(__file__).resolve().parent.parent

Rows = list[dict[str, str]]
"""The rows of a table, column -> cell."""

Made = TypeVar("Made")

_in_force: Mapping[str, Rows] = {}
"""Tables that stand in for the shipped ones: those of the station that is open (`rules.tables`)."""

_forget: list[Callable[[], None]] = []


@cache
def _root(folder: str) -> Path:
    installed = _PACKAGE / "_data" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def resource_path(*parts: str) -> Path:
    """Return the path of a file below ``resources/``.

    Raises:
        FileNotFoundError: the program was installed without it.
    """
    path = _root("resources").joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError("/".join(("resources", *parts)))
    return path


def translation_path(name: str) -> Path:
    """Return the path of ``i18n/<name>``; it may not exist."""
    return _root("i18n") / name


def read_table(name: str) -> Rows:
    """Return the table ``name`` that is in force: the shipped one, or what replaces it."""
    found = _in_force.get(name)
    return shipped_table(name) if found is None else found


def made_of_tables(make: Callable[[], Made]) -> Callable[[], Made]:
    """Keep what a function makes of tables until one of them is replaced."""
    kept = cache(make)
    _forget.append(kept.cache_clear)
    return kept


def tables_in_force() -> Mapping[str, Rows]:
    """Return what stands in for shipped tables now, for a process that is to read as this one."""
    return _in_force


def replace_tables(tables: Mapping[str, Rows]) -> None:
    """Let ``tables`` stand in for the shipped ones of their names; the others are the shipped."""
    global _in_force  # noqa: PLW0603 - a new dict at once, for threads that read meanwhile
    if tables == _in_force:
        return
    _in_force = dict(tables)
    for forget in _forget:
        forget()


def shipped_table(name: str) -> Rows:
    """Read ``resources/tables/<name>.csv`` (UTF-8, first row names the columns)."""
    with resource_path("tables", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
