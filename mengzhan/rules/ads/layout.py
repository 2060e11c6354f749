"""How a pasted text falls apart: messages forwarded together, a list in which every entry has its
own telephone number or firm, and talk of several people.

What a reader is to see of the text is told by spans; all the rest of it is blank for him.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.vocabulary import HAN, any_of, label_words

_GAP = re.compile(r"\n\s*(?:[-=—_*·~─━]{3,}\s*)?\n")
_MOST = 40
"""More entries than any list has."""

_ENTRY = re.compile(
    r"[ ★☆◆■▶👉·•*【\[]*(?:[①-⑳⑴-⒇]|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、):](?!\d)"
    r"|\d{1,2} (?=[\u4e00-\u9fff])|(?:第[一二三四五六七八九十][家个处]|另一家|还有一家|[ABCD甲乙丙丁][.、:]))"
)
"""How an entry of a list begins."""

_OF_ALL = re.compile(r"\W*(?:以上|上述|[两几三]家|[都均]|统一|所有|报名|联系|有意)")
"""How a line begins that speaks of all entries before it."""

_SPEAKER = re.compile(rf"[ \-—–]*(?P<name>{HAN}{{1,5}}|[A-Za-z]{{1,10}}|[A-Z])[:]|[ ]*[—–-]{{1,2}}")
_NUMBER = re.compile(r"\d[\d-]{6,}")
_SEEKS = re.compile("活还?有|(?:还|要|招|缺)[^,。]{0,3}人[^,。]{0,2}[不没吗么哇?]|还招")
"""Asks for work, and is answered by the one who hires."""

_FIRM = re.compile(any_of("firm_ending"))
_LEAST_SAID = 3
_CALLS = re.compile(
    "招|聘|雇|[找要缺差](?:个|[一两二三四五六几\\d]|人)|(?:还|再)[要缺差]|有没有|谁|有认识"
)
"""What the one who hires says first in a talk."""


@dataclass(frozen=True)
class Part:
    """What of a text is one entry: the spans to be seen, and where its vacancies are named."""

    seen: tuple[Span, ...]
    entry: Span


@dataclass(frozen=True)
class Talk:
    """What the one who hires says in a talk, and who that is."""

    seen: tuple[Span, ...]
    speaker: Span | None


def messages(text: str, phones: Sequence[int]) -> list[Span]:
    """Cut a text behind each paragraph with a telephone number; what follows the last belongs to
    it.

    Args:
        phones: where telephone numbers begin.
    """
    cuts = [0]
    for gap in _GAP.finditer(text):
        if any(cuts[-1] <= at < gap.start() for at in phones):
            cuts.append(gap.end())
    if not any(at >= cuts[-1] for at in phones) and len(cuts) > 1:
        cuts.pop()
    return [Span(*pair) for pair in pairwise([*cuts, len(text)])]


def entries(ad: AdText, phones: Sequence[int]) -> list[Part]:
    """Return the numbered entries of a list, or else its lines with telephone numbers; each with
    what stands before and behind the list.

    Empty where neither several telephone numbers nor a firm in each of them tells them apart.
    """
    lines = [line for line in ad.lines if ad.folded[slice(*line)].strip()]
    numbered = [at for at, line in enumerate(lines) if _ENTRY.match(ad.folded, *line)]
    if len(numbered) > 1:
        parts = _parts(lines, numbered, _foot(ad, lines, numbered[-1]))
        called = [part for part in parts if any(phone in part.entry for phone in phones)]
        firms = (_FIRM.search(ad.folded, *part.entry) for part in parts)
        return parts if len(called) > 1 or all(firms) else []
    with_phones = [at for at, line in enumerate(lines) if any(phone in line for phone in phones)]
    in_a_row = all(later - at == 1 for at, later in pairwise(with_phones))
    return _parts(lines, with_phones) if len(with_phones) > 1 and in_a_row else []


def _foot(ad: AdText, lines: Sequence[Span], last: int) -> int:
    """Return which line behind the beginning of the last entry is the first to speak of all."""
    behind = range(last + 1, len(lines))
    return next((at for at in behind if _OF_ALL.match(ad.folded, *lines[at])), len(lines))


def _parts(lines: Sequence[Span], begins: Sequence[int], foot_at: int | None = None) -> list[Part]:
    """Make a part of each entry; the last has no more lines than the longest before it."""
    if len(begins) > _MOST:
        return []
    longest = max(later - at for at, later in pairwise(begins))
    end = min(begins[-1] + longest, len(lines) if foot_at is None else foot_at)
    head = [Span(lines[0].start, lines[begins[0]].start)] if begins[0] else []
    foot = [Span(lines[end].start, lines[-1].end)] if end < len(lines) else []
    spans = [Span(lines[at].start, lines[later - 1].end) for at, later in pairwise([*begins, end])]
    return [Part((*head, span, *foot), span) for span in spans]


def talk(ad: AdText) -> Talk | None:
    """Return what is said by the one who hires, without names of speakers; ``None`` for no talk.

    Of what others say only telephone numbers are left.
    """
    lines = [line for line in ad.lines if ad.folded[slice(*line)].strip()]
    said = [match for line in lines if (match := _SPEAKER.match(ad.folded, *line))]
    names = [match["name"] for match in said]
    labels = any(name in label_words() for name in names)
    if (
        len(said) < max(_LEAST_SAID, len(lines) - 1)
        or labels
        or (any(names) and len(set(names)) == len(names))
    ):
        return None
    told = [Span(match.end(), match.endpos) for match in said]
    caller = next((at for at, span in enumerate(told) if _CALLS.search(ad.folded, *span)), None)
    if caller is not None and _SEEKS.search(ad.folded, *told[caller]):
        others = (at for at, name in enumerate(names) if name != names[caller])
        caller = next(others, caller)
    if caller is None:
        return None
    seen: list[Span] = []
    for speaker, span in zip(names, told, strict=True):
        if speaker == names[caller]:
            seen.append(span)
        elif number := _NUMBER.search(ad.folded, *span):
            seen.append(Span(*number.span()))
    name = said[caller].span("name") if names[caller] else None
    return Talk(tuple(seen), Span(*name) if name else None)
