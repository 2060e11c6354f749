"""The one door to data files: the same call works in a checkout, a wheel and a bundle."""

import csv
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


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


def read_table(name: str) -> list[dict[str, str]]:
    """Read ``resources/tables/<name>.csv`` (UTF-8, first row names the columns)."""
    with resource_path("tables", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
