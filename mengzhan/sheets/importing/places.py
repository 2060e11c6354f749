"""Addresses in ledgers: 巴彦嘎查三组12号 is a place that the tables know, and a rest."""

import re
from dataclasses import dataclass

from mengzhan.model.divisions import division_tree
from mengzhan.model.text import normalise_token

_SCOPES = (9, 6, 4, 2)
"""Township, banner, league, region: a village of the same name nearer by is the one meant."""

GROUP_ENDINGS = ("组", "浩特", "独贵龙", "小队", "网格")
"""How parts of a village are called."""

_ANOTHER = re.compile(
    r"大?[街道路巷]|大院|小区|[家花]园|[嘉佳]苑|广场|市场|公园|[大中小]学|医院|公司|煤?矿"
)
"""What makes a street or a house of a short name: 东胜大街 is not 大街 in 东胜."""

_SHORTEST = 2
_LONGEST = 60


@dataclass(frozen=True)
class Place:
    """The code of a division, and what of the text says more than that."""

    code: str
    rest: str = ""


def read_place(text: str, near: str) -> Place | None:
    """Return the place that an address begins with; ``near`` is the code of the own station.

    The longest beginning that names exactly one place counts. A name that several places bear
    means the one nearest to the station, if only one is within its township, banner or league.
    """
    address = normalise_token(text)
    tree = division_tree()
    for length in range(min(len(address), _LONGEST), _SHORTEST - 1, -1):
        for scope in _scopes(near):
            found = tree.find(address[:length], scope)
            if found is None:
                continue
            named, rest = address[:length], address[length:]
            if named.endswith(found.name) or not _ANOTHER.match(rest):
                return Place(found.code, rest)
    return None


def _scopes(near: str) -> list[str | None]:
    return [*(near[:digits] for digits in _SCOPES if len(near) >= digits), None]
