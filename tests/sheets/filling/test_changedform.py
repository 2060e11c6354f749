"""What changed in a form, and which form it is another issue of."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.sheets.filling.changedform import alikeness, compare, is_another_issue

BEFORE = ["序号", "姓名", "身份证号", "性别", "联系电话", "备注"]
MEANINGS = {"联系电话": "phone", "手机号码": "phone", "性别": "sex"}


def told(now: list[str], before: list[str] = BEFORE) -> dict[str, list[Any]]:
    change = compare(before, now, lambda header: MEANINGS.get(header, ""))
    found: dict[str, list[Any]] = {
        "added": list(change.added),
        "gone": list(change.gone),
        "renamed": list(change.new_names),
        "moved": list(change.moved_headers),
    }
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (BEFORE, {}),
        ([*BEFORE[:4], "民族", *BEFORE[4:]], {"added": ["民族"]}),
        ([*BEFORE[:3], *BEFORE[4:]], {"gone": ["性别"]}),
        ([*BEFORE[:4], "手机号码", "备注"], {"renamed": [("联系电话", "手机号码")]}),
        ([*BEFORE[:5], "备注（原因）"], {"renamed": [("备注", "备注（原因）")]}),
        ([*BEFORE[:5], "核实结果"], {"added": ["核实结果"], "gone": ["备注"]}),
        (
            ["序号", "姓名", "性别", "身份证号", "联系电话", "备注"],
            {"moved": ["性别"]},
        ),
        (["备注", *BEFORE[:5]], {"moved": ["备注"]}),
        ([*BEFORE, "", "联系电话"], {"added": ["联系电话"]}),
    ],
)
def test_columns_that_came_went_moved_or_are_called_otherwise(
    now: list[str], expected: dict[str, list[Any]]
) -> None:
    assert told(now) == expected


def test_spaces_and_signs_are_no_change() -> None:
    assert told(["序号", "姓 名", "身份证号*", "性别", "联系电话：", "备　注"]) == {}


@given(st.lists(st.sampled_from([*BEFORE, "民族", "手机号码", ""]), max_size=9))
def test_every_column_is_told_exactly_once(now: list[str]) -> None:
    change = compare(BEFORE, now, lambda header: MEANINGS.get(header, ""))
    filled = [header for header in now if header]
    assert len(change.same) + len(change.renamed) + len(change.added) == len(filled)
    assert len(change.same) + len(change.renamed) + len(change.gone) == len(BEFORE)
    assert set(change.moved) <= set(change.same)
    assert len({*change.same.values(), *change.renamed.values()}) == len(change.same) + len(
        change.renamed
    )


COMMON = {
    "序号": "-serial",
    "姓名": "name",
    "身份证号": "id_number",
    "性别": "sex",
    "联系电话": "phone",
    "备注": "note",
}


ISSUE = [*BEFORE[:5], "毕业院校", "专业", "就业状态"]


def means(header: str) -> str:
    return COMMON.get(header, "")


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ISSUE, True),
        ([*ISSUE[1:6], "民族", *ISSUE[6:]], True),
        ([*ISSUE[:5], "毕业院校（全称）", "所学专业", "目前就业状态"], True),
        ([*BEFORE[:5], "回访日期", "回访结果"], False),
        (BEFORE[:5], False),
        (["姓名", "专业"], False),
    ],
)
def test_what_every_form_has_says_little_about_which_one_it_is(
    now: list[str], expected: bool
) -> None:
    assert is_another_issue(compare(ISSUE, now, means), means) is expected


def test_a_form_is_most_like_itself() -> None:
    assert alikeness(compare(ISSUE, ISSUE, means), means) == pytest.approx(1)
    assert alikeness(compare(ISSUE, [*ISSUE, "民族"], means), means) < 1
