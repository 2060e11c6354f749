"""Finding the records that rows speak of, and making those that are not there."""

import pytest

from mengzhan.sheets.grid import Cell
from mengzhan.store.session import Session
from tests import people, stations
from tests.sheets.imports import codes, counts, plan, records, write

HEAD: list[Cell] = ["姓名", "身份证号", "联系电话", "回访日期", "回访方式"]


def visit(name: str, number: str = "", phone: str = "", day: str = "2026-11-20") -> list[Cell]:
    return [name, number, phone, day, "上门"]


@pytest.fixture
def known(session: Session) -> Session:
    """Two people of one name, and one more."""
    for number, name in ((1, "乌云"), (2, "乌云"), (3, "萨仁")):
        stations.log(session, "person", people.person_values(number, name=name))
    return session


def test_the_number_tells_who_is_meant(known: Session) -> None:
    made = plan(known, "follow_up", [HEAD, visit("乌云", people.id_number(2))])
    write(known, made)
    (found,) = records(known, "follow_up")
    person = known.read().record("person", found["person"])
    assert person is not None
    assert person["id_number"] == people.id_number(2)


def test_a_name_of_several_needs_more(known: Session) -> None:
    rows = [HEAD, visit("乌云"), visit("乌云", "", people.phone(1)), visit("萨仁")]
    made = plan(known, "follow_up", rows)
    assert "LINK_SEVERAL" in codes(made, 2)
    assert made.at(2).row.blocked
    assert counts(made) == {"out": 1, "new": 2}


def test_somebody_unknown_is_made_only_with_a_sound_number(known: Session) -> None:
    broken = people.id_number(9)[:-1] + ("0" if people.id_number(9)[-1] != "0" else "1")
    rows = [HEAD, visit("其其格"), visit("白音", people.id_number(8)), visit("巴图", broken)]
    made = plan(known, "follow_up", rows)
    assert counts(made) == {"out": 2, "new": 1}
    assert "LINK_MISSING" in codes(made, 2)
    assert [record.values["name"] for record in made.made().values()] == ["白音"]


def test_another_number_under_the_same_name_is_somebody_else(known: Session) -> None:
    made = plan(known, "follow_up", [HEAD, visit("萨仁", people.id_number(7))])
    assert len(made.made()) == 1


def test_what_the_row_says_otherwise_is_told_and_not_written(known: Session) -> None:
    rows = [HEAD, visit("萨如拉", people.id_number(3), people.phone(88))]
    made = plan(known, "follow_up", rows)
    hints = [str(one.problem.hint) for one in made.problems() if one.problem.code == "LINK_DIFFERS"]
    assert len(hints) == 2
    assert "萨如拉" in hints[0]
    assert "萨仁" in hints[0]
    assert people.phone(88) in hints[1]
    assert counts(made) == {"new": 1}
    before = records(known, "person")
    write(known, made)
    assert records(known, "person") == before


def test_what_is_meant_the_same_is_not_told(known: Session) -> None:
    made = plan(known, "follow_up", [HEAD, visit(" 萨 仁 ", people.id_number(3).lower())])
    assert "LINK_DIFFERS" not in codes(made, 2)


def test_a_new_employer_takes_over_contact_and_place(session: Session) -> None:
    rows: list[list[Cell]] = [
        ["用人单位", "统一社会信用代码", "岗位名称", "联系人", "联系电话"],
        ["草原奶食店", "", "挤奶工", "张三", people.phone(1)],
        ["草原奶食店", "", "送货员", "李四", people.phone(2)],
    ]
    write(session, plan(session, "vacancy", rows))
    (employer,) = records(session, "employer")
    assert (employer["contact"], employer["phone"]) == ("张三", people.phone(1))


def test_a_referral_finds_the_vacancy_of_its_employer(session: Session) -> None:
    stations.log(session, "person", people.person_values(1))
    for number in (1, 2):
        employer = stations.log(session, "employer", people.employer_values(number))
        stations.log(session, "vacancy", people.vacancy_values(employer, title="挤奶工"))
    second = people.employer_values(2)["name"]
    rows: list[list[Cell]] = [
        ["姓名", "身份证号", "推荐单位", "推荐岗位", "推荐日期"],
        [people.name(1), people.id_number(1), str(second), "挤奶工", "2026-11-20"],
        [people.name(1), people.id_number(1), "", "挤奶工", "2026-11-21"],
        [people.name(1), people.id_number(1), str(second), "司机", "2026-11-22"],
    ]
    made = plan(session, "referral", rows)
    assert counts(made) == {"new": 1, "out": 2}
    assert "LINK_SEVERAL" in codes(made, 3)
    assert "LINK_MISSING" in codes(made, 4)
    write(session, made)
    (referral,) = records(session, "referral")
    vacancy = session.read().record("vacancy", referral["vacancy"])
    assert vacancy is not None
    assert session.read().title("employer", vacancy["employer"]) == second
