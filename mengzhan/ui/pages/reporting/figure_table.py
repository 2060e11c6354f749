"""The indicators of a report as a table, duty by duty; Enter opens what a figure counts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from mengzhan.rules.figures import INDICATORS
from mengzhan.rules.reporting import SECTIONS, Line, Report
from mengzhan.ui.colours import Tone
from mengzhan.ui.widgets.lines_table import LinesModel, LinesTable, Part
from mengzhan.ui.words import say


@dataclass(frozen=True)
class FigureLine:
    """A line of the table: a heading, or an indicator; ``line`` is none until it is counted."""

    words: str
    code: str = ""
    line: Line | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it only says what the lines below are about."""
        return not self.code


class FigureTable(LinesTable):
    """Shows reports; ``code`` is the indicator of the current line."""

    def __init__(self) -> None:
        words = _Heads()
        self._model = LinesModel[FigureLine](words.parts(), ground=_ground)
        super().__init__(self._model)
        self._heads = words

    def show_report(self, report: Report | None, now: str, before: str) -> None:
        """Show the figures of a report, or dots while they are counted; ``now`` and ``before``
        head the columns."""
        code = self.code
        parts = self._heads.parts(now, before)
        # the year so far is told once
        yearly = report is not None and report.period.span == "year_to_date"
        self._model.parts = parts[:-1] if yearly else parts
        self._model.fill(_lines(report))
        self._share_out()
        self.go_to(code or SECTIONS[0].codes[0])

    @property
    def code(self) -> str:
        """The indicator of the current line, empty on a heading."""
        return self._model.lines[self.current].code if self.current >= 0 else ""

    def go_to(self, code: str) -> None:
        """Make the line of an indicator the current one."""
        codes = [line.code for line in self._model.lines]
        self.go(codes.index(code))


class _Heads(QObject):
    """The columns; a ``QObject`` only for its ``tr``."""

    def parts(self, now: str = "", before: str = "") -> list[Part[FigureLine]]:
        """Return the columns under their headings."""
        return [
            Part(self.tr("指标"), lambda one: one.words, 190, share=1, tone=_tone),
            Part(self.tr("单位"), _unit, 96),
            Part(now, _shown(lambda line: line.now.shown), 84, right=True),
            Part(before, _shown(lambda line: line.before.shown), 84, right=True),
            Part(
                self.tr("增减"),
                _shown(lambda line: line.shown_difference),
                78,
                right=True,
            ),
            Part(
                self.tr("年初以来"),
                _shown(lambda line: line.year.shown),
                96,
                right=True,
            ),
        ]


def _lines(report: Report | None) -> Sequence[FigureLine]:
    found: list[FigureLine] = []
    for section in SECTIONS:
        found.append(FigureLine(say(section.label)))
        for code in section.codes:
            indicator = INDICATORS[code]
            words = f"　{indicator.label}" if indicator.of else indicator.label
            found.append(FigureLine(words, code, report.lines[code] if report else None))
    return found


def _unit(one: FigureLine) -> str:
    return "" if one.is_heading else INDICATORS[one.code].unit


def _shown(write: Callable[[Line], str]) -> Callable[[FigureLine], str]:
    def shown(one: FigureLine) -> str:
        if one.line is not None:
            return write(one.line)
        return "" if one.is_heading else "…"

    return shown


def _tone(one: FigureLine) -> Tone:
    return "accent" if one.is_heading else "plain"


def _ground(one: FigureLine) -> Tone | None:
    return "plain" if one.is_heading else None
