"""People, vacancies and what was done for them, read in one go by whoever goes through all.

One query for each kind instead of several for each record: twenty thousand people take a second.
What was done for a duplicate counts for the record that was kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from mengzhan.model.entry import Values
from mengzhan.rules.reader import Reader
from mengzhan.rules.referral_state import INTERVIEWS, interviews_of, text_of
from mengzhan.rules.state import REGISTRATION_FIELDS, Statement, statements_of

Grouped = Mapping[str, Sequence[Values]]

_PERSON = ("created", "station", "unemployed_on", *REGISTRATION_FIELDS)
_VACANCY = (
    "station",
    "employer",
    "title",
    "headcount",
    "registered_on",
    "valid_until",
    "closed_on",
    "close_reason",
)
_FOLLOW_UP = ("created", "person", "day", "outcome", "next_on")
_REFERRAL = (
    "person",
    "vacancy",
    "day",
    "due_on",
    "letter_no",
    "result",
    "result_on",
    "interviewed_on",
    "arrived_on",
    "stay_1_on",
    "stay_3_on",
    "stay_6_on",
    "left_on",
)


@dataclass(frozen=True)
class Register:
    """What was read: records by their ids, services by whom they are about, oldest day first."""

    people: Mapping[str, Values]
    vacancies: Mapping[str, Values]
    follow_ups: Grouped
    intents: Grouped
    visits: Grouped
    referrals_of: Grouped
    referrals_to: Grouped
    earlier: Grouped = field(repr=False)

    def statements(self, person: str) -> list[Statement]:
        """Return everything that is said of a person's employment status."""
        values = self.people[person]
        asked = (("follow_up", one) for one in self.follow_ups.get(person, ()))
        referred = (("referral", one) for one in self.referrals_of.get(person, ()))
        made = text_of(values, "created")[:10]
        return statements_of(values, made, chain(asked, referred), self.earlier.get(person, ()))


def read_register(reader: Reader) -> Register:
    """Read people, vacancies and services, all that are live."""
    people = {text_of(row, "id"): row for row in reader.columns("person", _PERSON)}
    vacancies = {text_of(row, "id"): row for row in reader.columns("vacancy", _VACANCY)}
    twins, offers = reader.duplicates("person"), reader.duplicates("vacancy")
    referrals = sorted(_referrals(reader), key=_by_day)
    follow_ups = sorted(reader.columns("follow_up", _FOLLOW_UP), key=_by_day)
    intents = sorted(reader.columns("training_intent", ("person", "day")), key=_by_day)
    visits = sorted(reader.columns("visit", ("employer", "day")), key=_by_day)
    return Register(
        people=people,
        vacancies=vacancies,
        follow_ups=_grouped(follow_ups, "person", twins),
        intents=_grouped(intents, "person", twins),
        visits=_grouped(visits, "employer", reader.duplicates("employer")),
        referrals_of=_grouped(referrals, "person", twins),
        referrals_to=_grouped(referrals, "vacancy", offers),
        earlier=reader.earlier_sets("person", REGISTRATION_FIELDS),
    )


def _referrals(reader: Reader) -> Iterator[Values]:
    told = reader.earlier_sets("referral", ("interviewed_on",))
    for row in reader.columns("referral", _REFERRAL):
        interviews = told.get(text_of(row, "id"))
        yield {**row, INTERVIEWS: interviews_of(interviews)} if interviews else row


def _by_day(row: Values) -> tuple[str, str]:
    return text_of(row, "day"), text_of(row, "created")


def _grouped(rows: Iterable[Values], name: str, kept: Mapping[str, str]) -> Grouped:
    found: defaultdict[str, list[Values]] = defaultdict(list)
    for row in rows:
        about = text_of(row, name)
        if about:
            found[kept.get(about, about)].append(row)
    return dict(found)
