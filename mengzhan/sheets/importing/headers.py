"""What the words above a column mean: from header text to what a kind can take.

A *path* names what a column gives: a field (``id_number``), a field of the record that is referred
to (``employer.name``), several fields at once (``wage``), or, with a hyphen before it, something
that is known but not taken in (``-serial``, ``-age``). The words stand in
``resources/tables/header_words.csv``; the label of a field always counts among them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from mengzhan.model.fieldtypes import Choice, Choices, FieldType, Reference, Text
from mengzhan.model.fieldtypes.base import ListType
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.resources import read_table
from mengzhan.model.text import normalise_token
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message
from mengzhan.sheets.importing.contacts import CONTACTS, UNDATED, contact_kind

SERIAL, AGE, OWN, WAGE, NOTE = "-serial", "-age", "-own", "wage", "note"
"""What is known and not taken in: running numbers, ages, what this program wrote beside the rows;
the one cell that gives a whole wage; what takes in whatever has no place of its own."""

SECTION = -1
"""The column number of what stands over a group of records instead of in a column."""

SAME, TRIMMED = 1.0, 0.95
"""How well a header fits that is such a word, or is one without its remark in brackets."""

LOOSE = 0.85
"""How well a header fits whose words mean the same as a known one (期望薪资, 意向工资). Up to here
the words alone are not enough where no cells bear them out."""

_ONE_OF = 0.82
"""How well a header fits that names two things of which one is known (特长/证书)."""

_PART_LEAST, _PART_SHARE = 0.5, 0.4
_NOT_AT_END = 0.1
_ROOMY = 200
_SHORTEST_PART = 2
_BRACKETS = re.compile(r"[(（\[【〔].*?[)）\]】〕]")
_NOISE = re.compile(r"[\s*＊★☆※#:：,，、.。·/／\\\-—_\"'“”‘’()（）\[\]【】〔〕<>《》?？!！√✓☑×]+")
_LEADING = re.compile(r"^(?:请填写|请填|填写|本人|您的|现|是否必填)")
_FILLING = re.compile(r"本人|目前|当前|现在|现有|所|的|有啥|有何|有无|是否|有|啥")
"""Words within a header that change nothing of what it asks for."""

_ANSWERS = re.compile(r"(?<=..)[:：].*", re.DOTALL)
"""The answers that a header lists after a colon (去向：1已就业2升学)."""

_OR = re.compile(r"[/／、]|或|及|和")

_ASKING = re.compile(r"^(?:是否为?|是不是|有无|有没有)|(?:没有|与否|[吗否不])$")
_SOMETHING_ELSE = re.compile(
    r"家人|家属|亲属|紧急|备用|子女|父母|经办|法人|法定代表|负责人|配偶|户主|监护|帮扶|家长|父亲|母亲|代理|登记机构|"
    r"创业证|残疾证|社会?保障?卡|银行|卡号|执照|学籍|准考证|工号|学号"
)
"""A header that names another person or another number means that, not the person's own."""

_COUNTED = re.compile(r"(?:\d{1,2}|[①-⑳一二三四五])$")
TICK = "="
"""Between a field and the one code that a tick in the column stands for: ``policies=P03``."""


def plain(header: str) -> str:
    """Return a header in the form that is compared: NFKC, lower case, no spaces or signs."""
    return _NOISE.sub("", normalise_token(header)).lower()


def without_remark(header: str) -> str:
    """Return a header without what stands in brackets."""
    return _BRACKETS.sub("", header)


def forms(header: str) -> list[tuple[str, float]]:
    """Return the ways a header may be meant, with how sure each way is: as it stands, then without
    what is in brackets, then without a leading word that says nothing and a number at its end."""
    whole = plain(header)
    if any(_SOMETHING_ELSE.search(remark) for remark in _BRACKETS.findall(header)):
        return [(whole, SAME)]
    bare = plain(_ANSWERS.sub("", without_remark(header)))
    shorter = _LEADING.sub("", _COUNTED.sub("", bare))
    ways = [(whole, SAME), (bare, TRIMMED), (shorter, TRIMMED)]
    return [(word, sure) for word, sure in dict(reversed(ways)).items() if word][::-1]


@cache
def _variants() -> tuple[re.Pattern[str], dict[str, str]]:
    """Words of which one stands for all others, and the one; the longest are looked for first."""
    roots = {
        plain(word): row["root"]
        for row in read_table("header_synonyms")
        for word in (row["root"], *row["variants"].split("|"))
    }
    longest = sorted(roots, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), roots


def root(text: str) -> str:
    """Return what a plain header asks for, each word by the one that stands for its like."""
    pattern, roots = _variants()
    words = pattern.sub(lambda found: f" {roots[found[0]]} ", _FILLING.sub("", text)).split()
    return "".join(word for place, word in enumerate(words) if words[place - 1 : place] != [word])


@dataclass(frozen=True)
class Word:
    """One word for one path, already plain."""

    word: str
    path: str


class HeaderWords:
    """The words of one kind of record."""

    def __init__(self, kind: Kind, catalogue: Catalogue) -> None:
        self.kind = kind
        self.catalogue = catalogue
        self._scores: dict[str, dict[str, float]] = {}

    def field(self, path: str) -> Field | None:
        """Return the field that gives the values of ``path`` their type, if it is one field."""
        name, _, inner = path.partition(TICK)[0].partition(".")
        contact = contact_kind(name)
        if contact:
            told = CONTACTS.get(self.kind.name) == contact
            return self.catalogue[contact].get(inner) if told else None
        found = self.kind.get(name)
        if found is None or not inner:
            return found
        if not isinstance(found.type, Reference):
            return None
        other = self.catalogue.get(found.type.kind)
        return other.get(inner) if other else None

    def accepts(self, path: str) -> bool:
        """Whether a column can be taken for ``path``; an empty one means that it is not taken."""
        name, tick, code = path.partition(TICK)
        item = self.kind.get(name)
        if tick and item is not None and isinstance(item.type, Choices | Choice):
            return item.type.lookup.knows(code)
        if path in ("", UNDATED) or path in self.paths:
            return True
        told = self.field(path) if contact_kind(name.partition(".")[0]) else None
        return told is not None and _takes(told.type)

    def takes_several(self, path: str) -> bool:
        """Whether several columns may go into ``path``: texts with room for them, and lists."""
        found = self.field(path)
        if found is None:
            return False
        return isinstance(found.type, ListType) or (
            isinstance(found.type, Text) and (found.type.long or found.type.limit >= _ROOMY)
        )

    def ticked(self, header: str) -> list[tuple[str, bool]]:
        """Return the paths that a column of ticks under ``header`` may stand for.

        ``True`` beside one says that the header asks a question (是否脱贫户).
        """
        asked = plain(without_remark(header))
        bare = _ASKING.sub("", asked)
        found = []
        for item in self.kind:
            if isinstance(item.type, Choices | Choice) and len(bare) >= _SHORTEST_PART:
                code = item.type.lookup.find(bare)
                if code is not None:
                    found.append((f"{item.name}{TICK}{code}", bare != asked))
        return found

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Every word of this kind, those of its own fields before those of what it refers to."""
        found = [Word(plain(item.label), item.name) for item in self.kind if _takes(item.type)]
        rows = [row for row in read_table("header_words") if row["kind"] in (self.kind.name, "*")]
        rows.sort(key=lambda row: row["kind"] == "*")
        for row in rows:
            if self._knows(row["target"], row["kind"]):
                found += [Word(plain(word), row["target"]) for word in row["words"].split("|")]
        return tuple(dict.fromkeys(found))

    def _knows(self, path: str, listed_for: str) -> bool:
        if path.startswith("-") or path == WAGE:
            return True
        if listed_for == "*" and path.split(".", maxsplit=1)[0] == self.kind.name:
            return False
        return self.field(path) is not None

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Everything a column can be taken for, in the order of the declaration."""
        declared = [item.name for item in self.kind if _takes(item.type)]
        return tuple(dict.fromkeys([*declared, *(word.path for word in self.words)]))

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.words:
            paths = found.setdefault(word.word, [])
            if word.path not in paths:
                paths.append(word.path)
        return found

    @cached_property
    def _by_root(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for word in self.words:
            key = root(word.word)
            paths = found.setdefault(key, [])
            if len(key) >= _SHORTEST_PART and word.path not in paths:
                paths.append(word.path)
        return found

    def scores(self, header: str) -> dict[str, float]:
        """Return path -> how well ``header`` fits it (0 to 1); only what is worth a look."""
        if header not in self._scores:
            self._scores[header] = dict(self._judge(header))
        return self._scores[header]

    def certain(self, header: str) -> str:
        """Return the one path that ``header`` certainly means, or an empty text: much quicker than
        ``scores``, for cells of which few are headers."""
        known = (self._by_word[text][0] for text, _ in forms(header) if text in self._by_word)
        return next(known, "")

    def _judge(self, header: str) -> Iterator[tuple[str, float]]:
        ways = forms(header)
        for text, sure in ways:
            if text in self._by_word:
                yield from ((path, sure) for path in self._by_word[text])
                return
        alike = self._by_root.get(root(ways[-1][0])) if ways else None
        if alike:
            yield from ((path, LOOSE) for path in alike)
            return
        best = self._one_of(header)
        for text, _ in ways[-1:]:
            for path, score in self._parts(text):
                best[path] = max(best.get(path, 0.0), score)
        yield from best.items()

    def _one_of(self, header: str) -> dict[str, float]:
        """Read a header that names several things (特长/证书) by those that are known."""
        named = [plain(part) for part in _OR.split(without_remark(header))]
        known = (path for name in named for path in self._by_word.get(name, ()))
        return dict.fromkeys(known, _ONE_OF) if len(named) > 1 else {}

    def _parts(self, text: str) -> Iterator[tuple[str, float]]:
        """Words that stand within the header, the longer the better; the end tells what it is."""
        for word, paths in self._by_word.items():
            if len(word) >= _SHORTEST_PART and word in text:
                if _SOMETHING_ELSE.search(text.replace(word, "")):
                    continue
                score = _PART_LEAST + _PART_SHARE * len(word) / len(text)
                score -= 0 if text.endswith(word) else _NOT_AT_END
                yield from ((path, score) for path in paths)


def path_meaning(path: str, words: HeaderWords) -> Message:
    """Return what people call that which a path names; an unknown path is its own name."""
    if path == WAGE:
        return Message(QT_TRANSLATE_NOOP("model", "薪酬"))
    item = words.field(path)
    if item is None:
        return Message("{path}", {"path": path})
    name, _, code = path.partition(TICK)
    own, _, inner = name.partition(".")
    contact = contact_kind(own)
    if contact:
        template = QT_TRANSLATE_NOOP("model", "第{number}次{of}的{label}")
        number = own.removeprefix(f"{contact}[").rstrip("]")
        of = words.catalogue[contact].label
        return Message(template, {"number": number, "of": of, "label": item.label})
    if inner:
        template = QT_TRANSLATE_NOOP("model", "{of}的{label}")
        return Message(template, {"of": words.kind[own].label, "label": item.label})
    if code and isinstance(item.type, Choice | Choices):
        template = QT_TRANSLATE_NOOP("model", "{label}：{code}")
        return Message(template, {"label": item.label, "code": item.type.lookup.label(code)})
    return Message(item.label)


def _takes(kind: FieldType) -> bool:
    """Whether a cell can say such a value: no pictures, no lists of records, no bare link."""
    return kind.editor not in ("pictures", "reference", "references")
