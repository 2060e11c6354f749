"""What names a record, whichever of its duplicates is asked about."""

from mengzhan.rules.linked import linked
from mengzhan.rules.operations import merge, remove
from tests.people import employer_values, follow_up_values, person_values, vacancy_values
from tests.store.conftest import Station


def test_what_names_a_duplicate_counts_for_the_one_that_was_kept(station: Station) -> None:
    kept, duplicate, other = (station.add("person", person_values(n)) for n in (1, 2, 3))
    talks = [station.add("follow_up", follow_up_values(one)) for one in (kept, duplicate)]
    station.add("follow_up", follow_up_values(other))
    station.run(remove(station.add("follow_up", follow_up_values(kept))))
    station.run(merge(duplicate, kept))
    reader = station.session.read()
    for asked in (kept, duplicate):
        assert {state.record for state in linked(reader, asked, ("follow_up",))} == {*talks}


def test_only_the_kinds_that_are_asked_for(station: Station) -> None:
    person = station.add("person", person_values(1))
    offer = station.add("vacancy", vacancy_values(station.add("employer", employer_values(1))))
    talk = station.add("follow_up", follow_up_values(person))
    sent = station.add("referral", {"person": person, "vacancy": offer, "day": "2026-11-20"})
    reader = station.session.read()
    assert [state.record for state in linked(reader, person, ("referral",))] == [sent]
    both = linked(reader, person, ("referral", "follow_up"))
    assert {state.record for state in both} == {talk, sent}
    assert linked(reader, person, ("visit",)) == []
