"""The lines of a match list as a person reads them: who or what, where, why, what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from mengzhan.model.divisions import division_tree, place_name
from mengzhan.rules.matching.board import Found
from mengzhan.rules.matching.gathering import read_referrals
from mengzhan.rules.matching.matches import Match
from mengzhan.rules.matching.reasons import Claim
from mengzhan.rules.referral_state import standing
from mengzhan.ui.words import say, short_title
from mengzhan.ui.workspace import Workspace

REASONS = 3
"""How many reasons a line gives; all of them stand beside the list."""

OTHER = {"vacancy": "person", "person": "vacancy"}
"""What is looked for: people for a vacancy, vacancies for a person."""


@dataclass(frozen=True)
class Line:
    """One person or vacancy: ``place`` says where, ``badge`` what is missing in two words (empty for
    a hit), ``earlier`` what came of it when the two were brought together before."""

    record: str
    title: str
    place: str
    badge: str
    words: str
    earlier: str
    match: Match


Row = Line | str
"""A line, or the heading of a group."""


class Lines(QObject):
    """Writes the lines; a ``QObject`` only for its ``tr``."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace

    def of(self, kind: str, record: str, found: Found) -> list[Row]:
        """Return hits and near misses of a record, each group under its heading."""
        earlier: dict[str, list[dict[str, Any]]] = {}
        for referral in read_referrals(self._workspace.reader, kind, record):
            earlier.setdefault(referral[OTHER[kind]], []).append(referral)
        rows: list[Row] = []
        for heading, matches in (
            (self._heading(self.tr("合适 {count} 个"), found.hit_count, found.hits), found.hits),
            (self._heading(self.tr("差一点 {count} 个"), found.near_count, found.near), found.near),
        ):
            rows += [heading] if matches else []
            rows += [self._line(kind, match, earlier) for match in matches]
        return rows

    def _heading(self, words: str, count: int, shown: Sequence[Match]) -> str:
        heading = words.format(count=count)
        if len(shown) == count:
            return heading
        return self.tr("{heading}，先看前 {shown} 个").format(heading=heading, shown=len(shown))

    def _line(self, kind: str, match: Match, earlier: Mapping[str, list[dict[str, Any]]]) -> Line:
        person = OTHER[kind] == "person"
        record = match.seeker.record if person else match.opening.record
        title, place = self._person(record) if person else self._vacancy(match)
        missing, badge, words = match.missing, "", self._why(match)
        if missing is not None:
            badge = say(missing.short())
            words = self._joined((say(missing.message()), say(missing.close())))
        met = self._earlier(earlier.get(record, ()))
        return Line(record, title, place, badge, words, met, match)

    def _why(self, match: Match) -> str:
        reasons = self._joined(say(claim.message()) for claim in match.reasons[:REASONS])
        if not match.objections:
            return reasons
        but = say(match.objections[0].message())
        return self.tr("{reasons}。不过{but}").format(reasons=reasons, but=but)

    def _joined(self, parts: Any) -> str:
        return self.tr("；").join(parts)

    def _person(self, record: str) -> tuple[str, str]:
        row = self._workspace.reader.record("person", record) or {}
        home = division_tree().get(str(row.get("residence") or ""))
        parts = (home.name if home else "", str(row.get("area_group") or ""))
        return str(row.get("name") or ""), " ".join(filter(None, parts))

    def _vacancy(self, match: Match) -> tuple[str, str]:
        reader, opening = self._workspace.reader, match.opening
        row = reader.record("vacancy", opening.record) or {}
        employer = reader.title("employer", str(row.get("employer") or ""))
        workplace = employer or str(row.get("workplace") or "")
        if not opening.foreign:
            return opening.title, workplace
        words = self.tr("外站 {station}").format(station=place_name(opening.station))
        # where there is little room the middle is left out, and whose it is must stay
        return opening.title, " ".join(filter(None, (short_title(workplace), words)))

    def _earlier(self, referrals: Sequence[dict[str, Any]]) -> str:
        """What came of the last time that these two were brought together."""
        if not referrals:
            return ""
        last = referrals[-1]
        result = say(standing(last, self._workspace.session.today().isoformat()))
        return self.tr("{day} 推荐过：{result}").format(day=last["day"], result=result)

    def sections(self, match: Match) -> list[tuple[str, list[str]]]:
        """Return everything that is to be said of a pair, under headings."""
        groups: list[tuple[str, Sequence[Claim]]] = [
            (self.tr("因为"), match.reasons),
            (self.tr("不过"), match.objections),
            (self.tr("要问清"), match.questions),
        ]
        told = [(label, [say(claim.message()) for claim in claims]) for label, claims in groups]
        if match.missing is not None:
            lacks = [say(match.missing.message()), say(match.missing.close())]
            told.insert(0, (self.tr("只差一样"), lacks))
        return [(label, words) for label, words in told if words]
