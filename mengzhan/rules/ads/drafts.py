"""From what a message says of a vacancy to the values of a record, and of its employer."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from mengzhan.model.codes import CodeTable, code_table
from mengzhan.model.divisions import division_tree
from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Text
from mengzhan.model.kind import Field
from mengzhan.model.kinds.vacancy import VACANCY
from mengzhan.model.occupations import occupations
from mengzhan.model.phone import check_phone
from mengzhan.model.text import normalise_free_text
from mengzhan.rules.ads.adtext import Span
from mengzhan.rules.ads.parse import UNSURE_BELOW, ParsedAd
from mengzhan.rules.ads.reading import Found, ParsedVacancy
from mengzhan.rules.wage import Wage

FROM_CHAT = "5"
"""Code of the table ``source_channel``: 微信群、朋友圈."""

_ONLY_THE_TITLE = 0.3
"""How sure it is that a title tells what is to be done."""

_TEXTS = {
    "title": "title",
    "workplace": "place",
    "contact": "contact",
    "conditions": "requirements",
}
"""Field of the record -> what the message says, for fields that take the words as they are."""

_LICENCE_WORD = re.compile(r"[A-D][12]|.+证|驾[照本]")


@dataclass(frozen=True)
class Source:
    """Where a value of a draft comes from, and how sure it is (0..1)."""

    spans: tuple[Span, ...]
    sure: float

    @property
    def is_unsure(self) -> bool:
        """Whether a person should look at the value."""
        return self.sure < UNSURE_BELOW


@dataclass
class VacancyDraft:
    """Values of a vacancy record with their sources; ``employer`` holds what the message says of
    who hires, for a record that may have to be made along."""

    values: dict[str, Value] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    employer: dict[str, Value] = field(default_factory=dict)
    employer_source: Source | None = None

    def put(self, name: str, value: Value, found: Found, sure: float | None = None) -> None:
        """Take a value; without one nothing is taken."""
        if value is not None:
            self.values[name] = value
            self.sources[name] = Source(found.spans, found.sure if sure is None else sure)


def drafts_of(ad: ParsedAd, within: str | None = None) -> list[VacancyDraft]:
    """Return a draft for each vacancy of a message.

    Args:
        within: code of the banner that names of places are looked for in.
    """
    return [_draft(ad, vacancy, within) for vacancy in ad.vacancies]


def _draft(ad: ParsedAd, vacancy: ParsedVacancy, within: str | None) -> VacancyDraft:
    draft = VacancyDraft({"source": FROM_CHAT})
    known = vacancy.fields
    for name, what in _TEXTS.items():
        if what in known:
            draft.put(name, _cut(VACANCY[name], str(known[what].value)), known[what])
    if "headcount" in known:
        draft.put("headcount", _value(known["headcount"]), known["headcount"])
    if "phone" in known:
        draft.put("phone", _dialled(known["phone"]), known["phone"])
        draft.sources["phone"] = Source(known["phone"].spans, known["phone"].sure)
    _put_wage(draft, known)
    _put_duties(draft, known)
    _put_codes(draft, known, within)
    draft.values["note"] = _note(ad, vacancy)
    _put_employer(draft, known)
    return draft


def _value(found: Found) -> Value:
    value = found.value
    return value if isinstance(value, str | int) else None


def _dialled(found: Found) -> Value:
    """A telephone number, if it can be dialled; else the field stays empty, to be looked at."""
    number = str(found.value)
    return None if any(problem.blocks for problem in check_phone(number)) else number


def _put_wage(draft: VacancyDraft, known: Mapping[str, Found]) -> None:
    found = known.get("wage")
    if found and isinstance(found.value, Wage):
        draft.put("wage_min", found.value.low, found)
        draft.put("wage_max", found.value.high, found)
        draft.put("wage_unit", found.value.unit, found)


def _put_duties(draft: VacancyDraft, known: Mapping[str, Found]) -> None:
    """What is to be done, and when: hours have no field of their own."""
    work = known.get("duties") or known.get("title")
    if work is None:
        return
    parts = [work, *filter(None, [known.get("hours")])]
    words = "，".join(str(part.value) for part in parts)
    spans = tuple(span for part in parts for span in part.spans)
    sure = work.sure if work is known.get("duties") else _ONLY_THE_TITLE
    draft.put("duties", _cut(VACANCY["duties"], words), Found(words, spans, sure))


def _put_codes(draft: VacancyDraft, known: Mapping[str, Found], within: str | None) -> None:
    for name, what, read in (
        ("occupation", "title", _occupation),
        ("place", "place", lambda words: _place(words, within)),
        ("shift", "hours", lambda words: _named_in(code_table("shift"), words)),
        ("insurance", "insurance", lambda words: _code(code_table("insurance"), words)),
    ):
        found = known.get(what)
        if found:
            draft.put(name, _read(read, found), found, min(found.sure, 0.8))
    wants = known.get("requirements")
    licences = list(_licences(str(wants.value))) if wants else []
    if wants and licences:
        draft.put("licences", licences, wants, 0.8)
    board = _board(known)
    told = [known[name] for name in ("board", "lodging", "allowance") if name in known]
    if told:
        spans = tuple(span for found in told for span in found.spans)
        draft.put("board", board, Found(board, spans, min(found.sure for found in told)))


def _read(read: Callable[[str], str | None], found: Found) -> str | None:
    return read(str(found.value))


def _occupation(title: str) -> str | None:
    """The occupation that a title, or the end of it, names; 包饺子的 is 包饺子工."""
    plain = re.sub(r"[(（].*|的$", "", title.strip())
    for start in range(max(1, len(plain) - 1)):
        known = occupations().find(plain[start:]) or occupations().find(f"{plain[start:]}工")
        if known:
            return known.code
    return None


def _place(words: str, within: str | None) -> str | None:
    known = division_tree().find(words, within)
    return known.code if known else None


def _code(table: CodeTable, words: str) -> str | None:
    known = table.find(words)
    return known.code if known else None


def _named_in(table: CodeTable, words: str) -> str | None:
    """The one code of which a word stands in a text; the longest word decides."""
    said = [(len(word), code.code) for code in table for word in code.aliases if word in words]
    return max(said)[1] if said else None


def _licences(wants: str) -> Iterator[str]:
    for code in code_table("license_type"):
        words = [word for word in (code.label, *code.aliases) if _LICENCE_WORD.fullmatch(word)]
        if any(word in wants for word in words):
            yield code.code


def _board(known: Mapping[str, Found]) -> str | None:
    """The code of the table ``board``."""
    meals, bed = (known[name].value if name in known else None for name in ("board", "lodging"))
    if meals:
        lunch_only = "lunch" in known and known["lunch"].spans == known["board"].spans
        return "3" if bed else "5" if lunch_only else "1"
    if bed:
        return "2"
    if "allowance" in known:
        return "4"
    return "0" if meals is False and bed is False else None


def _note(ad: ParsedAd, vacancy: ParsedVacancy) -> str:
    """The message as it was pasted; of one that is too long the lines that tell of this vacancy.

    A number that stands in its own field is masked here: notes are shown and exported in the
    open. Other numbers stay, or they would be lost.
    """
    text = ad.masked(str(vacancy.value("phone") or ""))
    whole = normalise_free_text(text)
    if _cut(VACANCY["note"], whole) != whole:
        whole = normalise_free_text("\n".join(_lines_of(text, vacancy)))
    return _cut(VACANCY["note"], whole)


def _lines_of(text: str, vacancy: ParsedVacancy) -> Iterator[str]:
    begin = 0
    for line in text.splitlines(keepends=True):
        end = begin + len(line)
        spans = (span for found in vacancy.fields.values() for span in found.spans)
        if any(span.start < end and span.end > begin for span in spans):
            yield line.rstrip("\r\n")
        begin = end


def _put_employer(draft: VacancyDraft, known: Mapping[str, Found]) -> None:
    said = {
        "name": known.get("employer"),
        "contact": known.get("contact"),
        "phone": known.get("phone"),
    }
    for name, found in said.items():
        value = found and (_dialled(found) if name == "phone" else _value(found))
        if value:
            draft.employer[name] = value
    named = known.get("employer")
    if named:
        draft.employer_source = Source(named.spans, named.sure)
        sort = _named_in(code_table("entity_type"), str(named.value))
        if sort:
            draft.employer["entity_type"] = sort


def _cut(item: Field, words: str) -> str:
    """Return words no longer than a field takes."""
    limit = item.type.limit if isinstance(item.type, Text) else len(words)
    return words if len(words) <= limit else words[: limit - 1] + "…"
