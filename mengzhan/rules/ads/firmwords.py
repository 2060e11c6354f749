"""Words that are firms: how names of firms end, and words that only tell a sort of firm."""

import re

from mengzhan.rules.ads.vocabulary import any_of

_FIRMS = any_of("firm_ending")
_ENDS_AS_FIRM = re.compile(rf"(?:{_FIRMS})(?:\([^()]*\))?$")
ONLY_A_SORT = re.compile(rf"(?:{any_of('firm_sort')})*(?:{_FIRMS})?")
"""A sort of firm, or none: 服装厂."""

HOUSES = "店厂馆铺场站所院社行吧坊校园队堂城矿厅市楼"
"""How a sort of firm of two characters ends that is not what it sells (百货)."""

_SORT_UP_TO = 3


def only_a_sort(words: str) -> bool:
    """Return whether words only tell what sort of firm it is: 羊杂馆, 专卖店."""
    short = len(words) <= _SORT_UP_TO and words[-1:] in HOUSES
    return bool(short or ONLY_A_SORT.fullmatch(words))


def ends_as_firm(words: str) -> bool:
    """Return whether words end as names of firms do, and are not only a sort of firm."""
    return bool(_ENDS_AS_FIRM.search(words)) and not ONLY_A_SORT.fullmatch(words)


def ends_with_firm(words: str) -> bool:
    """Return whether words end as names or sorts of firms do."""
    return len(words) > 1 and bool(_ENDS_AS_FIRM.search(words))
