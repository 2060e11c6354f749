"""Words that a vacancy keeps although a rule hits them, with the reason the law allows.

They are kept in the vacancy's field ``lint_exceptions``, one a line, readable as they stand:
``D-SEX-1｜限男性｜国家规定的女职工禁忌劳动岗位``. An exception holds for these words alone: other words,
or these changed, are asked about again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_BETWEEN = "｜"


@dataclass(frozen=True)
class AdException:
    """A rule that may be broken by certain words (or in a certain field), and why."""

    rule: str
    words: str
    reason: str


def read_exceptions(text: object) -> list[AdException]:
    """Read the field; lines that are no exceptions are passed over."""
    parts = (line.split(_BETWEEN) for line in str(text or "").splitlines())
    return [AdException(*map(str.strip, part)) for part in parts if len(part) == len(_PARTS)]


_PARTS = ("rule", "words", "reason")


def write_exceptions(exceptions: Iterable[AdException]) -> str | None:
    """Write the field; none at all leave it empty."""
    lines = [_BETWEEN.join((e.rule, e.words, e.reason)) for e in exceptions]
    return "\n".join(lines) or None


def with_exception(text: object, exception: AdException) -> str | None:
    """Return the field with one more exception, in place of an earlier one for the same words."""
    others = [
        other
        for other in read_exceptions(text)
        if (other.rule, other.words) != (exception.rule, exception.words)
    ]
    return write_exceptions([*others, exception])


def without_exception(text: object, rule: str, words: str) -> str | None:
    """Return the field without the exception for these words."""
    return write_exceptions(
        other for other in read_exceptions(text) if (other.rule, other.words) != (rule, words)
    )
