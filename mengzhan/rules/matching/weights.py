"""How much each factor counts: one table, which a station may change and put back.

The program's own values stand in ``match_weights.csv`` with a plain word on each. A station's own
are kept as a setting, factor -> weight, of those factors alone that it changed.
"""

from collections.abc import Mapping
from functools import cache

from mengzhan.model.codes import Code, code_table
from mengzhan.model.problem import UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

SETTING = "match_weights"
"""The setting that holds what a station changed."""

HEAVIEST = 100
"""Weights are whole numbers from 0 (does not count) to this."""

Weights = Mapping[str, int]


class WeightRefused(UserError):
    """A weight that cannot be: an unknown factor, or not a whole number from 0 to 100."""

    def __init__(self, factor: str) -> None:
        words = QT_TRANSLATE_NOOP("model", "“{factor}”改不成：分量要写 0 到 {most} 的整数。")
        super().__init__("WEIGHT_REFUSED", Message(words, {"factor": factor, "most": HEAVIEST}))


def factors() -> tuple[Code, ...]:
    """Return the factors in the order of the table, each with its explanation as the label."""
    return tuple(code_table(SETTING))


@cache
def usual() -> Weights:
    """Return the program's own weights."""
    return {code.code: int(code.extra["weight"]) for code in factors()}


def in_force(setting: object) -> dict[str, int]:
    """Return the weights that count, given what is kept; what makes no sense is left out."""
    own = setting if isinstance(setting, Mapping) else {}
    fitting = {name: value for name, value in own.items() if _fits(name, value)}
    return {**usual(), **fitting}


def changed(weights: Mapping[str, int]) -> dict[str, int]:
    """Return what is to be kept of a table: the factors whose weight is not the usual one.

    Raises:
        WeightRefused: with the factor that is wrong.
    """
    for name, value in weights.items():
        if not _fits(name, value):
            raise WeightRefused(name)
    return {name: value for name, value in weights.items() if value != usual()[name]}


def _fits(name: object, value: object) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return name in usual() and whole and 0 <= int(str(value)) <= HEAVIEST
