"""A list of records whose current line takes a result by one key, as a line of 今日 does."""

from collections.abc import Sequence
from typing import Any

from mengzhan.ui.pages.answer_keys import MODES, AnswerKeys, next_mode
from mengzhan.ui.pages.record_list import RecordList
from mengzhan.ui.pages.today_answers import Answer, Answers


class KeyedList(RecordList):
    """Digits record a result of the current line; other characters go into the search."""

    asks_people = False
    """Whether it matters how somebody was asked."""

    def _build(self) -> None:
        super()._build()
        self._mode = MODES[0]
        self.keys = AnswerKeys()
        self._side.body.insertWidget(0, self.keys)
        self.keys.answered.connect(self.answer)
        self.keys.mode_asked.connect(self._next_mode)
        self.keys.rare_asked.connect(lambda: self.keys.show_rare(self.table.view))

    def answers_of(self, row: Any, answers: Answers) -> Sequence[Answer]:
        """Return the results that a line can have; none, if nothing is asked."""
        return ()

    def _summarise(self, row: Any) -> None:
        super()._summarise(row)
        answers: Sequence[Answer] = ()
        if row is not None:
            today = self.workspace.session.today()
            answers = self.answers_of(row, Answers(self.workspace.reader, today, self._mode))
        self.keys.show_answers(answers, self._mode if self.asks_people else "")

    def _type_into_search(self, text: str) -> None:
        if self.keys.take(text):
            return
        if text.upper() == "T" and self.asks_people and self.keys.answers:
            self._next_mode()
        else:
            super()._type_into_search(text)

    def _next_mode(self) -> None:
        self._mode = next_mode(self._mode)
        self._summarise(self.table.current())

    def answer(self, answer: Answer) -> None:
        """Record a result of the current line."""
        row = self.table.current()
        if row is None:
            return
        title = self.workspace.reader.title(self.kind.name, row["id"])
        saying = self.tr("已记：{title} · {result}").format(title=title, result=answer.label)
        self.workspace.run(answer.operation, answer.words, saying)
        self.focus_first()
