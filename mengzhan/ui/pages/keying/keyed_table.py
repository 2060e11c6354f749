"""The lines of a visit sheet below the line that is being keyed in, in the order of the paper."""

from PySide6.QtCore import QObject

from mengzhan.model.codes import code_table
from mengzhan.model.occupations import occupations
from mengzhan.store.session import Session
from mengzhan.ui.colours import Tone
from mengzhan.ui.pages.keying.keyed_sheet import SheetLine
from mengzhan.ui.pages.keying.line_entry import outcome_words, slip_words
from mengzhan.ui.widgets.lines_table import LinesModel, Part


class SheetParts(QObject):
    """Writes the columns; a ``QObject`` only for its ``tr``."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._phone = session.catalogue["person"]["phone"]

    def model(self) -> LinesModel[SheetLine]:
        """Return a model with these columns."""
        return LinesModel(
            [
                Part(self.tr("行码"), lambda line: line.code, 86),
                Part(self.tr("姓名"), _name, 100, share=2),
                Part(self.tr("现状"), _outcome, 84),
                Part(self.tr("培训"), lambda line: _answer(line.visit.willing), 64),
                Part(self.tr("想学"), _trade, 64, share=1),
                Part(self.tr("创业"), lambda line: _answer(line.visit.business), 64),
                Part(self.tr("新电话"), self._new_phone, 104),
                Part(self.tr("备注"), lambda line: line.visit.note, 40, share=2),
                Part(self.tr("下次"), lambda line: line.visit.next_on, 92),
                Part("", self._standing, 64, tone=_tone),
            ]
        )

    def _new_phone(self, line: SheetLine) -> str:
        return self._phone.show(line.visit.phone or None)

    def _standing(self, line: SheetLine) -> str:
        if line.who is None:
            return self.tr("已删除")
        if line.waiting is not None:
            return self.tr("没录全") if line.waiting.asks_for else self.tr("待存")
        return "" if line.saved.is_empty else self.tr("已存")


def _tone(line: SheetLine) -> Tone:
    if line.waiting is None:
        return "accent"
    return "red" if line.waiting.asks_for else "amber"


def _name(line: SheetLine) -> str:
    return line.who.name if line.who is not None else ""


def _outcome(line: SheetLine) -> str:
    if line.slip is not None:
        return slip_words(line.slip.asked.work).get(line.visit.heard, "")
    code = code_table("followup_outcome").get(line.visit.outcome)
    return outcome_words(code) if code is not None else ""


def _answer(code: str) -> str:
    return code_table("yes_no_unsure").label(code) if code else ""


def _trade(line: SheetLine) -> str:
    known = occupations().get(line.visit.trade)
    return known.name if known is not None else line.visit.trade
