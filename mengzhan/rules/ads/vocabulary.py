"""The words that the readers of advertisements know: the table ``ad_words.csv``."""

import re
from functools import cache

from mengzhan.model.resources import read_table

HAN = "[\u4e00-\u9fff]"
"""A Chinese character, for patterns."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {row["what"]: tuple(row["words"].split("|")) for row in read_table("ad_words")}


def words_for(what: str) -> tuple[str, ...]:
    """Return the words of one row of the table."""
    return _table()[what]


def any_of(what: str) -> str:
    """Return a pattern for any word of a row, the longer words first."""
    return "|".join(re.escape(word) for word in sorted(words_for(what), key=len, reverse=True))


def label_words() -> dict[str, str]:
    """Return word -> what it announces, for the words that stand before a colon."""
    head = "label_"
    return {
        word: what.removeprefix(head)
        for what, words in _table().items()
        if what.startswith(head) and what != "label_bare"
        for word in words
    }
