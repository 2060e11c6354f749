"""Deciding on a plan: rows are skipped, cells corrected and put back, alone or many at once."""

from pathlib import Path

import pytest

from mengzhan.model.problem import Problem
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.importing.plan import Decision, Intent, Plan
from mengzhan.store.session import Session
from tests import people, rosters, stations

NUMBER = 2
"""The column of the ID number."""


@pytest.fixture
def task(session: Session, tmp_path: Path) -> Import:
    instead: dict[tuple[int, str], str | int | float | None] = {
        (1, "身份证号"): "15019919",
        (2, "身份证号"): "15019920",
    }
    path = rosters.write(tmp_path / "x.xlsx", 6, instead)
    made = Import(session, load(path), session.catalogue["person"])
    for column in made.unsure:
        made.choose(column.index, column.path)
    return made


@pytest.fixture
def plan(task: Import) -> Plan:
    return task.plan()


def intents(plan: Plan) -> list[Intent]:
    return [planned.intent for planned in plan.planned]


def blocking(plan: Plan, row: int) -> list[Problem]:
    return [found.problem for found in plan.at(row).row.problems if found.blocks]


def test_a_row_with_a_problem_can_be_skipped_and_taken_back(plan: Plan) -> None:
    row = rosters.row_of(1)
    assert plan.at(row).intent is Intent.OUT
    plan.decide(row, Decision("skip"))
    assert plan.at(row).intent is Intent.SKIP
    plan.decide(row, None)
    assert plan.at(row).intent is Intent.OUT


def test_a_row_without_any_problem_can_be_skipped(plan: Plan) -> None:
    row = rosters.row_of(4)
    plan.decide(row, Decision("skip"))
    assert plan.at(row).intent is Intent.SKIP
    assert plan.counts()[Intent.NEW] == 3


def test_a_corrected_cell_goes_in_and_is_put_back(plan: Plan) -> None:
    row = rosters.row_of(1)
    plan.fix(row, NUMBER, people.id_number(1))
    assert plan.at(row).intent is Intent.NEW
    assert plan.fixed(row, NUMBER) == people.id_number(1)
    plan.fix(row, NUMBER, None)
    assert plan.at(row).intent is Intent.OUT
    assert plan.fixed(row, NUMBER) is None


def test_an_empty_correction_leaves_the_cell_out(plan: Plan) -> None:
    row = rosters.row_of(1)
    plan.fix(row, NUMBER, "")
    assert blocking(plan, row) == []
    assert "id_number" not in plan.at(row).row.values


def test_many_cells_at_once_are_what_they_are_one_by_one(task: Import) -> None:
    fixes: dict[tuple[int, int], str | None] = {
        (rosters.row_of(1), NUMBER): people.id_number(1),
        (rosters.row_of(2), NUMBER): "",
    }
    together, single = task.plan(), task.plan()
    together.fix_all(fixes)
    for (row, column), text in fixes.items():
        single.fix(row, column, text)
    assert intents(together) == intents(single) == [Intent.NEW] * 6
    assert dict(together.repairs) == dict(single.repairs)


def test_correcting_a_row_asks_again_about_those_that_resemble_it(
    session: Session, tmp_path: Path
) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 6, {(5, "身份证号"): people.id_number(0)})
    plan = Import(session, load(path), session.catalogue["person"]).plan()
    assert plan.at(rosters.row_of(5)).intent is Intent.WAIT
    plan.fix(rosters.row_of(0), NUMBER, people.id_number(40))
    assert plan.at(rosters.row_of(5)).intent is Intent.NEW


def test_of_two_rows_alike_only_the_later_is_asked_about(session: Session, tmp_path: Path) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 6, {(5, "身份证号"): people.id_number(0)})
    plan = Import(session, load(path), session.catalogue["person"]).plan()
    plan.fix(rosters.row_of(0), 3, people.phone(70))
    assert plan.at(rosters.row_of(0)).intent is Intent.NEW
    assert plan.at(rosters.row_of(5)).intent is Intent.WAIT


def test_repairs_of_a_row_read_again_are_not_counted_twice(plan: Plan) -> None:
    before = {repair: sorted(rows) for repair, rows in plan.repairs.items()}
    plan.fix(rosters.row_of(1), NUMBER, "")
    assert {repair: sorted(rows) for repair, rows in plan.repairs.items()} == before


def test_a_plan_made_beside_is_decided_on_another_thread(task: Import) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        plan = beside.submit(task.plan).result()
    plan.fix(rosters.row_of(1), NUMBER, people.id_number(1))
    assert plan.at(rosters.row_of(1)).intent is Intent.NEW


def test_writing_that_is_cancelled_leaves_nothing(session: Session, plan: Plan) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        session.run(plan.operation(), "import person", progress, 4)
    assert session.read().count("person") == 0


def test_what_is_made_along_the_way_is_known_by_its_stand_in(
    session: Session, tmp_path: Path
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["单位名称", "岗位名称", "招聘人数"])
    book.active.append(["草原奶食店", "挤奶工", 2])
    book.save(tmp_path / "v.xlsx")
    plan = Import(session, load(tmp_path / "v.xlsx"), session.catalogue["vacancy"]).plan()
    employer = str(plan.at(2).row.values["employer"])
    made = plan.new_record(employer)
    assert made is not None
    assert made.values["name"] == "草原奶食店"
    assert plan.new_record(stations.PIN) is None
