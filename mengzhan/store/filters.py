"""Writes the filters of ``rules.filters`` as SQL conditions with parameters."""

from typing import Any

from mengzhan.rules.filters import (
    Compare,
    Contains,
    Either,
    Empty,
    Every,
    Filter,
    Named,
    Not,
    OneOf,
    StartsWith,
)
from mengzhan.store.driver import IN_LIST, as_list

_OPERATORS = {"eq": "=", "ne": "<>", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


def to_sql(expression: Filter, alias: str = "r") -> tuple[str, list[Any]]:
    """Return a condition over the table ``alias`` and its parameters.

    Field names come from declarations, never from input; values are always parameters.
    """
    match expression:
        case Every(parts):
            return _joined(parts, " AND ", "1", alias)
        case Either(parts):
            return _joined(parts, " OR ", "0", alias)
        case Not(part):
            sql, parameters = to_sql(part, alias)
            return f"NOT ({sql})", parameters
        case Empty(field):
            return f"{_is_empty(alias, field)}", []
        case OneOf(field, values):
            return _one_of(_column(alias, field), values)
        case Named(field, records):
            column = _column(alias, field)
            return f"({column} IS NOT NULL AND {column} {IN_LIST})", [*as_list(records)]
        case Contains() | StartsWith():
            return _has_text(expression, _column(alias, expression.field))
        case Compare(field, how, value):
            return _compared(alias, field, how, value)


def _column(alias: str, field: str) -> str:
    return f'{alias}."{field}"'


def _joined(
    parts: "tuple[Filter, ...] | Any", word: str, empty: str, alias: str
) -> tuple[str, list[Any]]:
    written = [to_sql(part, alias) for part in parts]
    if not written:
        return empty, []
    sql = word.join(f"({condition})" for condition, _ in written)
    # In brackets, because the caller joins it to other conditions.
    return f"({sql})", [parameter for _, parameters in written for parameter in parameters]


def _is_empty(alias: str, field: str) -> str:
    column = _column(alias, field)
    return f"({column} IS NULL OR {column} = '' OR {column} = '[]')"


def _has_text(expression: Contains | StartsWith, column: str) -> tuple[str, list[Any]]:
    text = expression.text
    if isinstance(expression, Contains):
        return f"ifnull({column} LIKE ? ESCAPE '\\', 0)", [f"%{_escaped(text)}%"]
    return _any_value(column, "substr({}, 1, ?) = ?", [len(text), text])


def _one_of(column: str, values: tuple[str, ...]) -> tuple[str, list[Any]]:
    return _any_value(column, f"{{}} {IN_LIST}", [*as_list(values)])


def _any_value(column: str, test: str, parameters: list[Any]) -> tuple[str, list[Any]]:
    """Whether a column passes a test (``{}`` is what is tested), or a value of the list in it."""
    one = test.format("json_each.value")
    listed = f"EXISTS (SELECT 1 FROM json_each({column}) WHERE {one})"
    # the first character spares most rows the reading as JSON
    is_list = f"""substr({column}, 1, 1) = '[' AND json_valid({column})
                  AND json_type({column}) = 'array'"""
    sql = f"ifnull(CASE WHEN {is_list} THEN {listed} ELSE {test.format(column)} END, 0)"
    return sql, [*parameters, *parameters]


def _compared(alias: str, field: str, how: str, value: str | int | bool) -> tuple[str, list[Any]]:
    column = _column(alias, field)
    if how == "ne":
        return f"({_is_empty(alias, field)} OR {column} <> ?)", [_plain(value)]
    sql = f"(NOT {_is_empty(alias, field)} AND {column} {_OPERATORS[how]} ?)"
    return sql, [_plain(value)]


def _plain(value: str | int | bool) -> str | int:
    return int(value) if isinstance(value, bool) else value


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
