"""What is looked at in each character of a recruitment message, so that its part can be told.

A trait is a short text such as ``r-1找个`` (the run 找个 begins one character before this one). Traits
tell the runs of characters around, what word lists say of them, where the character stands in its
clause, line and message, and what the rules took it for.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from mengzhan.rules.ads.adtext import SEPARATORS, Fact
from mengzhan.rules.ads.placenames import area_names
from mengzhan.rules.ads.titlewords import known_titles
from mengzhan.rules.ads.vocabulary import label_words, words_for

_RUNS = ((1, range(-3, 4)), (2, range(-3, 3)), (3, range(-3, 2)), (4, (-4, -3, -1, 0)))
"""How long the runs are, and how far from the character they begin."""

_AROUND = 4
_EDGE = "^"
_NEW_LINE = "¶"
"""Stands for the end of a line, which is no sign in the table."""

_SIGNS = SEPARATORS + ':()[]【】《》“”+"' + _NEW_LINE
_CLAUSE = re.compile(f"[^{re.escape(_SIGNS)}]+")
_DIGIT = re.compile(r"\d")
_LISTS = {
    "title_ending": "t",
    "firm_ending": "f",
    "place_ending": "p",
    "rank": "r",
    "want": "w",
    "work_verb": "v",
    "firm_sort": "k",
    "surname": "s",
    "given": "g",
    "mongol_syllable": "m",
}
"""Rows of the table of words, each with a letter for it."""

_TITLE, _AREA, _LABEL = "o", "a", "l"
_LONGEST = 10
"""Most characters of a listed word that are compared."""

_TELLING = {_TITLE, _AREA, "w"}
"""Lists of which one word anywhere in a clause tells something of all of it."""


def traits(text: str, facts: Sequence[Fact]) -> list[list[str]]:
    """Return the traits of each character of a folded message.

    Args:
        facts: what the rules found in it.
    """
    plain = _DIGIT.sub("0", text).replace("\n", _NEW_LINE)
    listed = _listed(plain)
    found = list(_runs(plain))
    _add_near(found, listed, "w")
    _add_clauses(found, plain, listed)
    _add_lines(found, plain)
    _add_facts(found, plain, facts)
    return found


def _runs(text: str) -> Iterator[list[str]]:
    edge = _EDGE * _AROUND
    padded = f"{edge}{text}{edge}"
    shapes = "".join(map(_shape, padded))
    for at in range(_AROUND, len(text) + _AROUND):
        runs = [
            f"r{step}{padded[at + step : at + step + length]}"
            for length, steps in _RUNS
            for step in steps
        ]
        yield ["b", *runs, f"s{shapes[at - 2 : at + 3]}"]


@cache
def _shape(char: str) -> str:
    if "\u4e00" <= char <= "\u9fff":
        return "H"
    return "a" if char.isalpha() else char if char in _TOLD_APART else "."


_TOLD_APART = f"0 {_NEW_LINE}{_EDGE},.;:()、。!?-【】/"


@cache
def _lexicon() -> dict[str, str]:
    """Each listed word with the letters of the lists that it is in."""
    found: dict[str, str] = {}
    lists: dict[str, Iterable[str]] = {letter: words_for(name) for name, letter in _LISTS.items()}
    lists |= {_TITLE: known_titles(), _AREA: area_names(), _LABEL: label_words()}
    for letter, words in lists.items():
        for word in words:
            found[word] = found.get(word, "") + letter
    return found


def _listed(text: str) -> list[list[str]]:
    """For each character the lists of which a word begins (``<``) or ends (``>``) with it."""
    lexicon = _lexicon()
    found: list[list[str]] = [[] for _ in text]
    for at in range(len(text)):
        seen = ""
        for end in range(min(len(text), at + _LONGEST), at, -1):
            for letter in lexicon.get(text[at:end], ""):
                if letter not in seen:
                    seen += letter
                    found[at].append(f"{letter}<")
                    found[end - 1].append(f"{letter}>")
    return found


def _add_near(found: list[list[str]], marks: Sequence[Sequence[str]], name: str) -> None:
    """Add what is marked at each character, right before it and right behind it."""
    for at, own in enumerate(found):
        own += [f"{name}{mark}" for mark in marks[at]]
        if at:
            own += [f"{name}-{mark}" for mark in marks[at - 1]]
        if at + 1 < len(marks):
            own += [f"{name}+{mark}" for mark in marks[at + 1]]


def _add_clauses(found: list[list[str]], text: str, listed: Sequence[Sequence[str]]) -> None:
    """Add where a character stands in its clause, and how the clause and those beside it sound."""
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        told = {f"ch{mark[0]}" for at in range(start, end) for mark in listed[at]}
        common = [
            f"cl{min(end - start, 12)}",
            f"c<{text[start : start + 2]}",
            f"c>{text[end - 2 : end]}",
            f"cp{text[start - 1 : start]}",
            f"cn{text[end : end + 1]}",
            f"cb{text[max(0, start - 3) : max(0, start - 1)]}",
            f"cf{text[end + 1 : end + 3]}",
            *(one for one in told if one[-1] in _TELLING),
        ]
        for at in range(start, end):
            before, behind = at - start, end - at
            found[at] += common
            found[at] += (
                f"ca{min(before, 5)}",
                f"cz{min(behind, 5)}",
                f"c{min(before, 3)},{min(behind, 3)}",
            )


def _add_lines(found: list[list[str]], text: str) -> None:
    """Add where a character stands in its line and in the message."""
    lines = text.split(_NEW_LINE)
    told = sum(map(bool, map(str.strip, lines)))
    at = number = 0
    for line in lines:
        common = [
            f"ln{min(number, 3)}{'.' * (told < 2)}",
            "ll" if number >= told - 1 else "lm",
            f"l<{line[:2]}",
        ]
        for place in range(at, min(at + len(line) + 1, len(text))):
            found[place] += common
            found[place] += (f"lp{min(place - at, 6)}", f"p{place * 6 // len(text)}")
        at += len(line) + 1
        number += bool(line.strip())


def _add_facts(found: list[list[str]], text: str, facts: Sequence[Fact]) -> None:
    """Add what the rules took characters for, and what stands before and behind them."""
    marks: list[list[str]] = [[] for _ in text]
    taken = [_NEW_LINE if char == _NEW_LINE else "" for char in text]
    for fact in facts:
        start, end = fact.span
        for at in range(start, end):
            first = "<" if at == start else "-"
            marks[at] += (f"{fact.what}{first}", f"{fact.what}{first}{_how_sure(fact)}")
            taken[at] = fact.what
        marks[end - 1].append(f"{fact.what}>")
    _add_near(found, [mark or ["0"] for mark in marks], "m")
    before, behind = _last(taken), _last(taken[::-1])[::-1]
    kinds = {fact.what for fact in facts}
    whole = [f"h{kind}{kind in kinds:d}" for kind in ("title", "employer", "place", "contact")]
    for at, own in enumerate(found):
        own.extend(
            (
                f"mb{before[at]}",
                f"mf{behind[at]}",
                f"mr{before[at]},{behind[at]}",
                f"mb{before[at]}={taken[at]}",
                f"mf{behind[at]}={taken[at]}",
                *whole,
            )
        )


def _how_sure(fact: Fact) -> str:
    return "+" if fact.sure >= 0.75 else "?" if fact.sure < 0.6 else ""


def _last(taken: Sequence[str]) -> list[str]:
    """For each character what was told last before it."""
    found, last = [], ""
    for what in taken:
        found.append(last)
        last = what or last
    return found
