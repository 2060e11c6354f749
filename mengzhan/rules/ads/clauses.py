"""The clauses of an ad as they are weighed: their pieces, and what the rules say of them.

The language model reads the words around a clause as well, so an ad is read as a whole; only a
very long one in parts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.search import Spared
from mengzhan.rules.ads.wording import SENTENCE_END, Wording
from mengzhan.rules.language.pieces import AT_ONCE, Place, in_parts, known_pieces

SPEAKERS = {
    "sex": "D-SEX-1",
    "age": "D-AGE-1",
    "origin_or_ethnicity": "D-HUKOU-1",
    "marital_or_birth": "D-SEX-2",
    "health_or_disability": "D-HEALTH-1",
    "appearance": "D-LOOK-1",
    "other_discrimination": "D-OTH-1",
    "deposit_or_fees": "F-FEE-1",
    "fraud": "F-SCAM-1",
    "child_labour": "F-MINOR-1",
    "wage_illegal": "F-WAGE-7",
    "hours_illegal": "F-HOURS-1",
    "contract_illegal": "F-CONTRACT-1",
    "false_or_vague": "F-VAGUE-2",
}
"""Groups of faults, each with the rule that speaks for it where words only read like one. The weights
know them by their order: when it changes, all is to be learned anew."""

_CLAUSE = re.compile(f"[^，\n ]{{1,{AT_ONCE}}}")


@dataclass(frozen=True)
class Clause:
    """A clause.

    Attributes:
        field: the field of a vacancy that it stands in; empty in a text.
        start, end: where it stands in the text as typed.
        pieces: the first of its pieces in the part that holds it, and the one behind the last.
        told: what the rules say: whether there is a fault in the clause, whether one that
            something excuses, and whether one anywhere in the ad, for each of `SPEAKERS`.
    """

    field: str
    start: int
    end: int
    pieces: Place
    told: tuple[bool, ...]

    def holds(self, one: Hit | Spared) -> bool:
        """Say whether something found shares a character with the clause."""
        return one.field == self.field and one.start < self.end and self.start < one.end


@dataclass(frozen=True)
class Part:
    """What is read at once of an ad: the numbers of its pieces, and its clauses."""

    numbers: tuple[int, ...]
    clauses: Sequence[Clause]


def parts(
    ads: Mapping[str, Wording], hits: Sequence[Hit], spared: Sequence[Spared]
) -> Iterator[Part]:
    """Yield the parts of an ad; one that is not very long has one.

    Args:
        ads: the texts of a vacancy by their fields, read one after the other; a mere text has the
            field "".
        hits: what the rules found.
        spared: what they know, and something excuses.
    """
    whole = SENTENCE_END.join(ad.text for ad in ads.values())
    clauses = list(_clauses(ads))
    anywhere = {hit.rule.fault for hit in hits}
    for first, last in in_parts(whole):
        pieces = known_pieces().cut(whole[first:last])
        found = []
        for start, end, clause in clauses:
            if not first <= start < last:
                continue
            held = [
                number
                for number, piece in enumerate(pieces)
                if first + piece.start < end and start < first + piece.end
            ]
            here = {hit.rule.fault for hit in hits if clause.holds(hit)}
            excused = {one.rule.fault for one in spared if clause.holds(one)}
            told = (fault in known for known in (here, excused, anywhere) for fault in SPEAKERS)
            place = held[0], held[-1] + 1
            found.append(replace(clause, pieces=place, told=tuple(told)))
        if found:
            yield Part(tuple(piece.number for piece in pieces), found)


def _clauses(ads: Mapping[str, Wording]) -> Iterator[tuple[int, int, Clause]]:
    """Yield the clauses, and where each stands in all texts together."""
    before = 0
    for field, ad in ads.items():
        for found in _CLAUSE.finditer(ad.text):
            start, end = found.span()
            yield before + start, before + end, Clause(field, *ad.span(start, end), (0, 0), ())
        before += len(ad.text) + len(SENTENCE_END)
