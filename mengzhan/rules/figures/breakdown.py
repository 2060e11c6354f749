"""Taking figures apart: by place, and by the groups that policy names.

Everybody lives in one place, so the parts of a count by place add up to it. A person may be in
several groups, or in none: the parts and those in none, less the overlap, add up to it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values, text_of, texts_of
from mengzhan.rules.figures.figure import Evidence, Figure, counted
from mengzhan.rules.reader import Reader
from mengzhan.rules.register import kept_of, one_of

About = tuple[str, str]

VILLAGE, TOWNSHIP, BANNER = 12, 9, 6
"""How many digits of a division's code tell places apart."""

NO_GROUP = "K00"
HARD_TO_EMPLOY = "K05"
"""Codes of ``key_group``."""

_PLACES = {"person": ("residence",), "employer": ("place",), "vacancy": ("place", "employer")}
_TELLING = ("key_groups", "difficulty_types", "difficulty_on")


@dataclass(frozen=True)
class ByGroup:
    """A figure by groups: ``sum(parts) + none - overlap`` is the whole."""

    parts: Mapping[str, Figure]
    none: Figure
    overlap: int


def by_place(reader: Reader, figure: Figure, digits: int = VILLAGE) -> Mapping[str, Figure]:
    """Take a figure apart by the division in which people live, or employers are.

    The key is a division's code of so many ``digits``, a shorter one where no more is known (of an
    erased person it is the banner), empty where nothing is. Ratios are worked out anew for each.
    """
    known = places_of(reader, (*figure.evidence, *figure.base))
    return _apart(figure, lambda one: {known.get(one.about, "")[:digits]})


def by_group(reader: Reader, figure: Figure) -> ByGroup:
    """Take a figure apart by the groups of its people (``key_group``, headings only); those who
    are recognised as hard to employ are in K05. What is not about a person is in no group."""
    last = figure.period.last.isoformat()
    people = read_groups(reader, (*figure.evidence, *figure.base))
    known = {about: groups(values, last) for about, values in people.items()}
    parts = dict(_apart(figure, lambda one: known.get(one.about) or {""}))
    nobody = replace(figure, evidence=(), base=())
    none = parts.pop("", nobody)
    together = sum(counted(part.evidence) for part in (*parts.values(), none))
    return ByGroup(parts, none, together - counted(figure.evidence))


def _apart(figure: Figure, keys: Callable[[Evidence], Collection[str]]) -> Mapping[str, Figure]:
    sides: tuple[defaultdict[str, list[Evidence]], ...] = (defaultdict(list), defaultdict(list))
    for side, found in zip((figure.evidence, figure.base), sides, strict=True):
        for one in side:
            for key in keys(one):
                found[key].append(one)
    above, below = sides
    return {
        key: replace(figure, evidence=tuple(above[key]), base=tuple(below[key]))
        for key in sorted({*above, *below})
    }


def _read(
    reader: Reader, kind: str, names: Sequence[str], records: Iterable[str]
) -> Iterable[Values]:
    return reader.with_residues().columns(kind, names, one_of("id", set(records)))


def _subjects(evidence: Iterable[Evidence]) -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in evidence:
        found[one.about[0]].add(one.about[1])
    return found


def places_of(reader: Reader, evidence: Iterable[Evidence]) -> Mapping[About, str]:
    """Return the division of everybody and everything that evidence is about."""
    found: dict[About, str] = {}
    employers: dict[str, str] = {}
    merged = reader.duplicates("employer")
    for kind, records in _subjects(evidence).items():
        for row in _read(reader, kind, _PLACES[kind], records):
            record = text_of(row, "id")
            found[kind, record] = text_of(row, _PLACES[kind][0])
            if not found[kind, record]:
                employers[record] = kept_of(merged, text_of(row, "employer"))
    shops = _read(reader, "employer", _PLACES["employer"], employers.values())
    at = {text_of(row, "id"): text_of(row, "place") for row in shops}
    return found | {
        ("vacancy", record): at.get(shop, "") for record, shop in employers.items() if shop
    }


def read_groups(reader: Reader, evidence: Iterable[Evidence]) -> Mapping[About, Values]:
    """Return what tells of the groups of the people that evidence is about."""
    people = _subjects(evidence).get("person", ())
    return {
        ("person", text_of(row, "id")): row for row in _read(reader, "person", _TELLING, people)
    }


def groups(person: Values, day: str) -> set[str]:
    """Return the headings of the groups of a person; none of them is no group.

    Whoever is recognised as hard to employ by ``day`` is in that group, however it was noted.
    """
    table = code_table("key_group")
    found: set[str] = set()
    for code in texts_of(person, "key_groups"):
        known = table.get(code)
        found.add((known.parent if known else None) or code)
    recognised = text_of(person, "difficulty_on")
    if person.get("difficulty_types") or recognised:
        found.add(HARD_TO_EMPLOY)
    return found - {NO_GROUP} - ({HARD_TO_EMPLOY} if recognised > day else set())
