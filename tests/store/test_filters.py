"""The two interpreters of filters say the same on anything."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mengzhan.model.entry import Value
from mengzhan.model.fieldtypes import Choices, Date, Flag, Integer, Text
from mengzhan.model.fold import State
from mengzhan.model.kind import Catalogue, Field, Kind
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
    matches,
)
from mengzhan.store.driver import Connection
from mengzhan.store.filters import to_sql
from mengzhan.store.reader import StoreReader
from mengzhan.store.tables import Tables
from tests.store.conftest import memory_ledger

THING = Kind(
    name="thing",
    label="物",
    title=("text",),
    fields=(
        Field("text", "文", Text()),
        Field("number", "数", Integer(low=-2)),
        Field("flag", "旗", Flag()),
        Field("day", "日", Date()),
        Field("codes", "码", Choices("sex")),
    ),
)
CATALOGUE = Catalogue([THING])

# Signs that mean something to LIKE and SQL; letters with and without case. A text that is a JSON
# list would be taken for one, and nobody types that.
snippets = st.text(st.sampled_from("aA%_\\'\"{}苏和𠮷Äß0 "), max_size=5)
days = st.sampled_from([date(2026, 11, d).isoformat() for d in (1, 2, 3)])
codes = st.sampled_from(["1", "2", "01", "a"])
records: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {
        "text": st.none() | snippets,
        "number": st.none() | st.integers(-2, 3),
        "flag": st.none() | st.booleans(),
        "day": st.none() | days,
        "codes": st.none() | st.lists(codes, max_size=3, unique=True),
    }
)
HOWS = st.sampled_from(["eq", "ne", "lt", "le", "gt", "ge"])
leaves: st.SearchStrategy[Filter] = st.one_of(
    st.builds(Compare, st.just("text"), HOWS, snippets),
    st.builds(Compare, st.just("number"), HOWS, st.integers(-2, 3)),
    st.builds(Compare, st.just("flag"), st.sampled_from(["eq", "ne"]), st.booleans()),
    st.builds(Compare, st.just("day"), HOWS, days),
    st.builds(OneOf, st.just("text"), st.lists(snippets, max_size=3).map(tuple)),
    st.builds(OneOf, st.just("codes"), st.lists(codes, max_size=3).map(tuple)),
    st.builds(Named, st.just("day"), st.lists(days, max_size=3).map(tuple)),
    st.builds(Contains, st.just("text"), snippets),
    st.builds(StartsWith, st.sampled_from(["text", "day", "codes"]), snippets | codes),
    st.builds(Empty, st.sampled_from(["text", "number", "flag", "day", "codes"])),
)
expressions: st.SearchStrategy[Filter] = st.recursive(
    leaves,
    lambda parts: st.one_of(
        st.lists(parts, max_size=3).map(tuple).map(Every),
        st.lists(parts, max_size=3).map(tuple).map(Either),
        parts.map(Not),
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def connection() -> Connection:
    return memory_ledger(CATALOGUE)[0]


def fill(connection: Connection, values: list[dict[str, Value]]) -> StoreReader:
    tables = Tables(connection, CATALOGUE)
    tables.clear("thing")
    for number, one in enumerate(values):
        tables.put([State("thing", f"t{number}", dict(one))])
    return StoreReader(connection, CATALOGUE)


@settings(max_examples=250)
@given(expression=expressions, values=st.lists(records, min_size=1, max_size=6))
def test_python_and_sql_say_the_same(
    connection: Connection, expression: Filter, values: list[dict[str, Value]]
) -> None:
    reader = fill(connection, values)
    expected = {f"t{n}" for n, one in enumerate(values) if matches(expression, one)}
    assert {row["id"] for row in reader.matching("thing", expression)} == expected
    assert reader.count("thing", expression) == len(expected)
    assert len(reader.ids("thing", expression)) == len(expected)


@pytest.mark.parametrize(
    "expression",
    [Either((Compare("number", "eq", 1), Compare("number", "eq", 2))), Not(Empty("number"))],
)
def test_a_filter_never_brings_back_what_is_hidden(
    connection: Connection, expression: Filter
) -> None:
    reader = fill(connection, [{"number": 1}, {"number": 2}, {"number": 2}])
    tables = Tables(connection, CATALOGUE)
    tables.put([State("thing", "t1", {"number": 2, "deleted": True})])
    tables.put([State("thing", "t2", {"number": 2, "same_as": "t0"})])
    gone = State("thing", "t3", {"number": 1})
    gone.erased = True
    tables.put([gone])
    assert [row["id"] for row in reader.matching("thing", expression)] == ["t0"]
    assert reader.count("thing", expression) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100%", ["100%纯"]),
        ("a_b", ["a_b"]),
        ("\\", ["c\\d"]),
        ("苏", ["苏和"]),
        ("ANNA", ["anna"]),
    ],
)
def test_signs_of_like_are_only_text(connection: Connection, text: str, found: list[str]) -> None:
    texts: list[Any] = ["100%纯", "1000纯", "a_b", "axb", "c\\d", "cd", "苏和", "anna", None]
    reader = fill(connection, [{"text": one} for one in texts])
    assert [row["text"] for row in reader.matching("thing", Contains("text", text))] == found


def test_any_number_of_values_fits_into_a_statement(connection: Connection) -> None:
    reader = fill(connection, [{"text": "苏和"}, {"text": "没有"}, {"codes": ["1", "a"]}])
    many = (*(f"v{number}" for number in range(300_000)), "苏和", "a")
    assert [row["id"] for row in reader.matching("thing", OneOf("text", many))] == ["t0"]
    assert [row["id"] for row in reader.matching("thing", OneOf("codes", many))] == ["t2"]


def test_values_are_parameters_and_never_part_of_the_statement() -> None:
    evil = "'; DROP TABLE entries; --"
    sql, parameters = to_sql(
        Every((Compare("text", "eq", evil), OneOf("text", (evil,)), Contains("text", evil)))
    )
    assert "DROP" not in sql
    assert sql.count("?") == len(parameters)


def test_the_alias_is_used_throughout() -> None:
    sql, _ = to_sql(Every((Empty("text"), Compare("number", "lt", 3))), alias="p")
    assert 'p."text"' in sql
    assert "r." not in sql
