"""Words before a colon that say what follows: 工资：…, 📍…, 联系人 …"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mengzhan.rules.ads.adtext import PICTURES, SEPARATORS, TAKEN, AdText, Span
from mengzhan.rules.ads.vocabulary import any_of, label_words

_BEFORE = rf"(?:^|(?<=[{re.escape(SEPARATORS)}【\[(])|(?<=\d[.、)])|(?<=[①-⑳✅✔👉★☆◆●•·\-*]))"
_MEANS = label_words() | PICTURES
_ANY = "|".join(sorted(_MEANS, key=len, reverse=True))
_OF_ROWS = "|".join(any_of(f"label_{what}") for what in ("title", "headcount", "wage"))
"""What stands before several blanks as before a colon: 岗位  钳工."""

_LABEL = re.compile(
    rf"{_BEFORE}(?:(?P<picture>[{''.join(PICTURES)}])"
    rf"|(?P<word>{_ANY}) ?(?:\([^()\n]{{0,8}}\) ?)?(?:[:】\]]|[是为](?=[^否非]))"
    rf"|(?P<bare>{any_of('label_bare')})(?: (?=\S)|(?=[^ :,;。、(\n及和与]))"
    rf"|(?P<spaced>{_OF_ROWS}) {{2,}}(?=\S)"
    rf"|(?P<alone>{_ANY})[ :】\]]*$)",
    re.MULTILINE,
)
_BESIDE_THE_WORK = ("apply", "until")
_LONG = ("requirements", "duties")
"""What may go on over several lines."""


@dataclass(frozen=True)
class Labelled:
    """Words that a label announces; ``value`` may be empty."""

    what: str
    label: Span
    value: Span


def find_labels(ad: AdText) -> list[Labelled]:
    """Return labels with the words up to the next label or the end of the line."""
    found = []
    free = ad.free
    for line in ad.lines:
        marks = list(_marks(free, line))
        if not marks:
            continue
        ends = [*(label.start for _, label in marks[1:]), line.end]
        for (what, label), end in zip(marks, ends, strict=True):
            found.append(Labelled(what, label, Span(label.end, end)))
    return [_with_lines_below(ad, item, found) for item in found]


def take_labels(ad: AdText, labels: Sequence[Labelled]) -> None:
    """Mark labels as understood, and what tells of applying only, not of the work."""
    for label in labels:
        ad.take(label.label)
        if label.what in _BESIDE_THE_WORK:
            ad.take(next(ad.clauses(label.value), label.label))


def _marks(free: str, line: Span) -> Iterator[tuple[str, Span]]:
    for match in _LABEL.finditer(free[line.start : line.end]):
        word = next(filter(None, match.groups()))
        yield _MEANS[word], Span(line.start + match.start(), line.start + match.end())


def _with_lines_below(ad: AdText, item: Labelled, found: list[Labelled]) -> Labelled:
    """Let an empty label of a list take the lines below it, up to a blank or labelled one."""
    if item.what not in _LONG or ad.folded[item.value.start : item.value.end].strip():
        return item
    end = item.value.end
    for line in ad.lines[ad.line_of(item.label.start) + 1 :]:
        text = ad.free[line.start : line.end]
        labelled = any(other.label.start in line for other in found)
        if labelled or not text.strip() or TAKEN in text:
            break
        end = line.end
    return Labelled(item.what, item.label, Span(item.value.start, end))
