"""Hints that somebody may be hard to employ (就业困难人员 D1 to D6), in words; never a decision."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mengzhan.model.codes import code_table
from mengzhan.rules.reader import Reader
from mengzhan.ui.words import say

if TYPE_CHECKING:
    from mengzhan.rules.policies.eligibility import Hint


def difficulty_hints(reader: Reader, person: str, day: date) -> "Sequence[Hint]":
    """Return the hints about a person; the rules of policies are read once somebody is looked at."""
    from mengzhan.rules.policies.eligibility import difficulties

    return difficulties(reader, person, day)


def difficulty_tag(hint: "Hint") -> str:
    """Return a tag: the kind with a question mark."""
    label = code_table("difficulty_type").label(hint.way)
    words = QCoreApplication.translate("difficulties", "{code} {label}？")
    return words.format(code=hint.way, label=label)


def difficulty_lines(hints: "Iterable[Hint]") -> list[tuple[str, str]]:
    """Return pairs of label and words: which kind, why, and what is missing or to be asked."""
    lines: list[tuple[str, str]] = []
    between = QCoreApplication.translate("difficulties", "；")
    for hint in hints:
        words = QCoreApplication.translate(
            "difficulties", "可能符合就业困难人员 {code} {label}，是不是由旗县认定"
        )
        label = code_table("difficulty_type").label(hint.way)
        lines += [
            (
                QCoreApplication.translate("difficulties", "提示"),
                words.format(code=hint.way, label=label),
            ),
            (
                QCoreApplication.translate("difficulties", "因为"),
                between.join(map(say, hint.reasons)),
            ),
            (
                QCoreApplication.translate("difficulties", "还差"),
                between.join(map(say, hint.missing)),
            ),
        ]
    return [(label, words) for label, words in lines if words]
