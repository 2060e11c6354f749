"""Whether an ad names a group of people only to say that its door is open to them: 信不信教都行;
or because the work is for them: 给未婚青年办联谊会.

Rules about discrimination look for a group near words of closing or preferring. Where the same
clause says that the group does not matter (不看民族, 没结婚的结了婚的都一样), nothing is broken. The words
are data: the lists named below, in the table of rules.
"""

import re
from collections.abc import Mapping

from mengzhan.rules.ads.wording import Wording

LISTS = ("不看", "都行", "服务于")
"""The word lists that are needed: what stands before a group that does not matter, after it, and
before people who are served."""

_NEAR, _LATE = 5, 4
"""How many characters may stand between 不看 and the group, and in the next clause before 都行."""


class Welcomes:
    """Finds out whether a group is named only to be welcomed."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """Take the word lists as patterns, by name.

        Raises:
            KeyError: one of `LISTS` is missing.
        """
        before, after, served = (f"(?:{lists[name]})" for name in LISTS)
        self._before = re.compile(f"{before}[^，\n ]{{0,{_NEAR}}}$")
        # 学历不看 welcomes, 专科的不看 refuses
        welcome = f"(?:(?<![的者]){before}|{before}(?=[^，\n ]))"
        self._within = re.compile(welcome)
        self._at_end = re.compile(f"{welcome}[^，\n ]{{0,{_NEAR}}}$")
        self._after = re.compile(after)
        self._next = re.compile(f"[^，\n ]{{0,{_LATE}}}?{after}")
        self._served = re.compile(f"{served}$")

    def welcomed(self, ad: Wording, start: int, end: int) -> bool:
        """Return whether the clause around ``start`` to ``end`` says that these are welcome or served."""
        first, last = ad.clause(start, end)
        return bool(
            self._before.search(ad.text[first:start])
            or self._served.search(ad.text[first:start])
            or self._at_end.search(ad.text[start:end])
            or self._within.search(ad.text, start, min(end, ad.clause(start, start)[1]))
            or self._after.search(ad.text, start, last)
            or self._next.match(ad.next_clause(last))
        )
