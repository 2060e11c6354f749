"""What free text of a record says: single words of skills, and words that a rule watches for."""

import re
from collections.abc import Iterable

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_CLAUSES = re.compile(r"[，。；、,;\s]")
_DENIAL = re.compile("[不无没免勿]")
_SHORTEST = 2


def skill_words(text: str) -> tuple[str, ...]:
    """Return the words of a skills field; what somebody says not to have is no skill."""
    words = (word for word in _BETWEEN_WORDS.split(text) if len(word) >= _SHORTEST)
    return tuple(word for word in words if not _DENIAL.match(word))


def shared_words(asked: Iterable[str], held: Iterable[str]) -> list[str]:
    """Return the asked words that are held: 电焊 is shared with 电焊工, and the other way round."""
    own = list(held)
    return [word for word in asked if any(word in other or other in word for other in own)]


def spoken_of(text: str, words: Iterable[str]) -> str:
    """Return the first of ``words`` that ``text`` affirms, empty if none.

    A clause with a word for no affirms nothing: 无粉尘, 不用搬运.
    """
    clauses = [clause for clause in _CLAUSES.split(text) if not _DENIAL.search(clause)]
    return next((word for word in words if any(word in clause for clause in clauses)), "")
