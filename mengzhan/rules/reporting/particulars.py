"""What stands on the papers of a report beside its figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.rules.reporting.apart import Apart


@dataclass(frozen=True)
class Particulars:
    """Whose report it is and who made it, whether its month is closed (in Chinese; empty of a
    period that nobody closes), places and groups, and what was corrected since."""

    station: str
    standing: str
    made_by: str
    places: Apart
    groups: Apart
    corrections: Sequence[str] = ()
