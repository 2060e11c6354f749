"""Step 3: what may be known stands side by side, and one digit says what it is."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mengzhan.store.session import Session
from mengzhan.ui.pages.importing.import_page import ImportPage
from mengzhan.ui.pages.importing.standings import PROBLEMS, REPEATS
from tests import people, rosters, stations
from tests.ui.pages.importing.conftest import Bring, column, go_on, press

WHO, REASON, OUTCOME = 1, 2, 3
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def known(session: Session) -> list[str]:
    """Two people whom the register knows with other telephones and without a group."""
    return [
        stations.log(session, "person", people.person_values(n, phone=people.phone(70 + n)))
        for n in (1, 2)
    ]


@pytest.fixture
def page(known: list[str], bring: Bring, tmp_path: Path, qtbot: QtBot) -> ImportPage:
    first = rosters.usual(0)
    path = rosters.write(
        tmp_path / "x.xlsx",
        5,
        {
            (4, "姓名"): first["姓名"],
            (4, "身份证号"): first["身份证号"],
            (4, "联系电话"): people.phone(77),
            (0, "联系电话"): None,
        },
    )
    made = bring(path)
    press(Qt.Key.Key_1)
    go_on(made, qtbot)
    go_on(made, qtbot)
    assert made.step == REPEATS
    return made


def outcomes(page: ImportPage) -> list[str]:
    return column(page.repeats.table, OUTCOME)


def write(page: ImportPage, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    go_on(page, qtbot)


def stored(session: Session, record: str) -> tuple[object, object]:
    """Return telephone and group."""
    row = session.read().record("person", record)
    assert row is not None
    return row["phone"], row["area_group"]


def test_each_row_stands_beside_what_it_resembles(page: ImportPage) -> None:
    assert column(page.repeats.table, WHO) == [people.name(n) for n in (1, 2, 0)]
    assert column(page.repeats.table, REASON) == [
        "证件号相同",
        "证件号相同",
        "与第 3 行证件号相同",
    ]
    assert outcomes(page) == ["等你定"] * 3
    comparison = page.repeats.comparison
    rows = {
        label: (mark, new, old)
        for mark, label, new, old in zip(*(column(comparison, at) for at in range(4)), strict=True)
    }
    assert rows["电话"] == ("≠", people.phone(1), people.phone(71))
    assert rows["组/浩特"] == ("≠", "二组", "")
    mark, new, old = rows["证件号"]
    assert (mark, new) == ("", old)
    assert people.id_number(1) not in new
    assert column(comparison, 1)[0] in {"电话", "组/浩特", "就业状态", "专业"}, "first what differs"


def test_filling_gaps_keeps_what_is_stored(
    page: ImportPage, session: Session, known: list[str], qtbot: QtBot
) -> None:
    press(Qt.Key.Key_1)
    assert outcomes(page)[0] == "更新"
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_5)
    assert QApplication.focusWidget() is page.next_button
    write(page, qtbot)
    assert stored(session, known[0]) == (people.phone(71), "二组")
    assert stored(session, known[1]) == (people.phone(72), "三组")


def test_the_file_can_be_believed_instead(
    page: ImportPage, session: Session, known: list[str], qtbot: QtBot
) -> None:
    page.repeats.table.go(1)
    press(Qt.Key.Key_2)
    write(page, qtbot)
    assert stored(session, known[0]) == (people.phone(71), None)
    assert stored(session, known[1]) == (people.phone(2), "三组")


def test_fields_are_picked_one_by_one(
    page: ImportPage, session: Session, known: list[str], qtbot: QtBot
) -> None:
    page.repeats.table.go(1)
    press(Qt.Key.Key_3)
    comparison = page.repeats.comparison
    assert comparison.hasFocus()
    differing = [pair.name for pair in comparison.pairs if pair.differs]
    assert {"phone", "area_group"} <= set(differing)
    assert comparison.wanted() == frozenset(p.name for p in comparison.pairs if p.fills)
    comparison.go(differing.index("phone"))
    press(Qt.Key.Key_Space)
    comparison.go(differing.index("area_group"))
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    write(page, qtbot)
    assert stored(session, known[1]) == (people.phone(2), None)


def test_another_person_is_added_and_a_row_skipped(
    page: ImportPage, session: Session, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_4)
    press(Qt.Key.Key_5)
    assert outcomes(page)[:2] == ["新增", "跳过"]
    press(Qt.Key.Key_5)
    write(page, qtbot)
    assert session.read().count("person") == 2 + 3


def test_one_rule_for_all_that_are_sure(page: ImportPage) -> None:
    assert page.repeats.rule_words.text() == "号码相同的 3 行"
    press(Qt.Key.Key_3, CTRL)
    assert outcomes(page) == ["跳过", "跳过", "等你定"]
    assert page.repeats.table.current == 2
    press(Qt.Key.Key_1, CTRL)
    assert outcomes(page) == ["更新", "更新", "并入第 3 行"]


def test_a_repeat_within_the_file_fills_the_first_row(
    page: ImportPage, session: Session, qtbot: QtBot
) -> None:
    page.repeats.table.go(2)
    assert "第 3 行也在这份表里" in page.repeats.pick_hint.text()
    press(Qt.Key.Key_1)
    assert outcomes(page)[2] == "并入第 3 行"
    go_on(page, qtbot)
    assert page.writing.figures["join"].text() == "1"
    assert "没有导入的 2 行" in page.writing.save_button.words()
    go_on(page, qtbot)
    reader = session.read()
    rows = reader.rows("person", reader.ids("person"))
    (first,) = [row for row in rows if row["id_number"] == people.id_number(0)]
    assert first["phone"] == people.phone(77)


def test_a_correction_shows_at_once_what_a_row_resembles_now(
    page: ImportPage, qtbot: QtBot
) -> None:
    """Row 7 repeats row 3 until its number is put right, then it is somebody the register knows."""
    step = page.repeats
    step.table.go(2)
    assert "第 7 行：证件号相同" in step.panel.heading.text()
    found = page.course.findings
    assert found is not None
    found.plan.fix_all({(7, 1): people.name(1), (7, 2): people.id_number(1)})
    page.show_step(REPEATS)
    step.table.go(2)
    assert step.comparison.lines.parts[3].label in {"登记册里", "第 4 行"}
    assert people.name(1) in column(step.comparison, 2)
    found.plan.fix_all({(7, 1): people.name(40), (7, 2): people.id_number(40), (7, 3): ""})
    page.show_step(REPEATS)
    step.table.go(2)
    assert "改过以后不像了" in step.panel.heading.text()
    assert step.comparison.lines.rowCount() == 0
    press(Qt.Key.Key_1)
    assert outcomes(page)[2] == "新增"


def test_what_contradicts_once_merged_is_told_beside_it(
    session: Session, bring: Bring, tmp_path: Path, qtbot: QtBot
) -> None:
    stations.log(
        session,
        "person",
        people.person_values(0, deregistered_on="2026-03-01", deregister_reason="X01"),
    )
    path = tmp_path / "x.csv"
    row = f"{people.name(0)},{people.id_number(0)},2026-05-01,二组"
    path.write_text(f"姓名,身份证号,登记失业日期,组别\n{row}\n", "utf-8")
    page = bring(path)
    while page.step < REPEATS:
        go_on(page, qtbot)
    press(Qt.Key.Key_2)
    assert outcomes(page) == ["有错"]
    assert "注销日期早于登记失业日期" in page.repeats.pick_hint.text()
    assert page.bar.heads[PROBLEMS].words.text() == "还有 1 处"
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert column(page.problems.table, 0) == ["第 2 行 C 列"]
    press(Qt.Key.Key_Return)
    page.problems.card.typed.setText("2026-02-01")
    press(Qt.Key.Key_Return)
    assert page.bar.heads[PROBLEMS].words.text() == "没有要改的"
    page.show_step(REPEATS)
    assert outcomes(page) == ["更新"]


def test_rows_left_open_are_not_written(page: ImportPage, session: Session, qtbot: QtBot) -> None:
    go_on(page, qtbot)
    assert page.writing.figures["wait"].text() == "3"
    go_on(page, qtbot)
    assert session.read().count("person") == 2 + 2
