"""Reads vacancies out of a recruitment message written in free text.

Nothing is invented: a field without words in the message stays empty, and every value carries the
words that it came from and how sure it is. What was not understood is kept as ``rest``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mengzhan.model.phone import mask_phone
from mengzhan.rules.ads.adtable import Table, find_table, read_cells
from mengzhan.rules.ads.adtext import AdText, Fact
from mengzhan.rules.ads.layout import Part, entries, messages, talk
from mengzhan.rules.ads.phones import find_phones
from mengzhan.rules.ads.reading import Found, ParsedVacancy, Reading
from mengzhan.rules.ads.references import References
from mengzhan.rules.ads.tagging import Tagged, tagger
from mengzhan.rules.ads.traits import traits

UNSURE_BELOW = 0.7
"""A field less sure than this is to be looked at by a person."""

_ASKED = "requirements"
_SURE_CELL = 0.9
_SHORTEST, _LONGEST = 12, 3000


@dataclass(frozen=True)
class ParsedAd:
    """A message, its vacancies, and the clauses that nobody understood."""

    text: str
    vacancies: tuple[ParsedVacancy, ...]
    rest: tuple[str, ...]
    phones: tuple[Fact, ...] = ()

    def masked(self, number: str | None = None) -> str:
        """Return the message with telephone numbers covered: one of them, or all.

        It is as long as the message, so that places in it stay what they are.
        """
        text = self.text
        for phone in self.phones:
            if number is None or phone.value == number:
                start, end = phone.span
                text = text[:start] + mask_phone(text[start:end]) + text[end:]
        return text


def parse_ad(text: str) -> ParsedAd:
    """Read a recruitment message; without any vacancy in it the result has none.

    Several messages forwarded together, each with its own telephone number, are read apart.
    """
    whole = AdText(text)
    table = find_table(whole)
    if table:
        return _of_table(text, table)
    spans = messages(text, [phone.span.start for phone in find_phones(whole)])
    if len(spans) > 1:
        parts = [(span.start, parse_ad(text[slice(*span)])) for span in spans]
        if all(part.vacancies for _, part in parts):
            return _joined(text, parts)
    readings = read_by_rules(AdText(text))  # in ``whole`` the telephone numbers are taken
    tagged = _tagged(whole.folded, facts_of(readings))
    for reading in readings:
        reading.listen(tagged)
    if len(readings) > 1:
        _refer(whole, readings)
    return ParsedAd(
        text,
        tuple(vacancy for reading in readings for vacancy in reading.vacancies()),
        tuple(words for reading in readings for words in reading.ad.rest()),
        tuple(phone for reading in readings for phone in reading.phones),
    )


def _refer(whole: AdText, readings: Sequence[Reading]) -> None:
    """Let the entries of a list know what is told of which of them."""
    titles = [title for reading in readings for title in reading.titles]
    firms = {firm for reading in readings for firm in reading.employers}
    references = References(whole, titles, sorted(firms, key=lambda firm: firm.span))
    for reading in readings:
        reading.references = references


def _tagged(text: str, facts: Sequence[Fact]) -> Tagged:
    # NumPy is loaded with the first message that is read, not with the program
    from mengzhan.rules.language.characters import tag_scores

    return tagger().tag(traits(text, facts), tag_scores(text))


def _joined(text: str, parts: Sequence[tuple[int, ParsedAd]]) -> ParsedAd:
    """Put messages together that begin somewhere in a text, each read by itself."""
    return ParsedAd(
        text,
        tuple(_moved(vacancy, start) for start, part in parts for vacancy in part.vacancies),
        tuple(words for _, part in parts for words in part.rest),
        tuple(
            replace(phone, span=phone.span.moved(start))
            for start, part in parts
            for phone in part.phones
        ),
    )


def _moved(vacancy: ParsedVacancy, by: int) -> ParsedVacancy:
    return ParsedVacancy(
        {
            name: replace(found, spans=tuple(span.moved(by) for span in found.spans))
            for name, found in vacancy.fields.items()
        }
    )


def read_by_rules(ad: AdText) -> list[Reading]:
    """Return what rules alone read out of a message without a table, or of each entry of a list."""
    phones = [phone.span.start for phone in find_phones(ad)]
    return _of_entries(ad, phones) or _of_talk(ad) or [Reading(AdText(ad.raw))]


def facts_of(parts: Sequence[Reading]) -> list[Fact]:
    """Return all that the rules found, each once."""
    return list(dict.fromkeys(fact for part in parts for fact in part.facts()))


def _of_table(text: str, table: Table) -> ParsedAd:
    """Read a table row by row; what stands around it holds for all of them."""
    around = Reading(AdText(text, *table.around))
    common = around.for_all().fields
    found = []
    for row in table.rows:
        own: dict[str, Found] = {}
        for name, value, span in read_cells(text, row):
            said = Found(value, (span,), _SURE_CELL)
            own[name] = _both(own[name], said) if name in own and name == _ASKED else said
        asked = [one[_ASKED] for one in (own, common) if _ASKED in one]
        both = {_ASKED: _both(*asked)} if len(asked) > 1 else {}
        found.append(ParsedVacancy({**common, **own, **both}))
    return ParsedAd(text, tuple(found), tuple(around.ad.rest()), tuple(find_phones(AdText(text))))


def _both(first: Found, second: Found) -> Found:
    """What is asked of people at two places."""
    words = f"{first.value}；{second.value}"
    return Found(words, first.spans + second.spans, min(first.sure, second.sure))


def _of_entries(ad: AdText, phones: Sequence[int]) -> list[Reading]:
    """Read a list entry by entry, if each names vacancies of its own firm or telephone number."""
    parts = entries(ad, phones)
    readings = [Reading(AdText(ad.raw, *part.seen), part.entry) for part in parts]
    if not readings or not all(reading.titles for reading in readings):
        return []
    own = list(zip(parts, readings, strict=True))
    firms = [_told_in(part, reading.employers) for part, reading in own]
    numbers = [_told_in(part, reading.phones) for part, reading in own]
    own_firms = all(firms) and len(set.union(*firms)) > 1
    return readings if own_firms or _several(numbers) else []


def _told_in(part: Part, facts: Sequence[Fact]) -> set[object]:
    return {fact.value for fact in facts if fact.span.start in part.entry}


def _several(told: Sequence[set[object]]) -> bool:
    """Whether more than one entry says something, and not all the same."""
    return sum(map(bool, told)) > 1 and len(set.union(*told)) > 1


def _of_talk(ad: AdText) -> list[Reading]:
    """Read what is said by the one who hires, if several people talk."""
    said = talk(ad)
    if said is None:
        return []
    reading = Reading(AdText(ad.raw, *said.seen))
    named = said.speaker and said.speaker.end - said.speaker.start > 1
    if said.speaker and named and not reading.contacts and reading.phones:
        reading.contacts = [ad.fact("contact", said.speaker, 0.5)]
    return [reading] if reading.titles else []


def looks_like_ad(text: str) -> bool:
    """Return whether a text is worth offering as a recruitment message.

    Rules alone say it: it is asked whenever something is copied, and must not take long.
    """
    if not _SHORTEST <= len(text) <= _LONGEST:
        return False
    ad = AdText(text)
    spans = messages(text, [phone.span.start for phone in find_phones(ad)])
    return find_table(ad) is not None or any(_offers(text[slice(*span)]) for span in spans)


def _offers(message: str) -> bool:
    """Whether a message names a vacancy and says more of it."""
    readings = read_by_rules(AdText(message))
    found = [vacancy for reading in readings for vacancy in reading.vacancies()]
    more = {"phone", "wage", "headcount"}
    named = any(vacancy.value("title") for vacancy in found)
    return named and any(vacancy.fields.keys() & more for vacancy in found)
