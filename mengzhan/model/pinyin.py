"""Pinyin of Chinese text for searching: initials (kyq) and full spelling (keyouqian).

A character may have several readings and a name may use any of them (解 is jie, as a surname
xie), so searching indexes them all, within a bound. The table was made from pypinyin at build
time (see ``resources/tables/SOURCES.md``) and is read at first use.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, islice, product

from mengzhan.model.resources import resource_path

MAX_SPELLINGS = 24

# Readings usual in place names of Inner Mongolia where pypinyin's first one is another.
_IN_PLACE_NAMES = {
    "都": "du",
    "勒": "le",
    "长": "chang",
    "什": "shi",
    "卜": "bu",
    "堡": "pu",
    "畜": "xu",
    "咀": "zui",
    "泊": "bo",
    "重": "chong",
}


@cache
def _readings() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in resource_path("tables", "pinyin.txt").read_text(encoding="utf-8").splitlines():
        spellings, _, characters = line.partition("\t")
        table.update(dict.fromkeys(characters, tuple(spellings.split(" "))))
    return table


def syllables(text: str) -> list[tuple[str, ...]]:
    """Return all toneless readings of each character, ü written v, the most usual one first.

    ASCII letters and digits stand for themselves in lower case. Punctuation and characters
    without a known reading (such as 𠮷) give an empty tuple.
    """
    table = _readings()
    found: list[tuple[str, ...]] = []
    for character in text:
        readings = table.get(character)
        if readings is None:
            own = character.isascii() and character.isalnum()
            readings = (character.lower(),) if own else ()
        found.append(readings)
    return found


def _spellings(choices: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield joined spellings, those with the fewest unusual readings first.

    A plain product would vary only the last characters before it reaches its bound, and the
    first one, the surname, is where an unusual reading matters most.
    """
    usual = [options[0] for options in choices]
    yield "".join(usual)
    varied = [position for position, options in enumerate(choices) if len(options) > 1]
    for count in range(1, len(varied) + 1):
        for positions in combinations(varied, count):
            for picked in product(*(choices[position][1:] for position in positions)):
                spelling = usual.copy()
                for position, reading in zip(positions, picked, strict=True):
                    spelling[position] = reading
                yield "".join(spelling)


def _bounded(choices: Sequence[Sequence[str]], limit: int) -> set[str]:
    if not choices:
        return set()
    if max(map(len, choices)) == 1:
        return {"".join([options[0] for options in choices])}
    return set(islice(_spellings(choices), limit))


def initials(text: str, limit: int = MAX_SPELLINGS) -> set[str]:
    """Return the possible strings of first letters, at most ``limit``, the likeliest kept."""
    choices = [_first_letters(readings) for readings in syllables(text) if readings]
    return _bounded(choices, limit)


@cache
def _first_letters(readings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reading[0] for reading in readings))


def full(text: str, limit: int = MAX_SPELLINGS) -> set[str]:
    """Return the possible full spellings without spaces, at most ``limit``, the likeliest kept."""
    return _bounded([readings for readings in syllables(text) if readings], limit)


def place_spellings(names: Sequence[str]) -> list[set[tuple[str, str]]]:
    """Return (initials, full spelling) of each place name: as places are read, and as usual.

    All names are spelt in one pass, many times faster than by `initials` and `full`, which
    matters for the fifteen thousand divisions. Names must not hold line breaks.
    """
    joined = "\n".join(names)
    found: list[set[tuple[str, str]]] = [set() for _ in names]
    for preferred in (_IN_PLACE_NAMES, {}):
        spell = {character: preferred.get(character, "") for character in set(joined)}
        for character, readings in zip(spell, syllables("".join(spell)), strict=True):
            spell[character] = spell[character] or "".join(readings[:1])
        spell["\n"] = "\n"
        spelt = joined.translate({ord(c): text for c, text in spell.items()}).split("\n")
        short = joined.translate({ord(c): text[:1] for c, text in spell.items()}).split("\n")
        for spellings, pair in zip(found, zip(short, spelt, strict=True), strict=True):
            spellings.add(pair)
    return found
