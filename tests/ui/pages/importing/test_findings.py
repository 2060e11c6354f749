from dataclasses import replace
from pathlib import Path

from mengzhan.sheets.importing.planned import Decision, Intent
from mengzhan.store.session import Session
from mengzhan.ui.pages.importing.findings import Findings
from tests import people, rosters, stations
from tests.ui.pages.importing.conftest import Read


def rows(found: Findings) -> list[int]:
    return [trouble.row for trouble in found.troubles]


def test_problems_stand_in_the_order_of_the_rows(found: Findings) -> None:
    assert rows(found) == [rosters.row_of(number) for number in (1, 2, 3, 4)]
    assert found.open_troubles == 4
    assert [found.letters(trouble.column) for trouble in found.troubles] == ["C", "C", "C", "B"]
    assert found.title(rosters.row_of(1)) == people.name(1)


def test_a_correction_settles_a_problem_and_can_be_taken_back(found: Findings) -> None:
    trouble = found.troubles[0]
    found.correct([trouble], people.id_number(1))
    assert trouble.typed == people.id_number(1)
    assert found.open_troubles == 3
    found.put_back(trouble)
    assert trouble.is_open
    assert found.plan.at(trouble.row).intent is Intent.OUT


def test_a_wrong_correction_leaves_it_open_with_the_new_reason(found: Findings) -> None:
    trouble = found.troubles[0]
    before = trouble.problem.problem.code
    found.correct([trouble], "15019")
    assert trouble.is_open
    assert trouble.problem.problem.code != before


def test_all_of_one_sort_are_settled_together(found: Findings) -> None:
    short = found.alike(found.troubles[1])
    assert [trouble.row for trouble in short] == [rosters.row_of(2), rosters.row_of(3)]
    found.correct(short, "")
    assert [trouble.typed for trouble in short] == ["", ""]
    assert found.open_troubles == 2


def test_skipping_a_row_settles_all_its_problems(read: Read, tmp_path: Path) -> None:
    path = rosters.write(tmp_path / "x.xlsx", 2, {(0, "身份证号"): "1", (0, "姓名"): None})
    task = read(path)
    found = Findings(task, task.plan())
    assert len(found.troubles) == 2
    found.skip([found.troubles[0]])
    assert found.open_troubles == 0
    found.put_back(found.troubles[1])
    assert found.open_troubles == 2


def test_warnings_and_repairs_are_grouped_by_what_they_are(found: Findings) -> None:
    missing = [g for g in found.warnings if g.code == "REQUIRED"]
    assert {found.group_header(group) for group in missing} == {"常住地", "重点群体", "告知同意"}
    assert all(group.count == 10 for group in missing)
    coded = [g for g in found.repairs if g.code == "code"]
    assert [(found.header(group.column), group.count) for group in coded] == [("就业状态", 10)]


def test_a_row_that_begins_to_resemble_one_is_asked_about(found: Findings) -> None:
    assert found.repeats == [rosters.row_of(8)]
    found.correct([found.troubles[0]], people.id_number(5))
    assert found.repeats == [rosters.row_of(8), rosters.row_of(5)]


def again(found: Findings) -> tuple[Findings, int]:
    """Plan anew after columns were chosen otherwise."""
    later = Findings(found.task, found.task.plan())
    return later, later.take_over(found)


def test_what_was_decided_holds_when_another_column_changes(found: Findings) -> None:
    first, second, _third, nameless = found.troubles
    found.correct([first], people.id_number(1))
    found.correct([second], "")
    found.skip([nameless])
    found.decide(rosters.row_of(8), Decision("merge", frozenset({"phone"})))
    found.task.choose(7, "note")
    later, lost = again(found)
    assert lost == 0
    assert later.touched
    outcomes = [(t.typed, t.skipped) for t in later.troubles]
    assert outcomes == [(people.id_number(1), False), ("", False), (None, False), (None, True)]
    assert later.plan.at(rosters.row_of(8)).intent is Intent.JOIN
    assert any(group.count for group in later.warnings)
    later.put_back(later.troubles[0])
    assert later.plan.at(rosters.row_of(1)).intent is Intent.OUT


def test_a_correction_goes_with_its_column(found: Findings) -> None:
    found.correct([found.troubles[0]], people.id_number(1))
    found.decide(rosters.row_of(8), Decision("add"))
    found.task.choose(2, "note")
    later, lost = again(found)
    assert lost == 2, "the number is none any more, and without it nobody is a repeat"
    assert later.plan.fixes == {}
    assert later.plan.decisions == {}
    assert not later.touched


def test_nothing_holds_in_another_table(found: Findings) -> None:
    found.skip([found.troubles[0]])
    found.task.tables.insert(0, replace(found.task.table))
    later, lost = again(found)
    assert lost == 1
    assert later.plan.decisions == {}


def test_what_contradicts_once_merged_is_a_problem_until_decided_otherwise(
    session: Session, read: Read, tmp_path: Path
) -> None:
    known = people.person_values(0, deregistered_on="2026-03-01", deregister_reason="X01")
    stations.log(session, "person", known)
    path = tmp_path / "x.csv"
    path.write_text(
        f"姓名,身份证号,登记失业日期\n{people.name(0)},{people.id_number(0)},2026-05-01\n", "utf-8"
    )
    task = read(path)
    found = Findings(task, task.plan())
    assert found.troubles == []
    found.decide(2, Decision("merge"))
    (trouble,) = found.troubles
    assert (trouble.row, trouble.problem.problem.code) == (2, "DATE_ORDER")
    assert found.letters(trouble.column) == "C"
    found.decide(2, Decision("skip"))
    assert found.troubles == []
    found.decide(2, Decision("merge"))
    found.correct(found.troubles, "2026-02-01")
    assert found.open_troubles == 0
    assert found.plan.at(2).intent is Intent.CHANGE
