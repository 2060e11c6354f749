"""A typical case: the whole way, from records alone, and nobody can be told from it."""

from datetime import date

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.operations import merge
from mengzhan.rules.reporting import Draft
from mengzhan.rules.reporting.case import typical_case
from tests import people
from tests.rules.conftest import Station

TODAY = date(2026, 11, 23)


def case_of(station: Station, person: str) -> Draft:
    return typical_case(station.session.read(), person, "巴彦嘎查就业服务站", TODAY)


def served(station: Station, **more: Value) -> str:
    person = station.add("person", people.person_values(7, unemployed_on="2026-03-02", **more))
    for day, outcome in (("2026-03-05", "F1"), ("2026-04-06", "F1"), ("2026-05-07", "F9")):
        note = f"{people.name(7)}电话{people.phone(7)}"
        values = people.follow_up_values(person, day=day, outcome=outcome, note=note)
        station.add("follow_up", values)
    wish: dict[str, Value] = {"person": person, "day": "2026-04-10", "willing": "1"}
    station.add("training_intent", wish)
    course: dict[str, Value] = {"person": person, "course": f"{people.name(7)}班"}
    dates: dict[str, Value] = {"started_on": "2026-05-11", "ended_on": "2026-06-12", "result": "3"}
    station.add("enrolment", course | dates)
    employer = station.add("employer", people.employer_values(1, name=f"{people.name(7)}奶食店"))
    vacancy = station.add("vacancy", people.vacancy_values(employer, title=people.name(7)))
    referral: dict[str, Value] = {"person": person, "vacancy": vacancy, "day": "2026-06-15"}
    came: dict[str, Value] = {
        "due_on": "2026-06-22",
        "result": "2",
        "result_on": "2026-06-18",
        "arrived_on": "2026-06-18",
        "evidence": ["1"],
        "stay_3_on": "2026-09-20",
    }
    station.add("referral", referral | came)
    return person


def test_the_way_is_told_in_the_order_of_its_days(station: Station) -> None:
    text = case_of(station, served(station)).text
    told = (
        "2026年3月2日登记失业",
        "2026年3月5日起，站里先后回访2次",
        "2026年4月10日摸排时，表示愿意参加培训",
        "2026年5月11日参加职业培训",
        "2026年6月12日结业，取得证书",
        "2026年6月15日，站里推荐到一家个体工商户上班",
        "2026年6月18日到岗",
        "2026年9月20日满3个月核对，仍在岗",
    )
    places = [text.index(sentence) for sentence in told]
    assert places == sorted(places)


def test_nobody_can_be_told_from_it(station: Station) -> None:
    address: dict[str, Value] = {"address": "团结路18号", "key_groups": ["K16", "K11", "K04"]}
    person = served(station, **address)
    text = case_of(station, person).text
    secrets = (
        people.name(7),
        people.id_number(7),
        people.phone(7),
        "团结路",
        "奶食店",
        "刑满",
        "低保",
    )
    for secret in secrets:
        assert secret not in text, secret
    assert "农牧民工" in text
    assert f"{people.name(7)[0]}某" in text


@pytest.mark.parametrize(
    ("name", "told"),
    [("赵雪梅", "赵某"), ("欧阳雪", "欧阳某"), ("阿拉坦·苏和", "阿某"), ("𠮷雪梅", "𠮷某")],
)
def test_only_the_surname_is_told(station: Station, name: str, told: str) -> None:
    person = station.add("person", people.person_values(7, name=name))
    draft = case_of(station, person)
    assert told in draft.title
    assert name not in draft.text


def test_a_duplicate_tells_of_the_one_that_was_kept(station: Station) -> None:
    person = served(station)
    twin = station.add("person", people.person_values(8))
    station.session.run(merge(twin, person), "merge person")
    assert case_of(station, twin) == case_of(station, person)
