"""Weighs what the rules found in a message against what its words sound like.

The rules know why they take words for a title, but neither all titles nor all words that only look
like one. `mengzhan.rules.ads.tagging` knows no reason, but how likely it is. So a fact of the rules
that hardly sounds like one is left out, its words are corrected where others sound better, and what
sounds like one and no rule knows is added. That is less sure, so that a person looks at it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.doings import ANYBODY
from mengzhan.rules.ads.lineforms import line_form
from mengzhan.rules.ads.tagging import KINDS, Tagged
from mengzhan.rules.ads.titles import entries
from mengzhan.rules.ads.titlewords import DOING

_FROM = re.compile("[转来摘]自[^\u4e00-\u9fff\n]*.?$")
"""Before whom a message is passed on from: 转自乌审招聘, 信息来自开发区劳动保障所."""


@dataclass(frozen=True)
class Bar:
    """How likely words must be to be taken for something of a kind.

    Attributes:
        kept: to stay, where a rule found it.
        beside: to stay right beside a number of people or pay.
        added: to be added to what else there is.
        in_line: to be added where it begins a line of the same form as one that is certain enough.
        counted: to be added right beside a number of people or pay.
        in_entry: to be added to an entry with a number that has nothing, where others do.
        alone: to be all that there is.
        better: so much likelier to stand for what a rule found.
        certain: so sure a rule must be, such as behind a label, for nothing to be asked.
        whole: whether no part of what a rule found may stand for it, which tells whose it is:
            客服要普通话标准.
        vague: words that may as well be something else; a building site says where, not who hires.
        never: words, with what follows them, that are none of the kind however they sound, unless a
            rule is certain: 健康证我们统一办.
    """

    kept: float = 0.2
    beside: float = 0.02
    added: float = 0.6
    in_line: float = 1.0
    counted: float = 1.0
    in_entry: float = 1.0
    alone: float = 0.4
    better: float = 0.1
    certain: float = 0.9
    whole: bool = False
    vague: tuple[str, ...] = ()
    never: re.Pattern[str] | None = None

    def may_be(self, ad: AdText, span: Span) -> bool:
        """Whether words may be of the kind at all; where a message comes from tells of nothing else."""
        if _FROM.search(ad.folded, 0, span.start + 1):
            return False
        return self.never is None or not self.never.match(ad.folded, span.start)


BARS = dict.fromkeys(KINDS, Bar()) | {
    "title": Bar(
        kept=0.9,
        beside=0.1,
        added=0.9,
        counted=0.7,
        in_line=0.1,
        in_entry=0.2,
        alone=0.1,
        better=0.3,
        certain=1.0,
        never=re.compile("其[他它余]|别的|学徒期|[^,;。\n\\d ]{2,8}(?:不招了|招满|招到了|已?满了)"),
    ),
    "employer": Bar(vague=("工地", "项目部", "牧场", "车队")),
    "place": Bar(kept=0.01, never=re.compile(r"[\u4e00-\u9fff]{1,4}店\)")),
    "requirements": Bar(
        alone=0.5,
        whole=True,
        never=re.compile("[^,;。\n]{1,10}(?:统一|免费|给|我们|公司)[^,;。\n]{0,2}办"),
    ),
}
"""Found by trial on sets that the weights were not learned from. A title stands for all of a vacancy,
so it must be likelier; what the rules know of places is better than what they sound like."""

_PLAIN = 0.75
"""How likely vague words must be to be taken."""

_KNOWN = 0.9
"""How sure a rule is of words that it knows."""

_MOST = 0.65
"""How sure what only sounds like something is at most; a person is to look at it."""

_REST = re.compile("[\u4e00-\u9fff]{1,3} ")
"""Behind a part of a name: 绿化清扫 6人."""

_SEVERAL = 2
"""So many entries make a list."""

Heard = list[tuple[float, Span]]
"""Spans that sound like something of a kind with their chances, the likeliest first."""


def weighed(
    ad: AdText,
    kind: str,
    facts: Sequence[Fact],
    tagged: Tagged,
    *,
    entry: Span | None = None,
    numbers: Sequence[Span] = (),
    elsewhere: Sequence[Span] = (),
) -> list[Fact]:
    """Return the facts of a kind with what the words of the message say of them.

    Args:
        facts: what the rules found.
        tagged: what the whole message sounds like; ``ad`` may be a part of it.
        entry: the one entry of a list in which something may be heard, if not everywhere.
        numbers: numbers of people and pay; what stands right beside one is easily a vacancy.
        elsewhere: what is told of something else, in which nothing of the kind is named.
    """
    bar = BARS[kind]
    facts = [fact for fact in facts if fact.sure >= bar.certain or bar.may_be(ad, fact.span)]
    shares = {fact: tagged.share(kind, fact.span) for fact in facts}
    likely = [fact for fact in facts if shares[fact] >= bar.kept or fact.sure >= bar.certain]
    likely += [fact for fact in facts if _is_listed(ad, fact, likely)]
    maybe = [fact for fact in facts if shares[fact] >= bar.beside and fact not in likely]
    maybe += [fact for fact in facts if fact not in [*likely, *maybe] and _ends(ad, fact, likely)]
    counted = [fact for fact in maybe if _is_counted(ad, fact.span, numbers)]
    told = ((chance, span) for span, chance in tagged.spans(kind) if bar.may_be(ad, span))
    heard = sorted((one for one in told if _in_place(ad, one[1], entry, elsewhere)), reverse=True)
    new = [one for one in heard if one[0] >= _PLAIN or ad.folded[slice(*one[1])] not in bar.vague]
    added: list[Fact] = []

    def add(heard: Heard, least: float) -> None:
        added.extend(_added(ad, kind, heard, [*likely, *counted, *added], least))

    add(new, bar.added)
    add(_alike(ad, new, [*likely, *added]), bar.in_line)
    add([one for one in new if _is_counted(ad, one[1], numbers)], bar.counted)
    add(list(_of_entries(ad, new, [*likely, *counted, *added], numbers)), bar.in_entry)
    if added:
        # what is only guessed from the number beside it gives way to a name that is heard
        counted = [fact for fact in counted if _is_named(ad, fact)]
    found = [*(_corrected(ad, fact, heard, bar) for fact in (*likely, *counted)), *added]
    # of several names that a rule took for one: 服务员洗碗工
    found += _added(ad, kind, new, found, bar.added)
    if not found and facts and kind == "title":
        found = [max(facts, key=lambda fact: shares[fact])]
    return ad.took(_apart(found or _added(ad, kind, new[:1], [], bar.alone)))


def _added(ad: AdText, kind: str, heard: Heard, known: Sequence[Fact], least: float) -> list[Fact]:
    """What is heard and no fact has part of."""
    found: list[Fact] = []
    for chance, span in heard:
        if chance >= least and not any(span.meets(one.span) for one in (*known, *found)):
            found.append(_heard(ad, kind, chance, span))
    return found


def _alike(ad: AdText, heard: Heard, known: Sequence[Fact]) -> Heard:
    """What begins a line of the same form as something known: 切配 5000, and then 洗碗 4000."""
    forms = {line_form(ad, fact.span) for fact in known} - {None}
    return [one for one in heard if line_form(ad, one[1]) in forms]


def _of_entries(
    ad: AdText, heard: Heard, known: Sequence[Fact], numbers: Sequence[Span]
) -> Iterator[tuple[float, Span]]:
    """Yield the likeliest of each entry with a number in which nothing is known, where several have
    both: 铝厂打渣 9000；酒店 PA 2800."""
    counted = [
        entry
        for line in ad.lines
        for entry in entries(ad, line)
        if any(number.start in entry for number in numbers)
    ]
    named = [entry for entry in counted if any(one.span.start in entry for one in known)]
    for entry in counted if len(named) >= _SEVERAL else ():
        here = (one for one in heard if one[1].start in entry)
        free = (one for one in here if not any(one[1].meets(other.span) for other in known))
        if entry not in named:
            yield from islice(free, 1)


def _ends(ad: AdText, fact: Fact, likely: Sequence[Fact]) -> bool:
    """Whether words are what likely ones end in: 数学老师、英语老师，老师4000."""
    words = ad.folded[slice(*fact.span)]
    return any(ad.folded[slice(*one.span)].endswith(words) for one in likely)


def _is_named(ad: AdText, fact: Fact) -> bool:
    """Whether a fact names work by words that the rules know, and not just anybody (女工, 大姐)."""
    return fact.sure > DOING and ad.folded[slice(*fact.span)] not in ANYBODY


def _is_listed(ad: AdText, fact: Fact, likely: Sequence[Fact]) -> bool:
    """Whether something that the rules know stands in one list with a likely one: 挡车工、检验员."""
    before = (one.span.end for one in likely if one.span.end < fact.span.start)
    return fact.sure >= _KNOWN and any(ad.folded[end : fact.span.start] == "、" for end in before)


def _is_counted(ad: AdText, span: Span, numbers: Sequence[Span]) -> bool:
    """Whether nothing but a sign or blank, or the rest of a name, stands between a span and a number."""
    pairs = (sorted((span, number)) for number in numbers)
    return any(
        one.end <= other.start
        and (
            not ad.folded[one.end : other.start].strip(" :(、/的")
            or (one == span and _REST.fullmatch(ad.folded, one.end, other.start))
        )
        for one, other in pairs
    )


def _in_place(ad: AdText, span: Span, entry: Span | None, elsewhere: Sequence[Span]) -> bool:
    """Whether something of the kind may be named where words stand."""
    blank = not ad.folded[slice(*span)].strip()
    here = entry is None or span.start in entry
    return here and not blank and not any(span.meets(one) for one in elsewhere)


def _heard(ad: AdText, kind: str, chance: float, span: Span) -> Fact:
    trimmed = ad.trimmed(span)
    return Fact(kind, ad.words(trimmed), trimmed, min(chance, _MOST))


def _corrected(ad: AdText, fact: Fact, heard: Heard, bar: Bar) -> Fact:
    """Return a fact, or what is much likelier to be meant by words that it has part of."""
    if fact.sure >= bar.certain:
        return fact
    own = next((chance for chance, span in heard if span == fact.span), 0.0)
    for chance, span in heard:
        if span.meets(fact.span):
            part = fact.span.start <= span.start and span.end <= fact.span.end
            better = chance > own + bar.better and not (bar.whole and part)
            return _heard(ad, fact.what, chance, span) if better else fact
    return fact


def _apart(facts: Sequence[Fact]) -> list[Fact]:
    """Return facts in their order, of those that share words only the first."""
    found: list[Fact] = []
    for fact in sorted(facts, key=lambda fact: fact.span):
        if fact.span.start < fact.span.end and (not found or fact.span.start >= found[-1].span.end):
            found.append(fact)
    return found
