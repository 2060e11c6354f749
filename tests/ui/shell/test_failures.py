"""What a user reads when something fails."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mengzhan.store.errors import DamagedError, DiskFullError
from mengzhan.ui.shell.failures import FailureDialog, Guard
from mengzhan.ui.widgets.badge import Badge
from tests import people


def fault() -> BaseException:
    try:
        raise ValueError(people.id_number(1))
    except ValueError as error:
        return error


@pytest.mark.parametrize(
    ("error", "word", "said"),
    [
        (DiskFullError(), "电脑或磁盘", "请清理出一些空间"),
        (DamagedError(), "要您处理", "请退出蒙站再打开，那里有“从备份恢复”"),
        (fault(), "程序出错", "不是您做错了"),
    ],
)
def test_each_sort_says_whose_turn_it_is(
    qtbot: QtBot, error: BaseException, word: str, said: str
) -> None:
    dialog = FailureDialog(error)
    qtbot.addWidget(dialog)
    assert [badge.text() for badge in dialog.findChildren(Badge)] == [word]
    assert said in dialog.sentence.text()


def test_the_report_of_a_fault_is_kept_and_holds_no_value(qtbot: QtBot, own_home: Path) -> None:
    dialog = FailureDialog(fault())
    qtbot.addWidget(dialog)
    kept = list(own_home.rglob("report-*.txt"))
    assert len(kept) == 1
    assert str(kept[0]) in dialog.place.text()
    text = kept[0].read_text(encoding="utf-8")
    assert "ValueError" in text
    assert people.id_number(1) not in text + dialog.report


def test_drafts_are_kept_before_the_user_is_told() -> None:
    order: list[str] = []
    guard = Guard(lambda error: order.append(type(error).__name__))
    guard.before = [lambda: order.append("drafts")]
    error = fault()
    guard.catch(type(error), error, error.__traceback__)
    assert order == ["drafts", "ValueError"]


def test_a_fault_while_telling_is_not_told_again() -> None:
    seen: list[str] = []

    def show(error: BaseException) -> None:
        seen.append("shown")
        guard.catch(RuntimeError, RuntimeError(), None)

    guard = Guard(show)
    guard.catch(ValueError, ValueError(), None)
    assert seen == ["shown"]
