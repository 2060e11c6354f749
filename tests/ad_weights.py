"""Learns what clauses of ads read like: ``python -m tests.ad_weights`` writes the table anew.

From the labelled ads of ``tests/material/ads`` the weights of the table ``ad_weights``
(`mengzhan.rules.ads.likeness`) are learned, a linear support vector machine for each group of
faults: dual coordinate descent with squared hinge loss (Hsieh and others, ICML 2008). It takes
about a minute. Of the sets from which rules were made only the words count: there the rules seem
better than they are. How far a rule can be trusted is learned from sets that no rule was made from,
and none may ever be made from them. The sets h and j are left to the bench.
"""

import csv
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from mengzhan.model.resources import read_table
from mengzhan.rules.ads.likeness import UNIT, clauses
from mengzhan.rules.ads.lint import least_wage, rule_hits
from mengzhan.rules.ads.rulebook import rules_in_force
from mengzhan.rules.ads.wording import Wording

MATERIAL = Path(__file__).parent / "material" / "ads"
TABLE = Path(__file__).parents[1] / "resources" / "tables" / "ad_weights.csv"
TUNED = (
    "a",
    "b",
    "c",
    "d",
    "e",
    "f",
    "g",
    "i",
    "k",
    "l",
    "aa",
    "ab",
    "ae",
    "ah",
    "rounds",
    "snippets",
)
"""Sets from which rules were made."""

UNTOUCHED = (
    "n",
    "o",
    "p",
    "q",
    "r",
    "s",
    "t",
    "u",
    "v",
    "w",
    "x",
    "ac",
    "ad",
    "af",
    "ag",
    "excerpts",
)
"""Sets from which none was made, by fifteen outsiders; ``excerpts`` are single clauses by three more."""

SPEAKER = {
    "sex": "D-SEX-1",
    "age": "D-AGE-1",
    "origin_or_ethnicity": "D-HUKOU-1",
    "marital_or_birth": "D-SEX-2",
    "health_or_disability": "D-HEALTH-1",
    "appearance": "D-LOOK-1",
    "other_discrimination": "D-OTH-1",
    "deposit_or_fees": "F-FEE-1",
    "fraud": "F-SCAM-1",
    "child_labour": "F-MINOR-1",
    "wage_illegal": "F-WAGE-7",
    "hours_illegal": "F-HOURS-1",
    "contract_illegal": "F-CONTRACT-1",
    "false_or_vague": "F-VAGUE-2",
}
"""Which rule speaks for a group of faults, where its words only read like one."""

COST = 0.1
"""How much a clause on the wrong side costs; more learns the sets by heart."""

LEAST = 0.05
"""Weights nearer to nought than this change nothing and are left out."""

_PASSES, _NEAR = 20, 0.02
_SHARED = 2
"""How many characters of a label a clause must hold to be at fault, if the label has so many."""

Ad = Mapping[str, Any]


def read_ads(name: str) -> list[Ad]:
    """Read a set of labelled ads."""
    found: list[Ad] = json.loads((MATERIAL / f"{name}.json").read_text(encoding="utf-8"))
    return found


Example = tuple[frozenset[str], set[str]]


def examples(ads: Sequence[Ad], *, ruled: bool) -> Iterator[Example]:
    """Yield each clause's traits, and the groups of the faults in it.

    Args:
        ruled: whether what the rules say is among the traits.
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
        for clause in clauses(plain, hits, spared):
            shared = (
                (name, min(clause.end, b) - max(clause.start, a), b - a) for name, a, b in labels
            )
            yield clause.traits, {name for name, both, own in shared if both >= min(_SHARED, own)}


def learn(rows: Sequence[Sequence[int]], wanted: Sequence[int], cost: float) -> list[float]:
    """Return a weight for each feature and, last, what every row starts with.

    Args:
        rows: the features that each row has.
        wanted: 1 or -1 for each row.
    """
    bias = 1 + max(chain.from_iterable(rows))
    weights = [0.0] * (bias + 1)
    told = [0.0] * len(rows)
    slack = 1 / (2 * cost)
    order = list(range(len(rows)))
    shuffle = random.Random(7).shuffle
    for _ in range(_PASSES):
        shuffle(order)
        furthest = 0.0
        for at in order:
            row, sign = (*rows[at], bias), wanted[at]
            slope = sign * sum([weights[k] for k in row]) - 1 + slack * told[at]
            if slope > 0 and not told[at]:
                continue
            furthest = max(furthest, abs(slope))
            now = max(told[at] - slope / (len(row) + slack), 0.0)
            step = (now - told[at]) * sign
            told[at] = now
            for k in row:
                weights[k] += step
        if furthest < _NEAR:
            break
    return weights


def learned(told: Sequence[Example], cost: float = COST) -> dict[str, dict[str, float]]:
    """Return what each trait weighs for each rule; the empty one is the start."""
    often = Counter(chain.from_iterable(traits for traits, _ in told))
    names = sorted(trait for trait, count in often.items() if count > 1)
    number = {trait: at for at, trait in enumerate(names)}
    rows = [sorted(number[trait] for trait in has if trait in number) for has, _ in told]
    table: dict[str, dict[str, float]] = {}
    for fault, rule in SPEAKER.items():
        weights = learn(rows, [1 if fault in faults else -1 for _, faults in told], cost)
        for trait, weight in zip([*names, ""], weights, strict=True):
            if abs(weight) >= LEAST:
                table.setdefault(trait, {})[rule] = weight
    return table


def proofs() -> Iterator[Ad]:
    """Yield what the table of rules says of itself: what its rows find, and what is lawful."""
    book, least = rules_in_force(), least_wage()
    for row in read_table("ad_rules"):
        yield from ({"text": text, "labels": ()} for text in _parts(row["innocent"]))
        for text in _parts(row["example"]):
            hits, _ = rule_hits(Wording(text, book.spellings), book, least)
            found = [hit for hit in hits if hit.rule.id == row["id"] and hit.rule.fault in SPEAKER]
            if found:
                labels = [{"category": hit.rule.fault, "words": hit.words} for hit in found]
                yield {"text": text, "labels": labels}


def phrases() -> Iterator[Ad]:
    """Yield the phrases that were collected while the rules were made, each in a short ad."""
    told = json.loads((MATERIAL / "phrases.json").read_text(encoding="utf-8"))
    for fault, broken in told["broken"].items():
        for words in broken:
            yield {"text": _IN.format(words), "labels": [{"category": fault, "words": words}]}
            yield {"text": words, "labels": [{"category": fault, "words": words}]}
    yield from ({"text": _IN.format(words), "labels": ()} for words in told["lawful"])


_IN = "饭店招洗菜工，{}，月薪3500元"


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def all_examples() -> list[Example]:
    """Return the clauses of all sets."""
    tuned = [*chain.from_iterable(map(read_ads, TUNED)), *proofs(), *phrases()]
    untouched = list(chain.from_iterable(map(read_ads, UNTOUCHED)))
    return [*examples(tuned, ruled=False), *examples(untouched, ruled=True)]


def main() -> None:
    """Write the table."""
    told = all_examples()
    table = learned(told)
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("trait", "weights"))
        for trait in sorted(table):
            weighs = (f"{rule} {round(weight * UNIT)}" for rule, weight in table[trait].items())
            rows.writerow((trait, "|".join(weighs)))
    print(f"{len(told)} clauses, {len(table)} traits")


if __name__ == "__main__":
    main()
