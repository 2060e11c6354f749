"""Write pinyin.txt from pypinyin (MIT): run by hand when pypinyin brings better readings.

Usage: python resources/tables/build_pinyin.py
Needs pypinyin 0.55 or newer in the environment; the program itself never imports it.

Each line is one set of readings (most usual first, without tones, ü written v), a tab, and all
characters that have exactly this set. Characters of the basic CJK block are all taken; of the
further blocks those for which pypinyin knows a reading.
"""

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.constants import PINYIN_DICT

TARGET = Path(__file__).parent / "pinyin.txt"

# Surname readings that pypinyin's table lacks; the others (解 xie, 单 shan, 查 zha ...) it has.
SURNAME_READINGS = {"黑": "he"}


def readings(character: str) -> tuple[str, ...]:
    """Return the toneless readings of one character in pypinyin's order."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    plain = [reading.replace("ü", "v") for reading in found]
    plain += [SURNAME_READINGS[character]] if character in SURNAME_READINGS else []
    return tuple(dict.fromkeys(r for r in plain if r.isascii() and r.isalpha()))


def main() -> None:
    """Group the characters by their readings and write the table."""
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for code_point in sorted(PINYIN_DICT):
        if code_point < 0x3400:
            continue
        found = readings(chr(code_point))
        if found:
            groups[found].append(chr(code_point))
    lines = [f"{' '.join(key)}\t{''.join(groups[key])}" for key in sorted(groups)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
