"""Names of actions, and which one undo takes."""

from collections.abc import Callable

import pytest

from mengzhan.rules.operations import edit
from mengzhan.rules.undo import undo
from mengzhan.store.session import Session
from mengzhan.ui.shell.undoing import ActionWords, next_redo, next_undo
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


def test_undo_takes_the_newest_that_still_stands(session: Session, add_record: Add) -> None:
    first = add_record("person", people.person_values(1))
    changed = session.run(edit(first, {"area_group": "三组"}), "edit person")
    assert next_undo(session) == changed.action
    assert next_redo(session) == ""
    undone = session.run(undo(changed.action), "undo")
    assert next_redo(session) == undone.action
    assert next_undo(session) != changed.action
    redone = session.run(undo(undone.action), "redo")
    assert next_undo(session) == redone.action
    assert next_redo(session) == ""
    session.store.close()
