"""What an import would do, row by row: repeats, decisions, corrections, and the one action."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from mengzhan.model.problem import Problem
from mengzhan.model.progress import Cancelled, Progress
from mengzhan.model.words import Message
from mengzhan.rules.undo import plan_undo, undo
from mengzhan.sheets.grid import Cell
from mengzhan.sheets.importing.intake import Import, load
from mengzhan.sheets.importing.plan import Plan
from mengzhan.sheets.importing.planned import Decision, Intent
from mengzhan.store.session import Session
from tests import people, rosters, stations
from tests.sheets.imports import Rows, bring_in, codes, counts, intent, plan, records, task, write

HEAD = ["姓名", "身份证号", "联系电话", "组别"]


def person(number: int, group: str = "一组") -> list[Cell]:
    return [people.name(number), people.id_number(number), people.phone(number), group]


def ledger(*rows: Sequence[Cell]) -> list[Sequence[Cell]]:
    return [HEAD, *rows]


class StopsAt(Progress):
    """Somebody who stops the work at one of its steps."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._left = step

    def step(self, done: int, total: int, words: Message) -> None:
        if self._left == 0:
            self.cancel()
        self._left -= 1
        super().step(done, total, words)


# Repeats within the file ------------------------------------------------------------------------


def test_the_same_row_twice_is_one_record(session: Session) -> None:
    made = plan(session, "person", ledger(person(1), person(2), person(1)))
    assert counts(made) == {"new": 2, "same": 1}
    alike = made.at(4).resemblance
    assert alike is not None
    assert alike.row == 2
    write(session, made)
    assert len(records(session, "person")) == 2


def test_a_repeat_that_says_otherwise_waits(session: Session) -> None:
    made = plan(session, "person", ledger(person(1), person(1, "二组")))
    assert counts(made) == {"new": 1, "wait": 1}
    alike = made.at(3).resemblance
    assert alike is not None
    assert alike.differing == {"area_group": ("一组", "二组")}


def test_a_correction_never_makes_two_rows_repeats_of_each_other(session: Session) -> None:
    made = plan(session, "person", ledger(person(1), person(1)))
    made.fix(2, 3, "一组")
    assert [intent(made, 2), intent(made, 3)] == [Intent.NEW, Intent.SAME]
    made.fix(2, 3, "三组")
    assert [intent(made, 2), intent(made, 3)] == [Intent.NEW, Intent.WAIT]
    made.fix(3, 3, "三组")
    assert [intent(made, 2), intent(made, 3)] == [Intent.NEW, Intent.SAME]


def test_a_row_put_right_is_seen_by_later_repeats(session: Session) -> None:
    broken = [people.name(1), "12", people.phone(1), "一组"]
    made = plan(session, "person", ledger(broken, person(1)))
    assert counts(made) == {"out": 1, "new": 1}
    made.fix(2, 1, people.id_number(1))
    assert counts(made) == {"new": 1, "same": 1}
    made.fix(2, 1, None)
    assert counts(made) == {"out": 1, "new": 1}


def test_twins_that_were_let_go_for_writing_are_learnt_again(session: Session) -> None:
    write(session, plan(session, "person", ledger(person(1))))
    made = plan(session, "person", ledger(person(2), person(3), person(4)))
    made.decide(3, Decision("skip"))
    made.forget_twins()
    made.learn_twins()
    made.fix_all({(4, column): str(person(2)[column]) for column in range(3)})
    assert intent(made, 4) is Intent.SAME
    made.fix_all({(4, column): str(person(1)[column]) for column in range(3)})
    assert intent(made, 4) is Intent.SAME
    made.fix_all({(4, column): str(person(3)[column]) for column in range(3)})
    assert intent(made, 4) is Intent.NEW


def test_a_row_that_is_someone_else_after_all_frees_its_repeat(session: Session) -> None:
    made = plan(session, "person", ledger(person(1), person(1), person(1)))
    assert counts(made) == {"new": 1, "same": 2}
    made.fix_all({(2, column): str(person(5)[column]) for column in range(3)})
    assert [intent(made, row) for row in (2, 3, 4)] == [Intent.NEW, Intent.NEW, Intent.SAME]


def test_a_skipped_row_does_not_take_its_repeat_along(session: Session) -> None:
    made = plan(session, "person", ledger(person(1), person(1)))
    made.decide(2, Decision("skip"))
    assert counts(made) == {"skip": 1, "new": 1}
    made.decide(2, None)
    assert counts(made) == {"new": 1, "same": 1}


def test_many_equal_rows_are_corrected_in_no_time(session: Session) -> None:
    made = plan(session, "person", ledger(*[person(1)] * 300))
    made.fix(2, 3, "二组")
    assert counts(made) == {"new": 1, "wait": 1, "same": 298}


MORE: list[Cell] = [*HEAD, "毕业学校", "登记失业日期", "注销日期"]


def fuller(number: int, group: str = "", school: str = "", *days: str) -> list[Cell]:
    """A person without a telephone, with more columns."""
    began, ended = (*days, "", "")[:2]
    return [people.name(number), people.id_number(number), None, group, school, began, ended]


def test_a_repeat_that_says_less_is_the_same_record(session: Session) -> None:
    made = plan(session, "person", ledger(person(1), person(1, "")))
    assert counts(made) == {"new": 1, "same": 1}


def test_a_repeat_adds_what_the_first_row_leaves_empty(session: Session) -> None:
    rows = [MORE, fuller(1, "一组"), fuller(2), fuller(1, "二组", "内蒙古大学")]
    made = plan(session, "person", rows)
    assert counts(made) == {"new": 2, "wait": 1}
    made.decide(4, Decision("merge", frozenset({"school"})))
    assert counts(made) == {"new": 2, "join": 1}
    write(session, made)
    first, _ = records(session, "person")
    assert (first["area_group"], first["school"]) == ("一组", "内蒙古大学")
    made.decide(4, None)
    assert counts(made) == {"new": 2, "wait": 1}


@pytest.mark.parametrize(
    ("same", "expected"),
    [
        ("ask", {"new": 1, "wait": 2}),
        ("keep", {"new": 1, "wait": 2}),
        ("fill", {"new": 1, "join": 2}),
        ("take", {"new": 1, "join": 1, "wait": 1}),
    ],
)
def test_the_rule_for_repeats_never_lets_the_file_contradict_itself_unasked(
    session: Session, same: str, expected: dict[str, int]
) -> None:
    """Row 3 adds a school; row 4 adds a day and another school."""
    rows = [MORE, fuller(1, "一组"), fuller(1, "", "甲校"), fuller(1, "", "乙校", "2026-05-01")]
    made = plan(session, "person", rows)
    made.decide_same(same)  # type: ignore[arg-type]
    assert counts(made) == expected
    write(session, made)
    (found,) = records(session, "person")
    assert found.get("school") == ("甲校" if "join" in expected else None)
    assert found.get("unemployed_on") == ("2026-05-01" if same == "fill" else None)


def test_a_later_repeat_is_compared_with_all_that_was_added_before(session: Session) -> None:
    made = plan(session, "person", [MORE, fuller(1), fuller(1, "", "甲校"), fuller(1, "", "乙校")])
    made.decide(3, Decision("merge"))
    alike = made.at(4).resemblance
    assert alike is not None
    assert (alike.row, alike.differing) == (2, {"school": ("甲校", "乙校")})
    assert made.standing(4)["school"] == "甲校"
    made.decide(3, Decision("skip"))
    alike = made.at(4).resemblance
    assert alike is not None
    assert alike.differing == {"school": (None, "乙校")}


def test_a_repeat_goes_in_with_the_row_that_changes_a_record(session: Session) -> None:
    bring_in(session, "person", ledger(person(1)))
    made = plan(session, "person", [MORE, fuller(1, "二组"), fuller(1, "", "甲校")])
    made.decide(3, Decision("merge"))
    assert counts(made) == {"wait": 2}, "nobody knows yet what becomes of the first"
    made.decide(2, Decision("merge"))
    assert counts(made) == {"change": 1, "join": 1}
    assert len(write(session, made).records) == 1
    (found,) = records(session, "person")
    assert (found["area_group"], found["school"]) == ("二组", "甲校")


def test_a_repeat_of_a_row_that_is_left_out_stands_for_itself(session: Session) -> None:
    made = plan(session, "person", [MORE, fuller(1, "一组"), fuller(1, "二组", "甲校")])
    made.decide(3, Decision("merge", frozenset({"school"})))
    made.decide(2, Decision("skip"))
    assert counts(made) == {"skip": 1, "new": 1}


# What fields say together once merged -----------------------------------------------------------


def clashing(made: Plan, number: int) -> list[tuple[str, int | None]]:
    """Return code and column of what a row contradicts once it is merged."""
    return [(found.problem.code, found.column) for found in made.at(number).clashes]


def test_a_row_merged_into_a_record_is_checked_across_fields(session: Session) -> None:
    bring_in(session, "person", [MORE, fuller(1, "一组", "", "2026-05-01")])
    made = plan(session, "person", [MORE, fuller(1, "二组", "甲校", "", "2026-03-01")])
    assert counts(made) == {"wait": 1}
    made.decide_same("take")
    assert counts(made) == {"out": 1}
    assert clashing(made, 2) == [("DATE_ORDER", 6)]
    assert [found.problem.code for found in made.problems() if found.blocks] == ["DATE_ORDER"]
    assert not write(session, made).records
    made.decide(2, Decision("merge", frozenset({"area_group", "school"})))
    assert counts(made) == {"change": 1}
    assert clashing(made, 2) == []
    made.decide(2, Decision("merge"))
    made.fix(2, 6, "2026-06-01")
    assert counts(made) == {"change": 1}


def test_what_a_record_said_against_itself_before_is_no_news(session: Session) -> None:
    stations.write_raw(
        session,
        "person",
        session.new_id(),
        people.person_values(1, unemployed_on="2026-05-01", deregistered_on="2026-03-01"),
    )
    made = plan(session, "person", [MORE, fuller(1, "二组")])
    made.decide_same("take")
    assert counts(made) == {"change": 1}


def test_rows_of_one_record_are_checked_across_fields(session: Session) -> None:
    rows = [MORE, fuller(1, "一组", "", "2026-05-01"), fuller(1, "", "", "", "2026-03-01")]
    made = plan(session, "person", rows)
    made.decide(3, Decision("merge"))
    assert counts(made) == {"new": 1, "out": 1}
    assert clashing(made, 3) == [("DATE_ORDER", 6)]


# Against the store ------------------------------------------------------------------------------


def test_a_row_for_which_the_file_and_the_store_are_alike_follows_the_file(
    session: Session,
) -> None:
    bring_in(session, "person", ledger(person(1)))
    made = plan(session, "person", ledger(person(1, "二组"), person(1, "三组")))
    made.decide_same("take")
    assert counts(made) == {"change": 1, "wait": 1}
    write(session, made)
    (found,) = records(session, "person")
    assert found["area_group"] == "二组"


def test_a_row_that_changes_a_record_beside_one_that_does_not(session: Session) -> None:
    bring_in(session, "person", ledger(person(1)))
    made = plan(session, "person", ledger(person(1), person(1, "三组")))
    made.decide_same("take")
    assert counts(made) == {"same": 1, "change": 1}


@pytest.mark.parametrize(
    ("same", "expected", "group", "school"),
    [
        ("ask", {"wait": 1}, "一组", None),
        ("keep", {"skip": 1}, "一组", None),
        ("fill", {"change": 1}, "一组", "内蒙古大学"),
        ("take", {"change": 1}, "二组", "内蒙古大学"),
    ],
)
def test_the_rule_for_the_whole_file(
    session: Session, same: str, expected: dict[str, int], group: str, school: str | None
) -> None:
    bring_in(session, "person", ledger(person(1)))
    rows: Rows = [[*HEAD, "毕业学校"], [*person(1, "二组"), "内蒙古大学"]]
    made = plan(session, "person", rows)
    made.decide_same(same)  # type: ignore[arg-type]
    assert counts(made) == expected
    write(session, made)
    (found,) = records(session, "person")
    assert (found["area_group"], found.get("school")) == (group, school)


def test_a_decision_names_the_fields_that_are_written(session: Session) -> None:
    bring_in(session, "person", ledger(person(1)))
    row = [people.name(1), people.id_number(1), people.phone(9), "二组"]
    made = plan(session, "person", ledger(row))
    made.decide(2, Decision("merge", frozenset({"phone"})))
    assert counts(made) == {"change": 1}
    write(session, made)
    (found,) = records(session, "person")
    assert (found["phone"], found["area_group"]) == (people.phone(9), "一组")
    made.decide(2, Decision("merge", frozenset()))
    assert counts(made) == {"same": 1}
    made.decide(2, Decision("add"))
    assert counts(made) == {"new": 1}


def test_among_alike_records_the_equal_one_is_meant(session: Session) -> None:
    rows: list[list[Cell]] = [
        ["单位", "岗位名称", "招聘人数"],
        ["甲厂", "司机", 1],
        ["甲厂", "司机", 2],
    ]
    first = plan(session, "vacancy", rows)
    first.decide(3, Decision("add"))
    write(session, first)
    assert len(records(session, "vacancy")) == 2
    assert counts(plan(session, "vacancy", rows)) == {"same": 2}


def test_people_of_whom_only_the_name_is_known_are_not_doubled(session: Session) -> None:
    rows: list[list[Cell]] = [["姓名", "组别", "学历"], ["巴图孟和", "一组", "高中"]]
    bring_in(session, "person", rows)
    assert counts(plan(session, "person", rows)) == {"same": 1}


def test_services_without_a_day_and_policies_are_not_doubled(session: Session) -> None:
    policies: list[list[Cell]] = [["政策名称", "依据"], ["求职创业补贴", "内人社发〔2026〕1号"]]
    courses: list[list[Cell]] = [["姓名", "身份证号", "培训班"], [*person(1)[:2], "电焊一班"]]
    for kind, rows in (("policy", policies), ("enrolment", courses)):
        assert len(bring_in(session, kind, rows).records) >= 1
        assert counts(plan(session, kind, rows)) == {"same": 1}, kind


# New records along the way ----------------------------------------------------------------------


def test_a_new_employer_is_made_once_for_all_its_vacancies(session: Session) -> None:
    rows: list[list[Cell]] = [
        ["用人单位", "岗位名称", "联系人", "联系电话"],
        ["草原奶食店", "挤奶工", "张三", people.phone(1)],
        ["草原奶食店", "送货员", "张三", people.phone(1)],
    ]
    made = plan(session, "vacancy", rows)
    assert len(made.made()) == 1
    write(session, made)
    (employer,) = records(session, "employer")
    assert (employer["name"], employer["contact"]) == ("草原奶食店", "张三")
    assert len({record["employer"] for record in records(session, "vacancy")}) == 1


def test_an_employer_of_whom_only_rows_that_stay_out_speak_is_not_made(session: Session) -> None:
    rows: Rows = [["用人单位", "岗位名称", "地点"], ["草原奶食店", "", "旗里"]]
    made = plan(session, "vacancy", rows)
    assert counts(made) == {"out": 1}
    assert not made.made()
    write(session, made)
    assert records(session, "employer") == []
    made.fix(2, 1, "挤奶工")
    assert len(made.made()) == 1


def test_a_new_person_has_what_the_number_tells(session: Session) -> None:
    rows: list[list[Cell]] = [["姓名", "身份证号", "回访日期"], [*person(1)[:2], "2026-11-20"]]
    bring_in(session, "follow_up", rows)
    (found,) = records(session, "person")
    assert (found["birth_date"], found["sex"]) == (people.birth_date(1).isoformat(), "1")


# Counting, taking back, stopping ----------------------------------------------------------------


def test_counts_follow_what_is_decided(session: Session) -> None:
    bring_in(session, "person", ledger(person(1)))
    made = plan(session, "person", ledger(person(1, "二组"), person(2), ["", "12", "", ""]))
    assert counts(made) == {"wait": 1, "new": 1, "out": 1}
    made.decide_same("take")
    assert counts(made) == {"change": 1, "new": 1, "out": 1}
    made.decide(3, Decision("skip"))
    assert counts(made) == {"change": 1, "skip": 1, "out": 1}
    assert len(write(session, made).records) == 1


def test_an_import_is_taken_back_as_one(session: Session) -> None:
    rows: list[list[Cell]] = [
        ["用人单位", "岗位名称"], ["草原奶食店", "挤奶工"], ["草原奶食店", "送货员"]
    ]  # fmt: skip
    action = bring_in(session, "vacancy", rows).action
    session.run(undo(action), "undo")
    assert records(session, "vacancy") == records(session, "employer") == []


def test_what_was_edited_since_is_listed_first(session: Session) -> None:
    action = bring_in(session, "person", ledger(person(1), person(2))).action
    reader = session.read()
    record = str(reader.rows("person", list(reader.ids("person")))[0]["id"])
    stations.write_raw(session, "person", record, {"area_group": "五组"})
    planned = plan_undo(session.read(), action)
    assert [(left.record, left.reason) for left in planned.left] == [(record, "changed")]
    assert len(planned.changes) == 1
    session.run(undo(action, [(record, "*")]), "undo")
    assert records(session, "person") == []


@pytest.mark.parametrize("step", [0, 1, 2])
def test_stopping_the_plan_leaves_nothing(session: Session, step: int) -> None:
    rows = ledger(*[person(number) for number in range(1, 1200)])
    with pytest.raises(Cancelled):
        task(session, "person", rows).plan(StopsAt(step))
    assert records(session, "person") == []


@pytest.mark.parametrize("step", [0, 1, 2])
def test_stopping_the_writing_leaves_nothing(session: Session, step: int) -> None:
    made = plan(session, "person", ledger(*[person(number) for number in range(1, 1200)]))
    with pytest.raises(Cancelled):
        session.run(made.operation(), "import person", StopsAt(step))
    assert records(session, "person") == []
    assert len(write(session, made).records) == 1199


def test_what_is_printed_of_a_plan_holds_no_numbers(session: Session) -> None:
    bring_in(session, "person", ledger(person(1)))
    row = [people.name(1), people.id_number(1), people.phone(9), "二组"]
    broken = [people.name(3), people.id_number(3)[:-1] + "Y", people.phone(3), "二组"]
    made = plan(session, "person", ledger(row, broken))
    printed = repr(made.planned) + repr(list(made.repairs)) + repr(list(made.problems()))
    for number in (1, 3, 9):
        assert people.id_number(number)[:17] not in printed
        assert people.phone(number) not in printed


def test_the_problems_of_a_row_name_their_cells(session: Session) -> None:
    broken = [people.name(1), "15019912", people.phone(1), ""]
    made = plan(session, "person", ledger(broken, person(2)))
    assert "ID_LENGTH" in codes(made, 2)
    (found,) = [one for one in made.problems() if one.blocks]
    assert (found.row, found.column) == (2, 1)


NUMBER = 2
"""The column of the ID number."""


@pytest.fixture
def roster(session: Session, tmp_path: Path) -> Import:
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
def made(roster: Import) -> Plan:
    return roster.plan()


def intents(made: Plan) -> list[Intent]:
    return [planned.intent for planned in made.planned]


def blocking(made: Plan, row: int) -> list[Problem]:
    return [found.problem for found in made.at(row).row.problems if found.blocks]


def test_a_row_with_a_problem_can_be_skipped_and_taken_back(made: Plan) -> None:
    row = rosters.row_of(1)
    assert made.at(row).intent is Intent.OUT
    made.decide(row, Decision("skip"))
    assert made.at(row).intent is Intent.SKIP
    made.decide(row, None)
    assert made.at(row).intent is Intent.OUT


def test_a_row_without_any_problem_can_be_skipped(made: Plan) -> None:
    row = rosters.row_of(4)
    made.decide(row, Decision("skip"))
    assert made.at(row).intent is Intent.SKIP
    assert made.counts()[Intent.NEW] == 3


def test_a_corrected_cell_goes_in_and_is_put_back(made: Plan) -> None:
    row = rosters.row_of(1)
    made.fix(row, NUMBER, people.id_number(1))
    assert made.at(row).intent is Intent.NEW
    assert made.fixed(row, NUMBER) == people.id_number(1)
    made.fix(row, NUMBER, None)
    assert made.at(row).intent is Intent.OUT
    assert made.fixed(row, NUMBER) is None


def test_an_empty_correction_leaves_the_cell_out(made: Plan) -> None:
    row = rosters.row_of(1)
    made.fix(row, NUMBER, "")
    assert blocking(made, row) == []
    assert "id_number" not in made.at(row).row.values


def test_many_cells_at_once_are_what_they_are_one_by_one(roster: Import) -> None:
    fixes: dict[tuple[int, int], str | None] = {
        (rosters.row_of(1), NUMBER): people.id_number(1),
        (rosters.row_of(2), NUMBER): "",
    }
    together, single = roster.plan(), roster.plan()
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


def test_repairs_of_a_row_read_again_are_not_counted_twice(made: Plan) -> None:
    before = {repair: sorted(rows) for repair, rows in made.repairs.items()}
    made.fix(rosters.row_of(1), NUMBER, "")
    assert {repair: sorted(rows) for repair, rows in made.repairs.items()} == before


def test_a_plan_made_beside_is_decided_on_another_thread(roster: Import) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as beside:
        plan = beside.submit(roster.plan).result()
    plan.fix(rosters.row_of(1), NUMBER, people.id_number(1))
    assert plan.at(rosters.row_of(1)).intent is Intent.NEW


def test_writing_that_is_cancelled_leaves_nothing(session: Session, made: Plan) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        session.run(made.operation(), "import person", progress, 4)
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
