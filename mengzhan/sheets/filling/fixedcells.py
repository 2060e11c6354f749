"""The cells around a table that say who fills it in and when: 填报单位, 填报人, 填报时间."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mengzhan.model.kind import Kind
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.importing.headers import plain
from mengzhan.sheets.importing.table import text_of

UNIT, PERSON, DAY, MONTH, PHONE = "unit", "person", "day", "month", "phone"

_WORDS = {
    UNIT: "填报单位|填表单位|报送单位|上报单位|单位名称|填报部门|站点名称|填报站点|服务站|单位|登记机构|"
    "填报单位盖章|填报单位公章|单位盖章",
    PERSON: "填报人|填表人|制表人|经办人|填报人姓名|填表人姓名|报送人",
    DAY: "填报时间|填报日期|填表时间|填表日期|报送时间|报送日期|上报时间|制表日期|制表时间",
    MONTH: "统计月份|报表月份|所属月份|填报月份|月份|统计时间",
    PHONE: "联系电话|联系方式|填报人电话|办公电话|电话",
}
_MEANT = {plain(word): what for what, words in _WORDS.items() for word in words.split("|")}
_SENDERS_OWN = re.compile(
    r"^(?:填报|填表|报送|上报|制表|报表|统计|所属|登记机构|站点)|服务站$|月份$"
)
"""Labels that are never about a record. 单位名称 or 经办人 may be an employer's."""

_LABELLED = re.compile(
    r"([^\s:：_（）()]{2,10}(?:[（(][^）)]*[）)])?)\s*[:：]([\s_　]*)(?=$|[^\s_　])"
)
_ROOMY = 3
"""A label merged over so many columns has room for the answer in its own cell."""

_EMPTY_DAY = re.compile(r"[\s_　]*年[\s_　]*月[\s_　]*日?[\s_　]*$")


@dataclass(frozen=True)
class FixedCell:
    """A place for one fact of the sender. ``label`` is what stands beside or in the cell, ``text``
    what the cell is to hold: where it holds its label as well, both."""

    row: int
    column: int
    what: str
    label: str
    text: str
    beside: bool = True

    @property
    def shown(self) -> str:
        """The label with the fact."""
        return f"{self.label} {self.text}" if self.beside else self.text


def fixed_cells(
    form: FormSheet, facts: Mapping[str, str], table: range | None, kind: Kind
) -> Iterator[FixedCell]:
    """Yield what can be filled outside the rows of the table.

    Args:
        kind: what the form is about. Where that is an employer, and where there is no table, a
            label is filled only if it cannot be about the record.
        facts: what is known (``unit``, ``person``, ``day`` …); an unknown one is never guessed.
        table: the rows from the header to the last row of the table.
    """
    plainly = table is None or kind.name == "employer" or kind.get("employer") is not None
    for row, cells in enumerate(form.sheet.rows):
        if table is not None and row in table:
            continue
        for column, cell in enumerate(cells):
            text = text_of(cell)
            if isinstance(cell, str) and text:
                yield from _of_cell(form, (row, column), text, facts, plainly=plainly)


def is_of_sender(text: str) -> bool:
    """Whether a label can only ask who fills the form in and when. A telephone may be anyone's."""
    return _asked_for(text, plainly=True) not in (None, PHONE)


def _asked_for(label: str, *, plainly: bool) -> str | None:
    """Return which fact of the sender a label asks for; ``plainly``: for that alone."""
    word = plain(label.rstrip(":： "))
    found = _MEANT.get(word)
    if plainly and found in (UNIT, PERSON) and not _SENDERS_OWN.search(word):
        return None
    return found


def _of_cell(
    form: FormSheet, place: tuple[int, int], text: str, facts: Mapping[str, str], *, plainly: bool
) -> Iterator[FixedCell]:
    row, column = place
    alone = _asked_for(text, plainly=plainly)
    if alone is not None:
        beside = form.merged_end(row, column) + 1
        colon = text.rstrip()[-1:] in ":："
        roomy = colon and beside - column >= _ROOMY
        if (
            (colon or alone != PHONE)
            and not roomy
            and beside < form.sheet.width + 1
            and form.is_open(row, beside)
        ):
            yield FixedCell(row, beside, alone, text, facts.get(alone, ""))
        elif colon and facts.get(alone) and (roomy or not _is_answer(form, row, beside)):
            yield FixedCell(row, column, alone, text, text.rstrip() + facts[alone], beside=False)
        return
    filled, found = _within(text, facts, plainly=plainly)
    if found:
        yield FixedCell(row, column, "+".join(found), text, filled, beside=False)


def _is_answer(form: FormSheet, row: int, column: int) -> bool:
    """Whether a cell holds something that is no label itself."""
    text = text_of(form.sheet.cell(row, column))
    return bool(text) and plain(text.rstrip(":： ")) not in _MEANT and text[-1:] not in ":："


def _within(text: str, facts: Mapping[str, str], *, plainly: bool) -> tuple[str, list[str]]:
    """Fill a line that holds several labels: 填报单位：    填报人：    ."""
    found: list[str] = []
    pieces: list[str] = []
    end = 0
    labels = list(_LABELLED.finditer(text))
    for number, label in enumerate(labels):
        what = _asked_for(label[1], plainly=plainly)
        stop = labels[number + 1].start() if number + 1 < len(labels) else len(text)
        blank = text[label.end(1) : stop].lstrip(":： ")
        free = not blank.strip("_　 ") or bool(_EMPTY_DAY.fullmatch(blank))
        pieces.append(text[end : label.start(1)])
        head = text[label.start(1) : label.end(1)] + "："
        if what is not None and free and facts.get(what):
            found.append(what)
            pieces.append(head + facts[what] + ("    " if stop < len(text) else ""))
        else:
            pieces.append(text[label.start(1) : stop])
        end = stop
    return "".join(pieces) + text[end:], found
