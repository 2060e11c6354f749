"""How the lint does on the labelled ads and the real vacancies, and how much is read right of
messages that nothing was made from: ``python -m tests.bench.ads``.

Prints precision and recall for each group of rules, for each set and all, with and without the
arguable ads; what it says of the 32 real vacancies; and how long an ad takes. Floor: every pattern
searched for in the text as it stands, with nothing folded, excused or measured.
"""

import csv
import sys
from collections.abc import Sequence
from datetime import date

from mengzhan.rules.ads.lint import lint
from mengzhan.rules.ads.rulebook import rules_in_force
from tests.bench.figures import show, timed
from tests.rules.ads import judge as messages
from tests.rules.ads.lint_judge import (
    LATER,
    MATERIAL,
    NOT_LABELLED,
    TUNED,
    UNSEEN,
    Ad,
    judge,
    read_ads,
    table,
)

_REAL = MATERIAL / "real.csv"


def main() -> None:
    """Print the tables; ``-v`` also names every case that was judged wrongly."""
    tuned = {name: read_ads(path) for name, path in TUNED.items()}
    sets: dict[str, Sequence[Ad]] = {
        **tuned,
        "all": [ad for ads in tuned.values() for ad in ads],
    }
    sets |= {name: read_ads(path) for name, path in LATER.items()}
    sets |= {name: read_ads(path) for name, path in UNSEEN.items()}
    for name, ads in sets.items():
        without = () if name in (*TUNED, "all") else NOT_LABELLED
        for arguable in (True, False):
            judgement = judge(ads, arguable=arguable, without=without)
            words = "all ads" if arguable else "without the arguable ones"
            print(f"\n{name}: {len(ads)} ads, {words}")
            print("\n".join(table(judgement)))
            if "-v" in sys.argv and arguable and name not in UNSEEN:
                for case in judgement.missed:
                    print("missed", *case, sep="\t")
                for case in judgement.wrong:
                    print("wrong", *case, sep="\t")
    for name in messages.UNSEEN:
        judged = list(messages.judge(name))
        print(f"\nmessages {name}, unseen: {messages.share_right(judged):.3f} of the fields right")
        print(messages.table(judged))
    print("\nreal vacancies")
    for line in _real():
        print(line)
    _speed([ad["text"] for ads in tuned.values() for ad in ads])


def _real() -> Sequence[str]:
    """Say what is hit in each real vacancy, and by which words."""
    with _REAL.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = []
    for row in rows:
        conditions = "；".join(filter(None, (row["age_text"], row["requirements"])))
        values = {"title": row["title"], "conditions": conditions, "wage_unit": "9"}
        if row["wage_min"]:
            values |= {"wage_unit": "1"}
        wages = {name: int(row[name]) * 100 for name in ("wage_min", "wage_max") if row[name]}
        registered = {"registered_on": f"{row['year']}-01-01", "place": row["banner_code"]}
        hits = lint({**values, **wages, **registered}, day=date(2026, 11, 26))
        said = "；".join(f"{hit.rule.id} {hit.words}" for hit in hits if hit.words)
        lines.append(f"{row['id']}  {row['title'][:18]:<18}  {said or '-'}")
    return lines


def _speed(texts: Sequence[str]) -> None:
    told = [pattern for rule in rules_in_force() for pattern in rule.patterns]
    patterns = [expression.regex for pattern in told for expression in pattern.ways]

    def search_all(text: str) -> object:
        return [pattern.search(text) for pattern in patterns]

    floor = timed("every pattern (floor)", search_all, texts)
    # what was looked at before is remembered, so each text is told apart by a number
    new = [f"{at} {text}" for at, text in enumerate(texts)]
    show([timed("lint", lint, new), timed("lint again", lint, new)], floor)


if __name__ == "__main__":
    main()
