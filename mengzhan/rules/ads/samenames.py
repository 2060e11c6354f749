"""Which names of a message mean one vacancy."""

from collections.abc import Sequence

from mengzhan.rules.ads.adtext import Fact
from mengzhan.rules.ads.sharing import P
from mengzhan.rules.ads.titlewords import names_person
from mengzhan.rules.ads.wages import Pay

_SEVERAL = 3
"""From so many names on, two may be one vacancy's."""


def same_vacancies(names: Sequence[str], counts: Sequence[list[Fact]]) -> list[list[int]]:
    """Group the places of names that mean one vacancy: the same name, its only part, or it in short
    (瓦斯检查员8人, 瓦检8000).

    What several names end in, without a number of people, means all of them: 蒙语主播2位，汉语主播1位，
    主播底薪4000.
    """
    full: dict[str, list[int]] = {}
    stands_for: dict[str, str] = {}
    for at, name in enumerate(names):
        before = zip(names[:at], counts, strict=False)
        known = [one for one, people in before if _stands_for(name, one, counts[at], people)]
        meant = {stands_for[one] for one in known} or {name}
        for_all = name not in known and not counts[at] and all(o.endswith(name) for o in meant)
        meant = meant if for_all or len(meant) == 1 else {name}
        stands_for.setdefault(name, min(meant) if len(meant) == 1 else name)
        for one in meant:
            full.setdefault(one, []).append(at)
    return list(full.values())


def _stands_for(name: str, full: str, own: Sequence[Fact], its: Sequence[Fact]) -> bool:
    """Whether a name means the same vacancy as an earlier one.

    Where both have their number of people they are two: 银行保安3人 … 保安5人.
    """
    if own and its:
        return name == full
    return name in full or (not own and _short(name, full))


def _short(name: str, full: str) -> bool:
    """Whether a name is made of some characters of another, the first among them.

    电工 is that of 电焊工, and yet work of its own: what ends as names of people do is no short name.
    """
    rest = iter(full)
    in_order = name[:1] == full[:1] and all(char in rest for char in name)
    return in_order and not names_person(name)


def matched(
    same: list[list[int]], counts: Sequence[list[Fact]], pays: Sequence[list[Pay]]
) -> list[list[int]]:
    """Join the one name that has a number of people only with the later one that has pay only.

    驾驶员2名，导游1名。司机7000，导游300一天: the driver is called two names.
    """
    unpaid = [one for one in same if facts_at(counts, one) and not facts_at(pays, one)]
    uncounted = [one for one in same if facts_at(pays, one) and not facts_at(counts, one)]
    if len(unpaid) != 1 or len(uncounted) != 1 or len(same) < _SEVERAL:
        return same
    (first,), (second,) = unpaid, uncounted
    if second[0] < first[0]:
        return same
    return [first + second if one is first else one for one in same if one is not second]


def facts_at(dealt: Sequence[list[P]], places: Sequence[int]) -> list[P]:
    """Return what was dealt to some names."""
    return [fact for at in places for fact in dealt[at]]
