"""Who is at the keyboard: what is asked for is called what it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Place
from mengzhan.store.station import Surroundings, set_up
from mengzhan.store.wrapping import Cost
from mengzhan.ui.shell.access import NewSecret, OperatorAccess
from mengzhan.ui.widgets.panel import Words
from tests import people
from tests.computers import Clock, MemoryKeystore

SECRET = "sarnai-2026-Tal"


@pytest.fixture(params=[True, False], ids=["keystore", "none"])
def around(request: pytest.FixtureRequest, tmp_path: Path) -> Surroundings:
    return Surroundings(
        clock=Clock(),
        state=tmp_path / "state",
        keystore=MemoryKeystore(works=request.param),
        cost=Cost(memory_kib=32, passes=1, lanes=1),
    )


@pytest.fixture
def access(around: Surroundings, tmp_path: Path, qtbot: QtBot) -> Iterator[OperatorAccess]:
    place = Place(people.VILLAGE, "巴彦嘎查就业服务站")
    session, _ = set_up(tmp_path / "data", place, "其其格", "1", SECRET, around)
    made = OperatorAccess(around.keyring(tmp_path / "data"))
    qtbot.addWidget(made)
    yield made
    session.store.close()


def test_a_pin_is_asked_for_only_where_it_is_one(
    access: OperatorAccess, around: Surroundings
) -> None:
    assert isinstance(around.keystore, MemoryKeystore)
    word = "PIN" if around.keystore.works else "密码"
    assert access.secret.placeholderText() == word
    assert word in access.forgotten.text()


def test_who_must_choose_a_password_is_told_why(qtbot: QtBot) -> None:
    entry = NewSecret(with_keystore=False)
    qtbot.addWidget(entry)
    assert entry.first.placeholderText().startswith("密码")
    reasons = [words.text() for words in entry.findChildren(Words)]
    assert any("所以要用密码" in reason for reason in reasons)
