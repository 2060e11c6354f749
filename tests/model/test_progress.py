"""Progress and the wish to stop."""

import threading

import pytest

from mengzhan.model.progress import Cancelled, Progress, in_parts
from mengzhan.model.words import Message


def test_steps_reach_the_listener() -> None:
    told: list[tuple[int, int, str]] = []
    progress = Progress(lambda done, total, words: told.append((done, total, str(words))))
    progress.step(1, 3, Message("第 {n} 行", {"n": 1}))
    progress.step(3, 3, Message("写完了"))
    assert told == [(1, 3, "第 1 行"), (3, 3, "写完了")]


def test_a_cancelled_work_stops_at_its_next_step_and_tells_nothing_more() -> None:
    told: list[int] = []
    progress = Progress(lambda done, total, words: told.append(done))
    progress.step(1, 2, Message("一"))
    progress.check()
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.step(2, 2, Message("二"))
    with pytest.raises(Cancelled):
        progress.check()
    assert told == [1]


def test_another_thread_may_cancel() -> None:
    progress = Progress()
    progress.step(0, 1, Message("没有人听"))
    other = threading.Thread(target=progress.cancel)
    other.start()
    other.join()
    with pytest.raises(Cancelled):
        progress.check()


def test_parts_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def noted(number: int) -> int:
        taken.append(number)
        return number

    parts = in_parts((noted(number) for number in range(5)), 2)
    assert next(parts) == [0, 1]
    assert taken == [0, 1]
    assert list(parts) == [[2, 3], [4]]
    assert list(in_parts([], 2)) == []
