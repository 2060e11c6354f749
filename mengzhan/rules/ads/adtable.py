"""Vacancies written as a table: a line of headings (序号/单位/岗位/人数/工资), and rows below it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mengzhan.rules.ads.adtext import AdText, Span
from mengzhan.rules.ads.benefits import find_meals, meals_of
from mengzhan.rules.ads.numerals import SPOKEN, number
from mengzhan.rules.ads.phones import find_phones
from mengzhan.rules.ads.vocabulary import label_words
from mengzhan.rules.wage import read_wage

_SIGNS = (
    r"\|",
    r"\t",
    r"/(?!人?[月天日时年件吨](?![\u4e00-\u9fff])|个月|小时)",
    r" *[,、] *",
    r" +",
    r" *-+ *",
)
"""What parts the cells of a row; of 元/月 the stroke does not."""

_MORE = {
    "薪资(元)": "wage",
    "月薪(元)": "wage",
    "备注": "",
    "序号": "",
    "编号": "",
    "号": "",
    "工作岗位": "title",
    "职务": "title",
    "钱数": "wage",
    "说明": "requirements",
    "区域": "place",
    "需求": "headcount",
    "缺口": "headcount",
}
"""Headings that stand before no colon, or mean something else there."""

_OF_WORK = re.compile("岗位|工种|职[位务]")
_NOTHING = re.compile(r"[-/—无 ]*")
_TEXTS = ("title", "employer", "place", "hours", "contact", "requirements", "duties")
_COUNT = re.compile(rf"\d{{1,4}}|{SPOKEN}{{1,4}}")
_LEAST = 3
_MOST = 200


@dataclass(frozen=True)
class Row:
    """The cells of one vacancy by what their heading means."""

    cells: tuple[tuple[str, Span], ...]


@dataclass(frozen=True)
class Table:
    """The rows of a table, and what the message says besides."""

    rows: tuple[Row, ...]
    around: tuple[Span, ...]


def find_table(ad: AdText) -> Table | None:
    """Return the table in a message, ``None`` where there is none."""
    for at, line in enumerate(ad.lines):
        if not _OF_WORK.search(ad.folded, *line):
            continue
        for sign in _SIGNS:
            means = [_meaning(ad.folded[slice(*cell)]) for cell in _cells(ad, line, sign)]
            if len(means) < _LEAST or None in means or "title" not in means:
                continue
            lines = ad.lines[at + 1 : at + 1 + _MOST]
            rows = list(_rows(ad, lines, sign, [mean or "" for mean in means]))
            if rows:
                return Table(tuple(row for row, _ in rows), _around(ad, line, rows[-1][1]))
    return None


def _rows(
    ad: AdText, lines: Sequence[Span], sign: str, means: Sequence[str]
) -> Iterator[tuple[Row, Span]]:
    """Yield the rows up to the first line that is none."""
    for line in lines:
        cells = list(_cells(ad, line, sign))
        if not ad.folded[slice(*line)].strip():
            continue
        if len(cells) != len(means):
            return
        told = [
            (mean, cell)
            for mean, cell in zip(means, cells, strict=True)
            if mean and not _NOTHING.fullmatch(ad.folded, *cell)
        ]
        yield Row(tuple(told)), line


def _cells(ad: AdText, line: Span, sign: str) -> Iterator[Span]:
    begin, end = ad.trimmed(line, "|()")
    start = begin
    for cut in re.finditer(sign, ad.folded[begin:end]):
        yield ad.trimmed(Span(start, begin + cut.start()))
        start = begin + cut.end()
    yield ad.trimmed(Span(start, end))


def _meaning(words: str) -> str | None:
    """Return what a heading announces, empty for nothing of a vacancy; ``None`` for no heading."""
    return _MORE.get(words, label_words().get(words))


def _around(ad: AdText, heading: Span, last: Span) -> tuple[Span, ...]:
    spans = (Span(0, heading.start), Span(last.end, len(ad.raw)))
    return tuple(span for span in spans if ad.folded[slice(*span)].strip())


def read_cells(raw: str, row: Row) -> Iterator[tuple[str, object, Span]]:
    """Yield what the cells of a row say: the name of the field, its value, and where it stands."""
    for mean, cell in row.cells:
        words = raw[slice(*cell)]
        if mean in _TEXTS:
            yield mean, words, cell
        elif mean == "wage" and (wage := read_wage(words)):
            yield mean, wage, cell
        elif mean == "headcount" and (count := _COUNT.match(words)):
            yield mean, number(count[0]), cell
        elif mean == "benefits":
            for name, fact in meals_of(find_meals(AdText(words))).items():
                yield name, fact.value, cell
        for phone in find_phones(AdText(words))[:1]:
            start, end = phone.span
            yield "phone", phone.value, Span(cell.start + start, cell.start + end)
