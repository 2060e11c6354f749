"""From ``field=value`` as typed to values, with the same prefills and checks as the form."""

import dataclasses
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from mengzhan.cli.command import refusal
from mengzhan.model.codes import Code, code_table
from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import (
    Division,
    Flag,
    IdNumber,
    Integer,
    Money,
    Reference,
    References,
    Text,
    read_date,
)
from mengzhan.model.fieldtypes.base import ListType
from mengzhan.model.kind import Catalogue, Field, Kind
from mengzhan.model.problem import Problem, UserError
from mengzhan.model.words import Message
from mengzhan.rules.filters import (
    Compare,
    Comparison,
    Contains,
    Empty,
    Every,
    Filter,
    Not,
    OneOf,
    StartsWith,
)
from mengzhan.rules.operations import kept

if TYPE_CHECKING:
    from mengzhan.sheets.filling.superform import SuperiorForm
    from mengzhan.store.session import Session

_PAIR = re.compile(r"([^=<>!]+)(=)(.*)", re.DOTALL)
_TEST = re.compile(r"([^=<>!]+)(=|!=|>=|<=|>|<)(.*)", re.DOTALL)
_COMPARISONS: dict[str, Comparison] = {
    "=": "eq",
    "!=": "ne",
    ">=": "ge",
    "<=": "le",
    ">": "gt",
    "<": "lt",
}


@dataclass
class Typed:
    """What was typed for a record: the values read from it and everything wrong with it."""

    values: dict[str, Value] = dataclasses.field(default_factory=dict)
    problems: list[Problem] = dataclasses.field(default_factory=list)


def kind_of(catalogue: Catalogue, text: str) -> Kind:
    """Return the kind called ``text``, by name or Chinese label.

    Raises:
        UserError: ``KIND_UNKNOWN``, with all names.
    """
    kinds = catalogue.by_hand.values()
    for kind in kinds:
        if text in (kind.name, kind.label):
            return kind
    names = "、".join(f"{kind.name}（{kind.label}）" for kind in kinds)
    raise refusal("KIND_UNKNOWN", "没有这种记录。可用：{names}。", names=names)


def field_of(kind: Kind, text: str) -> Field | None:
    """Return the field called ``text``, by name or Chinese label."""
    return next((item for item in kind if text.strip() in (item.name, item.label)), None)


def _lines_of(pairs: Sequence[str]) -> list[str]:
    """Return the pairs; ``-`` stands for lines from standard input.

    What comes that way stands neither in the shell's history nor in the list of processes.
    """
    found: list[str] = []
    for pair in pairs:
        if pair == "-":
            found += [line for line in sys.stdin.read().splitlines() if line]
        else:
            found.append(pair)
    return found


def read_pairs(session: "Session", kind: Kind, pairs: Sequence[str]) -> Typed:
    """Read ``field=value`` pairs; an empty value empties the field."""
    typed = Typed()
    for pair in _lines_of(pairs):
        match = _PAIR.fullmatch(pair)
        item = field_of(kind, match[1]) if match else None
        if match is None or item is None:
            typed.problems.append(_unknown(kind, match[1] if match else ""))
            continue
        reading = item.read(match[3], session.today())
        value, problems = reading.value, list(reading.problems)
        if isinstance(item.type, Reference | References) and value is not None:
            value, problems = _referred(session, item, item.type.kind, value)
        typed.values[item.name] = value
        typed.problems += problems
    return typed


def _unknown(kind: Kind, name: str) -> Problem:
    names = "、".join(item.name for item in kind)
    words = "{kind}没有这个字段，或者没有写成 字段=值。字段有：{names}。"
    return Problem(
        "FIELD_UNKNOWN", name, None, Message(words, {"kind": kind.label, "names": names})
    )


def _referred(
    session: "Session", item: Field, kind: str, value: Value
) -> tuple[Value, list[Problem]]:
    """Take a record's id, or words that only one record of the kind fits."""
    parts = value if isinstance(value, list) else [str(value)]
    found: list[str] = []
    for part in parts:
        try:
            found.append(record_of(session, kind, part))
        except UserError as error:
            return None, [Problem(error.code, item.name, part, error.message)]
    return (found if isinstance(value, list) else found[0]), []


def one_record(session: "Session", kind: str, text: str) -> str | None:
    """Return the record of ``kind`` with this id, or the only one that the words fit.

    For a duplicate stands the record that was kept; one that was taken away is none.
    """
    reader = session.read()
    found = reader.record(kind, text)
    if found is None:
        hits = [record for _, record in reader.search(text, kind, 2)]
        hits = hits or _numbered(session, kind, text)
        return hits[0] if len(hits) == 1 else None
    record = kept(reader, text) if found["same_as"] else text
    both = (found, reader.record(kind, record))
    gone = any(row is None or row["deleted"] or row["erased"] for row in both)
    return None if gone else record


def _numbered(session: "Session", kind: str, text: str) -> list[str]:
    """Return the records with this number as it stands on paper: the search knows its digits."""
    numbers = (f for f in session.catalogue[kind] if f.type.searched == "digits")
    return [
        record
        for item in numbers
        if isinstance(item.type, Text)
        for record in session.read().same_value(kind, item.name, item.type.clean(text))
    ]


def record_of(session: "Session", kind: str, text: str) -> str:
    """Return the record of ``kind`` with this id, or the only one that the words fit.

    Raises:
        UserError: ``REFERENCE_UNKNOWN``.
    """
    found = one_record(session, kind, text)
    if found is None:
        label = session.catalogue[kind].label
        words = "“{text}”对不上一条{label}。请填编号，或只对得上一条的名字。可先用 search 查。"
        raise refusal("REFERENCE_UNKNOWN", words, text=text, label=label)
    return found


def day_of(session: "Session", text: str) -> date:
    """Read a day as a form does; nothing is today.

    Raises:
        UserError: ``DAY_UNREADABLE``.
    """
    day = read_date(text, session.today()) if text else session.today()
    if day is None:
        raise refusal("DAY_UNREADABLE", "日期看不懂。请写成 2026-11-23。")
    return day


def code_of(table: str, text: str) -> Code | None:
    """Return what a code or its words mean in a code table."""
    known = code_table(table)
    return (known.get(text.upper()) or known.find(text)) if text else None


def read_columns(
    chosen: Sequence[str],
    called: Callable[[str], int | None],
    accepts: Callable[[str], bool],
    paths: Iterable[str],
) -> dict[str, str]:
    """Read ``--column`` pairs, column=field; an empty field leaves the column out.

    Args:
        called: the column with a letter or header, ``accepts`` whether it can be taken for a path.
        paths: what is offered where a path is not accepted.

    Raises:
        UserError: ``IMPORT_COLUMN``.
    """
    found = {}
    for pair in chosen:
        name, equals, path = pair.partition("=")
        if not equals or not accepts(path):
            words = "--column 要写成 列=字段，字段可用：{paths}。"
            raise refusal("IMPORT_COLUMN", words, paths="、".join(paths))
        if called(name) is None:
            raise refusal("IMPORT_COLUMN", "表里没有叫“{name}”的列。", name=name)
        found[name] = path
    return found


def choose_columns(form: "SuperiorForm", chosen: Sequence[str]) -> None:
    """Fill columns of a superior's form as ``--column`` says.

    Raises:
        UserError: ``IMPORT_COLUMN``.
    """
    paths = filter(None, form.choices())
    for name, path in read_columns(chosen, form.column_called, form.accepts, paths).items():
        index = form.column_called(name)
        if index is not None:
            form.choose(index, path)


def with_prefills(session: "Session", kind: Kind, typed: Typed) -> dict[str, Value]:
    """Return the values of a new record: what a form begins with, then what was typed.

    The form's own model does it, so that an ID number fills birth date and sex here as well.
    """
    from mengzhan.ui.widgets.form_values import FormValues, prefilled

    known: dict[str, Value] = {
        "station": session.place.code or None,
        "operator": session.operator.name,
        "operator_role": session.operator.role,
    }
    form = FormValues(kind)
    form.begin(prefilled(kind, session.today(), known), existing=False)
    for name, value in typed.values.items():
        form.type(name, value)
    return form.values()


def known_already(session: "Session", kind: Kind, values: dict[str, Value]) -> list[Problem]:
    """Warn of records with the same ID number; the form shows them while one types."""
    found: list[Problem] = []
    for item in kind:
        value = values.get(item.name)
        if not isinstance(item.type, IdNumber) or value is None:
            continue
        same = session.read().same_value(kind.name, item.name, value)
        if same:
            words = "同一证件号已有 {count} 条记录（{ids}），请核对是不是同一个人。"
            hint = Message(words, {"count": len(same), "ids": "、".join(same)})
            found.append(Problem("ID_KNOWN", item.name, value, hint, "warn"))
    return found


def read_filter(session: "Session", kind: Kind, tests: Iterable[str]) -> Filter:
    """Read ``field=value`` tests (also ``!=``, ``>=``, ``<=``, ``>``, ``<``); all must hold.

    A text field is searched for the value, a place holds what lies in it, a list field has it.

    Raises:
        UserError: ``FILTER_UNREADABLE``.
    """
    return Every([_test(session, kind, text) for text in tests])


def _test(session: "Session", kind: Kind, text: str) -> Filter:
    match = _TEST.fullmatch(text)
    item = field_of(kind, match[1]) if match else None
    if match is None or item is None:
        raise refusal(
            "FILTER_UNREADABLE", "筛选看不懂。请写成 --where 字段=值，字段用英文名或中文名。"
        )
    sign, typed = match[2], match[3]
    held = _held(session, item, typed, sign)
    if isinstance(held, Compare):
        return held
    if sign not in ("=", "!="):
        raise _incomparable(item)
    return Not(held) if sign == "!=" else held


def _held(session: "Session", item: Field, typed: str, sign: str) -> Filter:
    """What ``=`` asks for; of a value that is greater or less than others, what the sign does."""
    if not typed:
        return Empty(item.name)
    if isinstance(item.type, Text) and sign in ("=", "!="):
        return Contains(item.name, typed.strip())
    value = item.read(typed, session.today()).value
    if isinstance(item.type, Reference):
        value = one_record(session, item.type.kind, typed)
    if value is None or (isinstance(item.type, Integer | Money | Flag) and isinstance(value, str)):
        raise _incomparable(item)
    if isinstance(item.type, ListType) and isinstance(value, list):
        return OneOf(item.name, tuple(value))
    if isinstance(item.type, Division):
        return StartsWith(item.name, str(value))
    return (
        Compare(item.name, _COMPARISONS[sign], value)
        if isinstance(value, str | int)
        else Empty(item.name)
    )


def _incomparable(item: Field) -> UserError:
    words = "“{label}”不能这样比较，请核对值。"
    return refusal("FILTER_UNREADABLE", words, label=item.label)
