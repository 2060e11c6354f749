"""Whether two records may be the same one, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.model.entry import Value, Values
from mengzhan.model.idnumber import parse_id
from mengzhan.model.kinds import KINDS
from mengzhan.rules.suspicion import (
    forget_people,
    is_bare,
    is_near,
    judge,
    meant_by,
    near_numbers,
    telling_links,
    village_of,
)
from tests import people

OTHER = "other"


def told(one: Values, other: Values, kind: str = "person") -> tuple[str, str] | None:
    """Return the weight and the reason, if there is a suspicion; it is the same both ways."""
    found = judge(KINDS, kind, one, {**other, "id": OTHER})
    back = judge(KINDS, kind, other, one, OTHER)
    assert (found and found.weight) == (back and back.weight)
    if found is None:
        return None
    assert found.record == OTHER
    return found.weight, str(found.reason)


def person(number: int, **more: Value) -> dict[str, Value]:
    return people.person_values(number, **more)


def test_one_number_is_one_person() -> None:
    assert told(person(1), person(2, id_number=people.id_number(1))) == ("same", "证件号相同")


def test_no_number_stays_in_memory_once_people_are_forgotten() -> None:
    parse_id(people.id_number(1))
    forget_people()
    assert parse_id.cache_info().currsize == 0


def test_one_wrong_digit_under_one_name() -> None:
    near = next(
        n for n in near_numbers(people.id_number(1)) if n[6:14] == people.id_number(1)[6:14]
    )
    assert told(person(1), person(1, id_number=near, phone=None)) == ("likely", "证件号只差一位")
    assert told(person(1), person(2, id_number=near, phone=people.phone(9))) is None


def test_namesakes_of_one_year_with_two_sound_numbers_are_two_people() -> None:
    one, other = person(1), person(2, name=people.name(1), birth_date=person(1)["birth_date"])
    assert told(one, other) is None
    del other["id_number"]
    assert told(one, other) == ("likely", "同名，同年出生")


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"name": "乌云其木格"}, "同名，同一个嘎查村或社区"),
        ({"name": "吴云齐木歌"}, "同音名，同一个嘎查村或社区"),
        ({"name": "乌云其木格", "residence": people.OTHER_VILLAGE}, None),
        ({"name": "乌云其木格", "residence": people.VILLAGE[:9]}, None),
    ],
)
def test_names_and_places(more: dict[str, Value], reason: str | None) -> None:
    one: Values = {"name": "乌云其木格", "residence": people.VILLAGE}
    found = told(one, {"residence": people.VILLAGE, **more})
    assert found == (("likely", reason) if reason else None)


def test_a_family_shares_a_telephone() -> None:
    shared = people.phone(1)
    assert told(person(1), person(2, phone=shared)) == ("warn", "电话相同（一家人可以共用）")
    one: Values = {"name": "乌云其木格", "phone": shared}
    assert told(one, {"name": "乌云其木", "phone": shared}) == ("likely", "电话相同，姓名相近")


def test_nothing_but_one_name_is_worth_a_look() -> None:
    one: Values = {"name": "乌云其木格"}
    assert is_bare(one)
    assert told(one, {"name": "乌云其木格"}) == ("likely", "同名，两条都没有别的可以分辨")
    assert told(one, person(0)) is None
    assert told(one, {"name": "吴云齐木歌"}) is None


def test_employers() -> None:
    code = "92150199MA0EXAM1XG"
    one = people.employer_values(1, credit_code=code)
    assert told(one, people.employer_values(2, credit_code=code), "employer") == (
        "same",
        "统一信用代码相同",
    )
    assert told(one, {"name": one["name"]}, "employer") == ("likely", "名称相同")
    alike = told(one, {"name": "别家", "phone": one["phone"]}, "employer")
    assert alike is not None
    assert alike[0] == "warn"
    assert told(one, people.employer_values(2), "employer") is None


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("follow_up", "同一天已有一条同样的回访"),
        ("vacancy", "同一单位已有同名的岗位"),
        ("policy", "已有同名的政策条目"),
    ],
)
def test_services_are_told_by_what_they_say(kind: str, reason: str) -> None:
    assert told({}, {}, kind) == ("warn", reason)


def test_what_makes_two_services_the_same() -> None:
    visit: Values = {"person": "p", "day": "2026-11-20", "mode": "1"}
    assert telling_links(KINDS, "follow_up", visit) == [("person", "p"), ("day", "2026-11-20")]
    vacancy: Values = {"employer": "e", "title": "司机", "registered_on": "2026-11-20"}
    assert telling_links(KINDS, "vacancy", vacancy) == [("employer", "e"), ("title", "司机")]
    assert telling_links(KINDS, "follow_up", {"day": "2026-11-20"}) == []
    assert telling_links(KINDS, "follow_up", {"person": "p"}) == []
    assert telling_links(KINDS, "person", person(1)) == []


def test_only_a_whole_code_is_a_village() -> None:
    assert village_of({"residence": people.VILLAGE}) == people.VILLAGE
    assert village_of({"residence": people.VILLAGE[:9]}) == village_of({}) == ""


@given(st.integers(0, 999), st.integers(0, 16), st.sampled_from("0123456789"))
def test_a_number_with_one_other_digit_is_near(number: int, place: int, digit: str) -> None:
    sound = people.id_number(number)
    wrong = sound[:place] + digit + sound[place + 1 :]
    if wrong == sound:
        assert meant_by(sound) == []
        assert not is_near(sound, sound)
    elif meant_by(wrong):
        assert is_near(wrong, sound) == (sound in meant_by(wrong))


@given(st.integers(0, 999))
def test_near_numbers_are_those_that_are_near(number: int) -> None:
    sound = people.id_number(number)
    near = near_numbers(sound)
    assert len(near) == len(set(near)) == 17 * 9
    assert all(is_near(sound, other) for other in near)
    assert near_numbers("12") == []
