"""Which of several vacancies in one message a fact belongs to, by where it stands.

What stands in a vacancy's own line or lines is its own; what stands before the first and behind
the last holds for all.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from mengzhan.rules.ads.adtext import TAKEN, AdText, Fact, Span
from mengzhan.rules.ads.references import OTHERS, References
from mengzhan.rules.ads.titles import ENUMERATOR

_ALL = re.compile("都|(?<![月日平人年])均|一律|统一")
_FOR_ALL = re.compile(rf"(?:{_ALL.pattern})[^,;。\n ]*$")
_APART = re.compile(r"[,;。]|\) |(?: \S+){2}")
"""A sign, or blanks that do its work: 皮带工 8人 6500 食宿全免."""

_JOINED = re.compile(r"[ 、/,和及与跟+]*")
_CALLED = re.compile("[招缺差要找聘需] ?$")
_SENTENCE = re.compile("[;。!]")
_REST = re.compile(f"(?:{OTHERS}|以上(?:岗位|人员|职位|工种|[均都各]))[^,;。、!\n ]{{0,8}} ?$")
"""Before what all have that have nothing of their own: 其余岗位5000."""

_CLAUSE_END = re.compile("[,;。、! ]+")
_CLAUSE_BEFORE = re.compile("[^,;。、!\n ]*$")
_BEGINS = re.compile(f"{ENUMERATOR.pattern}(?:[^,;。!:\n ]{{1,12}}[: ]?)?")
"""What may stand before a heading in its line: a number, and a label or the place before a firm."""

_CALLS = re.compile("(?:[^,;。:!\n ]{0,4}[招要缺找聘雇差][^,;。!\n]{0,7}|:)?")
"""What may stand between a firm and whom it looks for, wherever that is said: 隔壁琴行招古筝老师."""

_OPENS = re.compile(r"[,;。:!/|\[] ?$")
_NEAR = 6
"""So many characters at most stand between a firm and whom it looks for: 宏达商砼要罐车司机."""

_SIGN = re.compile(r"\s*([^\w\s])")
"""What entries without numbers may begin with: ◆, 👉."""

_HEADINGS = 2
"""So many headings make a list of several parts."""

_LONGEST = 6
"""So many characters of a name are compared at most."""

_TAIL = 3
"""So many characters at the end of a name stand for it: 操作员 for 游乐设备操作员."""

_HEAD = 2
"""So many at its beginning do, if a fact begins with them: 配班要有证 for 配班老师; fewer name nobody."""


class Placed(Protocol):
    """Anything that stands at a place in the message."""

    @property
    def span(self) -> Span:
        """Where it stands."""


P = TypeVar("P", bound=Placed)


def _distinct(names: Iterable[str]) -> int:
    """How many vacancies names are of, if a shorter name means a longer one: 洗碗, 洗碗工."""
    every = set(names)
    return sum(not any(name in other and name != other for other in every) for name in every)


class Sharing:
    """The vacancies of a message by the places of their names."""

    def __init__(
        self, ad: AdText, titles: Sequence[Fact], references: References | None = None
    ) -> None:
        """Take the names of vacancies.

        Args:
            references: what the message tells behind its entries, if there are others than these.
        """
        self._ad = ad
        self._references = references or References(ad, titles)
        self._titles = titles
        self._lines = [ad.line_of(title.span.start) for title in titles]
        self._groups = self._grouped()
        self._reach = [0 for _ in titles]

    def own(
        self, facts: Iterable[P], is_each: Callable[[P], bool], *, by_name: bool = False
    ) -> list[list[P]]:
        """Deal out facts of which each vacancy has its own (how many people, pay).

        Args:
            is_each: whether a fact holds for all of several names in a row.
            by_name: whether a fact belongs to whom the words before it name in short (主班3200), or to
                those that have none (其余3000).
        """
        dealt: list[list[P]] = [[] for _ in self._titles]
        common: list[P] = []
        for fact in facts:
            told = self.told(fact)
            if told is not None:
                for at in told:
                    dealt[at].append(fact)
                continue
            named = self._named_before(fact.span) if by_name else None
            if named is not None:
                dealt[named].append(fact)
                continue
            owner = self._owner(fact.span, [bool(one) for one in dealt])
            alone = self._follows_all(fact.span) and len(self._titles) > 1
            of_rest = by_name and _REST.search(self._ad.folded, 0, fact.span.start)
            if owner is None or of_rest or (alone and not any(dealt)):
                common.append(fact)
                continue
            for at in self._sharers(owner, fact.span, dealt) if is_each(fact) else [owner]:
                dealt[at].append(fact)
        for at, own in enumerate(dealt):
            before = dealt[:at]
            ends = [one.span.end for one in own if not any(one in other for other in before)]
            self._reach[at] = max([self._reach[at], *ends])
        return [one or list(common) for one in dealt]

    def shared(
        self,
        facts: Iterable[P],
        *,
        by_name: bool = False,
        often_all: Callable[[P], bool] = lambda _: False,
    ) -> tuple[list[list[P]], list[P]]:
        """Deal out facts that often hold for all (place, hours, telephone).

        Args:
            by_name: whether a fact that names one vacancy belongs to it (司机要A2).
            often_all: whether a fact at the end of the last vacancy's sentence is everybody's.

        Returns:
            For each vacancy its own facts, and the facts common to all.
        """
        dealt: list[list[P]] = [[] for _ in self._titles]
        common: list[P] = []
        lines_below = False
        for fact in facts:
            told = self.told(fact)
            if told is None and by_name:
                told = self._named(fact.span) or None
            if told is not None:
                for at in told:
                    dealt[at].append(fact)
                continue
            owners = self._owners(fact.span, of_sentence=not often_all(fact))
            others = [at for at in range(len(self._titles)) if at not in owners]
            tail = self._follows_all(fact.span)
            own_too = lines_below or (not by_name and others and all(dealt[at] for at in others))
            if not owners or (tail and not own_too):
                common.append(fact)
            else:
                # where one has lines below its name for this, the last has them too
                lines_below |= not self._on_line(self._ad.line_of(fact.span.start))
                for at in owners:
                    dealt[at].append(fact)
        return dealt, common

    def told(self, fact: Placed) -> Sequence[int] | None:
        """Which of the vacancies a fact is told of where the message refers to some: 1和2找王姐138…."""
        owners = self._references.of(fact.span)
        if owners is None:
            return None
        return [at for at, title in enumerate(self._titles) if title in owners]

    def parted(self, facts: Iterable[Fact]) -> Iterator[Fact]:
        """Yield facts, those in parts that tell of several vacancies: 服务员要女的，洗碗的男女都行."""
        for fact in facts:
            starts = [fact.span.start]
            for sign in _CLAUSE_END.finditer(self._ad.folded, *fact.span):
                rest = Span(sign.end(), fact.span.end)
                clause = Span(rest.start, self._clause_end(rest))
                if self._named(clause) or self._references.of(clause) is not None:
                    starts.append(rest.start)
            if len(starts) == 1:
                yield fact
                continue
            for part in map(Span, starts, [*starts[1:], fact.span.end]):
                yield self._ad.fact(fact.what, self._ad.trimmed(part), fact.sure)

    def _clause_end(self, span: Span) -> int:
        sign = _CLAUSE_END.search(self._ad.folded, *span)
        return sign.start() if sign else span.end

    def under_headings(self, facts: Sequence[P]) -> list[list[P]]:
        """Deal out facts that head parts of a list, each to the vacancies behind it in its line, or
        from a line of its own to those up to the next heading.

        总店：厨师长、红案 / 机场店：迎宾; 呼和浩特：/ 叉车司机 4人 / 包头：/ 电焊工 10名; 宏达商砼要司机；新客隆要收银.
        One heading is none: it is for all, or belongs to one vacancy.
        """
        heads = [fact for fact in facts if self._heads(fact.span)]
        if len(heads) < _HEADINGS:
            return [[] for _ in self._titles]
        return [self._heading_of(title.span.start, heads) for title in self._titles]

    def _heading_of(self, at: int, heads: Sequence[P]) -> list[P]:
        """The last heading before a place, if it reaches as far."""
        before = [head for head in heads if head.span.start <= at][-1:]
        line = self._ad.line_of(before[0].span.start) if before else -1
        of_its_line = bool(self._on_line(line)) and line < self._ad.line_of(at)
        return [] if of_its_line else before

    def _heads(self, span: Span) -> bool:
        """Whether words begin their line, and vacancies are named behind them or in the next line; or
        begin a clause in which a vacancy follows."""
        number = self._ad.line_of(span.start)
        line = self._ad.lines[number]
        here = [self._titles[at].span for at in self._on_line(number)]
        if not here and self._on_line(number + 1):
            return bool(_BEGINS.fullmatch(self._ad.folded, line.start, span.start))
        behind = [title for title in here if title.start >= span.start]
        if len(behind) == len(here) and _BEGINS.fullmatch(self._ad.folded, line.start, span.start):
            return bool(here)
        if not behind:
            return False
        opens = _OPENS.search(self._ad.folded, line.start, span.start)
        gap = self._ad.folded[span.end : behind[0].start]
        near = bool(opens) and len(gap) <= _NEAR and not _APART.search(gap)
        return near or bool(_CALLS.fullmatch(gap))

    def in_list(self, span: Span) -> bool:
        """Whether a fact stands in one of several entries that begin with a number or the same sign, or
        in the midst of the lines that name vacancies."""
        line = self._ad.line_of(span.start)
        if not self._on_line(line) or len(set(self._lines)) < _HEADINGS:
            return False
        marks = [self._mark(one) for one in dict.fromkeys(self._lines)]
        marked = self._mark(line) and marks.count(self._mark(line)) > 1
        return bool(marked) or self._lines[0] < line < self._lines[-1]

    def _mark(self, line: int) -> str:
        """What an entry begins with: a number (as ``1``) or a sign."""
        start, end = self._ad.lines[line]
        begin = ENUMERATOR.match(self._ad.folded, start, end)
        if begin and begin["number"]:
            return "1"
        # the folded message has blanks for pictures
        sign = _SIGN.match(self._ad.raw, start, end)
        return sign[1] if sign else ""

    def closest_first(self, counts: Sequence[Fact]) -> list[Fact]:
        """Return numbers of people, those first that stand beside a name or behind a call.

        四个人干，现在差俩人: two are wanted; 找两个人，一个放牛: one for that.
        """

        def distance(fact: Fact) -> int:
            spans = [title.span for title in self._titles]
            if any(self._touch(*sorted((span, fact.span))) for span in spans):
                return 0
            called = _CALLED.search(self._ad.folded, 0, fact.span.start)
            return 1 if called or self._ad.folded.startswith("各", fact.span.start) else 2

        return sorted(counts, key=distance)

    def _named(self, span: Span) -> Sequence[int]:
        """The one vacancy of several whose name, or the end of it, stands in a fact."""
        words = self._ad.folded[span.start : span.end]
        names = [self._name(at) for at in range(len(self._titles))]
        before = self._ad.folded[: span.start]
        told = {
            at: name
            for at, name in enumerate(names)
            if (before.endswith(name) and self._titles[at].span.end != span.start)
            or name in words
            or name[-_TAIL:] in words
            or name.startswith(words[:_HEAD])
        }
        return list(told)[:1] if _distinct(told.values()) == 1 < _distinct(names) else []

    def _named_before(self, span: Span) -> int | None:
        """The one vacancy whose name the clause before a fact ends in, or begins with, a part of.

        招主班教师2名、配班教师2名，主班3200，配班2800: what is named in full is no matter here.
        """
        clause = _CLAUSE_BEFORE.search(self._ad.folded, 0, span.start)
        start = clause.start() if clause else 0
        if any(title.span.end > start for title in self._titles if title.span.start < span.start):
            return None
        words = self._ad.folded[start : span.start].strip(" :的")
        names = [self._name(at) for at in range(len(self._titles))]
        for length in range(_LONGEST, _HEAD - 1, -1):
            for part in (words[-length:], words[:length]):
                named = {name for name in names if len(part) == length and part in name}
                if len(named) == 1:
                    return names.index(named.pop())
        return None

    def _name(self, at: int) -> str:
        return self._ad.folded[slice(*self._titles[at].span)]

    def _grouped(self) -> list[list[int]]:
        """For each name the names that it stands in a row with: 服务员、洗碗工."""
        groups: list[list[int]] = []
        for at, title in enumerate(self._titles):
            before = self._titles[at - 1].span.end if at else 0
            between = self._ad.folded[before : title.span.start]
            again = any(self._name(at) in self._name(other) for other in range(at))
            if at and _JOINED.fullmatch(between) and not again:
                groups[-1].append(at)
                groups.append(groups[-1])
            else:
                groups.append([at])
        return groups

    def _sharers(self, owner: int, span: Span, dealt: Sequence[list[P]]) -> list[int]:
        """Who shares a fact behind several names: a row of them, or all of a line that have none.

        服务员、洗碗工3500; 服务员2名，洗碗工1名，工资3500; but not 服务员2名，洗碗工1名3500.
        """
        each = self._ad.folded.startswith("各", span.start)
        here = self._on_line(self._ad.line_of(span.start))
        if each and not here:
            here = list(range(owner + 1))
        named = [at for at in here if self._titles[at].span.end <= span.start]
        if each and not any(dealt[at] for at in named):
            return named
        if _ALL.search(self._ad.folded, *span):
            return [at for at, own in enumerate(dealt) if not own]
        all_alike = len({len(dealt[at]) for at in named}) == 1
        if named and owner == named[-1] and all_alike and self._apart(owner, span):
            return named if named == here or not dealt[owner] else self._groups[owner]
        return self._groups[owner]

    def _on_line(self, line: int) -> list[int]:
        return [at for at, own in enumerate(self._lines) if own == line]

    def _follows_all(self, span: Span) -> bool:
        """Whether a fact stands in a line of its own behind the last name."""
        return bool(self._lines) and self._ad.line_of(span.start) > self._lines[-1]

    def _owner(self, span: Span, served: Sequence[bool]) -> int | None:
        here = self._on_line(self._ad.line_of(span.start))
        before = [at for at, title in enumerate(self._titles) if title.span.end <= span.start]
        if not here:
            return before[-1] if before else None
        behind = [at for at in here if at >= len(before)]
        last = before[-1] if before and before[-1] in here else None
        if last is not None and not served[last] and self._touch(self._titles[last].span, span):
            return last
        if behind and self._touch(span, self._titles[behind[0]].span):
            return behind[0]
        return last if last is not None else behind[0]

    def _touch(self, one: Span, other: Span) -> bool:
        return not self._ad.free[one.end : other.start].strip(" :()的要" + TAKEN)

    def _owners(self, span: Span, *, of_sentence: bool) -> list[int]:
        """The vacancies whose line or lines hold a fact; none if it stands outside of them."""
        line = self._ad.line_of(span.start)
        here = self._on_line(line)
        before = [at for at, title in enumerate(self._titles) if title.span.end <= span.start]
        if not here:
            return self._groups[before[-1]] if before else []
        if _FOR_ALL.search(self._ad.folded, max(0, span.start - 4), span.start):
            return here if self.in_list(span) and len(here) > 1 else []
        if all(at in self._groups[here[0]] for at in here):
            return [] if len(here) == len(self._titles) else here
        last = next((at for at in reversed(before) if at in here), None)
        if last is None:
            return []
        if self.in_list(span):
            return self._groups[last] if of_sentence else here
        own = span.start < self._reach[last]
        if own or (of_sentence and self._is_its_sentence(last, span)):
            return self._groups[last]
        behind = self._apart(last, span) or self._beyond(last, span)
        return [] if last == here[-1] and behind else self._groups[last]

    def _is_its_sentence(self, at: int, span: Span) -> bool:
        """Whether a fact ends the sentence in which a vacancy is named, and no other is.

        A；B，三班倒: that is B's; A，B，三班倒 is everybody's.
        """
        if at == 0:
            return False
        before = self._ad.folded[self._titles[at - 1].span.end : self._titles[at].span.start]
        behind = self._ad.folded[self._titles[at].span.end : span.start]
        return bool(_SENTENCE.search(before)) and not _SENTENCE.search(behind)

    def _beyond(self, at: int, span: Span) -> bool:
        """Whether a fact stands behind the numbers of a vacancy, and a blank between."""
        return 0 < self._reach[at] < span.start and self._ad.folded[self._reach[at]] == " "

    def _apart(self, at: int, span: Span) -> bool:
        """Whether a comma, full stop or several blanks stand between a name and a fact."""
        between = self._ad.folded[self._titles[at].span.end : span.start]
        in_brackets = between.count("(") > between.count(")")
        return not in_brackets and bool(_APART.search(between))
