"""Whether an ad says who employs: a firm, a shop, a farm, a household."""

import re
from collections.abc import Iterator, Mapping

from mengzhan.rules.ads.wording import Wording

LISTS = ("单位尾词", "泛称", "招")
"""The word lists that are needed: how names of employers end, what is said of any, hiring."""

_HOUSEHOLD = re.compile(
    "牧户|农户|[一-鿿]家(?=雇|招|找|牧|羊|，|\n|$)|(?<![联找系])[一-鿿](?:老板|师傅|队长|工头|社长|场长)家?"
)
_LABELLED = re.compile(
    "(?:厂名|店名|单位|单位名称|公司名称|企业名称|用人单位|招聘单位|招聘企业|雇主)：[一-鿿a-z0-9]{2,}"
)
_MEETING_PLACE = re.compile("(?:来|到|去|在)[^，\n]{2,14}?(?:面谈|面试|见面|碰头|集合|报到)")
_LEAST, _LONGEST = 2, 30
"""How many characters a name has."""


class EmployerNames:
    """Finds the names of employers."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """Take the word lists as patterns, by name.

        Raises:
            KeyError: one of `LISTS` is missing.
        """
        endings, general, hires = (f"(?:{lists[name]})" for name in LISTS)
        name = f"[一-鿿a-z0-9·]{{2,{_LONGEST}}}?"
        self._ends = re.compile(f"({name}){endings}")
        self._hires = re.compile(f"({name})(?:现|急|诚|长期|常年)?{hires}")
        self._general = re.compile(general)

    def named(self, ad: Wording) -> bool:
        """Return whether the ad names its employer, or whose household it is."""
        text = _MEETING_PLACE.sub("", ad.text)
        if any(len(self._general.sub("", name)) >= _LEAST for name in self._candidates(text)):
            return True
        return any(pattern.search(text) for pattern in (_LABELLED, _HOUSEHOLD))

    def _candidates(self, text: str) -> Iterator[str]:
        for pattern in (self._ends, self._hires):
            yield from (found[1] for found in pattern.finditer(text))
