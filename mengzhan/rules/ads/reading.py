"""All that one message says, and the vacancies that it is put together to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from mengzhan.rules.ads.adtext import AdText, Fact, Span
from mengzhan.rules.ads.benefits import find_insurance, find_meals, find_meals_in_clauses, meals_of
from mengzhan.rules.ads.beside import counts_beside, pay_beside
from mengzhan.rules.ads.business import find_business
from mengzhan.rules.ads.contacts import find_contacts
from mengzhan.rules.ads.employers import find_employer, on_the_door
from mengzhan.rules.ads.firmwords import only_a_sort
from mengzhan.rules.ads.headcounts import ABOUT, find_headcounts
from mengzhan.rules.ads.hearing import BARS, weighed
from mengzhan.rules.ads.hours import find_hours
from mengzhan.rules.ads.labels import find_labels, take_labels
from mengzhan.rules.ads.phones import find_phones, for_applicants, phones_in_turn
from mengzhan.rules.ads.placenames import area_end
from mengzhan.rules.ads.places import find_labelled_places, find_places, places_in_names
from mengzhan.rules.ads.purpose import offers_work
from mengzhan.rules.ads.references import References
from mengzhan.rules.ads.samenames import facts_at, matched, same_vacancies
from mengzhan.rules.ads.sharing import Sharing
from mengzhan.rules.ads.tagging import Tagged
from mengzhan.rules.ads.titlechoice import is_service, of_couples, without_headings, without_roles
from mengzhan.rules.ads.titles import find_titles
from mengzhan.rules.ads.wages import Pay, find_pay
from mengzhan.rules.ads.wants import SURE_LABEL, find_duties, find_labelled_texts, find_wants
from mengzhan.rules.wage import OPEN, PIECE


@dataclass(frozen=True)
class Found:
    """A value, the places in the message that it came from, and how sure it is (0..1)."""

    value: object
    spans: tuple[Span, ...]
    sure: float


@dataclass
class ParsedVacancy:
    """One vacancy of a message; ``fields`` holds only what the message says."""

    fields: dict[str, Found] = field(default_factory=dict)

    def value(self, name: str) -> object:
        """Return a value, or ``None`` where the message says nothing."""
        found = self.fields.get(name)
        return found.value if found else None

    def called(self) -> tuple[str, str]:
        """Return who hires and the name, each as far as the message says it."""
        return str(self.value("employer") or ""), str(self.value("title") or "")


_NAMELESS = Fact("title", None, Span(0, 0), 0.0)
"""Stands for the name of a vacancy that has none."""

_SOMEBODY = re.compile("的师傅$")
"""What anybody may be called, behind the work itself."""

_CALLS = re.compile(
    "(?:[今本每][日天周月期]|[春夏秋冬]季|最新|近期|短期|长期|急)?(?:招[聘工人]|用[工人]|务工|岗位|找活|找工作)"
)
"""What follows the name of an area in a heading: 根河冬季用工."""

_BESIDES = re.compile("[还再另]有(?:就是|一?个)?|另外|还是|第[一二三四五六七八九十]家[是在]?")
"""What begins another entry: 还有西门外."""

_CLIENT = re.compile("(?:雇主|客户|东家|老人)家?(?:就?住?在|:| )?$")
"""Before where a household lives that an agency looks for somebody for; its other ones live elsewhere."""

_LEAST_WISH, _LEAST_NAME = 3, 2
_TOTAL = re.compile("综合|月入|到手")
"""Says that a range is all that somebody earns."""

_ASSURED = re.compile("底薪|保底")
"""Goes before the price of a piece, which is paid besides."""

_ONE_FOR_ALL = ("contact", "phone")
"""What a vacancy without its own takes from anywhere in the message."""

_ONE_OF_ALL = ("employer", "place")
"""What it takes if the message has only one."""


def _common_head(one: str, other: str) -> str:
    differ = (at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1)
    return one[: next(differ, min(len(one), len(other)))]


class Reading:
    """All facts of a message. The order matters: each reader sees what the earlier ones left."""

    def __init__(self, ad: AdText, entry: Span | None = None) -> None:
        """Read a message; of a list only one ``entry``, in which vacancies are named.

        Behind a list it may be told of which entries something holds: its ``references`` are set once all
        entries are read.
        """
        self.ad = ad
        self._entry = entry
        self.references: References | None = None
        self.phones = find_phones(ad)
        self._business = find_business(ad)
        self.pay = find_pay(ad)
        labels = find_labels(ad)
        take_labels(ad, labels)
        self.meals = find_meals(ad, labels)
        self.insurance = find_insurance(ad)
        texts = find_labelled_texts(ad, labels)
        self.headcounts = find_headcounts(ad, labels)
        places = find_labelled_places(ad, labels)
        self.contacts = find_contacts(ad, labels, self.phones)
        numbers = [*self.headcounts, *(Fact("pay", None, pay.span, pay.sure) for pay in self.pay)]
        titles = find_titles(ad, labels, numbers)
        titles = [one for one in titles if entry is None or one.span.start in entry]
        self.titles = without_roles(ad, titles, self.contacts)
        self.meals = sorted([*self.meals, *find_meals_in_clauses(ad)], key=lambda fact: fact.span)
        hours = [fact for fact in texts if fact.what == "hours"]
        self.hours = sorted([*hours, *find_hours(ad)], key=lambda fact: fact.span)
        self.employers = find_employer(ad, labels, places, self.titles)
        self.places = places or find_places(ad, self.employers, self.titles)
        if all(only_a_sort(str(firm.value)) for firm in self.employers):
            self.employers = ad.took(list(on_the_door(ad, self.places))) or self.employers
        duties = [fact for fact in texts if fact.what == "duties"]
        self.duties = [*duties, *find_duties(ad)]
        wants = [fact for fact in texts if fact.what == "requirements"]
        self.wants = sorted(
            [*wants, *find_wants(ad, self.pay, self.titles)], key=lambda fact: fact.span
        )

    def facts(self) -> list[Fact]:
        """Return all facts, whatever they are about."""
        pay = (Fact("pay", None, one.span, one.sure) for one in self.pay)
        places = (*self.titles, *self.employers, *self.places, *self.contacts)
        texts = (*self.wants, *self.hours, *self.duties)
        others = (*self.headcounts, *self.phones, *self.meals, *self.insurance)
        return [*places, *texts, *others, *pay]

    def listen(self, tagged: Tagged) -> None:
        """Weigh the facts against what the words sound like."""
        numbers = [*(one.span for one in self.headcounts), *(one.span for one in self.pay)]
        work = [fact.span for fact in self.duties if fact.sure >= SURE_LABEL]
        elsewhere = [*work, *self._business]
        titles = weighed(
            self.ad,
            "title",
            self.titles,
            tagged,
            entry=self._entry,
            numbers=numbers,
            elsewhere=elsewhere,
        )
        self.titles = [
            self._without_somebody(fact)
            for fact in titles
            if fact in self.titles or not is_service(self.ad, fact, self.headcounts)
        ]
        self.titles = without_headings(self.ad, list(of_couples(self.ad, self.titles)))
        counts = counts_beside(self.ad, self.titles)
        self.headcounts = sorted([*self.headcounts, *counts], key=lambda fact: fact.span)
        pays = pay_beside(self.ad, self.titles, self.headcounts)
        self.pay = sorted([*self.pay, *pays], key=lambda pay: pay.span)
        # what is part of a firm's name does not sound like a place
        in_names = list(islice(places_in_names(self.ad, self.employers), 1))
        self.employers = weighed(
            self.ad, "employer", self.employers, tagged, elsewhere=self._business
        )
        places = weighed(self.ad, "place", self.places, tagged)
        self.places = [self._by_itself(place) for place in places] or in_names
        self.contacts = weighed(self.ad, "contact", self.contacts, tagged)
        self.hours = weighed(self.ad, "hours", self.hours, tagged)
        self.wants = weighed(self.ad, "requirements", self.wants, tagged, elsewhere=self._business)

    def _by_itself(self, place: Fact) -> Fact:
        """Return a place without the firm that it ends in or begins with (百灵庙羊绒分梳厂), and without
        what begins or ends a heading."""
        start, end = place.span
        firms = [one.span for one in self.employers if one.span.meets(place.span)]
        last = min(
            (one.start for one in firms if start < one.start and end <= one.end), default=end
        )
        first = max(
            (one.end for one in firms if one.start <= start and one.end < end), default=start
        )
        if any(one.start <= start and end <= one.end for one in firms):
            # 突泉县民生养老院 is who hires, and 突泉县 where
            last = start + area_end(self.ad.folded[start:end], short=False) or last
        called = _CALLS.search(self.ad.folded, start + _LEAST_NAME, last)
        last = called.start() if called else last
        begun = _BESIDES.match(self.ad.folded, first, last)
        first = begun.end() if begun else first
        span = self.ad.trimmed(Span(first, last), "·()")
        if span == place.span or span.end - span.start < _LEAST_NAME:
            return place
        return replace(place, value=self.ad.words(span), span=span)

    def _without_somebody(self, fact: Fact) -> Fact:
        """Return a name without what anybody is called: 开铲车的师傅."""
        start, end = fact.span
        somebody = _SOMEBODY.search(self.ad.folded, start + _LEAST_NAME, end)
        return replace(fact, span=Span(start, somebody.start())) if somebody else fact

    def vacancies(self) -> list[ParsedVacancy]:
        """Return the vacancies in the order of the message."""
        heads = self.titles
        others = (self.places, self.contacts, self.hours, self.meals, self.wants)
        if not offers_work(self.ad, heads, self.pay, self.headcounts, self.phones, others):
            return []
        return self._named(heads or [_NAMELESS])

    def for_all(self) -> ParsedVacancy:
        """Return what the message says of no vacancy in particular."""
        return self._named([_NAMELESS])[0]

    def _named(self, heads: Sequence[Fact]) -> list[ParsedVacancy]:
        references = self.references or References(self.ad, heads, self.employers)
        sharing = Sharing(self.ad, heads, references)
        # a vacancy may be named again where its pay stands
        counts = sharing.own(self.headcounts, lambda fact: fact.what == "each")
        pays = sharing.own(self.pay, lambda _pay: True, by_name=len(heads) > 1)
        if len(self.pay) == 1 and self.pay[0].wage.unit == OPEN:
            pays = [self.pay for _ in heads]
        same = same_vacancies([self.ad.folded[slice(*head.span)] for head in heads], counts)
        in_row = [pay for pay in self.pay if pay.in_row]
        if len(in_row) == len(same) > 1:
            firsts = {group[0]: pay for group, pay in zip(same, in_row, strict=True)}
            pays = [[firsts[at]] if at in firsts else [] for at in range(len(heads))]
        same = matched(same, counts, pays)
        found = [ParsedVacancy() for _ in same]
        for vacancy, places in zip(found, same, strict=True):
            head = heads[places[0]]
            if head.span.end:
                vacancy.fields["title"] = self._words(head)
            own = facts_at(pays, places)
            shared = [pay for at, dealt in enumerate(pays) if at not in places for pay in dealt]
            elsewhere = {at for group in same if group is not places for at in group}
            of_all = [pay for at in elsewhere.intersection(places) for pay in pays[at]]
            own.sort(key=lambda pay: (pay in shared, pay in of_all))
            self._put_numbers(vacancy, sharing.closest_first(facts_at(counts, places)), own)
        self._put_shared(found, same, sharing)
        return found

    def _put_numbers(
        self, vacancy: ParsedVacancy, counts: Sequence[Fact], pays: Sequence[Pay]
    ) -> None:
        if counts and counts[0].value is not None and counts[0].sure > ABOUT:
            vacancy.fields["headcount"] = Found(counts[0].value, (counts[0].span,), counts[0].sure)
        if pays:
            assured = any(one.wage.unit == PIECE for one in pays)
            pay = min(
                pays,
                key=lambda one: (
                    one.wage.low is None and one.wage.high is None,
                    one.trial,
                    assured and not _ASSURED.search(self.ad.folded, *one.span),
                    not self._is_total(one),
                ),
            )
            vacancy.fields["wage"] = Found(pay.wage, (pay.span,), pay.sure)

    def _is_total(self, pay: Pay) -> bool:
        """Whether it is the range of all that somebody earns: 底薪3000加提成，综合6000-8000."""
        wage = pay.wage
        between = None not in (wage.low, wage.high) and wage.low != wage.high
        return between and bool(_TOTAL.search(self.ad.folded, *pay.span))

    def _put_shared(
        self, found: Sequence[ParsedVacancy], same: Sequence[Sequence[int]], sharing: Sharing
    ) -> None:
        for name, facts, put in (
            ("employer", self.employers, self._who_hires),
            ("place", self.places, self._surest),
            ("contact", self.contacts, self._surest),
            ("phone", for_applicants(self.ad, self.phones), self._surest),
            ("hours", self.hours, self._joined),
            ("insurance", self.insurance, self._surest),
            ("duties", self.duties, self._joined),
            ("requirements", list(sharing.parted(self.wants)), self._joined),
        ):
            dealt, common = sharing.shared(facts, by_name=name == "requirements")
            headed = sharing.under_headings(facts if name in _ONE_OF_ALL else ())
            told: Sequence[list[Fact]] = [[] for _ in found]
            if name == "phone":
                told = phones_in_turn(self.ad, facts, [one.called() for one in found])
            for vacancy, places, in_turn in zip(found, same, told, strict=True):
                own = in_turn or facts_at(headed, places) or facts_at(dealt, places)
                chosen = own or common
                if name == "requirements":
                    chosen = sorted([*own, *common], key=lambda fact: fact.span)
                    chosen = [self._without_name(fact, places) for fact in chosen]
                alone = (
                    name in _ONE_OF_ALL
                    and len(facts) == 1
                    and self._may_be_of_all(facts[0], sharing)
                )
                if not chosen and (name in _ONE_FOR_ALL or alone):
                    chosen = [fact for fact in facts if sharing.told(fact) is None]
                if chosen:
                    vacancy.fields[name] = put(chosen)
        dealt, common = sharing.shared(self.meals, often_all=lambda fact: fact.what == "both")
        for vacancy, places in zip(found, same, strict=True):
            for name, fact in meals_of([*facts_at(dealt, places), *common]).items():
                vacancy.fields[name] = Found(fact.value, (fact.span,), fact.sure)

    def _may_be_of_all(self, fact: Fact, sharing: Sharing) -> bool:
        """Whether the only firm or place of a message may be that of vacancies which it does not stand with."""
        of_client = _CLIENT.search(self.ad.folded, 0, fact.span.start)
        return not of_client and not sharing.in_list(fact.span)

    def _without_name(self, fact: Fact, places: Sequence[int]) -> Fact:
        """Return a wish without the name of the vacancy before it: 护士35岁以下."""
        start, end = fact.span
        words = self.ad.folded[start:end]
        names = (self.ad.folded[slice(*self.titles[at].span)] for at in places if self.titles)
        name = max((_common_head(one, words) for one in names), key=len, default="")
        rest = self.ad.folded[start + len(name) : end]
        if len(name) < _LEAST_NAME or len(rest) < _LEAST_WISH or rest.startswith("证"):
            return fact
        span = self.ad.trimmed(Span(start + len(name), end))
        return replace(fact, value=self.ad.words(span), span=span)

    def _surest(self, facts: Sequence[Fact]) -> Found:
        return self._joined([max(facts, key=lambda fact: fact.sure)])

    def _who_hires(self, facts: Sequence[Fact]) -> Found:
        """Who is labelled, else a firm by name rather than a sort of firm, else who signs at the end."""

        def rank(fact: Fact) -> tuple[bool, bool, Span]:
            labelled = fact.sure >= BARS["employer"].certain
            return labelled, not only_a_sort(str(fact.value)), fact.span

        return self._joined([max(facts, key=rank)])

    def _joined(self, facts: Sequence[Fact]) -> Found:
        words = "；".join(dict.fromkeys(str(fact.value) for fact in facts))
        return Found(words, tuple(fact.span for fact in facts), min(fact.sure for fact in facts))

    def _words(self, fact: Fact) -> Found:
        return Found(self.ad.words(fact.span), (fact.span,), fact.sure)
