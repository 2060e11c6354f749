"""Judges the lint by labelled ads: precision and recall for each group of rules.

``tests/material/ads`` holds the sets: ``a.json`` was written by the author of the rules before
the rules, ``b.json``, ``c.json`` and ``d.json`` by people who had seen neither rules nor code. Rules were
made from the misses in all of them. On first sight of ``c.json`` precision was 0.90 and recall 0.76,
on first sight of ``d.json`` (arguable ads and missing particulars left out, which its author did not
label) 0.70 and 0.59, with 3 frauds of 15. ``rounds.json`` holds what the author
of the grammar wrote before each round of work on it. The first five rounds (thirty ads, the last
time 24) gave at first sight precision and recall of 0.61 and 0.44 (2 frauds of 9), 0.77 and 0.46 (4
of 9), 0.77 and 0.46 (2 of 9), 0.90 and 0.56 (3 of 10), 0.92 and 0.42 (3 of 8).

``e.json``, ``f.json`` and ``g.json`` are by outsiders who had seen neither rules nor code (missing
particulars left out, as above). With the rules of those five rounds: e 0.74 and 0.67 (8 frauds of
12), f 0.54 and 0.52 (5 of 7), g 0.75 and 0.66 (11 of 14). Then signs were weighed over the whole ad
(`mengzhan.rules.ads.signs`) and word classes took the place of phrases, made from e and from own
ads: f at first sight 0.54 and 0.54 (5 of 7). After work on f: g at first sight 0.77 and 0.75 (12 of
14). Own ads before each of these rounds: 0.27 and 0.19 (0 frauds of 7), 0.25 and 0.15 (none in it),
0.80 and 0.29 (3 of 4), 0.59 and 0.40 (1 of 6), 0.60 and 0.12 (2 of 15), 0.86 and 0.41 (2 of 4);
those were written to be unlike anything the rules know. Last, twenty lawful traps of which six were
hit, and twelve frauds told as they usually are: 1.00 and 0.79 (10 of 12). A fraud in new words is
still found less surely than it reads here for the sets the rules were made from.

``i.json`` and ``k.json`` (the latter by twenty different hands) are by outsiders too. At first sight
i gave 0.61 and 0.70 (12 frauds of 15), k 0.57 and 0.49 (7 of 13). After work on i and the first half
of k, its second half, seen by nobody till then, gave 0.54 and 0.55 where it had given 0.49 and 0.47
(1 fraud of 2 both times): words told of others and addresses to readers carried over, most other
wording did not. Of forty lawful traps and twenty violations written by the author after that, five
traps were hit and eighteen violations found; of thirty and eighteen more, two and sixteen.

``h.json`` and ``j.json``, by two more outsiders, stay unseen; only the bench judges them. h gave
0.48 and 0.55 (7 frauds of 11) before the signs, and 0.64 and 0.70 (9) after the work on k; j,
everyday ads, 0.73 and 0.65 (5 of 7), then 0.81 and 0.77 (7). Two people who labelled both anew
agreed with their authors on nearly every word (precision 0.99 to 1.00, recall 0.89 to 1.00): what is
missing is not in the labels.

``l.json`` (first sight 0.85 and 0.84) and ``snippets.json``, excerpts written for it, served to mend
false alarms. ``n.json`` to ``x.json``, by eleven outsiders, more than half of the lawful ads traps,
are sets from which no rule may be made: there the rules gave 0.71 and 0.66, now 0.72 and 0.65. They
teach what clauses read like (`mengzhan.rules.ads.likeness`, ``python -m tests.learning.ads``).

``aa.json`` to ``ah.json``, by eight more outsiders who were asked for wordings that no list would hold,
gave 0.72 and 0.59 at first sight. Rules were made from aa, ab, ae and ah; on ac, ad, af and ag, from
which none may be made, rules alone then gave 0.62 and 0.47 (before 0.58 and 0.43).

Runs of characters, weighed by a support vector machine, gave on n, q, t, w, ac and ag, learned from
all others, 0.75 and 0.70 (71 frauds of 88); h 0.75 and 0.83 (9), j 0.86 and 0.93 (7). The language
model that took their place gave on the six 0.84 and 0.77 (81). ``ba.json`` to ``bh.json``, by eight
outsiders more, came last: six of them teach it, too. Before, bb and bd gave 0.86 and 0.77 (39 of 44).
``bc.json``, herders' talk in which most faulty ads have a lawful twin, and ``bh.json``, ads as they are
forwarded, half of the lawful ones traps, stay out: at first sight 0.81 and 0.77 (10 of 11), 0.89 and
0.80 (10 of 10).

``sa.json`` to ``sh.json`` are 4,646 short ads, in which a fault stands beside its nearest lawful neighbour;
with ``ua.json``, ``uc.json``, ``ue.json`` and ``ug.json``, whole ads, they teach the model, too. Now h gives
0.91 and 0.81 (11 of 11), without the arguable ads 0.92 and 0.89; j 0.96 and 0.95 (7 of 7), bc 0.90 and
0.79 (10 of 11), bh 0.90 and 0.87 (10 of 10). ``bi.json``, ads such as a careful collector would gather,
gives 0.93 and 0.93 (11 of 11); ``ub.json``, mines and factories, 0.85 and 0.82 (8 of 9), ``uf.json``, what
agents and relatives forward, 0.84 and 0.87 (20 of 20): there near every fault stands a lawful twin.

A label names a category and the words that are at fault; ``arguable`` ads are those of which honest
people may judge otherwise.

A hit is *right* if a label of its category shares a character with it, *elsewhere* if only a
label of another category does (a fee in a fraud: the words are at fault, under another name),
*beside* if the ad has a label of its category on other words, and *wrong* otherwise. A label is
*found* if a hit of its category shares a character with it. Strict precision counts beside as
wrong; plain precision = right / (right + wrong); recall = found / labels. Hits of severity
``info`` are remarks and are not judged.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mengzhan.rules.ads.hits import Hit
from mengzhan.rules.ads.lint import lint
from mengzhan.rules.ads.rulebook import rules_in_force

MATERIAL = Path(__file__).parents[2] / "material" / "ads"
TUNED = {name: MATERIAL / f"{name}.json" for name in ("a", "b", "c")}
_LATER = ("d", "e", "f", "g", "i", "k", "l", "aa", "ab", "ae", "ah", "rounds")
LATER = {name: MATERIAL / f"{name}.json" for name in _LATER}
"""Sets without labels for particulars that are missing; see `NOT_LABELLED`."""

NOT_LABELLED = ("missing_contact_or_identity",)
UNSEEN = {name: MATERIAL / f"{name}.json" for name in ("h", "j", "bc", "bh", "bi", "ub", "uf")}
"""Ads that no rule was made from and nothing was learned from; only the bench judges them."""

CATEGORY_OF = {rule.id: rule.fault for rule in rules_in_force() if rule.fault}
"""Which category of the labels a rule belongs to."""

CATEGORIES = tuple(dict.fromkeys(CATEGORY_OF.values()))

Ad = Mapping[str, Any]


@dataclass
class Score:
    """What came of one category."""

    right: int = 0
    beside: int = 0
    wrong: int = 0
    elsewhere: int = 0
    found: int = 0
    labels: int = 0

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def strict(self) -> float:
        all_hits = self.right + self.beside + self.wrong
        return self.right / all_hits if all_hits else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.labels if self.labels else 1.0


@dataclass
class Judgement:
    """The scores by category, and every case that was judged wrongly."""

    scores: dict[str, Score] = field(default_factory=lambda: {c: Score() for c in CATEGORIES})
    missed: list[tuple[str, str, str, str]] = field(default_factory=list)
    blocked: list[tuple[str, str]] = field(default_factory=list)
    """Lawful ads that could not be saved, and the words for which."""
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def whole(self) -> Score:
        """All categories together."""
        total: Counter[str] = Counter()
        for score in self.scores.values():
            total.update(vars(score))
        return Score(**total)


def read_ads(path: Path) -> list[Ad]:
    """Read a set of labelled ads."""
    found: list[Ad] = json.loads(path.read_text(encoding="utf-8"))
    return found


def judge(ads: Iterable[Ad], *, arguable: bool = True, without: Sequence[str] = ()) -> Judgement:
    """Lint the ads and compare; ``arguable`` ones and categories may be left out."""
    judgement = Judgement()
    for ad in ads:
        if arguable or not ad.get("arguable"):
            _judge_one(ad, judgement, without)
    return judgement


def _judge_one(ad: Ad, judgement: Judgement, without: Sequence[str]) -> None:
    told = lint(ad["text"])
    if not ad["labels"] and not ad.get("arguable"):
        judgement.blocked += [(ad["id"], hit.words) for hit in told if hit.blocks]
    hits = [
        hit
        for hit in told
        if hit.rule.severity != "info" and CATEGORY_OF.get(hit.rule.id, "") not in ("", *without)
    ]
    labels = [(label["category"], _places(ad["text"], label["words"])) for label in ad["labels"]]
    for hit in hits:
        category = CATEGORY_OF[hit.rule.id]
        score = judgement.scores[category]
        touched = {name for name, places in labels if _touches(hit, places)}
        if category in touched:
            score.right += 1
        elif touched:
            score.elsewhere += 1
        elif category in {name for name, _ in labels}:
            score.beside += 1
        else:
            score.wrong += 1
            judgement.wrong.append((ad["id"], hit.rule.id, hit.words, ad["text"]))
    for label, (category, places) in zip(ad["labels"], labels, strict=True):
        score = judgement.scores[category]
        score.labels += 1
        if any(CATEGORY_OF[h.rule.id] == category and _touches(h, places) for h in hits):
            score.found += 1
        else:
            judgement.missed.append((ad["id"], category, label["words"], ad["text"]))


def _places(text: str, words: str) -> Sequence[range]:
    """Return where the words stand; none at all is the ad as a whole."""
    if not words:
        return [range(-1, len(text) + 1)]
    return list(_occurrences(text, words))


def _occurrences(text: str, words: str) -> Iterator[range]:
    at = text.find(words)
    while at >= 0:
        yield range(at, at + len(words))
        at = text.find(words, at + 1)


def _touches(hit: Hit, places: Iterable[range]) -> bool:
    whole = hit.start == hit.end
    return any(
        (place.start < 0) == whole and place.start < max(hit.end, 1) and hit.start < place.stop
        for place in places
    )


def table(judgement: Judgement) -> list[str]:
    """Write the scores as lines of text."""
    lines = [f"{'':<28} labels  found  right  beside  wrong  elsewhere  strict  precision  recall"]
    for name, score in (*judgement.scores.items(), ("all", judgement.whole)):
        lines.append(
            f"{name:<28} {score.labels:>6} {score.found:>6} {score.right:>6} {score.beside:>7} {score.wrong:>6} "
            f"{score.elsewhere:>10}  {score.strict:>6.3f}  {score.precision:>9.3f}  {score.recall:>6.3f}"
        )
    return lines
