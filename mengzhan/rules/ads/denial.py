"""Whether an ad says something or says that it is not so: 不收押金和服装费 is no fee.

A denial reaches over its own clause: over what is coordinated in it (不收押金、服装费和培训费), over
bare items that follow after commas, and backwards (押金一律不收; 体检费单位承担; 体检费先垫，录用后
凭票报). It ends where
something is asked for after all (不收押金，服装费自理), and a condition is no denial (不交押金不能上岗).
Warnings of frauds (凡要求交押金的都是骗子) count as denials too. The words are data: the lists named
below, in the table of rules.
"""

import re
from collections.abc import Mapping

from mengzhan.rules.ads.wording import SENTENCE_END, Wording

LISTS = (
    "否定",
    "无有",
    "收取",
    "任何",
    "并列",
    "索要",
    "免去",
    "由单位",
    "后果",
    "假如",
    "骗局",
    "提防",
    "统统",
    "不许写",
    "说穿",
    "报还",
)
"""The word lists that the grammar of denials needs."""

_ITEM, _OWN = 10, 4
"""How long an item of a list may be, and what stands before the words themselves (入职押金)."""

_BACK = 24
_QUOTED, _EXPOSED = 20, 30
_BARE = 2
_LATE = 8
"""How many characters may follow the words in a clause before one that says who pays them back."""

_LISTED = 6
"""How long a bare item may be that goes on with a denial: 服装费, and not 帮人取钱送到指定地方."""

_QUOTE_OPEN = re.compile("[“「『][^”」』]*$")
_QUOTE_CLOSED = re.compile(
    "[^“「『]*[”」』](?!的(?![^，\n ]{0,4}"
    "(?:咨询|案子|字样|说法|广告|问题|[好坏]?事|做法|[大空套鬼]?话|规定|梦|饼|口号|传单|海报)))"
)
"""Quoted words that people are called by are meant as they stand: “进去过”的别来."""
_OTHER_DENIAL = re.compile("[不没无未免]")
_ASIDE = re.compile("(?<![费钱款用取交缴])（")
"""Opens what is said by the way, and not what a word for costs stands for: 无费用（押金等）."""


class Denials:
    """Finds out whether words are denied, warned of or carried by the employer."""

    def __init__(self, lists: Mapping[str, str]) -> None:
        """Take the word lists as patterns, by name.

        Raises:
            KeyError: one of `LISTS` is missing.
        """
        words = [f"(?:{lists[name]})" for name in LISTS]
        no, none, charge, any_, joint, ask = words[:6]
        spare, borne, consequence, opener, fraud = words[6:11]
        beware, wholly, unwritten, exposed, repaid = words[11:]
        self._joint = re.compile(joint)
        self._with_verb = re.compile(f"{no}{charge}++{any_}*+")
        self._without = re.compile(f"(?:{none}|{no}){any_}*+")
        self._outright = re.compile(f"(?:{no}{charge}++|{none}){any_}*+")
        self._carried = re.compile(f"{spare}|{borne}")
        self._spared = re.compile(f"(?:以上|上述|这些)?(?:费用)?{wholly}(?:{spare}|{borne})")
        self._repaid = re.compile(repaid)
        self._asked = re.compile(f"[^，]{{0,4}}?{ask}")
        self._amount = re.compile("[0-9]|[一二两三四五六七八九十][百千万]")
        self._item_alone = re.compile("[^，0-9]{0,5}[费金钱证]等?")
        self._unpaid = re.compile("(?:不|没|未|没有)先?(?:交|缴|付|带|给|押|办)")
        self._consequence = re.compile(f"[^，]{{0,6}}，?[^，]{{0,3}}{consequence}")
        self._opener = re.compile(opener)
        self._fraud = re.compile(fraud)
        self._called_fraud = re.compile(
            f"[^，。]{{0,14}}?(?:都|全|均|就|一律|统统)(?:是|属于?)(?:{fraud})"
        )
        self._beware = re.compile(f"{beware}[^，。]{{0,10}}$")
        self._unwritten = re.compile(f"{unwritten}[^\n]{{0,{_QUOTED}}}$")
        self._exposed = re.compile(f"[^\n]{{0,{_EXPOSED}}}?{exposed}")
        self._continues = re.compile("(?:包括|比如|例如|如|含|不管是|无论)")

    def denied(self, ad: Wording, start: int, end: int) -> bool:
        """Return whether the words from ``start`` to ``end`` are said not to be so."""
        first, last = ad.clause(start, end)
        before, after = ad.text[first:start], ad.text[end:last]
        if self._warned_of(ad, start, end):
            return True
        following = ad.next_clause(last)
        if len(after) <= _LATE and self._repaid.match(following):
            return True
        if self._asked.match(after):
            return False
        if self._denied_before(before, ad.text[start:last], after, following):
            return True
        if self._denied_after(after):
            return True
        if len(after) <= _BARE and self._spared.match(following):
            return True
        goes_on = self._continues.match(before) or self._is_bare(ad.text[start:end], before, after)
        return bool(goes_on) and self._denied_in_a_clause_before(ad, first)

    def mentioned(self, ad: Wording, start: int, end: int, *, quoted: bool) -> bool:
        """Return whether the words are only spoken of: forbidden to write, or exposed as a trick.

        ``quoted``: whether quotation marks around the words are enough for that.
        """
        first, last = ad.sentence(start, end)
        before = ad.text[first:start]
        if quoted and _QUOTE_OPEN.search(before) and _QUOTE_CLOSED.match(ad.text, start, last):
            return True
        return bool(self._unwritten.search(before) or self._exposed.match(ad.text, start, last))

    def _is_bare(self, said: str, before: str, after: str) -> bool:
        """Whether a clause is nothing but an item of a list."""
        whole = not before and len(said) <= _LISTED and len(after) <= _BARE
        return whole and not self._amount.search(said + after)

    def _denied_before(self, before: str, said: str, after: str, following: str) -> bool:
        head = _last(self._with_verb, before)
        if head and self._own_words(before[head.end() :]) is not None:
            unpaid = self._unpaid.match(head[0])
            return not (unpaid and self._consequence.match(f"{after}，{following}"))
        head = _last(self._without, before)
        own = self._own_words(before[head.end() :]) if head else None
        # 无经验押金300: what is denied is the experience; 无传染病（体检自费）: the disease
        elsewhere = own and (self._amount.search(said) or _ASIDE.search(own))
        return own is not None and not elsewhere

    def _own_words(self, tail: str) -> str | None:
        """Return what stands between the list and the words; ``None`` if the denial ends before."""
        *items, own = self._joint.split(tail)
        if any(len(item) > _ITEM or _OTHER_DENIAL.search(item) for item in items):
            return None
        return own if len(own) <= _OWN and not _OTHER_DENIAL.search(own) else None

    def _denied_after(self, after: str) -> bool:
        found = self._carried.search(after)
        if found is None or not found.start():
            return found is not None
        between = after[: found.start()]
        if not self._joint.match(between):
            return False
        return all(len(item) <= _ITEM for item in self._joint.split(between))

    def _denied_in_a_clause_before(self, ad: Wording, first: int) -> bool:
        """A bare item, or 包括 and items, go on with what the clause before denies."""
        while first > 0 and ad.text[first - 1] != SENTENCE_END:
            start, end = ad.clause(first - 1, first - 1)
            clause = ad.text[start:end]
            head = _last(self._outright, clause)
            if head and self._own_words(f"{clause[head.end() :]}、") is not None:
                return True
            if not self._item_alone.fullmatch(clause):
                return False
            first = start
        return False

    def _warned_of(self, ad: Wording, start: int, end: int) -> bool:
        first, last = ad.sentence(start, end)
        before = ad.text[first:start]
        if self._opener.search(before[-_BACK:]) and self._fraud.search(ad.text, start, last):
            return True
        if self._called_fraud.match(ad.text, start, last):
            return True
        return self._beware.search(before) is not None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the last place where a pattern stands."""
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)
