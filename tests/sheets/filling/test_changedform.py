"""What changed in a form, and which form it is another issue of."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mengzhan.sheets.filling.changedform import LEAST_ALIKE, alikeness, compare

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


def test_forms_that_share_little_are_others() -> None:
    assert alikeness(BEFORE, BEFORE) == 1
    assert alikeness(BEFORE, [*BEFORE[:5], "学历", "就业状态"]) >= LEAST_ALIKE
    other = ["序号", "姓名", "身份证号", "联系电话", "毕业院校", "专业", "毕业时间", "就业单位"]
    assert alikeness(BEFORE, other) < LEAST_ALIKE
    assert alikeness(["姓名", "电话"], ["姓名", "电话"]) == 0
