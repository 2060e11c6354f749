"""Marked words and messages."""

import pytest

from mengzhan.model.problem import Problem, UserError
from mengzhan.model.words import QT_TRANSLATE_NOOP, Message


def test_marking_a_text_changes_nothing() -> None:
    assert QT_TRANSLATE_NOOP("model", "请填写{label}。") == "请填写{label}。"


def test_a_message_puts_its_values_in() -> None:
    assert (
        str(Message("还差{gap}位，现在{count}位。", {"count": 17, "gap": 1}))
        == "还差1位，现在17位。"
    )


def test_braces_in_a_value_are_only_text() -> None:
    assert str(Message("看不懂“{value}”。", {"value": "{0} {x}"})) == "看不懂“{0} {x}”。"


def test_a_missing_value_is_noticed() -> None:
    with pytest.raises(KeyError):
        str(Message("请填写{label}。"))


def test_a_problem_keeps_its_value_out_of_logs() -> None:
    problem = Problem("ID_LENGTH", "id_number", "150199199001011", Message("号码不够长"))
    assert "150199" not in repr(problem)
    assert problem.blocks
    assert not Problem("X", "name", "", Message("看一下"), "warn").blocks


def test_an_error_speaks_chinese_and_has_a_code() -> None:
    error = UserError("DISK_FULL", Message("磁盘满了，请先腾出 {need} MB。", {"need": 200}))
    assert str(error) == "磁盘满了，请先腾出 200 MB。"
    assert error.code == "DISK_FULL"
