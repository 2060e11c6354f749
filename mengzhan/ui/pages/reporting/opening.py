"""Which records a figure opens to: one list for each kind, and for a ratio for each of its sides."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from mengzhan.rules.figures import Evidence, Figure


@dataclass(frozen=True)
class Opened:
    """Records of one kind; ``words`` stand above the list."""

    kind: str
    records: Sequence[str]
    words: str


def opened_by(figure: Figure, label: str, period: str) -> list[Opened]:
    """Return the lists; ``label`` and ``period`` name the figure."""
    words = f"{label} · {period}"
    if not figure.indicator.is_ratio:
        return _by_kind(figure.evidence, words)
    above = QCoreApplication.translate("MonthPage", "分子")
    below = QCoreApplication.translate("MonthPage", "分母")
    return [
        *_by_kind(figure.evidence, f"{words}（{above}）"),
        *_by_kind(figure.base, f"{words}（{below}）"),
    ]


def _by_kind(evidence: Sequence[Evidence], words: str) -> list[Opened]:
    found: dict[str, dict[str, None]] = {}
    for one in evidence:
        found.setdefault(one.kind, {})[one.record] = None
    return [Opened(kind, list(records), words) for kind, records in found.items()]
