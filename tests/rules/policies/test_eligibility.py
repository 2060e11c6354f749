"""Hints: who may qualify for what, why, and what is missing. Never a decision."""

from datetime import date

import pytest

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Value
from mengzhan.rules.operations import merge
from mengzhan.rules.policies.conditions import TESTS
from mengzhan.rules.policies.eligibility import Hint, difficulties, hints, told_of, ways
from mengzhan.rules.policies.library import built_in
from mengzhan.rules.policies.subject import Subject, subject_on
from mengzhan.store.session import Session
from tests import people, stations

DAY = date(2026, 11, 26)
OPEN_TO_RECOGNITION = ["就业状态是未就业、要求就业", "还没有认定为就业困难人员"]
_TABLES = {
    "status": "employment_status",
    "group": "key_group",
    "hired": "key_group",
    "entity": "entity_type",
    "reason": "unemployment_reason",
}


def person(session: Session, **more: Value) -> str:
    usual: dict[str, Value] = {"key_groups": ["K00"], "birth_date": "1990-05-05", "sex": "1"}
    values = people.person_values(1, **(usual | more))
    return stations.log(session, "person", values)


def of(session: Session, record: str, item: str) -> Hint | None:
    found = hints(session.read(), record, DAY)
    return next((hint for hint in found if hint.policy.item == item), None)


def subject(session: Session, record: str) -> Subject:
    found = subject_on(session.read(), record, DAY)
    assert found is not None
    return found


def said(hint: Hint | None) -> tuple[list[str], list[str]]:
    assert hint is not None
    return [str(reason) for reason in hint.reasons], [str(one) for one in hint.missing]


def test_the_table_names_only_what_there_is() -> None:
    items = {policy.item: policy for policy in built_in()}
    assert {way.item for way in ways()} == items.keys()
    for way in ways():
        assert items[way.item].is_for(way.audience)
        for step in way.steps:
            assert step.test in TESTS
            if step.test in _TABLES:
                table = code_table(_TABLES[step.test])
                assert all(code in table for code in step.value.split("|"))


def test_an_older_registered_person_may_be_recognised(session: Session) -> None:
    record = person(session, birth_date="1975-03-02", unemployed_on="2026-06-01")
    hint = of(session, record, "P15")
    reasons, missing = said(hint)
    assert hint is not None
    assert hint.way == "D1"
    assert reasons == [*OPEN_TO_RECOGNITION, "2026-06-01 起登记失业", "51 周岁"]
    assert missing == ["要问清：是否在常住地连续住满6个月、参加职工社会保险满1年"]


def test_registration_is_what_is_missing(session: Session) -> None:
    record = person(session, birth_date="1975-03-02")
    _, missing = said(of(session, record, "P15"))
    assert missing[0] == "还没有失业登记，要先登记"
    assert said(of(session, record, "P16"))[1] == []


@pytest.mark.parametrize(("sex", "may"), [("1", False), ("2", True)])
def test_women_may_at_forty_and_men_at_fifty(session: Session, sex: str, may: bool) -> None:
    record = person(session, birth_date="1984-03-02", sex=sex, unemployed_on="2026-06-01")
    assert (of(session, record, "P15") is not None) == may


@pytest.mark.parametrize(
    ("since", "reason", "missing"),
    [
        ("2025-11-26", ["登记失业已满 12 个月", "46 周岁"], []),
        ("2025-11-27", ["46 周岁"], ["登记失业 11 个月，要满 12 个月"]),
    ],
)
def test_months_on_the_register_are_counted(
    session: Session, since: str, reason: list[str], missing: list[str]
) -> None:
    record = person(session, birth_date="1980-03-02", key_groups=["K11"], unemployed_on=since)
    group = "属于低保、低收入家庭人员"
    assert said(of(session, record, "P15")) == ([*OPEN_TO_RECOGNITION, group, *reason], missing)


def test_a_wish_for_training_goes_with_a_group(session: Session) -> None:
    record = person(session, key_groups=["K04"])
    assert said(of(session, record, "P06"))[1] == ["还没有问过培训、创业意愿"]
    wish: dict[str, Value] = {"person": record, "day": "2026-11-20", "willing": "1"}
    stations.log(session, "training_intent", wish)
    reasons, missing = said(of(session, record, "P06"))
    status = "就业状态是未就业、要求就业"
    assert reasons == [status, "2026-11-20 说愿意参加培训", "属于农牧民工"]
    assert missing == []


def test_a_later_refusal_ends_the_hint(session: Session) -> None:
    record = person(session, key_groups=["K04"])
    for day, willing in (("2026-11-01", "1"), ("2026-11-20", "2")):
        wish: dict[str, Value] = {"person": record, "day": day, "willing": willing}
        stations.log(session, "training_intent", wish)
    assert of(session, record, "P06") is None


@pytest.mark.parametrize("more", [{"difficulty_on": "2026-03-01"}, {"key_groups": ["K05"]}])
def test_who_is_recognised_need_not_be_again(session: Session, more: dict[str, Value]) -> None:
    record = person(session, birth_date="1975-03-02", unemployed_on="2026-01-05", **more)
    assert of(session, record, "P15") is None
    assert said(of(session, record, "P02"))[0][0].endswith("认定为就业困难人员")


def test_who_draws_a_pension_gets_no_hints(session: Session) -> None:
    record = person(session, birth_date="1960-03-02", employment_status="A", key_groups=["K04"])
    assert hints(session.read(), record, DAY) == []


def test_who_has_yet_to_graduate_is_told_when(session: Session) -> None:
    record = person(session, key_groups=["K01"], graduated_on="2027-06-30")
    reasons, missing = said(of(session, record, "P09"))
    assert not any("毕业" in reason and "月" in reason for reason in reasons)
    assert "2027-06-30 才毕业" in missing


def test_a_day_that_cannot_be_read_is_not_known(session: Session) -> None:
    record = "from-elsewhere"
    values = people.person_values(1, key_groups=["K01"], graduated_on="明年夏天")
    stations.write_raw(session, "person", record, values)
    assert "没有填毕业日期" in said(of(session, record, "P09"))[1]


def test_who_works_gets_no_hint_for_those_who_do_not(session: Session) -> None:
    record = person(session, employment_status="2", key_groups=["K04"])
    assert of(session, record, "P16") is None
    assert of(session, record, "P02") is None


def test_an_employer_who_took_somebody_on(session: Session) -> None:
    employer = stations.log(
        session, "employer", people.employer_values(1, entity_type="112", staff_count=12)
    )
    assert of(session, employer, "P03") is None
    vacancy = stations.log(session, "vacancy", people.vacancy_values(employer))
    graduate = person(session, key_groups=["K0101"], graduated_on="2026-06-30")
    referral: dict[str, Value] = {
        "person": graduate,
        "vacancy": vacancy,
        "day": "2026-09-01",
        "due_on": "2026-09-08",
        "result": "2",
        "arrived_on": "2026-09-03",
    }
    stations.log(session, "referral", referral)
    reasons, missing = said(of(session, employer, "P03"))
    assert reasons == [
        "单位类型：私营有限责任公司",
        "一年内经推荐招用：离校2年内未就业高校毕业生 1 人",
    ]
    assert missing == ["要问清：是否签了劳动合同并缴了失业、工伤、养老保险满3个月"]
    assert said(of(session, employer, "P04"))[1][0] == "没有填参保人数"


def test_of_duplicates_one_person_was_taken_on(session: Session) -> None:
    employer = stations.log(session, "employer", people.employer_values(1, entity_type="112"))
    twin = stations.log(session, "employer", people.employer_values(2, entity_type="112"))
    graduate, again = (
        stations.log(session, "person", people.person_values(n, key_groups=["K0101"]))
        for n in (1, 2)
    )
    for owner, whom in ((employer, graduate), (twin, again)):
        vacancy = stations.log(session, "vacancy", people.vacancy_values(owner))
        came = {"person": whom, "vacancy": vacancy, "day": "2026-09-01", "arrived_on": "2026-09-03"}
        stations.log(session, "referral", came)
    session.run(merge(again, graduate), "merge person")
    session.run(merge(twin, employer), "merge employer")
    assert subject(session, employer).hired == {"K0101": 1}


@pytest.mark.parametrize(
    ("arrived", "left", "counts"),
    [
        ("2025-11-26", None, True),
        ("2025-11-25", None, False),
        ("2026-11-27", None, False),
        ("2026-09-03", "2026-11-26", False),
        ("2026-09-03", "2026-11-27", True),
    ],
)
def test_who_came_within_a_year_and_works_there_counts(
    session: Session, arrived: str, left: str | None, counts: bool
) -> None:
    employer = stations.log(session, "employer", people.employer_values(1))
    vacancy = stations.log(session, "vacancy", people.vacancy_values(employer))
    whom = person(session, key_groups=["K0101"])
    values = {"person": whom, "vacancy": vacancy, "day": "2025-09-01", "arrived_on": arrived}
    stations.write_raw(session, "referral", "r1", {**values, "left_on": left})
    assert subject(session, employer).hired == ({"K0101": 1} if counts else {})


def test_how_many_queries_do_not_grow_with_the_vacancies(session: Session) -> None:
    employer = stations.log(session, "employer", people.employer_values(1))
    whom = person(session, key_groups=["K0101"])

    def hire() -> None:
        vacancy = stations.log(session, "vacancy", people.vacancy_values(employer))
        came = {"person": whom, "vacancy": vacancy, "day": "2026-09-01", "arrived_on": "2026-09-03"}
        stations.log(session, "referral", came)

    def asked() -> int:
        reader = session.read()
        told: list[str] = []
        reader.connection.set_trace_callback(told.append)
        subject_on(reader, employer, DAY)
        reader.connection.set_trace_callback(None)
        return len(told)

    hire()
    once = asked()
    for _ in range(5):
        hire()
    assert asked() == once


def test_other_records_have_no_hints(session: Session) -> None:
    policy = stations.log(session, "policy", {"title": "旗里的"})
    assert hints(session.read(), policy, DAY) == []


def test_the_least_missing_come_first(session: Session) -> None:
    record = person(session, birth_date="1975-03-02", key_groups=["K04"])
    counts = [len(hint.missing) for hint in hints(session.read(), record, DAY)]
    assert counts == sorted(counts)
    assert len(counts) > 2


def test_the_last_day_of_telling_is_remembered(session: Session) -> None:
    record = person(session)
    for day, items in (("2026-10-01", ["P15", "P06"]), ("2026-11-02", ["P15"])):
        values = people.follow_up_values(record, day=day, policies=items)
        stations.log(session, "follow_up", values)
    assert told_of(session.read(), record) == {"P15": "2026-11-02", "P06": "2026-10-01"}


# The six kinds of people who are hard to employ -----------------------------------------------------


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        ({"birth_date": "1975-03-02", "unemployed_on": "2026-06-01"}, ["D1"]),
        ({"birth_date": "1975-03-02"}, ["D1"]),
        ({"birth_date": "1967-03-02"}, ["D1"]),
        ({"birth_date": "1964-03-02"}, []),
        ({"birth_date": "1973-03-02", "sex": "2"}, ["D1"]),
        ({"birth_date": "1969-03-02", "sex": "2"}, []),
        ({"key_groups": ["K09"], "birth_date": "1975-03-02"}, ["D1", "D2"]),
        ({"key_groups": ["K08"]}, ["D3"]),
        ({"key_groups": ["K12"]}, []),
        ({"key_groups": ["K12"], "birth_date": "1975-03-02"}, ["D1", "D4"]),
        ({"key_groups": ["K11"], "birth_date": "1980-03-02"}, ["D5"]),
        ({"key_groups": ["K01"], "graduated_on": "2024-06-30"}, ["D6"]),
        ({"key_groups": ["K01"], "graduated_on": "2026-06-30"}, []),
        ({"key_groups": ["K01"]}, []),
        ({}, []),
        ({"birth_date": "1975-03-02", "difficulty_on": "2026-10-01"}, []),
        ({"birth_date": "1975-03-02", "employment_status": "2", "status_on": "2026-10-01"}, []),
        ({"birth_date": None, "sex": None}, []),
    ],
)
def test_a_kind_is_hinted_at_where_something_of_its_own_speaks_for_it(
    session: Session, more: dict[str, Value], kinds: list[str]
) -> None:
    record = person(session, **more)
    found = difficulties(session.read(), record, DAY)
    assert [hint.way for hint in found] == kinds
    assert all(hint.reasons for hint in found)


def test_such_a_hint_says_what_is_missing(session: Session) -> None:
    record = person(
        session, key_groups=["K11"], birth_date="1980-03-02", unemployed_on="2026-06-01"
    )
    (hint,) = difficulties(session.read(), record, DAY)
    assert said(hint)[1] == ["登记失业 5 个月，要满 12 个月"]


def test_only_people_are_of_such_a_kind(session: Session) -> None:
    employer = stations.log(session, "employer", people.employer_values(1))
    assert difficulties(session.read(), employer, DAY) == []
