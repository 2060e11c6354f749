from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.ui.background import Jobs


class Answers:
    def __init__(self) -> None:
        self.got: list[tuple[object, Exception | None]] = []
        self.on_main = True

    def __call__(self, result: object, error: Exception | None) -> None:
        self.on_main &= current_thread() is main_thread()
        self.got.append((result, error))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    owner = Jobs()
    yield owner
    owner.stop()


def test_the_answer_comes_back_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    answers = Answers()
    jobs.run(lambda _p: current_thread() is main_thread(), answers)
    qtbot.waitUntil(lambda: answers.got == [(False, None)])
    assert answers.on_main
    assert jobs.running == 0


def test_an_error_is_an_answer(jobs: Jobs, qtbot: QtBot) -> None:
    answers = Answers()
    jobs.run(lambda _p: 1 // 0, answers)
    qtbot.waitUntil(lambda: bool(answers.got))
    result, error = answers.got[0]
    assert result is None
    assert isinstance(error, ZeroDivisionError)


def test_only_the_newest_of_a_lane_answers(jobs: Jobs, qtbot: QtBot) -> None:
    gate, old, new = Event(), Answers(), Answers()
    jobs.run(lambda _p: gate.wait(10), old, lane="list")
    jobs.run(lambda _p: "new", new, lane="list")
    qtbot.waitUntil(lambda: new.got == [("new", None)])
    gate.set()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert old.got == []


def test_a_window_that_is_gone_gets_nothing(jobs: Jobs, qtbot: QtBot) -> None:
    gate, answers, window = Event(), Answers(), QWidget()
    jobs.run(lambda _p: gate.wait(10), answers, window=window)
    shiboken6.delete(window)
    gate.set()
    qtbot.waitUntil(lambda: jobs.running == 0)
    assert answers.got == []


def test_cancel_stops_at_the_next_step(jobs: Jobs, qtbot: QtBot) -> None:
    answers, started = Answers(), Event()

    def work(progress: Progress) -> None:
        while True:
            started.set()
            progress.check()

    job = jobs.run(work, answers)
    started.wait(10)
    jobs.cancel(job)
    qtbot.waitUntil(lambda: bool(answers.got))
    assert isinstance(answers.got[0][1], Cancelled)


def test_steps_arrive_with_their_words(jobs: Jobs, qtbot: QtBot) -> None:
    with qtbot.waitSignal(jobs.stepped) as step:
        job = jobs.run(lambda p: p.step(3, 9, Message("读了 3 行")), Answers())
    assert step.args == [job, 3, 9, Message("读了 3 行")]
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_stop_waits_and_drops_what_was_to_come(qtbot: QtBot) -> None:
    jobs, answers, ended = Jobs(), Answers(), Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.check()
        finally:
            ended.set()

    jobs.run(work, answers)
    jobs.stop()
    assert ended.is_set() or jobs.running == 0
    qtbot.wait(1)
    assert answers.got == []
