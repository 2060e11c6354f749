"""What fields held before: in the order of the entries, after redactions, in residues."""

from datetime import timedelta

from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.rules.reader import Reader
from tests.computers import Clock
from tests.people import employer_values, name, person_values, vacancy_values
from tests.store.conftest import Station

HEADCOUNTS = ("at", "headcount")


def sets(reader: Reader, kind: str, record: str, *names: str) -> list[dict[str, object]]:
    """Return what entries set, with and without naming the record: it must be the same."""
    found = reader.earlier_sets(kind, names).get(record, ())
    assert found == reader.earlier_sets(kind, names, (record,)).get(record, ())
    return [dict(one) for one in found]


def vacancy(station: Station) -> str:
    return station.add("vacancy", vacancy_values(station.add("employer", employer_values(1))))


def test_a_field_that_was_set_once_has_no_earlier_values(station: Station) -> None:
    offer = vacancy(station)
    assert sets(station.session.read(), "vacancy", offer, *HEADCOUNTS) == []
    station.run(edit(offer, {"skills": "会开车"}))
    assert sets(station.session.read(), "vacancy", offer, *HEADCOUNTS) == []


def test_each_value_comes_with_the_time_at_which_it_was_set(station: Station, clock: Clock) -> None:
    offer = vacancy(station)
    clock.now += timedelta(days=3)
    station.run(edit(offer, {"headcount": 5, "skills": "会开车"}))
    told = sets(station.session.read(), "vacancy", offer, *HEADCOUNTS)
    assert [(str(one["at"])[:10], one["headcount"]) for one in told] == [
        ("2026-11-23", 2),
        ("2026-11-26", 5),
    ]


def test_what_a_redaction_leaves_still_stands_in_its_place(station: Station) -> None:
    person = station.add("person", person_values(1))
    offer, words = vacancy(station), {"note": f"{name(1)}自己去"}
    values = {"person": person, "vacancy": offer, "day": "2026-11-02", **words}
    referral = station.add("referral", {**values, "interviewed_on": "2026-11-03"})
    station.run(edit(referral, {"interviewed_on": "2026-11-09", "note": f"{name(1)}又去了一次"}))
    told = [{"interviewed_on": "2026-11-03"}, {"interviewed_on": "2026-11-09"}]
    assert sets(station.session.read(), "referral", referral, "interviewed_on") == told
    station.run(erase(person))
    assert [e.set for e in station.session.read().entries(referral)][:2] == [None, None]
    assert sets(station.session.read(), "referral", referral, "interviewed_on") == told


def test_of_an_erased_person_the_residue_tells_it_to_figures_alone(station: Station) -> None:
    person = station.add("person", person_values(1, status_on="2026-10-01"))
    station.run(edit(person, {"employment_status": "2", "status_on": "2026-11-03"}))
    names = ("employment_status", "status_on")
    told = sets(station.session.read(), "person", person, *names)
    assert len(told) == 2
    station.run(erase(person))
    reader = station.session.read()
    assert sets(reader, "person", person, *names) == []
    assert sets(reader.with_residues(), "person", person, *names) == told
    assert [*reader.columns("person", names)] == []
    (row,) = reader.with_residues().columns("person", names)
    assert row == {"id": person, "employment_status": "2", "status_on": "2026-11-03"}
