"""One import from the file to the plan: which kind, which table, which columns."""

import logging
from pathlib import Path

import pytest
from openpyxl import Workbook

from mengzhan.model.kinds import KINDS
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.sheets.grid import Book, Cell
from mengzhan.sheets.importing.headers import SECTION
from mengzhan.sheets.importing.intake import Import, NoTable, candidates, load
from mengzhan.sheets.ledgers.profile import template_profile
from mengzhan.sheets.ledgers.template import write_template
from mengzhan.store.session import Session
from tests import people, rosters
from tests.sheets.imports import counts, sheet, task, write

PEOPLE: list[list[Cell]] = [
    ["姓名", "身份证号", "电话", "电话"],
    [people.name(1), people.id_number(1), people.phone(1), people.phone(2)],
]
VACANCIES: list[list[Cell]] = [
    ["用人单位", "岗位名称", "招聘人数", "工资待遇"],
    ["草原奶食店", "挤奶工", 2, "3000-4000元/月"],
]


def test_the_kind_shows_in_the_headers() -> None:
    for rows, kind in ((PEOPLE, "person"), (VACANCIES, "vacancy")):
        assert candidates(Book("xlsx", [sheet(rows)]), KINDS)[0].kind == kind


def test_a_hidden_sheet_comes_after_those_that_can_be_seen(session: Session) -> None:
    hidden, seen = sheet(PEOPLE * 3, name="旧"), sheet(PEOPLE, name="新")
    hidden.visible = False
    begun = Import(session, Book("xlsx", [hidden, seen]), KINDS["person"])
    assert [table.sheet.name for table in begun.tables] == ["新", "旧"]
    begun.choose_table(begun.tables[1])
    assert begun.table.sheet.name == "旧"


def test_a_sheet_can_be_named(session: Session) -> None:
    book = Book("xlsx", [sheet(PEOPLE, name="一"), sheet(PEOPLE, name="二")])
    assert Import(session, book, KINDS["person"], "二").table.sheet.name == "二"
    with pytest.raises(NoTable) as caught:
        Import(session, book, KINDS["person"], "三")
    assert caught.value.code == "IMPORT_NO_TABLE"


@pytest.mark.parametrize("rows", [[], [[]], [["通知"], ["请各站于月底前报送。"]], [["姓名"]]])
def test_a_file_without_a_table_says_so(session: Session, rows: list[list[Cell]]) -> None:
    with pytest.raises(NoTable):
        task(session, "person", rows)


def test_a_column_takes_over_what_another_gave(session: Session) -> None:
    begun = task(session, "person", PEOPLE)
    assert [column.path for column in begun.columns[2:]] == ["phone", ""]
    begun.choose(3, "phone")
    assert [column.path for column in begun.columns[2:]] == ["", "phone"]
    assert begun.unsure == []


def test_columns_are_called_by_letter_or_header(session: Session) -> None:
    begun = task(session, "person", PEOPLE)
    called = [begun.column_called(name) for name in ("A", "c", "姓名", "电话", "电话#2", "Z", "")]
    assert called == [0, 2, 0, 2, 3, None, None]


def test_the_line_over_groups_is_not_column_a(session: Session) -> None:
    rows: list[list[Cell]] = [
        [*VACANCIES[0][1:], "工作地点"],
        ["一、草原奶食店", "", "", ""],
        [*VACANCIES[1][1:], "牧场"],
    ]
    begun = task(session, "vacancy", rows)
    assert begun.columns[-1].index == SECTION
    begun.choose_all({"A": ""})
    assert [column.path for column in begun.columns if column.index in (0, SECTION)] == [
        "",
        "employer.name",
    ]


def test_a_value_for_the_whole_file(session: Session) -> None:
    begun = task(session, "person", PEOPLE)
    begun.constants["area_group"] = "二组"
    made = begun.plan()
    assert made.planned[0].writes["area_group"] == "二组"
    assert counts(made) == {"new": 1}


def test_reading_is_stopped_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("姓名,电话\n乌云,19900000001\n" * 10, "utf-8")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        load(path, progress)


def test_no_number_goes_into_the_log(
    session: Session, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "x.csv"
    wrong = people.id_number(2)[:-1] + ("0" if people.id_number(2)[-1] != "0" else "1")
    lines = ["姓名,身份证号,电话"]
    lines += [f"{people.name(n)},{people.id_number(n)},{people.phone(n)}" for n in (1, 2, 1)]
    lines += [f"{people.name(2)},{wrong},{people.phone(2)}"]
    path.write_text("\n".join(lines), "utf-8")
    with caplog.at_level(logging.DEBUG):
        begun = Import(session, load(path), KINDS["person"])
        write(session, begun.plan())
    for number in (1, 2):
        assert people.id_number(number)[:17] not in caplog.text
        assert people.phone(number) not in caplog.text
        assert people.name(number) not in caplog.text


def missing(session: Session, path: Path, kind: str) -> list[str]:
    task = Import(session, load(path), session.catalogue[kind])
    return [item.name for item in task.missing]


def test_fields_that_no_column_gives_are_missing(session: Session, tmp_path: Path) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 3)
    assert missing(session, path, "person") == ["residence", "key_groups", "consent"]


def test_a_wage_in_one_cell_gives_its_unit(session: Session, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["单位名称", "岗位名称", "招聘人数", "工资待遇"])
    book.active.append(["草原奶食店", "挤奶工", 2, "3000-4000元/月"])
    book.save(tmp_path / "v.xlsx")
    found = missing(session, tmp_path / "v.xlsx", "vacancy")
    assert "wage_unit" not in found
    assert "employer" not in found
    assert "workplace" in found


def test_a_template_that_comes_back_misses_nothing(session: Session, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    path = tmp_path / "t.xlsx"
    kind = session.catalogue["person"]
    write_template(session, template_profile(kind), path)
    book = load_workbook(path)
    sheet = book[kind.label]
    columns = {cell.value.lstrip("*"): cell.column for cell in sheet[3] if cell.value}
    sheet.cell(4, columns["姓名"]).value = "萨仁"
    book.save(path)
    assert missing(session, path, "person") == []
