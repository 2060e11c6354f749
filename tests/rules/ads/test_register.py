"""Finding the employer of a message among those that are registered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mengzhan.rules.ads.register import Hirer, find_hirer
from mengzhan.store.session import Session
from tests import people, stations


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = stations.open_station(tmp_path / "data")
    yield made
    made.store.close()


def log(session: Session, number: int, **more: str) -> str:
    return stations.log(session, "employer", people.employer_values(number, **more))


def test_a_name_tells_more_than_a_number(session: Session) -> None:
    named = log(session, 1, name="老牛头火锅")
    log(session, 2, phone=people.phone(7))
    said = {"name": "老牛头火锅", "phone": people.phone(7)}
    assert find_hirer(session.read(), said) == Hirer(named, "name", 0.95)


def test_by_telephone_is_worth_a_look(session: Session) -> None:
    record = log(session, 1, phone=people.phone(7))
    found = find_hirer(session.read(), {"name": "别的店", "phone": people.phone(7)})
    assert found == Hirer(record, "phone", 0.6)


def test_a_name_much_alike_is_worth_a_look(session: Session) -> None:
    record = log(session, 1, name="老牛头火锅店")
    found = find_hirer(session.read(), {"name": "老牛头火锅"})
    assert found == Hirer(record, "alike", 0.6)


def test_of_two_that_fit_nobody_is_taken(session: Session) -> None:
    log(session, 1, name="老牛头火锅一店")
    log(session, 2, name="老牛头火锅二店")
    assert find_hirer(session.read(), {"name": "老牛头火锅"}) is None


def test_nothing_said_finds_nobody(session: Session) -> None:
    log(session, 1)
    assert find_hirer(session.read(), {}) is None
    assert find_hirer(session.read(), {"name": "小店"}) is None
