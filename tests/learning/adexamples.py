"""The clauses of labelled ads, each with the groups of faults that people saw in it.

Of the sets from which rules were made only the words count: there the rules seem better than they
are. How far a rule can be trusted is learned from sets that no rule was made from, and none may ever
be made from them. What `tests.rules.ads.lint_judge.UNSEEN` lists is left to the bench.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mengzhan.model.resources import read_table
from mengzhan.rules.ads.clauses import SPEAKERS, Part, parts
from mengzhan.rules.ads.lint import least_wage, rule_hits
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording
from tests.rules.ads.lint_judge import MATERIAL, Ad, read_ads

TUNED = (*"abcdefgikl", "aa", "ab", "ae", "ah", "rounds", "snippets")
"""Sets from which rules were made."""

UNTOUCHED = (
    *"nopqrstuvwx",
    *("ac", "ad", "af", "ag"),
    *("ba", "bb", "bc", "bd", "be", "bf", "bg", "excerpts"),
    *("sa", "sb", "sc", "sd", "se", "sf", "sg", "sh"),
    *("ua", "ub", "uc", "ue", "uf", "ug"),
    *("vc", "vd", "ve", "vf", "vg", "vh"),
    *("wa", "wb", "wc", "wd", "we", "wf", "wg", "wh"),
    *("xa", "xb", "xc", "xd", "xe", "xf", "xg", "xh"),
    *("ya", "yb", "yc", "yd", "yg", "yh", "yi", "yj", "ym"),
)
"""Sets from which none was made, by many outsiders; ``excerpts`` are single clauses by three more."""

_SHARED = 2
"""How many characters of a label a clause must hold to be at fault, if the label has so many."""

_IN = ("{}", "饭店招洗菜工，{}，月薪3500元", "招服务员，月薪4000元。{}")


@dataclass(frozen=True)
class Example:
    """What is read at once of an ad.

    Attributes:
        faults: for each clause what is at fault, 0 or 1 for each of `SPEAKERS`.
        ruled: whether its clauses tell what the rules say.
    """

    part: Part
    faults: list[list[float]]
    ruled: bool


def all_examples() -> list[Example]:
    """Return the examples of all sets that may be learned from."""
    tuned = [*_ads(TUNED), *proofs(), *phrases()]
    return [*examples(tuned, ruled=False), *examples(_ads(UNTOUCHED), ruled=True)]


def _ads(names: Iterable[str]) -> Iterator[Ad]:
    for name in names:
        yield from read_ads(MATERIAL / f"{name}.json")


def examples(ads: Iterable[Ad], *, ruled: bool) -> Iterator[Example]:
    """Yield what is to be learned from ads.

    Args:
        ruled: whether the examples tell what the rules say.
    """
    book, least = rules_in_force(), least_wage()
    for ad in ads:
        text, plain = ad["text"], Wording(ad["text"], book.spellings)
        labels = [
            (label["category"], at, at + len(label["words"]))
            for label in ad["labels"]
            if (at := text.find(label["words"])) >= 0 and label["words"]
        ]
        hits, spared = rule_hits(plain, book, least) if ruled else ([], [])
        for part in parts({"": plain}, hits, spared):
            faults = [_at_fault(clause.start, clause.end, labels) for clause in part.clauses]
            yield Example(part, faults, ruled)


def _at_fault(start: int, end: int, labels: Iterable[tuple[str, int, int]]) -> list[float]:
    found = {
        fault
        for fault, first, last in labels
        if min(end, last) - max(start, first) >= min(_SHARED, last - first)
    }
    return [float(fault in found) for fault in SPEAKERS]


def proofs() -> Iterator[Ad]:
    """Yield what the table of rules says of itself: what its rows find, and what is lawful."""
    book, least = rules_in_force(), least_wage()
    for row in read_table("ad_rules"):
        yield from ({"text": text, "labels": ()} for text in _cells(row["innocent"]))
        for text in _cells(row["example"]):
            hits, _ = rule_hits(Wording(text, book.spellings), book, least)
            found = [hit for hit in hits if hit.rule.id == row["id"] and hit.rule.fault in SPEAKERS]
            if found:
                labels = [{"category": hit.rule.fault, "words": hit.words} for hit in found]
                yield {"text": text, "labels": labels}


def phrases() -> Iterator[Ad]:
    """Yield the phrases that were collected while the rules were made, by themselves and in short
    ads."""
    told = json.loads((MATERIAL / "phrases.json").read_text(encoding="utf-8"))
    labelled = [(words, fault) for fault, broken in told["broken"].items() for words in broken]
    for words, fault in [*labelled, *((words, "") for words in told["lawful"])]:
        labels = [{"category": fault, "words": words}] if fault else []
        yield from ({"text": ad.format(words), "labels": labels} for ad in _IN)


def _cells(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]
