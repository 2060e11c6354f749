"""Which vacancies a part of a message speaks of, where it refers to them behind their entries.

By the numbers of entries (1和2找王姐…，3号打…; ①4000 ②3200), by what stands in them (宾馆找刘经理…，火锅找赵哥…), by
their order (前两个…), or as all the others (其余…).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.numerals import number

_MARK = r"(?:[①-⑳]|\d{1,2}(?![\d.]*\d)|[A-Ha-h](?![A-Za-z])|(?<=[第(])[一二三四五六七八九十])"
_ENTRY = re.compile(
    rf"(?:^|(?<=[\s,;。、:◎]))(?:第|岗位|单)?\(?(?P<mark>{_MARK})(?:[个家号][, ]?|[.、):, ]|(?<=[①-⑳]))"
    rf"|(?P<inner>[①-⑳])",
    re.MULTILINE,
)
"""What begins an entry: 1., (一), 第二个, A."""

_ONE = rf"(?:第|岗位|单)?\(?{_MARK}\)?(?:[号单](?:岗位)?|[个家])?"
_NUMBERS = re.compile(
    rf"(?P<all>{_ONE}(?:(?:(?<=[)号个家①-⑳])|[、,和跟与及 /]{{1,2}}){_ONE}|[-~至到]{_ONE})*)"
    r"(?P<end>[.、:) 的]|(?=[找打问管包限都要不电联食吃住有]))?"
)
_MARKS = re.compile(rf"(?P<to>[-~至到](?:第|岗位)?)?\(?(?P<mark>{_MARK})")
_CLOSED = re.compile(r"[号单位个家)①-⑳]$")
_QUANTITY = re.compile(r"[\d名人位元块天月年点米岁%.万千]|个(?:月|小时|人)")
"""What follows a number that counts something."""

OTHERS = "其[余他它]|剩下|别的"
"""All that were not named."""

_OTHERS = re.compile(f"(?:{OTHERS}|另外)(?:[一两二三四几]?[个家]|的|岗位|都)*")
_IN_ORDER = re.compile(r"(?:(?P<first>[前头])|后)(?:(?P<count>[一两二三四五六\d])[个家]|者)")
_GOES_ON = re.compile(
    r"(?:上|里|那边|这边|家)?(?:的(?:[一两二三四]个)?)?(?:电话|联系|直接|[打找请问都管包不限]|要求|[: \d]|$)"
)
"""What may follow whom a part refers to: 矿上找…, 物业公司的两个联系…."""

_CALLED = re.compile("的?(?:直接|都)?(?:[打找问]|电话|联系)")
"""Behind a name that only says whom to ask: 羊倌找巴特尔138…."""

_JOINS = re.compile("[、和跟与及 ]?")
_BEGINS = re.compile(
    r"(?:^|(?<=[\s,;。、:✆☎📞()])) *(?=[\w(①-⑳])|(?<=\d)(?:元|块)?(?=后者)", re.MULTILINE
)
_SENTENCE = re.compile("[;。]")
_BEHIND = re.compile(r"[^,;。\n]{0,14}")
"""What may tell who hires behind a name: 出纳一名(建材公司)."""

_ENDS = re.compile(r"[;。]|,(?=[都均统])")
_CLAUSE_ENDS = re.compile("[,;。]")
_DIALLED = re.compile(r"1[3-9]\d{3}")
_PAIR = 2
_SHORTEST, _LONGEST = 2, 8
"""Characters of a name."""

_PLACED = ("上找", "上1", "里找", "里1", "里的", "里电话")
"""Behind a name of one character: 矿上找孙队, 厂里138…."""

_SLACK = ".{0,2}"
"""What may be left out between the characters of a name of three or more: 番茄厂 for 番茄酱厂."""


class _Reference(NamedTuple):
    """Words that refer to vacancies: where they end, to which (none: the others), and whether by number or
    order."""

    end: int
    owners: tuple[int, ...]
    numbered: bool = False


@dataclass(frozen=True)
class _Part:
    """A part of the message, and the vacancies it refers to; ``owners`` of the others are not known yet."""

    span: Span
    owners: tuple[int, ...]
    numbered: bool = False


class References:
    """The parts of a message that refer to vacancies behind the entries that name them."""

    def __init__(self, ad: AdText, titles: Sequence[Fact], employers: Sequence[Fact] = ()) -> None:
        """Find the parts; ``employers`` may stand in headings above the names."""
        self._ad = ad
        self._titles = titles
        called = [one for one in titles if not _CALLED.match(ad.folded, one.span.end)]
        self._lines = [ad.line_of(title.span.start) for title in called]
        every = range(len(titles))
        self._texts = [self._text(at) for at in every]
        self._headings = [self._heading(at, employers) for at in every]
        self._lettered = False
        self._entries = self._numbered()
        self._parts = self._resolved([*self._found(), *self._called()])

    def of(self, span: Span) -> tuple[Fact, ...] | None:
        """Return the names of the vacancies that a place is told of; ``None`` if it is in no such part."""
        owners = next((part.owners for part in self._parts if span.start in part.span), None)
        return None if owners is None else tuple(self._titles[at] for at in owners)

    def _text(self, at: int) -> str:
        """What stands in the sentence of a name, without other names: before them, and around it."""
        name = self._titles[at].span
        line = self._ad.line_at(name.start)
        parted = [sign.end() for sign in _SENTENCE.finditer(self._ad.folded, *line)]
        start = max((sign for sign in parted if sign <= name.start), default=line.start)
        before = [one.span for one in self._titles[:at] if one.span.start >= start]
        behind = _BEHIND.match(self._ad.folded, name.end)
        parts = (
            Span(start, before[0].start if before else name.start),
            Span(before[-1].end if before else name.start, behind.end() if behind else name.end),
        )
        return "\n".join(self._ad.folded[slice(*part)] for part in parts)

    def _heading(self, at: int, employers: Sequence[Fact]) -> str:
        """Who is named last in the lines above a name that name no vacancy."""
        firms = [firm.span for firm in employers if firm.span.end <= self._titles[at].span.start]
        above = [firm for firm in firms if self._ad.line_of(firm.start) not in self._lines]
        return "".join(self._ad.folded[slice(*firm)] for firm in above[-1:])

    def _numbered(self) -> dict[int, tuple[int, ...]]:
        """For each number of an entry the vacancies in it; numbers come in their order."""
        starts: list[int] = []
        for match in _ENTRY.finditer(self._ad.folded):
            mark = match["mark"] or match["inner"]
            if _value(mark) == len(starts) + 1:
                starts.append(match.start())
                self._lettered = mark.isalpha() and mark.isascii()
        ends = [*starts[1:], len(self._ad.folded)]
        found = {
            at: tuple(self._within(Span(start, end)))
            for at, (start, end) in enumerate(zip(starts, ends, strict=False), 1)
        }
        return found if len(found) > 1 and all(found.values()) else {}

    def _within(self, span: Span) -> Iterator[int]:
        return (at for at, title in enumerate(self._titles) if title.span.start in span)

    def _found(self) -> Iterator[_Part]:
        """Yield the parts in their order; those of the others have no owners."""
        if len(self._titles) < _SHORTEST or not self._lines:
            return
        for at, line in enumerate(self._ad.lines):
            last = at == self._lines[-1]
            if at in self._lines and not last:
                continue
            here = [self._titles[one].span for one in self._within(line)]
            named = [span.end for span in here if not _CALLED.match(self._ad.folded, span.end)]
            start = max([line.start, *named])
            for part in self._in_line(Span(start, line.end)):
                dialled = _DIALLED.search(self._ad.folded, *part.span)
                if part.numbered or dialled or at > self._lines[-1]:
                    yield part

    def _called(self) -> Iterator[_Part]:
        """Yield the parts in which a name only says whom to ask: 会计找李姐138…，司机找王师傅139…."""
        names = [self._ad.folded[slice(*title.span)] for title in self._titles]
        for name in dict.fromkeys(filter(None, names)):
            owners = tuple(at for at, other in enumerate(names) if other == name)
            for clause in re.finditer(
                f"{re.escape(name)}{_CALLED.pattern}[^,;。、\n]*", self._ad.folded
            ):
                if _DIALLED.search(clause[0]):
                    yield _Part(Span(*clause.span()), owners)

    def _in_line(self, line: Span) -> Iterator[_Part]:
        begun: list[tuple[int, _Reference]] = []
        at = line.start
        while begin := _BEGINS.search(self._ad.folded, at, line.end):
            reference = self._referred(begin.end(), line.end)
            if reference:
                begun.append((begin.end(), reference))
            at = reference.end if reference else begin.end() + 1
        ends = [*[start for start, _ in begun[1:]], line.end]
        for (start, reference), end in zip(begun, ends, strict=False):
            span = Span(start, self._end(Span(start, end)))
            yield _Part(span, reference.owners, reference.numbered)

    def _end(self, part: Span) -> int:
        """Where a part ends that goes on at most so far: with its clause if it names a number to dial, or
        stands beside the names."""
        clause = self._stop(_CLAUSE_ENDS, part)
        dialled = _DIALLED.search(self._ad.folded, part.start, clause)
        beside = self._ad.line_of(part.start) in self._lines
        return clause if dialled or beside else self._stop(_ENDS, part)

    def _stop(self, ends: re.Pattern[str], part: Span) -> int:
        stop = ends.search(self._ad.folded, *part)
        return stop.start() if stop else part.end

    def _referred(self, at: int, end: int) -> _Reference | None:
        text = self._ad.folded
        others = _OTHERS.match(text, at, end)
        if others and _GOES_ON.match(text, others.end(), end):
            return _Reference(others.end(), ())
        order = _IN_ORDER.match(text, at, end)
        if order and _GOES_ON.match(text, order.end(), end):
            owners = self._in_order(bool(order["first"]), order["count"])
            return _Reference(order.end(), owners, numbered=True) if owners else None
        numbers = _NUMBERS.match(text, at, end)
        owners = self._of_numbers(numbers) if numbers else ()
        if numbers and owners:
            return _Reference(numbers.end(), owners, numbered=True)
        return self._of_names(at, end)

    def _in_order(self, first: bool, count: str | None) -> tuple[int, ...]:
        """The first or last so many entries: those with numbers, or the lines with names; of two names the
        former or the latter (no ``count``)."""
        by_line = [tuple(self._within(self._ad.lines[one])) for one in dict.fromkeys(self._lines)]
        entries = list(self._entries.values()) or by_line
        if count is None:
            entries = [(0,), (1,)] if len(self._titles) == _PAIR else []
        wanted = number(count) if count else 1
        if wanted is None or not 0 < wanted < len(entries):
            return ()
        chosen = entries[:wanted] if first else entries[-wanted:]
        return tuple(at for entry in chosen for at in entry)

    def _of_numbers(self, numbers: re.Match[str]) -> tuple[int, ...]:
        closed = _CLOSED.search(numbers["all"])
        counts = not closed and _QUANTITY.match(numbers.string, numbers.end("all"))
        if not self._entries or counts or not (closed or numbers["end"] is not None):
            return ()
        values: list[int] = []
        for mark in _MARKS.finditer(numbers["all"]):
            if (mark["mark"].isalpha() and mark["mark"].isascii()) != self._lettered:
                return ()
            value = _value(mark["mark"])
            values += range(values[-1] + 1, value) if mark["to"] and values else ()
            values.append(value)
        if not all(value in self._entries for value in values):
            return ()
        return tuple(at for value in values for at in self._entries[value])

    def _of_names(self, at: int, end: int) -> _Reference | None:
        """The vacancies in whose entries one or several words in a row stand."""
        found: set[int] = set()
        while True:
            shortest = 1 if self._ad.folded.startswith(_PLACED, at + 1) else _SHORTEST
            for length in range(_LONGEST, shortest - 1, -1):
                words = self._ad.folded[at : min(at + length, end)]
                owners = self._named(words) if len(words) == length else ()
                if owners:
                    break
            else:
                return None
            found.update(owners)
            at += length
            if _GOES_ON.match(self._ad.folded, at, end):
                told = tuple(sorted(found))
                return _Reference(at, told) if len(told) < len(self._titles) else None
            joined = _JOINS.match(self._ad.folded, at, end)
            at = joined.end() if joined else at

    def _named(self, words: str) -> tuple[int, ...]:
        if not all("\u4e00" <= char <= "\u9fff" for char in words):
            return ()
        for texts in (self._texts, self._headings):
            owners = tuple(at for at, text in enumerate(texts) if _stands_in(words, text))
            if owners:
                return owners if len(owners) < len(self._titles) else ()
        return ()

    def _resolved(self, parts: Sequence[_Part]) -> list[_Part]:
        """Return the parts with the owners of the others; by name they must tell vacancies apart."""
        told = {at for part in parts for at in part.owners}
        others = tuple(at for at in range(len(self._titles)) if at not in told)
        whole = [part if part.owners else _Part(part.span, others) for part in parts if told]
        apart = len({part.owners for part in whole}) > 1
        return [part for part in whole if part.owners and (apart or part.numbered)]


def _stands_in(words: str, text: str) -> bool:
    """Whether words stand in a text, or what they are short for does."""
    if len(words) == _SHORTEST or not set(words) <= set(text):
        return words in text
    return bool(re.search(_SLACK.join(words), text))


def _value(mark: str) -> int:
    """Return the number that an entry has: 1 for ①, A and 一."""
    if mark.isascii() and mark.isalpha():
        return ord(mark.upper()) - ord("A") + 1
    return int(unicodedata.numeric(mark)) if len(mark) == 1 else int(mark)
