"""A figure by places and by groups, as lines that add up to it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.divisions import place_name
from mengzhan.model.words import QT_TRANSLATE_NOOP
from mengzhan.rules.figures import Figure, by_group, by_place
from mengzhan.rules.reader import Reader

TOLD_BY_PLACE = ("M02", "M05", "M13", "M18", "M20", "M26")
TOLD_BY_GROUP = ("M07", "M12", "M19", "M20", "M26")
"""What papers take apart: one count of each duty, and of people only where groups are named."""

_NOWHERE = QT_TRANSLATE_NOOP("model", "没写地点")
_NO_GROUP = QT_TRANSLATE_NOOP("model", "不属于重点群体")
_TWICE = QT_TRANSLATE_NOOP("model", "减去重复的（一人属于几个群体）")


@dataclass(frozen=True)
class Part:
    """One line: of what place or group (its code), in Chinese, how much, and of which records.

    Of what is taken off because it was counted twice there are no records.
    """

    key: str
    label: str
    shown: str
    figure: Figure | None = None


def parts_by_place(reader: Reader, figure: Figure) -> list[Part]:
    """Return the places; the parts add up to a count, ratios are worked out for each."""
    return [
        Part(place, _place(place), part.shown, part)
        for place, part in by_place(reader, figure).items()
    ]


def parts_by_group(reader: Reader, figure: Figure) -> list[Part]:
    """Return the groups, those in none, and less how much was counted more than once."""
    split, table = by_group(reader, figure), code_table("key_group")
    labels = {code.code: code.label for code in table}
    parts = [
        Part(group, labels.get(group, group), part.shown, part)
        for group, part in split.parts.items()
    ]
    parts.append(Part("none", _NO_GROUP, split.none.shown, split.none))
    if split.overlap:
        parts.append(Part("overlap", _TWICE, str(-split.overlap)))
    return parts


@dataclass(frozen=True)
class Apart:
    """Some indicators side by side: for each line a label and what is shown of each of them."""

    codes: Sequence[str]
    rows: Sequence[tuple[str, Sequence[str]]]


def places_apart(reader: Reader, figures: Mapping[str, Figure]) -> Apart:
    """Return the places of a report."""
    found = {code: parts_by_place(reader, figures[code]) for code in TOLD_BY_PLACE}
    return _side_by_side(found)


def groups_apart(reader: Reader, figures: Mapping[str, Figure]) -> Apart:
    """Return the groups of a report."""
    found = {code: parts_by_group(reader, figures[code]) for code in TOLD_BY_GROUP}
    return _side_by_side(found)


def _side_by_side(found: Mapping[str, Collection[Part]]) -> Apart:
    labels = {part.key: part.label for parts in found.values() for part in parts}
    shown = {code: {part.key: part.shown for part in parts} for code, parts in found.items()}
    last = ("", "none", "overlap")
    order = sorted(labels, key=lambda key: (last.index(key) if key in last else -1, key))
    rows = [(labels[key], [shown[code].get(key, "0") for code in found]) for key in order]
    return Apart(tuple(found), rows)


def _place(code: str) -> str:
    return place_name(code) or _NOWHERE
