"""The six boxes of 1131: each earned by a record, none by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.model.entry import Value
from mengzhan.rules.graduates import boxes, is_graduate
from mengzhan.store.session import Session
from tests import people, stations

GRADUATED = "2026-06-30"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def graduate(session: Session) -> str:
    values = people.person_values(1, graduated_on=GRADUATED)
    return stations.log(session, "person", values)


def earned(session: Session, person: str) -> list[str]:
    return [box.label for box in boxes(session.read(), person) if box.day]


def test_only_graduates_have_boxes() -> None:
    assert is_graduate({"graduated_on": GRADUATED})
    assert not is_graduate({"graduated_on": None})


def test_all_are_open_at_first(session: Session, graduate: str) -> None:
    assert [box.day for box in boxes(session.read(), graduate)] == [""] * 6


@pytest.mark.parametrize(
    ("more", "labels"),
    [
        ({"policies": ["P06"]}, ["政策宣介"]),
        ({"needs": "想学电焊"}, ["职业指导"]),
        ({"needs": "想学电焊", "outcome": "F9"}, []),
        ({"outcome": "F4"}, ["培训或见习"]),
        ({"day": "2026-06-01", "policies": ["P06"]}, []),
    ],
)
def test_a_follow_up_earns_what_it_says(
    session: Session, graduate: str, more: dict[str, Value], labels: list[str]
) -> None:
    follow_up: dict[str, Value] = {
        "person": graduate,
        "day": "2026-11-20",
        "mode": "1",
        "outcome": "F1",
    }
    stations.log(session, "follow_up", {**follow_up, **more})
    assert earned(session, graduate) == labels


def test_three_referrals_and_a_training(session: Session, graduate: str) -> None:
    employer = stations.log(session, "employer", people.employer_values(1))
    vacancy = stations.log(session, "vacancy", people.vacancy_values(employer))
    for day in ("2026-09-01", "2026-08-01"):
        referral: dict[str, Value] = {"person": graduate, "vacancy": vacancy, "day": day}
        stations.log(session, "referral", referral)
    course: dict[str, Value] = {
        "person": graduate,
        "course": "电焊班",
        "started_on": "2026-10-01",
        "result": "3",
    }
    stations.log(session, "enrolment", course)
    assert earned(session, graduate) == ["岗位推荐 1", "岗位推荐 2", "培训或见习"]
    assert boxes(session.read(), graduate)[2].day == "2026-08-01"
