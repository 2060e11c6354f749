"""Names of actions."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.rules.operations import remove, together
from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from mengzhan.ui.shell.action_words import ActionWords
from mengzhan.ui.shell.recent import RecentDialog
from tests import people

Add = Callable[..., str]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("edit person", "修改人员"),
        ("add vacancy", "新建岗位"),
        ("undo", "撤销"),
        ("receipt", "读入回执"),
        ("something newer", "something newer"),
        ("edit unheard_of", "修改unheard_of"),
    ],
)
def test_an_action_has_a_chinese_name(session: Session, words: str, shown: str) -> None:
    assert ActionWords(session).of(words) == shown
    session.store.close()


def test_an_action_says_whom_it_was_about(session: Session, add_record: Add) -> None:
    first = add_record("person", people.person_values(1))
    names, reader = ActionWords(session), session.read()
    action = reader.actions(1)[0]["action"]
    assert names.of_action(action, "add person") == f"新建人员：{people.name(1)}"
    second = add_record("person", people.person_values(2))
    both = session.run(together(remove(first), remove(second)), "remove person")
    assert names.of_action(both.action, "remove person").endswith("等 2 条")
    session.store.close()


def test_the_recent_actions_can_be_told_apart(
    session: Session, add_record: Add, qtbot: QtBot
) -> None:
    for number in (1, 2):
        add_record("person", people.person_values(number))
    session.run(undo(session.read().actions(1)[0]["action"]), "undo")
    dialog = RecentDialog(session)
    qtbot.addWidget(dialog)
    lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert f"撤销：{people.name(2)}" in lines[0]
    assert f"新建人员：{people.name(2)}" in lines[1]
    assert "已撤销" in lines[1]
    assert f"新建人员：{people.name(1)}" in lines[2]
    assert "已撤销" not in lines[2]
    session.store.close()
