from mengzhan.model.kinds import KINDS
from mengzhan.sheets.filling.crosstable import count_cells, counts
from mengzhan.sheets.filling.sheetform import FormSheet
from mengzhan.sheets.grid import Cell, Sheet, Span, cell_name
from mengzhan.sheets.importing.headers import HeaderWords
from mengzhan.sheets.importing.table import find_table

ROWS: list[list[Cell]] = [
    ["人员类别", "登记求职人数", None, "已就业人数", None, "岗位推荐次数"],
    [None, "男", "女", "男", "女", None],
    ["高校毕业生", None, None, None, None, None],
    ["退役军人", None, None, None, None, None],
    ["残疾人", None, None, None, None, None],
    ["其他", None, None, None, None, None],
]
MERGED = [Span(0, 0, 1, 0), Span(0, 1, 0, 2), Span(0, 3, 0, 4), Span(0, 5, 1, 5)]
PEOPLE = [
    {"key_groups": ["K01"], "sex": "1", "employment_status": "1"},
    {"key_groups": ["K0101"], "sex": "1", "employment_status": "1"},
    {"key_groups": ["K01", "K02"], "sex": "2", "employment_status": "3"},
    {"key_groups": ["K09"], "sex": "2", "employment_status": "9"},
]


def counted(*notes: str) -> dict[str, int]:
    rows: list[list[Cell]] = [list(row) for row in ROWS]
    rows += [[note] for note in notes]
    form = FormSheet(Sheet("统计表", rows, MERGED))
    table = find_table(form.sheet, HeaderWords(KINDS["person"], KINDS))
    assert table is not None
    cells = list(count_cells(form, table, KINDS["person"]))
    return {cell_name(*place): n for place, n in counts(form, cells, PEOPLE).items()}


def test_people_are_counted_by_group_state_and_sex() -> None:
    found = counted()
    assert found["B3"] == 2  # with those of the group below it
    assert found["E3"] == found["E4"] == 1  # of two groups, counted in both
    assert found["C5"] == 0


def test_a_form_may_want_each_person_once() -> None:
    found = counted("注：一人属于多类的，只按排在前面的一类统计。")
    assert (found["E3"], found["E4"]) == (1, 0)


def test_what_is_not_certain_is_left_to_a_person() -> None:
    found = counted()
    assert not any(name.startswith("F") for name in found)  # times, not people
    assert not any(name.endswith("6") for name in found)  # 其他 names nothing certain
