"""Words that are places: names of the division tree, full or as people say them, and addresses."""

import re
from functools import cache, lru_cache

from mengzhan.model.divisions import division_tree
from mengzhan.rules.ads.titlewords import does_work, title_sure
from mengzhan.rules.ads.vocabulary import HAN, any_of, words_for

_BANNER, _TOWNSHIP = 6, 9
_SORT = re.compile("(?:镇|苏木|(?:民族)?乡|街道|[旗县区市盟])$")
_LONGEST_NAME = 12
PLACE_CHAR = r"[\u4e00-\u9fffA-Za-z0-9·]"
"""A character of an address."""

ADDRESS_END = (
    rf"(?:{any_of('place_ending')}|[\da-zA-Z]{{1,6}}号(?:楼|厂房|院|门市|底商?)?|[负\d一二三四五]{{1,3}}[楼层]|[\da-zA-Z]{{1,3}}号?库|[一二三四五六七八九十\d]{{1,3}}号(?:摊位?|门|窖|棚|井|桥|线|车间|地)|[东西南北]货位|摊位|[前后东西南北]片|那片|\d{{1,3}}-\d{{1,4}}|"
    r"[内外妇儿骨][一二三四五六七八九十]?科|露天坑|第[一二三四五六七八九十\d]家|[一二三四五六七八九十\d][社队组]|[往向][前后里东西南北]走?\d{1,5}米|[\da-zA-Z]{1,3}区|(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[公里地米]{1,2})"
)
"""How addresses end: 小区, 路口, 3号楼, 往东800米."""

_HEAD_END = re.compile(
    rf"(?:[街路巷镇乡旗县村区]|(?:{'|'.join(word for word in words_for('place_ending') if len(word) > 1)}))$"
)
"""How an address ends that a name may stand right behind: 商圈, 对面; 红柳滩砖厂 is one name."""

ENDS_AS_ADDRESS = re.compile(f"{ADDRESS_END}$")
_LONGEST_HEAD = 16
_AREA_TAIL = re.compile(rf"(?:(?![到去]){PLACE_CHAR}){{0,14}}")
_ADDRESS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9·()~-]{3,30}")
_NO_PLACE = re.compile(
    rf"^各|里才\d|^离|[厂班]车从|证|年龄|给$|(?<!沿)线$|(?<!附)近$|^以|以里$|能看|^都是|钱|班子$|^独立|^家门口|^[一二三四五六七八九十\d]+点|^[一二三四五]车间$|^\d{{1,2}}号$|^(?:会(?!展|议|堂|馆|所)|[能要需有懂不没带限可管供给每]|包(?!头)|离家|[店家厂站院校场矿园]里$|[园院场棚]子里$|^本|进修|个月|单位$)|^是|[要缺招找雇]$|住院(?!部)|\d[年月]|[的了在去吗呢吧啦你我他她它谁]|[找缺雇]|{any_of('not_place')}"
)
_LIKE_AREA = re.compile(rf"{HAN}{{2,6}}(?:旗|县|苏木|镇|嘎查)(?P<tail>(?!.*项目){HAN}{{1,8}})")
"""A banner or township that no table has, with what lies in it."""

_KEPT = 2000
"""Answers kept: the readers of one message ask the same of the same words again and again."""

_FEW = 5
"""So many characters behind the name of an area are taken for a place that no table knows."""


@cache
def _areas() -> frozenset[str]:
    """Banners, cities and leagues, and far places, as people write them."""
    tree = division_tree()
    names = set(words_for("far_place"))
    for division in tree:
        if 2 < len(division.code) <= _BANNER:
            names |= {division.name, _SORT.sub("", division.name), *tree.aliases(division.code)}
        elif len(division.code) == _TOWNSHIP and len(short := _SORT.sub("", division.name)) > 2:
            names.add(short)
    return frozenset(name for name in names if len(name) > 1)


@cache
def _leagues() -> frozenset[str]:
    tree = division_tree()
    leagues = [division for division in tree if len(division.code) < _BANNER]
    names = {name for one in leagues for name in (one.name, *tree.aliases(one.code))}
    return frozenset(names | {_SORT.sub("", name) for name in names})


@cache
def area_names() -> frozenset[str]:
    """Return all names of areas: banners, cities, leagues, townships and far places."""
    return _areas() | _townships()


def is_league(words: str) -> bool:
    """Return whether words are the name of a league or of the region."""
    return words in _leagues()


def is_township(words: str) -> bool:
    """Return whether words are the name of a township, in full or without its sort."""
    return words in _townships()


@cache
def _full() -> frozenset[str]:
    return frozenset(name for name in _townships() if _SORT.search(name))


@cache
def _townships() -> frozenset[str]:
    names = (division.name for division in division_tree() if len(division.code) == _TOWNSHIP)
    return frozenset(
        word for name in names for word in (name, _SORT.sub("", name)) if len(word) > 1
    )


def _name_at(words: str, at: int, names: frozenset[str]) -> int:
    """Return where the longest of ``names`` that begins at a place ends; the place if none does."""
    ends = range(min(len(words), at + _LONGEST_NAME), at + 1, -1)
    return next((end for end in ends if words[at:end] in names), at)


@lru_cache(_KEPT)
def area_end(words: str, *, short: bool = True) -> int:
    """Return where the names of banners and townships at the beginning of words end, 0 if none.

    A township counts by its full name, or behind its banner.

    Args:
        short: whether a township may be named without its sort, which a firm's name often is.
    """
    end = 0
    while (after := max(_name_at(words, end, names) for names in (_areas(), _full()))) > end:
        end = after
    return _name_at(words, end, _townships()) if end and short else end


def may_be_place(words: str) -> bool:
    """Return whether nothing in words tells against a place."""
    return len(words) > 1 and not _NO_PLACE.search(words)


@lru_cache(_KEPT)
def place_sure(words: str) -> float:
    """Return how sure it is that words as a whole are a place, 0 for not at all."""
    if not may_be_place(words):
        return 0.0
    ends = re.split("[-~—至到]+", words)
    if len(ends) > 1 and all(area_end(end) == len(end) > 1 for end in ends):
        return 0.7
    area = area_end(words)
    address = bool(ENDS_AS_ADDRESS.search(words)) and len(words) > 2
    if area == len(words):
        return 0.75
    if area and _AREA_TAIL.fullmatch(words, area):
        tail = words[area:]
        named = len(tail) <= _FEW and not title_sure(tail) and not does_work(tail)
        return 0.75 if address else 0.6 if named else 0.0
    if does_work(words):
        return 0.0
    if address and _ADDRESS.fullmatch(words) and not words.endswith("项目"):
        return 0.6
    like_area = _LIKE_AREA.fullmatch(words)
    return 0.5 if like_area and not title_sure(like_area["tail"]) else 0.0


@lru_cache(_KEPT)
def behind_place(words: str, *, short: bool = True) -> int:
    """Return where words go on behind an area or address that they begin with, 0 if with none."""
    area = area_end(words, short=short)
    for end in range(min(len(words), _LONGEST_HEAD), max(area, 2), -1):
        if _HEAD_END.search(words, 0, end) and place_sure(words[:end]):
            return end
    return area
