"""What a letter of introduction says, and when there is none."""

from datetime import date

import pytest

from mengzhan.rules.operations import NoSuchRecord, remove
from mengzhan.rules.referral_letter import RESULTS, ReferralLetter, Unnumbered, referral_letter
from tests import people
from tests.store.conftest import Station

TODAY = date(2026, 11, 23)


def introduced(station: Station, **more: str) -> str:
    employer = station.add("employer", people.employer_values(1))
    vacancy = station.add("vacancy", people.vacancy_values(employer))
    person = station.add("person", people.person_values(2))
    values = {"person": person, "vacancy": vacancy, "day": "2026-11-23", "due_on": "2026-11-30"}
    return station.add("referral", {**values, **more})


def letter(station: Station, referral: str) -> ReferralLetter:
    return referral_letter(station.session.read(), referral, "其其格", TODAY)


def test_a_letter_names_both_sides_and_its_term(station: Station) -> None:
    found = letter(station, introduced(station, letter_no="2026-0012"))
    assert (found.number, found.operator) == ("2026-0012", "其其格")
    assert (found.day, found.due_on) == ("2026年11月23日", "2026年11月30日")
    assert found.person == people.name(2)
    assert found.sex == "女"
    assert found.age == 62
    assert found.employer == people.employer_values(1)["name"]
    assert (found.title, found.pay) == ("挤奶工", "每月3200元至4000元")


def test_the_telephones_are_in_full_and_the_id_number_is_not(station: Station) -> None:
    found = letter(station, introduced(station, letter_no="7"))
    assert found.person_phone == people.phone(2)
    assert found.phone == people.employer_values(1)["phone"]
    assert people.id_number(2) not in repr(found)
    assert found.id_number.startswith("1501")
    assert "*" in found.id_number


def test_the_slip_offers_the_codes_by_which_it_is_keyed_in(station: Station) -> None:
    found = letter(station, introduced(station, letter_no="7"))
    assert [code for code, _ in found.results] == list(RESULTS)
    assert found.results[0] == ("2", "录用已到岗")


def test_a_letter_without_a_number_is_refused(station: Station) -> None:
    with pytest.raises(Unnumbered) as refused:
        letter(station, introduced(station))
    assert str(refused.value.message).startswith(
        f"{people.name(2)}到“挤奶工”的推荐还没有推荐信编号"
    )


def test_a_referral_that_was_taken_away_has_no_letter(station: Station) -> None:
    referral = introduced(station, letter_no="7")
    station.run(remove(referral))
    with pytest.raises(NoSuchRecord):
        letter(station, referral)
