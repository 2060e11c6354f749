"""What can be answered on a line of a list, and the operation that records it."""

from collections.abc import Sequence
from dataclasses import dataclass

from mengzhan.model.codes import code_table
from mengzhan.model.entry import Values
from mengzhan.rules.reader import Operation
from mengzhan.rules.verifying import OF_STRANGERS, Finding, ListLine, verify, verify_stranger
from mengzhan.ui.pages.today_answers import Answer

ACTION = "verify person"
"""The words of the action that an answer is."""


@dataclass(frozen=True)
class LineAnswers:
    """Who answers for which list, and how people were asked (``visit_mode``)."""

    task: str
    verifier: str
    mode: str

    def of(self, line: ListLine) -> Sequence[Answer]:
        """Return the results that a line can have; one answered already is corrected in its
        record."""
        if line.view == "done":
            return ()
        return [
            Answer(code.code, code.words, self.operation(line, code.code), ACTION)
            for code in code_table("verify_result").offered
            if line.stranger is None or code.code in OF_STRANGERS
        ]

    def operation(
        self, line: ListLine, result: str = "", changes: Values | None = None
    ) -> Operation:
        """Return what records a result; without one it follows from what changed."""
        finding = Finding(result, self.mode, self.verifier, changes or {})
        if line.stranger is not None:
            return verify_stranger(line.key, finding, self.task)
        return verify(line.key, finding, self.task)
