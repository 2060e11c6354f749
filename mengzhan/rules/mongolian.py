"""Traditional Mongolian for prints: terms that a station imported, each read by a person or not.

The program brings no Mongolian of its own. A list has three columns: the Chinese term, the
Mongolian one in Unicode letters, and whether somebody who reads Mongolian has confirmed it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mengzhan.model.problem import UserError
from mengzhan.model.text import normalise
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message

UNREVIEWED = QT_TRANSLATE_NOOP("model", "未经审校")
"""What is printed beside a term until a person has read it."""

_LETTER = re.compile("[\u1820-\u18aa]")
# letters, digits, punctuation, variation selectors, joiners, narrow and plain spaces
_MONGOLIAN = re.compile("[\u1800-\u18af\u200c\u200d\u202f \u3000-\u303f!?.()\u2048\u2049-]+")
_YES = frozenset({"是", "已审校", "审校", "对", "y", "yes", "1", "true", "√", "✓"})
_COLUMNS = 3


class NoTerms(UserError):
    """A list without a single term."""

    def __init__(self) -> None:
        words = QT_TRANSLATE_NOOP(
            "model", "没有读到术语。要三列：中文、蒙古文（传统蒙古文字）、是否审校（是/否）。"
        )
        super().__init__("TERMS_NONE", Message(words))


@dataclass(frozen=True)
class Term:
    """A Chinese term and the Mongolian one; ``reviewed`` once a person has confirmed it."""

    chinese: str
    mongolian: str
    reviewed: bool = False


class Terms:
    """The terms of a station by their Chinese words."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._terms: Mapping[str, Term] = {term.chinese: term for term in terms}

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms.values())

    def __len__(self) -> int:
        return len(self._terms)

    @property
    def unreviewed(self) -> int:
        """How many nobody has confirmed."""
        return sum(not term.reviewed for term in self)

    def of(self, *chinese: str) -> Term | None:
        """Return the term for the first of these words that has one."""
        return next((self._terms[words] for words in chinese if words in self._terms), None)

    def with_list(self, read: "Terms") -> "Terms":
        """Return these terms with a list read over them.

        A term that a person confirmed stays confirmed while its Mongolian is the same.
        """
        merged = dict(self._terms)
        for term in read:
            before = merged.get(term.chinese)
            same = before is not None and before.mongolian == term.mongolian
            confirmed = term.reviewed or (same and before is not None and before.reviewed)
            merged[term.chinese] = Term(term.chinese, term.mongolian, confirmed)
        return Terms(merged.values())

    def confirmed(self, chinese: Iterable[str], *, reviewed: bool = True) -> "Terms":
        """Return these terms, some of them confirmed, or not any more."""
        which = set(chinese)
        return Terms(
            Term(term.chinese, term.mongolian, reviewed) if term.chinese in which else term
            for term in self
        )


@dataclass(frozen=True)
class TermList:
    """What a list held, and the numbers of the lines that are none of a term."""

    terms: Terms
    refused: tuple[int, ...]


def read_terms(rows: Iterable[Sequence[str]]) -> TermList:
    """Read the rows of a list; a first line without Mongolian is its heading.

    Raises:
        NoTerms: not one line holds a term.
    """
    found: list[Term] = []
    refused: list[int] = []
    for number, row in enumerate(rows, 1):
        cells = [normalise(cell) for cell in row[:_COLUMNS]]
        if not any(cells):
            continue
        chinese, mongolian, said = [*cells, *[""] * (_COLUMNS - len(cells))]
        if chinese and _LETTER.search(mongolian) and _MONGOLIAN.fullmatch(mongolian):
            found.append(Term(chinese, mongolian, said.lower() in _YES))
        elif number > 1:
            refused.append(number)
    if not found:
        raise NoTerms
    return TermList(Terms(found), tuple(refused))
