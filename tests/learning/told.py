"""What people read out of recruitment messages, as examples to learn from.

Of the sets from which rules were made only the words count: there the rules seem better than they
are. How far the rules can be trusted is learned from sets that none was made from, and none may ever
be made from them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.parse import facts_of, read_by_rules
from mengzhan.rules.ads.tagging import KINDS, begins
from mengzhan.rules.ads.traits import traits
from mengzhan.rules.language.characters import Stretch, stretches
from tests.rules.ads.judge import messages

TUNED = (*"abcdefghklmnos", "na", "nc", "oa", "ob", "pb", "qb", "ra", "rc", "re", "sd", "te")
"""Sets from which rules were made."""

UNTOUCHED = (
    *("p", "q", "r", "nb", "nd", "ne", "nf", "oc", "od", "oe", "of", "og"),
    *("pa", "pc", "pd", "pe", "pf", "pg", "qa", "qc", "qd", "qe", "qf", "qg", "qh"),
    *("rb", "rd", "rf", "rg", "rh", "se"),
    *("ta", "tb", "tc", "td", "tf", "tg"),
)
"""Sets from which none was made."""

_EVERYWHERE = ("title", "contact")
"""What is the same wherever it is named in a message."""

_TEXTS = ("requirements", "hours")
"""What several neighbouring words tell together."""

_SIGNS = re.compile(r"[,;。、\s/()]+")
_GAP = re.compile(r"[,;、 ]*")


@dataclass(frozen=True)
class Example:
    """A message: of each character its traits and what people tagged it, and what is read at once."""

    traits: list[list[str]]
    tags: list[int]
    stretches: list[Stretch]


def all_examples() -> list[Example]:
    """Return everything that is learned from."""
    tuned = chain.from_iterable(map(messages, TUNED))
    untouched = chain.from_iterable(map(messages, UNTOUCHED))
    return [*examples(tuned, ruled=False), *examples(untouched, ruled=True)]


def examples(told: Iterable[Mapping[str, Any]], *, ruled: bool) -> Iterator[Example]:
    """Yield messages with what people read out of them.

    Args:
        ruled: whether what the rules found is among the traits.
    """
    for message in told:
        folded = AdText(message["text"]).folded
        facts = facts_of(read_by_rules(AdText(message["text"]))) if ruled else []
        own = tags(folded, message["vacancies"])
        yield Example(traits(folded, facts), own, list(stretches(folded)))


def tags(folded: str, vacancies: Sequence[Mapping[str, Any]]) -> list[int]:
    """Return the number of the tag of each character of a message: longer words win."""
    wanted = {
        (kind, words)
        for vacancy in vacancies
        for kind in KINDS
        for words in _pieces(folded, AdText(str(vacancy.get(kind) or "")).folded.strip())
    }
    found: dict[Span, str] = {}
    for kind, words in sorted(wanted, key=lambda one: (-len(one[1]), one)):
        places = (Span(*place.span()) for place in re.finditer(re.escape(words), folded))
        free = [one for one in places if not any(one.meets(other) for other in found)]
        found |= dict.fromkeys(free if kind in _EVERYWHERE else free[:1], kind)
    numbers = [0] * len(folded)
    for span, kind in found.items():
        first = begins(kind)
        numbers[slice(*span)] = [first] + [first + 1] * (span.end - span.start - 1)
    for (one, kind), (other, next_kind) in pairwise(sorted(found.items())):
        gap = Span(one.end, other.start)
        if kind == next_kind and kind in _TEXTS and _GAP.fullmatch(folded, *gap):
            numbers[gap.start : other.start + 1] = [begins(kind) + 1] * (gap.end - gap.start + 1)
    return numbers


def _pieces(folded: str, words: str) -> list[str]:
    """Return words as they stand in a message: whole, or those parts that do."""
    words = words.removesuffix("的") or words
    if words in folded:
        return [words] if words else []
    return [piece for piece in _SIGNS.split(words) if len(piece) > 1 and piece in folded]
