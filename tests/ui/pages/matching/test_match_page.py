"""合适的人, 合适的岗位: what a user sees, ticks, opens and hands on."""

from collections.abc import Callable
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mengzhan.rules.erasure import erase
from mengzhan.rules.operations import edit
from mengzhan.store.session import ChangeSet
from mengzhan.ui.pages.matching.match_page import MatchPage
from mengzhan.ui.pages.records import RecordsPage
from mengzhan.ui.pages.referring.introduce import IntroduceDialog
from mengzhan.ui.workspace import Workspace
from tests import people, stations
from tests.package.scribe import Scribe
from tests.ui.pages.matching.conftest import WISH, Farm

Show = Callable[..., QWidget]


@pytest.fixture
def page(workspace: Workspace, farm: Farm, show: Show, qtbot: QtBot) -> MatchPage:
    made = MatchPage(workspace)
    show(made)
    made.show_subject("vacancy", farm.vacancy)
    qtbot.waitUntil(lambda: made.list.lines.rowCount() > 0)
    made.focus_first()
    return made


def is_gone(dialog: IntroduceDialog) -> bool:
    return not shiboken6.isValid(dialog)


def rows(page: MatchPage) -> list[str]:
    model = page.list.lines
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def show_person(page: MatchPage, person: str) -> None:
    page.show_subject("person", person)


def test_hits_say_why_and_near_misses_what_closes_the_gap(page: MatchPage, farm: Farm) -> None:
    why = (
        "公主府社区 想做的就是家畜饲养员；期望每月 3000 元，岗位 3200 元起；家和岗位都在公主府社区"
    )
    assert rows(page) == [
        "合适 3 个",
        *(f"{name} {why}" for name in farm.names(1, 2, 3)),
        "差一点 1 个",
        f"{people.name(4)} 差健康证 公主府社区 岗位要健康证，本人没有登记；办到健康证就合适",
    ]


def test_everything_stands_beside_the_line(page: MatchPage, farm: Farm) -> None:
    assert [label for label, _ in page.side.sections] == ["因为"]
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert page.side_panel.heading.text() == people.name(4)
    assert page.side.sections[0] == (
        "只差一样",
        ["岗位要健康证，本人没有登记", "办到健康证就合适"],
    )


def test_an_edit_elsewhere_shows_at_once(page: MatchPage, farm: Farm, workspace: Workspace) -> None:
    workspace.run(edit(farm.short, {"licences": ["H"]}), "edit person")
    assert rows(page)[0] == "合适 4 个"
    assert len(rows(page)) == 5


def test_who_is_ticked_is_handed_on(page: MatchPage, farm: Farm) -> None:
    handed: list[list[str]] = []
    page.introduce.connect(handed.append)
    assert page.introduce_button.words() == "推荐这一个"
    QTest.keyClick(page.list, Qt.Key.Key_J)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(page.list, key)
    assert page.introduce_button.words() == "推荐选中的 2 人"
    assert page.ticked() == farm.people[1:]
    QTest.keyClick(page.list, Qt.Key.Key_J)
    assert handed == [farm.people[:1], farm.people[1:]]
    assert (page.kind, page.record) == ("vacancy", farm.vacancy)


def test_enter_opens_and_escape_leaves(page: MatchPage, farm: Farm, qtbot: QtBot) -> None:
    opened: list[tuple[str, str]] = []
    page.opened.connect(lambda kind, record: opened.append((kind, record)))
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert opened == [("person", farm.people[0])]
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page.list, Qt.Key.Key_Escape)


def test_what_came_of_it_before_is_shown_and_ranks_nobody(
    page: MatchPage, farm: Farm, workspace: Workspace
) -> None:
    before = [line for line in rows(page) if people.name(1) in line]
    values = {"person": farm.people[0], "vacancy": farm.vacancy, "day": "2026-11-10", "result": "7"}
    record = stations.log(farm.session, "referral", values)
    workspace.tell(ChangeSet("a", frozenset({("referral", record)})))
    assert page.outcomes.text() == (
        "这个单位以前：推荐过 1 人（1 人次），到岗 0 人；本人拒绝：薪资 1 次"
    )
    assert [line for line in rows(page) if people.name(1) in line] == before
    assert rows(page)[1].startswith(people.name(1))
    current = page.list.current()
    assert current is not None
    assert current.earlier == "2026-11-10 推荐过：本人拒绝：薪资"


def test_a_slip_that_is_overdue_is_said_to_be(
    page: MatchPage, farm: Farm, workspace: Workspace
) -> None:
    values = {"person": farm.people[0], "vacancy": farm.vacancy, "day": "2026-11-01"}
    record = stations.log(farm.session, "referral", values)
    workspace.tell(ChangeSet("a", frozenset({("referral", record)})))
    assert page.outcomes.text().endswith("到岗 0 人；逾期，未反馈 1 次")
    current = page.list.current()
    assert current is not None
    assert current.earlier == "2026-11-01 推荐过：逾期，未反馈"


def test_vacancies_for_a_person_with_those_of_other_stations_marked(
    page: MatchPage, farm: Farm, workspace: Workspace
) -> None:
    above = Scribe("e")
    values = people.vacancy_values("e9", station=people.OTHER_VILLAGE, place=people.VILLAGE)
    above.write("employer", "e9", people.employer_values(9, name="草原" * 20))
    above.write("vacancy", "v-elsewhere", values)
    merged = farm.session.merge(above.entries, words="receipt")
    workspace.tell(ChangeSet("a", frozenset(merged.records)))
    show_person(page, farm.people[0])
    assert page.title.whole() == f"合适的岗位：{people.name(1)}"
    assert rows(page)[0] == "合适 2 个"
    # a long name would push whose it is out of sight
    assert f" {'草原' * 8}… 外站 赛马场社区 " in rows(page)[2]
    assert "外站" not in rows(page)[1]
    assert page.outcomes.text() == "本人以前：还没有推荐过"


def test_nothing_that_fits_says_what_might_help(
    page: MatchPage, farm: Farm, workspace: Workspace
) -> None:
    done = {"closed_on": "2026-11-22", "close_reason": "4"}
    workspace.run(edit(farm.vacancy, done), "edit vacancy")
    assert page.stack.currentWidget() is page.empty
    assert "没有合适的人" in page.empty.sentence()
    assert "撤下" in page.remark.text()
    show_person(page, farm.people[0])
    assert "没有合适的岗位" in page.empty.sentence()
    assert page.remark.isHidden()


def test_people_of_other_trades_are_counted_in_words(
    page: MatchPage, farm: Farm, workspace: Workspace
) -> None:
    wish = {**WISH, "wanted_occupations": ["4-03-02-05"]}
    record = stations.log(farm.session, "person", people.person_values(7, **wish))
    workspace.tell(ChangeSet("a", frozenset({("person", record)})))
    assert page.rest.text() == "另有 1 条条件都够，只是工种不沾边，没有列出。"


def test_a_narrow_window_turns_to_the_reasons(
    workspace: Workspace, farm: Farm, show: Show, qtbot: QtBot
) -> None:
    page = MatchPage(workspace)
    show(page, 800, 420)
    page.show_subject("vacancy", farm.vacancy)
    qtbot.waitUntil(lambda: page.list.lines.rowCount() > 0)
    page.focus_first()
    assert page.list.isVisible()
    assert not page.side.isVisible()
    QTest.keyClick(page.list, Qt.Key.Key_F6)
    assert page.side.isVisible()
    assert not page.list.isVisible()
    assert page.side.sections[-1] == ("这个单位以前", ["还没有推荐过"])
    QTest.keyClick(page.side, Qt.Key.Key_F6)
    assert page.list.isVisible()


# Where it is reached from -----------------------------------------------------------------------


@pytest.fixture
def records(workspace: Workspace, show: Show) -> Callable[[str], RecordsPage]:
    """``records("vacancy")`` shows the page of a kind."""

    def make(kind: str) -> RecordsPage:
        page = RecordsPage(workspace, kind)
        show(page)
        workspace.changed.connect(page.refresh)
        return page

    return make


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def matches(page: RecordsPage, qtbot: QtBot) -> MatchPage:
    """The page of matches, when its lines are there."""
    assert page.matches.page is not None
    made = page.matches.page
    qtbot.waitUntil(lambda: made.list.lines.rowCount() > 0)
    return made


def test_one_key_leads_there_from_the_list_and_escape_back(
    records: Callable[[str], RecordsPage], farm: Farm, qtbot: QtBot
) -> None:
    page = records("vacancy")
    qtbot.waitUntil(lambda: page.list.table.current() is not None)
    page.focus_first()
    QTest.keyClick(focused(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    made = matches(page, qtbot)
    assert made.record == farm.vacancy
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_one_key_leads_there_from_a_person_and_from_a_vacancy(
    records: Callable[[str], RecordsPage], farm: Farm, qtbot: QtBot
) -> None:
    page = records("person")
    page.open_record(farm.people[0])
    QTest.keyClick(focused(), Qt.Key.Key_M)
    assert rows(matches(page, qtbot))[0] == "合适 1 个"
    other = records("vacancy")
    other.open_record(farm.vacancy)
    QTest.keyClick(focused(), Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert rows(matches(other, qtbot))[0] == "合适 3 个"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert other.forms.isVisible()


def test_those_ticked_are_introduced_together(
    records: Callable[[str], RecordsPage], farm: Farm, qtbot: QtBot, workspace: Workspace
) -> None:
    page = records("vacancy")
    page.open_record(farm.vacancy)
    page.show_matches("vacancy", farm.vacancy)
    made = matches(page, qtbot)
    workspace.changed.connect(page.refresh)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_J):
        QTest.keyClick(made.list, key)
    (dialog,) = page.findChildren(IntroduceDialog)
    assert dialog.vacancy == farm.vacancy
    assert set(dialog.chosen()) == set(farm.people[:2])
    dialog.letters_box.setChecked(False)
    dialog.try_go()
    assert workspace.reader.count("referral") == 2
    assert page.matches.page is not None
    assert page.matches.page.isVisible()


def test_a_person_is_introduced_to_one_vacancy_after_the_other(
    records: Callable[[str], RecordsPage], farm: Farm, workspace: Workspace, qtbot: QtBot
) -> None:
    other = stations.log(
        workspace.session, "vacancy", people.vacancy_values(farm.employer, title="饲养员")
    )
    page = records("person")
    page.show_matches("person", farm.people[0])
    matches(page, qtbot)
    assert page.matches.page is not None
    page.matches.page.introduce.emit([farm.vacancy, other])
    for vacancy in (farm.vacancy, other):
        dialog = page.findChildren(IntroduceDialog)[-1]
        assert (dialog.vacancy, dialog.chosen()) == (vacancy, [farm.people[0]])
        dialog.letters_box.setChecked(False)
        dialog.try_go()
        if dialog.isVisible():
            # that the person is being introduced already is said first
            dialog.try_go()
        qtbot.waitUntil(partial(is_gone, dialog))
    rows = workspace.reader.rows("referral", workspace.reader.ids("referral"))
    assert {row["vacancy"] for row in rows} == {farm.vacancy, other}


def test_whoever_is_erased_leaves_the_page_at_once_seen_or_not(
    page: MatchPage, farm: Farm, workspace: Workspace, qtbot: QtBot
) -> None:
    gone, *others = farm.names(1, 2, 3)
    page.hide()
    workspace.run(erase(farm.people[0]), "erase person")
    assert rows(page) == []
    page.show()
    qtbot.waitUntil(lambda: page.list.lines.rowCount() > 0)
    told = "\n".join(rows(page))
    assert gone not in told
    assert all(name in told for name in others)


def test_the_page_of_whoever_is_erased_names_nobody(
    page: MatchPage, farm: Farm, workspace: Workspace, qtbot: QtBot
) -> None:
    show_person(page, farm.people[0])
    qtbot.waitUntil(lambda: page.list.lines.rowCount() > 0)
    (name,) = farm.names(1)
    assert name in page.title.text()
    page.hide()
    workspace.run(erase(farm.people[0]), "erase person")
    assert name not in page.title.text()
