"""Columns that line up, whatever the width of the characters."""

from mengzhan.cli.rows import aligned, cut


def test_columns_begin_at_the_same_place() -> None:
    lines = aligned(["姓名", "编号"], [["巴图孟和", "1"], ["a", "22"]])
    assert lines == ["姓名      编号", "巴图孟和  1", "a         22"]


def test_a_long_cell_is_cut_and_the_last_one_runs_on() -> None:
    (_, line) = aligned(["甲", "乙"], [["长" * 30, "长" * 30]])
    assert line.split() == ["长" * 19 + "…", "长" * 30]


def test_line_ends_do_not_break_a_row() -> None:
    assert cut("第一行\n第二行", 40) == "第一行 第二行"
    assert aligned(["甲"], [["一\n二"]]) == ["甲", "一 二"]


def test_without_rows_only_the_headers_stand() -> None:
    assert aligned(["姓名", "电话"], []) == ["姓名  电话"]
