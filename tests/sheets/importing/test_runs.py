"""Which columns tell of one contact after another."""

import pytest

from mengzhan.sheets.importing.runs import find_runs

Headers = list[tuple[str, ...]]


def numbered(headers: Headers, kind: str = "person", title: str = "") -> dict[int, int]:
    """Column -> number of its contact."""
    runs = find_runs(headers, kind, title)
    return {index: number for run in runs for number, index in run.columns.items()}


def test_columns_that_say_different_things_of_two_contacts() -> None:
    assert numbered([("姓名",), ("第一次回访情况",), ("第二次回访时间",)]) == {1: 1, 2: 2}


def test_a_group_is_of_contacts_if_one_of_its_columns_says_so() -> None:
    headers: Headers = [
        ("姓名",),
        *((quarter, part) for quarter in ("一季度", "二季度") for part in ("时间", "回访人")),
    ]
    assert numbered(headers) == {1: 1, 2: 1, 3: 2, 4: 2}
    assert numbered([("姓名",), ("一季度", "时间"), ("二季度", "时间")]) == {}


@pytest.mark.parametrize("kind", ["person", "employer"])
@pytest.mark.parametrize(
    "called",
    [
        "走访",
        "回访",
        "随访",
        "家访",
        "入户",
        "上门",
        "联系",
        "联络",
        "跟踪",
        "慰问",
        "帮扶",
        "摸排",
    ],
)
def test_contacts_are_called_many_things(called: str, kind: str) -> None:
    two = {1: 1, 2: 2}
    assert numbered([("名称",), (f"第一次{called}",), (f"第二次{called}",)], kind) == two
    assert numbered([("名称",), (f"{called}时间1",), (f"{called}时间2",)], kind) == two
    assert numbered([("名称",), (f"{called}1时间",), (f"{called}2时间",)], kind) == two
    assert numbered([("名称",), *((f"每月{called}情况", n) for n in ("1月", "2月"))], kind) == two
    assert numbered([("名称",), (f"首次{called}",), (f"再次{called}",)], kind) == two
    assert numbered([("名称",), (f"{called}记录",)], kind) == {1: 1}
    months: Headers = [("名称",), ("1月",), ("2月",)]
    assert numbered(months, kind, title=f"2026年每月{called}登记表") == two


@pytest.mark.parametrize(
    "other",
    [
        "联系人",
        "联系电话",
        "联系方式",
        "联系地址",
        "联系单位",
        "联络员",
        "帮扶责任人",
        "帮扶干部",
        "帮扶措施",
        "慰问金",
    ],
)
def test_what_only_sounds_like_a_contact(other: str) -> None:
    months: Headers = [("姓名",), ("1月",), ("2月",)]
    for kind in ("person", "employer"):
        assert numbered([("姓名",), (other,), (f"{other}1",), (f"{other}2",)], kind) == {}
        assert numbered(months, kind, title=f"2026年工资表 {other}：某某") == {}
    assert numbered(months, title="2026年工资表 走访人：某某") == {}


def test_bare_months_are_of_contacts_if_the_title_says_so() -> None:
    headers: Headers = [("姓名",), ("1月",), ("2月",), ("3月工资",)]
    assert numbered(headers, title="2026年就业月回访记录表") == {1: 1, 2: 2}
    assert numbered(headers, title="2026年工资表") == {}


def test_first_and_again_are_two() -> None:
    headers: Headers = [
        ("企业名称",),
        ("首次走访", "走访日期"),
        ("首次走访", "企业诉求"),
        ("复访", "复访日期"),
        ("复访", "办理情况"),
    ]
    assert numbered(headers, "employer") == {1: 1, 2: 1, 3: 2, 4: 2}


def test_a_contact_called_by_its_day_and_a_column_of_records_may_be_alone() -> None:
    assert numbered([("姓名",), ("4.20电话回访",)]) == {1: 1}
    assert numbered([("姓名",), ("回访记录",), ("回访记录（续）",)]) == {1: 1, 2: 2}
    assert numbered([("姓名",), ("第一次回访",)]) == {}


def test_other_kinds_have_none() -> None:
    assert numbered([("第一次回访",), ("第二次回访",)], "vacancy") == {}
