"""Blank workbooks (空白模板) for people who collect in Excel or on paper, and that come back in.

The headers are the ones that the program knows, what must be filled is marked, codes are offered
in the cells, each column says on entering what belongs there, and a second sheet explains all of
it on paper.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mengzhan.model.fieldtypes import (
    CreditCode,
    Date,
    Division,
    FieldType,
    Flag,
    IdNumber,
    Integer,
    Money,
    Month,
    Occupation,
    Occupations,
    PersonName,
    Phone,
    Text,
)
from mengzhan.model.fieldtypes.coded import OneCode, SeveralCodes
from mengzhan.sheets.grid import column_letters
from mengzhan.sheets.ledgers.file_names import register_name
from mengzhan.sheets.ledgers.forms import Content
from mengzhan.sheets.ledgers.layout import (
    HEADER_ROW,
    Layout,
    lay_out,
    number_format,
    set_print,
    set_view,
)
from mengzhan.sheets.ledgers.ledger import (
    HEADER,
    PLAIN,
    TITLE,
    Written,
    column_range,
    data_looks,
    spread,
    write_head,
    write_marker,
)
from mengzhan.sheets.ledgers.options import Options, options_of, rule, takes_several
from mengzhan.sheets.ledgers.profile import NUMBER, Profile, Resolved, bared, resolved
from mengzhan.sheets.ledgers.streaming import Look, Streaming, streaming
from mengzhan.store.atomic import staged
from mengzhan.store.errors import named_errors
from mengzhan.store.session import Session

EMPTY_ROWS = 100
OFFERED_ROWS = 5_000
"""Rows that are ruled for paper, and rows in which Excel offers lists and hints."""

HELP = "填写说明"
MARK = "*"
_ROW = 24.0
_MOST_NAMED = 60  # codes that the page of explanations lists; longer lists stand in the cells
_HELP_WIDTHS = (6, 20, 8, 44, 60, 24)
_CELL = Look(wrap=True)

_ROOM = {PersonName: 8, Text: 9, Integer: 4}
_EXAMPLES: tuple[tuple[type[FieldType], str], ...] = (
    (IdNumber, "150199199003070014"),
    (Phone, "19900000001"),
    (CreditCode, "92150199MA0EXAM1XG"),
    (PersonName, "其其格"),
    (Date, "{day}"),
    (Month, "{month}"),
    (Money, "3200"),
    (Integer, "3"),
    (Flag, "是"),
    (Occupation, "家畜饲养员"),
    (Occupations, "家畜饲养员、焊工"),
)


def write_template(session: Session, profile: Profile, path: Path) -> Written:
    """Write a blank workbook of a profile's columns: whole, or not at all.

    Raises:
        ProfileError, StoreError: nothing was written.
    """
    columns = resolved(session.catalogue, bared(session.catalogue, profile))
    with staged(path) as temporary, named_errors():
        _Template(session, profile, columns).write(temporary)
    return Written(path, 0, len(columns), bare=False)


class _Template:
    def __init__(self, session: Session, profile: Profile, columns: list[Resolved]) -> None:
        self._session = session
        self._kind = session.catalogue[profile.kind]
        self._columns = columns
        self._title = (
            f"{session.place.name}{profile.title or register_name(self._kind, blank=True)}"
        )
        headers = [f"{MARK}{c.header}" if self._is_required(c) else c.header for c in columns]
        self._examples = [_example(item, session.today(), session.place.code) for item in columns]
        # Room for what a hand writes, which is more than an example.
        room = ["　" * _ROOM.get(type(c.field.type), 0) if c.field else None for c in columns]
        sample: list[Sequence[Content]] = [self._examples, room]
        self._layout = lay_out(columns, headers, sample)

    def write(self, temporary: Path) -> None:
        layout, place = self._layout, self._session.place
        with streaming(temporary, self._title, place.name) as book:
            sheet = book.sheet(self._kind.label)
            set_view(sheet.sheet, layout)
            formats = [f for c in self._columns for f in [number_format(c)] * c.span]
            sheet.set_widths(layout.widths, formats)
            write_head(sheet, layout, self._title, self._info())
            looks = data_looks(layout)
            for number in range(1, EMPTY_ROWS + 1):
                row = [
                    number if item.column.source == NUMBER else _fixed(item)
                    for item in self._columns
                ]
                sheet.append(list(spread(row, layout, looks)), _ROW)
            set_print(sheet.sheet, layout, place.name, register_name(self._kind, blank=True))
            options = Options()
            for place_, item in zip(layout.places, self._columns, strict=True):
                made = self._rule(item, place_, options)
                if made is not None:
                    sheet.sheet.data_validations.append(made)
            self._explain(book, layout)
            options.write(book)
            name = self._kind.label
            write_marker(book, self._session, "template", self._kind.name, name, layout)

    def _info(self) -> str:
        parts = (
            f"填报单位：{self._session.place.name}",
            "填报人：____________",
            "填报时间：______年____月____日",
            f"带 {MARK} 的必填，怎么填见{HELP}",
        )
        return "　　".join(parts)

    def _rule(self, item: Resolved, place: int, options: Options) -> object:
        if item.field is None or item.form is None:
            return None
        last = HEADER_ROW + OFFERED_ROWS
        cells = column_range(place, last)
        if item.span > 1:
            letters = column_letters(place + item.span - 1)
            cells = f"{column_letters(place)}{HEADER_ROW + 1}:{letters}{last}"
        found = options_of(item.field, item.form, self._session.place.code)
        formula = options.formula(found) if found else ""
        strict = not takes_several(item.field)
        return rule(cells, formula, strict=strict, prompt=(item.header, self._how(item)))

    def _how(self, item: Resolved) -> str:
        required = "必填。" if self._is_required(item) else ""
        example = self._examples[self._columns.index(item)]
        words = f"例：{example}" if example not in (None, "") else ""
        return f"{required}{_how(item)}{words}"

    def _is_required(self, item: Resolved) -> bool:
        """Whether a record cannot do without: the field, or the reference that it stands for."""
        if item.field is None:
            return False
        if not item.path:
            return item.field.required
        (reference, referred), *further = item.path
        told_by = (*self._session.catalogue[referred].title, "id_number")
        return not further and self._kind[reference].required and item.field.name in told_by

    def _explain(self, book: Streaming, layout: Layout) -> None:
        """Write the sheet of explanations."""
        sheet = book.sheet(HELP)
        set_view(sheet.sheet, layout)
        sheet.sheet.freeze_panes = "A3"
        sheet.set_widths(_HELP_WIDTHS)
        empty: list[tuple[Content, Look]] = [(None, TITLE)] * (len(_HELP_WIDTHS) - 1)
        sheet.append([(f"{self._title}{HELP}", TITLE), *empty], 30)
        sheet.sheet.merged_cells.add(f"A1:{column_letters(len(_HELP_WIDTHS) - 1)}1")
        titles = ("列", "列名", "必填", "怎么填", "可以填的", "例子")
        sheet.append([(title, HEADER) for title in titles], _ROW)
        for place, item, example in zip(layout.places, self._columns, self._examples, strict=True):
            if item.field is not None:
                required = "必填" if self._is_required(item) else ""
                texts = (
                    column_letters(place),
                    item.header,
                    required,
                    _how(item),
                    self._named(item),
                    "" if example is None else str(example),
                )
                sheet.append([(text, _CELL) for text in texts])
        for line in _GENERAL_WORDS:
            sheet.append([(line, PLAIN)])
        set_print(sheet.sheet, layout, self._session.place.name, HELP)
        sheet.sheet.print_title_rows = "2:2"
        sheet.sheet.print_title_cols = None
        sheet.sheet.page_setup.fitToWidth = 1

    def _named(self, item: Resolved) -> str:
        if item.field is None or item.form is None:
            return ""
        found = options_of(item.field, item.form, self._session.place.code)
        if len(found) > _MOST_NAMED:
            return f"{'、'.join(found[:3])}……共 {len(found)} 项，单元格里有下拉列表"
        return "、".join(found)


_GENERAL_WORDS = (
    "1. 一人（一条）一行，不要合并单元格，不要改表头，不要插小计行。",
    "2. 证件号、电话按文本填；不知道的空着，不要填“无”。",
    "3. 几项写在一格里用顿号“、”隔开。",
    "4. 填好后在蒙站里导入本文件，不用再对列。",
)


def _fixed(item: Resolved) -> Content:
    return item.column.text or None if item.column.source == "@text" else None


def _how(item: Resolved) -> str:
    """Say in a few words how a column is filled."""
    if item.field is None:
        return ""
    kind, own = item.field.type, item.field.help
    usual = next((words for sort, words in _HOW if isinstance(kind, sort)), "")
    return f"{usual}{own}"


_HOW: tuple[tuple[type[FieldType], str], ...] = (
    (IdNumber, "18 位，末位 X 大写，按文本填。"),
    (Phone, "手机号 11 位，座机带区号。"),
    (CreditCode, "18 位统一社会信用代码。"),
    (Date, "年-月-日。"),
    (Month, "年-月。"),
    (Money, "只填数字，单位元。"),
    (Integer, "只填数字。"),
    (Flag, "填 是 或 否。"),
    (Division, "写到嘎查村或社区，带上旗县和苏木乡镇。"),
    (Occupations, "用平常话也行，最多三个，用、隔开。"),
    (SeveralCodes, "从列表里选，几项用、隔开。"),
    (OneCode, "从列表里选。"),
)


def _example(item: Resolved, today: date, station: str) -> Content:
    if item.field is None or item.form is None:
        return None
    kind = item.field.type
    for sort, text in _EXAMPLES:
        if isinstance(kind, sort):
            return text.format(day=today.isoformat(), month=f"{today:%Y-%m}")
    found = options_of(item.field, item.form, station)
    return found[0] if found else None
