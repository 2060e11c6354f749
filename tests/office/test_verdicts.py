"""What the office says of single records, and how it reaches the station."""

import pytest

from mengzhan.model.entry import Value
from mengzhan.office.reasons import BY_HAND
from mengzhan.office.verdicts import CannotJudge, Verdicts, give, withdraw
from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import merge, remove
from mengzhan.rules.reader import Change
from tests.office.world import FIRST, SECOND, Laptop, World
from tests.people import employer_values, id_number, person_values, phone


def said(world: World, record: str) -> list[tuple[str, str, str, str]]:
    found = Verdicts(world.office.connection).of_record(record)
    return [(v.verdict, v.field, v.reason, v.suggestion) for v in found]


def import_person(laptop: Laptop, number: int, **more: Value) -> str:
    """Write a record past the checks of the form, as an older version or an import may have."""
    values = {**person_values(number, **more), "station": laptop.session.place.code}
    record = laptop.session.new_id()
    laptop.session.run(lambda reader, desk: [Change("person", record, values)], "import")
    return record


def test_a_sound_record_is_accepted(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    assert said(world, person) == [("accepted", "", "", "")]
    (verdict,) = first.session.exchange().verdicts()
    assert (verdict.record, verdict.verdict, verdict.receipt) == (person, "accepted", 1)


def test_a_slip_with_one_way_to_mend_it_gets_a_suggestion(world: World, first: Laptop) -> None:
    right = id_number(1)
    person = import_person(first, 1, id_number=right[:17])
    world.exchange(first)
    assert said(world, person) == [("fix", "id_number", "ID_LENGTH", right)]
    (verdict,) = first.session.exchange().verdicts("fix")
    assert (verdict.field, verdict.suggestion) == ("id_number", right)


def test_a_slip_with_many_ways_gets_none(world: World, first: Laptop) -> None:
    wrong = id_number(1)[:9] + str((int(id_number(1)[9]) + 1) % 10) + id_number(1)[10:]
    person = import_person(first, 1, id_number=wrong)
    world.exchange(first)
    ((verdict, field, reason, suggestion),) = said(world, person)
    assert (verdict, field, reason, suggestion) == ("fix", "id_number", "ID_CHECKSUM", "")


def test_a_mended_record_is_accepted(world: World, first: Laptop) -> None:
    person = import_person(first, 1, phone=None, residence=None)
    world.exchange(first)
    assert [(f, r) for _, f, r, _ in said(world, person)] == [
        ("phone", "REQUIRED"),
        ("residence", "REQUIRED"),
    ]
    first.edit(person, phone=phone(1), residence=FIRST.code)
    world.exchange(first)
    assert said(world, person) == [("accepted", "", "", "")]
    assert [v.verdict for v in first.session.exchange().verdicts()] == ["accepted"]


def test_the_same_id_at_two_stations(world: World, first: Laptop, second: Laptop) -> None:
    first.add_person(1)
    twin = second.add_person(1)
    world.exchange(first, second)
    assert said(world, twin) == [("elsewhere", "id_number", "ID_ELSEWHERE", FIRST.name)]
    (verdict,) = second.session.exchange().verdicts("elsewhere")
    assert verdict.suggestion == FIRST.name


def test_the_same_id_twice_at_one_station_is_its_own_affair(world: World, first: Laptop) -> None:
    first.add_person(1)
    twin = first.add_person(1)
    world.exchange(first)
    assert said(world, twin) == [("accepted", "", "", "")]


def test_duplicates_that_were_merged_are_accepted(
    world: World, first: Laptop, second: Laptop
) -> None:
    kept, twin = first.add_person(1), second.add_person(1)
    world.exchange(first, second)
    world.seat.session.run(merge(twin, kept), "merge")
    world.answer(second)
    second.edit(twin, note="并入以后")
    world.exchange(second)
    assert said(world, twin) == [("accepted", "", "", "")]


def test_the_same_credit_code_at_two_stations(world: World, first: Laptop, second: Laptop) -> None:
    code = "91150100MA0MWFYQ4B"
    from mengzhan.model.creditcode import check_character

    code = code[:17] + check_character(code[:17])
    first.add("employer", employer_values(credit_code=code))
    twin = second.add("employer", employer_values(2, credit_code=code))
    world.exchange(first, second)
    assert said(world, twin) == [("elsewhere", "credit_code", "CREDIT_ELSEWHERE", FIRST.name)]


def test_a_shared_telephone_is_no_fault(world: World, first: Laptop, second: Laptop) -> None:
    for laptop, number in ((first, 1), (second, 2)):
        person = laptop.add_person(number, phone=phone(9))
        world.exchange(laptop)
        assert said(world, person) == [("accepted", "", "", "")]


def test_a_verdict_by_hand_stands_until_the_field_changes(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    give(world.office, person, "phone", "ASK_PERSON", "")
    world.answer(first)
    assert [v.field for v in first.session.exchange().verdicts("fix")] == ["phone"]
    first.edit(person, note="先改别的")
    world.exchange(first)
    assert said(world, person) == [("fix", "phone", "ASK_PERSON", "")]
    first.edit(person, phone=phone(7))
    world.exchange(first)
    assert said(world, person) == [("accepted", "", "", "")]


def test_a_verdict_can_be_withdrawn(world: World, first: Laptop) -> None:
    person = first.add_person(1)
    world.exchange(first)
    give(world.office, person, "phone", "ASK_PERSON")
    assert len(Verdicts(world.office.connection).open()) == 1
    withdraw(world.office, person)
    assert said(world, person) == [("accepted", "", "", "")]


@pytest.mark.parametrize(
    ("field", "reason"), [("no_such_field", "ASK_PERSON"), ("phone", "NO_SUCH_REASON")]
)
def test_a_verdict_by_hand_needs_field_and_reason(
    world: World, first: Laptop, field: str, reason: str
) -> None:
    person = first.add_person(1)
    world.deliver(first)
    with pytest.raises(CannotJudge):
        give(world.office, person, field, reason)
    with pytest.raises(CannotJudge):
        give(world.office, "none", "phone", next(iter(BY_HAND)))
    with pytest.raises(CannotJudge):
        withdraw(world.office, "none")


def test_nothing_is_said_of_what_is_gone(world: World, first: Laptop) -> None:
    gone, erased = first.add_person(1), first.add_person(2)
    world.exchange(first)
    first.session.run(remove(gone), "remove")
    world.seat.session.run(erase(erased), "erase")
    assert said(world, erased) == []
    world.exchange(first)
    assert said(world, gone) == []
    with pytest.raises(CannotJudge):
        give(world.office, erased, "phone", "ASK_PERSON")


def test_verdicts_go_to_the_station_of_the_record(
    world: World, first: Laptop, second: Laptop
) -> None:
    first.add_person(1)
    second.add_person(2)
    world.exchange(first, second)
    verdicts = Verdicts(world.office.connection)
    assert len(verdicts.since(FIRST.code, 0)) == len(verdicts.since(SECOND.code, 0)) == 1
    assert verdicts.since(FIRST.code, verdicts.last_number()) == []
