"""Which columns tell of one contact after another."""

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
